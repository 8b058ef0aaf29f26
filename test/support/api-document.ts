import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats, { type FormatsPlugin } from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Document, Operation, Schema } from '../../apps/api/src/http/openapi.js';

const root = path.resolve(__dirname, '../..');
const built = (script: string, ...args: string[]): string =>
  execFileSync(process.execPath, [path.join(root, script), ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** The description of the API as the built application gives it. */
export const readDocument = (): Document => JSON.parse(built('dist/apps/api/src/commands/openapi.js')) as Document;

/** What `npm run api-client` would write. */
export const generatedClient = (): string => built('apps/api/api-client.mjs', '--print');

/** Every operation with its method and path. */
export const operationsOf = (
  document: Document,
): { name: string; method: string; path: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method,
      path,
      operation,
    })),
  );

/** Validates by the schemas of the document; in answers nothing may stand that the document does not tell. */
export class DocumentValidator {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly known = new Map<Schema, ValidateFunction>();

  constructor(document: Document) {
    (addFormats as unknown as FormatsPlugin)(this.ajv);
    this.ajv.addFormat('text', true);
    this.ajv.addFormat('euro', /^-?\d+\.\d\d$/);
    const schemas = structuredClone(document.components.schemas);
    for (const schema of Object.values(schemas)) if (schema.properties) schema.additionalProperties = false;
    this.ajv.addSchema({ $id: 'document', components: { schemas } });
  }

  /** What is wrong with a value, one line each; nothing when it is as the schema says. */
  errors(schema: Schema, value: unknown): string[] {
    let validate = this.known.get(schema);
    if (!validate) {
      const text = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
      this.known.set(schema, (validate = this.ajv.compile(JSON.parse(text) as object)));
    }
    if (validate(value)) return [];
    return validate.errors!.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}
