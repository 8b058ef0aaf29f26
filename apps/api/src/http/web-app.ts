import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Serves the built browser application; every address that is neither a file nor the API is one of its pages. */
export async function serveWebApp(app: NestFastifyApplication, root: string): Promise<boolean> {
  if (!existsSync(path.join(root, 'index.html'))) return false;
  await app.register(fastifyStatic as never, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply: { header(name: string, value: string): void }, file: string) => {
      const immutable = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/', (_request, reply) => reply.sendFile('index.html'));
  server.addHook('onRequest', (request, reply, done) => {
    const page =
      request.method === 'GET' &&
      request.is404 &&
      !request.url.startsWith('/api/') &&
      !/\.\w+$/.test(request.url.split('?')[0]!);
    if (page) void reply.sendFile('index.html');
    else done();
  });
  return true;
}
