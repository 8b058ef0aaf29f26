import { Idempotency } from '@lib/clients';
import { Module } from '@nestjs/common';
import { OpenItemsController } from './open-items.controller.js';

/** Claims and liabilities. Needs `DatabaseModule`, `AccessModule` and `LedgerModule`. */
@Module({ controllers: [OpenItemsController], providers: [Idempotency] })
export class OpenItemsModule {}
