import { Clock } from '@lib/kernel';
import { Database, type Tx } from '@lib/database';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { recordEvent } from '../audit/audit-event.js';
import { Authenticator, hashOf } from '../guard/authenticator.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import type { Actor } from '../principal.js';
import { accessProblems } from '../problems.js';
import { Attempts } from './attempts.js';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.js';
import { Sealing } from './sealing.js';
import {
  type Account,
  accountByName,
  deleteSession,
  insertSession,
  lockAccount,
  storePassword,
  takeTotpStep,
} from './session.store.js';
import { totpStep } from './totp.js';

export interface SignInWish {
  userName: string;
  password: string;
  totp?: string;
}

/** Where a sign-in comes from. */
export interface Origin {
  by: Actor;
  userAgent: string | null;
}

/** User names are written in small letters and compared so. */
export const userNameOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** Opens and closes sessions. */
@Injectable()
export class SignIn {
  private readonly sealing: Sealing;
  private readonly sessionMs: number;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly authenticator: Authenticator,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
    this.sessionMs = (options.sessionHours ?? 12) * 3_600_000;
  }

  /**
   * @returns the token of the new session
   * @throws Problem SignInFailed, TotpRequired (the password was right, the code is missing), TooManyAttempts
   */
  async withPassword(wish: SignInWish, origin: Origin): Promise<string> {
    const userName = userNameOf(wish.userName);
    const token = await this.attempts.attempt(
      { userName, action: 'sign-in', by: origin.by, detail: { method: 'password' } },
      () => this.check(userName, wish, origin),
    );
    if (token === null) throw accessProblems.SignInFailed();
    return token;
  }

  /** Opens a session for somebody another service vouches for. */
  async vouchedFor(tx: Tx, account: Account, origin: Origin): Promise<string> {
    return this.open(tx, account, 'oidc', origin);
  }

  async out(hash: Buffer, by: Actor): Promise<void> {
    await this.db.inCentre(async (tx) => {
      await deleteSession(tx, hash);
      await recordEvent(tx, { by, action: 'sign-out' });
    });
    this.authenticator.forget();
  }

  private async check(userName: string, wish: SignInWish, origin: Origin): Promise<string | null> {
    const account = await this.db.inCentre((tx) => accountByName(tx, userName));
    if (!(await verifyPassword(account?.active ? account.passwordHash : null, wish.password)) || !account) return null;
    let step: number | null = null;
    if (account.totpConfirmed) {
      if (!wish.totp) throw accessProblems.TotpRequired();
      const secret = this.sealing.open('totp', account.totpSecret!);
      step = secret === null ? null : totpStep(secret, wish.totp, this.clock.now());
      if (step === null) return null;
    }
    const fresherHash = isOutdated(account.passwordHash!) ? await hashPassword(wish.password) : null;
    return this.db.inCentre(async (tx) => {
      const current = await lockAccount(tx, account.id);
      // Between the look and now an administrator may have acted.
      if (!current?.active || current.passwordHash !== account.passwordHash) return null;
      if (step !== null && !(await takeTotpStep(tx, account.id, step))) return null;
      if (fresherHash) await storePassword(tx, account.id, fresherHash, current.mustChangePassword);
      return this.open(tx, account, 'password', origin);
    });
  }

  private async open(tx: Tx, account: Account, method: string, origin: Origin): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await insertSession(tx, {
      hash: hashOf(token),
      userId: account.id,
      now,
      expires: new Date(now.getTime() + this.sessionMs),
      ip: origin.by.ip ?? '',
      userAgent: origin.userAgent,
    });
    const by = { ...origin.by, userId: account.id, userName: account.userName };
    await recordEvent(tx, { by, action: 'sign-in', detail: { method } });
    return token;
  }
}
