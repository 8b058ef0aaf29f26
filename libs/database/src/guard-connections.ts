import type pg from 'pg';

const guarded = new WeakSet<pg.Pool | pg.PoolClient>();
const ignore = (): void => undefined;

/**
 * Gives every connection of a pool a listener for errors that stays. The pool takes its own away when it hands a connection out; when
 * the server says in the same breath that the connection is ready and that it ends, nobody has put on another yet, and the whole
 * process would end. Who uses the connection is told by the statement that fails.
 */
export function guardConnections(pool: pg.Pool): void {
  if (guarded.has(pool)) return;
  guarded.add(pool);
  pool.on('acquire', (connection) => {
    if (guarded.has(connection)) return;
    guarded.add(connection);
    connection.on('error', ignore);
  });
}
