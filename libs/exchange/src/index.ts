export { ExchangeModule } from './exchange.module.js';
export { EXCHANGE_OPTIONS, type ExchangeOptions } from './exchange.options.js';
export { ImportRunner } from './import/import-runner.js';
export { type ImportJob, type JobResult, jobView } from './import/import-job.js';
export { EXIT_TABLES } from './exit/exit-tables.js';
export { takeIn, type TakenIn, type TakeInSettings } from './exit/take-in.js';
export { ExitPackageError, type Unpacked, unpackExitPackage } from './exit/unpack.js';
