import type { ClientTx } from '@lib/database';
import {
  type Cents,
  type Clock,
  type FieldRefusal,
  type Language,
  type LocalDate,
  monthOf,
  Problem,
  yearOf,
} from '@lib/kernel';
import { type Author, type EntryWish, noteTaxPoints, postEntryWithin, posting } from '@lib/ledger';
import { offsetOpenItems, type RaisedItem, raiseOpenItem, recordCasePartner, recordDuty } from '@lib/open-items';
import { type DoingPerson, drawNumbers } from '@lib/partners';
import { addDays, type Gathered, gather } from './gather.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { invoiceOf, lockInvoice, lockRow, markIssued, requireDraft, type StoredInvoice } from './invoicing.store.js';
import { makeFiles } from './make-files.js';
import { discountOf } from './own-invoice.js';
import { claimsAccountFor, type OwnPosting, postingOf } from './posting-of.js';
import { told } from './save-draft.js';

export interface IssueWish {
  version: number;
  /** Default: today. */
  bookingDate?: LocalDate | undefined;
}

/** Who orders, and what binds them. */
export interface Issuer {
  person: DoingPerson;
  /** As the journal names them. */
  author: Author;
  language: Language;
  /** Throws above the person's limit. Cents, unsigned. */
  requireLimit(amount: Cents): void;
  clock: Clock;
}

/**
 * Issues a draft, all in the caller's transaction: the order as a duty of another person than the draft, the next number of
 * the client's year, the files, the claim with its entry. If anything of it is refused, nothing happened and no number is lost.
 * @param cancels whether it takes a whole invoice back
 * @throws Problem NotFound, VersionConflict, InvoiceIssued, InvoiceIncomplete with every field that is missing, FourEyes,
 *   OwnMatter, AmountLimitExceeded, and what the ledger refuses
 */
export async function issueInvoice(
  tx: ClientTx,
  id: string,
  wish: IssueWish,
  issuer: Issuer,
  cancels = false,
): Promise<StoredInvoice> {
  const draft = await lockInvoice(tx, id, wish.version);
  requireDraft(draft);
  const issueDate = issuer.clock.today();
  const bookingDate = wish.bookingDate ?? issueDate;
  // Two credit notes to one invoice: the second waits, and sees what the first has left of it.
  if (draft.corrects !== null) await lockRow(tx, draft.corrects);
  const gathered = await gather(tx, draft.content, issueDate);
  if (gathered.refusals.length > 0) throw new Problem('InvoiceIncomplete', {}, gathered.refusals);
  await order(tx, draft, gathered, issuer);

  const { facts, no } = await numbered(tx, gathered);
  const files = await makeFiles(facts, { cancels, at: issuer.clock.now(), language: issuer.language });
  const item = await raise(tx, id, gathered, facts, bookingDate, issuer.person);
  const own = postingOf(draft.content, gathered.totals, gathered.vat, gathered.cashAccounts, item.id);
  const entryNo = await post(tx, entryOf(facts, own, bookingDate), own, issuer);
  // Own turnover is taxed when it is supplied (§ 13(1) No 1 letter a UStG).
  const supplied = draft.content.serviceTo ?? draft.content.serviceFrom ?? issueDate;
  await noteTaxPoints(tx, { fiscalYear: yearOf(bookingDate), entryNo }, own.lines, () => supplied);
  await markIssued(
    tx,
    id,
    {
      ...{ number: facts.number, year: yearOf(issueDate), no, issueDate, bookingDate, dueOn: facts.dueOn },
      ...{ entryYear: yearOf(bookingDate), entryNo, openItem: item.id, files, facts: evidence(facts) },
    },
    issuer.person,
  );
  await setOff(tx, draft, item, own, bookingDate, issuer);
  await told(tx, issuer.person, 'outgoing-invoice.issue', id, { number: facts.number });
  return invoiceOf(tx, id);
}

/** The order (Annahmeanordnung): within the person's limit, by another person than the draft's, not in their own matter. */
export async function order(
  tx: ClientTx,
  invoice: Pick<StoredInvoice, 'id' | 'partnerId'>,
  { totals }: Pick<Gathered, 'totals'>,
  { person, requireLimit }: Issuer,
): Promise<void> {
  requireLimit(totals.gross < 0n ? -totals.gross : totals.gross);
  await recordCasePartner(tx, invoice.id, invoice.partnerId);
  await recordDuty(tx, { caseId: invoice.id, person: person.userId, duty: 'order' });
}

/** Draws the next number of the client's year; who issues at the same time waits, so that none is lost. */
export async function numbered(tx: ClientTx, { facts }: Gathered): Promise<{ facts: InvoiceFacts; no: number }> {
  const year = yearOf(facts.issueDate);
  const no = await drawNumbers(tx, `outgoing-invoice-${year}`);
  return { facts: { ...facts, number: `AR-${year}-${String(no).padStart(5, '0')}` }, no };
}

/** What the invoice was made of; the arms are in the letter. */
export function evidence({ seller: { arms: _, ...seller }, totals, draft, ...facts }: InvoiceFacts): object {
  return { ...facts, seller };
}

async function raise(
  tx: ClientTx,
  id: string,
  { totals, vat, cashAccounts }: Gathered,
  facts: InvoiceFacts,
  bookingDate: LocalDate,
  by: DoingPerson,
): Promise<RaisedItem> {
  const { draft } = facts;
  const { claim, shares, taxes } = postingOf(draft, totals, vat, cashAccounts, '');
  const stage = claim > 0n ? draft.skonto[0] : undefined;
  const discount = stage ? discountOf(totals.gross, stage) : 0n;
  const takes = stage !== undefined && discount > 0n && discount < totals.gross;
  return raiseOpenItem(
    tx,
    {
      kind: 'claim',
      partnerId: draft.partnerId,
      account: claimsAccountFor(draft),
      amount: claim,
      documentId: id,
      reference: facts.number,
      text: textOf(facts),
      raisedOn: bookingDate,
      dueOn: facts.dueOn,
      discountOn: takes ? addDays(facts.issueDate, stage.days) : null,
      discountAmount: takes ? discount : null,
      method: draft.method,
      shares,
      taxes,
    },
    by,
  );
}

const LABELS = { invoice: 'Rechnung', 'credit-note': 'Gutschrift', correction: 'Rechnungskorrektur' };

/** What the journal says about the invoice. */
export const textOf = ({ draft, number, buyer }: InvoiceFacts): string =>
  [...`${LABELS[draft.kind]} ${number}, ${buyer.name}`].slice(0, 300).join('');

function entryOf(facts: InvoiceFacts, own: OwnPosting, bookingDate: LocalDate): EntryWish {
  return {
    fiscalYear: yearOf(bookingDate),
    period: monthOf(bookingDate),
    bookingDate,
    documentDate: facts.issueDate,
    kind: 'regular',
    text: textOf(facts),
    reference: facts.number,
    lines: own.lines,
  };
}

async function post(tx: ClientTx, entry: EntryWish, own: OwnPosting, { author }: Issuer): Promise<number> {
  const by = { clientId: tx.clientId, author, source: 'outgoing-invoice' };
  try {
    return (await postEntryWithin(tx, posting(entry, by))).entryNo;
  } catch (error) {
    throw error instanceof Problem ? atTheDraft(error, own) : error;
  }
}

/** What the ledger refuses about a line of the entry is shown at the line of the invoice. */
function atTheDraft(problem: Problem, own: OwnPosting): Problem {
  const fields = problem.fields.map((field): FieldRefusal => {
    const [, line, rest = ''] = /^\/lines\/(\d+)(\/.*)?$/.exec(field.pointer) ?? [];
    if (line === undefined) return field;
    const index = own.from[Number(line)];
    return { ...field, pointer: index == null ? '/lines' : `/lines/${index}${rest}` };
  });
  return new Problem(problem.code, problem.params, fields);
}

/** What we owe back is set against what is left of the claim that it belongs to. */
async function setOff(
  tx: ClientTx,
  draft: StoredInvoice,
  item: RaisedItem,
  own: OwnPosting,
  bookingDate: LocalDate,
  { author }: Issuer,
): Promise<void> {
  if (own.claim >= 0n || draft.corrects === null) return;
  const original = await invoiceOf(tx, draft.corrects);
  if (original.openItem === null || BigInt(original.openBalance ?? 0) <= 0n) return;
  await offsetOpenItems(tx, { liability: original.openItem, credit: item.id, bookingDate }, author);
}
