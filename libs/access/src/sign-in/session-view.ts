import type { Database } from '@lib/database';
import { formatEuro } from '@lib/kernel';
import type { Visitor } from '../guard/authenticator.js';
import { clientsWith } from '../principal.js';
import type { SessionClientDto, SessionDto } from './auth.dto.js';
import { accountById } from './session.store.js';

type ClientRow = Omit<SessionClientDto, 'roles' | 'permissions' | 'amountLimit'>;

/** What the application shows of the person signed in. */
export async function sessionView(
  db: Database,
  { principal, csrfToken }: Pick<Visitor, 'principal' | 'csrfToken'>,
  centreName: string,
): Promise<SessionDto> {
  const { account, clients } = await db.inCentre(async (tx) => ({
    account: (await accountById(tx, principal.userId))!,
    clients: await tx.query<ClientRow>(
      `select id, key, name, short_name as "shortName", kind, colour, arms from client where id = any ($1) order by name, id`,
      [clientsWith(principal, 'books:read')],
    ),
  }));
  return {
    user: {
      id: account.id,
      userName: account.userName,
      displayName: account.displayName,
      email: account.email,
      language: account.language,
    },
    csrfToken,
    totpEnabled: account.totpConfirmed,
    mustChangePassword: principal.mustChangePassword,
    centre: { name: centreName },
    permissions: [...principal.centrePermissions],
    clients: clients.map((client) => {
      const scope = principal.clients.get(client.id)!;
      return {
        ...client,
        roles: [...scope.roles],
        permissions: [...scope.permissions],
        amountLimit: scope.amountLimit === null ? null : formatEuro(scope.amountLimit),
      };
    }),
  };
}
