export { Database, type ClientTx, isConnectionLost, isPoolExhausted, together, type Tx } from './database.js';
export { DatabaseModule } from './database.module.js';
export { DatabaseProbe, LongReads } from './pools-apart.js';
export { APP_ROLE, CONNECTION_PATIENCE_MS, NewerDatabaseError, appUrl, dataSource, migrate } from './migrate.js';
export * from './embedded-server.js';
export { runningServerUrl } from './running-server.js';
