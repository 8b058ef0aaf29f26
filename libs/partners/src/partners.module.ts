import { Idempotency } from '@lib/clients';
import { Module } from '@nestjs/common';
import { PartnersController } from './partners.controller.js';

/** Creditors and debtors. Needs `DatabaseModule` and `AccessModule`. */
@Module({ controllers: [PartnersController], providers: [Idempotency] })
export class PartnersModule {}
