import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createClient } from '@lib/clients';
import { Database } from '@lib/database';
import type { DocumentsOptions } from '@lib/documents';
import { SealKey } from '@lib/ledger';
import { createApp } from '../../apps/api/src/create-app.js';
import { createTestUser, type TestRole, type TestUser } from './access.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  bytes: Buffer;
  body: any;
}

/** The whole application on a database of its own, with somebody who may do everything, for documents. */
export interface DocumentsApp {
  app: NestFastifyApplication;
  db: Database;
  database: TestDatabase;
  lead: TestUser;
  newClient(wish?: Record<string, unknown>): Promise<number>;
  newUser(roles: TestRole[]): Promise<TestUser>;
  send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    options?: { user?: TestUser; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Sends a file as the body of a request. */
  sendFile(
    url: string,
    name: string,
    bytes: Buffer | string,
    options?: { user?: TestUser; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Sends a file into a client's inbox and answers its document. */
  upload(clientId: number, name: string, bytes: Buffer | string, user?: TestUser): Promise<any>;
  /** Rows as the superuser sees them. */
  all<R extends object = any>(sql: string, params?: unknown[]): Promise<R[]>;
  /** A statement as another role of the database, bound to a client. */
  asRole(role: string, clientId: number | null, sql: string, params?: unknown[]): Promise<any[]>;
  close(): Promise<void>;
}

let keys = 0;

export async function startDocuments(options: DocumentsOptions = {}): Promise<DocumentsApp> {
  const database = await createTestDatabase();
  const app = await createApp(
    {
      databaseUrl: database.appUrl,
      access: { secretKey: randomBytes(32), centreName: 'Testzentrum' },
      ledger: { sealKey: new SealKey(generateKeyPairSync('ed25519').privateKey), schedule: false },
      exchange: { runJobs: false, thread: false },
      documents: { runJobs: false, ...options },
    },
    false,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const db = app.get(Database);
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const lead = await createTestUser(db, { roles: [{ role: 'centre-lead', clientId: null }] });
  const inject = async (wish: Parameters<NestFastifyApplication['inject']>[0]): Promise<Answer> => {
    const answer = await app.inject(wish as never);
    const json = /\bjson/.test(String(answer.headers['content-type'])) && answer.body !== '';
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      body: json ? JSON.parse(answer.body) : undefined,
    };
  };
  const started: DocumentsApp = {
    app,
    db,
    database,
    lead,
    async newClient(wish = {}) {
      const key = `gemeinde-${++keys}-${randomBytes(3).toString('hex')}`;
      const whole = { template: 'nrw-municipality' as const, key, name: `Gemeinde ${key}`, fiscalYear: 2026, ...wish };
      return (await db.inCentre((tx) => createClient(tx, whole as never, { userId: null, userName: 'test' }))).id;
    },
    newUser: (roles) => createTestUser(db, { roles }),
    send: (method, url, body, { user = lead, headers = {} } = {}) =>
      inject({
        method,
        url: `/api/v1${url}`,
        headers: { ...user.headers, ...headers },
        ...(body !== undefined && { payload: body as object }),
      }),
    sendFile: (url, name, bytes, { user = lead, headers = {} } = {}) =>
      inject({
        method: 'POST',
        url: `/api/v1${url}?fileName=${encodeURIComponent(name)}`,
        headers: { ...user.headers, 'content-type': 'application/octet-stream', ...headers },
        payload: Buffer.from(bytes),
      }),
    async upload(clientId, name, bytes, user = lead) {
      const answer = await started.sendFile(`/clients/${clientId}/documents`, name, bytes, { user });
      if (answer.status !== 201 && answer.status !== 200)
        throw new Error(`upload of ${name} answered ${answer.status}: ${answer.bytes.toString()}`);
      return answer.body;
    },
    all: async (sql, params) => (await admin.query(sql, params)).rows as never,
    async asRole(role, clientId, sql, params) {
      await admin.query('begin');
      try {
        if (clientId !== null) await admin.query(`set local app.client_id = '${clientId}'`);
        await admin.query(`set local role ${role}`);
        const { rows } = await admin.query(sql, params);
        await admin.query('commit');
        return rows;
      } catch (error) {
        await admin.query('rollback');
        throw error;
      }
    },
    async close() {
      await app.close();
      await admin.end();
      await database.drop();
    },
  };
  return started;
}
