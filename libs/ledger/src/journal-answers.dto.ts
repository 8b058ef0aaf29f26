import { ApiSchema } from '@nestjs/swagger';
import type { EntryKind } from './journal-entry.js';

@ApiSchema({ description: 'Somebody, as the books name them.' })
export class PersonDto {
  id: string;
  /** @example 'Ada Alster' */
  name: string;
}

@ApiSchema({ description: 'The open item that a line moves.' })
export class OpenItemRefDto {
  /** @example '0c7c1e3e-3f6e-4b57-9b3a-0a9d9bb2a001' */
  id: string;
  /** The number that people see. */
  no: number;
}

@ApiSchema({ description: 'Value added tax that a line states.' })
export class LineTaxDto {
  /** @example 'VST19' */
  code: string;
  /** Percent. @example '19.00' */
  rate: string;
  /** Euros, without the sign of the line. */
  base: string;
}

@ApiSchema({ description: 'A line as it was posted.' })
export class PostedLineDto {
  /** 1, 2, 3 … in the order of the entry. */
  lineNo: number;
  account: string;
  product: string | null;
  costCentre: string | null;
  /** Account of class 6 or 7 that a movement of liquid funds carries. */
  cashAccount: string | null;
  debit: string | null;
  credit: string | null;
  text: string;
  /** The open item that the line raises or settles; on control accounts only. */
  openItem: OpenItemRefDto | null;
  /** The tax that the line states, or null. */
  tax: LineTaxDto | null;
}

class EntryHeadDto {
  /**
   * Fiscal year and number.
   * @example '2026-17'
   */
  id: string;
  fiscalYear: number;
  /** Consecutive within the year, without a gap. */
  entryNo: number;
  /** 0 opening balances, 1–12 months, 13 closing entries. */
  period: number;
  bookingDate: string;
  /** Date of the voucher (Belegdatum), or null. */
  documentDate: string | null;
  recordedAt: string;
  kind: EntryKind;
  /** @example 'Grundsteuer B, I. Quartal' */
  text: string;
  /** Number of the document (Belegnummer). */
  reference: string;
  /**
   * Where it came from: `api`, `draft`, `import:…`, `standing:…`.
   * @example 'api'
   */
  source: string;
  author: PersonDto;
  /** Sum of the debit lines. */
  total: string;
  /** The entry that this one takes back. */
  reverses: string | null;
  /** Why it takes back or, of an opening entry, corrects; empty for any other entry. */
  reason: string;
  /**
   * SHA-256 over the entry and the hash before it, in hexadecimal.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  chainHash: string;
}

@ApiSchema({ description: 'An entry as posting it answers: without the names that the caller knows.' })
export class PostedEntryDto extends EntryHeadDto {
  lines: PostedLineDto[];
}

@ApiSchema({ description: 'A line with the names of what it was booked on.' })
export class JournalLineDto extends PostedLineDto {
  accountName: string;
  productName: string | null;
  cashAccountName: string | null;
}

@ApiSchema({ description: 'An entry as it stands in the journal.' })
export class JournalEntryDto extends EntryHeadDto {
  /** The entry that takes this one back. */
  reversedBy: string | null;
  lines: JournalLineDto[];
}

export class JournalDto {
  items: JournalEntryDto[];
  /** The `after` of the next page; null on the last. */
  next: string | null;
}

@ApiSchema({ description: 'One thing that a rule refuses.' })
export class RefusedFieldDto {
  /**
   * Where, as a JSON pointer (RFC 6901) into the request.
   * @example '/lines/1/account'
   */
  pointer: string;
  /**
   * The rule, one of the problem codes.
   * @example 'AccountLocked'
   */
  rule: string;
  /** What is wrong and what to do, in the reader's language. */
  message: string;
}

@ApiSchema({ description: 'How an account would stand after the entry; debit is positive.' })
export class BalanceEffectDto {
  account: string;
  name: string;
  before: string;
  change: string;
  after: string;
}

@ApiSchema({ description: 'By how much a line of a statement would change.' })
export class StatementEffectDto {
  statement: string;
  /** @example 'ER01' */
  code: string;
  label: string;
  change: string;
}

@ApiSchema({ description: 'What posting an entry would do.' })
export class TrialDto {
  postable: boolean;
  errors: RefusedFieldDto[];
  /** What a colleague would point at; nothing of it stands against the entry. */
  warnings: RefusedFieldDto[];
  /** The number it would get now; null while the entry cannot be read or its year does not exist. */
  nextEntryNo: number | null;
  balances: BalanceEffectDto[];
  statements: StatementEffectDto[];
}

export class LedgerAccountDto {
  number: string;
  name: string;
  /** The side on which it grows. */
  side: 'debit' | 'credit' | null;
}

@ApiSchema({ description: 'A line of an account with the balance after it; debit is positive.' })
export class LedgerLineDto {
  /** @example '2026-17' */
  entryId: string;
  fiscalYear: number;
  entryNo: number;
  lineNo: number;
  bookingDate: string;
  recordedAt: string;
  kind: EntryKind;
  text: string;
  reference: string;
  account: string;
  /**
   * The account on the other side; `diverse` where there are several.
   * @example '4011'
   */
  contra: string | null;
  product: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  debit: string | null;
  credit: string | null;
  /** The open item that the line moves; on control accounts only. */
  openItem: OpenItemRefDto | null;
  balance: string;
}

export class LedgerTotalsDto {
  debit: string;
  credit: string;
  /** The balance at the end of the whole span, not of the page. */
  closing: string;
}

@ApiSchema({ description: 'An account between two days with its running balance.' })
export class AccountLedgerDto {
  account: LedgerAccountDto;
  from: string;
  to: string;
  /** The balance before `from`; opening entries are part of it. */
  opening: string;
  items: LedgerLineDto[];
  next: string | null;
  totals: LedgerTotalsDto;
}

@ApiSchema({ description: 'An account’s turnover and balances; debit is positive.' })
export class TrialBalanceRowDto {
  account: string;
  name: string;
  opening: string;
  debit: string;
  credit: string;
  closing: string;
}

export class TrialBalanceTotalsDto {
  opening: string;
  debit: string;
  credit: string;
  closing: string;
}

@ApiSchema({ description: 'Opening balance, turnover and balance of every account (Summen- und Saldenliste).' })
export class TrialBalanceDto {
  fiscalYear: number;
  items: TrialBalanceRowDto[];
  totals: TrialBalanceTotalsDto;
}
