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
import { Devices } from './device.js';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.js';
import { Sealing } from './sealing.js';
import {
  type Account,
  accountByName,
  deleteSession,
  insertSession,
  lockAccount,
  type SignInMethod,
  storePassword,
  takeTotpStep,
} from './session.store.js';
import { totpStep } from './totp.js';
import { userNameOf } from './user-name.js';

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

/** A session just opened: its token, and the cookie by which the browser is known from now on. */
export interface Opened {
  token: string;
  device: string;
}

/** Opens and closes sessions. */
@Injectable()
export class SignIn {
  private readonly sealing: Sealing;
  private readonly devices: Devices;
  private readonly sessionMs: number;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly authenticator: Authenticator,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
    this.devices = new Devices(this.sealing);
    this.sessionMs = (options.sessionHours ?? 12) * 3_600_000;
  }

  /** @throws Problem SignInFailed, TotpRequired (the password was right, the code is missing), TooManyAttempts */
  async withPassword(wish: SignInWish, origin: Origin): Promise<Opened> {
    const userName = userNameOf(wish.userName);
    const opened = await this.attempts.attempt(
      { userName, action: 'sign-in', by: origin.by, detail: { method: 'password' } },
      () => this.check(userName, wish, origin),
    );
    if (opened === null) throw accessProblems.SignInFailed();
    return opened;
  }

  /** Opens a session for somebody another service vouches for. */
  async vouchedFor(tx: Tx, account: Account, origin: Origin): Promise<Opened> {
    return this.open(tx, account, 'oidc', origin);
  }

  async out(hash: Buffer, by: Actor): Promise<void> {
    await this.db.inCentre(async (tx) => {
      await deleteSession(tx, hash);
      await recordEvent(tx, { by, action: 'sign-out' });
    });
    this.authenticator.forget();
  }

  private async check(userName: string, wish: SignInWish, origin: Origin): Promise<Opened | null> {
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

  private async open(tx: Tx, account: Account, method: SignInMethod, origin: Origin): Promise<Opened> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await insertSession(tx, {
      hash: hashOf(token),
      method,
      userId: account.id,
      now,
      expires: new Date(now.getTime() + this.sessionMs),
      ip: origin.by.ip ?? '',
      userAgent: origin.userAgent,
    });
    const device = this.devices.cookieFor(origin.by.device);
    const by = { ...origin.by, userId: account.id, userName: account.userName, device };
    await this.attempts.remember(tx, account.userName, by);
    await recordEvent(tx, { by, action: 'sign-in', detail: { method } });
    return { token, device };
  }
}
