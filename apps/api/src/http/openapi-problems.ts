import { Problem, problemCatalogue } from '@lib/kernel';
import './field-rules.js'; // its refusals belong to the catalogue
import type { Content, Operation } from './openapi.js';
import { problemBody } from './problem.filter.js';

const NAMES: Record<number, [name: string, meaning: string, example: Problem]> = {
  400: [
    'Malformed',
    'The request cannot be read, or fields are wrong.',
    new Problem('Invalid', {}, [{ pointer: '/bookingDate', code: 'NotADate', params: { value: '31.3.2026' } }]),
  ],
  401: ['NotSignedIn', 'Nobody is signed in.', new Problem('SignInRequired')],
  403: ['Forbidden', 'The person may not do this.', new Problem('Forbidden', { permission: 'journal:post' })],
  404: ['NotFound', 'There is no such thing, or not for this person.', new Problem('NotFound')],
  405: ['MethodNotAllowed', 'The address does not know the method.', new Problem('MethodNotAllowed')],
  408: ['TooSlow', 'The body came too slowly and was cut off.', new Problem('TooSlow')],
  409: [
    'Conflict',
    'Somebody was faster, or it exists already.',
    new Problem('VersionConflict', { current: 3, given: 2 }, [
      { pointer: '/version', code: 'VersionConflict', params: { current: 3, given: 2 } },
    ]),
  ],
  413: ['TooLarge', 'The body is too large.', new Problem('TooLarge', { limit: '1 MiB' })],
  415: [
    'UnsupportedMediaType',
    'The body has another format.',
    new Problem('UnsupportedMediaType', { given: 'text/xml' }),
  ],
  422: [
    'RuleRefuses',
    'The request is readable, but a rule stands against it.',
    new Problem('EntryRefused', {}, [
      { pointer: '/lines/0/account', code: 'AccountLocked', params: { value: '5431' } },
    ]),
  ],
  429: [
    'TooMany',
    'Too many attempts, or too much at once; `Retry-After` says how long to wait.',
    new Problem('TooManyAttempts', { seconds: 30 }),
  ],
  500: ['Internal', 'Our mistake; nothing was stored.', new Problem('Internal', { requestId: 'req-4711' })],
  503: ['Unavailable', 'Not now; `Retry-After` says when to try again.', new Problem('Overloaded', { seconds: 5 })],
  507: ['NoRoom', 'The disk is full; nothing was stored.', new Problem('DiskFull')],
};

/** Read when the description is drawn: by then every lib has entered its refusals. */
const code = () => ({ type: 'string', enum: problemCatalogue().map((problem) => problem.code) });

const problem = () => ({
  type: 'object',
  description: 'Problem details (RFC 9457): what was refused, by which rule, and what to do.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Stable name of the kind of problem.' },
    title: { type: 'string', description: 'The kind of problem, in the reader’s language.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong and what to do, in the reader’s language.' },
    code: { ...code(), description: 'The same name as in `type`, for programs.' },
    instance: { type: 'string', description: 'The address that was asked.' },
    errors: {
      type: 'array',
      items: { $ref: '#/components/schemas/ProblemField' },
      description: 'The fields that are refused.',
    },
  },
});

const problemField = () => ({
  type: 'object',
  required: ['pointer', 'rule', 'message'],
  properties: {
    pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the request.', example: '/lines/0/account' },
    rule: { ...code(), description: 'The rule that refuses the field.' },
    message: { type: 'string', description: 'What is wrong and what to do, in the reader’s language.' },
  },
});

/** The schemas of refusals, and an answer for each status with its codes and an example. */
export const problemComponents = () => ({
  schemas: { Problem: problem(), ProblemField: problemField() },
  responses: Object.fromEntries(
    Object.entries(NAMES).map(([status, [name, meaning, example]]) => {
      const codes = problemCatalogue().filter((one) => one.status === Number(status));
      const description = `${meaning} Codes: ${codes.map(({ code }) => `\`${code}\``).join(', ')}.`;
      const body = {
        schema: { $ref: '#/components/schemas/Problem' },
        example: problemBody(example, 'en', '/api/v1/…'),
      };
      return [name, { description, content: { 'application/problem+json': body } }];
    }),
  ),
});

const hasFile = (content: Content | undefined): boolean =>
  Object.keys(content ?? {}).some((type) => type !== 'application/json' && !type.startsWith('image/'));

/** The refusals that an operation may answer, as references to {@link problemComponents}. */
export function refusalsOf(method: string, path: string, operation: Operation): Record<string, { $ref: string }> {
  const writes = method !== 'get';
  const signsIn = path.endsWith('/auth/sign-in');
  const provesSecret = signsIn || (writes && /\/auth\/(password|totp\/(confirmation|removal))$/.test(path));
  const guarded = operation['x-access'].kind !== 'public';
  const asks = operation.requestBody !== undefined;
  const takesFile = hasFile(operation.requestBody?.content);
  const streams = takesFile || hasFile(operation.responses['200']?.content);
  const statuses = [
    (asks || operation.parameters!.some(({ $ref }) => $ref !== '#/components/parameters/CsrfToken')) && 400,
    (guarded || signsIn) && 401,
    (guarded || writes) && 403,
    (path.includes('{') || path.includes('/oidc/')) && 404,
    writes && guarded && !path.endsWith('/trial') && 409,
    asks && 408,
    asks && 413,
    asks && 415,
    asks && 422,
    (provesSecret || streams) && 429,
    500,
    503,
    ((writes && guarded) || streams) && 507,
  ].filter((status) => status !== false);
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${NAMES[status]![0]}` }]),
  );
}
