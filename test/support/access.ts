import { randomBytes } from 'node:crypto';
import { type Cents, Clock } from '@lib/kernel';
import type { Database } from '@lib/database';
import { assignRole, createApiToken, createUser, type Role, type TokenScope } from '@lib/access';

/** A clock that a test can move. The legal day moves with it. */
export class TestClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    this.offset += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}

export interface TestUser {
  id: string;
  userName: string;
  password: string;
  /** A personal API token; needs no CSRF token. */
  token: string;
  /** Ready for a request: `.set(user.headers)` or `fetch(url, { headers: user.headers })`. */
  headers: { authorization: string };
}

/** What a test asks for: `{ role: 'clerk', clientId: 1 }`; `clientId: null` is the whole centre. */
export interface TestRole {
  role: Role;
  clientId: number | null;
  amountLimit?: Cents | null;
}

/** Somebody with these roles from today on, an API token and a password that need not be changed. */
export async function createTestUser(
  db: Database,
  wish: { userName?: string; roles?: TestRole[]; scopes?: TokenScope[]; clock?: Clock } = {},
): Promise<TestUser> {
  const clock = wish.clock ?? new Clock();
  const userName = wish.userName ?? `user-${randomBytes(5).toString('hex')}`;
  const password = `right horse ${randomBytes(6).toString('hex')}`;
  return db.inCentre(async (tx) => {
    const { id } = await createUser(tx, { userName, displayName: userName, password, mustChangePassword: false });
    for (const role of wish.roles ?? []) {
      await assignRole(tx, { userId: id, validFrom: clock.today(), ...role });
    }
    const named = { userId: id, name: 'test', scopes: wish.scopes };
    const { token } = await createApiToken(tx, named, { userId: id, userName }, clock);
    return { id, userName, password, token, headers: { authorization: `Bearer ${token}` } };
  });
}

/** A client row without chart and years, for tests that need no more of it. Answers its id. */
export async function createBareClient(
  db: Database,
  key = `client-${randomBytes(5).toString('hex')}`,
): Promise<number> {
  const rows = await db.inCentre((tx) =>
    tx.query<{ id: number }>(
      `insert into client (key, name, short_name, kind, chart) values ($1, $2, $3, 'municipality', 'nkf-2019') returning id`,
      [key, `Gemeinde ${key}`, key],
    ),
  );
  return rows[0]!.id;
}
