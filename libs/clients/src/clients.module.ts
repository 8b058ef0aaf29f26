import { Module } from '@nestjs/common';
import { ClientsController } from './client/clients.controller.js';
import { FiscalYearsController } from './fiscal-year/fiscal-years.controller.js';
import { Idempotency } from './idempotency.js';
import { MasterDataController } from './master-data/master-data.controller.js';

/** Clients with master data, charts, fiscal years and settings. Needs `DatabaseModule` and `AccessModule`. */
@Module({
  controllers: [ClientsController, FiscalYearsController, MasterDataController],
  providers: [Idempotency],
})
export class ClientsModule {}
