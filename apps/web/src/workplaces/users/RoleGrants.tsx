import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeRole, clientsQuery, grantRole, rolesQuery } from '~/api/centre';
import type { NewRole, RoleGrant, User } from '~/api/types';
import { useMay, useSession } from '~/frame/client-context';
import { formatDay, today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { Amount } from '~/ui/Amount';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';
import { useRoleNames } from './role-names';
import { refreshUser } from './UserPage';

const CENTRE = 'centre';

/** Names of the clients one can see, for roles and deputies; `null` is the whole centre. */
export function useClientNames(): {
  options: { value: string; label: string }[];
  nameOf: (id: number | null) => string;
} {
  const { t } = useTranslation();
  const session = useSession();
  const may = useMay();
  const { data } = useQuery({ ...clientsQuery, enabled: may('clients:manage') });
  const clients = data ?? session.clients;
  return {
    options: [
      ...clients.map((client) => ({ value: String(client.id), label: client.name })),
      { value: CENTRE, label: t('users.wholeCentre') },
    ],
    nameOf: (id) =>
      id === null ? t('users.wholeCentre') : (clients.find((client) => client.id === id)?.name ?? `#${id}`),
  };
}

export const clientIdOf = (choice: unknown): number | null => (choice === CENTRE ? null : Number(choice));

/** Roles per client with limit and validity. */
export function RoleGrants({ user }: { user: User }) {
  const { t } = useTranslation();
  const names = useRoleNames();
  const { data: roles = [] } = useQuery(rolesQuery);
  const { options, nameOf } = useClientNames();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<RoleGrant | null>(null);
  const saved = async () => {
    await refreshUser();
    announce(t('common.saved'));
  };

  return (
    <section>
      <header style={{ display: 'flex', gap: 12, alignItems: 'center', marginBottom: 6 }}>
        <h2>{t('users.roles')}</h2>
        <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
          {t('users.grant')}
        </Button>
      </header>
      {user.roles.length === 0 && <p className="quiet">{t('users.noRoles')}</p>}
      {user.roles.length > 0 && (
        <TableRegion label={t('users.roles')}>
          <table className="ledger roomy" style={{ maxWidth: 900 }}>
            <thead>
              <tr>
                <th scope="col">{t('users.role')}</th>
                <th scope="col">{t('users.scope')}</th>
                <th scope="col" className="amount">
                  {t('users.limit')}
                </th>
                <th scope="col">{t('clients.validity')}</th>
                <th scope="col">
                  <span className="sr-only">{t('common.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {user.roles.map((grant) => (
                <tr key={grant.id} className={grant.validTo && grant.validTo < today() ? 'quiet' : undefined}>
                  <th scope="row">{names(grant.role)}</th>
                  <td>{nameOf(grant.clientId)}</td>
                  <td className="amount">
                    {grant.amountLimit ? <Amount value={grant.amountLimit} /> : t('common.unlimited')}
                  </td>
                  <td>
                    {formatDay(grant.validFrom)} – {formatDay(grant.validTo) || t('standing.open')}
                  </td>
                  <td>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`${t('common.change')}: ${names(grant.role)}, ${nameOf(grant.clientId)}`}
                      onClick={() => setChanging(grant)}
                    >
                      {t('common.change')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {adding && (
        <FormDialog<NewRole>
          title={t('users.grant')}
          submit={t('users.grant')}
          initial={{ role: 'clerk', clientId: options[0]?.value ?? CENTRE }}
          fields={[
            {
              name: 'role',
              label: t('users.role'),
              type: 'select',
              options: roles.map(({ role }) => ({ value: role, label: names(role) })),
            },
            { name: 'clientId', label: t('users.scope'), type: 'select', options },
            { name: 'amountLimit', label: t('users.limit'), type: 'amount', help: t('users.limitHelp') },
            { name: 'validFrom', label: t('clients.validFrom'), type: 'day', row: 'v' },
            { name: 'validTo', label: t('users.validTo'), type: 'day', row: 'v' },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            await grantRole(user.id, { ...body, clientId: clientIdOf(body.clientId) });
            await saved();
          }}
        />
      )}
      {changing && (
        <FormDialog<Pick<RoleGrant, 'amountLimit' | 'validTo'>>
          title={`${names(changing.role)} – ${nameOf(changing.clientId)}`}
          submit={t('common.save')}
          initial={{ amountLimit: changing.amountLimit, validTo: changing.validTo }}
          fields={[
            { name: 'amountLimit', label: t('users.limit'), type: 'amount', help: t('users.limitHelp') },
            { name: 'validTo', label: t('users.validTo'), type: 'day', help: t('users.validToHelp') },
          ]}
          onClose={() => setChanging(null)}
          onSubmit={async (body) => {
            await changeRole(user.id, changing.id, { ...body, version: changing.version });
            await saved();
          }}
        />
      )}
    </section>
  );
}
