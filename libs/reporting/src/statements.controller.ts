import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ClientId, CurrentUser, Needs, type Principal, requireClient, SignedIn } from '@lib/access';
import { Database } from '@lib/database';
import { Clock, problems } from '@lib/kernel';
import { resolveView, ViewQuery } from '@lib/ledger';
import { figures, lineOf, statementOf } from './draw-up-statement.js';
import { printableStatement, renderPdf } from './print-statement.js';
import { CentreStatementQuery, StatementDrillDto, StatementDto, SummedStatementDto } from './reporting.dto.js';
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

  /** A statement of a client with the year before; with `product` the partial statement (Teilrechnung). */
  @Get('clients/:clientId/statements/:statement')
  @ApiParam({ name: 'statement', enum: STATEMENTS })
  @Needs('books:read')
  statement(
    @ClientId() clientId: number,
    @Param('statement') name: string,
    @Query() query: ViewQuery,
  ): Promise<StatementDto> {
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    return this.database.inClient(clientId, async (tx) => statementOf(view, [await figures(tx, view)]));
  }

  /** The statement as a PDF page of the annual accounts, in German. */
  @Get('clients/:clientId/statements/:statement/document')
  @ApiParam({ name: 'statement', enum: STATEMENTS })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @Needs('books:read')
  async document(
    @ClientId() clientId: number,
    @Param('statement') name: string,
    @Query() query: ViewQuery,
  ): Promise<StreamableFile> {
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    const { fileName, document } = await this.database.inClient(clientId, (tx) =>
      printableStatement(tx, view, this.clock.now()),
    );
    const pdf = await renderPdf(document);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="${fileName}"`,
      length: pdf.length,
    });
  }

  /** The accounts behind a line; behind a subtotal, the accounts of its parts. */
  @Get('clients/:clientId/statements/:statement/lines/:code')
  @ApiParam({ name: 'statement', enum: STATEMENTS })
  @Needs('books:read')
  line(
    @ClientId() clientId: number,
    @Param('statement') name: string,
    @Param('code') code: string,
    @Query() query: ViewQuery,
  ): Promise<StatementDrillDto> {
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    return this.database.inClient(clientId, async (tx) => lineOf(view, await figures(tx, view), code));
  }

  /** Several clients added up line by line, in one snapshot. The asker must be allowed to read each of them. */
  @Get('centre/statements/:statement')
  @ApiParam({ name: 'statement', enum: STATEMENTS })
  @SignedIn()
  async summed(
    @CurrentUser() user: Principal,
    @Param('statement') name: string,
    @Query() query: CentreStatementQuery,
  ): Promise<SummedStatementDto> {
    const clientIds = [...new Set(query.clientIds.split(',').map(Number))];
    for (const clientId of clientIds) requireClient(user, clientId, 'books:read');
    const view = { ...resolveView(query, this.clock.today()), statement: readStatement(name) };
    const all = await this.database.inClients(clientIds, (tx) => figures(tx, view));
    return { ...statementOf(view, all), clientIds };
  }
}
