import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { openApi, prefixRoutes } from '../http/openapi.js';

// Writes the API's description to the standard output. A preview makes nothing but the routes: no database is needed.
const nothing = {
  databaseUrl: '',
  access: { secretKey: Buffer.alloc(0), centreName: '' },
  ledger: { sealKey: undefined as never, schedule: false },
};
const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(nothing), new FastifyAdapter(), {
  preview: true,
  logger: false,
  abortOnError: false,
});
prefixRoutes(app);
process.stdout.write(JSON.stringify(openApi(app), null, 2));
