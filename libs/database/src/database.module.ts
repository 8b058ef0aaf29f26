import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@lib/kernel';
import { Database } from './database.js';
import { dataSource } from './migrate.js';

/** Offers {@link Database} and {@link Clock} to every lib. The connections are closed last, after HTTP has drained. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  /** @param url the application role's URL (see `appUrl`) */
  static at(url: string, poolSize?: number): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => dataSource(url, poolSize).initialize() },
        { provide: Database, useFactory: (source: DataSource) => new Database(source), inject: [DataSource] },
        Clock,
      ],
      exports: [Database, Clock, DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
