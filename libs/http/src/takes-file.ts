import { RouteConfig } from '@nestjs/platform-fastify';
import { Readable } from 'node:stream';
import type { AccessRequest } from '@lib/access';
import { problems } from '@lib/kernel';

/** The route takes a file as the body of the request, of any type, handed on as a stream. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });

/** Whether a route was marked by {@link TakesFile}. */
export const takesFile = (config: unknown): boolean =>
  (config as { takesFile?: boolean } | undefined)?.takesFile === true;

/** The body of a request that brings a file, and the size that its header announces. */
export function fileBody(request: AccessRequest): { body: Readable; announced: number | null } {
  const { body } = request;
  if (!(body instanceof Readable))
    throw problems.UnsupportedMediaType({ given: request.headers['content-type'] ?? '–' });
  const length = request.headers['content-length'];
  return { body, announced: length === undefined ? null : Number(length) };
}
