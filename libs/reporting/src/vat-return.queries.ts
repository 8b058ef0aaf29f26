import type { ClientTx } from '@lib/database';
import { lastOfMonth, type LocalDate } from '@lib/kernel';
import type { FormFigure, KeySums } from './vat-return.js';

const OWED = `k.usage not in ('input', 'acquisition-input', 'reverse-charge-input')`;

/**
 * Taxed lines of a month by their tax point ($2 to $3): noted, else the booking date. The key that held on the day of the tax point
 * says in which figure they stand.
 */
const LINES = `
  (select l.*, p.tax_point from tax_line p
     join journal_line l on l.client_id = p.client_id and l.fiscal_year = p.fiscal_year and l.entry_no = p.entry_no and l.line_no = p.line_no
     where p.client_id = $1 and p.tax_point between $2 and $3 and l.tax_code is not null
   union all
   select l.*, l.booking_date from journal_line l
     where l.client_id = $1 and l.booking_date between $2 and $3 and l.tax_code is not null
       and not exists (select from tax_line p where p.client_id = l.client_id and p.fiscal_year = l.fiscal_year
         and p.entry_no = l.entry_no and p.line_no = l.line_no))`;

/** Of a code with several meanings over time the one of the line's rate nearest to its day. */
const KEY = `lateral (select * from tax_key k where k.client_id = l.client_id and k.code = l.tax_code
    order by (k.rate = l.tax_rate) desc, (l.tax_point >= k.valid_from and (k.valid_to is null or l.tax_point <= k.valid_to)) desc,
      k.valid_from desc limit 1) k`;

const span = (month: LocalDate): [LocalDate, LocalDate] => [`${month}-01`, lastOfMonth(`${month}-01`)];

/** The figures of the form in force in a month (`YYYY-MM`). */
export function formOf(tx: ClientTx, month: string): Promise<FormFigure[]> {
  const [, last] = span(month);
  return tx.query(
    `select figure, measure, side, name, law, source from tax_figure where valid_from <= $1::date and (valid_to is null or valid_to >= $1::date)
     order by side desc, figure`,
    [last],
  );
}

/** What the taxed lines of a month come to, by key. */
export async function keySums(tx: ClientTx, month: string): Promise<KeySums[]> {
  const rows = await tx.query<Omit<KeySums, 'base' | 'tax'> & { base: string; tax: string }>(
    `select l.tax_code as code, l.tax_rate::text as rate, k.base_figure as "baseFigure", k.tax_figure as "taxFigure",
       coalesce(${OWED}, sum(l.amount) <= 0) as owed, sum(l.tax_base) as base,
       sum(case when l.tax_rate = 0 then 0 else l.amount end) as tax
     from ${LINES} l left join ${KEY} on true
     group by 1, 2, 3, 4, k.usage order by 1`,
    [tx.clientId, ...span(month)],
  );
  return rows.map((row) => ({ ...row, base: BigInt(row.base), tax: BigInt(row.tax) }));
}

export interface FigureLine {
  entryId: string;
  bookingDate: string;
  taxPoint: string;
  reference: string;
  text: string;
  account: string;
  code: string;
  rate: string;
  /** Cents as text, with the journal's sign. */
  base: string;
  amount: string;
}

/** The lines behind a figure of a month. */
export function figureLines(tx: ClientTx, month: string, figure: string, limit: number): Promise<FigureLine[]> {
  return tx.query(
    `select l.fiscal_year || '-' || l.entry_no as "entryId", l.booking_date as "bookingDate", l.tax_point as "taxPoint", e.reference,
       coalesce(nullif(l.text, ''), e.text) as text, l.account, l.tax_code as code, l.tax_rate::text as rate, l.tax_base as base, l.amount
     from ${LINES} l join ${KEY} on true
     join journal_entry e on e.client_id = l.client_id and e.fiscal_year = l.fiscal_year and e.entry_no = l.entry_no
     where $4 in (k.base_figure, k.tax_figure)
     order by l.tax_point, l.fiscal_year, l.entry_no, l.line_no limit $5`,
    [tx.clientId, ...span(month), figure, limit],
  );
}

/** Lines on accounts of tax keys that state no tax: they are in the account but in no figure. Debit positive. */
export function withoutKey(tx: ClientTx, month: string): Promise<{ account: string; lines: number; amount: string }[]> {
  return tx.query(
    `select l.account, count(*)::int as lines, sum(l.amount) as amount from journal_line l
     where l.client_id = $1 and l.booking_date between $2 and $3 and l.tax_code is null and l.period between 1 and 12
       and l.account in (select account from tax_key where client_id = $1 and account is not null)
     group by 1 having sum(l.amount) <> 0 order by 1`,
    [tx.clientId, ...span(month)],
  );
}
