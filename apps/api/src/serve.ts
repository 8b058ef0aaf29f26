import { type EmbeddedServer, appUrl, migrate, startEmbeddedServer } from '@lib/database';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accessSettings } from './access-settings.js';
import { createApp } from './create-app.js';
import { documentSettings } from './document-settings.js';
import { doorSettings, httpSettings, streamsPerPerson } from './door-settings.js';
import { JsonLogger } from './logger.js';
import { checkDemoPassword, loadSecrets } from './secrets.js';
import { readSettings } from './settings.js';
import { failStart, stopOnSignals } from './startup.js';
import { oidcSettings } from './oidc-settings.js';
import { fillDemonstration, prepareCentre } from './prepare-centre.js';

let server: EmbeddedServer | undefined;
let serving: NestFastifyApplication | undefined;
const stopping = new AbortController();
let filling: Promise<void> | undefined;
stopOnSignals(async () => {
  stopping.abort();
  await filling;
  await serving?.close();
  await server?.stop();
});

try {
  const settings = readSettings();
  const say = (text: string): void => console.error(text);
  if (settings.demo) checkDemoPassword();
  say('Finanzzentrum starts …');
  if (!settings.databaseUrl) server = await startEmbeddedServer({ dataDir: settings.dataDir, say, onLost: failStart });
  if (server) say(`  database: embedded PostgreSQL in ${settings.dataDir}`);
  const adminUrl = settings.databaseUrl ?? server!.adminUrl;
  const run = await migrate(adminUrl);
  say(run.length > 0 ? `  schema: ${run.length} migrations run` : '  schema: up to date');

  const centreName = process.env['CENTRE_NAME'] || 'Finanzzentrum';
  const { secretKey, sealKey } = loadSecrets(settings.dataDir);
  const app = await createApp(
    {
      databaseUrl: appUrl(adminUrl),
      access: {
        secretKey,
        centreName,
        oidc: oidcSettings(),
        streamsPerPerson: streamsPerPerson(),
        ...accessSettings(),
      },
      ledger: { sealKey, schedule: true, sealFolder: settings.sealFolder },
      documents: documentSettings(),
      http: httpSettings(settings.dataDir),
    },
    new JsonLogger(settings.logLevel),
    doorSettings(),
  );
  const welcome = await prepareCentre(app, { dataDir: settings.dataDir, demo: settings.demo });
  await app.listen(settings.port, settings.host);
  serving = app;
  const { port } = app.getHttpServer().address() as { port: number };
  say(`\nFinanzzentrum is ready: http://localhost:${port}\n${welcome}`);
  filling = fillDemonstration(app, { say, signal: stopping.signal });
} catch (error) {
  failStart(error);
}
