import type { Actor } from '@lib/access';
import type { ClientTx } from '@lib/database';
import {
  type Cents,
  cut,
  type FieldRefusal,
  formatEuro,
  type Language,
  type LocalDate,
  type Params,
  Problem,
  wordsFor,
} from '@lib/kernel';
import {
  accrualPlan,
  type Author,
  type EntryWish,
  noteTaxPoints,
  type PlannedShare,
  planStandingEntry,
  posting,
  postEntryWithin,
  refused,
  restOf,
  restTogether,
  type StandingWish,
  type Trial,
  tryEntry,
} from '@lib/ledger';
import { raiseOpenItems, type RaisedItem } from '@lib/open-items';
import { type Document, linkEntry, recordDocumentEvent } from '../document/document.store.js';
import { absolute, type Coding } from '../coding/coding.js';
import type { DeferredExpense } from '../coding/liability.js';
import { codingOf, faultsOf, planBooking, type PlannedBooking } from './plan-booking.js';

export interface Booker extends Author {
  actor: Actor & { displayName: string };
}

export interface BookedDocument {
  entryId: string;
  fiscalYear: number;
  entryNo: number;
  /** Amounts as open items are shown: what we owe is positive, what comes back negative. */
  items: (RaisedItem & { role: string; amount: string; paymentBlock: string | null })[];
  /** Names of the plans that dissolve what was deferred. */
  accruals: string[];
}

/**
 * Posts a decided document inside the transaction of its last approval: raises the open items, posts the one entry whose
 * control lines name them, hangs the document on it and plans what is dissolved in later years. All of it or nothing.
 * @param wish the booking date that the person chooses; null: that of the coding, else today
 * @throws Problem naming field and rule when the books refuse
 */
export async function bookDocument(
  tx: ClientTx,
  document: Document,
  by: Booker,
  wish: { bookingDate: LocalDate | null; today: LocalDate; source?: string; coding?: Coding; at?: Date },
): Promise<BookedDocument> {
  const coding = wish.coding ?? codingOf(document);
  const bookingDate = wish.bookingDate ?? coding.bookingDate ?? wish.today;
  // Days lie between submission and posting: an earlier invoice may be reversed or cleared by now, an open item settled.
  await takeTurns(tx, document, coding);
  const faults = await faultsOf(tx, document, coding);
  if (faults.length > 0) throw refused(faults);
  const planned = await planBooking(tx, document, coding, bookingDate);
  const raised = await raise(tx, document, planned, by);
  const [{ round }] = (await tx.query<{ round: number }>(
    'select count(*)::int as round from document_entry where client_id = $1 and document_id = $2',
    [tx.clientId, document.id],
  )) as [{ round: number }];
  const answer = await postEntryWithin(
    tx,
    posting(naming(planned, raised), {
      clientId: tx.clientId,
      author: { id: by.id, name: by.name, privileged: by.privileged },
      source: wish.source ?? 'document',
      // A document taken out of the books by a reversal is posted anew under another key; a repetition is not.
      idempotencyKey: `${document.id}-${round}`,
      scope: 'document',
    }),
  );
  const entry = { fiscalYear: planned.entry.fiscalYear, entryNo: answer.entryNo };
  const entryId = `${entry.fiscalYear}-${entry.entryNo}`;
  await linkEntry(tx, document.id, entry);
  await noteTaxPoints(tx, entry, planned.entry.lines, planned.taxPointOf);
  const accruals = await planDissolution(tx, document, planned, entry, by);
  const items = raised.map((item, index) => ({
    ...item,
    role: planned.items[index]!.role,
    amount: formatEuro(-planned.items[index]!.amount),
    paymentBlock: planned.items[index]!.paymentBlock,
  }));
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by: { id: by.id, name: by.name },
    ...(wish.at && { at: wish.at }),
    kind: 'posted',
    detail: { entry: entryId, items: items.map((item) => item.no), accruals },
  });
  return { entryId, ...entry, items, accruals };
}

/** Of two documents that clear or replace the same earlier one, the second waits until the first is posted, and sees it. */
async function takeTurns(tx: ClientTx, document: Document, coding: Coding): Promise<void> {
  const earlier = [
    ...coding.prepaid.flatMap((part) => part.documentId ?? []),
    ...(coding.correction === 'replacement' && document.corrects !== null ? [document.corrects] : []),
  ];
  for (const id of [...new Set(earlier)].sort())
    await tx.query('select pg_advisory_xact_lock(hashtextextended($2::uuid::text, $1))', [tx.clientId, id]);
}

function raise(tx: ClientTx, document: Document, planned: PlannedBooking, by: Booker): Promise<RaisedItem[]> {
  return raiseOpenItems(
    tx,
    planned.items.map((item) => ({
      kind: 'liability' as const,
      partnerId: item.partnerId,
      account: item.account,
      amount: item.amount,
      documentId: document.id,
      reference: planned.entry.reference,
      text: planned.entry.text,
      raisedOn: planned.entry.bookingDate,
      dueOn: item.dueOn,
      discountOn: item.discountOn,
      discountAmount: item.discountAmount,
      method: item.method,
      bankAccountNo: item.bankAccountNo,
      paymentBlock: item.paymentBlock,
      retention: item.role === 'retention',
      shares: item.shares.filter((share) => share.amount !== 0n),
      taxes: item.taxes,
    })),
    by.actor,
  );
}

/** The entry with the ids of the items that were raised for it. */
function naming({ entry, lines }: PlannedBooking, raised: readonly RaisedItem[]): EntryWish {
  return {
    ...entry,
    lines: entry.lines.map((line, index) => {
      const { item } = lines[index]!;
      return item && 'new' in item ? { ...line, openItem: raised[item.new]!.id } : line;
    }),
  };
}

/** Plans what is dissolved later: each month takes its share of what was deferred, or gives back what is taken back of it. */
async function planDissolution(
  tx: ClientTx,
  document: Document,
  { deferrals, entry }: PlannedBooking,
  origin: { fiscalYear: number; entryNo: number },
  by: Booker,
): Promise<string[]> {
  const names: string[] = [];
  for (const deferral of deferrals.filter((one) => one.amount !== 0n)) {
    const wish =
      deferral.takesBack === null
        ? dissolutionOf(deferral, entry.bookingDate, document.number)
        : takingBack(deferral, deferral.takesBack.shares, document.number);
    const lines = deferral.lines.map((place) => place + 1);
    const plan = await planStandingEntry(tx, { ...wish, origin: { ...origin, lines } }, { id: by.id, name: by.name });
    const settled = deferral.takesBack?.settles ?? [];
    if (settled.length > 0) await restTogether(tx, plan.id, settled);
    names.push(plan.name);
  }
  return names;
}

function dissolutionOf(deferral: DeferredExpense, bookingDate: LocalDate, number: string): StandingWish {
  const plan = accrualPlan({
    text: cut(`Auflösung Rechnungsabgrenzung ${number}: ${deferral.text}`, 400),
    reference: number,
    amount: deferral.amount,
    resultAccount: deferral.account,
    accrualAccount: deferral.accrualAccount,
    ...(deferral.product !== null && { product: deferral.product }),
    ...(deferral.costCentre !== null && { costCentre: deferral.costCentre }),
    serviceFrom: deferral.from,
    serviceTo: deferral.to,
    bookingDate,
  });
  // The deferral itself stands in the invoice's own entry; only what dissolves it is planned.
  const later = plan.instalments!.slice(1);
  return { ...plan, instalments: later, firstDate: later[0]!.date, entry: { ...plan.entry, lines: later[0]!.lines } };
}

/** The plan that gives back what earlier ones dissolve: on each date one line against the account of the deferral. */
function takingBack(deferral: DeferredExpense, shares: readonly PlannedShare[], number: string): StandingWish {
  const side = (amount: Cents) => ({ [amount < 0n ? 'credit' : 'debit']: formatEuro(absolute(amount)) });
  const instalments = [...new Set(shares.map((share) => share.date))].sort().map((date) => {
    const own = shares.filter((share) => share.date === date);
    return {
      date,
      lines: [
        ...own.map(({ account, product, costCentre, amount }) => ({ account, product, costCentre, ...side(amount) })),
        ...(restOf(own) === 0n ? [] : [{ account: deferral.accrualAccount, ...side(-restOf(own)) }]),
      ],
    };
  });
  const text = cut(`Rücknahme Rechnungsabgrenzung ${number}: ${deferral.text}`, 400);
  return {
    name: cut(text, 120),
    kind: 'accrual',
    accrualAccount: deferral.accrualAccount,
    entry: { text, reference: number, lines: instalments[0]!.lines },
    instalments,
    rhythm: 'monthly',
    firstDate: instalments[0]!.date,
    lastDate: instalments.at(-1)!.date,
  };
}

/** Says everything of a trial and takes the transaction back with it. */
class TakenBack extends Error {
  constructor(readonly trial: DocumentTrial) {
    super('trial');
  }
}

export interface DocumentTrial extends Trial {
  bookingDate: LocalDate;
  lines: EntryWish['lines'];
  items: {
    role: string;
    account: string;
    amount: string;
    dueOn: string;
    discountOn: string | null;
    paymentBlock: string | null;
  }[];
  deferrals: { account: string; amount: string; from: string; to: string }[];
}

/** The trial of a coding that cannot become an entry yet: only what stands against it. */
const unfinished = (refusals: FieldRefusal[], bookingDate: LocalDate): DocumentTrial => ({
  refusals,
  warnings: [],
  nextEntryNo: null,
  balances: [],
  statements: [],
  bookingDate,
  lines: [],
  items: [],
  deferrals: [],
});

/**
 * What posting would write, tried for real in a transaction that is then taken back: the items are raised, the entry is held
 * against the books, and nothing stays.
 */
export async function tryDocument(
  inClient: <T>(work: (tx: ClientTx) => Promise<T>) => Promise<T>,
  find: (tx: ClientTx) => Promise<Document>,
  bookerOf: (tx: ClientTx) => Booker,
  wish: { bookingDate: LocalDate | null; today: LocalDate },
): Promise<DocumentTrial> {
  try {
    await inClient(async (tx) => {
      const document = await find(tx);
      const by = bookerOf(tx);
      const coding = codingOf(document);
      const bookingDate = wish.bookingDate ?? coding.bookingDate ?? wish.today;
      const faults = await faultsOf(tx, document, coding);
      if (faults.length > 0) throw new TakenBack(unfinished(faults, bookingDate));
      const planned = await planBooking(tx, document, coding, bookingDate);
      const entry = naming(planned, await raise(tx, document, planned, by));
      throw new TakenBack({
        ...(await tryEntry(tx, entry, { privileged: by.privileged }, wish.today)),
        bookingDate: planned.entry.bookingDate,
        lines: planned.entry.lines,
        items: planned.items.map((item) => ({
          role: item.role,
          account: item.account,
          amount: formatEuro(-item.amount),
          dueOn: item.dueOn,
          discountOn: item.discountOn,
          paymentBlock: item.paymentBlock,
        })),
        deferrals: planned.deferrals.map(({ account, amount, from, to }) => ({
          account,
          amount: formatEuro(amount),
          from,
          to,
        })),
      });
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.trial;
    throw error;
  }
  throw new Error('a trial ends by being taken back');
}

/** A problem in words, for histories and lists. */
export function wordsOf(error: unknown, language: Language = 'de'): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : 'unbekannter Fehler';
  const reasons: { code: string; params: Params }[] = error.fields.length > 0 ? [...error.fields] : [error];
  return reasons.map((reason) => wordsFor(reason.code, reason.params, language).detail).join(' ');
}
