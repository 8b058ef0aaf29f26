import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** `true` and `false` as they come in an address; anything else stays and is refused by `IsBoolean`. */
export const FlagInQuery = (): PropertyDecorator =>
  Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) =>
    obj[key] === 'true' ? true : obj[key] === 'false' ? false : obj[key],
  );

export class ListQueryDto {
  /** The number or its beginning, or words of the name; upper case, ß and umlauts do not matter. Best first. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** @example 50 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  limit?: number;

  /** The `next` of the page before; only without `q`. */
  @IsOptional()
  @IsString()
  @Matches(/^[0-9A-Za-z.-]{1,45}$/)
  after?: string;
}

export class AccountQueryDto extends ListQueryDto {
  /**
   * Leading digits: a class, group or kind of account.
   * @example '5'
   */
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,10}$/)
  class?: string;

  /** Only accounts that can (`true`) or cannot be booked on. */
  @IsOptional()
  @FlagInQuery()
  @IsBoolean()
  postable?: boolean;

  /** Only cash-flow accounts (classes 6 and 7), or only the others. */
  @IsOptional()
  @FlagInQuery()
  @IsBoolean()
  cash?: boolean;

  /** Only liquid funds, or only the others. */
  @IsOptional()
  @FlagInQuery()
  @IsBoolean()
  liquid?: boolean;
}

export class ProductQueryDto extends ListQueryDto {
  /** Only products that can (`true`) or cannot be booked on. */
  @IsOptional()
  @FlagInQuery()
  @IsBoolean()
  postable?: boolean;
}

export class SearchQueryDto {
  /**
   * A number, words or a reference.
   * @example 'gewerbest'
   */
  @IsString()
  @MaxLength(100)
  q: string;
}
