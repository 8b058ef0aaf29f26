import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../plain-text.js';
import { VAT_STATUSES, type VatStatus } from './client.js';
import { CLIENT_KINDS, CLIENT_TEMPLATES, type ClientKind, type ClientTemplate } from './template.js';

export class AddressDto {
  /** @example 'Rathausplatz 1' */
  @IsOptional()
  @PlainText(0, 120)
  street?: string;

  /** @example '48999' */
  @IsOptional()
  @PlainText(0, 10)
  postcode?: string;

  /** @example 'Ahlenbrück' */
  @IsOptional()
  @PlainText(0, 120)
  city?: string;
}

class ClientDataDto {
  /**
   * How columns and switchers call it, up to 40 characters. Default: the name.
   * @example 'Ahlenbrück'
   */
  @IsOptional()
  @PlainText(1, 40)
  shortName?: string;

  /**
   * Official municipality key (AGS), eight digits; NRW begins with 05.
   * @example '05999004'
   */
  @IsOptional()
  @IsString()
  @Length(1, 20)
  officialKey?: string | null;

  /** The municipality that a special fund belongs to. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  parentClientId?: number | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AddressDto)
  address?: AddressDto | null;

  /**
   * SEPA creditor identifier; its check digits are verified.
   * @example 'DE98ZZZ09999999999'
   */
  @IsOptional()
  @IsString()
  @Length(8, 60)
  creditorIdentifier?: string | null;

  /** @example 'DE999999999' */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Z]{2}[0-9A-Z]{2,13}$/)
  vatId?: string | null;

  /** `none`: no trader, `small`: small trader (§ 19 UStG), `regular`: liable to VAT. Default: as the template says. */
  @IsOptional()
  @IsIn(VAT_STATUSES)
  vatStatus?: VatStatus;

  /**
   * The colour that marks this client on every screen.
   * @example '#1f5f8b'
   */
  @IsOptional()
  @IsString()
  @Matches(/^#[0-9a-f]{6}$/i)
  colour?: string;

  /** Arms as a data URI of a small PNG, or of an SVG with drawing elements only (40 kB at most). */
  @IsOptional()
  @IsString()
  @Length(1, 130_000)
  arms?: string | null;

  @IsOptional()
  @PlainText(1, 40)
  phone?: string | null;

  @IsOptional()
  @IsEmail()
  email?: string | null;
}

export class NewClientDto extends ClientDataDto {
  /** What the client starts with: chart, product frame, settings. */
  @IsIn(CLIENT_TEMPLATES)
  template: ClientTemplate;

  /**
   * Short name for addresses and files; never changes.
   * @example 'ahlenbrueck'
   */
  @IsString()
  @Length(1, 60)
  key: string;

  /** @example 'Gemeinde Ahlenbrück' */
  @PlainText(2, 120)
  name: string;

  /** Default: as the template says. */
  @IsOptional()
  @IsIn(CLIENT_KINDS)
  kind?: ClientKind;

  /**
   * The first fiscal year, ready to be booked on.
   * @example 2026
   */
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear: number;
}

export class ClientChangeDto extends ClientDataDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;

  @ValidateIf((change: ClientChangeDto) => change.name !== undefined)
  @PlainText(2, 120)
  name?: string;
}

@ApiSchema({ description: 'A municipality or special fund whose books the centre keeps.' })
export class ClientDto {
  id: number;
  /** Never changes and is never used twice: the chain of the journal begins with it. */
  uuid: string;
  key: string;
  name: string;
  shortName: string;
  kind: ClientKind;
  officialKey: string | null;
  parentClientId: number | null;
  address: AddressDto;
  email: string | null;
  phone: string | null;
  creditorIdentifier: string | null;
  vatId: string | null;
  vatStatus: VatStatus;
  colour: string;
  arms: string | null;
  /** Version of the chart that the client was created with. */
  chart: string;
  version: number;
  createdAt: string;
}

export class ClientListDto {
  items: ClientDto[];
  next: string | null;
}
