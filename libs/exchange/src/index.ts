export { ExchangeModule } from './exchange.module.js';
export { EXCHANGE_OPTIONS, type ExchangeOptions } from './exchange.options.js';
export { ImportRunner } from './import/import-runner.js';
export { type ImportJob, type JobResult, jobView } from './import/import-job.js';
