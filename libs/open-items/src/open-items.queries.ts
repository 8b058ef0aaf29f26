import type { ClientTx } from '@lib/database';
import { formatEuro, problems } from '@lib/kernel';
import type {
  ItemOriginDto,
  OpenItemDto,
  OpenItemListDto,
  OpenItemMovementDto,
  OpenItemRowDto,
  PartnerStatementDto,
  ReconciliationRowDto,
} from './open-items.dto.js';
import type { ItemKind, ItemState, PaymentMethod } from './open-item.js';

export interface ItemFilter {
  kind?: ItemKind | undefined;
  partner?: string | undefined;
  account?: string | undefined;
  document?: string | undefined;
  /** Default `open`. */
  state?: 'open' | 'settled' | 'all' | undefined;
  /** Only what is due until this day. */
  dueUntil?: string | undefined;
  blocked?: boolean | undefined;
  q?: string | undefined;
  /** As the items stood at the end of this booking day. */
  asOf?: string | undefined;
  limit: number;
  after?: string | undefined;
}

interface Row {
  id: string;
  no: number;
  kind: ItemKind;
  partnerId: string;
  partnerNumber: string;
  partnerName: string;
  partnerBlock: string | null;
  account: string;
  amount: string;
  balance: string;
  state: ItemState;
  documentId: string | null;
  reference: string;
  text: string;
  raisedOn: string;
  dueOn: string;
  discountOn: string | null;
  discountAmount: string | null;
  method: PaymentMethod;
  bankAccountNo: number | null;
  iban: string | null;
  bic: string | null;
  holder: string | null;
  paymentBlock: string | null;
  retention: boolean;
  entryId: string;
  version: number;
}

const COLUMNS = `o.id, o.no::int as no, o.kind, o.partner_id as "partnerId", p.number as "partnerNumber", p.name as "partnerName",
  p.payment_block as "partnerBlock", o.account, o.amount, o.state, o.document_id as "documentId", o.reference, o.text,
  o.raised_on as "raisedOn", o.due_on as "dueOn", o.discount_on as "discountOn", o.discount_amount as "discountAmount", o.method,
  o.bank_account_no as "bankAccountNo", o.iban, o.bic, o.holder, o.payment_block as "paymentBlock", o.retention,
  o.raised_year || '-' || o.raised_no as "entryId", o.version`;

/** An amount as its kind is meant: what we owe, or what we are owed, is positive; a credit note is negative. */
const meant = (kind: ItemKind, cents: string | bigint): string =>
  formatEuro(kind === 'liability' ? -BigInt(cents) : BigInt(cents));

export function shownItem(row: Row): OpenItemRowDto {
  const { partnerId, partnerNumber, partnerName, partnerBlock, amount, balance, discountAmount, ...item } = row;
  return {
    ...item,
    partner: { id: partnerId, number: partnerNumber, name: partnerName, paymentBlock: partnerBlock },
    amount: meant(row.kind, amount),
    open: meant(row.kind, balance),
    state: BigInt(balance) !== 0n ? 'open' : row.state === 'open' ? 'settled' : row.state,
    discountAmount: discountAmount === null ? null : formatEuro(discountAmount),
  };
}

const readPlace = (after: string): [string, number] => {
  const match = /^(\d{4}-\d\d-\d\d)\.(\d{1,12})$/.exec(after);
  if (!match) throw problems.InvalidField({ reason: 'after' }, '/after');
  return [match[1]!, Number(match[2])];
};

/** Items by due date and number, with sums over everything that fits. As of a day they are made up of their lines until then. */
export async function listItems(tx: ClientTx, filter: ItemFilter): Promise<OpenItemListDto> {
  const params: unknown[] = [tx.clientId];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = ['o.client_id = $1'];
  let balance = 'o.balance';
  let source = 'open_item o';
  if (filter.asOf !== undefined) {
    const asOf = bind(filter.asOf);
    balance = '(o.balance - coalesce(l.later, 0))';
    // What was booked after the day is taken off again: of the days that people ask for most are near, and little came after.
    source = `open_item o left join (select open_item, sum(amount)::bigint as later from journal_line
      where client_id = $1 and account in (select number from account where client_id = $1 and control is not null)
        and booking_date > ${asOf} group by open_item) l on l.open_item = o.id`;
    where.push(`(${balance} <> 0 or o.raised_on <= ${asOf})`);
  }
  const state = filter.state ?? 'open';
  if (filter.asOf === undefined) {
    if (state === 'open') where.push(`o.state = 'open'`);
    else if (state === 'settled') where.push(`o.state in ('settled', 'reversed')`);
  } else if (state !== 'all') where.push(`${balance} ${state === 'open' ? '<>' : '='} 0`);
  if (filter.kind !== undefined) where.push(`o.kind = ${bind(filter.kind)}`);
  if (filter.partner !== undefined) where.push(`o.partner_id = ${bind(filter.partner)}`);
  if (filter.account !== undefined) where.push(`o.account = ${bind(filter.account)}`);
  if (filter.document !== undefined) where.push(`o.document_id = ${bind(filter.document)}`);
  if (filter.dueUntil !== undefined) where.push(`o.due_on <= ${bind(filter.dueUntil)}`);
  if (filter.blocked !== undefined)
    where.push(`${filter.blocked ? '' : 'not '}(o.payment_block is not null or p.payment_block is not null)`);
  const q = filter.q?.trim() ?? '';
  if (q !== '') {
    const pattern = bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
    const number = /^\d{1,12}$/.test(q) ? `or o.no = ${bind(q)}` : '';
    where.push(
      `(o.reference ilike ${pattern} or o.text ilike ${pattern} or p.name ilike ${pattern} or p.number ilike ${pattern} ${number})`,
    );
  }
  const from = `from ${source} join partner p on p.client_id = o.client_id and p.id = o.partner_id`;
  const [totals] = await tx.query<Record<'count' | 'liabilities' | 'claims' | 'blocked', string>>(
    `select count(*) as count, coalesce(-sum(${balance}) filter (where o.kind = 'liability'), 0) as liabilities,
       coalesce(sum(${balance}) filter (where o.kind = 'claim'), 0) as claims,
       coalesce(sum(case o.kind when 'liability' then -${balance} else ${balance} end)
         filter (where o.payment_block is not null or p.payment_block is not null), 0) as blocked
     ${from} where ${where.join(' and ')}`,
    params,
  );
  if (filter.after !== undefined) {
    const [dueOn, no] = readPlace(filter.after);
    where.push(`(o.due_on, o.no) > (${bind(dueOn)}::date, ${bind(no)}::bigint)`);
  }
  const rows = await tx.query<Row>(
    `select ${COLUMNS}, ${balance} as balance ${from} where ${where.join(' and ')} order by o.due_on, o.no limit ${bind(filter.limit + 1)}`,
    params,
  );
  const page = rows.slice(0, filter.limit);
  const end = page.at(-1);
  return {
    items: page.map(shownItem),
    next: rows.length > filter.limit && end ? `${end.dueOn}.${end.no}` : null,
    totals: {
      count: Number(totals!.count),
      liabilities: formatEuro(totals!.liabilities),
      claims: formatEuro(totals!.claims),
      blocked: formatEuro(totals!.blocked),
    },
  };
}

/** One item with everything that moved it. @throws Problem NotFound */
export async function itemById(tx: ClientTx, id: string): Promise<OpenItemDto> {
  const [row] = await tx.query<Row>(
    `select ${COLUMNS}, o.balance from open_item o join partner p on p.client_id = o.client_id and p.id = o.partner_id
     where o.client_id = $1 and o.id = $2`,
    [tx.clientId, id],
  );
  if (!row) throw problems.NotFound();
  const shares = await tx.query<{
    product: string | null;
    costCentre: string | null;
    cashAccount: string;
    amount: string;
  }>(
    `select product, cost_centre as "costCentre", cash_account as "cashAccount", amount from open_item_share
     where client_id = $1 and item_id = $2 order by no`,
    [tx.clientId, id],
  );
  const changes = await tx.query<{
    at: string;
    by: string;
    field: string;
    before: string | null;
    after: string | null;
  }>(
    `select at, by_name as by, field, before, after from open_item_change where client_id = $1 and item_id = $2 order by id desc limit 200`,
    [tx.clientId, id],
  );
  return {
    ...shownItem(row),
    movements: await movementsOf(tx, id),
    shares: shares.map((share) => ({ ...share, amount: meant(row.kind, share.amount) })),
    history: changes,
    origin: await originOf(tx, id, row.kind),
  };
}

async function originOf(tx: ClientTx, id: string, kind: ItemKind): Promise<ItemOriginDto | null> {
  const [origin] = await tx.query<ItemOriginDto>(
    `select number, original_amount as "originalAmount", originated_on as "originatedOn", dunning_level as "dunningLevel",
       last_dunned_on as "lastDunnedOn" from open_item_origin where client_id = $1 and item_id = $2`,
    [tx.clientId, id],
  );
  return origin ? { ...origin, originalAmount: meant(kind, origin.originalAmount) } : null;
}

interface MovementRow {
  entryId: string;
  bookingDate: string;
  recordedAt: string;
  kind: string;
  text: string;
  reference: string;
  amount: string;
  reverses: string | null;
  otherItems: boolean;
  liquid: boolean;
}

async function movementsOf(tx: ClientTx, itemId: string): Promise<OpenItemMovementDto[]> {
  const rows = await tx.query<MovementRow>(
    `select l.fiscal_year || '-' || l.entry_no as "entryId", l.booking_date as "bookingDate", e.recorded_at as "recordedAt", e.kind,
       coalesce(nullif(l.text, ''), e.text) as text, e.reference, l.amount, e.reverses_year || '-' || e.reverses_no as reverses,
       exists (select from journal_line x where x.client_id = l.client_id and x.fiscal_year = l.fiscal_year and x.entry_no = l.entry_no
         and x.open_item <> l.open_item) as "otherItems",
       exists (select from journal_line x where x.client_id = l.client_id and x.fiscal_year = l.fiscal_year and x.entry_no = l.entry_no
         and x.cash_account is not null) as liquid
     from journal_line l
     join journal_entry e on e.client_id = l.client_id and e.fiscal_year = l.fiscal_year and e.entry_no = l.entry_no
     where l.client_id = $1 and l.open_item = $2 order by e.recorded_at, l.fiscal_year, l.entry_no, l.line_no`,
    [tx.clientId, itemId],
  );
  let balance = 0n;
  return rows.map(({ amount, otherItems, liquid, kind, ...row }, index) => {
    balance += BigInt(amount);
    const credit = amount.startsWith('-');
    return {
      ...row,
      what:
        index === 0 ? 'raised' : kind === 'reversal' ? 'reversed' : liquid ? 'paid' : otherItems ? 'offset' : 'settled',
      debit: credit ? null : formatEuro(amount),
      credit: credit ? formatEuro(amount.slice(1)) : null,
      balance: formatEuro(balance),
    };
  });
}

/** Each control account in the ledger and in the sum of its open items. The difference is always nought, and is shown. */
export async function reconciliation(tx: ClientTx): Promise<ReconciliationRowDto[]> {
  const rows = await tx.query<{
    account: string;
    name: string;
    kind: ItemKind;
    ledger: string;
    items: string;
    count: number;
  }>(
    `select a.number as account, a.name, case a.control when 'creditors' then 'liability' else 'claim' end as kind,
       coalesce((select sum(b.debit - b.credit) from account_balance b where b.client_id = a.client_id and b.account = a.number), 0) as ledger,
       coalesce((select sum(o.balance) from open_item o where o.client_id = a.client_id and o.account = a.number and o.state = 'open'), 0)
         as items,
       (select count(*)::int from open_item o where o.client_id = a.client_id and o.account = a.number and o.state = 'open') as count
     from account a where a.client_id = $1 and a.control is not null order by a.number collate "C"`,
    [tx.clientId],
  );
  return rows.map(({ ledger, items, ...row }) => ({
    ...row,
    ledger: formatEuro(ledger),
    items: formatEuro(items),
    difference: formatEuro(BigInt(ledger) - BigInt(items)),
  }));
}

export interface StatementFilter {
  from?: string | undefined;
  asOf?: string | undefined;
  limit: number;
}

/**
 * The account statement of a partner: what was booked on its open items, with the running balance, and what is open at the
 * end. Debit is positive: a negative balance is what we owe.
 */
export async function partnerStatement(
  tx: ClientTx,
  partnerId: string,
  { from, asOf, limit }: StatementFilter,
): Promise<Omit<PartnerStatementDto, 'partner'>> {
  const params: unknown[] = [tx.clientId, partnerId];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const until = asOf === undefined ? '' : `and l.booking_date <= ${bind(asOf)}`;
  const since = from === undefined ? 'false' : `l.booking_date < ${bind(from)}`;
  const rows = await tx.query<{
    entryId: string;
    bookingDate: string;
    text: string;
    reference: string;
    account: string;
    itemId: string;
    itemNo: number;
    amount: string;
    before: boolean;
  }>(
    `select l.fiscal_year || '-' || l.entry_no as "entryId", l.booking_date as "bookingDate", coalesce(nullif(l.text, ''), e.text) as text,
       coalesce(nullif(o.reference, ''), e.reference) as reference, l.account, o.id as "itemId", o.no::int as "itemNo", l.amount,
       ${since} as before
     from open_item o
     join journal_line l on l.client_id = o.client_id and l.open_item = o.id
     join journal_entry e on e.client_id = l.client_id and e.fiscal_year = l.fiscal_year and e.entry_no = l.entry_no
     where o.client_id = $1 and o.partner_id = $2 ${until}
     order by l.booking_date, l.fiscal_year, l.entry_no, l.line_no`,
    params,
  );
  const sum = (some: typeof rows): bigint => some.reduce((total, row) => total + BigInt(row.amount), 0n);
  const opening = sum(rows.filter((row) => row.before));
  const own = rows.filter((row) => !row.before);
  const shown = own.slice(-limit);
  let balance = opening + sum(own.slice(0, own.length - shown.length));
  const begins = balance;
  const { items } = await listItems(tx, { partner: partnerId, state: 'open', asOf, limit: 500 });
  return {
    from: from ?? null,
    asOf: asOf ?? null,
    opening: formatEuro(begins),
    items: shown.map(({ amount, before: _before, ...row }) => {
      balance += BigInt(amount);
      const credit = amount.startsWith('-');
      return {
        ...row,
        debit: credit ? null : formatEuro(amount),
        credit: credit ? formatEuro(amount.slice(1)) : null,
        balance: formatEuro(balance),
      };
    }),
    omitted: own.length - shown.length,
    closing: formatEuro(balance),
    openItems: items,
  };
}
