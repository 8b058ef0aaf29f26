import { decimalOf } from '../decimal-text.js';
import { isBase64, isoDay, plainDay } from '../read-values.js';
import { type XmlElement, trimXml } from '../xml/xml-element.js';

/** Why a value is not acceptable; `content` faults pass the official schema. */
export interface ValueFault {
  level: 'schema' | 'content';
  code: string;
  de: string;
  en: string;
}

/** What is asked of an attribute: `true` required, `false` optional, a text: the only value allowed, or a check. */
export type AttributeRule = boolean | string | ((value: string) => boolean);

/** One kind of value: its attributes and its lexical form. */
export interface ValueKind {
  attributes: Readonly<Record<string, AttributeRule>>;
  check: (element: XmlElement) => ValueFault | null;
}

const anything = (): null => null;

const schemaFault = (code: string, de: string, en: string): ValueFault => ({ level: 'schema', code, de, en });

const NOT_DECIMAL = schemaFault('bad-decimal', 'ist keine Dezimalzahl', 'is no decimal number');
const TOO_LONG = { ...NOT_DECIMAL, level: 'content' as const, de: 'hat zu viele Stellen', en: 'has too many digits' };
const NOT_DATE = schemaFault('bad-date', 'ist kein Datum der Form JJJJ-MM-TT', 'is no date of the form YYYY-MM-DD');
const NOT_TIME = schemaFault('bad-time', 'ist keine Uhrzeit', 'is no time of day');
const NOT_BOOLEAN = schemaFault('bad-boolean', 'ist weder „true“ noch „false“', 'is neither "true" nor "false"');
const NOT_BASE64 = schemaFault('bad-base64', 'ist kein Base64', 'is no Base64');
const UNREADABLE_DATE: ValueFault = {
  level: 'content',
  code: 'unreadable-date',
  de: 'ist kein Datum im Format 102 (JJJJMMTT)',
  en: 'is no date in format 102 (YYYYMMDD)',
};

const DIGITS = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

function decimal(element: XmlElement): ValueFault | null {
  if (decimalOf(element.value) !== null) return null;
  return DIGITS.test(element.value) ? TOO_LONG : NOT_DECIMAL;
}

const ZONE = '(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';
const TIME = '(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?|24:00:00(?:\\.0+)?)';
const TIME_FORM = new RegExp(`^${TIME}${ZONE}$`);
const DATE_TIME_FORM = new RegExp(`^([0-9]{4}-[0-9]{2}-[0-9]{2})T${TIME}${ZONE}$`);

const date = (element: XmlElement): ValueFault | null => (isoDay(element.text) === null ? NOT_DATE : null);
const time = (element: XmlElement): ValueFault | null => (TIME_FORM.test(element.value) ? null : NOT_TIME);

function dateTime(element: XmlElement): ValueFault | null {
  const match = DATE_TIME_FORM.exec(element.value);
  return match !== null && isoDay(match[1]!) !== null ? null : NOT_DATE;
}

function boolean(element: XmlElement): ValueFault | null {
  const value = element.value;
  return value === 'true' || value === 'false' || value === '1' || value === '0' ? null : NOT_BOOLEAN;
}

const base64 = (element: XmlElement): ValueFault | null => (isBase64(element.text) ? null : NOT_BASE64);

/** CII writes dates as text, so the schema lets anything pass; what is no YYYYMMDD is not read. */
const dateString = (element: XmlElement): ValueFault | null =>
  element.attribute('format') === '102' && plainDay(element.text) !== null ? null : UNREADABLE_DATE;

/** xs:language, which UBL asks of languageID. */
export function isLanguage(value: string): boolean {
  return trimXml(value)
    .split('-')
    .every((part, index) => (index === 0 ? /^[A-Za-z]{1,8}$/ : /^[A-Za-z0-9]{1,8}$/).test(part));
}

const ESCAPED = "[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}";
const URI_PARTS = {
  scheme: /^[A-Za-z][A-Za-z0-9+.-]*$/,
  authority: new RegExp(`^(?:(?:${ESCAPED}|:)*@)?(?:\\[[0-9A-Za-z:.]+\\]|(?:${ESCAPED})*)(?::[0-9]*)?$`),
  path: new RegExp(`^(?:${ESCAPED}|[:@/])*$`),
  query: new RegExp(`^(?:${ESCAPED}|[:@/?])*$`),
  fragment: new RegExp(`^(?:${ESCAPED}|[:@/?])*$`),
};

/** xs:anyURI: a reference by RFC 3986 in which characters that would have to be escaped may stand as they are. */
export function isUri(value: string): boolean {
  const escaped = trimXml(value).replace(/[^!-~]|[<>"{}|\\^`]/g, '_');
  const { groups } =
    /^(?:(?<scheme>[^:/?#]*):)?(?:\/\/(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/.exec(
      escaped,
    )!;
  return Object.entries(URI_PARTS).every(([part, form]) => groups![part] === undefined || form.test(groups![part]));
}

const SCHEME = {
  schemeID: false,
  schemeName: false,
  schemeAgencyID: false,
  schemeAgencyName: false,
  schemeVersionID: false,
  schemeDataURI: isUri,
  schemeURI: isUri,
};
const LIST = {
  listID: false,
  listAgencyID: false,
  listAgencyName: false,
  listName: false,
  listVersionID: false,
  name: false,
  languageID: false,
  listURI: isUri,
  listSchemeURI: isUri,
};
const BINARY = { format: false, encodingCode: false, characterSetCode: false, uri: isUri, filename: false };
const UNIT = { unitCode: false, unitCodeListID: false, unitCodeListAgencyID: false, unitCodeListAgencyName: false };
const FORMATTED: ValueKind = { attributes: { format: false }, check: decimal };
const TEXT: ValueKind = { attributes: { languageID: isLanguage, languageLocaleID: false }, check: anything };

/** UBL: the kinds by the end of an element's name; a name that ends otherwise is text. */
export const UBL_KINDS: Record<string, ValueKind> = {
  Indicator: { attributes: {}, check: boolean },
  Amount: { attributes: { currencyID: true, currencyCodeListVersionID: false }, check: decimal },
  BinaryObject: { attributes: { ...BINARY, mimeCode: true }, check: base64 },
  Quantity: { attributes: UNIT, check: decimal },
  Measure: { attributes: { unitCode: true, unitCodeListVersionID: false }, check: decimal },
  Percent: FORMATTED,
  Numeric: FORMATTED,
  Rate: FORMATTED,
  Date: { attributes: {}, check: date },
  Time: { attributes: {}, check: time },
  Code: { attributes: { ...LIST, languageID: isLanguage }, check: anything },
  ID: { attributes: SCHEME, check: anything },
  Identifier: { attributes: SCHEME, check: anything },
  Name: TEXT,
  Text: TEXT,
};

/** CII: the kinds by the end of an element's name; dates and indicators have elements of their own inside. */
export const CII_KINDS: Record<string, ValueKind> = {
  Amount: { attributes: { currencyID: false, currencyCodeListVersionID: false }, check: decimal },
  BinaryObject: { attributes: { ...BINARY, mimeCode: false }, check: base64 },
  Quantity: { attributes: UNIT, check: decimal },
  Measure: { attributes: { unitCode: false, unitCodeListVersionID: false }, check: decimal },
  LinearUnitMeasure: { attributes: { unitCode: false, unitCodeListVersionID: false }, check: decimal },
  VolumeUnitMeasure: { attributes: { unitCode: false, unitCodeListVersionID: false }, check: decimal },
  WeightUnitMeasure: { attributes: { unitCode: false, unitCodeListVersionID: false }, check: decimal },
  Percent: FORMATTED,
  Numeric: FORMATTED,
  Rate: FORMATTED,
  Value: FORMATTED,
  Code: { attributes: LIST, check: anything },
  ID: { attributes: SCHEME, check: anything },
  Text: { attributes: { languageID: false, languageLocaleID: false }, check: anything },
};

/** The values inside CII's dates and indicators. */
export const CII_INNER_KINDS = {
  dateString: { attributes: { format: false }, check: dateString },
  text: { attributes: { format: false }, check: anything },
  date: { attributes: {}, check: date },
  dateTime: { attributes: {}, check: dateTime },
  boolean: { attributes: {}, check: boolean },
} satisfies Record<string, ValueKind>;

/** A kind that restricts a code or identifier to some attributes. */
export function codeKind(attributes: ValueKind['attributes']): ValueKind {
  return { attributes, check: anything };
}
