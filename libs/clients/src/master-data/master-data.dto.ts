import { IsDay } from '@lib/access';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Allow, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Min, ValidateIf } from 'class-validator';
import type { AccountKind, AccountLevel, Side } from '../chart/chart.js';
import { PlainText } from '../plain-text.js';
import { TAX_USAGES, type TaxUsage } from './tax-keys.js';

/** Absent leaves a value, but null is none. */
const WhenGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

class VersionedDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;
}

// Accounts

export class NewAccountDto {
  /**
   * Begins with the parent's number, 10 digits at most.
   * @example '524110'
   */
  @IsString()
  @Matches(/^\d{1,10}$/)
  number: string;

  /** @example 'Stromkosten Rathaus' */
  @PlainText(1, 200)
  name: string;

  /**
   * The account above. Default: the one with the longest number that this one begins with.
   * @example '5241'
   */
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,10}$/)
  parent?: string;

  /** Account of class 6/7 for payments; default: the parent's. */
  @IsOptional()
  @IsString()
  @Matches(/^[67]\d{1,9}$/)
  defaultCashAccount?: string | null;

  /** Whether each line on it needs a product; default: as the parent. */
  @IsOptional()
  @IsBoolean()
  productRequired?: boolean;
}

export class AccountChangeDto extends VersionedDto {
  @WhenGiven()
  @PlainText(1, 200)
  name?: string;

  /** Nobody can book on a locked account; what is booked stays. */
  @WhenGiven()
  @IsBoolean()
  locked?: boolean;

  @WhenGiven()
  @IsBoolean()
  productRequired?: boolean;

  @IsOptional()
  @IsString()
  @Matches(/^[67]\d{1,9}$/)
  defaultCashAccount?: string | null;
}

@ApiSchema({ description: 'An account of the client’s chart.' })
export class AccountDto {
  number: string;
  name: string;
  parent: string | null;
  level: AccountLevel;
  kind: AccountKind;
  side: Side | null;
  /** The line of a statement that it feeds. */
  statementLine: string | null;
  defaultCashAccount: string | null;
  postable: boolean;
  /** Liquid funds: each movement carries a cash-flow account. */
  liquid: boolean;
  locked: boolean;
  productRequired: boolean;
  origin: 'chart' | 'own';
  /** A control account: each line on it names an open item, liabilities with `creditors`, claims with `debtors`. */
  control: 'creditors' | 'debtors' | null;
  version: number;
}

export class AccountListDto {
  items: AccountDto[];
  next: string | null;
}

// Products

export class NewProductDto {
  /**
   * The parent's code, a dot and up to 12 characters.
   * @example '541.01'
   */
  @IsString()
  @Length(1, 45)
  @Matches(/^[0-9A-Za-z.]+$/)
  code: string;

  /** @example 'Unterhaltung Gemeindestraßen' */
  @PlainText(1, 200)
  name: string;

  /**
   * Default: the code before the last dot.
   * @example '541'
   */
  @IsOptional()
  @IsString()
  @Length(1, 45)
  @Matches(/^[0-9A-Za-z.]+$/)
  parent?: string;
}

export class ProductChangeDto extends VersionedDto {
  @WhenGiven()
  @PlainText(1, 200)
  name?: string;

  /** Nobody can book on a locked product; what is booked stays. */
  @WhenGiven()
  @IsBoolean()
  locked?: boolean;
}

@ApiSchema({ description: 'A product area, product group or product (§ 4 KomHVO NRW).' })
export class ProductDto {
  code: string;
  name: string;
  parent: string | null;
  level: 'produktbereich' | 'produktgruppe' | 'produkt';
  postable: boolean;
  locked: boolean;
  origin: 'frame' | 'own';
  version: number;
}

export class ProductListDto {
  items: ProductDto[];
  next: string | null;
}

// Cost centres

export class NewCostCentreDto {
  /** @example '1010' */
  @IsString()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/)
  code: string;

  /** @example 'Rathaus' */
  @PlainText(1, 200)
  name: string;
}

export class CostCentreChangeDto extends VersionedDto {
  @WhenGiven()
  @PlainText(1, 200)
  name?: string;

  @WhenGiven()
  @IsBoolean()
  locked?: boolean;
}

export class CostCentreDto {
  code: string;
  name: string;
  locked: boolean;
  version: number;
}

export class CostCentreListDto {
  items: CostCentreDto[];
  next: string | null;
}

// Bank accounts

export class NewBankAccountDto {
  /** @example 'Sparkasse Ahlenbrück, laufendes Konto' */
  @PlainText(1, 120)
  name: string;

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
   * The account of group 18 on which its money is booked.
   * @example '1811'
   */
  @IsString()
  @Matches(/^\d{1,10}$/)
  account: string;
}

export class BankAccountChangeDto extends VersionedDto {
  @WhenGiven()
  @PlainText(1, 120)
  name?: string;

  @IsOptional()
  @PlainText(0, 20)
  bic?: string | null;

  @WhenGiven()
  @IsString()
  @Matches(/^\d{1,10}$/)
  account?: string;

  @WhenGiven()
  @IsBoolean()
  active?: boolean;
}

export class BankAccountDto {
  id: string;
  name: string;
  iban: string;
  bic: string | null;
  account: string;
  active: boolean;
  version: number;
}

export class BankAccountListDto {
  items: BankAccountDto[];
  next: string | null;
}

// Settings

export class NewSettingDto {
  /** @example 'assets.lowValueLimit' */
  @IsString()
  @Length(1, 60)
  @Matches(/^[a-z][a-zA-Z.]*$/)
  key: string;

  /** Percentages and amounts as text, days as a whole number. */
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], example: '800.00' })
  @Allow()
  value: string | number;

  /**
   * The first day on which it holds.
   * @example '2026-01-01'
   */
  @IsDay()
  validFrom: string;

  /**
   * The rule or decision it rests on.
   * @example '§ 36 Abs. 3 KomHVO NRW'
   */
  @IsOptional()
  @PlainText(0, 200)
  source?: string;
}

export class SettingDto {
  key: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }] })
  value: unknown;
  validFrom: string;
  /** The day before the next value begins; null: until further notice. */
  validTo: string | null;
  source: string;
  decidedAt: string;
}

export class SettingListDto {
  items: SettingDto[];
  next: string | null;
}

// Tax keys

export class TaxKeyDto {
  /** @example 'UST19' */
  code: string;
  /**
   * What it is for: own turnover (`output…`), purchases (`input`), what the recipient owes (`acquisition`, `reverse-charge…`) and what is
   * deducted of it (`…-input`).
   */
  @ApiProperty({ enum: TAX_USAGES, example: 'output' })
  usage: TaxUsage;
  /** Per cent. @example '19.00' */
  rate: string;
  /** Where the tax is booked. @example '3712' */
  account: string | null;
  /** Figure of the VAT pre-return that takes the base. @example '81' */
  baseFigure: string | null;
  /** Figure of the VAT pre-return that takes the tax. @example null */
  taxFigure: string | null;
  /** @example 'Umsatzsteuer 19 %' */
  name: string;
  /** @example '§ 12 UStG' */
  law: string;
  validFrom: string;
  validTo: string | null;
}

export class TaxKeyListDto {
  items: TaxKeyDto[];
  next: string | null;
}

export class NewTaxKeyDto {
  /** @example 'UST19' */
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
  code: string;

  @ApiProperty({ enum: TAX_USAGES, example: 'output' })
  @IsIn(TAX_USAGES)
  usage: TaxUsage;

  /** @example '19.00' */
  @Matches(/^(100|\d{1,2})(\.\d{1,2})?$/)
  rate: string;

  /** @example '3712' */
  @ValidateIf((_, value) => value !== null)
  @Matches(/^\d{1,10}$/)
  account: string | null;

  /** @example '81' */
  @ValidateIf((_, value) => value !== null)
  @Matches(/^\d{2}$/)
  baseFigure: string | null;

  /** @example null */
  @ValidateIf((_, value) => value !== null)
  @Matches(/^\d{2}$/)
  taxFigure: string | null;

  /** @example 'Umsatzsteuer 19 %' */
  @PlainText(1, 120)
  name: string;

  /** @example '§ 12 UStG' */
  @IsOptional()
  @PlainText(0, 120)
  law?: string;

  /** The first day on which it holds; an earlier meaning of the code ends the day before. */
  @IsDay()
  validFrom: string;
}
