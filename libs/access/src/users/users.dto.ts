import type { Language } from '@lib/kernel';
import { Type } from 'class-transformer';
import {
  Equals,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { type Permission, type Role, ROLES } from '../role.js';
import { IsDay, IsUnsignedEuro } from '../validators.js';

const VISIBLE = /^[^\p{C}]*$/u;

export class UserQueryDto {
  /** Part of the name or user name. */
  @IsOptional()
  @IsString()
  @Length(0, 100)
  @Matches(VISIBLE)
  q?: string;

  /** The `next` of the page before. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(VISIBLE)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class NewUserDto {
  /**
   * Small letters, digits and `. _ @ -`.
   * @example 'treasurer.north'
   */
  @IsString()
  @Matches(/^\s*[a-z0-9äöüß][a-z0-9äöüß._@-]{1,63}\s*$/iu)
  userName: string;

  /** @example 'Kämmerei Nord' */
  @IsString()
  @Length(1, 120)
  @Matches(VISIBLE)
  displayName: string;

  @IsOptional()
  @IsEmail()
  email?: string | null;

  @IsOptional()
  @IsIn(['de', 'en'])
  language?: Language;

  /** Without one, an initial password is made and answered once. Either must be changed at the first sign-in. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  password?: string;

  /** For 14 days, the first sign-in at the OpenID provider under this name links the account. */
  @IsOptional()
  @IsBoolean()
  oidcLinking?: boolean;
}

export class UserChangeDto {
  @IsOptional()
  @IsString()
  @Length(1, 120)
  @Matches(VISIBLE)
  displayName?: string;

  @IsOptional()
  @IsEmail()
  email?: string | null;

  @IsOptional()
  @IsIn(['de', 'en'])
  language?: Language;

  /** false: may no longer sign in; sessions end at once. */
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  /** false: forgets the person at the OpenID provider. */
  @IsOptional()
  @Equals(false)
  oidcLinked?: false;

  /** true: for 14 days, the first sign-in at the OpenID provider under this name links the account; false: no longer. */
  @IsOptional()
  @IsBoolean()
  oidcLinking?: boolean;

  @IsInt()
  version: number;
}

export class PasswordResetDto {
  /** Also removes the one-time code, for somebody who lost the device. */
  @IsOptional()
  @IsBoolean()
  removeTotp?: boolean;
}

export class InitialPasswordDto {
  /** Shown this once; it must be changed at the first sign-in. */
  initialPassword: string;
}

export class NewRoleDto {
  @IsIn(ROLES)
  role: Role;

  /** null: the whole centre, also clients to come. */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  clientId: number | null;

  /**
   * Up to which amount, in euros; null is unlimited.
   * @example '5000.00'
   */
  @IsOptional()
  @IsUnsignedEuro()
  amountLimit?: string | null;

  /** The first day; without it, today. */
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** The last day; without it, no end. */
  @IsOptional()
  @IsDay()
  validTo?: string | null;
}

export class RoleChangeDto {
  @IsOptional()
  @IsUnsignedEuro()
  amountLimit?: string | null;

  /** The last day; yesterday ends the role at once. */
  @IsOptional()
  @IsDay()
  validTo?: string | null;

  @IsInt()
  version: number;
}

export class NewDeputyDto {
  /** Who stands in. */
  @IsUUID()
  deputyUserId: string;

  /** null: at every client. */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  clientId: number | null;

  @IsDay()
  validFrom: string;

  @IsDay()
  validTo: string;
}

export class DeputyChangeDto {
  /** The last day; yesterday ends the deputyship at once. */
  @IsDay()
  validTo: string;

  @IsInt()
  version: number;
}

export class RoleAssignmentDto {
  id: string;
  role: Role;
  clientId: number | null;
  amountLimit: string | null;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export class DeputyDto {
  id: string;
  deputyUserId: string;
  deputyName: string;
  clientId: number | null;
  validFrom: string;
  validTo: string;
  version: number;
}

export class UserDto {
  id: string;
  userName: string;
  displayName: string;
  email: string | null;
  language: Language;
  active: boolean;
  mustChangePassword: boolean;
  totpEnabled: boolean;
  /** The person signs in at the OpenID provider. */
  oidcLinked: boolean;
  /** Until when a first sign-in at the OpenID provider may link the account; null: not at all. */
  oidcLinkUntil: string | null;
  /** Until when strangers, or one browser or network, cannot sign in under this name. */
  lockedUntil: string | null;
  version: number;
  roles: RoleAssignmentDto[];
  deputies: DeputyDto[];
}

export class CreatedUserDto extends UserDto {
  /** Only when none was given; shown this once. */
  initialPassword?: string;
}

export class UserListDto {
  items: UserDto[];
  next: string | null;
}

export class RoleLabelDto {
  de: string;
  en: string;
}

export class RoleInfoDto {
  role: Role;
  label: RoleLabelDto;
  permissions: Permission[];
  /** True for a role that is always for the whole centre. */
  wholeCentreOnly: boolean;
}

export class RoleListDto {
  items: RoleInfoDto[];
  next: string | null;
}
