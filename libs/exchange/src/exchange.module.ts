import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { problems } from '@lib/kernel';
import { EXCHANGE_OPTIONS, type ExchangeOptions } from './exchange.options.js';
import { ExportsController } from './export/exports.controller.js';
import { ImportRunner } from './import/import-runner.js';
import { ImportsController } from './import/imports.controller.js';

const FILES = ['text/csv', 'application/x-ndjson', 'application/jsonl', 'application/octet-stream'];
const UPLOADS = /\/clients\/:clientId\/imports$/;

/** Imports and exports. Needs `DatabaseModule` and `AccessModule`. */
@Module({})
export class ExchangeModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  static register(options: ExchangeOptions): DynamicModule {
    return {
      module: ExchangeModule,
      controllers: [ImportsController, ExportsController],
      providers: [{ provide: EXCHANGE_OPTIONS, useValue: options }, ImportRunner],
      exports: [ImportRunner],
    };
  }

  /** Files are handed on as streams, to the routes that take files and to no other. */
  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    server?.addContentTypeParser(FILES, (request, body, done) => {
      const { url, config } = request.routeOptions;
      // Other libs mark their own routes that take files.
      const marked = (config as { takesFile?: boolean } | undefined)?.takesFile === true;
      if (UPLOADS.test(url ?? '') || marked) done(null, body);
      else done(problems.UnsupportedMediaType({ given: request.headers['content-type'] ?? '–' }));
    });
  }
}
