export { Database, type ClientTx, isConnectionLost, together, type Tx } from './database.js';
export { DatabaseModule } from './database.module.js';
export { APP_ROLE, NewerDatabaseError, appUrl, dataSource, migrate } from './migrate.js';
export * from './embedded-server.js';
export { runningServerUrl } from './running-server.js';
