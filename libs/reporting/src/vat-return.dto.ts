import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

export class VatReturnQuery {
  /** `csv`: the figures as a spreadsheet. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

export class VatLinesQuery extends VatReturnQuery {
  /** @example '81' */
  @Matches(/^\d{2}$/)
  figure: string;
}

@ApiSchema({ description: 'A figure of the VAT pre-return (Kennzahl).' })
export class VatFigureDto {
  /** @example '81' */
  figure: string;
  @ApiProperty({ enum: ['base', 'tax'], example: 'base' })
  measure: 'base' | 'tax';
  @ApiProperty({ enum: ['owed', 'deducted'], example: 'owed' })
  side: 'owed' | 'deducted';
  name: string;
  /** @example '§ 12 Abs. 1 UStG' */
  law: string;
  /** As the form takes it; bases in euros and cents, the form itself takes whole euros. */
  amount: string;
  /** Bases whose tax the form computes: the tax that is booked. */
  tax: string | null;
}

export class VatWithoutKeyDto {
  account: string;
  lines: number;
  /** Debit positive. */
  amount: string;
}

@ApiSchema({ description: 'The figures of a VAT pre-return of a month, by the day that decides when tax arises.' })
export class VatReturnDto {
  /** @example '2026-03' */
  month: string;
  figures: VatFigureDto[];
  owed: string;
  deducted: string;
  /** Figure 83; negative: comes back. */
  payable: string;
  /** Where the figures are taken from. */
  source: string;
  /** Keys that stand in no figure of the form: they must be declared by hand or get a figure. */
  unplaced: string[];
  /** What stands on accounts of tax without a key, and so in no figure. */
  withoutKey: VatWithoutKeyDto[];
}

export class VatLineDto {
  entryId: string;
  bookingDate: string;
  /** The day in whose month it is declared. */
  taxPoint: string;
  reference: string;
  text: string;
  account: string;
  /** Key. @example 'UST19' */
  code: string;
  /** Per cent. @example '19.00' */
  rate: string;
  /** Debit positive. */
  base: string;
  /** Debit positive. */
  amount: string;
}

export class VatLineListDto {
  items: VatLineDto[];
  next: string | null;
}
