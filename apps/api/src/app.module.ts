import { type DynamicModule, Module } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { AccessModule, type AccessOptions } from '@lib/access';
import { ClientsModule } from '@lib/clients';
import { DatabaseModule } from '@lib/database';
import { DocumentsModule, type DocumentsOptions } from '@lib/documents';
import { ExchangeModule, type ExchangeOptions } from '@lib/exchange';
import { HttpModule, type HttpOptions } from '@lib/http';
import { InvoicingModule } from '@lib/invoicing';
import { LedgerModule, type LedgerOptions } from '@lib/ledger';
import { OpenItemsModule } from '@lib/open-items';
import { PartnersModule } from '@lib/partners';
import { ReportingModule } from '@lib/reporting';
import { DemonstrationController } from './demo/demonstration.controller.js';
import { HealthController } from './http/health.controller.js';

/** The offline verifier as it is compiled; it goes out with a client's exit package. */
const VERIFIER = fileURLToPath(new URL('./commands/verify-books.js', import.meta.url));

export interface AppOptions {
  /** The application role's database URL. */
  databaseUrl: string;
  access: AccessOptions;
  ledger: LedgerOptions;
  exchange?: Omit<ExchangeOptions, 'sealKey'>;
  documents?: DocumentsOptions;
  http?: HttpOptions;
}

@Module({})
export class AppModule {
  static register(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.at(options.databaseUrl),
        AccessModule.register(options.access),
        HttpModule.register(options.http),
        ClientsModule,
        LedgerModule.register(options.ledger),
        PartnersModule,
        OpenItemsModule,
        DocumentsModule.register(options.documents ?? {}),
        ExchangeModule.register({ verifier: VERIFIER, ...options.exchange, sealKey: options.ledger.sealKey }),
        InvoicingModule,
        ReportingModule,
      ],
      controllers: [HealthController, DemonstrationController],
    };
  }
}
