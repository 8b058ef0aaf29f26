import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClient } from '@lib/clients';
import { Database } from '@lib/database';
import { ImportRunner } from '@lib/exchange';
import { SealKey } from '@lib/ledger';
import type { AccessOptions } from '@lib/access';
import { createApp, type DoorOptions } from '../../apps/api/src/create-app.js';
import { createTestUser, type TestRole, type TestUser } from './access.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** A job as the API answers it. */
export interface Job {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  result: any;
  errors: { line: number | null; column: string | null; rule: string; message: string }[];
  errorCount: number;
  progress: { bytesRead: number; bytesTotal: number; entries: number; lines: number };
  [field: string]: any;
}

/** The whole application on a database of its own, with somebody who may do everything, for files in and out. */
export interface ExchangeApp {
  app: NestFastifyApplication;
  db: Database;
  database: TestDatabase;
  sealKey: SealKey;
  lead: TestUser;
  newClient(fiscalYear?: number): Promise<number>;
  newUser(roles: TestRole[]): Promise<TestUser>;
  send(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, headers?: Record<string, string>): Promise<any>;
  /** Sends a file and waits until its job is finished. */
  importFile(
    clientId: number,
    query: Record<string, string | number | boolean>,
    content: string | Buffer,
    user?: TestUser,
  ): Promise<Job>;
  /** The body of an export. */
  download(url: string, user?: TestUser): Promise<Buffer>;
  /** Text of one value of the database, as the superuser sees it. */
  close(): Promise<void>;
}

let keys = 0;

/** What a test wants different about the doors. */
export interface Doors {
  access?: Partial<AccessOptions>;
  door?: Partial<DoorOptions>;
}

export async function startExchange(
  options: { uploadLimit?: number } = {},
  { access = {}, door = {} }: Doors = {},
): Promise<ExchangeApp> {
  const database = await createTestDatabase();
  const sealKey = new SealKey(generateKeyPairSync('ed25519').privateKey);
  const app = await createApp(
    {
      databaseUrl: database.appUrl,
      access: { secretKey: randomBytes(32), centreName: 'Testzentrum', ...access },
      ledger: { sealKey, schedule: false },
      exchange: { runJobs: false, thread: false, ...options },
    },
    false,
    door,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const db = app.get(Database);
  const runner = app.get(ImportRunner);
  const lead = await createTestUser(db, { roles: [{ role: 'centre-lead', clientId: null }] });
  const send: ExchangeApp['send'] = async (method, url, body, headers = lead.headers) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers,
      ...(body !== undefined && { payload: body as object }),
    });
    return Object.assign(answer, {
      json: answer.body && /json/.test(String(answer.headers['content-type'])) ? JSON.parse(answer.body) : undefined,
    });
  };
  return {
    app,
    db,
    database,
    sealKey,
    lead,
    send,
    async newClient(fiscalYear = 2025) {
      const key = `gemeinde-${++keys}-${randomBytes(3).toString('hex')}`;
      const wish = { template: 'nrw-municipality' as const, key, name: `Gemeinde ${key}`, fiscalYear };
      return (await db.inCentre((tx) => createClient(tx, wish, { userId: null, userName: 'test' }))).id;
    },
    newUser: (roles) => createTestUser(db, { roles }),
    async importFile(clientId, query, content, user = lead) {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const format = query['format'] ?? 'csv';
      const answer = await app.inject({
        method: 'POST',
        url: `/api/v1/clients/${clientId}/imports?${search.toString()}`,
        headers: { ...user.headers, 'content-type': format === 'jsonl' ? 'application/x-ndjson' : 'text/csv' },
        payload: Readable.from([Buffer.from(content)]),
      });
      if (answer.statusCode !== 202)
        throw Object.assign(new Error(`import answered ${answer.statusCode}: ${answer.body}`), { answer });
      await runner.wake();
      const job = await app.inject({
        url: `/api/v1/clients/${clientId}/jobs/${answer.json<Job>().id}`,
        headers: user.headers,
      });
      return job.json<Job>();
    },
    async download(url, user = lead) {
      const answer = await app.inject({ url: `/api/v1${url}`, headers: user.headers });
      if (answer.statusCode !== 200)
        throw Object.assign(new Error(`export answered ${answer.statusCode}: ${answer.body}`), { answer });
      return answer.rawPayload;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
