import { Controller, Get, Param, type PipeTransform, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ClientId, Needs } from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { formatEuro, problems } from '@lib/kernel';
import { csvOf, germanEuro, ledgerProblems, OrCsv } from '@lib/ledger';
import { VatLineListDto, VatLinesQuery, VatReturnDto, VatReturnQuery } from './vat-return.dto.js';
import { figureLines, formOf, keySums, withoutKey } from './vat-return.queries.js';
import { vatReturnOf } from './vat-return.js';

/** `2026-03`; anything else is not there. */
const RouteMonth: PipeTransform<string, string> = {
  transform(value) {
    if (!/^(199\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(value)) throw problems.NotFound();
    return value;
  },
};

const MOST_LINES = 5_000;

interface Reply {
  type(value: string): Reply;
  header(name: string, value: string): Reply;
}

/** Figures of the VAT pre-return (Umsatzsteuer-Voranmeldung, § 18 UStG). What is declared stays the client's decision. */
@ApiTags('Statements')
@Controller('clients/:clientId/vat-returns')
export class VatReturnController {
  constructor(private readonly database: Database) {}

  /** The figures of a month, by the day that decides when tax arises. */
  @Get(':month')
  @ApiParam({ name: 'month', example: '2026-03' })
  @Needs('books:read')
  @OrCsv(VatReturnDto)
  async show(
    @ClientId() clientId: number,
    @Param('month', RouteMonth) month: string,
    @Query() query: VatReturnQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<VatReturnDto | string> {
    const answer = await this.database.inClient(clientId, (tx) => vatReturn(tx, month));
    if (query.format !== 'csv') return answer;
    attachment(reply, `ust-voranmeldung-${month}.csv`);
    return csvOf(
      [
        ...answer.figures,
        { figure: '83', name: 'Verbleibende Vorauszahlung', law: '§ 18 UStG', amount: answer.payable, tax: null },
      ],
      [
        { heading: 'Kennzahl', value: (row) => row.figure },
        { heading: 'Bezeichnung', value: (row) => row.name },
        { heading: 'Vorschrift', value: (row) => row.law },
        { heading: 'Betrag', value: (row) => germanEuro(row.amount) },
        { heading: 'Gebuchte Steuer', value: (row) => germanEuro(row.tax) },
      ],
    );
  }

  /** The lines behind a figure. */
  @Get(':month/lines')
  @ApiParam({ name: 'month', example: '2026-03' })
  @Needs('books:read')
  @OrCsv(VatLineListDto)
  async lines(
    @ClientId() clientId: number,
    @Param('month', RouteMonth) month: string,
    @Query() query: VatLinesQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<VatLineListDto | string> {
    const rows = await this.database.inClient(clientId, (tx) => figureLines(tx, month, query.figure, MOST_LINES + 1));
    if (rows.length > MOST_LINES) throw ledgerProblems.TooManyRows({ limit: MOST_LINES });
    const items = rows.map((row) => ({ ...row, base: formatEuro(row.base), amount: formatEuro(row.amount) }));
    if (query.format !== 'csv') return { items, next: null };
    attachment(reply, `ust-voranmeldung-${month}-kz${query.figure}.csv`);
    return csvOf(items, [
      { heading: 'Buchung', value: (row) => row.entryId },
      { heading: 'Buchungsdatum', value: (row) => row.bookingDate },
      { heading: 'Steuerlicher Zeitpunkt', value: (row) => row.taxPoint },
      { heading: 'Beleg', value: (row) => row.reference },
      { heading: 'Text', value: (row) => row.text },
      { heading: 'Konto', value: (row) => row.account },
      { heading: 'Steuerschlüssel', value: (row) => row.code },
      { heading: 'Bemessungsgrundlage', value: (row) => germanEuro(row.base) },
      { heading: 'Betrag', value: (row) => germanEuro(row.amount) },
    ]);
  }
}

async function vatReturn(tx: ClientTx, month: string): Promise<VatReturnDto> {
  const form = await formOf(tx, month);
  const found = vatReturnOf(form, await keySums(tx, month));
  const open = await withoutKey(tx, month);
  return {
    month,
    figures: found.figures.map(({ source: _, amount, tax, ...one }) => ({
      ...one,
      amount: formatEuro(amount),
      tax: tax === null ? null : formatEuro(tax),
    })),
    owed: formatEuro(found.owed),
    deducted: formatEuro(found.deducted),
    payable: formatEuro(found.payable),
    source: [...new Set(form.map((one) => one.source))].join('; '),
    unplaced: found.unplaced.map((key) => key.code),
    withoutKey: open.map((row) => ({ ...row, amount: formatEuro(row.amount) })),
  };
}

function attachment(reply: Reply, fileName: string): void {
  reply.type('text/csv; charset=utf-8').header('Content-Disposition', `attachment; filename="${fileName}"`);
}
