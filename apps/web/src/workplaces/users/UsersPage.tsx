import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createUser, usersQuery } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import { authOptionsQuery } from '~/api/session';
import type { NewUser } from '~/api/types';
import { useFilters } from '~/lib/search-params';
import { Filters } from '~/ui/Filters';
import { FormDialog } from '~/ui/FormDialog';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { SlowText } from '../journal/JournalFilters';
import { InitialPassword } from './InitialPassword';
import { useRoleNames } from './role-names';

/** Who may sign in, and with which roles. */
export function UsersPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [filters, change] = useFilters();
  const { data: users, error, refetch } = useQuery(usersQuery(filters.q ?? ''));
  const { data: options } = useQuery(authOptionsQuery);
  const names = useRoleNames();
  const [adding, setAdding] = useState(false);
  const [created, setCreated] = useState<{ id: string; userName: string; password: string } | null>(null);
  const open = (id: string) => void navigate({ to: `/centre/users/${id}` as '/' });

  return (
    <Page title={t('users.title')} actions={<Button onClick={() => setAdding(true)}>{t('users.add')}</Button>}>
      <Filters>
        <SlowText label={t('users.search')} width={260} value={filters.q} onChange={(q) => change({ q })} />
      </Filters>
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {users?.length === 0 && <EmptyState title={t('common.nothingFound')} />}
        {users?.length !== 0 && !error && (
          <TableRegion label={t('users.title')}>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('users.displayName')}</th>
                  <th scope="col">{t('signIn.userName')}</th>
                  <th scope="col">{t('users.roles')}</th>
                  <th scope="col">{t('users.state')}</th>
                </tr>
              </thead>
              <tbody>
                {!users && <SkeletonRows columns={4} rows={8} />}
                {users?.map((user) => (
                  <tr key={user.id}>
                    <th scope="row">
                      <Link className="row-open strong" to={`/centre/users/${user.id}` as '/'}>
                        {user.displayName}
                      </Link>
                    </th>
                    <td>{user.userName}</td>
                    <td className="wraps">
                      {[...new Set(user.roles.map((role) => names(role.role)))].join(', ') || t('common.none')}
                    </td>
                    <td>
                      {user.active ? (
                        <span className="tag good">{t('users.active')}</span>
                      ) : (
                        <span className="tag">{t('users.inactive')}</span>
                      )}{' '}
                      {user.totpEnabled && <span className="tag">{t('users.totp')}</span>}{' '}
                      {user.oidcLinked && <span className="tag">{t('users.sso')}</span>}{' '}
                      {user.oidcLinkUntil && <span className="tag">{t('users.ssoOpen')}</span>}{' '}
                      {user.lockedUntil && <span className="tag bad">{t('users.locked')}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        )}
      </div>
      {adding && (
        <FormDialog<NewUser>
          title={t('users.add')}
          submit={t('users.add')}
          initial={{ language: i18n.language }}
          fields={[
            { name: 'userName', label: t('signIn.userName'), required: true },
            { name: 'displayName', label: t('users.displayName'), required: true },
            { name: 'email', label: t('clients.email') },
            {
              name: 'language',
              label: t('frame.language'),
              type: 'select',
              options: (['de', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) })),
            },
            ...(options?.oidc
              ? [
                  {
                    name: 'oidcLinking',
                    label: t('users.ssoNew', { label: options.oidc.label }),
                    type: 'check' as const,
                    help: t('users.ssoNewHelp'),
                  },
                ]
              : []),
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            const user = await createUser(body);
            await queryClient.invalidateQueries({ queryKey: ['centre', 'users'] });
            if (user.initialPassword)
              setCreated({ id: user.id, userName: user.userName, password: user.initialPassword });
            else open(user.id);
          }}
        />
      )}
      {created && (
        <InitialPassword userName={created.userName} password={created.password} onClose={() => open(created.id)} />
      )}
    </Page>
  );
}
