import { type EntryKind, isPosted, type Line, type Posting, postWithin } from '@lib/ledger';
import type { Intake } from './intake.js';
import { withLentRights } from './lend-rights.js';
import { ExitPackageError } from './unpack.js';

/** Entries in one call of the posting function. */
const BATCH = 1000;

interface OriginalEntry {
  fiscalYear: number;
  entryNo: string;
  period: number;
  bookingDate: string;
  kind: EntryKind;
  text: string;
  reference: string;
  idempotencyKey: string | null;
  scope: NonNullable<Posting['scope']>;
  documentDate: string | null;
  author: string;
  authorName: string;
  reversesYear: number | null;
  reversesNo: string | null;
  reason: string;
}
type OriginalLine = Omit<Line, 'amount' | 'tax'> & {
  fiscalYear: number;
  entryNo: string;
  amount: string;
  taxCode: string | null;
  taxRate: string | null;
  taxBase: string | null;
};

/**
 * Posts the journal of another installation again, in the order in which it was recorded there. Each entry gets its old number, or
 * nothing comes in: numbers follow one another in both. It bears the date, the kind and the author that it had; that it was recorded
 * here now, and where it came from, says its source, and how it stood there is kept beside it.
 * @returns how many entries were posted
 */
export async function postOriginals(intake: Intake): Promise<number> {
  const { tx } = intake;
  await intake.load('journal_entry');
  await intake.load('journal_line');
  await tx.query('create index on pg_temp.in_journal_line (fiscal_year, entry_no, line_no)');
  await tx.query('analyze in_journal_line');
  await tx.query(`declare originals no scroll cursor for select fiscal_year as "fiscalYear", entry_no as "entryNo", period,
    booking_date as "bookingDate", kind, text, reference, idempotency_key as "idempotencyKey", idempotency_scope as scope,
    document_date as "documentDate", author, author_name as "authorName",
    reverses_year as "reversesYear", reverses_no as "reversesNo", reason from in_journal_entry order by recorded_at, fiscal_year, entry_no`);
  const posted = await withLentRights(tx, () => postAll(intake));
  await tx.query('close originals');
  await tx.query(
    `insert into journal_origin (client_id, fiscal_year, entry_no, recorded_at, source, content_hash, chain_hash)
     select $1, fiscal_year, entry_no, recorded_at, source, content_hash, chain_hash from in_journal_entry`,
    [tx.clientId],
  );
  return posted;
}

async function postAll(intake: Intake): Promise<number> {
  let posted = 0;
  for (;;) {
    const page = await intake.tx.query<OriginalEntry>(`fetch ${BATCH} from originals`);
    if (page.length === 0) break;
    const lines = await linesOf(intake, page);
    for (const part of withoutOwnReversals(page)) await post(intake, part, lines);
    posted += page.length;
  }
  return posted;
}

async function linesOf(intake: Intake, page: readonly OriginalEntry[]): Promise<Map<string, Line[]>> {
  const rows = await intake.tx.query<OriginalLine>(
    `select l.fiscal_year as "fiscalYear", l.entry_no as "entryNo", l.account, l.product, l.cost_centre as "costCentre",
       l.cash_account as "cashAccount", l.amount, l.text, l.open_item as "openItem", l.tax_code as "taxCode", l.tax_rate as "taxRate",
       l.tax_base as "taxBase"
     from in_journal_line l join unnest($1::smallint[], $2::bigint[]) e (year, no) on l.fiscal_year = e.year and l.entry_no = e.no
     order by l.fiscal_year, l.entry_no, l.line_no`,
    [page.map((entry) => entry.fiscalYear), page.map((entry) => entry.entryNo)],
  );
  const lines = new Map<string, Line[]>();
  for (const { fiscalYear, entryNo, amount, taxCode, taxRate, taxBase, ...rest } of rows) {
    const tax = taxCode === null ? null : { code: taxCode, rate: taxRate!, base: BigInt(taxBase!) };
    const line = { ...rest, amount: BigInt(amount), tax };
    const id = `${fiscalYear}-${entryNo}`;
    const own = lines.get(id);
    if (own) own.push(line);
    else lines.set(id, [line]);
  }
  return lines;
}

/** A reversal is posted in a later call than its original: the posting function looks for that in the journal. */
function* withoutOwnReversals(page: readonly OriginalEntry[]): Generator<OriginalEntry[]> {
  let part: OriginalEntry[] = [];
  const there = new Set<string>();
  for (const entry of page) {
    if (entry.reversesNo !== null && there.has(`${entry.reversesYear}-${entry.reversesNo}`)) {
      yield part;
      part = [];
      there.clear();
    }
    part.push(entry);
    there.add(`${entry.fiscalYear}-${entry.entryNo}`);
  }
  if (part.length > 0) yield part;
}

async function post(
  { tx }: Intake,
  entries: readonly OriginalEntry[],
  lines: ReadonlyMap<string, Line[]>,
): Promise<void> {
  // As the application, which alone may call the posting function.
  await tx.query('set local role finanz_app');
  const answers = await postWithin(
    tx,
    entries.map((entry) => postingOf(entry, lines.get(`${entry.fiscalYear}-${entry.entryNo}`) ?? [], tx.clientId)),
  );
  await tx.query('set local role finanz_owner');
  answers.forEach((answer, index) => {
    const { fiscalYear, entryNo } = entries[index]!;
    if (!isPosted(answer))
      throw new ExitPackageError(
        `entry ${fiscalYear}-${entryNo} is refused: ${answer.outcome} (line ${answer.lineNo})`,
      );
    if (String(answer.entryNo) !== entryNo)
      throw new ExitPackageError(`entry ${fiscalYear}-${entryNo} would get the number ${answer.entryNo}`);
  });
}

const postingOf = (entry: OriginalEntry, lines: Line[], clientId: number): Posting => ({
  clientId,
  fiscalYear: entry.fiscalYear,
  period: entry.period,
  bookingDate: entry.bookingDate,
  kind: entry.kind,
  text: entry.text,
  reference: entry.reference,
  lines,
  author: { id: entry.author, name: entry.authorName, privileged: true, closes: true },
  source: 'exit-package',
  idempotencyKey: entry.idempotencyKey,
  scope: entry.scope,
  documentDate: entry.documentDate,
  reverses: entry.reversesNo === null ? null : { fiscalYear: entry.reversesYear!, entryNo: Number(entry.reversesNo) },
  reason: entry.reason,
});
