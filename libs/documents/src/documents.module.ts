import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '@lib/database';
import { ContentStore } from './content/content.store.js';
import { ObjectStore } from './content/object-store.js';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from './documents.options.js';

/** Paperless booking: inbox, clearing list, decisions. Needs `DatabaseModule`, `AccessModule` and `LedgerModule`. */
@Module({})
export class DocumentsModule {
  static register(options: DocumentsOptions): DynamicModule {
    return {
      module: DocumentsModule,
      controllers: [],
      providers: [
        { provide: DOCUMENTS_OPTIONS, useValue: options },
        {
          provide: ContentStore,
          inject: [Database],
          useFactory: (database: Database) =>
            new ContentStore(database, options.objectStore ? new ObjectStore(options.objectStore) : null),
        },
      ],
      exports: [ContentStore],
    };
  }
}
