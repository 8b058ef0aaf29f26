import { ConnectionError, problemOf } from './problem';
import { reauthenticate } from './reauthentication';

export const BASE = '/api/v1';

export type Query = Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>;

export interface RequestOptions {
  query?: Query;
  signal?: AbortSignal;
  /** Kept by the caller over retries, so that a repeated request is never booked twice. */
  idempotencyKey?: string;
  /** `false` hands a 401 to the caller instead of asking the person to sign in again. */
  signInAgain?: boolean;
  contentType?: string;
}

let csrfToken: string | null = null;
let language = 'de';

export const setCsrfToken = (token: string | null): void => void (csrfToken = token);
export const setApiLanguage = (code: string): void => void (language = code);

/** The address of a resource, for links that the browser follows itself (downloads). */
export function urlOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    params.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = params.toString();
  return `${BASE}${path}${text ? `?${text}` : ''}`;
}

/** Sends one request; `api.ts` is the typed way to do so. */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<T> {
  // One key for the whole call: it survives signing in again in between.
  const key = method === 'POST' ? (options.idempotencyKey ?? crypto.randomUUID()) : undefined;
  for (;;) {
    const response = await transmit(method, urlOf(path, options.query), body, key, options);
    if (response.ok) return readBody<T>(response);
    const problem = await problemOf(response);
    const sessionLost = problem.status === 401 || problem.code.startsWith('Csrf');
    if (!sessionLost || options.signInAgain === false) throw problem;
    await reauthenticate(problem);
  }
}

async function transmit(method: string, url: string, body: unknown, key: string | undefined, options: RequestOptions) {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  if (csrfToken && method !== 'GET') headers.set('X-CSRF-Token', csrfToken);
  if (key) headers.set('Idempotency-Key', key);
  const raw = body instanceof Blob || typeof body === 'string';
  if (body !== undefined) headers.set('Content-Type', options.contentType ?? 'application/json');
  const payload = body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body);
  try {
    return await fetch(url, { method, headers, body: payload, signal: options.signal, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ConnectionError(error);
  }
}

async function readBody<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}
