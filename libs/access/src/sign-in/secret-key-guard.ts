import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '@lib/database';
import { recordEvent } from '../audit/audit-event.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import { Sealing } from './sealing.js';

const NAME = 'secret-key';

/** This instance was given another secret key than the one that the centre's data is protected with. */
export class OtherSecretKeyError extends Error {
  override readonly name = 'OtherSecretKeyError';

  constructor() {
    super('the secret key is not the one that the data of this centre is protected with');
  }
}

/** What is kept of the secret key, to know it again. The key does not follow from it. */
const fingerprintOf = (secretKey: Buffer): Buffer =>
  Buffer.from(new Sealing(secretKey).mark('fingerprint', NAME), 'base64url');

/**
 * Holds the secret key against the fingerprint of the one in use, which is kept at the first start. Data from before fingerprints were
 * kept tells by a one-time-code secret whether the key is the right one.
 * @throws OtherSecretKeyError
 */
export async function claimSecretKey(tx: Tx, secretKey: Buffer): Promise<void> {
  const fingerprint = fingerprintOf(secretKey);
  const known = async (): Promise<Buffer | undefined> =>
    (await tx.query<{ fingerprint: Buffer }>('select fingerprint from secret_fingerprint where name = $1', [NAME]))[0]
      ?.fingerprint;
  if (!(await known())) {
    const [sealed] = await tx.query<{ secret: Buffer }>(
      'select totp_secret as secret from user_account where totp_confirmed_at is not null limit 1',
    );
    if (sealed && new Sealing(secretKey).open('totp', sealed.secret) === null) throw new OtherSecretKeyError();
    await tx.query('insert into secret_fingerprint (name, fingerprint) values ($1, $2) on conflict do nothing', [
      NAME,
      fingerprint,
    ]);
  }
  if (!(await known())?.equals(fingerprint)) throw new OtherSecretKeyError();
}

/**
 * Goes on with another secret key because the one in use is lost. What it protected is lost with it: one-time codes are set up anew, and
 * everybody signs in again. Needs the rights of the tables' owner.
 * @returns the number of people whose one-time codes were removed
 */
export async function replaceLostSecretKey(tx: Tx, secretKey: Buffer): Promise<number> {
  const people = await tx.query(
    `update user_account set totp_secret = null, totp_confirmed_at = null, totp_last_counter = null, version = version + 1
     where totp_secret is not null returning id`,
  );
  await tx.query('delete from session');
  await tx.query('delete from secret_fingerprint where name = $1', [NAME]);
  await claimSecretKey(tx, secretKey);
  await recordEvent(tx, { action: 'secret-key.replace', detail: { accountsWithoutCodes: people.length } });
  return people.length;
}

/** No instance starts with another secret key: nobody with one-time codes could sign in, and nothing would say why. */
@Injectable()
export class SecretKeyGuard implements OnModuleInit {
  constructor(
    private readonly database: Database,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** @throws OtherSecretKeyError */
  onModuleInit(): Promise<void> {
    return this.database.inCentre((tx) => claimSecretKey(tx, this.options.secretKey));
  }
}
