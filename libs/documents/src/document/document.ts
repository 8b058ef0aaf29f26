import { addMonths, type LocalDate, yearOf } from '@lib/kernel';

/*
 * A document: a file that came in and what it says, or an order without a file. It is never deleted; it moves from state to
 * state, and every move is an event with somebody's name.
 */

export const DOCUMENT_STATES = [
  'new',
  'quarantined',
  'in-decision',
  'returned',
  'decided',
  'posted',
  'rejected',
  'duplicate',
  'filed',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_KINDS = [
  'invoice',
  'credit-note',
  'correction',
  'partial-invoice',
  'final-invoice',
  'order',
  'internal',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const CHANNELS = ['upload', 'api', 'folder', 'mail', 'intake', 'internal'] as const;
export type Channel = (typeof CHANNELS)[number];

export const FILE_KINDS = ['xml', 'hybrid-pdf', 'pdf', 'image', 'mail', 'other', 'none'] as const;
export type DocumentFileKind = (typeof FILE_KINDS)[number];

/**
 * What a person has to look at before anything else.
 * - `IbanChanged`: the account is none of the supplier's confirmed ones (payment diversion)
 * - `IbanInvalid`: the check digits are wrong
 * - `DuplicateNumber`: the supplier's number is there already: a hard stop until somebody decides
 * - `DuplicateAmount`: same supplier and amount within 31 days under another number
 * - `WrongClient`: the file names another client's address
 * - `TotalsDiffer`: the sums of the invoice do not add up
 * - `VisibleDiffers`: the amount of the record is not on the visible pages
 * - `Incomplete`: the checks could not be finished
 */
export const ALARMS = [
  'IbanChanged',
  'IbanInvalid',
  'DuplicateNumber',
  'DuplicateAmount',
  'WrongClient',
  'TotalsDiffer',
  'VisibleDiffers',
  'Incomplete',
] as const;
export type Alarm = (typeof ALARMS)[number];

/** Alarms that keep a document from being sent on its way until somebody has decided about them. */
export const STOPPING_ALARMS: readonly Alarm[] = ['DuplicateNumber', 'WrongClient'];

/** What can be done with a document by hand, apart from the decisions of the workflow. */
export type Deed =
  | 'accept'
  | 'reject'
  | 'release'
  | 'quarantine'
  | 'edit'
  | 'code'
  | 'submit'
  | 'decide-duplicate'
  | 'clear-alarm'
  | 'file'
  | 'hold'
  | 'comment';

const OPEN: readonly DocumentState[] = ['new', 'returned'];
const ALLOWED: Record<Deed, readonly DocumentState[]> = {
  accept: OPEN,
  reject: ['new', 'returned', 'quarantined', 'duplicate'],
  release: ['quarantined', 'filed'],
  quarantine: OPEN,
  edit: OPEN,
  code: OPEN,
  submit: OPEN,
  'decide-duplicate': ['new', 'returned', 'duplicate'],
  'clear-alarm': OPEN,
  file: ['new', 'returned', 'quarantined', 'duplicate'],
  // Whatever becomes of a document, it can be held and talked about.
  hold: DOCUMENT_STATES,
  comment: DOCUMENT_STATES,
};

/** Whether a deed is possible in a state. */
export const mayBe = (deed: Deed, state: DocumentState): boolean => ALLOWED[deed].includes(state);

/** The states in which a deed is possible, for the words of a refusal. */
export const statesFor = (deed: Deed): readonly DocumentState[] => ALLOWED[deed];

/** What a document's number is held under: an invoice and its credit note may bear the same number. */
export type NumberClass = 'invoice' | 'credit-note' | 'correction';

/** null: kinds whose number nobody holds. */
export function numberClassOf(kind: DocumentKind): NumberClass | null {
  switch (kind) {
    case 'credit-note':
    case 'correction':
      return kind;
    case 'invoice':
    case 'partial-invoice':
    case 'final-invoice':
      return 'invoice';
    default:
      return null;
  }
}

const CREDIT_NOTES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);

/** The kind by BT-3 (UNTDID 1001) and the root element; BT-3 decides what everyday words leave open ("Gutschrift" is 381 or 389). */
export function kindOf(typeCode: string | null, creditNoteRoot: boolean): DocumentKind {
  const code = typeCode?.trim() ?? '';
  if (code === '384') return 'correction';
  if (CREDIT_NOTES.has(code) || creditNoteRoot) return 'credit-note';
  if (code === '326' || code === '875' || code === '876') return 'partial-invoice';
  if (code === '877') return 'final-invoice';
  return 'invoice';
}

export interface Retention {
  class: 'voucher' | 'letter' | 'book' | 'permanent';
  /** 1 January of the year after the council adopted the statements; null while that is unknown. */
  startsOn: LocalDate | null;
  /** null: not known yet, or never. */
  deletableFrom: LocalDate | null;
}

/** Years by § 59 KomHVO NRW (from the adoption) and by § 147 AO, § 14b UStG (from the end of the year of issue; vouchers since 2025). */
const YEARS: Record<Exclude<Retention['class'], 'permanent'>, { municipal: number; tax: number }> = {
  voucher: { municipal: 6, tax: 8 },
  letter: { municipal: 6, tax: 6 },
  book: { municipal: 10, tax: 10 },
};

/**
 * How long a document is kept: the longer of the municipal and the tax period. Until the statements of its year are adopted the
 * municipal period has not begun, so nothing can be said.
 * @param documentDate the day of issue, else of receipt
 * @param adoptedOn the day on which the council adopted the statements of the year; null: not yet
 */
export function retentionOf(
  retentionClass: Retention['class'],
  documentDate: LocalDate,
  adoptedOn: LocalDate | null,
): Retention {
  const startsOn = adoptedOn === null ? null : `${yearOf(adoptedOn) + 1}-01-01`;
  if (retentionClass === 'permanent' || startsOn === null)
    return { class: retentionClass, startsOn, deletableFrom: null };
  const { municipal, tax } = YEARS[retentionClass];
  const ends = [addMonths(startsOn, 12 * municipal), addMonths(`${yearOf(documentDate) + 1}-01-01`, 12 * tax)].sort();
  return { class: retentionClass, startsOn, deletableFrom: ends[1]! };
}
