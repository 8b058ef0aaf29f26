import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isUtf8 } from 'node:buffer';
import { problems } from '@lib/kernel';

/**
 * Reads JSON bodies: valid UTF-8 only (a silently replaced letter would end up in the books), no `__proto__`, no nesting without
 * end, and an empty body counts as none.
 */
export function readJsonBodies(app: NestFastifyApplication, bodyLimit: number): void {
  // Fastify reads plain text by itself; here it is no way to say anything.
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
  app.useBodyParser(
    'application/json',
    { bodyLimit },
    (_request: unknown, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
      if (body.length === 0) return done(null, undefined);
      if (!isUtf8(body)) return done(problems.Malformed({ reason: 'UTF-8' }));
      if (isTooDeep(body)) return done(problems.Malformed({ reason: `JSON (max. ${DEEPEST} Ebenen/levels)` }));
      const text = body.toString('utf8');
      try {
        // Escaped letters may spell the name, too.
        done(null, /__proto__|\\u005f/i.test(text) ? JSON.parse(text, withoutPrototype) : JSON.parse(text));
      } catch {
        done(problems.Malformed({ reason: 'JSON' }));
      }
    },
  );
}

/** Deeper than any request of ours; what walks through a body by calling itself must not run out of stack. */
const DEEPEST = 32;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (byte === QUOTE) {
      for (at++; at < body.length && body[at] !== QUOTE; at++) if (body[at] === BACKSLASH) at++;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > DEEPEST) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
  }
  return false;
}

function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('__proto__');
  return value;
}
