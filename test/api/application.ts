import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@lib/database';
import type { HttpOptions } from '@lib/http';
import { SealKey } from '@lib/ledger';
import type { AccessOptions } from '@lib/access';
import { createApp, type DoorOptions } from '../../apps/api/src/create-app.js';
import { createTestUser, type TestUser } from '../support/access.js';
import { createTestClient } from '../support/clients.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: any;
}

/** The whole application behind a real port, with two municipalities and a clerk and a lead for each. */
export interface Application {
  app: NestFastifyApplication;
  db: Database;
  database: TestDatabase;
  port: number;
  own: number;
  foreign: number;
  clerk: TestUser;
  second: TestUser;
  lead: TestUser;
  stranger: TestUser;
  send(
    user: TestUser | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

export async function startApplication(
  given: { access?: Partial<AccessOptions>; door?: Partial<DoorOptions>; http?: HttpOptions } = {},
): Promise<Application> {
  const database = await createTestDatabase();
  const sealKey = new SealKey(generateKeyPairSync('ed25519').privateKey);
  const access = { secretKey: randomBytes(32), centreName: 'Testzentrum', ...given.access };
  const app = await createApp(
    { databaseUrl: database.appUrl, access, ledger: { sealKey, schedule: false }, http: given.http } as never,
    false,
    given.door,
  );
  await app.listen(0, '127.0.0.1');
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  const db = app.get(Database);
  const [own, foreign] = [(await createTestClient(db)).id, (await createTestClient(db)).id];
  const clerk = await createTestUser(db, { roles: [{ role: 'clerk', clientId: own }] });
  const second = await createTestUser(db, { roles: [{ role: 'clerk', clientId: own, amountLimit: 100_000n }] });
  const lead = await createTestUser(db, { roles: [{ role: 'centre-lead', clientId: null }] });
  const stranger = await createTestUser(db, {
    roles: (['clerk', 'treasurer', 'centre-lead'] as const).map((role) => ({ role, clientId: foreign })),
  });
  return {
    app,
    db,
    database,
    port,
    own,
    foreign,
    clerk,
    second,
    lead,
    stranger,
    send: (user, method, path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const raw = typeof body === 'string' || Buffer.isBuffer(body);
        const payload = body === undefined ? undefined : raw ? body : JSON.stringify(body);
        const outgoing = request(
          {
            port,
            host: '127.0.0.1',
            method,
            path: path.startsWith('/api/') ? path : `/api/v1${path}`,
            headers: {
              ...user?.headers,
              ...(payload !== undefined && {
                'content-type': 'application/json',
                'content-length': String(Buffer.byteLength(payload)),
              }),
              ...headers,
            },
          },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('end', () => {
              const text = Buffer.concat(chunks).toString('utf8');
              const json = /json/.test(incoming.headers['content-type'] ?? '') && text !== '';
              resolve({
                status: incoming.statusCode!,
                headers: incoming.headers,
                text,
                body: json ? JSON.parse(text) : undefined,
              });
            });
          },
        );
        let answered = false;
        outgoing.on('response', () => (answered = true));
        // A server that refuses a body early may close the wire while it is still being sent.
        outgoing.on('error', (error) => answered || reject(error));
        outgoing.end(payload);
      }),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
