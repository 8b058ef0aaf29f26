import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller.js';
import { StatementsController } from './statements.controller.js';

/** Statements and the dashboard; read-only. */
@Module({ controllers: [StatementsController, DashboardController] })
export class ReportingModule {}
