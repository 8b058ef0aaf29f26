import type { ClientTx } from '@lib/database';
import {
  addMonths,
  cut,
  dayOf,
  daysInMonth,
  type FieldRefusal,
  formatEuro,
  lastOfMonth,
  type LocalDate,
  monthOf,
  split,
  yearOf,
} from '@lib/kernel';
import type { InstalmentDto, StandingEntryDto } from './desk.dto.js';
import { standOn } from './accruals.store.js';
import type { Person } from './drafts.js';
import { checkEntry, type EntryWish, readEntry } from './journal-entry.js';
import { loadBook } from './ledger.store.js';
import { refused } from './post-entry.js';
import { ledgerProblems } from './problems.js';

export const RHYTHMS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;
export type Rhythm = keyof typeof RHYTHMS;

export type Instalment = InstalmentDto;
/** A standing entry as it is stored; what will stop it is found out when it is shown. */
export type StandingEntry = Omit<StandingEntryDto, 'obstacles'>;

export const STANDING_COLUMNS = `id, name, kind, entry, instalments, rhythm, first_date as "firstDate", last_date as "lastDate",
  next_date as "nextDate", state, last_error as "lastError", posted_count as "postedCount", origin_year || '-' || origin_no as origin,
  accrual_account as "accrualAccount", ended_because as "endedBecause", jsonb_build_object('id', author, 'name', author_name) as author, version`;

export function standingEntries(tx: ClientTx): Promise<StandingEntry[]> {
  return tx.query<StandingEntry>(
    `select ${STANDING_COLUMNS} from standing_entry where client_id = $1 order by state, next_date nulls last, name, id`,
    [tx.clientId],
  );
}

export interface StandingWish {
  name: string;
  kind: 'standing' | 'accrual';
  entry: Record<string, unknown>;
  instalments?: Instalment[];
  rhythm: Rhythm;
  firstDate: LocalDate;
  lastDate?: LocalDate | undefined;
  /** Accruals: the account on which the deferral stands. */
  accrualAccount?: string;
  /** The entry that deferred, and the places of its lines (from 1) that this plan dissolves; absent: its own first posting defers. */
  origin?: { fiscalYear: number; entryNo: number; lines: readonly number[] };
}

/** What follows from each date and so cannot be fixed for all of them. */
const FROM_THE_DATE = ['bookingDate', 'fiscalYear', 'period', 'kind'];

/**
 * Enters an entry that posts itself on its dates. The entry is read and held against the books now, so that what can never be
 * posted is refused now; whether its periods will be open shows when they come.
 * @param pointers where the request carries what the entry's `/lines/…` say; default: under `/entry`
 * @throws Problem Invalid, or what the books refuse, naming the fields
 */
export async function planStandingEntry(
  tx: ClientTx,
  wish: StandingWish,
  by: Person,
  pointers: (pointer: string) => string = (pointer) => `/entry${pointer}`,
): Promise<StandingEntry> {
  if (wish.lastDate !== undefined && wish.lastDate < wish.firstDate) {
    throw refused(
      [{ pointer: '/lastDate', code: 'EndsBeforeItBegins', params: { first: wish.firstDate, last: wish.lastDate } }],
      true,
    );
  }
  const fixed = FROM_THE_DATE.filter((field) => wish.entry[field] !== undefined && wish.entry[field] !== null);
  if (fixed.length > 0) {
    throw refused(
      fixed.map((field) => ({ pointer: pointers(`/${field}`), code: 'UnknownField', params: { value: field } })),
      true,
    );
  }
  const read = readEntry({ ...wish.entry, bookingDate: wish.firstDate });
  if (!read.ok) throw refused(read.error.map(under(pointers)), true);
  const against = checkEntry({ ...read.value, kind: wish.kind }, await loadBook(tx, read.value));
  const lasting = against.filter((refusal) => refusal.pointer.startsWith('/lines'));
  if (lasting.length > 0) throw refused(lasting.map(under(pointers)));
  const [row] = await tx.query<StandingEntry>(
    `insert into standing_entry (client_id, name, kind, entry, instalments, rhythm, first_date, last_date, next_date, author, author_name,
       accrual_account, origin_year, origin_no)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9, $10, $11, $12, $13) returning ${STANDING_COLUMNS}`,
    [
      tx.clientId,
      wish.name,
      wish.kind,
      JSON.stringify(wish.entry),
      wish.instalments ? JSON.stringify(wish.instalments) : null,
      wish.rhythm,
      wish.firstDate,
      wish.lastDate ?? null,
      by.id,
      by.name,
      wish.accrualAccount ?? null,
      wish.origin?.fiscalYear ?? null,
      wish.origin?.entryNo ?? null,
    ],
  );
  if (wish.origin) await standOn(tx, row!.id, wish.origin, wish.origin.lines);
  return row!;
}

const under =
  (pointers: (pointer: string) => string) =>
  (refusal: FieldRefusal): FieldRefusal => ({ ...refusal, pointer: pointers(refusal.pointer) });

/** The date after `date` in the rhythm, or null past the end. Counted from the first date, so that the 31st stays the 31st. */
export function nextDate(
  entry: Pick<StandingEntry, 'firstDate' | 'lastDate' | 'rhythm' | 'instalments'>,
  date: LocalDate,
): LocalDate | null {
  if (entry.instalments) return entry.instalments.find((instalment) => instalment.date > date)?.date ?? null;
  const step = RHYTHMS[entry.rhythm];
  const months = (yearOf(date) - yearOf(entry.firstDate)) * 12 + monthOf(date) - monthOf(entry.firstDate);
  const next = addMonths(entry.firstDate, (Math.floor(months / step) + 1) * step);
  return entry.lastDate && next > entry.lastDate ? null : next;
}

/** The entry that falls due on the standing entry's next date. @throws Problem when it can no longer be read */
export function dueEntry(standing: StandingEntry): EntryWish {
  const date = standing.nextDate!;
  const instalment = standing.instalments?.find((one) => one.date === date);
  const read = readEntry({ ...standing.entry, ...(instalment && { lines: instalment.lines }), bookingDate: date });
  if (!read.ok) throw refused(read.error, true);
  return { ...read.value, kind: standing.kind };
}

export interface AccrualWish {
  text: string;
  reference?: string | undefined;
  /** Whole cents; negative: a credit. */
  amount: bigint;
  /** Expense (class 5) or revenue account (class 4) that the amount was booked to. */
  resultAccount: string;
  /** Accrual account: 19 for what was paid, 39 for what was received in advance (§ 43 KomHVO NRW). */
  accrualAccount: string;
  product?: string | undefined;
  costCentre?: string | undefined;
  serviceFrom: LocalDate;
  serviceTo: LocalDate;
  /** When the whole amount is taken out of the result. */
  bookingDate: LocalDate;
}

/**
 * Spreads an amount over the months of a service period (§ 43 KomHVO NRW): on the booking date the whole amount moves from
 * the result account to the accrual account, then each month takes its share back on its last day. A full month weighs 30
 * days, a part of one its days (at most 30); the shares add up to the whole.
 */
export function accrualPlan(wish: AccrualWish): StandingWish {
  const months: { date: LocalDate; weight: bigint }[] = [];
  for (let day = wish.serviceFrom; day <= wish.serviceTo; day = `${addMonths(day, 1).slice(0, 8)}01`) {
    const end = lastOfMonth(day) < wish.serviceTo ? lastOfMonth(day) : wish.serviceTo;
    const whole = dayOf(day) === 1 && dayOf(end) === daysInMonth(yearOf(day), monthOf(day));
    months.push({ date: end, weight: BigInt(whole ? 30 : Math.min(30, dayOf(end) - dayOf(day) + 1)) });
  }
  const inAdvance = wish.accrualAccount.startsWith('3') ? 'received' : 'paid';
  const lines = (amount: bigint, release: boolean): Record<string, unknown>[] => {
    const euro = formatEuro(amount < 0n ? -amount : amount);
    // Paid in advance: asset up, expense down; released the other way round. Received in advance is its mirror image, as is a credit.
    const accrualInDebit = ((inAdvance === 'paid') !== release) !== amount < 0n;
    const result = { account: wish.resultAccount, product: wish.product ?? null, costCentre: wish.costCentre ?? null };
    return accrualInDebit
      ? [
          { account: wish.accrualAccount, debit: euro },
          { ...result, credit: euro },
        ]
      : [
          { ...result, debit: euro },
          { account: wish.accrualAccount, credit: euro },
        ];
  };
  const shares = split(
    wish.amount,
    months.map((month) => month.weight),
  );
  const releases = months
    .map((month, index) => ({ date: month.date, amount: shares[index]! }))
    .filter((release) => release.amount !== 0n);
  // Months up to the booking date are not deferred at all: they stay where they were booked.
  const later = releases.filter((release) => release.date > wish.bookingDate);
  const deferred = later.reduce((sum, release) => sum + release.amount, 0n);
  if (deferred === 0n) throw ledgerProblems.NothingToDefer({}, '/serviceTo');
  const instalments = [
    { date: wish.bookingDate, lines: lines(deferred, false) },
    ...later.map((release) => ({ date: release.date, lines: lines(release.amount, true) })),
  ];
  return {
    name: cut(wish.text, 120),
    kind: 'accrual',
    accrualAccount: wish.accrualAccount,
    entry: { text: wish.text, reference: wish.reference ?? '', lines: instalments[0]!.lines },
    instalments,
    rhythm: 'monthly',
    firstDate: wish.bookingDate,
    lastDate: instalments.at(-1)!.date,
  };
}
