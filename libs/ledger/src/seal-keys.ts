import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Tx } from '@lib/database';
import type { SealKeyDto } from './evidence.dto.js';
import { ledgerProblems } from './problems.js';

/** The centre's signing key (Ed25519). Its id is the beginning of its fingerprint, the public key's SHA-256. */
export class SealKey {
  readonly publicPem: string;
  readonly fingerprint: string;
  readonly id: string;

  constructor(private readonly key: KeyObject) {
    const publicKey = createPublicKey(key);
    this.publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.fingerprint = fingerprintOf(this.publicPem);
    this.id = this.fingerprint.slice(0, 16);
  }

  sign(text: string): Buffer {
    return sign(null, Buffer.from(text, 'utf8'), this.key);
  }
}

/** SHA-256 of a public key (PEM) in 64 hexadecimal digits. */
export function fingerprintOf(publicPem: string): string {
  return createHash('sha256')
    .update(createPublicKey(publicPem).export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** This instance signs with another key than the one in force. `inForce` is the id of that. */
export class OtherSealKeyError extends Error {
  override readonly name = 'OtherSealKeyError';

  constructor(
    readonly given: string,
    readonly inForce: string,
  ) {
    super(`the seals of this centre are signed by key ${inForce}; this instance was given key ${given}`);
  }
}

/** Every key in its order; the last one is in force. */
export async function sealKeys(tx: Tx): Promise<SealKeyDto[]> {
  const rows = await tx.query<Omit<SealKeyDto, 'fingerprint'>>(
    `select key_no as "keyNo", key_id as id, public_pem as "publicKey", kind, valid_from as "inForceSince", reason, statement,
       encode(signature, 'base64') as signature, encode(previous_signature, 'base64') as "previousSignature"
     from seal_key order by key_no`,
  );
  return rows.map((row) => ({ ...row, fingerprint: fingerprintOf(row.publicKey) }));
}

/**
 * Every key, when this instance signs with the one in force.
 * @throws Problem SealKeyNotInForce where the key was changed while the instance ran
 */
export async function requireSealKey(tx: Tx, key: SealKey): Promise<SealKeyDto[]> {
  const keys = await sealKeys(tx);
  if (keys.at(-1)?.id !== key.id) throw ledgerProblems.SealKeyNotInForce({ given: key.id });
  return keys;
}

/**
 * Holds this instance's key against the one in force. The first key of a centre is registered by the way.
 * @throws OtherSealKeyError when the centre's seals are signed by another key
 */
export async function claimSealKey(tx: Tx, key: SealKey): Promise<void> {
  // Of instances that start at once on new books one registers, the others then find it.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('finanzzentrum.seal_key', 0))`);
  const last = (await sealKeys(tx)).at(-1);
  if (!last) await registerFirst(tx, key);
  else if (last.id !== key.id) throw new OtherSealKeyError(key.id, last.id);
}

async function registerFirst(tx: Tx, key: SealKey): Promise<void> {
  try {
    await register(tx, key, { kind: 'first', reason: 'First key of the centre', before: undefined, by: undefined });
  } catch (error) {
    const { constraint, detail } = error as { constraint?: string; detail?: string };
    if (constraint === 'seal_key_first') throw new OtherSealKeyError(key.id, detail ?? '');
    throw error;
  }
}

/**
 * Hands over from the key in force to the next one: both sign that. From then on only the next one signs.
 * @throws OtherSealKeyError when `from` is not the key in force
 */
export async function handOverSealKey(tx: Tx, from: SealKey, to: SealKey, reason: string): Promise<void> {
  const last = (await sealKeys(tx)).at(-1);
  if (last?.id !== from.id) throw new OtherSealKeyError(from.id, last?.id ?? '');
  await register(tx, to, { kind: 'hand-over', reason, before: last, by: from });
}

/** Begins with another key although the one in force is lost: no key vouches for it, and every verifier says so for ever. */
export async function breakWithSealKey(tx: Tx, to: SealKey, reason: string): Promise<void> {
  await register(tx, to, { kind: 'break', reason, before: (await sealKeys(tx)).at(-1), by: undefined });
}

async function register(
  tx: Tx,
  key: SealKey,
  {
    kind,
    reason,
    before,
    by,
  }: { kind: SealKeyDto['kind']; reason: string; before: SealKeyDto | undefined; by: SealKey | undefined },
): Promise<void> {
  const keyNo = (before?.keyNo ?? 0) + 1;
  const [{ now }] = (await tx.query<{ now: string }>('select clock_timestamp() as now')) as [{ now: string }];
  const statement =
    `finanzzentrum-seal-key-v1\nkey: ${keyNo}\nfingerprint: ${key.fingerprint}\nvalid-from: ${now}\nkind: ${kind}\n` +
    `previous: ${before?.fingerprint ?? '-'}\nreason: ${reason}\n`;
  await tx.query(
    `insert into seal_key (key_no, key_id, public_pem, kind, valid_from, reason, statement, signature, previous_signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [keyNo, key.id, key.publicPem, kind, now, reason, statement, key.sign(statement), by?.sign(statement) ?? null],
  );
}
