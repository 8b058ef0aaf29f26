import { Clock, type Language } from '@lib/kernel';
import { Database } from '@lib/database';
import { Inject, Injectable } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.js';
import { Authenticator } from '../guard/authenticator.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import type { Actor, Principal } from '../principal.js';
import { accessProblems } from '../problems.js';
import { Attempts } from './attempts.js';
import { weaknessOf } from './password.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { Sealing } from './sealing.js';
import {
  accountById,
  confirmTotp,
  deleteSessionsOf,
  lockAccount,
  storeLanguage,
  storePassword,
  storeTotpSecret,
  takeTotpStep,
} from './session.store.js';
import { newTotp, totpStep } from './totp.js';

/** What people change about themselves. Whoever holds a session but not the password gets no further than a sign-in would. */
@Injectable()
export class OwnAccount {
  private readonly sealing: Sealing;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly authenticator: Authenticator,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
  }

  /**
   * Sets a new password and ends the person's other sessions.
   * @param session hash of the session that stays
   * @throws Problem CurrentPasswordWrong, one of the Password… refusals, TooManyAttempts
   */
  async changePassword(
    who: Principal,
    session: Buffer | null,
    wish: { currentPassword: string; newPassword: string },
    by: Actor,
  ): Promise<void> {
    await this.provePassword(who, wish.currentPassword, 'password.change', by, '/currentPassword');
    const weakness = weaknessOf(wish.newPassword, who.userName);
    if (weakness) throw weakness;
    if (wish.newPassword === wish.currentPassword) throw accessProblems.PasswordUnchanged({}, '/newPassword');
    const hash = await hashPassword(wish.newPassword);
    await this.db.inCentre(async (tx) => {
      await storePassword(tx, who.userId, hash, false);
      await deleteSessionsOf(tx, who.userId, session);
      await recordEvent(tx, { by, action: 'password.change' });
    });
    this.authenticator.forget();
  }

  async chooseLanguage(who: Principal, language: Language): Promise<void> {
    await this.db.inCentre((tx) => storeLanguage(tx, who.userId, language));
    this.authenticator.forget();
  }

  /**
   * Makes a new secret; nothing is asked of the person until a code has confirmed it.
   * @throws Problem TotpAlreadyActive
   */
  async startTotp(who: Principal, by: Actor): Promise<{ secret: string; uri: string; qrSvg: string }> {
    const made = await newTotp(who.userName, this.options.centreName);
    await this.db.inCentre(async (tx) => {
      const account = await lockAccount(tx, who.userId);
      if (account?.totpConfirmed) throw accessProblems.TotpAlreadyActive();
      await storeTotpSecret(tx, who.userId, this.sealing.seal('totp', made.secret));
      await recordEvent(tx, { by, action: 'one-time-code.start' });
    });
    return made;
  }

  /** @throws Problem TotpNotStarted, TotpAlreadyActive, TotpWrong, TooManyAttempts */
  async confirmTotp(who: Principal, code: string, by: Actor): Promise<void> {
    const confirmed = await this.attempts.attempt({ userName: who.userName, action: 'one-time-code.confirm', by }, () =>
      this.db.inCentre(async (tx) => {
        const account = await lockAccount(tx, who.userId);
        if (account?.totpConfirmed) throw accessProblems.TotpAlreadyActive();
        if (!account?.totpSecret) throw accessProblems.TotpNotStarted();
        const secret = this.sealing.open('totp', account.totpSecret);
        const step = secret === null ? null : totpStep(secret, code, this.clock.now());
        if (step === null || !(await takeTotpStep(tx, who.userId, step))) return null;
        await confirmTotp(tx, who.userId, this.clock.now());
        await recordEvent(tx, { by, action: 'one-time-code.confirm' });
        return true;
      }),
    );
    if (!confirmed) throw accessProblems.TotpWrong({}, '/code');
  }

  /** @throws Problem CurrentPasswordWrong, TooManyAttempts */
  async removeTotp(who: Principal, password: string, by: Actor): Promise<void> {
    await this.provePassword(who, password, 'one-time-code.remove', by, '/password');
    await this.db.inCentre(async (tx) => {
      await storeTotpSecret(tx, who.userId, null);
      await recordEvent(tx, { by, action: 'one-time-code.remove' });
    });
  }

  private async provePassword(
    who: Principal,
    password: string,
    action: string,
    by: Actor,
    pointer: string,
  ): Promise<void> {
    const proven = await this.attempts.attempt({ userName: who.userName, action, by }, async () => {
      const account = await this.db.inCentre((tx) => accountById(tx, who.userId));
      return (await verifyPassword(account?.passwordHash ?? null, password)) || null;
    });
    if (!proven) throw accessProblems.CurrentPasswordWrong({}, pointer);
  }
}
