import { ApiSchema } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PlainText } from '@lib/clients';
import { ROUTE_KINDS, type RouteKind } from './route.js';

const EMAIL = /^[^\s@<>]{1,64}@[^\s@<>]{1,180}$/;

@ApiSchema({ description: 'A department of the client: documents are routed to it, and people decide for it.' })
export class DepartmentDto {
  /** @example 'FB3' */
  code: string;
  /** @example 'Bauen und Umwelt' */
  name: string;
  email: string | null;
  active: boolean;
  version: number;
}

export class DepartmentListDto {
  items: DepartmentDto[];
  next: string | null;
}

export class NewDepartmentDto {
  /** @example 'FB3' */
  @Matches(/^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß._-]{0,19}$/)
  code: string;

  /** @example 'Bauen und Umwelt' */
  @PlainText(1, 120)
  name: string;

  /** @example 'bauamt@ahlenbrueck.example' */
  @IsOptional()
  @Matches(EMAIL)
  email?: string;
}

export class DepartmentChangeDto {
  @IsOptional()
  @PlainText(1, 120)
  name?: string;

  /** @example 'bauamt@ahlenbrueck.example' */
  @IsOptional()
  @Matches(EMAIL)
  email?: string | null;

  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @IsInt()
  version: number;
}

@ApiSchema({ description: 'An address that leads to the client, and to a department of it.' })
export class RouteDto {
  id: string;
  kind: RouteKind;
  /** @example '05999002-RE01-26' */
  value: string;
  department: string | null;
  note: string;
  active: boolean;
  version: number;
}

export class RouteListDto {
  items: RouteDto[];
  next: string | null;
}

export class NewRouteDto {
  @IsIn(ROUTE_KINDS)
  kind: RouteKind;

  /** The Leitweg-ID, VAT id, mailbox or name. @example '05999002-RE01-26' */
  @PlainText(1, 254)
  value: string;

  /** @example 'FB3' */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  department?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(/^[^\p{C}]*$/u, { message: '$property contains control characters' })
  note?: string;
}

export class RouteChangeDto {
  /** @example 'FB3' */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  department?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(/^[^\p{C}]*$/u, { message: '$property contains control characters' })
  note?: string;

  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @IsInt()
  version: number;
}
