import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Client, type ClientWish, changePeriodState } from '@lib/clients';
import type { Database } from '@lib/database';
import {
  type Author,
  type EntryWish,
  type Posting,
  posting,
  type PostingAnswer,
  postingCall,
  PostingQueue,
  readAnswers,
  readEntry,
} from '@lib/ledger';
import { createTestClient, openTestDatabase } from './clients.js';

/** Somebody who posts. */
export const CLERK: Author = { id: '11111111-1111-4111-8111-111111111111', name: 'Ada Alster', privileged: false };
/** Somebody who may also post in softly closed periods, and open and close. */
export const LEAD: Author = {
  id: '22222222-2222-4222-8222-222222222222',
  name: 'Ludwig Leine',
  privileged: true,
  closes: true,
};
export const BY = { userId: LEAD.id, userName: 'leine', displayName: LEAD.name };

export interface Books {
  db: Database;
  adminUrl: string;
  queue: PostingQueue;
  /** Another instance of the service: a queue of its own. */
  instance(): PostingQueue;
  client(wish?: Partial<ClientWish>): Promise<Client>;
  /** Rows as the superuser sees them: everything, whatever row-level security says. */
  all<R extends object>(sql: string, params?: unknown[]): Promise<R[]>;
  /** Holds rows of the books in a transaction of the superuser's until the test lets go. */
  hold(sql: string, params?: unknown[]): Promise<() => Promise<void>>;
  /** Does what only a superuser can, in one transaction, as another role if one is named. */
  asRole(role: string, clientId: number | null, sql: string, params?: unknown[]): Promise<object[]>;
  close(): Promise<void>;
}

/** A ledger on a database of a test's own, used as the application's role. */
export async function openBooks(): Promise<Books> {
  const open = await openTestDatabase();
  const admin = new pg.Client({ connectionString: open.adminUrl });
  await admin.connect();
  await admin.query(
    `insert into user_account (id, user_name, display_name) values ($1, 'ada.alster', $2), ($3, 'ludwig.leine', $4)`,
    [CLERK.id, CLERK.name, LEAD.id, LEAD.name],
  );
  await admin.query(
    `insert into role_assignment (user_id, role, valid_from) values ($1, 'clerk', '2000-01-01'), ($2, 'centre-lead', '2000-01-01')`,
    [CLERK.id, LEAD.id],
  );
  const queue = new PostingQueue(open.db.pool);
  return {
    db: open.db,
    adminUrl: open.adminUrl,
    queue,
    instance: () => new PostingQueue(open.db.pool),
    client: (wish) => createTestClient(open.db, wish),
    all: async <R extends object>(sql: string, params?: unknown[]) => (await admin.query<R>(sql, params)).rows,
    async hold(sql, params) {
      const holder = new pg.Client({ connectionString: open.adminUrl });
      await holder.connect();
      await holder.query('begin');
      await holder.query(sql, params);
      let released: Promise<void> | undefined;
      return () => (released ??= holder.query('rollback').then(() => holder.end()));
    },
    async asRole(role, clientId, sql, params) {
      await admin.query('begin');
      try {
        if (clientId !== null) await admin.query(`set local app.client_id = '${clientId}'`);
        await admin.query(`set local role ${role}`);
        const result = await admin.query<object>(sql, params);
        await admin.query('commit');
        return result.rows;
      } catch (error) {
        await admin.query('rollback');
        throw error;
      }
    },
    async close() {
      await queue.drained();
      await admin.end();
      await open.close();
    },
  };
}

/**
 * `1811/6012 S 100.00, 4012@111#100 H 100.00` as lines of the API: account/cash account@product#cost centre. Where a product is
 * required and none is named it is general finance (611); `@-` leaves it out.
 */
export function linesOf(text: string): Record<string, unknown>[] {
  return text.split(',').map((part) => {
    const match = /^\s*(\w+)(?:\/(\d+))?(?:@([\w.]+|-))?(?:#(\w+))?\s+([SH])\s+(\S+)\s*$/.exec(part);
    if (!match) throw new Error(`not a line: ${part}`);
    const [, account, cashAccount, named, costCentre, side, amount] = match;
    const product = named === '-' ? undefined : (named ?? (cashAccount || /^[45]/.test(account!) ? '611' : undefined));
    return {
      account,
      ...(cashAccount && { cashAccount }),
      ...(product && { product }),
      ...(costCentre && { costCentre }),
      [side === 'S' ? 'debit' : 'credit']: amount,
    };
  });
}

/** An entry as the API takes it: `entry('2026-03-01', '1811/6012 S 100.00, 4012 H 100.00')`. */
export function entry(bookingDate: string, lines: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { bookingDate, text: 'Grundsteuer', lines: linesOf(lines), ...more };
}

/** Reads an entry that is known to be readable. */
export function wish(body: Record<string, unknown>): EntryWish {
  const read = readEntry(body);
  if (!read.ok) throw new Error(`unreadable: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** The posting of an entry, with whatever a test wants different about it. */
export function toPost(clientId: number, body: Record<string, unknown>, more: Partial<Posting> = {}): Posting {
  return { ...posting(wish(body), { clientId, author: CLERK, source: 'test' }), ...more };
}

export const newKey = (): string => randomUUID();

/** Calls the posting function itself, as the application's role. */
export async function postDirectly(db: Database, postings: readonly Posting[], wait = true): Promise<PostingAnswer[]> {
  const call = postingCall(postings, wait);
  return readAnswers((await db.pool.query({ text: call.text, values: call.values })).rows as never);
}

export async function setPeriod(
  db: Database,
  clientId: number,
  year: number,
  period: number,
  state: 'open' | 'soft-closed' | 'closed',
): Promise<void> {
  await db.inClient(clientId, (tx) =>
    changePeriodState(tx, { year, period, state, reason: 'im Test entschieden' }, BY),
  );
}
