import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { bootstrapAdministrator, ROLE_LABELS } from '@lib/access';
import { Database } from '@lib/database';
import { Clock } from '@lib/kernel';
import { PEOPLE } from './demo/master-data.js';
import { seedDocuments } from './demo/documents/seed-documents.js';
import { seedDemo } from './demo/seed-demo.js';
import { demoPassword, demoPasswordFile } from './secrets.js';

interface Preparation {
  dataDir: string;
  /** Fill an empty centre with the demonstration. */
  demo: boolean;
  /** Tells the person who waits what is being done. */
  say: (text: string) => void;
}

/**
 * Makes an empty centre usable: with the demonstration, or with its first administrator alone.
 * @returns how to sign in, for the person who started it
 */
export async function prepareCentre(app: NestFastifyApplication, { dataDir, demo, say }: Preparation): Promise<string> {
  const database = app.get(Database);
  const clock = app.get(Clock);
  if (demo) {
    const password = demoPassword(dataDir);
    const began = Date.now();
    const summary = await seedDemo(database, { password, clock, say: (text) => say(`  demonstration: ${text}`) });
    if (summary.seeded)
      say(`  demonstration: ${summary.entries} entries in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    const from = Date.now();
    const documents = await seedDocuments(app, clock);
    if (documents > 0) say(`  demonstration: ${documents} documents in ${((Date.now() - from) / 1000).toFixed(1)} s`);
  }
  const administrator = await database.inCentre((tx) => bootstrapAdministrator(tx, { today: clock.today() }));
  if (administrator) return `Sign in as ${administrator.userName} with the password ${administrator.initialPassword}\n`;
  return existsSync(demoPasswordFile(dataDir)) ? demoWelcome(demoPassword(dataDir)) : '';
}

function demoWelcome(password: string): string {
  const width = Math.max(...PEOPLE.map((person) => person.userName.length));
  const people = PEOPLE.map((person) => `    ${person.userName.padEnd(width)}  ${ROLE_LABELS[person.role].de}`);
  return `\n  Demonstration accounts, all with the password  ${password}\n\n${people.join('\n')}\n\n  Stop with Ctrl-C.\n`;
}
