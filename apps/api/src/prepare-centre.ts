import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bootstrapAdministrator } from '@lib/access';
import { Database } from '@lib/database';
import { Clock } from '@lib/kernel';

/** Makes an empty centre usable: its first administrator. @returns how to sign in, for the person who started it */
export async function prepareCentre(app: NestFastifyApplication, _say: (text: string) => void): Promise<string> {
  const database = app.get(Database);
  const administrator = await database.inCentre((tx) => bootstrapAdministrator(tx, { today: app.get(Clock).today() }));
  return administrator ? `Sign in as ${administrator.userName} with the password ${administrator.initialPassword}` : '';
}
