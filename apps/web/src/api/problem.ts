export interface FieldError {
  /** JSON pointer into the request, e.g. `/lines/1/account`. */
  pointer?: string;
  rule: string;
  message: string;
}

/** A refusal as RFC 9457 problem details; `code` is the stable name of the rule, e.g. `PeriodClosed`. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(detail || title);
    this.name = 'ProblemError';
  }
}

/** The request never reached the service, or no answer came back: it may be repeated with the same idempotency key. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('connection failed', { cause });
    this.name = 'ConnectionError';
  }
}

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);

interface ProblemBody {
  type?: string;
  code?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const code = body.code ?? body.type?.split('/').pop() ?? String(response.status);
  return new ProblemError(
    response.status,
    code,
    body.title ?? response.statusText,
    body.detail ?? '',
    body.errors ?? [],
  );
}
