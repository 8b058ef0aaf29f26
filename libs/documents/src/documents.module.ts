import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '@lib/database';
import { ClearingController } from './clearing/clearing.controller.js';
import { FileRouter } from './clearing/route-file.js';
import { ContentStore } from './content/content.store.js';
import { ContentChecks } from './content/content-checks.js';
import { VouchersController } from './content/vouchers.controller.js';
import { ObjectStore } from './content/object-store.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DecisionsSchedule } from './decisions/decisions.schedule.js';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from './documents.options.js';
import { InboxController } from './inbox/inbox.controller.js';
import { PagePictures } from './inbox/page-pictures.js';
import { BatchesController } from './intake/batches.controller.js';
import { BoundedReading } from './intake/file-reading.js';
import { Intake } from './intake/intake.js';
import { IntakeWorker } from './intake/intake-worker.js';
import { FileReading } from './intake/reading.js';
import { WatchedFolder } from './intake/watched-folder.js';
import { Mailer } from './letters/mailer.js';
import { Outbox } from './letters/outbox.js';
import { SealMail } from './letters/seal-mail.js';
import { OrdersController } from './orders/orders.controller.js';
import { FileReader, READING_OPTIONS } from './reading/file-reader.js';
import { Repeats } from './requests.js';
import { WorkflowController } from './workflow/workflow.controller.js';
import { RoutesController } from './routing/routes.controller.js';

/** Paperless booking: inbox, clearing list, decisions. Needs `DatabaseModule`, `AccessModule`, `HttpModule` and `LedgerModule`. */
@Module({})
export class DocumentsModule {
  static register(options: DocumentsOptions): DynamicModule {
    return {
      module: DocumentsModule,
      controllers: [
        InboxController,
        DecisionsController,
        WorkflowController,
        OrdersController,
        BatchesController,
        RoutesController,
        ClearingController,
        VouchersController,
      ],
      providers: [
        { provide: DOCUMENTS_OPTIONS, useValue: options },
        { provide: READING_OPTIONS, useValue: options.reading ?? {} },
        {
          provide: ContentStore,
          inject: [Database],
          useFactory: (database: Database) =>
            new ContentStore(database, options.objectStore ? new ObjectStore(options.objectStore) : null),
        },
        FileReader,
        { provide: FileReading, useClass: BoundedReading },
        Intake,
        IntakeWorker,
        FileRouter,
        WatchedFolder,
        PagePictures,
        Mailer,
        Outbox,
        Repeats,
        DecisionsSchedule,
        ContentChecks,
        SealMail,
      ],
      exports: [ContentChecks, ContentStore, Intake, IntakeWorker, Outbox, SealMail, WatchedFolder],
    };
  }
}
