import { parseTypedDay } from '../../lib/dates';
import { parseTyped, toApi } from '../../lib/money';

export type CaptureField = 'supplierName' | 'invoiceNo' | 'issueDate' | 'gross' | 'dueOn' | 'iban';

/** Under which names the service offers what it found in the text of a file. */
const NAMES: Record<CaptureField, string[]> = {
  supplierName: ['supplierName'],
  invoiceNo: ['number'],
  issueDate: ['issueDate'],
  gross: ['gross'],
  dueOn: ['dueDate'],
  iban: ['iban'],
};

type Suggestions = Record<string, { value: string; where?: string | null }[]>;

/** The values for a field as the API takes them, each once, at most four; what cannot be read is left out. */
export function candidatesOf(suggestions: Suggestions, field: CaptureField): { value: string; where: string | null }[] {
  const found = NAMES[field].flatMap((name) => suggestions[name] ?? []);
  const read = found.flatMap(({ value, where }) => {
    const plain = readAs(field, value);
    return plain === null ? [] : [{ value: plain, where: where ?? null }];
  });
  return read.filter((one, i) => read.findIndex((other) => other.value === one.value) === i).slice(0, 4);
}

function readAs(field: CaptureField, value: string): string | null {
  if (field === 'gross') {
    const cents = /^-?\d+\.\d\d$/.test(value) ? parseTyped(value) : parseTyped(value.replace(/[^\d.,-]/g, ''));
    return cents === null ? null : toApi(cents);
  }
  if (field === 'issueDate' || field === 'dueOn') return parseTypedDay(value, new Date().getFullYear());
  if (field === 'iban') return value.replace(/\s/g, '').toUpperCase();
  return value.trim() || null;
}
