import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDeputy, changeDeputy, usersQuery } from '~/api/centre';
import type { Deputy, NewDeputy, User } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';
import { clientIdOf, useClientNames } from './RoleGrants';
import { refreshUser } from './UserPage';

/** Who stands in for this person, where, and from when until when. */
export function Deputies({ user }: { user: User }) {
  const { t } = useTranslation();
  const { data: users = [] } = useQuery(usersQuery(''));
  const { options, nameOf } = useClientNames();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Deputy | null>(null);
  const others = users.filter((one) => one.id !== user.id && one.active);
  const saved = async () => {
    await refreshUser();
    announce(t('common.saved'));
  };
  return (
    <section className="section">
      <header>
        <h2>{t('users.deputies')}</h2>
        <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
          {t('users.addDeputy')}
        </Button>
      </header>
      {user.deputies.length === 0 && <p className="quiet">{t('users.noDeputies')}</p>}
      {user.deputies.length > 0 && (
        <TableRegion label={t('users.deputies')}>
          <table className="ledger roomy" style={{ maxWidth: 900 }}>
            <thead>
              <tr>
                <th scope="col">{t('users.deputy')}</th>
                <th scope="col">{t('users.scope')}</th>
                <th scope="col">{t('clients.validity')}</th>
                <th scope="col">
                  <span className="sr-only">{t('common.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {user.deputies.map((deputy) => (
                <tr key={deputy.id}>
                  <th scope="row">{deputy.deputyName}</th>
                  <td>{nameOf(deputy.clientId)}</td>
                  <td>
                    {formatDay(deputy.validFrom)} – {formatDay(deputy.validTo)}
                  </td>
                  <td>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`${t('common.change')}: ${deputy.deputyName}`}
                      onClick={() => setChanging(deputy)}
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
        <FormDialog<NewDeputy>
          title={t('users.addDeputy')}
          submit={t('common.add')}
          initial={{ deputyUserId: others[0]?.id ?? '', clientId: options[0]?.value ?? '' }}
          fields={[
            {
              name: 'deputyUserId',
              label: t('users.deputy'),
              type: 'select',
              options: others.map((one) => ({ value: one.id, label: one.displayName })),
            },
            { name: 'clientId', label: t('users.scope'), type: 'select', options },
            { name: 'validFrom', label: t('clients.validFrom'), type: 'day', required: true, row: 'v' },
            { name: 'validTo', label: t('users.validTo'), type: 'day', required: true, row: 'v' },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            await addDeputy(user.id, { ...body, clientId: clientIdOf(body.clientId) });
            await saved();
          }}
        />
      )}
      {changing && (
        <FormDialog<{ validTo: string }>
          title={changing.deputyName}
          submit={t('common.save')}
          initial={{ validTo: changing.validTo }}
          fields={[{ name: 'validTo', label: t('users.validTo'), type: 'day', required: true }]}
          onClose={() => setChanging(null)}
          onSubmit={async (body) => {
            await changeDeputy(user.id, changing.id, { ...body, version: changing.version });
            await saved();
          }}
        />
      )}
    </section>
  );
}
