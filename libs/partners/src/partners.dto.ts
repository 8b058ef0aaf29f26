import { IsDay } from '@lib/access';
import { PlainText } from '@lib/clients';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { MandateKind, MandateSequence } from './mandates.js';
import { type BankAccountState, PARTNER_KINDS, type PartnerKind } from './partner.js';

/** Absent leaves a value, but null is none. */
const WhenGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

// What is asked

export class PartnersQuery {
  /** Words of the name, a partner number, VAT id, tax number or IBAN; best first. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(PARTNER_KINDS)
  kind?: PartnerKind;

  /** Only partners in use (`true`) or only those laid aside. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  active?: boolean;

  /** Items per page, at most 500. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;

  /** The `next` of the page before; only without `q`. */
  @IsOptional()
  @Matches(/^P\d{6,9}$/)
  after?: string;
}

export class NewPartnerAddressDto {
  /** @example 'Am Markt 3' */
  @IsOptional()
  @PlainText(0, 200)
  street?: string;

  /** @example 'Hinterhaus' */
  @IsOptional()
  @PlainText(0, 200)
  addition?: string;

  /** @example '50999' */
  @IsOptional()
  @PlainText(0, 20)
  postalCode?: string;

  /** @example 'Ahlenbrück' */
  @PlainText(1, 120)
  city: string;

  /**
   * ISO 3166, two letters; default Germany.
   * @example 'DE'
   */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  /** The first day on which it holds. */
  @IsDay()
  validFrom: string;
}

export class NewPartnerBankAccountDto {
  /**
   * With or without spaces; length and check digits are verified.
   * @example 'DE02 1203 0000 0000 2020 51'
   */
  @PlainText(1, 60)
  iban: string;

  /** @example 'BYLADEM1001' */
  @IsOptional()
  @PlainText(0, 20)
  bic?: string | null;

  /**
   * Default: the partner's name.
   * @example 'Baustoffe Erlengrund GmbH'
   */
  @IsOptional()
  @PlainText(0, 140)
  holder?: string | null;

  /**
   * Where it was learnt from.
   * @example 'Rechnung RE-2026-0815'
   */
  @PlainText(3, 300)
  source: string;
}

class PartnerFieldsDto {
  /** @example 'Erlengrund Baumarkt' */
  @IsOptional()
  @PlainText(0, 200)
  tradingName?: string | null;

  /** @example 'DE123456789' */
  @IsOptional()
  @Matches(/^[A-Za-z]{2}[A-Za-z0-9 .-]{2,18}$/)
  vatId?: string | null;

  /** @example '205/5801/1234' */
  @IsOptional()
  @PlainText(3, 30)
  taxNumber?: string | null;

  /**
   * Commercial register or the like (BT-30).
   * @example 'HRB 12345'
   */
  @IsOptional()
  @PlainText(1, 60)
  registerId?: string | null;

  /**
   * How the supplier names itself in its invoices (BT-29).
   * @example 'L-4711'
   */
  @IsOptional()
  @PlainText(1, 60)
  supplierNumber?: string | null;

  /**
   * For invoices to a public body.
   * @example '05315-12001-34'
   */
  @IsOptional()
  @PlainText(3, 46)
  leitwegId?: string | null;

  /**
   * Scheme of the electronic address.
   * @example 'EM'
   */
  @IsOptional()
  @PlainText(1, 20)
  endpointScheme?: string | null;

  /**
   * Electronic address for invoices.
   * @example 'rechnung@erlengrund.example'
   */
  @IsOptional()
  @PlainText(1, 200)
  endpoint?: string | null;

  @IsOptional()
  @PlainText(3, 254)
  email?: string | null;

  /** @example '02233 900-0' */
  @IsOptional()
  @PlainText(3, 60)
  phone?: string | null;

  /** Language of letters. */
  @WhenGiven()
  @IsIn(['de', 'en'])
  language?: 'de' | 'en';

  /**
   * Days until a claim or liability is due, unless a document says otherwise.
   * @example 30
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(365)
  paymentTermDays?: number | null;

  /**
   * Why nothing is paid to this partner; null lifts the block.
   * @example 'Pfändung liegt vor'
   */
  @IsOptional()
  @PlainText(3, 300)
  paymentBlock?: string | null;

  @WhenGiven()
  @IsString()
  @MaxLength(2000)
  note?: string;

  /** The person of the centre whom this partner is: their own matter. */
  @IsOptional()
  @IsUUID()
  userId?: string | null;
}

export class NewPartnerDto extends PartnerFieldsDto {
  @IsIn(PARTNER_KINDS)
  kind: PartnerKind;

  /** @example 'Baustoffe Erlengrund GmbH' */
  @PlainText(1, 200)
  name: string;

  /** The first address. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewPartnerAddressDto)
  address?: NewPartnerAddressDto;

  /** The first bank account; proposed like any other. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewPartnerBankAccountDto)
  bankAccount?: NewPartnerBankAccountDto;
}

export class PartnerChangeWishDto extends PartnerFieldsDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;

  @WhenGiven()
  @IsIn(PARTNER_KINDS)
  kind?: PartnerKind;

  @WhenGiven()
  @PlainText(1, 200)
  name?: string;

  /** A partner that is laid aside is not offered any more; what is booked stays. */
  @WhenGiven()
  @IsBoolean()
  active?: boolean;
}

export class BankAccountDecisionDto {
  /** `true` confirms the bank account, `false` refuses it. */
  @IsBoolean()
  confirm: boolean;

  /**
   * How it was checked.
   * @example 'Rückruf unter der bekannten Nummer'
   */
  @IsOptional()
  @PlainText(0, 500)
  note?: string;
}

export class BankAccountEndingDto {
  /** @example 'Konto laut Schreiben aufgelöst' */
  @IsString()
  @Length(3, 500)
  @PlainText(3, 500)
  note: string;
}

// What is answered

class PartnerHeadDto {
  id: string;
  /**
   * Unique within the client.
   * @example 'P000123'
   */
  number: string;
  /**
   * The number in the system that the partner came from.
   * @example '70001'
   */
  formerNumber: string | null;
  kind: PartnerKind;
  /** @example 'Baustoffe Erlengrund GmbH' */
  name: string;
  tradingName: string | null;
  vatId: string | null;
  taxNumber: string | null;
  registerId: string | null;
  supplierNumber: string | null;
  leitwegId: string | null;
  endpointScheme: string | null;
  endpoint: string | null;
  email: string | null;
  phone: string | null;
  language: 'de' | 'en';
  paymentTermDays: number | null;
  /** Why nothing is paid to this partner. */
  paymentBlock: string | null;
  note: string;
  active: boolean;
  userId: string | null;
  version: number;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}

@ApiSchema({ description: 'A partner as the list shows it.' })
export class PartnerRowDto extends PartnerHeadDto {
  /** City of the address in force; empty where there is none. */
  city: string;
  /** The bank account that was confirmed last. */
  iban: string | null;
  /** Open claims less open liabilities; negative: we owe. */
  balance: string;
  /** A bank account waits for a second person. */
  bankAccountProposed: boolean;
}

export class PartnerListDto {
  items: PartnerRowDto[];
  /** The `after` of the next page; null on the last. */
  next: string | null;
}

@ApiSchema({ description: 'An address and the day from which it holds.' })
export class PartnerAddressDto {
  no: number;
  street: string;
  addition: string;
  postalCode: string;
  city: string;
  /** @example 'DE' */
  country: string;
  validFrom: string;
  recordedAt: string;
  recordedBy: string;
}

@ApiSchema({ description: 'Somebody of the centre.' })
export class PartnerPersonDto {
  id: string;
  name: string;
}

@ApiSchema({
  description: 'A bank account of a partner. One person proposes it, another decides; only confirmed ones are paid to.',
})
export class PartnerBankAccountDto {
  no: number;
  iban: string;
  bic: string | null;
  holder: string;
  state: BankAccountState;
  source: string;
  proposedBy: PartnerPersonDto;
  proposedAt: string;
  decidedBy: PartnerPersonDto | null;
  decidedAt: string | null;
  endedBy: PartnerPersonDto | null;
  endedAt: string | null;
  note: string;
  /**
   * Other partners under the same IBAN: a reason to look twice.
   * @example []
   */
  sharedWith: string[];
}

@ApiSchema({ description: 'One thing that changed.' })
export class PartnerChangeDto {
  at: string;
  by: string;
  /** @example 'name' */
  field: string;
  @ApiProperty({ format: 'text', example: 'alt' })
  before: string | null;
  @ApiProperty({ format: 'text', example: 'neu' })
  after: string | null;
}

@ApiSchema({ description: 'A mandate for direct debits (SEPA).' })
export class PartnerMandateDto {
  /** @example 'ALT-2019/0815' */
  reference: string;
  kind: MandateKind;
  sequence: MandateSequence;
  signedOn: string;
  lastUsedOn: string | null;
  state: 'active' | 'ended';
  /** Number of the bank account that is collected from. */
  bankAccountNo: number;
  iban: string;
}

@ApiSchema({ description: 'A creditor or debtor with everything that is and was known.' })
export class PartnerDto extends PartnerHeadDto {
  /** The address in force today. */
  address: PartnerAddressDto | null;
  /** All addresses, the latest first. */
  addresses: PartnerAddressDto[];
  /** All bank accounts, the newest first. */
  bankAccounts: PartnerBankAccountDto[];
  /** What the partner signed for direct debits, the newest first. */
  mandates: PartnerMandateDto[];
  /** What changed, newest first. */
  history: PartnerChangeDto[];
  /** Sum of what we owe. */
  liabilities: string;
  /** Sum of what we are owed. */
  claims: string;
}
