import { request, type RequestOptions, urlOf } from './http';
import type { paths } from './schema';

/**
 * The one door to the service. Address, parameters, body and answer of every call are checked against the generated
 * description of the API (`schema.d.ts`): a call the service does not know does not compile.
 */
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Base = '/api/v1';

/** Addresses below `/api/v1` that take this verb. */
type Address<V extends Verb> = {
  [P in keyof paths]: P extends `${Base}${infer Rest}` ? (paths[P][V] extends undefined ? never : Rest) : never;
}[keyof paths];

type Operation<V extends Verb, A extends string> = `${Base}${A}` extends keyof paths ? paths[`${Base}${A}`][V] : never;

type PathOf<O> = O extends { parameters: { path: infer P } } ? { path: P } : { path?: undefined };
type QueryOf<O> = O extends { parameters: { query: infer Q } }
  ? { query: Q }
  : O extends { parameters: { query?: infer Q } }
    ? { query?: Q }
    : { query?: undefined };
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { body?: B }
    : { body?: undefined };
type Content<R, Status extends number> = R extends { [S in Status]: { content: { 'application/json': infer T } } }
  ? T
  : never;
type AnswerOf<O> = O extends { responses: infer R }
  ? [Content<R, 200> | Content<R, 201> | Content<R, 202>] extends [never]
    ? void
    : Content<R, 200> | Content<R, 201> | Content<R, 202>
  : never;

type Wish<O> = PathOf<O> & QueryOf<O> & BodyOf<O> & Omit<RequestOptions, 'query'>;
type Needs =
  | { parameters: { path: object } }
  | { parameters: { query: object } }
  | { requestBody: { content: { 'application/json': object } } };
/** Nothing to say where an address takes neither parameters nor a body. */
type Arguments<O> = O extends Needs ? [wish: Wish<O>] : [wish?: Wish<O>];

/** What an address takes as query, for filters that are kept elsewhere before they are sent. */
export type QueryFor<V extends Verb, A extends Address<V>> = NonNullable<QueryOf<Operation<V, A>>['query']>;

type LooseWish = RequestOptions & { path?: Record<string, string | number>; body?: unknown };

const call =
  <V extends Verb>(verb: V) =>
  <A extends Address<V>>(address: A, ...[wish]: Arguments<Operation<V, A>>): Promise<AnswerOf<Operation<V, A>>> => {
    const { path, body, ...options } = (wish ?? {}) as LooseWish;
    return request(verb.toUpperCase(), fill(address, path), body, options);
  };

/** Puts parameters into an address: `/clients/{clientId}` becomes `/clients/7`. */
function fill(address: string, path: Record<string, string | number> = {}): string {
  return address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name]!));
}

export const api = {
  get: call('get'),
  post: call('post'),
  put: call('put'),
  patch: call('patch'),
  del: call('delete'),
};

/** The address of a download, which the browser follows itself. */
export function hrefOf<A extends Address<'get'>>(
  address: A,
  { path, query }: PathOf<Operation<'get', A>> & QueryOf<Operation<'get', A>>,
): string {
  return urlOf(fill(address, path as LooseWish['path']), query as RequestOptions['query']);
}
