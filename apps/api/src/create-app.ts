import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import path from 'node:path';
import { AppModule, type AppOptions } from './app.module.js';
import { DOCS_POLICY, docsPage } from './http/docs-page.js';
import { readJsonBodies } from './http/json-body.js';
import { openApi, prefixRoutes } from './http/openapi.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.pipe.js';
import { secureHeaders } from './http/security-headers.js';
import { serveWebApp } from './http/web-app.js';

/** Where the built browser application lies, beside the built server. */
const WEB_ROOT = path.resolve(import.meta.dirname, '../../web');
const BODY_LIMIT = 1024 * 1024;
/** How long one request may take to arrive whole: uploads of gigabytes over a slow line need it. */
const REQUEST_TIMEOUT_MS = 3_600_000;

/** The whole application, not yet listening. `trustProxy` is on where a reverse proxy ends TLS. */
export async function createApp(
  options: AppOptions,
  logger: LoggerService | false,
  { trustProxy = false, webRoot = WEB_ROOT } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT_MS,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(options), adapter, {
    logger,
    abortOnError: false,
    bodyParser: false,
  });
  prefixRoutes(app);
  readJsonBodies(app, BODY_LIMIT);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await secureHeaders(app, trustProxy);
  const server = app.getHttpAdapter().getInstance();
  const document = openApi(app);
  const text = JSON.stringify(document);
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
  const docs = docsPage(document);
  server.get('/api/docs', (_request, reply) =>
    reply.header('Content-Security-Policy', DOCS_POLICY).type('text/html; charset=utf-8').send(docs),
  );
  await serveWebApp(app, webRoot);
  app.enableShutdownHooks([]);
  return app;
}
