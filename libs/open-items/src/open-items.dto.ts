import { IsDay } from '@lib/access';
import { PlainText } from '@lib/clients';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { ITEM_KINDS, type ItemKind, type ItemState, PAYMENT_METHODS, type PaymentMethod } from './open-item.js';

const AMOUNT = /^\d{1,11}(\.\d{1,2})?$/;
/** An id in the letters in which the database answers it, so that it can be compared. */
const AsStored = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));
const WhenGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

// What is asked

export class OpenItemsQuery {
  @IsOptional()
  @IsIn(ITEM_KINDS)
  kind?: ItemKind;

  /** Id of a partner. */
  @IsOptional()
  @IsUUID()
  partner?: string;

  /**
   * A control account.
   * @example '351101'
   */
  @IsOptional()
  @Matches(/^\d{1,10}$/)
  account?: string;

  /** Id of the document behind them. */
  @IsOptional()
  @IsUUID()
  document?: string;

  /** Default: what is open. */
  @IsOptional()
  @IsIn(['open', 'settled', 'all'])
  state?: 'open' | 'settled' | 'all';

  /** Only what is due until this day. */
  @IsOptional()
  @IsDay()
  dueUntil?: string;

  /** Only items that are (`true`) or are not blocked, by themselves or by their partner. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  blocked?: boolean;

  /** A number, or words of reference, text or partner. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** As the items stood at the end of this booking day. */
  @IsOptional()
  @IsDay()
  asOf?: string;

  /** Items per page, at most 500. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  after?: string;

  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

export class OpenItemChangeDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;

  @WhenGiven()
  @IsDay()
  dueOn?: string;

  /** The last day on which the discount may be taken; null together with the amount takes it away. */
  @IsOptional()
  @IsDay()
  discountOn?: string | null;

  @IsOptional()
  @Matches(AMOUNT)
  discountAmount?: string | null;

  @WhenGiven()
  @IsIn(PAYMENT_METHODS)
  method?: PaymentMethod;

  /** Number of a confirmed bank account of the partner; null: none. */
  @IsOptional()
  @IsInt()
  @Min(1)
  bankAccountNo?: number | null;

  /**
   * Why it must not be paid yet; null lifts the block.
   * @example 'Mangel gerügt'
   */
  @IsOptional()
  @PlainText(3, 300)
  paymentBlock?: string | null;
}

@ApiSchema({ description: 'A credit note or credit set against what is owed, without any payment.' })
export class NewOffsetDto {
  /** Id of the item that is owed. */
  @AsStored()
  @IsUUID()
  liability: string;

  /** Id of the credit note. */
  @ApiProperty({ format: 'uuid', example: '7d0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c11' })
  @AsStored()
  @IsUUID()
  credit: string;

  /** Default: as much as both have open. */
  @IsOptional()
  @Matches(AMOUNT)
  amount?: string | null;

  @IsDay()
  bookingDate: string;

  /** @example 'Gutschrift GS-2026-7 gegen Rechnung RE-2026-815' */
  @IsOptional()
  @PlainText(1, 500)
  text?: string;
}

export class StatementQuery {
  /** First booking date; earlier ones are the opening balance. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** Booking date up to which entries count. */
  @IsOptional()
  @IsDay()
  asOf?: string;

  /** The latest so many movements, at most 2000. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  limit: number = 500;

  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

export class NewOwnMatterDto {
  /** Id of the person. */
  @AsStored()
  @IsUUID()
  person: string;

  /** Id of the partner. */
  @AsStored()
  @IsUUID()
  partnerId: string;

  /** The partner is the person, a relative, or close in another way (§ 31 GO NRW). */
  @IsIn(['self', 'relative', 'other'])
  kind: 'self' | 'relative' | 'other';

  @IsOptional()
  @PlainText(0, 500)
  note?: string;
}

export class OwnMatterEndingDto {
  /** Id of the person. */
  @AsStored()
  @IsUUID()
  person: string;

  /** Id of the partner. */
  @AsStored()
  @IsUUID()
  partnerId: string;
}

// What is answered

@ApiSchema({ description: 'Whose item it is.' })
export class OpenItemPartnerDto {
  id: string;
  /** @example 'P000123' */
  number: string;
  /** @example 'Baustoffe Erlengrund GmbH' */
  name: string;
  /** Why nothing at all is paid to this partner. */
  paymentBlock: string | null;
}

@ApiSchema({
  description: 'A claim or liability. What is owed is positive, a credit note negative, whichever the kind.',
})
export class OpenItemRowDto {
  id: string;
  /** The number that people see. */
  no: number;
  kind: ItemKind;
  partner: OpenItemPartnerDto;
  /**
   * The control account.
   * @example '351101'
   */
  account: string;
  /** What it was raised with. */
  amount: string;
  /**
   * What is left of it.
   * @example '1234.50'
   */
  open: string;
  state: ItemState;
  /** The document behind it. */
  documentId: string | null;
  /**
   * The number of the invoice.
   * @example 'RE-2026-815'
   */
  reference: string;
  text: string;
  raisedOn: string;
  dueOn: string;
  /** The last day on which the discount may be taken. */
  discountOn: string | null;
  /** @example null */
  discountAmount: string | null;
  method: PaymentMethod;
  bankAccountNo: number | null;
  /** As it was when the bank account was named. */
  iban: string | null;
  bic: string | null;
  holder: string | null;
  /** Why it must not be paid yet. */
  paymentBlock: string | null;
  /** Money kept back as security. */
  retention: boolean;
  /**
   * The entry that raised it.
   * @example '2026-17'
   */
  entryId: string;
  version: number;
}

@ApiSchema({ description: 'Sums over everything that the filter leaves, not only the page.' })
export class OpenItemTotalsDto {
  count: number;
  /**
   * What we owe.
   * @example '1234.50'
   */
  liabilities: string;
  /**
   * What we are owed.
   * @example '0.00'
   */
  claims: string;
  /**
   * What of it is blocked.
   * @example '0.00'
   */
  blocked: string;
}

export class OpenItemListDto {
  items: OpenItemRowDto[];
  /** The `after` of the next page; null on the last. */
  next: string | null;
  totals: OpenItemTotalsDto;
}

@ApiSchema({ description: 'A line of the journal that moved the item; the balance after it, debit positive.' })
export class OpenItemMovementDto {
  /** @example '2026-17' */
  entryId: string;
  bookingDate: string;
  recordedAt: string;
  what: 'raised' | 'paid' | 'offset' | 'settled' | 'reversed';
  text: string;
  reference: string;
  debit: string | null;
  credit: string | null;
  balance: string;
  /** The entry that this one takes back. */
  reverses: string | null;
}

@ApiSchema({ description: 'What the payment will carry in the Finanzrechnung.' })
export class OpenItemShareDto {
  product: string | null;
  costCentre: string | null;
  /**
   * Account of class 6 or 7.
   * @example '7241'
   */
  cashAccount: string;
  amount: string;
}

@ApiSchema({ description: 'One thing about an item that changed.' })
export class OpenItemHistoryDto {
  at: string;
  by: string;
  /** @example 'due_on' */
  field: string;
  @ApiProperty({ format: 'text', example: 'alt' })
  before: string | null;
  @ApiProperty({ format: 'text', example: 'neu' })
  after: string | null;
}

@ApiSchema({ description: 'What an open item was in another system.' })
export class ItemOriginDto {
  /** @example 'OP-1002' */
  number: string;
  /**
   * What it was raised with.
   * @example '1500.00'
   */
  originalAmount: string;
  originatedOn: string | null;
  dunningLevel: number;
  lastDunnedOn: string | null;
}

@ApiSchema({ description: 'An open item with everything that moved or changed it.' })
export class OpenItemDto extends OpenItemRowDto {
  movements: OpenItemMovementDto[];
  shares: OpenItemShareDto[];
  history: OpenItemHistoryDto[];
  /** What it was in the system that it came from; null for whatever was raised here. */
  origin: ItemOriginDto | null;
}

@ApiSchema({ description: 'What an offset left: both items, and the entry.' })
export class OffsetDto {
  /** @example '2026-18' */
  entryId: string;
  amount: string;
  liability: OpenItemRowDto;
  credit: OpenItemRowDto;
}

@ApiSchema({ description: 'A control account in the ledger and in its open items; debit positive.' })
export class ReconciliationRowDto {
  /** @example '351101' */
  account: string;
  name: string;
  kind: ItemKind;
  /**
   * Its balance in the ledger.
   * @example '-1234.50'
   */
  ledger: string;
  /**
   * The sum of its open items.
   * @example '-1234.50'
   */
  items: string;
  /**
   * Always nought.
   * @example '0.00'
   */
  difference: string;
  /** How many items are open. */
  count: number;
}

export class ReconciliationDto {
  items: ReconciliationRowDto[];
}

@ApiSchema({ description: 'A movement on one of the partner’s items; debit positive.' })
export class PartnerStatementLineDto {
  /** @example '2026-17' */
  entryId: string;
  bookingDate: string;
  text: string;
  reference: string;
  account: string;
  itemId: string;
  itemNo: number;
  debit: string | null;
  credit: string | null;
  balance: string;
}

@ApiSchema({ description: 'The account statement of a partner; a negative balance is what we owe.' })
export class PartnerStatementDto {
  partner: OpenItemPartnerDto;
  from: string | null;
  asOf: string | null;
  /** The balance before the first movement shown. */
  opening: string;
  items: PartnerStatementLineDto[];
  /** Earlier movements that are in the opening balance because there are more than were asked for. */
  omitted: number;
  closing: string;
  /** What is open at the end, at most 500. */
  openItems: OpenItemRowDto[];
}

@ApiSchema({ description: 'A partner about whom a person decides nothing.' })
export class OwnMatterDto {
  /** Id of the person. */
  person: string;
  personName: string;
  partner: OpenItemPartnerDto;
  kind: 'self' | 'relative' | 'other';
  note: string;
  /** @example 'Ludwig Leine' */
  declaredBy: string;
  declaredAt: string;
  /** Until when it held; null: it holds. */
  endedAt: string | null;
  endedBy: string | null;
}

export class OwnMatterListDto {
  items: OwnMatterDto[];
}
