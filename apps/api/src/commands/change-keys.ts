import { replaceLostSecretKey } from '@lib/access';
import { breakWithSealKey, handOverSealKey, type SealKey, sealKeys } from '@lib/ledger';
import { loadSecrets, nextSealKey, readSealKey, takeNextSealKey } from '../secrets.js';
import { CommandError } from './command.js';
import { asOwner } from './on-centre.js';

/** A centre's database with the rights of the tables' owner, its data directory and its settings. */
export interface KeyRoom {
  adminUrl: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
}

/** Every key with its fingerprint, and which one this instance was given. */
export async function showKeys({ adminUrl, dataDir, env }: KeyRoom): Promise<string[]> {
  const own = loadSecrets(dataDir, env).sealKey.id;
  const keys = await asOwner(adminUrl, sealKeys);
  return keys.flatMap((key, index) => [
    `${key.keyNo}. ${key.id}  ${key.kind}, from ${key.inForceSince}${index === keys.length - 1 ? ', in force' : ''}${key.id === own ? ', given to this instance' : ''}`,
    `   ${key.fingerprint.match(/.{4}/g)!.join(' ')}`,
    `   ${key.reason}`,
  ]);
}

/**
 * Hands over to another seal key; the key in force signs that. The next key is made and kept in the data directory, or, where the
 * settings give the key, is the one that the operator brings. Run again after an interruption it finishes.
 */
export async function rotateSealKey(room: KeyRoom, reason: string, brought?: string): Promise<SealKey> {
  const { adminUrl, dataDir, env } = room;
  const isSet = Boolean(env['SEAL_KEY'] || env['SEAL_KEY_FILE']);
  if (isSet !== (brought !== undefined))
    throw new CommandError(
      isSet
        ? 'The seal key comes from the settings: make the next one yourself (openssl genpkey -algorithm ed25519) and give its file with --new.'
        : 'The seal key is kept in the data directory, and so will the next one be: --new is for keys that the settings give.',
    );
  const present = loadSecrets(dataDir, env).sealKey;
  const next = brought === undefined ? nextSealKey(dataDir) : readSealKey(brought);
  await asOwner(adminUrl, async (tx) => {
    const inForce = (await sealKeys(tx)).at(-1)?.id;
    if (inForce !== next.id) await handOverSealKey(tx, present, next, reason);
  });
  if (brought === undefined) takeNextSealKey(dataDir, present.id);
  return next;
}

/** Goes on with the key that the settings give, although nobody can sign the hand-over any more. */
export async function goOnWithoutSealKey({ adminUrl, dataDir, env }: KeyRoom, reason: string): Promise<SealKey> {
  const { sealKey } = loadSecrets(dataDir, env);
  await asOwner(adminUrl, async (tx) => {
    if ((await sealKeys(tx)).some((key) => key.id === sealKey.id))
      throw new CommandError(
        'The key that this instance was given is or was in force. Give it a new one first, or the key in force.',
      );
    await breakWithSealKey(tx, sealKey, reason);
  });
  return sealKey;
}

/** Goes on with the secret key that the settings give. @returns how many people set up their one-time codes anew */
export function goOnWithoutSecretKey({ adminUrl, dataDir, env }: KeyRoom): Promise<number> {
  const { secretKey } = loadSecrets(dataDir, env);
  return asOwner(adminUrl, (tx) => replaceLostSecretKey(tx, secretKey));
}
