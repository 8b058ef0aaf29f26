/** One column of a spreadsheet: its heading and how a row fills it. */
export interface Column<T> {
  heading: string;
  value: (row: T) => string | number | null | undefined;
}

/** `-1234.50` as German spreadsheets read it: `-1234,50`. */
export const germanEuro = (euro: string | null | undefined): string => (euro ?? '').replace('.', ',');

/**
 * A CSV file for a German spreadsheet: semicolons, UTF-8 with byte order mark, CRLF. A text that a spreadsheet would take for
 * a formula is led by an apostrophe.
 */
export function csvOf<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const lines = [columns.map((column) => cell(column.heading))];
  for (const row of rows) lines.push(columns.map((column) => cell(column.value(row))));
  return `\ufeff${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

const NUMBER = /^-?\d+(,\d+)?$/;

function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
