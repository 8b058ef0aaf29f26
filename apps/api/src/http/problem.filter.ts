import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessRequest } from '@lib/access';
import { isConnectionLost, isPoolExhausted } from '@lib/database';
import { httpProblems, isDiskFull } from '@lib/http';
import { type Language, Problem, problems, wordsFor } from '@lib/kernel';

const TYPE_BASE = 'https://finanzzentrum.example/problems/';
const kebab = (code: string): string => code.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** Answers every refusal as problem details (RFC 9457) in the language of the request; what is unexpected is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, request);
    if (problem.code === 'Internal' || isDiskFull(error)) this.logger.error({ err: error, requestId: request.id });
    if (reply.sent) return;
    const seconds = problem.params['seconds'] ?? (problem.status === 503 ? 2 : undefined);
    if (seconds !== undefined && seconds !== null) void reply.header('Retry-After', String(seconds));
    void reply
      .status(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Content-Language', languageOf(request))
      .send(JSON.stringify(problemBody(problem, languageOf(request), request.url)));
  }
}

/** The document that answers a refusal. */
export function problemBody(problem: Problem, language: Language, instance: string): Record<string, unknown> {
  const { title, detail } = wordsFor(problem.code, problem.params, language);
  return {
    type: TYPE_BASE + kebab(problem.code),
    title,
    status: problem.status,
    detail,
    code: problem.code,
    instance: instance.split('?', 1)[0],
    ...(problem.fields.length > 0 && {
      errors: problem.fields.map((field) => ({
        pointer: field.pointer,
        rule: field.code,
        message: wordsFor(field.code, field.params, language).detail,
      })),
    }),
  };
}

function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'];
  if (wanted) return /^\s*en\b/i.test(wanted) ? 'en' : 'de';
  return (request as AccessRequest).principal?.language ?? 'de';
}

/** What a value that only the database could not read should have been. */
const EXPECTED: Record<string, string> = {
  '22021': 'UTF-8',
  '22P05': 'UTF-8',
  '22007': 'RFC 3339',
  '22008': 'RFC 3339',
  '22P02': 'Format',
  '22003': 'Zahlenformat/number',
};

/** Errors of the server, the router and the body parser in our own words. */
function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  switch (status) {
    case 400:
      return problems.Malformed({ reason: 'HTTP' });
    case 404:
      return problems.NotFound();
    case 405:
      return problems.MethodNotAllowed();
    case 413:
      return problems.TooLarge({ limit: '1 MiB' });
    case 415:
      return problems.UnsupportedMediaType({ given: request.headers['content-type'] ?? '–' });
    case undefined:
    default:
      break;
  }
  const expected = EXPECTED[code ?? ''];
  if (expected) return problems.Malformed({ reason: expected });
  if (isDiskFull(error)) return httpProblems.DiskFull();
  if (isPoolExhausted(error)) return problems.Overloaded({ seconds: 5 });
  if (isConnectionLost(error)) return problems.DatabaseUnavailable();
  if (code === '55P03') return problems.Overloaded({ seconds: 2 });
  return problems.Internal({ requestId: String(request.id) });
}
