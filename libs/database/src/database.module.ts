import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@lib/kernel';
import { Database } from './database.js';
import { dataSource } from './migrate.js';
import { DatabaseProbe, LongReads } from './pools-apart.js';

/** Offers {@link Database}, its pools apart and {@link Clock} to every lib. The connections are closed last, after HTTP has drained. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly source: DataSource,
    private readonly longReads: LongReads,
    private readonly probe: DatabaseProbe,
  ) {}

  /** @param url the application role's URL (see `appUrl`) */
  static at(url: string, poolSize?: number): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => dataSource(url, poolSize).initialize() },
        { provide: Database, useFactory: (source: DataSource) => new Database(source), inject: [DataSource] },
        { provide: LongReads, useFactory: (database: Database) => LongReads.beside(database), inject: [Database] },
        { provide: DatabaseProbe, useFactory: (database: Database) => new DatabaseProbe(database), inject: [Database] },
        Clock,
      ],
      exports: [Database, LongReads, DatabaseProbe, Clock, DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.longReads.close(), this.probe.close()]);
    if (this.source.isInitialized) await this.source.destroy();
  }
}
