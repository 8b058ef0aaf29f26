import { err, type FieldRefusal, type Result } from '@lib/kernel';
import { type EntryWish, readEntry } from '@lib/ledger';
import type { Findings } from './findings.js';
import { type ImportEntry, report } from './import-entry.js';
import { Columns, readCsv, type Row } from './read-csv.js';
import { apiAmount, isFormula, isoDate, unescaped } from './read-values.js';

/** Columns of a journal file with their German names. */
export const JOURNAL_COLUMNS = {
  entry: ['Buchung', 'Buchungsnummer'],
  bookingDate: ['Buchungsdatum', 'Datum'],
  documentDate: ['Belegdatum'],
  fiscalYear: ['Haushaltsjahr'],
  period: ['Periode'],
  kind: ['Art'],
  correction: ['Berichtigung'],
  text: ['Buchungstext'],
  reference: ['Beleg', 'Belegnummer'],
  account: ['Konto', 'Sachkonto'],
  product: ['Produkt'],
  costCentre: ['Kostenstelle'],
  cashAccount: ['Finanzrechnungskonto'],
  debit: ['Soll'],
  credit: ['Haben'],
  lineText: ['Zeilentext', 'Text der Zeile'],
  openItem: ['Offener Posten'],
  taxCode: ['Steuerschlüssel'],
  taxRate: ['Steuersatz'],
  taxBase: ['Bemessungsgrundlage'],
  idempotencyKey: ['Schlüssel'],
} as const;
type Key = keyof typeof JOURNAL_COLUMNS;

/** Columns that our own export writes for the reader's sake; they are the ledger's to decide and are not read. */
export const INFORMATIVE_COLUMNS = ['recordedAt', 'author', 'source', 'reverses', 'reason'];

const OF_THE_ENTRY = [
  'bookingDate',
  'documentDate',
  'fiscalYear',
  'period',
  'kind',
  'correction',
  'text',
  'reference',
  'idempotencyKey',
] as const;
const TEXTS = ['text', 'reference', 'lineText', 'correction'] as const;

/**
 * Reads a journal: one line of the file is one line of an entry, and the lines of one entry follow each other under the same
 * value of `entry`. What belongs to the whole entry stands on its first line and is empty or the same on the others.
 */
export async function* journalCsv(source: AsyncIterable<Buffer>, findings: Findings): AsyncGenerator<ImportEntry[]> {
  const { head, rows } = await readCsv(source, findings);
  const columns = new Columns<Key>(
    head,
    JOURNAL_COLUMNS,
    ['entry', 'bookingDate', 'text', 'account', 'debit', 'credit'],
    INFORMATIVE_COLUMNS,
  );
  const reader = new EntryReader(columns, findings);
  let open: Row[] = [];
  let key = '';
  for await (const group of rows) {
    const entries: ImportEntry[] = [];
    for (const row of group) {
      const own = columns.of(row, 'entry');
      if (own === '') {
        findings.add(row.line, columns.name('entry'), 'ValueMissing');
        continue;
      }
      if (own !== key && open.length > 0) {
        reader.read(open, entries);
        open = [];
      }
      key = own;
      open.push(row);
    }
    if (entries.length > 0) yield entries;
  }
  const last: ImportEntry[] = [];
  if (open.length > 0) reader.read(open, last);
  if (last.length > 0) yield last;
}

class EntryReader {
  constructor(
    private readonly columns: Columns<Key>,
    private readonly findings: Findings,
  ) {}

  read(rows: Row[], into: ImportEntry[]): void {
    const place = (pointer: string) => this.place(rows, pointer);
    const idempotencyKey = unescaped(this.columns.of(rows[0]!, 'idempotencyKey')) || null;
    const wish = this.wishOf(rows);
    if (!wish.ok) report(this.findings, wish.error, place);
    else if (idempotencyKey !== null && !/^[\x21-\x7e]{1,100}$/.test(idempotencyKey)) {
      this.findings.add(rows[0]!.line, this.columns.name('idempotencyKey'), 'KeyMalformed');
    } else into.push({ wish: wish.value, idempotencyKey, place });
  }

  private wishOf(rows: Row[]): Result<EntryWish, FieldRefusal[]> {
    const { columns } = this;
    const refusals = rows.flatMap((row, index) => this.refusalsOf(row, rows[0]!, index));
    const first = rows[0]!;
    const period = columns.of(first, 'period');
    const fiscalYear = columns.of(first, 'fiscalYear');
    const reference = unescaped(columns.raw(first, 'reference'));
    const kind = columns.of(first, 'kind');
    const documentDate = columns.of(first, 'documentDate');
    const correction = unescaped(columns.raw(first, 'correction'));
    const read = readEntry({
      bookingDate: isoDate(columns.of(first, 'bookingDate')),
      ...(documentDate !== '' && { documentDate: isoDate(documentDate) }),
      ...(correction !== '' && { correction }),
      ...(fiscalYear !== '' && { fiscalYear: whole(fiscalYear) }),
      ...(period !== '' && { period: whole(period) }),
      ...(kind !== '' && { kind: wishedKind(kind, period) }),
      text: unescaped(columns.raw(first, 'text')),
      reference,
      lines: rows.map((row) => this.lineOf(row)),
    });
    if (read.ok && refusals.length === 0) return read;
    const unreadAmounts = new Set(refusals.map((refusal) => refusal.pointer));
    return err([...refusals, ...(read.ok ? [] : read.error.filter((refusal) => !unreadAmounts.has(refusal.pointer)))]);
  }

  private lineOf(row: Row): Record<string, unknown> {
    const { columns } = this;
    const [debit, credit] = [amountOf(columns.of(row, 'debit')), amountOf(columns.of(row, 'credit'))];
    // Many programs write 0,00 on the other side.
    const zero = (side: string | null, other: string | null): boolean =>
      side === '0.00' && other !== null && other !== '0.00';
    return {
      account: columns.of(row, 'account'),
      product: columns.of(row, 'product') || null,
      costCentre: columns.of(row, 'costCentre') || null,
      cashAccount: columns.of(row, 'cashAccount') || null,
      openItem: columns.of(row, 'openItem') || null,
      debit: zero(debit, credit) ? null : debit,
      credit: zero(credit, debit) ? null : credit,
      text: unescaped(columns.raw(row, 'lineText')),
      ...this.taxOf(row),
    };
  }

  private taxOf(row: Row): Record<string, unknown> {
    const [code, rate, base] = (['taxCode', 'taxRate', 'taxBase'] as const).map((key) => this.columns.of(row, key));
    if (code === '' && rate === '' && base === '') return {};
    return { tax: { code, rate: rate!.replace(',', '.'), base: amountOf(base!) } };
  }

  /** What only a file can have wrong: formulas, ambiguous amounts, lines of one entry that disagree. */
  private refusalsOf(row: Row, first: Row, index: number): FieldRefusal[] {
    const { columns } = this;
    const refusals: FieldRefusal[] = [];
    for (const key of TEXTS) {
      const value = columns.raw(row, key);
      if (isFormula(value))
        refusals.push({ pointer: pointerOf(key, index), code: 'Formula', params: { value: value.slice(0, 40) } });
    }
    for (const key of ['debit', 'credit'] as const) {
      const value = columns.of(row, key);
      const refusal = value === '' ? null : apiAmount(value).refusal;
      if (refusal)
        refusals.push({ pointer: pointerOf(key, index), code: refusal, params: { value: value.slice(0, 40) } });
    }
    if (row !== first) {
      for (const key of OF_THE_ENTRY) {
        const value = columns.of(row, key);
        if (value === '' || value === columns.of(first, key)) continue;
        refusals.push({
          pointer: `/lines/${index}/${key}`,
          code: 'EntryFieldDiffers',
          params: { value: value.slice(0, 40) },
        });
      }
    }
    return refusals;
  }

  private place(rows: Row[], pointer: string): { line: number; column: string | null } {
    const parts = pointer.split('/').slice(1);
    const inLine = parts[0] === 'lines' && parts[1] !== undefined;
    const row = (inLine ? rows[Number(parts[1])] : undefined) ?? rows[0]!;
    const field = inLine ? (FILE_FIELDS[parts.slice(2).join('/')] ?? parts[2]) : parts[0];
    // What concerns the amounts of a line or of all lines together.
    if (field === undefined || field === 'lines') return { line: row.line, column: this.columns.name('debit') };
    return { line: row.line, column: this.columns.name(field as Key) };
  }
}

/** Columns of a line that are called otherwise than its fields. */
const FILE_FIELDS: Record<string, string> = {
  text: 'lineText',
  tax: 'taxCode',
  'tax/code': 'taxCode',
  'tax/rate': 'taxRate',
  'tax/base': 'taxBase',
};

const pointerOf = (key: string, index: number): string =>
  key === 'lineText'
    ? `/lines/${index}/text`
    : key === 'debit' || key === 'credit'
      ? `/lines/${index}/${key}`
      : `/${key}`;

const amountOf = (text: string): string | null => (text === '' ? null : apiAmount(text).amount);
const whole = (text: string): number | string => (/^\d{1,4}$/.test(text) ? Number(text) : text);

/** Kinds that only the ledger itself gives (reversal, standing, accrual) come in as what their period makes them. */
export function wishedKind(kind: string, period: string | number | null | undefined): string {
  const german: Record<string, string> = { eröffnung: 'opening', abschluss: 'closing', laufend: 'regular' };
  const known = german[kind.toLowerCase()] ?? kind;
  if (!['reversal', 'standing', 'accrual'].includes(known)) return known;
  return String(period) === '0' ? 'opening' : String(period) === '13' ? 'closing' : 'regular';
}
