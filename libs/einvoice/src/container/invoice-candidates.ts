import { checkIban } from '../iban.js';

const FIELDS = [
  'number',
  'issueDate',
  'dueDate',
  'gross',
  'net',
  'vat',
  'iban',
  'vatId',
  'taxNumber',
  'buyerReference',
  'orderReference',
] as const;

/** What a plain text may tell about an invoice. */
export type CandidateField = (typeof FIELDS)[number];

/** A value found in the text of a PDF: a proposal for a person, never applied by itself. */
export interface Candidate {
  field: CandidateField;
  /** Normalised: dates YYYY-MM-DD, amounts with a point and two decimals, IBAN and VAT id without blanks. */
  value: string;
  /** As it stands in the text. */
  raw: string;
  /** From 1. */
  page: number;
  /** Characters before it in the text of this page. */
  offset: number;
  /** The line it stands in, for showing the reason. */
  line: string;
  /** 0 to 100: how much speaks for it. */
  weight: number;
}

const MOST_LINES = 4_000;
const LONGEST_LINE = 400;
const MOST_PER_FIELD = 5;

const MONTHS = [
  /^(?:jan|jän)/,
  /^feb/,
  /^m(?:ä|ae)r|^mar/,
  /^apr/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[kc]t/,
  /^nov/,
  /^de[zc]/,
];
const DATE =
  /(?<![\d.])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})|(\d{1,2})\.? ([A-Za-zä]{3,9})\.? (\d{4}))(?![\d])/g;
/** Amounts have two decimals; thousands are set off by point, comma, blank or apostrophe. */
const AMOUNT =
  /(?<![\d.,])-?(?:\d{1,3}(?:[. '\u00a0\u202f]\d{3}){1,4}|\d{1,9}),\d{2}(?![\d.,]?\d)-?|(?<![\d.,'])-?(?:\d{1,3}(?:[,']\d{3}){1,4}|\d{1,9})\.\d{2}(?![.,]?\d)-?/g;
const NUMBER = /^[A-Za-z0-9][A-Za-z0-9/._-]{0,34}/;

interface Label {
  field: CandidateField;
  label: RegExp;
  weight: number;
}

const LABELS: readonly Label[] = [
  {
    field: 'number',
    label: /\b(?:rechnungs?|gutschrifts?|invoice|faktura|beleg)[ -]?(?:nummer|nr\b\.?|no\b\.?|number|#)[ .:#]*/i,
    weight: 90,
  },
  {
    field: 'number',
    label:
      /\b(?:rechnung|gutschrift|schlussrechnung|abschlagsrechnung|handelsrechnung \(\d{3}\))[ :]+(?:nr\b\.?|nummer|no\b\.?)[ .:#]*/i,
    weight: 85,
  },
  { field: 'number', label: /\b(?:re|rg)[.-]?[ ]?nr\b[.:# ]*/i, weight: 70 },
  {
    field: 'issueDate',
    label:
      /\b(?:rechnungsdatum|invoice date|datum der rechnung|belegdatum|ausstellungsdatum|issued (?:at|on))\b[ .:]*/i,
    weight: 90,
  },
  { field: 'issueDate', label: /\b(?:rechnung|invoice)\b.{0,60}?\b(?:vom|dated)\b[ :]*/i, weight: 80 },
  { field: 'issueDate', label: /(?:^|, |\bden )(?:datum|date)?[ :]*(?=\d)/i, weight: 35 },
  {
    field: 'dueDate',
    label:
      /\b(?:zahlbar bis|fällig(?:keit)?(?: am| bis| zum)?|fälligkeitsdatum|zahlungsziel|zahlung bis|due date|due on|remit until|bis zum|bis spätestens)\b[ .:]*/i,
    weight: 85,
  },
  {
    field: 'gross',
    label:
      /\b(?:zu zahlen(?:der betrag)?|zahlbetrag|rechnungsbetrag|rechnungssumme|gesamtbetrag|gesamtsumme|bruttobetrag|bruttosumme|endbetrag|endsumme|amount due|due payable|total due|grand total)\b/i,
    weight: 90,
  },
  { field: 'gross', label: /\b(?:brutto|gesamt|total|summe)\b/i, weight: 55 },
  { field: 'net', label: /\b(?:netto(?:betrag|summe)?|net total|zwischensumme|subtotal)\b/i, weight: 80 },
  { field: 'vat', label: /\b(?:ust|mwst|umsatzsteuer|mehrwertsteuer|vat)\b/i, weight: 60 },
  { field: 'taxNumber', label: /\b(?:steuer-?(?:nummer|nr)|st\.?-?nr)\b[ .:]*/i, weight: 85 },
  { field: 'buyerReference', label: /\bleitweg-?(?:id|nr)\b[ .:]*/i, weight: 95 },
  {
    field: 'orderReference',
    label:
      /\b(?:bestell(?:nummer|nr\b\.?|ung(?: nr\b\.?)?)|auftrags(?:nummer|nr\b\.?)|ihre bestellung|your order|order no\b\.?)[ .:#]*/i,
    weight: 60,
  },
];

/**
 * Proposals for the capture of a plain PDF: by field, best first, at most five each. Works on lines of at most 400
 * characters with expressions that cannot run away.
 */
export function invoiceCandidates(pages: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  let lines = 0;
  pages.forEach((text, index) => {
    let offset = 0;
    const all = text.split('\n');
    all.forEach((whole, number) => {
      const from = offset;
      offset += whole.length + 1;
      if (++lines > MOST_LINES) return;
      const line = whole.slice(0, LONGEST_LINE);
      const add = (field: CandidateField, value: string, raw: string, at: number, weight: number): void => {
        found.push({ field, value, raw, page: index + 1, offset: from + at, line: line.trim(), weight });
      };
      labelled(line, (all[number + 1] ?? '').slice(0, LONGEST_LINE), add);
      ibans(line, add);
      vatIds(line, add);
    });
  });
  return best(found);
}

type Add = (field: CandidateField, value: string, raw: string, at: number, weight: number) => void;

function labelled(line: string, next: string, add: Add): void {
  for (const { field, label, weight } of LABELS) {
    const match = label.exec(line);
    if (!match) continue;
    const after = match.index + match[0].length;
    const rest = line.slice(after);
    // A label that ends its line stands above its value, as in tables.
    const [where, shift, less] = rest.trim() === '' ? [next, line.length + 1, 15] : [rest, after, 0];
    switch (field) {
      case 'gross':
      case 'net':
      case 'vat': {
        const last = lastAmount(untilOtherSum(where, field)) ?? lastAmount(where);
        if (last) add(field, amountOf(last[0]), last[0], shift + last.index, weight - less);
        break;
      }
      case 'issueDate':
      case 'dueDate': {
        const first = where.matchAll(DATE).next().value;
        const date = first && isoDate(first);
        if (first && date && first.index < 30) add(field, date, first[0], shift + first.index, weight - less);
        break;
      }
      case 'taxNumber': {
        const number = /\d{2,4}[ /]\d{3,4}[ /]\d{4,5}/.exec(where);
        if (number && number.index < 20)
          add(field, number[0].replace(/ /g, '/'), number[0], shift + number.index, weight - less);
        break;
      }
      case 'buyerReference': {
        const id = /\d{2,12}(?:-[A-Za-z0-9]{1,30})?-\d{2}(?!\d)/.exec(where);
        if (id) add(field, id[0].toUpperCase(), id[0], shift + id.index, weight - less);
        break;
      }
      default: {
        const blanks = where.length - where.trimStart().length;
        const number = NUMBER.exec(where.trimStart())?.[0].replace(/[._\-/]+$/, '');
        if (number && /\d/.test(number) && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(number)) {
          add(field, number, number, shift + blanks, weight - less);
        }
      }
    }
  }
}

const lastAmount = (text: string): RegExpExecArray | undefined => [...text.matchAll(AMOUNT)].pop();

/** Where in one line another sum is named behind the one sought: `Gesamtbetrag 297,50 EUR (enthält 19 % USt 47,50 EUR)`. */
const OTHER_SUM = {
  gross: /\b(?:netto|net|ust|mwst|umsatzsteuer|mehrwertsteuer|vat|enthält|enthalten|inkl|incl|davon|darin)\b/i,
  net: /\b(?:brutto|gesamt\w*|total|ust|mwst|umsatzsteuer|mehrwertsteuer|vat|zzgl|zuzüglich)\b/i,
  vat: /\b(?:brutto|netto|net|gesamt\w*|total)\b/i,
};
function untilOtherSum(text: string, field: keyof typeof OTHER_SUM): string {
  const at = text.search(OTHER_SUM[field]);
  return at < 0 ? text : text.slice(0, at);
}

function amountOf(raw: string): string {
  const negative = raw.startsWith('-') || raw.endsWith('-');
  const digits = raw.replace(/\D/g, '').replace(/^0+(?=\d{3})/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function isoDate(match: RegExpMatchArray): string | null {
  const [, y1, m1, d1, d2, m2, y2, d3, name, y3] = match;
  let year = Number(y1 ?? y2 ?? y3);
  if (y2?.length === 2) year += 2000;
  const month = name === undefined ? Number(m1 ?? m2) : MONTHS.findIndex((one) => one.test(name.toLowerCase())) + 1;
  const day = Number(d1 ?? d2 ?? d3);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1990 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function ibans(line: string, add: Add): void {
  for (const match of line.matchAll(/\b[A-Z]{2}\d{2}(?=[ \u00a0]?[A-Z0-9])/g)) {
    // Blanks stand between groups of four, and something else may follow behind a blank.
    const ends: number[] = [];
    let value = '';
    for (let at = match.index; at < line.length && value.length < 34; at++) {
      const character = line[at]!;
      if (/[A-Z0-9]/.test(character)) {
        value += character;
        ends.push(at + 1);
      } else if (character !== ' ' && character !== '\u00a0') break;
    }
    for (let length = value.length; length >= 15; length--) {
      const { valid, iban } = checkIban(value.slice(0, length));
      if (!valid) continue;
      add('iban', iban, line.slice(match.index, ends[length - 1]), match.index, 95);
      break;
    }
  }
}

function vatIds(line: string, add: Add): void {
  for (const match of line.matchAll(
    /(?<![A-Z0-9])(?:DE ?\d{3} ?\d{3} ?\d{3}|ATU\d{8}|NL\d{9}B\d{2}|BE ?[01]\d{9}|LU\d{8}|PL\d{10}|FR[A-Z0-9]{2}\d{9})(?![A-Z0-9])/g,
  )) {
    // DE and nine digits also begin an IBAN; that one goes on with digits, also behind a blank.
    if (/^ ?\d/.test(line.slice(match.index + match[0].length))) continue;
    const labelledSo = /(?:ust|vat|umsatzsteuer|mwst)/i.test(line.slice(0, match.index));
    add('vatId', match[0].replace(/ /g, ''), match[0], match.index, labelledSo ? 95 : 70);
  }
}

function best(found: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const perField = new Map<CandidateField, Set<string>>();
  // Among equals the first in the text comes first; of totals the last, since sums stand at the end.
  const order = found
    .map((one, index) => ({ one, index, rank: FIELDS.indexOf(one.field) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.one.weight - a.one.weight ||
        (a.one.field === 'gross' ? b.index - a.index : a.index - b.index),
    );
  for (const { one } of order) {
    const values = perField.get(one.field) ?? new Set<string>();
    perField.set(one.field, values);
    if (values.has(one.value) || values.size >= MOST_PER_FIELD) continue;
    values.add(one.value);
    kept.push(one);
  }
  return kept;
}

/** Whether an amount (`1234.50`) stands in a text in any usual spelling. */
export function showsAmount(text: string, amount: string): boolean {
  const wanted = /^-?(\d+)(?:\.(\d{0,2})0*)?$/.exec(amount.trim());
  if (!wanted) return true;
  const whole = wanted[1]!.replace(/^0+(?=\d)/, '');
  const cents = (wanted[2] ?? '').padEnd(2, '0');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "[.,' \\u00a0\\u202f]?");
  const decimals = cents === '00' ? '(?:[.,](?:00|-{1,2}|–))?' : `[.,]${cents}`;
  return new RegExp(`(?<![\\d])(?<!\\d[.,])${grouped}${decimals}(?![\\d]|[.,]\\d)`).test(text);
}
