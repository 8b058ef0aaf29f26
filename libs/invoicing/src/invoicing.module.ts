import { Idempotency } from '@lib/clients';
import { Module } from '@nestjs/common';
import { InvoicingController } from './invoicing.controller.js';

/** Own invoices. Needs `DatabaseModule`, `AccessModule` and `LedgerModule`. */
@Module({ controllers: [InvoicingController], providers: [Idempotency] })
export class InvoicingModule {}
