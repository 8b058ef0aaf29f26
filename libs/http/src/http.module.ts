import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { problems } from '@lib/kernel';
import { DiskWatch } from './disk-watch.js';
import { Spool } from './spool.js';
import { takesFile } from './takes-file.js';

export interface HttpOptions {
  /** Where answers and uploads are laid down while somebody outside takes or sends them. Default: the system's folder for that. */
  spoolFolder?: string;
  /** Bytes that must stay free there; with less, uploads and exports are refused. Default: none. */
  leastFree?: number;
}

/** What all routes with files and streams share. */
@Module({})
export class HttpModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly disk: DiskWatch,
  ) {}

  static register({ spoolFolder = tmpdir(), leastFree = 0 }: HttpOptions = {}): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        { provide: DiskWatch, useFactory: () => new DiskWatch(path.dirname(spoolFolder), leastFree) },
        { provide: Spool, useFactory: (disk: DiskWatch) => new Spool(spoolFolder, disk), inject: [DiskWatch] },
      ],
      exports: [DiskWatch, Spool],
    };
  }

  /** Files of any type are handed on as streams, to the routes that take files and to no other; and while there is room. */
  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    server?.addHook('onRequest', async (request) => {
      if (takesFile(request.routeOptions.config)) await this.disk.needRoom();
    });
    server?.addContentTypeParser('*', (request, body, done) => {
      if (takesFile(request.routeOptions.config)) done(null, body);
      else done(problems.UnsupportedMediaType({ given: request.headers['content-type'] ?? '–' }));
    });
  }
}
