import { Clock } from '@lib/kernel';
import { Database, type Tx } from '@lib/database';
import { Inject, Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { recordEvent } from '../audit/audit-event.js';
import { ACCESS_OPTIONS, type AccessOptions, type OidcOptions } from '../options.js';
import { accessProblems } from '../problems.js';
import { Sealing } from './sealing.js';
import { type Account, accountByName, accountBySubject, accountsByEmail, linkSubject } from './session.store.js';
import { type Opened, type Origin, SignIn } from './sign-in.js';
import { userNameOf } from './user-name.js';

/** What a sign-in under way must remember until the person comes back; sealed into a cookie of ten minutes. */
interface UnderWay {
  state: string;
  nonce: string;
  verifier: string;
  until: number;
}

export const OIDC_COOKIE = 'fz_oidc';
export const OIDC_PATH = '/api/v1/auth/oidc';
export const OIDC_SECONDS = 600;

type Claims = Record<string, unknown> & { sub: string };

/**
 * Sign-in through an OpenID provider: authorization code with PKCE, state and nonce. The provider says who somebody is; only
 * people whom an administrator has created get in, and only where an administrator has allowed this account to be linked.
 */
@Injectable()
export class Oidc {
  private readonly logger = new Logger(Oidc.name);
  private readonly sealing: Sealing;
  private found: Promise<client.Configuration> | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
  }

  private get claim(): string {
    return this.options.oidc?.claim ?? 'preferred_username';
  }

  get configured(): boolean {
    return Boolean(this.options.oidc);
  }

  /**
   * Where to send the person, and what their browser has to keep.
   * @throws Problem OidcUnavailable
   */
  async start(): Promise<{ address: string; cookie: string }> {
    const oidc = this.options.oidc!;
    const configuration = await this.provider(oidc);
    const verifier = client.randomPKCECodeVerifier();
    const underWay: UnderWay = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier,
      until: this.clock.now().getTime() + OIDC_SECONDS * 1000,
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectAddress(oidc),
      scope: oidc.scope ?? 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: underWay.state,
      nonce: underWay.nonce,
    });
    return { address: address.href, cookie: this.sealing.seal('oidc', JSON.stringify(underWay)).toString('base64url') };
  }

  /**
   * Opens a session for whoever comes back from the provider.
   * @param search the query of the address they came back to, with the `?`
   * @returns the session, or why not
   */
  async finish(search: string, kept: string | null, origin: Origin): Promise<Opened | { refused: string }> {
    const underWay = kept === null ? null : this.open(kept);
    if (!underWay) return this.refuse('no-state', origin);
    let claims: Claims;
    try {
      claims = await this.claimsFrom(search, underWay);
    } catch (error) {
      this.logger.warn(`OpenID sign-in refused: ${reasonOf(error)}`);
      return this.refuse('not-vouched-for', origin);
    }
    const opened = await this.db.inCentre(async (tx) => {
      const account = await this.accountOf(tx, claims, origin);
      return account?.active ? this.signIn.vouchedFor(tx, account, origin) : null;
    });
    return opened ?? this.refuse('unknown-user', origin, claims);
  }

  private open(kept: string): UnderWay | null {
    const text = this.sealing.open('oidc', Buffer.from(kept, 'base64url'));
    const underWay = text === null ? null : (JSON.parse(text) as UnderWay);
    return underWay && underWay.until > this.clock.now().getTime() ? underWay : null;
  }

  private async claimsFrom(search: string, underWay: UnderWay): Promise<Claims> {
    const oidc = this.options.oidc!;
    const configuration = await this.provider(oidc);
    const tokens = await client.authorizationCodeGrant(configuration, new URL(redirectAddress(oidc) + search), {
      expectedState: underWay.state,
      expectedNonce: underWay.nonce,
      pkceCodeVerifier: underWay.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    if (claims[this.claim] !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims;
    return { ...(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
  }

  /**
   * By subject; at the first time by the configured claim, where an administrator has allowed it, and from then on by nothing
   * but the subject. A name at the provider alone proves nothing: whoever hands out names there would be let in as anybody.
   */
  private async accountOf(tx: Tx, claims: Claims, origin: Origin): Promise<Account | null> {
    const linked = await accountBySubject(tx, claims.sub);
    if (linked) return linked;
    const account = await this.accountNamed(tx, claims);
    if (!account?.active || !(await linkSubject(tx, account.id, claims.sub, this.clock.now()))) return null;
    await recordEvent(tx, {
      by: { ...origin.by, userId: account.id, userName: account.userName },
      action: 'oidc.link',
      resource: `users/${account.id}`,
      detail: { subject: claims.sub },
    });
    return account;
  }

  private async accountNamed(tx: Tx, claims: Claims): Promise<Account | null> {
    const { claim } = this;
    const value = claims[claim];
    if (typeof value !== 'string' || value === '') return null;
    if (claim !== 'email') return accountByName(tx, userNameOf(value));
    if (claims['email_verified'] !== true) return null;
    const accounts = await accountsByEmail(tx, value);
    return accounts.length === 1 ? accounts[0]! : null;
  }

  private async refuse(reason: string, origin: Origin, claims?: Claims): Promise<{ refused: string }> {
    await this.db.inCentre((tx) =>
      recordEvent(tx, {
        by: origin.by,
        action: 'sign-in',
        outcome: 'failed',
        detail: { method: 'oidc', reason, ...(claims && { subject: claims.sub, claimed: claims[this.claim] }) },
      }),
    );
    return { refused: reason };
  }

  /** The provider's addresses and keys, read once; after a failure, tried again. */
  private provider(oidc: OidcOptions): Promise<client.Configuration> {
    const issuer = new URL(oidc.issuer);
    // Plain http would let anybody on the way sign in as anybody; a provider on this very machine is for trying out.
    const local = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
    this.found ??= client
      .discovery(issuer, oidc.clientId, oidc.clientSecret, undefined, {
        timeout: 10,
        execute: local ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.found = undefined;
        this.logger.error(`OpenID provider ${oidc.issuer} does not answer: ${reasonOf(error)}`);
        throw accessProblems.OidcUnavailable();
      });
    return this.found;
  }
}

const redirectAddress = (oidc: OidcOptions): string => `${oidc.publicUrl.replace(/\/$/, '')}${OIDC_PATH}/callback`;

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
