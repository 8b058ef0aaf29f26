import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createUser, OtherSecretKeyError, Sealing } from '@lib/access';
import { Database } from '@lib/database';
import { OtherSealKeyError, type SealKey } from '@lib/ledger';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { createApp } from '../create-app.js';
import { ExitCode } from '../exit-codes.js';
import { loadSecrets, nextSealKey } from '../secrets.js';
import { explainStartFailure } from '../startup.js';
import { goOnWithoutSealKey, goOnWithoutSecretKey, type KeyRoom, rotateSealKey, showKeys } from './change-keys.js';

let database: TestDatabase;
let room: KeyRoom;
beforeEach(async () => {
  database = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'keys-'));
  room = { adminUrl: database.adminUrl, dataDir, env: {} };
});
afterEach(async () => {
  await database.drop();
  rmSync(room.dataDir, { recursive: true, force: true });
});

const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const secretsDir = (): string => path.join(room.dataDir, 'secrets');

/** Starts an instance with the secrets of the room, as `main.ts` does, and ends it again. */
async function start(work: (db: Database) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  const { secretKey, sealKey } = loadSecrets(room.dataDir, room.env);
  const app = await createApp(
    {
      databaseUrl: database.appUrl,
      access: { secretKey, centreName: 'Testzentrum' },
      ledger: { sealKey, schedule: false },
      exchange: { runJobs: false },
      documents: { runJobs: false },
    },
    false,
  );
  try {
    await app.init();
    await work(app.get(Database));
  } finally {
    await app.close().catch(() => undefined);
  }
}
async function sql(text: string, params?: unknown[]): Promise<any[]> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query(text, params)).rows;
  } finally {
    await client.end();
  }
}
const keysOf = (): Promise<any[]> => sql('select key_id as id, kind, reason from seal_key order by key_no');
const loseSealKey = (): void => writeFileSync(path.join(secretsDir(), 'seal-key.pem'), pem());

describe('the seal key of an instance', () => {
  it('is registered at the first start, and the same one starts again', async () => {
    await start();
    await start();
    expect(await keysOf()).toEqual([
      { id: loadSecrets(room.dataDir, {}).sealKey.id, kind: 'first', reason: 'First key of the centre' },
    ]);
  });

  it('is refused when another one is in force, in words that say what to do', async () => {
    await start();
    const inForce = loadSecrets(room.dataDir, {}).sealKey.id;
    loseSealKey();
    const failure = await start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OtherSealKeyError);
    const { exitCode, message } = explainStartFailure(failure);
    expect(exitCode).toBe(ExitCode.OtherSecret);
    expect(message).toContain(inForce);
    expect(message).toMatch(/rotate-seal-key.*seal-key-lost.*Nothing was changed/s);
    expect(await keysOf()).toHaveLength(1);
  });

  it('is refused, too, when books from before keys were registered have seals of another one', async () => {
    const former = loadSecrets(room.dataDir, {}).sealKey;
    await sql(
      `insert into client (key, name, short_name, kind, chart) values ('alt', 'Alt', 'Alt', 'municipality', 'nkf-2019')`,
    );
    await sql(`begin; set local session_replication_role = replica;
      insert into seal select id, 1, now(), null, 'x', 'x', '${former.id}', 'x' from client; commit`);
    room = { ...room, env: { SEAL_KEY: pem() } };
    await expect(start()).rejects.toMatchObject({ inForce: former.id });
    expect(await keysOf()).toEqual([]);
    room = { ...room, env: {} };
    await start();
    expect(await keysOf()).toMatchObject([{ id: former.id, kind: 'first' }]);
  });

  it('of two that start at once on new books, one is registered', async () => {
    const other: KeyRoom = { ...room, env: { SEAL_KEY: pem() } };
    const mine = room;
    const results = await Promise.allSettled(
      [mine, other].map((one) => {
        room = one;
        return start();
      }),
    );
    room = mine;
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await keysOf()).toHaveLength(1);
  });

  it('is changed by a hand-over; the next one lies where the former lay, which stays beside it', async () => {
    await start();
    const former = loadSecrets(room.dataDir, {}).sealKey;
    const next = await rotateSealKey(room, 'Jährlicher Wechsel');
    expect(loadSecrets(room.dataDir, {}).sealKey.id).toBe(next.id);
    expect(
      readdirSync(secretsDir())
        .filter((name) => name.startsWith('seal-key'))
        .sort(),
    ).toEqual([`seal-key.${former.id}.pem`, 'seal-key.pem'].sort());
    expect(await keysOf()).toMatchObject([
      { id: former.id },
      { id: next.id, kind: 'hand-over', reason: 'Jährlicher Wechsel' },
    ]);
    await start();
    const shown = (await showKeys(room)).join('\n');
    expect(shown).toContain(`2. ${next.id}  hand-over`);
    expect(shown).toMatch(/in force, given to this instance/);
  });

  it('an interrupted change is finished by the same command', async () => {
    await start();
    const former = loadSecrets(room.dataDir, {}).sealKey;
    const next = nextSealKey(room.dataDir);
    await rotateSealKey({ ...room, env: { SEAL_KEY: readKey(former) } }, 'Wechsel', readKey(next));
    await expect(start()).rejects.toBeInstanceOf(OtherSealKeyError);
    expect((await rotateSealKey(room, 'Wechsel')).id).toBe(next.id);
    expect(await keysOf()).toHaveLength(2);
    await start();
  });

  /** The private key as it was kept. */
  function readKey(key: SealKey): string {
    return (key as unknown as { key: { export(options: object): Buffer } }).key
      .export({ type: 'pkcs8', format: 'pem' })
      .toString();
  }

  it('that the settings give is followed by one that the operator brings', async () => {
    const [former, next] = [pem(), pem()];
    room = { ...room, env: { SEAL_KEY: former } };
    await start();
    await expect(rotateSealKey(room, 'Wechsel')).rejects.toThrow('--new');
    await expect(rotateSealKey(room, 'Wechsel', 'kein Schlüssel')).rejects.toThrow('Ed25519');
    const taken = await rotateSealKey(room, 'Wechsel', next);
    await expect(start()).rejects.toMatchObject({ inForce: taken.id });
    room = { ...room, env: { SEAL_KEY: next } };
    await start();
    expect(existsSync(secretsDir())).toBe(true);
    expect(readdirSync(secretsDir())).toEqual(['secret-key']);
  });

  it('that is lost is followed by a break, on purpose and once', async () => {
    await start();
    await expect(goOnWithoutSealKey(room, 'Verloren')).rejects.toThrow('is or was in force');
    loseSealKey();
    const next = await goOnWithoutSealKey(room, 'Server verbrannt');
    expect(await keysOf()).toMatchObject([
      { kind: 'first' },
      { id: next.id, kind: 'break', reason: 'Server verbrannt' },
    ]);
    await start();
  });

  it('the row of keys is changed by nobody afterwards', async () => {
    await start();
    for (const text of [`update seal_key set reason = 'anders'`, 'delete from seal_key', 'truncate seal_key'])
      await expect(sql(`begin; set local role finanz_owner; ${text}`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the secret key of an instance', () => {
  const loseSecretKey = (): void =>
    writeFileSync(path.join(secretsDir(), 'secret-key'), randomBytes(48).toString('base64url'));
  const somebodyWithCodes = (db: Database, secretKey: Buffer): Promise<unknown> =>
    db.inCentre(async (tx) => {
      const { id } = await createUser(tx, { userName: 'ada', displayName: 'Ada Alster' });
      await tx.query('update user_account set totp_secret = $2, totp_confirmed_at = now() where id = $1', [
        id,
        new Sealing(secretKey).seal('totp', 'JBSWY3DPEHPK3PXP'),
      ]);
    });

  it('is known again; another one is refused in words that say what to do', async () => {
    await start();
    await start();
    loseSecretKey();
    const failure = await start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OtherSecretKeyError);
    const { exitCode, message } = explainStartFailure(failure);
    expect(exitCode).toBe(ExitCode.OtherSecret);
    expect(message).toMatch(/SECRET_KEY.*secret-key-lost.*Nothing was changed/s);
  });

  it('of data from before fingerprints were kept shows by what it protects', async () => {
    const { secretKey } = loadSecrets(room.dataDir, {});
    await start((db) => somebodyWithCodes(db, secretKey));
    await sql('delete from secret_fingerprint');
    const right = path.join(secretsDir(), 'secret-key');
    const kept = secretKey.toString();
    loseSecretKey();
    await expect(start()).rejects.toBeInstanceOf(OtherSecretKeyError);
    writeFileSync(right, kept);
    await start();
  });

  it('that is lost takes the one-time codes with it, and the next one is known from then on', async () => {
    const { secretKey } = loadSecrets(room.dataDir, {});
    await start((db) => somebodyWithCodes(db, secretKey));
    loseSecretKey();
    expect(await goOnWithoutSecretKey(room)).toBe(1);
    await start();
    expect(await sql(`select totp_secret, totp_confirmed_at from user_account where user_name = 'ada'`)).toEqual([
      { totp_secret: null, totp_confirmed_at: null },
    ]);
    expect(await sql(`select detail from audit_event where action = 'secret-key.replace'`)).toEqual([
      { detail: { accountsWithoutCodes: 1 } },
    ]);
  });

  it('leaves a fingerprint from which it does not follow', async () => {
    const { secretKey } = loadSecrets(room.dataDir, {});
    await start();
    const [{ fingerprint }] = (await sql('select fingerprint from secret_fingerprint')) as [{ fingerprint: Buffer }];
    expect(secretKey.includes(fingerprint)).toBe(false);
    expect(fingerprint).toHaveLength(32);
  });
});
