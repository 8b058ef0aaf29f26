import { ApiSchema } from '@nestjs/swagger';
import type { Language } from '@lib/kernel';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { Permission, Role } from '../role.js';
import { TOKEN_SCOPES, type TokenScope } from '../token-scope.js';
import { IsDay } from '../validators.js';

/** Letters, digits and signs; nothing invisible. */
const VISIBLE = /^[^\p{C}]*$/u;

export class SignInDto {
  /**
   * The user name; case does not matter.
   * @example 'clerk'
   */
  @IsString()
  @Length(1, 100)
  @Matches(VISIBLE)
  userName: string;

  @IsString()
  @Length(1, 1000)
  password: string;

  /**
   * The six-digit one-time code, where one is set up.
   * @example '123456'
   */
  @IsOptional()
  @IsString()
  @Length(6, 8)
  totp?: string;
}

export class PasswordDto {
  @IsString()
  @Length(1, 1000)
  currentPassword: string;

  /** At least twelve characters, not easy to guess, without the user name. */
  @IsString()
  @Length(1, 1000)
  newPassword: string;
}

export class LanguageDto {
  @IsIn(['de', 'en'])
  language: Language;
}

export class TotpCodeDto {
  /** @example '123456' */
  @IsString()
  @Length(6, 8)
  code: string;
}

export class TotpRemovalDto {
  @IsString()
  @Length(1, 1000)
  password: string;
}

export class TotpSetupDto {
  /** The secret in base32, for typing it in. */
  secret: string;
  /** The same as an `otpauth://` address… */
  uri: string;
  /** …and as an SVG picture to photograph. */
  qrSvg: string;
}

export class NewApiTokenDto {
  /**
   * What it is for.
   * @example 'nightly export'
   */
  @IsString()
  @Length(1, 80)
  @Matches(VISIBLE)
  name: string;

  /**
   * What it is good for; it never may more than its person. `all` is everything the person may do.
   * @example ['read', 'export']
   */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(TOKEN_SCOPES, { each: true })
  scopes: TokenScope[];

  /**
   * The last day on which it works; without it, after the usual number of days.
   * @example '2027-02-28'
   */
  @IsOptional()
  @IsDay()
  expiresOn?: string | null;
}

export class ApiTokenDto {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** The last day on which it works. */
  expiresOn: string;
  scopes: TokenScope[];
}

export class CreatedApiTokenDto extends ApiTokenDto {
  /** The token, `fzt_…`; shown this once. */
  token: string;
}

@ApiSchema({ description: 'A deputyship as either of the two sees it; today or later.' })
export class DeputyshipDto {
  id: string;
  /** The other of the two. */
  personId: string;
  /** @example 'Clara Muster' */
  personName: string;
  /** Null: at every client. */
  clientId: number | null;
  clientName: string | null;
  validFrom: string;
  /** The last day. */
  validTo: string;
  /** It holds today; otherwise it begins later. */
  current: boolean;
}

export class DeputyshipsDto {
  /** Who stands in for the person. */
  deputies: DeputyshipDto[];
  /** For whom the person stands in. */
  represented: DeputyshipDto[];
}

export class TokenScopeInfoDto {
  scope: TokenScope;
  /** The permissions that a token with this scope may use, where its person has them. */
  permissions: Permission[];
}

export class ApiTokenListDto {
  items: ApiTokenDto[];
  next: string | null;
  /** How long a token works when nothing is said, in days. */
  usualDays: number;
  /** How long a token may work at most, in days. */
  longestDays: number;
  /** What a token can be good for. */
  scopes: TokenScopeInfoDto[];
}

export class SessionUserDto {
  id: string;
  userName: string;
  displayName: string;
  email: string | null;
  language: Language;
}

export class CentreDto {
  name: string;
}

export class SessionClientDto {
  id: number;
  key: string;
  name: string;
  shortName: string;
  kind: 'municipality' | 'special-fund';
  colour: string;
  arms: string | null;
  roles: Role[];
  permissions: Permission[];
  /** Euros; null is unlimited. */
  amountLimit: string | null;
}

@ApiSchema({ description: 'Who is signed in, and everything they may do today.' })
export class SessionDto {
  user: SessionUserDto;
  /** To be sent as `X-CSRF-Token` with every writing request; null for an API token, which needs none. */
  csrfToken: string | null;
  totpEnabled: boolean;
  /** Nothing but changing the password is possible before it was changed. */
  mustChangePassword: boolean;
  centre: CentreDto;
  /** Permissions for the whole centre. */
  permissions: Permission[];
  /** Clients whose books the person may see. */
  clients: SessionClientDto[];
}

export class OidcOptionDto {
  label: string;
}

export class SignInOptionsDto {
  /** The central sign-in service, where one is configured. */
  oidc: OidcOptionDto | null;
}
