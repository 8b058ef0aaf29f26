import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrapAdministrator, ROLE_LABELS, SecretKeyGuard } from '@lib/access';
import { Database } from '@lib/database';
import { Clock } from '@lib/kernel';
import { fileSeals, LEDGER_OPTIONS, type LedgerOptions, sealClient, SealKeyGuard } from '@lib/ledger';
import { PEOPLE } from './demo/master-data.js';
import { seedDocuments } from './demo/documents/seed-documents.js';
import { demonstrationState } from './demo/progress.js';
import { beginDemo, layOutBooks } from './demo/seed-demo.js';
import { demoPassword, demoPasswordFile } from './secrets.js';

interface Preparation {
  dataDir: string;
  /** Fill an empty centre with the demonstration. */
  demo: boolean;
}

/**
 * Makes an empty centre usable: with the demonstration's people, or with its first administrator alone.
 * @returns how to sign in, for the person who started it
 */
export async function prepareCentre(app: NestFastifyApplication, { dataDir, demo }: Preparation): Promise<string> {
  const database = app.get(Database);
  const clock = app.get(Clock);
  // Before anything is written: with another centre's secrets nothing is begun.
  await app.get(SecretKeyGuard).onModuleInit();
  await app.get(SealKeyGuard).onModuleInit();
  if (demo) await beginDemo(database, { password: demoPassword(dataDir), clock });
  const administrator = await database.inCentre((tx) => bootstrapAdministrator(tx, { today: clock.today() }));
  if (administrator) return `Sign in as ${administrator.userName} with the password ${administrator.initialPassword}\n`;
  return existsSync(demoPasswordFile(dataDir)) ? demoWelcome(demoPassword(dataDir)) : '';
}

const ATTEMPTS = 5;

interface Filling {
  /** Tells the person who started it how far it is. */
  say: (text: string) => void;
  signal: AbortSignal;
}

/**
 * Lays out what is missing of a demonstration that was begun, while people already work in the centre. What a process that was
 * killed or stopped has not done, the next start does. Never rejects: a demonstration that cannot be laid out is no reason to stop.
 */
export async function fillDemonstration(app: NestFastifyApplication, filling: Filling): Promise<void> {
  const { say, signal } = filling;
  const database = app.get(Database);
  const clock = app.get(Clock);
  const tell = (text: string): void => say(`  demonstration: ${text}`);
  const began = Date.now();
  const layOut = async (): Promise<void> => {
    if ((await demonstrationState(database)) !== 'filling') return;
    tell('is being laid out; figures change until it is complete');
    await inTurn(database, signal, async () => {
      await layOutBooks(database, { say: tell, signal });
      const documents = await seedDocuments(app, clock, signal);
      if (documents > 0) tell(`${documents} documents`);
      await sealAll(app);
    });
    tell(`complete after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  // A database that died comes back within seconds.
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      return await layOut();
    } catch (error) {
      if (signal.aborted) return;
      if (attempt === ATTEMPTS) return tell(`could not be laid out; the next start goes on. ${String(error)}`);
      await sleep(attempt * 2_000, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Of several instances one works while the others wait, without keeping a connection. */
async function inTurn(database: Database, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const key = `hashtext('finanzzentrum.demo.filling')`;
  for (;;) {
    signal.throwIfAborted();
    const connection = await database.pool.connect();
    try {
      const { rows } = await connection.query<{ mine: boolean }>(`select pg_try_advisory_lock(${key}) as mine`);
      if (rows[0]!.mine) {
        try {
          return await work();
        } finally {
          await connection.query(`select pg_advisory_unlock(${key})`);
        }
      }
    } finally {
      connection.release();
    }
    await sleep(2_000, undefined, { signal });
  }
}

/** Every client's first seal: the demonstration is as well sealed as real books are on the next morning. */
async function sealAll(app: NestFastifyApplication): Promise<void> {
  const database = app.get(Database);
  const { sealKey, sealFolder } = app.get<LedgerOptions>(LEDGER_OPTIONS);
  const clients = await database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
  for (const { id } of clients) {
    await database.inClient(id, (tx) => sealClient(tx, sealKey, null));
    if (sealFolder) await database.inClient(id, (tx) => fileSeals(tx, sealFolder));
  }
}

function demoWelcome(password: string): string {
  const width = Math.max(...PEOPLE.map((person) => person.userName.length));
  const people = PEOPLE.map((person) => `    ${person.userName.padEnd(width)}  ${ROLE_LABELS[person.role].de}`);
  return `\n  Demonstration accounts, all with the password  ${password}\n\n${people.join('\n')}\n\n  Stop with Ctrl-C.\n`;
}
