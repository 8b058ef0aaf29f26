import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import path from 'node:path';
import { AppModule, type AppOptions } from './app.module.js';
import { boundCrowds } from './http/crowds.js';
import { DOCS_POLICY, docsPage } from './http/docs-page.js';
import { readJsonBodies } from './http/json-body.js';
import { openApi, prefixRoutes } from './http/openapi.js';
import { ProblemFilter } from './http/problem.filter.js';
import { cutSlowPeers } from './http/slow-peers.js';
import { validationPipe } from './http/validation.pipe.js';
import { secureHeaders } from './http/security-headers.js';
import { serveWebApp } from './http/web-app.js';

/** Where the built browser application lies, beside the built server. */
const WEB_ROOT = path.resolve(import.meta.dirname, '../../web');
const BODY_LIMIT = 1024 * 1024;
/** How long one request may take to arrive whole at the very most: uploads of gigabytes need it. `cutSlowPeers` asks for more. */
const REQUEST_TIMEOUT_MS = 3_600_000;

/** What the door asks of those outside. */
export interface DoorOptions {
  /** How the proxies in front are known: their number, or their addresses and networks. False: there is none. */
  trustProxy: number | string[] | false;
  /** Who takes or sends nothing for so long is cut off. */
  stallSeconds: number;
  connectionsPerAddress: number;
  webRoot: string;
}
const DOOR: DoorOptions = { trustProxy: false, stallSeconds: 30, connectionsPerAddress: 512, webRoot: WEB_ROOT };

/** By number, the last so many entries were written by proxies; whoever reaches the port past them could write what they like. */
const trustOf = (proxies: DoorOptions['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number): boolean => hop < proxies : proxies;

/** The whole application, not yet listening. */
export async function createApp(
  options: AppOptions,
  logger: LoggerService | false,
  given: Partial<DoorOptions> = {},
): Promise<NestFastifyApplication> {
  const door = { ...DOOR, ...given };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustOf(door.trustProxy),
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
  const server = app.getHttpAdapter().getInstance();
  boundCrowds(server, door.connectionsPerAddress, door.trustProxy !== false);
  cutSlowPeers(server, door.stallSeconds * 1000);
  await secureHeaders(app, door.trustProxy !== false);
  const document = openApi(app);
  const text = JSON.stringify(document);
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
  const docs = docsPage(document);
  server.get('/api/docs', (_request, reply) =>
    reply.header('Content-Security-Policy', DOCS_POLICY).type('text/html; charset=utf-8').send(docs),
  );
  await serveWebApp(app, door.webRoot);
  app.enableShutdownHooks([]);
  return app;
}
