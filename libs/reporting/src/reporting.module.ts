import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller.js';
import { StatementsController } from './statements.controller.js';
import { VatReturnController } from './vat-return.controller.js';

/** Statements and the dashboard; read-only. */
@Module({ controllers: [StatementsController, DashboardController, VatReturnController] })
export class ReportingModule {}
