import { Clock, problems } from '@lib/kernel';
import { Database, type Tx } from '@lib/database';
import { Inject, Injectable } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import type { Actor } from '../principal.js';
import { accessProblems } from '../problems.js';
import { Devices } from './device.js';
import { AddressThrottle, lockOutMinutes, lockOutMinutesElsewhere, networkOf } from './lock-out.js';
import { Sealing } from './sealing.js';
import {
  countFailure,
  ELSEWHERE,
  forgiveSource,
  knownSources,
  lockedSource,
  lockSource,
  rememberSources,
} from './source.store.js';

/** What somebody tries to prove: that they are `userName`. */
export interface Attempt {
  userName: string;
  /** The name of the event in the audit log. */
  action: string;
  by: Actor;
  detail?: Record<string, unknown>;
}

/** Where an attempt comes from, and whether somebody signed in under this name from there before. */
interface Source {
  name: string;
  known: boolean;
}

/** Waiting for their turn at one name and source, and strangers at all names together. */
const WAITING = 20;
const STRANGERS_WAITING = 200;

/**
 * Everything that checks a secret goes through here: attempts on one name from one source take turns, failures are counted in the
 * database (so they outlive a restart and cannot be guessed in parallel), and after five the name is locked out there for a
 * growing time. A source that is known under the name - the browser, else the network - keeps a count of its own: what strangers
 * do elsewhere locks out nobody there. Strangers are counted together besides, by name and by address.
 */
@Injectable()
export class Attempts {
  private readonly addresses: AddressThrottle;
  private readonly devices: Devices;
  private readonly turns = new Map<string, { last: Promise<unknown>; waiting: number }>();
  private strangersWaiting = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.addresses = new AddressThrottle(options.failuresPerAddress ?? 30);
    this.devices = new Devices(new Sealing(options.secretKey));
  }

  /**
   * Runs `check`, which answers null when the proof fails.
   * @throws Problem TooManyAttempts (with the seconds to wait) without having checked anything
   */
  async attempt<T>(attempt: Attempt, check: () => Promise<T | null>): Promise<T | null> {
    const source = await this.db.inCentre((tx) => this.sourceOf(tx, attempt));
    return source.known ? this.known(attempt, source, check) : this.stranger(attempt, source, check);
  }

  /** From now on this browser and this network are known under the name. */
  async remember(tx: Tx, userName: string, by: Actor): Promise<void> {
    await rememberSources(tx, userName, this.sourcesOf(by), this.clock.now());
  }

  private async sourceOf(tx: Tx, { userName, by }: Attempt): Promise<Source> {
    const sources = this.sourcesOf(by);
    const known = await knownSources(tx, userName, sources, this.clock.now());
    const first = sources.find((source) => known.includes(source));
    return first === undefined ? { name: sources.at(-1)!, known: false } : { name: first, known: true };
  }

  /** The browser, where it bears our cookie, then the network. */
  private sourcesOf(by: Actor): string[] {
    const device = this.devices.deviceOf(by.device);
    return [...(device === null ? [] : [`device:${device}`]), `net:${networkOf(by.ip ?? '')}`.slice(0, 100)];
  }

  private known<T>(attempt: Attempt, source: Source, check: () => Promise<T | null>): Promise<T | null> {
    return this.inTurn(`${attempt.userName} ${source.name}`, () => this.checked(attempt, source, check));
  }

  private async stranger<T>(attempt: Attempt, source: Source, check: () => Promise<T | null>): Promise<T | null> {
    const address = attempt.by.ip ?? '';
    this.refuse(attempt, this.addresses.take(address, this.clock.now()), 'address');
    let failed = false;
    this.strangersWaiting++;
    try {
      if (this.strangersWaiting > STRANGERS_WAITING) throw problems.Overloaded({ seconds: 5 });
      const proven = await this.inTurn(attempt.userName, () => this.checked(attempt, source, check));
      failed = proven === null;
      return proven;
    } finally {
      this.strangersWaiting--;
      if (!failed) this.addresses.giveBack(address, this.clock.now());
    }
  }

  private async checked<T>(attempt: Attempt, source: Source, check: () => Promise<T | null>): Promise<T | null> {
    const now = this.clock.now();
    const counted = source.known ? [source.name] : [source.name, ELSEWHERE];
    const locked = await this.db.inCentre((tx) => lockedSource(tx, attempt.userName, counted, now));
    if (locked) {
      const seconds = Math.ceil((locked.until.getTime() - now.getTime()) / 1000);
      this.refuse(attempt, seconds, locked.source === ELSEWHERE ? ELSEWHERE : 'name');
    }
    const proven = await check();
    if (proven === null) await this.failed(attempt, counted);
    else await this.db.inCentre((tx) => forgiveSource(tx, attempt.userName, source.name));
    return proven;
  }

  private refuse(attempt: Attempt, seconds: number, because: 'address' | 'name' | 'elsewhere'): void {
    if (seconds <= 0) return;
    this.audit.note({
      by: { ...attempt.by, userName: attempt.userName },
      action: attempt.action,
      outcome: 'locked',
      detail: { because },
    });
    throw accessProblems.TooManyAttempts({ seconds });
  }

  private async failed(attempt: Attempt, counted: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.db.inCentre(async (tx) => {
      let failures = 0;
      let locked = 0;
      for (const source of counted) {
        const count = await countFailure(tx, attempt.userName, source, now);
        const minutes = source === ELSEWHERE ? lockOutMinutesElsewhere(count) : lockOutMinutes(count);
        if (minutes > 0) await lockSource(tx, attempt.userName, source, new Date(now.getTime() + minutes * 60_000));
        failures ||= count;
        locked = Math.max(locked, minutes);
      }
      await recordEvent(tx, {
        by: { ...attempt.by, userName: attempt.userName },
        action: attempt.action,
        outcome: 'failed',
        detail: { ...attempt.detail, failures, ...(locked > 0 && { lockedMinutes: locked }) },
      });
    });
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (turn.waiting >= WAITING) throw problems.Overloaded({ seconds: 5 });
    this.turns.set(key, turn);
    turn.waiting++;
    const mine = turn.last.then(work, work);
    turn.last = mine;
    try {
      return await mine;
    } finally {
      turn.waiting--;
      if (turn.waiting === 0) this.turns.delete(key);
    }
  }
}
