import { Clock } from '@lib/kernel';
import { Database, type Tx } from '@lib/database';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type AuditEvent, recordEvent, recordEvents, rowOf } from './audit-event.js';

const FLUSH_MS = 500;
const BATCH = 1_000;
const CAPACITY = 50_000;
const CHAIN_MS = 1_000;
/** What the database puts into one block at most. */
const FULL_BLOCK = 5_000;

/**
 * The audit log. What changes something is written in its transaction, what was merely looked at within half a second. A second later
 * the database has chained it.
 */
@Injectable()
export class AuditLog implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AuditLog.name);
  private waiting: Record<string, unknown>[] = [];
  private lost = 0;
  private failing = false;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;
  private chainTimer: NodeJS.Timeout | undefined;
  private chaining: Promise<void> | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS).unref();
    this.chainTimer = setInterval(() => void this.chain(), CHAIN_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.chainTimer);
    await this.flush();
    await this.chain();
  }

  /** With a transaction the event is written in it; without one it is buffered and costs the caller nothing. */
  async record(tx: Tx | null, event: AuditEvent): Promise<void> {
    if (tx) await recordEvent(tx, event);
    else this.note(event);
  }

  /** Buffers an event. When the database cannot be reached for long, the oldest stay and the number of the lost is recorded. */
  note(event: AuditEvent): void {
    if (this.waiting.length >= CAPACITY) this.lost++;
    else this.waiting.push({ at: this.clock.now().toISOString(), ...rowOf(event) });
    if (this.waiting.length === BATCH) void this.flush();
  }

  /** Writes what is waiting. Never throws: the events stay for the next time. */
  flush(): Promise<void> {
    return (this.flushing ??= this.writeWaiting().finally(() => (this.flushing = undefined)));
  }

  /** Puts what was committed into blocks of the chain. Never throws: what waits is chained the next time, or by another instance. */
  chain(): Promise<void> {
    return (this.chaining ??= this.chainWaiting().finally(() => (this.chaining = undefined)));
  }

  private async chainWaiting(): Promise<void> {
    try {
      let chained: number;
      do {
        const { rows } = await this.db.pool.query<{ events: number }>({
          name: 'audit-chain',
          text: 'select chain_audit_events() as events',
        });
        chained = rows[0]!.events;
      } while (chained === FULL_BLOCK);
    } catch (error) {
      this.logger.error(`the audit log could not be chained: ${(error as Error).message}`);
    }
  }

  private async writeWaiting(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const batch = this.waiting.slice(0, BATCH);
        await this.write(batch);
        this.waiting.splice(0, batch.length);
      }
      if (this.lost > 0) {
        const lost = this.lost;
        const told = rowOf({ action: 'audit.overflow', outcome: 'lost', detail: { events: lost } });
        await this.write([{ at: this.clock.now().toISOString(), ...told }]);
        this.lost -= lost;
      }
    } catch (error) {
      this.logger.error(
        `audit events could not be written, ${this.waiting.length} waiting: ${(error as Error).message}`,
      );
    }
  }

  /** One statement for all; should the database refuse the data of one, the others are written without it. */
  private async write(batch: readonly Record<string, unknown>[]): Promise<void> {
    try {
      await recordEvents((sql, params) => this.db.pool.query(sql, params), batch);
    } catch (error) {
      const refusedData = /^2[23]/.test((error as { code?: string }).code ?? '');
      if (!refusedData) throw error;
      if (batch.length > 1) for (const event of batch) await this.write([event]);
      else this.logger.error(`audit event refused by the database: ${String(batch[0]?.action)}`);
    }
  }
}
