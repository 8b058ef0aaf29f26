import { formatEuro } from '@lib/kernel';
import { escapedForSpreadsheet } from '../import/read-values.js';
import type { ExportedAccount, ExportedEntry, ExportedLine } from './journal-rows.js';

export const JOURNAL_FORMATS = ['csv', 'jsonl', 'hledger', 'beancount'] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

/** How a format writes the head of the file and each entry. */
export interface JournalWriter {
  fileName: string;
  contentType: string;
  head(context: { client: string; accounts: readonly ExportedAccount[]; firstDay: string }): string;
  entry(entry: ExportedEntry): string;
}

const idOf = (entry: ExportedEntry): string => `${entry.fiscalYear}-${entry.entryNo}`;
const debitOf = (line: ExportedLine): string | null => (line.amount.startsWith('-') ? null : formatEuro(line.amount));
const creditOf = (line: ExportedLine): string | null =>
  line.amount.startsWith('-') ? formatEuro(line.amount.slice(1)) : null;

/** The key that a caller chose; a key of the service means nothing elsewhere. */
const ownKey = (entry: ExportedEntry): string | null => (entry.scope === 'request' ? entry.idempotencyKey : null);
/** Why an opening entry corrects what was open already; '' for any other. */
const correctionOf = (entry: ExportedEntry): string => (entry.kind === 'opening' ? entry.reason : '');
/** The base of the line's tax without the sign of the line. */
const baseOf = (line: ExportedLine): string | null => line.taxBase && formatEuro(line.taxBase.replace('-', ''));

/** Writer of a format; one for each export, for some remember the accounts' names. */
export function journalWriter(format: JournalFormat): JournalWriter {
  switch (format) {
    case 'csv':
      return csvWriter;
    case 'jsonl':
      return jsonlWriter;
    case 'hledger':
      return hledgerWriter();
    case 'beancount':
      return beancountWriter();
  }
}

/** The columns that the import takes, and five for the reader's sake that it leaves alone. */
const CSV_HEAD =
  'entry;bookingDate;documentDate;fiscalYear;period;kind;correction;text;reference;account;product;costCentre;cashAccount;debit;credit;lineText;' +
  'openItem;taxCode;taxRate;taxBase;idempotencyKey;recordedAt;author;source;reverses';

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const textCell = (text: string): string => cell(escapedForSpreadsheet(text));
const german = (euro: string | null): string => (euro ?? '').replace('.', ',');

const csvWriter: JournalWriter = {
  fileName: 'journal.csv',
  contentType: 'text/csv; charset=utf-8',
  head: () => `\ufeff${CSV_HEAD}\r\n`,
  entry(entry) {
    let rows = '';
    const own = `${idOf(entry)};${entry.bookingDate};${entry.documentDate ?? ''};${entry.fiscalYear};${entry.period};${entry.kind};${textCell(correctionOf(entry))};${textCell(entry.text)};${textCell(entry.reference)}`;
    const rest = `${textCell(ownKey(entry) ?? '')};${entry.recordedAt};${textCell(entry.authorName)};${textCell(entry.source)};${entry.reverses}\r\n`;
    for (const line of entry.lines) {
      rows +=
        `${own};${line.account};${line.product ?? ''};${line.costCentre ?? ''};${line.cashAccount ?? ''};` +
        `${german(debitOf(line))};${german(creditOf(line))};${textCell(line.text)};${line.openItem ?? ''};` +
        `${line.taxCode ?? ''};${german(line.taxRate)};${german(baseOf(line))};${rest}`;
    }
    return rows;
  },
};

const jsonlWriter: JournalWriter = {
  fileName: 'journal.jsonl',
  contentType: 'application/x-ndjson; charset=utf-8',
  head: () => '',
  entry: (entry) =>
    `${JSON.stringify({
      id: idOf(entry),
      bookingDate: entry.bookingDate,
      ...(entry.documentDate !== null && { documentDate: entry.documentDate }),
      fiscalYear: entry.fiscalYear,
      period: entry.period,
      kind: entry.kind,
      text: entry.text,
      reference: entry.reference,
      ...(ownKey(entry) !== null && { idempotencyKey: ownKey(entry) }),
      recordedAt: entry.recordedAt,
      author: { id: entry.author, name: entry.authorName },
      source: entry.source,
      ...(entry.reverses !== '' && { reverses: entry.reverses, reason: entry.reason }),
      ...(correctionOf(entry) !== '' && { correction: correctionOf(entry) }),
      lines: entry.lines.map((line) => ({
        account: line.account,
        ...(line.amount.startsWith('-') ? { credit: creditOf(line) } : { debit: debitOf(line) }),
        ...(line.product !== null && { product: line.product }),
        ...(line.costCentre !== null && { costCentre: line.costCentre }),
        ...(line.cashAccount !== null && { cashAccount: line.cashAccount }),
        ...(line.text !== '' && { text: line.text }),
        ...(line.openItem !== null && { openItem: line.openItem }),
        ...(line.taxCode !== null && { tax: { code: line.taxCode, rate: line.taxRate, base: baseOf(line) } }),
      })),
    })}\n`,
};

const ROOTS: Record<string, string> = {
  asset: 'Assets',
  accrual_asset: 'Assets',
  equity: 'Equity',
  special_item: 'Liabilities',
  provision: 'Liabilities',
  liability: 'Liabilities',
  accrual_liability: 'Liabilities',
  revenue: 'Income',
  expense: 'Expenses',
  closing: 'Equity',
};
const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };

/** `Assets:0111-Konzessionen`: a name that both programs take; the number in front keeps it unique. */
export function plainTextName(account: Pick<ExportedAccount, 'number' | 'name' | 'kind'>): string {
  const name = account.name
    .replace(/[äöüÄÖÜß]/g, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return `${ROOTS[account.kind] ?? 'Equity'}:${account.number}${name ? `-${name}` : ''}`;
}

function namesOf(accounts: readonly ExportedAccount[]): (number: string) => string {
  const names = new Map(accounts.map((account) => [account.number, plainTextName(account)]));
  return (number) => names.get(number)!;
}

function hledgerWriter(): JournalWriter {
  let nameOf: (number: string) => string;
  // Nothing escapes here. A semicolon begins a comment, a comma ends the value of a tag, and a square bracket in the comment of a
  // line begins a date: `[2/30]` makes the file unreadable, `[3/1]` moves the line to another day.
  const plain = (text: string): string => text.replaceAll(';', ',').replace(/\s+/g, ' ');
  const value = (text: string): string => plain(text).replaceAll(',', ' ').replaceAll('[', '(').replaceAll(']', ')');
  return {
    fileName: 'journal.hledger',
    contentType: 'text/plain; charset=utf-8',
    head({ client, accounts }) {
      nameOf = namesOf(accounts);
      const used = accounts.filter((account) => account.used);
      return `; Journal: ${plain(client)}\ncommodity 1000.00 EUR\n\n${used.map((account) => `account ${nameOf(account.number)}\n`).join('')}\n`;
    },
    entry(entry) {
      const tags = [
        `kind:${entry.kind}`,
        `period:${entry.period}`,
        ...(entry.reference ? [`reference:${value(entry.reference)}`] : []),
      ];
      const lines = entry.lines.map((line) => {
        const notes = [
          ...(line.cashAccount ? [`cash:${line.cashAccount}`] : []),
          ...(line.product ? [`product:${line.product}`] : []),
          ...(line.costCentre ? [`costcentre:${line.costCentre}`] : []),
          ...(line.text ? [`text:${value(line.text)}`] : []),
          ...(line.openItem ? [`item:${line.openItem}`] : []),
        ];
        return `    ${nameOf(line.account)}  ${formatEuro(line.amount)} EUR${notes.length > 0 ? `  ; ${notes.join(', ')}` : ''}\n`;
      });
      return `${entry.bookingDate} * (${idOf(entry)}) ${plain(entry.text)}  ; ${tags.join(', ')}\n${lines.join('')}\n`;
    },
  };
}

function beancountWriter(): JournalWriter {
  let nameOf: (number: string) => string;
  const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return {
    fileName: 'journal.beancount',
    contentType: 'text/plain; charset=utf-8',
    head({ client, accounts, firstDay }) {
      nameOf = namesOf(accounts);
      const opened = accounts
        .filter((account) => account.used)
        .map((account) => `${firstDay} open ${nameOf(account.number)} EUR\n  name: ${quoted(account.name)}\n`);
      return `option "title" ${quoted(client)}\noption "operating_currency" "EUR"\n\n${opened.join('')}\n`;
    },
    entry(entry) {
      const lines = entry.lines.map(
        (line) =>
          `  ${nameOf(line.account)}  ${formatEuro(line.amount)} EUR\n` +
          (line.cashAccount ? `    cash: "${line.cashAccount}"\n` : '') +
          (line.product ? `    product: ${quoted(line.product)}\n` : '') +
          (line.costCentre ? `    cost-centre: ${quoted(line.costCentre)}\n` : '') +
          (line.text ? `    text: ${quoted(line.text)}\n` : '') +
          (line.openItem ? `    open-item: "${line.openItem}"\n` : ''),
      );
      return (
        `${entry.bookingDate} * ${quoted(entry.text)} ^${idOf(entry)}\n  kind: "${entry.kind}"\n  period: ${entry.period}\n` +
        (entry.reference ? `  reference: ${quoted(entry.reference)}\n` : '') +
        `${lines.join('')}\n`
      );
    },
  };
}
