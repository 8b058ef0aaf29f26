import pg from 'pg';
import { Database } from './database.js';
import { guardConnections } from './guard-connections.js';

/** A pool on the server and in the role of another one, with connections of its own. */
function poolLike(pool: pg.Pool, own: pg.PoolConfig): pg.Pool {
  const { connectionString, options, ssl, application_name } = pool.options as pg.PoolConfig;
  const apart = new pg.Pool({ connectionString, options, ssl, application_name, ...own });
  // An idle connection that breaks is replaced when it is next needed.
  apart.on('error', () => undefined);
  guardConnections(apart);
  return apart;
}

/** How many exports read at the same time. */
const READERS = 3;
/** Exports wait for each other longer than clerks would. */
const READERS_PATIENCE_MS = 30_000;

/** The database for reads that go on for long, such as exports: few connections of their own, so that they take none from daily work. */
export class LongReads extends Database {
  static beside(database: Database): LongReads {
    return new LongReads(
      poolLike(database.pool, {
        max: READERS,
        connectionTimeoutMillis: READERS_PATIENCE_MS,
        pipeline: true,
      } as pg.PoolConfig),
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** How long the database may take to say that it is there. */
const PROBE_MS = 3_000;

/** Asks whether the database answers, on a connection of its own: whatever the others wait for, the question gets through. */
export class DatabaseProbe {
  private readonly pool: pg.Pool;
  private asking: Promise<number> | undefined;

  constructor(database: Database) {
    this.pool = poolLike(database.pool, { max: 1, connectionTimeoutMillis: PROBE_MS, query_timeout: PROBE_MS });
  }

  /**
   * Who asks while somebody else does gets the same answer.
   * @returns by how many milliseconds the database's clock is ahead of ours
   * @throws Error when there is no answer within a few seconds
   */
  ask(): Promise<number> {
    this.asking ??= this.compareClocks().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async compareClocks(): Promise<number> {
    const asked = Date.now();
    const { rows } = await this.pool.query<{ now: string }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::bigint as now',
    );
    return Number(rows[0]!.now) - Math.round((asked + Date.now()) / 2);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
