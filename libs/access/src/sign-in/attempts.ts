import { Clock, problems } from '@lib/kernel';
import { Database } from '@lib/database';
import { Inject, Injectable } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import type { Actor } from '../principal.js';
import { accessProblems } from '../problems.js';
import { AddressThrottle, FORGOTTEN_AFTER_HOURS, lockOutMinutes } from './lock-out.js';
import { countFailure, forgiveFailures, lockedUntil, lockOut } from './session.store.js';

/** What somebody tries to prove: that they are `userName`. */
export interface Attempt {
  userName: string;
  /** The name of the event in the audit log. */
  action: string;
  by: Actor;
  detail?: Record<string, unknown>;
}

const WAITING = 200;

/**
 * Everything that checks a secret goes through here: attempts on one name take turns, failures are counted in the database
 * (so they outlive a restart and cannot be guessed in parallel), and after five the name is locked out for a growing time.
 */
@Injectable()
export class Attempts {
  private readonly addresses: AddressThrottle;
  private readonly turns = new Map<string, Promise<unknown>>();
  private waiting = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.addresses = new AddressThrottle(options.failuresPerAddress ?? 30);
  }

  /**
   * Runs `check`, which answers null when the proof fails.
   * @throws Problem TooManyAttempts (with the seconds to wait) without having checked anything
   */
  async attempt<T>(attempt: Attempt, check: () => Promise<T | null>): Promise<T | null> {
    this.refuse(attempt, this.addresses.waitSeconds(attempt.by.ip ?? '', this.clock.now()), 'address');
    return this.inTurn(attempt.userName, async () => {
      const until = await this.db.inCentre((tx) => lockedUntil(tx, attempt.userName));
      this.refuse(attempt, until ? Math.ceil((until.getTime() - this.clock.now().getTime()) / 1000) : 0, 'name');
      const proven = await check();
      if (proven === null) await this.failed(attempt);
      else await this.db.inCentre((tx) => forgiveFailures(tx, attempt.userName));
      return proven;
    });
  }

  private refuse(attempt: Attempt, seconds: number, because: 'address' | 'name'): void {
    if (seconds <= 0) return;
    this.audit.note({
      by: { ...attempt.by, userName: attempt.userName },
      action: attempt.action,
      outcome: 'locked',
      detail: { because },
    });
    throw accessProblems.TooManyAttempts({ seconds });
  }

  private async failed(attempt: Attempt): Promise<void> {
    const now = this.clock.now();
    this.addresses.failed(attempt.by.ip ?? '', now);
    await this.db.inCentre(async (tx) => {
      const failures = await countFailure(
        tx,
        attempt.userName,
        now,
        new Date(now.getTime() - FORGOTTEN_AFTER_HOURS * 3_600_000),
      );
      const minutes = lockOutMinutes(failures);
      if (minutes > 0) await lockOut(tx, attempt.userName, new Date(now.getTime() + minutes * 60_000));
      await recordEvent(tx, {
        by: { ...attempt.by, userName: attempt.userName },
        action: attempt.action,
        outcome: 'failed',
        detail: { ...attempt.detail, failures, ...(minutes > 0 && { lockedMinutes: minutes }) },
      });
    });
  }

  private async inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.waiting >= WAITING) throw problems.Overloaded({ seconds: 5 });
    this.waiting++;
    const before = this.turns.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.turns.set(name, mine);
    try {
      return await mine;
    } finally {
      this.waiting--;
      if (this.turns.get(name) === mine) this.turns.delete(name);
    }
  }
}
