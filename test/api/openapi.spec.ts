import { SCOPE_OF, TOKEN_SCOPES } from '@lib/access';
import { Validator } from '@seriousme/openapi-schema-validator';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentValidator, generatedClient, operationsOf, readDocument } from '../support/api-document.js';

const document = readDocument();
const operations = operationsOf(document);
const validator = new DocumentValidator(document);

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(operations.map((one) => [one.name, one] as const))(
    '%s is described completely',
    (_name, { method, path, operation }) => {
      expect(operation).toMatchObject({
        summary: expect.stringMatching(/\S/),
        description: expect.stringMatching(/\S/),
      });
      expect(document.tags!.map(({ name }) => name)).toEqual(expect.arrayContaining(operation.tags));
      expect(operation['x-access']).toHaveProperty('kind');
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = operation.parameters!.filter((parameter) => parameter.in === 'path');
      expect(given.map(({ name }) => name).sort()).toEqual(named.sort());

      const answers = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
      expect(answers).toHaveLength(1);
      const [status, answer] = answers[0]!;
      expect(answer.description).toBeTruthy();
      if (status !== '204' && status !== '302') {
        expect(Object.values(answer.content!)).not.toHaveLength(0);
        for (const [type, { schema }] of Object.entries(answer.content!)) {
          expect(schema).toEqual(
            type === 'application/json' ? { $ref: expect.any(String) } : expect.objectContaining({ type: 'string' }),
          );
        }
      }
      if (['post', 'put', 'patch'].includes(method) && operation.requestBody) {
        expect(Object.values(operation.requestBody.content)[0]!.schema).toBeDefined();
      }
    },
  );

  test.each(operations.map((one) => [one.name, one] as const))(
    '%s has examples that its schemas accept',
    (_name, { operation }) => {
      for (const { content } of [operation.requestBody, ...Object.values(operation.responses)].filter(
        (one) => one !== undefined,
      )) {
        const json = content?.['application/json'];
        if (json) expect(validator.errors(json.schema!, json.example)).toEqual([]);
      }
    },
  );

  test('says 429 wherever a secret is checked or a person may hold too many streams, and nowhere else', () => {
    // A picture of a page is an answer like any other: it comes at once.
    const json = ({ content }: { content?: object } = {}): boolean =>
      Object.keys(content ?? {}).every((type) => type === 'application/json' || type.startsWith('image/'));
    const answersJson = ({ operation }: (typeof operations)[number]): boolean =>
      json(operation.responses['200']) && json(operation.requestBody);
    const limited = operations
      .filter((one) => '429' in one.operation.responses && answersJson(one))
      .map(({ name }) => name);
    const unlimited = operations.filter((one) => !answersJson(one) && !('429' in one.operation.responses));
    expect(unlimited.map(({ name }) => name)).toEqual([]);
    expect(limited.sort()).toEqual([
      'POST /api/v1/auth/password',
      'POST /api/v1/auth/sign-in',
      'POST /api/v1/auth/totp/confirmation',
      'POST /api/v1/auth/totp/removal',
    ]);
  });

  test('every route is open to the tokens of one scope, and every scope opens a route', () => {
    const opened = operations.flatMap(({ operation: { 'x-access': rule } }) =>
      rule.kind === 'client' || rule.kind === 'centre' ? [SCOPE_OF[rule.permission]] : [],
    );
    expect(opened).not.toContain(undefined);
    // The log is for everybody signed in, and shows what one may see.
    expect(new Set([...opened, SCOPE_OF['audit:read'], 'all'])).toEqual(new Set(TOKEN_SCOPES));
  });

  test('knows no object without fields', () => {
    const empty = Object.entries(document.components.schemas).filter(([, schema]) => !schema.properties);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  test('the browser application’s types are those of the description (npm run api-client)', () => {
    const kept = readFileSync(path.resolve(__dirname, '../../apps/web/src/api/schema.d.ts'), 'utf8');
    expect(generatedClient() === kept).toBe(true);
  });
});
