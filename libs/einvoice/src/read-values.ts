import { Amount, DecimalText, Quantity } from './decimal-text.js';
import type { Attachment, DateValue, Identifier, Text } from './model.js';
import { type XmlElement, trimXml } from './xml/xml-element.js';

/** What UBL and CII read in the same way. An absent element gives null, an empty one ''. */
export function textOf(element: XmlElement | null): Text {
  return element === null ? null : element.value;
}

/** Text with its own white space. */
export function rawOf(element: XmlElement | null): Text {
  return element === null ? null : element.text;
}

/** Several texts as one, each on lines of its own; what closes the last one stays, because Skonto wants a line break. */
export function joinedOf(elements: XmlElement[]): Text {
  const last = elements.at(-1);
  if (last === undefined) return null;
  return [...elements.slice(0, -1).map((element) => element.value), last.text].join('\n');
}

export function amountOf(element: XmlElement | null): Amount | null {
  return element === null ? null : new Amount(element.value, element.attribute('currencyID'));
}

export function numberOf(element: XmlElement | null): DecimalText | null {
  return element === null ? null : new DecimalText(element.value);
}

export function quantityOf(element: XmlElement | null): Quantity | null {
  return element === null ? null : new Quantity(element.value, element.attribute('unitCode'));
}

export function identifierOf(element: XmlElement | null): Identifier | null {
  if (element === null) return null;
  return {
    value: element.value,
    scheme: element.attribute('schemeID'),
    schemeVersion: element.attribute('schemeVersionID'),
  };
}

/** BT-158: classifications name their list where identifiers name their scheme. */
export function classificationOf(element: XmlElement): Identifier {
  return {
    value: element.value,
    scheme: element.attribute('listID'),
    schemeVersion: element.attribute('listVersionID'),
  };
}

/** xs:boolean: `true`, `1`, `false`, `0`; null for anything else. */
export function booleanOf(element: XmlElement | null): boolean | null {
  const text = element?.value;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return null;
}

/** A day of the calendar as YYYY-MM-DD, or null where there is no such day. */
export function calendarDay(year: string, month: string, day: string): string | null {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  return `${year}-${month}-${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const ISO_DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$/;

/** xs:date: the day as written; a time zone behind it changes nothing about the day. */
export function isoDay(raw: string): string | null {
  const match = ISO_DATE.exec(trimXml(raw));
  return match === null ? null : calendarDay(match[1]!, match[2]!, match[3]!);
}

const PLAIN_DATE = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

/** UNTDID 2379 code 102, YYYYMMDD. */
export function plainDay(raw: string): string | null {
  const match = PLAIN_DATE.exec(trimXml(raw));
  return match === null ? null : calendarDay(match[1]!, match[2]!, match[3]!);
}

/** A UBL date. */
export function dateOf(element: XmlElement | null): DateValue | null {
  return element === null ? null : { iso: isoDay(element.text), raw: element.value, format: null };
}

/** An attachment whose Base64 text is decoded when asked for. */
export function attachmentOf(element: XmlElement | null): Attachment | null {
  if (element === null) return null;
  const text = element.text;
  return {
    mimeCode: element.attribute('mimeCode'),
    filename: element.attribute('filename'),
    base64Length: text.length,
    decode: () => (isBase64(text) && text.trim() !== '' ? Buffer.from(text, 'base64') : null),
  };
}

/** xs:base64Binary: groups of four with padding at the end only; white space anywhere. Linear. */
export function isBase64(text: string): boolean {
  let digits = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 10 || c === 13 || c === 9) continue;
    if (c === 61) {
      padding++;
      continue;
    }
    const digit =
      (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 43 || c === 47 ? true : false;
    if (!digit || padding > 0) return false;
    digits++;
  }
  return padding <= 2 && (digits + padding) % 4 === 0;
}
