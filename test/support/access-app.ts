import { randomBytes } from 'node:crypto';
import { AccessModule, type AccessOptions } from '@lib/access';
import { Database, DatabaseModule } from '@lib/database';
import { Clock } from '@lib/kernel';
import type { Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { InjectOptions, Response } from 'light-my-request';
import { ProblemFilter } from '../../apps/api/src/http/problem.filter.js';
import { validationPipe } from '../../apps/api/src/http/validation.pipe.js';
import { TestClock } from './access.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** A browser: keeps the session's cookie and sends the CSRF token with every writing request. */
export interface Browser {
  cookie: string;
  csrfToken: string;
  send(
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

export interface AccessApp {
  app: NestFastifyApplication;
  db: Database;
  clock: TestClock;
  database: TestDatabase;
  options: AccessOptions;
  send(
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  signIn(userName: string, password: string, totp?: string): Promise<Response>;
  browser(userName: string, password: string, totp?: string): Promise<Browser>;
  /** Another instance of the application on the same database, as after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Access alone, over HTTP, on a database of its own and as the application's role. */
export async function startAccess(
  given: Partial<AccessOptions> = {},
  controllers: Type[] = [],
  imports: Type[] = [],
): Promise<AccessApp> {
  const database = await createTestDatabase();
  const options: AccessOptions = { secretKey: randomBytes(32), centreName: 'Testzentrum', ...given };
  const clock = new TestClock();
  const start = async (): Promise<NestFastifyApplication> => {
    const module = await Test.createTestingModule({
      imports: [DatabaseModule.at(database.appUrl), AccessModule.register(options), ...imports],
      controllers,
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ trustProxy: true }));
    app.setGlobalPrefix('api/v1');
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalPipes(validationPipe());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return app;
  };
  const send: AccessApp['send'] = (method, url, body, headers = {}) =>
    context.app.inject({
      method,
      url: `/api/v1${url}`,
      headers,
      ...(body !== undefined && { payload: body as object }),
    }) as unknown as Promise<Response>;
  const signIn: AccessApp['signIn'] = (userName, password, totp) =>
    send('POST', '/auth/sign-in', { userName, password, ...(totp !== undefined && { totp }) });
  const context: AccessApp = {
    app: await start(),
    db: undefined as never,
    clock,
    database,
    options,
    send,
    signIn,
    async browser(userName, password, totp) {
      const answer = await signIn(userName, password, totp);
      if (answer.statusCode !== 200) throw new Error(`sign-in answered ${answer.statusCode}: ${answer.body}`);
      const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
      const { csrfToken } = answer.json<{ csrfToken: string }>();
      return {
        cookie,
        csrfToken,
        send: (method, url, body, headers = {}) =>
          send(method, url, body, { cookie, 'x-csrf-token': csrfToken, ...headers }),
      };
    },
    async restart() {
      await context.app.close();
      context.app = await start();
      context.db = context.app.get(Database);
    },
    async close() {
      await context.app.close();
      await database.drop();
    },
  };
  context.db = context.app.get(Database);
  return context;
}
