import pg from 'pg';
import type { DataSource } from 'typeorm';
import { guardConnections } from './guard-connections.js';

/**
 * One open transaction. `query` always answers rows. The server runs statements in the order in which they were called, also those called
 * before the answer to the one before is there: see {@link together}.
 */
export interface Tx {
  query<R = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>;
}

/** A transaction bound to one client: row-level security shows that client's rows and no others. */
export interface ClientTx extends Tx {
  readonly clientId: number;
}

const DATE = 1082;
const TIMESTAMPTZ = 1184;
// Dates stay text: a Date object would move them through the machine's time zone. Instants keep their microseconds.
pg.types.setTypeParser(DATE, (value: string) => value);
pg.types.setTypeParser(TIMESTAMPTZ, (value: string) => value.replace(' ', 'T').replace('+00', 'Z'));

/** Errors after which the whole transaction may be begun afresh. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/** SQLSTATEs with which the server ends a session. */
const LOST_SESSION = new Set(['57P01', '57P02', '57P03', '25P03', '25P04', '57P05']);
const LOST_NETWORK = /^E[A-Z]{4,}$/;

/**
 * True when an error says that the connection was lost or never made. Whatever was under way may have been committed or not:
 * only who can tell a repetition from a new request may try again.
 */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== undefined) return LOST_SESSION.has(code) || /^08...$/.test(code) || LOST_NETWORK.test(code);
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    message ?? '',
  );
}

/** True when an error says that no connection became free in time: nothing was tried. */
export const isPoolExhausted = (error: unknown): boolean =>
  /^timeout exceeded when trying to connect/.test((error as Error | undefined)?.message ?? '');

/**
 * Waits for statements that were sent without waiting for each other: one trip for all. Where several fail, the first counts: those behind it
 * only say that the transaction was over.
 */
export async function together<T extends readonly unknown[]>(
  statements: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const results = await Promise.allSettled(statements);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  }) as never;
}

/** The only way to the database. Every transaction is opened for one client, for several read-only, or for the centre. */
export class Database {
  constructor(private readonly source: DataSource | pg.Pool) {
    guardConnections(this.pool);
  }

  /** The connection pool of the application's role, for single statements and for the posting queue. */
  get pool(): pg.Pool {
    return this.source instanceof pg.Pool ? this.source : (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  /** Runs `work` in one transaction that sees and writes only the rows of `clientId`. Begun afresh on a deadlock. */
  inClient<T>(clientId: number, work: (tx: ClientTx) => Promise<T>): Promise<T> {
    const id = checkedId(clientId);
    // The first statement travels with these. Were they refused, it would find no client, and row-level security no row.
    const begin = `BEGIN; SET LOCAL app.client_id = '${id}'`;
    return this.transaction(begin, async (tx) => work({ clientId: id, query: tx.query }), { bound: true });
  }

  /** Reads several clients in one snapshot, one after the other; writing is refused by the database. */
  inClients<T>(clientIds: readonly number[], work: (tx: ClientTx) => Promise<T>): Promise<T[]> {
    const ids = clientIds.map(checkedId);
    return this.transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (tx) => {
      const results: T[] = [];
      for (const id of ids) {
        await tx.query(`SET LOCAL app.client_id = '${id}'`);
        results.push(await work({ clientId: id, query: tx.query }));
      }
      return results;
    });
  }

  /** Runs `work` in a transaction on the global tables; it sees no client's rows. */
  inCentre<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN', work);
  }

  private async transaction<T>(begin: string, work: (tx: Tx) => Promise<T>, { bound = false } = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const connection = await this.pool.connect();
      const bond = new Bond(connection);
      try {
        const begun = connection.query(begin);
        if (!bound) await begun;
        // Work that waits for something else must not go on waiting when its connection is gone.
        const [, result] = await Promise.race([together([begun, work(bond.tx)] as const), bond.lost]);
        const { command } = await connection.query('COMMIT');
        // After a failed statement PostgreSQL answers COMMIT with ROLLBACK and no error.
        if (command !== 'COMMIT') throw new Error('nothing was committed: a statement of the transaction had failed');
        return result;
      } catch (error) {
        await connection.query('ROLLBACK').catch((failure: Error) => bond.break(failure));
        if (attempt >= ATTEMPTS || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
      } finally {
        bond.release();
      }
    }
  }
}

/** What ties the work of a transaction to its connection, until one of them is over. */
class Bond {
  /** Rejects when the connection breaks. */
  readonly lost: Promise<never>;
  private broken: Error | undefined;
  private over = false;
  private reject!: (error: Error) => void;

  constructor(private readonly connection: pg.PoolClient) {
    this.lost = new Promise<never>((_, reject) => (this.reject = reject));
    this.lost.catch(() => undefined);
    // A connection that breaks between two statements says so here; without a listener the whole process would end.
    connection.on('error', this.break);
  }

  /** Work that was left behind finds it closed: the connection may be somebody else's by then, with another client's rows. */
  readonly tx: Tx = {
    query: async (sql, params) => {
      if (this.over) throw new Error('Connection terminated: the transaction is over');
      return (await this.connection.query(sql, params)).rows as never;
    },
  };

  readonly break = (error: Error): void => {
    this.broken ??= error;
    this.reject(error);
  };

  release(): void {
    this.over = true;
    this.connection.off('error', this.break);
    this.connection.release(this.broken);
  }
}

function checkedId(clientId: number): number {
  if (!Number.isSafeInteger(clientId) || clientId <= 0 || clientId > 2_147_483_647) {
    throw new RangeError(`not a client id: ${clientId}`);
  }
  return clientId;
}
