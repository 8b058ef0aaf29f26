import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isUtf8 } from 'node:buffer';
import { problems } from '@lib/kernel';

/**
 * Reads JSON bodies: valid UTF-8 only (a silently replaced letter would end up in the books), no `__proto__`, and an empty
 * body counts as none.
 */
export function readJsonBodies(app: NestFastifyApplication, bodyLimit: number): void {
  app.useBodyParser('application/json', { bodyLimit }, (_request: unknown, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body)) return done(problems.Malformed({ reason: 'UTF-8' }));
    const text = body.toString('utf8');
    try {
      done(null, text.includes('__proto__') ? JSON.parse(text, withoutPrototype) : JSON.parse(text));
    } catch {
      done(problems.Malformed({ reason: 'JSON' }));
    }
  });
}

function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('__proto__');
  return value;
}
