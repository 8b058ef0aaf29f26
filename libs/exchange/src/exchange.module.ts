import { type DynamicModule, Module } from '@nestjs/common';
import { EXCHANGE_OPTIONS, type ExchangeOptions } from './exchange.options.js';
import { ExportsController } from './export/exports.controller.js';
import { ImportRunner } from './import/import-runner.js';
import { ImportsController } from './import/imports.controller.js';

/** Imports and exports. Needs `DatabaseModule`, `AccessModule` and `HttpModule`. */
@Module({})
export class ExchangeModule {
  static register(options: ExchangeOptions): DynamicModule {
    return {
      module: ExchangeModule,
      controllers: [ImportsController, ExportsController],
      providers: [{ provide: EXCHANGE_OPTIONS, useValue: options }, ImportRunner],
      exports: [ImportRunner],
    };
  }
}
