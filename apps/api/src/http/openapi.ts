import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type AccessRule, type Permission, SCOPE_OF } from '@lib/access';
import { addExamples, shapeOf } from './openapi-examples.js';
import { problemComponents, refusalsOf } from './openapi-problems.js';

/** What of an operation is completed here. */
export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags: string[];
  deprecated?: boolean;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { $ref?: string; description?: string; content?: Content }>;
  'x-access': AccessRule;
}
export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}
export type Content = Record<string, { schema?: Schema; example?: unknown }>;
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  example?: unknown;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  default?: unknown;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
export interface Document extends Omit<OpenAPIObject, 'paths' | 'components'> {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, { description: string }>;
  };
}

const ABOUT = `The ledger of a shared municipal finance centre.

Money is euros with two decimals in a string (\`"1234.50"\`), a day is \`YYYY-MM-DD\`, an instant RFC 3339 in UTC; every number is whole. Unknown fields are refused.

Sign in with a personal API token (\`Authorization: Bearer fzt_…\`; it may what its scopes cover and its person may), or with the session cookie of the browser application; whoever writes with the cookie also sends \`X-CSRF-Token\`. What is refused is answered as problem details (RFC 9457) with a stable \`code\`, in German, or in English with \`Accept-Language: en\`; docs/reference/problems.md lists every code.

Lists answer \`items\` and \`next\`; \`next\` is the \`after\` of the next page and null on the last.`;

const TAGS: Record<string, string> = {
  'Sign-in': 'Signing in and out, and what people change about themselves.',
  Clients: 'The municipalities and special funds of the centre.',
  'Fiscal years': 'Fiscal years and their periods.',
  'Master data': 'Chart, products, cost centres, bank accounts and settings of one client.',
  Ledger: 'The journal, the accounts and the trial balance of one client.',
  Desk: 'What lies on the clerk’s desk: drafts, templates, standing entries and accruals.',
  Partners: 'Creditors and debtors: names, addresses and bank accounts with their history.',
  'Open items': 'Claims and liabilities, what moved them, and whose matter a case is.',
  Statements: 'Ergebnisrechnung, Finanzrechnung and Bilanz, line by line as the form prints them.',
  Dashboard: 'The first look at a client in the morning.',
  Evidence: 'Evidence that the books are whole.',
  Documents: 'The inbox of one client: documents taken in, checked, decided and kept.',
  Decisions: 'Coding, certifying, ordering and posting documents; workflows, contracts and orders without an invoice.',
  'Outgoing invoices': 'The client’s own invoices: drafted, issued by a second person, taken back.',
  'Clearing list': 'Files that came to the centre and to no client yet.',
  Import: 'Files into the books, as jobs: sent, worked off in the background, watched.',
  Export: 'The books out of the house, as files.',
  'People and roles': 'People, their roles and their deputies.',
  'Audit log': 'Who read and wrote what.',
  Operation: 'Whether the process runs and whether it can serve.',
};

const CSRF: Parameter = {
  name: 'X-CSRF-Token',
  in: 'header',
  required: false,
  description: 'The `csrfToken` of the session; required with the session cookie, not needed with an API token.',
  schema: { type: 'string' },
};
const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`.',
  schema: { type: 'string', example: '0b8f6d52-6a5e-4d0e-9a57-0c1d7d8c6a11' },
};

/** Where the routes lie: all below the version, but for those that ask after the process. */
export function prefixRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['api/health/live', 'api/health/ready'] });
}

/** The API's description: every operation with parameters, bodies, answers, refusals and examples. */
export function openApi(app: INestApplication): Document {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Finanzzentrum')
    .setDescription(ABOUT)
    .setVersion('1')
    .addServer('/')
    .addCookieAuth('fz_session', {
      type: 'apiKey',
      in: 'cookie',
      description: 'The session of the browser application.',
    })
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A personal API token, `fzt_…`.' });
  for (const [name, description] of Object.entries(TAGS)) config.addTag(name, description);
  const drawn = SwaggerModule.createDocument(app, config.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const document = withoutSuffix(drawn);
  for (const [name, schema] of Object.entries(document.components.schemas)) shape(name, schema);
  const { schemas, responses } = problemComponents();
  Object.assign(document.components, { responses, schemas: { ...document.components.schemas, ...schemas } });
  document.components.parameters = { CsrfToken: CSRF, IdempotencyKey: IDEMPOTENCY_KEY };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) complete(method, path, operation);
  }
  addExamples(document);
  return document;
}

/** `AccountDto` is a name of the source; readers of the API know an `Account`. */
function withoutSuffix(drawn: OpenAPIObject): Document {
  const document = JSON.parse(JSON.stringify(drawn).replace(/("#\/components\/schemas\/\w+?)Dto"/g, '$1"')) as Document;
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => [name.replace(/Dto$/, ''), schema] as const,
  );
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

/** Numbers of this API are whole, and its strings are days, instants and amounts where their name says so. */
function shape(name: string, schema: Schema): void {
  if (schema.type === 'number') schema.type = 'integer';
  if (Array.isArray(schema.type)) schema.type = schema.type.map((type) => (type === 'number' ? 'integer' : type));
  // The compiler orders the words of a union as it happens to meet them: differently when it builds what has changed.
  schema.enum?.sort((a, b) => Number(a === null) - Number(b === null) || String(a).localeCompare(String(b)));
  // A nullable enumeration allows null by its type; the list must allow it, too.
  if (schema.enum && Array.isArray(schema.type) && schema.type.includes('null') && !schema.enum.includes(null))
    schema.enum.push(null);
  // What says of itself that it is an id or free text is not told otherwise by its name.
  const known = schema.format === 'uuid' || schema.format === 'text' ? undefined : shapeOf(name);
  if (schema.format === 'text') delete schema.format;
  if (known && [schema.type].flat().includes('string') && !schema.enum)
    Object.assign(schema, { ...known, ...schema, format: known.format });
  for (const [property, below] of Object.entries(schema.properties ?? {})) shape(property, below);
  for (const below of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) if (below) shape(name, below);
}

function complete(method: string, path: string, operation: Operation): void {
  const text = (operation.summary ?? '').replace(/\s+/g, ' ');
  const [, summary = '', more = ''] = /^(.+?)(?:[.;] (.+)|\.?)$/.exec(text) ?? [];
  operation.summary = summary;
  const detail = more && `${more[0]!.toUpperCase()}${more.slice(1).replace(/\.?$/, '.')} `;
  operation.description = detail + accessOf(operation['x-access']);
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.name !== IDEMPOTENCY_KEY.name);
  for (const parameter of parameters) {
    parameter.schema ??= { type: 'string' };
    if (parameter.schema.default !== undefined) parameter.required = false;
    // A page's `after` is a cursor, whereas a balance's `after` is an amount.
    shape(parameter.name === 'after' ? '' : parameter.name, parameter.schema);
    const known = parameter.in === 'path' ? PATH_PARAMETERS[parameter.name] : undefined;
    if (known)
      Object.assign(parameter, { description: known.description, schema: { ...parameter.schema, ...known.schema } });
  }
  const headers: { $ref: string }[] = [];
  if (parameters.length < (operation.parameters ?? []).length)
    headers.push({ $ref: '#/components/parameters/IdempotencyKey' });
  if (method !== 'get' && operation['x-access'].kind !== 'public')
    headers.push({ $ref: '#/components/parameters/CsrfToken' });
  operation.parameters = [...parameters, ...(headers as Parameter[])];
  if (operation.requestBody) operation.requestBody.required = true;
  for (const [status, response] of Object.entries(operation.responses))
    response.description ||= ANSWERS[status] ?? 'As asked.';
  Object.assign(operation.responses, refusalsOf(method, path, operation));
}

const ANSWERS: Record<string, string> = {
  201: 'Created.',
  202: 'Accepted; the job says how far it is.',
  204: 'Done; there is nothing to say.',
};

const PATH_PARAMETERS: Record<string, { description: string; schema: Schema }> = {
  clientId: { description: 'The client.', schema: { type: 'integer', minimum: 1, example: 1 } },
  number: { description: 'Number of the account.', schema: { type: 'string', example: '1811' } },
  entryId: { description: 'Fiscal year and number of the entry.', schema: { type: 'string', example: '2026-17' } },
  year: { description: 'The fiscal year.', schema: { type: 'integer', example: 2026 } },
  period: {
    description: '0 opening balances, 1–12 months, 13 closing entries.',
    schema: { type: 'integer', example: 3 },
  },
  statement: { description: 'Ergebnisrechnung, Finanzrechnung or Bilanz.', schema: {} },
};

const scopesOf = (...permissions: (Permission | undefined)[]): string =>
  [...new Set(permissions.filter((one) => one !== undefined).map((one) => `\`${SCOPE_OF[one]}\``))].join(' or ');

function accessOf(rule: AccessRule): string {
  switch (rule.kind) {
    case 'client':
      return `Needs the permission \`${rule.permission}\`${rule.or ? ` or \`${rule.or}\`` : ''} at the client, an API token the scope ${scopesOf(rule.permission, rule.or)}.`;
    case 'centre':
      return `Needs the permission \`${rule.permission}\` for the whole centre, an API token the scope ${scopesOf(rule.permission)}.`;
    case 'signed-in':
      return 'For everybody who is signed in.';
    case 'public':
      return 'Needs no sign-in.';
  }
}
