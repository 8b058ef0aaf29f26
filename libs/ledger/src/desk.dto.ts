import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from './journal-answers.dto.js';

@ApiSchema({ description: 'An entry that nobody has posted yet.' })
export class DraftDto {
  id: string;
  /** To be sent with a change, so that nobody overwrites another's. */
  version: number;
  /** Whatever has been entered so far; it need not be complete or right. */
  entry: Record<string, unknown>;
  note: string;
  createdBy: PersonDto;
  createdAt: string;
  updatedBy: PersonDto;
  updatedAt: string;
}

export class DraftListDto {
  items: DraftDto[];
  next: string | null;
}

@ApiSchema({ description: 'An entry to begin from, without date and document.' })
export class EntryTemplateDto {
  id: string;
  /** @example 'Telefonrechnung Rathaus' */
  name: string;
  entry: Record<string, unknown>;
  createdAt: string;
}

export class EntryTemplateListDto {
  items: EntryTemplateDto[];
  next: string | null;
}

@ApiSchema({
  description:
    'One posting of an accrual: the cents of a split differ from month to month, so each is known in advance.',
})
export class InstalmentDto {
  date: string;
  /** Lines as an entry takes them. */
  lines: Record<string, unknown>[];
}

@ApiSchema({ description: 'An entry that posts itself on its dates.' })
export class StandingEntryDto {
  id: string;
  /** @example 'Miete Jugendzentrum' */
  name: string;
  kind: 'standing' | 'accrual';
  /** An entry without booking date. */
  entry: Record<string, unknown>;
  /** The postings of an accrual. */
  instalments: InstalmentDto[] | null;
  rhythm: 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';
  firstDate: string;
  lastDate: string | null;
  /** null: nothing more is to come. */
  nextDate: string | null;
  /**
   * `failed`: the books refused it; `lastError` says why, and it waits for a person. `netted`: an accrual that another one makes
   * up for on every date, so that neither posts.
   */
  state: 'active' | 'ended' | 'failed' | 'netted';
  lastError: string | null;
  /** Why it ended: all is posted, a person ended it, or the entry that it hangs on was reversed. */
  endedBecause: 'done' | 'by-hand' | 'reversed' | null;
  /** Accruals: the entry that deferred what this plan dissolves. It ends with that entry. */
  origin: string | null;
  /** Accruals: the account on which the deferral stands. */
  accrualAccount: string | null;
  postedCount: number;
  /** In whose name it posts, with the rights and the limit that they have on the day. */
  author: PersonDto;
  /**
   * What will stop it on its next date as things stand: the account of who holds it is closed, they may not post at this client or not
   * that much, the fiscal year does not exist, the period is closed.
   */
  obstacles: ('holder-gone' | 'holder-may-not-post' | 'over-limit' | 'year-missing' | 'period-closed')[];
  version: number;
}

export class StandingEntryListDto {
  items: StandingEntryDto[];
  next: string | null;
}
