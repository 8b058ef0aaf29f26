import { Clock } from '@lib/kernel';
import { Database } from '@lib/database';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Authenticator } from '../guard/authenticator.js';
import {
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  NotRecorded,
  Public,
  SignedIn,
  WithInitialPassword,
} from '../guard/decorators.js';
import { type AccessRequest, cookie, openedCookies, type Reply, SESSION_COOKIE } from '../guard/request.js';
import { once } from '../once.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import type { Actor, Principal } from '../principal.js';
import { accessProblems } from '../problems.js';
import { PERMISSIONS } from '../role.js';
import { coversPermission, TOKEN_SCOPES } from '../token-scope.js';
import { RouteId } from '../validators.js';
import { apiTokensOf, createApiToken, revokeApiToken, TOKEN_DAYS } from './api-tokens.js';
import {
  ApiTokenListDto,
  CreatedApiTokenDto,
  DeputyshipsDto,
  LanguageDto,
  NewApiTokenDto,
  PasswordDto,
  SessionDto,
  SignInDto,
  SignInOptionsDto,
  TotpCodeDto,
  TotpRemovalDto,
  TotpSetupDto,
} from './auth.dto.js';
import { OwnAccount } from './own-account.js';
import { deputyshipsOf } from './own-deputies.js';
import { Sealing } from './sealing.js';
import { sessionView } from './session-view.js';
import { SignIn } from './sign-in.js';

/** Signing in and out, and what people change about themselves. */
@ApiTags('Sign-in')
@Controller('auth')
@NotRecorded('the verbs record themselves; a look at one’s own session tells nothing')
export class AuthController {
  private readonly sealing: Sealing;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly account: OwnAccount,
    private readonly authenticator: Authenticator,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
  }

  private get tokenDays(): { usual: number; longest: number } {
    return this.options.tokenDays ?? TOKEN_DAYS;
  }

  /** How one can sign in here. */
  @Get('options')
  @Public()
  signInOptions(): SignInOptionsDto {
    return { oidc: this.options.oidc ? { label: this.options.oidc.label } : null };
  }

  /** Signs in with name, password and, where set up, one-time code; sets the cookies `fz_session` and `fz_device`. */
  @Post('sign-in')
  @HttpCode(200)
  @Public()
  async open(
    @Body() wish: SignInDto,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: Reply,
    @CurrentActor() by: Actor,
  ): Promise<SessionDto> {
    const userAgent = request.headers['user-agent']?.slice(0, 400) ?? null;
    const { token, device } = await this.signIn.withPassword(wish, { by, userAgent });
    const visitor = await this.authenticator.visitorWith(token);
    if (!visitor) throw accessProblems.SignInFailed();
    void reply.header('set-cookie', openedCookies(request, { token, device }));
    return sessionView(this.db, visitor, this.options.centreName);
  }

  /** The session: the person, the CSRF token, roles and permissions of today. */
  @Get('session')
  @SignedIn()
  @WithInitialPassword()
  session(@CurrentUser() principal: Principal, @Req() request: AccessRequest): Promise<SessionDto> {
    return sessionView(this.db, { principal, csrfToken: request.csrfToken ?? null }, this.options.centreName);
  }

  /** Ends this session. */
  @Post('sign-out')
  @HttpCode(204)
  @SignedIn()
  @WithInitialPassword()
  async signOut(
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: Reply,
    @CurrentActor() by: Actor,
  ): Promise<void> {
    requireSession(request);
    await this.signIn.out(request.sessionHash!, by);
    void reply.header('set-cookie', cookie(request, SESSION_COOKIE, '', { sameSite: 'Strict', path: '/', maxAge: 0 }));
  }

  /** Changes the own password and ends the person's other sessions. */
  @Post('password')
  @HttpCode(204)
  @SignedIn()
  @WithInitialPassword()
  async changePassword(
    @Body() wish: PasswordDto,
    @Req() request: AccessRequest,
    @CurrentUser() who: Principal,
    @CurrentActor() by: Actor,
  ): Promise<void> {
    requireSession(request);
    await this.account.changePassword(who, request.sessionHash!, wish, by);
  }

  /** Chooses the language of the screens and messages. */
  @Post('language')
  @HttpCode(204)
  @SignedIn()
  @WithInitialPassword()
  chooseLanguage(@Body() wish: LanguageDto, @CurrentUser() who: Principal): Promise<void> {
    return this.account.chooseLanguage(who, wish.language);
  }

  /** Begins setting up the one-time code; it counts once a code has confirmed it. */
  @Post('totp')
  @HttpCode(200)
  @SignedIn()
  startTotp(
    @Req() request: AccessRequest,
    @CurrentUser() who: Principal,
    @CurrentActor() by: Actor,
  ): Promise<TotpSetupDto> {
    requireSession(request);
    return this.account.startTotp(who, by);
  }

  /** Confirms the one-time code: from now on it is asked for when signing in. */
  @Post('totp/confirmation')
  @HttpCode(204)
  @SignedIn()
  async confirmTotp(
    @Body() wish: TotpCodeDto,
    @Req() request: AccessRequest,
    @CurrentUser() who: Principal,
    @CurrentActor() by: Actor,
  ): Promise<void> {
    requireSession(request);
    await this.account.confirmTotp(who, wish.code, by);
  }

  /** Removes the one-time code. */
  @Post('totp/removal')
  @HttpCode(204)
  @SignedIn()
  async removeTotp(
    @Body() wish: TotpRemovalDto,
    @Req() request: AccessRequest,
    @CurrentUser() who: Principal,
    @CurrentActor() by: Actor,
  ): Promise<void> {
    requireSession(request);
    await this.account.removeTotp(who, wish.password, by);
  }

  /** Who stands in for the person and for whom the person stands in, today or later. */
  @Get('deputyships')
  @SignedIn()
  deputyships(@CurrentUser() who: Principal): Promise<DeputyshipsDto> {
    return this.db.inCentre((tx) => deputyshipsOf(tx, who.userId, this.clock.today()));
  }

  /** The person's API tokens, and what a new one can be good for. */
  @Get('api-tokens')
  @SignedIn()
  async apiTokens(@CurrentUser() who: Principal): Promise<ApiTokenListDto> {
    const items = await this.db.inCentre((tx) => apiTokensOf(tx, who.userId));
    const { usual, longest } = this.tokenDays;
    const scopes = TOKEN_SCOPES.map((scope) => ({
      scope,
      permissions: PERMISSIONS.filter((permission) => coversPermission([scope], permission)),
    }));
    return { items, next: null, usualDays: usual, longestDays: longest, scopes };
  }

  /** Makes an API token; it is shown in this answer only. */
  @Post('api-tokens')
  @SignedIn()
  createApiToken(
    @Body() wish: NewApiTokenDto,
    @IdempotencyKey() key: string | undefined,
    @Req() request: AccessRequest,
    @CurrentUser() who: Principal,
    @CurrentActor() by: Actor,
  ): Promise<CreatedApiTokenDto> {
    requireSession(request);
    const { userId } = who;
    return this.db.inCentre((tx) =>
      once(tx, this.sealing, { userId, key, route: 'api-tokens', body: wish }, () =>
        createApiToken(tx, { userId, ...wish }, by, this.clock, this.tokenDays),
      ),
    );
  }

  /** Revokes an API token at once. */
  @Delete('api-tokens/:tokenId')
  @HttpCode(204)
  @SignedIn()
  async revokeApiToken(
    @Param('tokenId', RouteId) tokenId: string,
    @Req() request: AccessRequest,
    @CurrentUser() who: Principal,
    @CurrentActor() by: Actor,
  ): Promise<void> {
    requireSession(request);
    await this.db.inCentre((tx) => revokeApiToken(tx, who.userId, tokenId, by, this.clock));
    this.authenticator.forget();
  }
}

/** What opens further ways in is for people at a browser: a leaked token must not be able to multiply. */
function requireSession(request: AccessRequest): void {
  if (request.principal?.via !== 'session') throw accessProblems.SessionRequired();
}
