import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const sealKey = settingOrFile('SEAL_KEY', env) ?? kept(dataDir, SEAL_KEY_FILE, newSealKey);
  return { secretKey: Buffer.from(secretKey), sealKey: readSealKey(sealKey) };
}

const SEAL_KEY_FILE = 'seal-key.pem';
const NEXT_SEAL_KEY_FILE = 'seal-key.next.pem';

const newSealKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** @throws SettingError when the text is no Ed25519 private key */
export function readSealKey(pem: string): SealKey {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // told below; the text may be half a key and is not repeated
  }
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new SettingError('The seal key must be an Ed25519 private key (PEM).');
  return new SealKey(key);
}

/** The key that will follow the kept one, made and kept beside it until {@link takeNextSealKey}. */
export const nextSealKey = (dataDir: string): SealKey => readSealKey(kept(dataDir, NEXT_SEAL_KEY_FILE, newSealKey));

/** Puts the next seal key in the place of the kept one, which stays beside it under its id. */
export function takeNextSealKey(dataDir: string, formerId: string): void {
  const at = (name: string): string => path.resolve(dataDir, 'secrets', name);
  copyFileSync(at(SEAL_KEY_FILE), at(`seal-key.${formerId}.pem`));
  renameSync(at(NEXT_SEAL_KEY_FILE), at(SEAL_KEY_FILE));
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
