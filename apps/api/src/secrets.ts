import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { weaknessOf } from '@lib/access';
import { type Problem, wordsFor } from '@lib/kernel';
import { SealKey } from '@lib/ledger';
import { PEOPLE } from './demo/master-data.js';
import { SettingError, settingOrFile } from './settings.js';

/** What only this centre knows: the key that protects sign-in secrets, and the key that signs the seals. */
export interface Secrets {
  secretKey: Buffer;
  sealKey: SealKey;
}

/**
 * Secrets from the environment (`SECRET_KEY`, `SEAL_KEY`, or the files that `…_FILE` names), else kept under the data
 * directory and made at the first start. With a `DATABASE_URL` and several instances they must come from the environment.
 */
export function loadSecrets(dataDir: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  const secretKey =
    settingOrFile('SECRET_KEY', env) ?? kept(dataDir, 'secret-key', () => randomBytes(48).toString('base64url'));
  const sealKey =
    settingOrFile('SEAL_KEY', env) ??
    kept(dataDir, 'seal-key.pem', () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
  return { secretKey: Buffer.from(secretKey), sealKey: new SealKey(createPrivateKey(sealKey)) };
}

function kept(dataDir: string, name: string, make: () => string): string {
  const file = path.resolve(dataDir, 'secrets', name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const secret = make();
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}

export const demoPasswordFile = (dataDir: string): string => path.resolve(dataDir, 'secrets', 'demo-password');

/**
 * Refuses a password that the demonstration's accounts could not have, before it is kept anywhere.
 * @throws SettingError
 */
export function checkDemoPassword(env: NodeJS.ProcessEnv = process.env): void {
  const chosen = env['DEMO_PASSWORD'];
  if (!chosen) return;
  const weakness = demoWeakness(chosen);
  if (!weakness) return;
  const { code, params } = weakness.fields[0] ?? weakness;
  // The value is not repeated: it is a password.
  throw new SettingError(`DEMO_PASSWORD: ${wordsFor(code, params, 'en').detail}`);
}

const demoWeakness = (password: string): Problem | undefined =>
  PEOPLE.map(({ userName }) => weaknessOf(password, userName)).find((weakness) => weakness !== null);

/** The one password of the demonstration's accounts: `DEMO_PASSWORD`, else made at the first start and kept. */
export function demoPassword(dataDir: string, env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['DEMO_PASSWORD'];
  const file = demoPasswordFile(dataDir);
  // One that no account could be given was never anybody's.
  if (existsSync(file) && demoWeakness(readFileSync(file, 'utf8'))) rmSync(file);
  return kept(dataDir, 'demo-password', () => chosen || randomBytes(9).toString('base64url'));
}
