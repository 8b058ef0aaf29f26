import {
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  type Principal,
  requireClient,
  requireLimit,
  RouteId,
} from '@lib/access';
import { Idempotency } from '@lib/clients';
import { Database } from '@lib/database';
import { parseEuro } from '@lib/kernel';
import { authorOf, csvOf, germanEuro, ledgerProblems, OrCsv } from '@lib/ledger';
import { type DoingPerson, partnerOf } from '@lib/partners';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changeOpenItem } from './change-open-item.js';
import { declareOwnMatter, endOwnMatter, ownMatters } from './duties/own-matters.js';
import { offsetOpenItems } from './offset-open-items.js';
import {
  OpenItemDto,
  OpenItemListDto,
  NewOffsetDto,
  NewOwnMatterDto,
  OffsetDto,
  OpenItemChangeDto,
  OpenItemsQuery,
  OwnMatterDto,
  OwnMatterEndingDto,
  OwnMatterListDto,
  PartnerStatementDto,
  ReconciliationDto,
  StatementQuery,
} from './open-items.dto.js';
import { itemById, listItems, partnerStatement, reconciliation } from './open-items.queries.js';

interface Reply {
  header(name: string, value: string): Reply;
  type(type: string): Reply;
}

/** Beyond it a spreadsheet is no help. */
const MOST_CSV_ROWS = 50_000;

const doer = (user: Principal, by: Actor): DoingPerson => ({
  ...by,
  userId: user.userId,
  displayName: user.displayName,
});

const cents = (text: string | null | undefined): bigint | null | undefined => {
  if (text === null || text === undefined) return text;
  const read = parseEuro(text);
  return read.ok ? read.value : 0n;
};

/** Claims and liabilities of one client, and whose matter a case is. */
@ApiTags('Open items')
@Controller('clients/:clientId')
export class OpenItemsController {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
  ) {}

  /** Open items by due date, with sums over all that fit; as of a day, or as a spreadsheet. */
  @Get('open-items')
  @Needs('books:read')
  @OrCsv(OpenItemListDto)
  async list(
    @ClientId() clientId: number,
    @Query() query: OpenItemsQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OpenItemListDto | string> {
    const { format, ...filter } = query;
    // One snapshot, so that page and sums agree while others post.
    const [page] = await this.db.inClients([clientId], (tx) =>
      listItems(tx, format === 'csv' ? { ...filter, limit: MOST_CSV_ROWS } : filter),
    );
    if (format !== 'csv') return page!;
    if (page!.next !== null) throw ledgerProblems.TooManyRows({ limit: MOST_CSV_ROWS });
    reply.type('text/csv; charset=utf-8').header('Content-Disposition', 'attachment; filename="offene-posten.csv"');
    return csvOf(page!.items, [
      { heading: 'Posten', value: (row) => row.no },
      { heading: 'Art', value: (row) => (row.kind === 'liability' ? 'Verbindlichkeit' : 'Forderung') },
      { heading: 'Partner', value: (row) => row.partner.number },
      { heading: 'Name', value: (row) => row.partner.name },
      { heading: 'Konto', value: (row) => row.account },
      { heading: 'Rechnung', value: (row) => row.reference },
      { heading: 'Text', value: (row) => row.text },
      { heading: 'Buchung', value: (row) => row.entryId },
      { heading: 'Entstanden', value: (row) => row.raisedOn },
      { heading: 'Fällig', value: (row) => row.dueOn },
      { heading: 'Betrag', value: (row) => germanEuro(row.amount) },
      { heading: 'Offen', value: (row) => germanEuro(row.open) },
      { heading: 'Skonto bis', value: (row) => row.discountOn },
      { heading: 'Skonto', value: (row) => germanEuro(row.discountAmount) },
      { heading: 'IBAN', value: (row) => row.iban },
      { heading: 'Zahlsperre', value: (row) => row.paymentBlock ?? row.partner.paymentBlock },
    ]);
  }

  /** The control accounts against the sums of their open items: the difference is always nought. */
  @Get('open-items/reconciliation')
  @Needs('books:read')
  async reconcile(@ClientId() clientId: number): Promise<ReconciliationDto> {
    const [items] = await this.db.inClients([clientId], reconciliation);
    return { items: items! };
  }

  /** Sets a credit note against what is owed to the same partner, with an entry that moves no cash. */
  @Post('open-items/offsets')
  @Needs('open-items:manage')
  offset(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() wish: NewOffsetDto,
  ): Promise<OffsetDto> {
    const request = { by, key, route: `clients/${clientId}/open-items/offsets`, body: wish };
    return this.db.inClient(clientId, (tx) =>
      this.idempotency.once(tx, request, async () => {
        const { entryId, amount } = await offsetOpenItems(
          tx,
          { ...wish, amount: cents(wish.amount) },
          authorOf(user, clientId),
        );
        requireLimit(user, clientId, 'open-items:manage', amount);
        const { movements: _m, shares: _s, history: _h, ...liability } = await itemById(tx, wish.liability);
        const { movements: _m2, shares: _s2, history: _h2, ...credit } = await itemById(tx, wish.credit);
        return { entryId, amount: `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`, liability, credit };
      }),
    );
  }

  /** One item with the lines of the journal that moved it, its shares and what was changed about it. */
  @Get('open-items/:openItemId')
  @Needs('books:read')
  one(@ClientId() clientId: number, @Param('openItemId', RouteId) id: string): Promise<OpenItemDto> {
    return this.db.inClient(clientId, (tx) => itemById(tx, id));
  }

  /** Changes when and how an item is to be settled, or blocks it; amount, partner and account stand with its entry. */
  @Patch('open-items/:openItemId')
  @Needs('open-items:manage')
  change(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('openItemId', RouteId) id: string,
    @Body() { discountAmount, ...change }: OpenItemChangeDto,
  ): Promise<OpenItemDto> {
    return this.db.inClient(clientId, async (tx) => {
      const discount = cents(discountAmount);
      const wish = { ...change, ...(discount !== undefined && { discountAmount: discount }) };
      await changeOpenItem(tx, id, wish, doer(user, by));
      return itemById(tx, id);
    });
  }

  /** What was booked on a partner's items, with the running balance, and what is open at the end. */
  @Get('partners/:partnerId/account-statement')
  @Needs('books:read')
  @OrCsv(PartnerStatementDto)
  async statement(
    @ClientId() clientId: number,
    @Param('partnerId', RouteId) partnerId: string,
    @Query() query: StatementQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PartnerStatementDto | string> {
    const [statement] = await this.db.inClients([clientId], async (tx) => {
      const { id, number, name, paymentBlock } = await partnerOf(tx, partnerId);
      return { partner: { id, number, name, paymentBlock }, ...(await partnerStatement(tx, id, query)) };
    });
    if (query.format !== 'csv') return statement!;
    reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="kontoauszug-${statement!.partner.number}.csv"`);
    return csvOf(statement!.items, [
      { heading: 'Datum', value: (row) => row.bookingDate },
      { heading: 'Buchung', value: (row) => row.entryId },
      { heading: 'Posten', value: (row) => row.itemNo },
      { heading: 'Rechnung', value: (row) => row.reference },
      { heading: 'Text', value: (row) => row.text },
      { heading: 'Soll', value: (row) => germanEuro(row.debit) },
      { heading: 'Haben', value: (row) => germanEuro(row.credit) },
      { heading: 'Saldo', value: (row) => germanEuro(row.balance) },
    ]);
  }

  /** Who decides nothing about whom: people and the partners who are themselves or close to them. */
  @Get('own-matters')
  @Needs('documents:read')
  async ownMatters(@ClientId() clientId: number): Promise<OwnMatterListDto> {
    return { items: await this.db.inClient(clientId, ownMatters) };
  }

  /** Declares somebody's own matter: one's own always, another's with the keeping of partners. */
  @Post('own-matters')
  @Needs('documents:read')
  declare(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() wish: NewOwnMatterDto,
  ): Promise<OwnMatterDto> {
    if (wish.person !== user.userId) requireClient(user, clientId, 'partners:manage');
    const request = { by, key, route: `clients/${clientId}/own-matters`, body: wish };
    return this.db.inClient(clientId, (tx) =>
      this.idempotency.once(tx, request, () => declareOwnMatter(tx, wish, doer(user, by))),
    );
  }

  /** Ends an own matter; never by the person concerned. */
  @Post('own-matters/ending')
  @HttpCode(200)
  @Needs('partners:manage')
  end(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Body() wish: OwnMatterEndingDto,
  ): Promise<OwnMatterDto> {
    return this.db.inClient(clientId, (tx) => endOwnMatter(tx, wish, doer(user, by)));
  }
}
