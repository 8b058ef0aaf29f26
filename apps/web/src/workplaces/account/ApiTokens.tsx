import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { apiTokensQuery, createApiToken, removeApiToken } from '~/api/session';
import type { ApiToken } from '~/api/types';
import { formatDay, formatInstant } from '~/lib/dates';
import { confirm } from '~/ui/Confirm';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';

/** Personal tokens for programs; each is shown once. */
export function ApiTokens() {
  const { t } = useTranslation();
  const { data: tokens = [] } = useQuery(apiTokensQuery);
  const [adding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: apiTokensQuery.queryKey });

  const remove = async (token: ApiToken) => {
    if (!(await confirm({ title: t('account.tokenRemove'), text: token.name, yes: t('common.remove'), danger: true })))
      return;
    await removeApiToken(token.id);
    await refresh();
  };

  return (
    <section className="section">
      <header>
        <h2>{t('account.tokens')}</h2>
        <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
          {t('account.tokenAdd')}
        </Button>
      </header>
      {fresh && (
        <div className="notice good" role="status">
          <p>{t('account.tokenOnce')}</p>
          <p className="secret">{fresh}</p>
        </div>
      )}
      {tokens.length === 0 && <p className="quiet">{t('account.noTokens')}</p>}
      {tokens.length > 0 && (
        <TableRegion label={t('account.tokens')}>
          <table className="ledger narrow roomy">
            <thead>
              <tr>
                <th scope="col">{t('account.tokenName')}</th>
                <th scope="col">{t('account.tokenCreated')}</th>
                <th scope="col">{t('account.tokenExpires')}</th>
                <th scope="col">{t('account.tokenUsed')}</th>
                <th scope="col">
                  <span className="sr-only">{t('common.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <tr key={token.id}>
                  <th scope="row">{token.name}</th>
                  <td>{formatInstant(token.createdAt)}</td>
                  <td>{formatDay(token.expiresOn) || t('account.never')}</td>
                  <td>{formatInstant(token.lastUsedAt) || '–'}</td>
                  <td>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`${t('common.remove')}: ${token.name}`}
                      onClick={() => void remove(token)}
                    >
                      {t('common.remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {adding && (
        <FormDialog<Parameters<typeof createApiToken>[0]>
          title={t('account.tokenAdd')}
          submit={t('account.tokenAdd')}
          fields={[
            { name: 'name', label: t('account.tokenName'), required: true },
            { name: 'expiresOn', label: t('account.tokenExpires'), type: 'day' },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            const created = await createApiToken(body);
            setFresh(created.token ?? null);
            await refresh();
          }}
        />
      )}
    </section>
  );
}
