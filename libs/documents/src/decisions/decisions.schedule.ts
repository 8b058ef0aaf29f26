import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Database } from '@lib/database';
import { Clock } from '@lib/kernel';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { Outbox } from '../letters/outbox.js';
import { runStandingOrders } from '../orders/standing-orders.js';
import { remindAndEscalate } from './reminders.js';

const BERLIN = { timeZone: 'Europe/Berlin' };

/** What decisions need by the clock: standing orders, reminders, escalations. Each may run on several instances at once. */
@Injectable()
export class DecisionsSchedule implements OnApplicationBootstrap {
  private readonly logger = new Logger('DecisionsSchedule');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  onApplicationBootstrap(): void {
    // Nobody waits for it; the next hour looks again.
    this.run().catch((error: unknown) => this.logger.error(`decisions rest until the next look: ${String(error)}`));
  }

  @Cron('15 * * * *', BERLIN)
  async run(): Promise<void> {
    if (this.options.runJobs === false) return;
    const clients = await this.database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
    for (const { id } of clients) {
      try {
        const today = this.clock.today();
        const { raised, failed } = await runStandingOrders(this.database, id, today, this.clock.now());
        const mail = this.outbox.isSetUp;
        const { reminded, escalated } = await remindAndEscalate(this.database, id, today, this.clock.now(), { mail });
        if (raised + failed + reminded + escalated > 0)
          this.logger.log(
            `client ${id}: ${raised} standing orders raised, ${failed} failed; ${reminded} reminders, ${escalated} escalations`,
          );
      } catch (error) {
        // One client's failure does not keep the others from their turn.
        this.logger.error(`decisions of client ${id}: ${(error as Error).message}`);
      }
    }
  }
}
