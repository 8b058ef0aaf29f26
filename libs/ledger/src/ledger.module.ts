import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { defineEntrySearch } from '@lib/clients';
import { Database } from '@lib/database';
import { DeskController } from './desk.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { JournalController } from './journal.controller.js';
import { findEntries } from './journal.queries.js';
import { JournalIndexer } from './index-journal.js';
import { LedgerSchedule } from './ledger.schedule.js';
import { LEDGER_OPTIONS, type LedgerOptions } from './ledger.options.js';
import { PostingQueue } from './posting-queue.js';
import { SealKeyGuard } from './seal-key-guard.js';

export { LEDGER_OPTIONS, type LedgerOptions } from './ledger.options.js';

defineEntrySearch(findEntries);

@Module({})
export class LedgerModule implements OnApplicationShutdown {
  constructor(private readonly queue: PostingQueue) {}

  static register(options: LedgerOptions): DynamicModule {
    return {
      module: LedgerModule,
      imports: [ScheduleModule.forRoot()],
      controllers: [JournalController, DeskController, EvidenceController],
      providers: [
        { provide: LEDGER_OPTIONS, useValue: options },
        {
          provide: PostingQueue,
          useFactory: (database: Database) => new PostingQueue(database.pool),
          inject: [Database],
        },
        LedgerSchedule,
        SealKeyGuard,
        JournalIndexer,
      ],
      exports: [PostingQueue, LEDGER_OPTIONS, SealKeyGuard],
    };
  }

  /** What was accepted is posted before the connections close. */
  async onApplicationShutdown(): Promise<void> {
    await this.queue.drained();
  }
}
