import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  IsInt,
  IsOptional,
  IsRFC3339,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidatorConstraint,
} from 'class-validator';
import { isLocalDate } from '@lib/kernel';

@ValidatorConstraint({ name: 'localDate' })
class LocalDateRule {
  validate(value: unknown): boolean {
    return isLocalDate(value);
  }

  defaultMessage(): string {
    return 'YYYY-MM-DD';
  }
}

/** A calendar day that exists, `YYYY-MM-DD`. */
export const IsLocalDate = (): PropertyDecorator => applyDecorators(Validate(LocalDateRule) as PropertyDecorator);

/** From where the books are looked at. */
export class ViewQuery {
  /** Fiscal year; default: the year of `asOf`, else the current one. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear?: number;

  /** Booking date up to which entries count (Stichtag). */
  @IsOptional()
  @IsLocalDate()
  asOf?: string;

  /** Instant; entries recorded later are left out (Wissensstand). */
  @IsOptional()
  @IsRFC3339()
  knownOn?: string;

  /** Product, group or area whose lines alone count; `-` for what bears no product. */
  @IsOptional()
  @Matches(/^([0-9][0-9A-Za-z.]{0,30}|-)$/)
  product?: string;
}

/** Cursor pagination: `after` is the `next` of the page before. */
export class PageQuery {
  /** Items per page, at most 500. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;

  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string;
}

/** `?flag=true`. */
export const ToBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
