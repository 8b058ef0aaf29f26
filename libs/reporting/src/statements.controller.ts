import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClientId, CurrentUser, Needs, type Principal, requireClient, SignedIn } from '@lib/access';
import { Database } from '@lib/database';
import { Clock, problems } from '@lib/kernel';
import { ViewQuery } from '@lib/ledger';
import { figures, lineOf, resolveView, statementOf } from './draw-up-statement.js';
import { CentreStatementQuery } from './reporting.dto.js';
import { type Statement, STATEMENTS } from './statement.js';

/** @throws Problem NotFound for anything that is no statement */
function readStatement(name: string): Statement {
  const statement = STATEMENTS.find((one) => one === name);
  if (!statement) throw problems.NotFound();
  return statement;
}

/** Ergebnisrechnung (`results`), Finanzrechnung (`cash-flows`) and Bilanz (`balance-sheet`), line by line as the form prints them. */
@ApiTags('Statements')
@Controller()
export class StatementsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('clients/:clientId/statements/:statement')
  @Needs('books:read')
  statement(@ClientId() clientId: number, @Param('statement') name: string, @Query() query: ViewQuery) {
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    return this.database.inClient(clientId, async (tx) => statementOf(view, [await figures(tx, view)]));
  }

  /** The accounts behind a line; behind a subtotal, the accounts of its parts. */
  @Get('clients/:clientId/statements/:statement/lines/:code')
  @Needs('books:read')
  line(@ClientId() clientId: number, @Param('statement') name: string, @Param('code') code: string, @Query() query: ViewQuery) {
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    return this.database.inClient(clientId, async (tx) => lineOf(view, await figures(tx, view), code));
  }

  /** Several clients added up line by line, in one snapshot. The asker must be allowed to read each of them. */
  @Get('centre/statements/:statement')
  @SignedIn()
  async summed(@CurrentUser() user: Principal, @Param('statement') name: string, @Query() query: CentreStatementQuery) {
    const clientIds = [...new Set(query.clientIds.split(',').map(Number))];
    for (const clientId of clientIds) requireClient(user, clientId, 'books:read');
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    const all = await this.database.inClients(clientIds, (tx) => figures(tx, view));
    return { ...statementOf(view, all), clientIds };
  }
}
