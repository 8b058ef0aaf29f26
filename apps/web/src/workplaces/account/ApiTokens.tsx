import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { apiTokensQuery, createApiToken, removeApiToken } from '~/api/session';
import type { ApiToken, Session } from '~/api/types';
import { useSession } from '~/frame/client-context';
import { dayAfter, formatDay, formatInstant, today } from '~/lib/dates';
import { confirm } from '~/ui/Confirm';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';

type Scope = ApiToken['scopes'][number];

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('de-DE') + text.slice(1);

/** Days before its end from which a token is marked. */
const SOON_DAYS = 14;

/** What a token of this person can be good for: nothing that they may not do anyway. */
function scopesFor(session: Session, scopes: { scope: Scope; permissions: string[] }[]): Scope[] {
  const own = new Set<string>([...session.permissions, ...session.clients.flatMap((client) => client.permissions)]);
  return scopes
    .filter(({ scope, permissions }) => scope === 'all' || permissions.some((permission) => own.has(permission)))
    .map(({ scope }) => scope);
}

/** Personal tokens for programs; each is shown once, may what it is meant for, and ends. */
export function ApiTokens() {
  const { t } = useTranslation();
  const session = useSession();
  const { data } = useQuery(apiTokensQuery);
  const tokens = data?.items ?? [];
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
                <th scope="col">{t('account.tokenScopes')}</th>
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
                  <td className="wraps">{token.scopes.map((scope) => t(`tokenScopes.${scope}`)).join(', ')}</td>
                  <td>{formatInstant(token.createdAt)}</td>
                  <td>
                    {formatDay(token.expiresOn)}{' '}
                    {token.expiresOn < today() && <span className="tag bad">{t('account.tokenOver')}</span>}
                    {token.expiresOn >= today() && token.expiresOn <= dayAfter(today(), SOON_DAYS) && (
                      <span className="tag warn">{t('account.tokenSoon')}</span>
                    )}
                  </td>
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
      {adding && data && (
        <FormDialog<{ name: string; expiresOn?: string; scope: Record<string, boolean> }>
          title={t('account.tokenAdd')}
          submit={t('account.tokenAdd')}
          initial={{ expiresOn: dayAfter(today(), data.usualDays), 'scope.read': true }}
          fields={[
            { name: 'name', label: t('account.tokenName'), required: true },
            {
              name: 'expiresOn',
              label: t('account.tokenExpires'),
              type: 'day',
              required: true,
              help: t('account.tokenLongest', { day: formatDay(dayAfter(today(), data.longestDays)) }),
            },
            ...scopesFor(session, data.scopes).map((scope) => ({
              name: `scope.${scope}`,
              label: capitalised(t(`tokenScopes.${scope}`)),
              type: 'check' as const,
              help: scope === 'all' ? t('account.tokenAllHelp') : undefined,
            })),
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async ({ scope, ...body }) => {
            const scopes = data.scopes.map((one) => one.scope).filter((one) => scope?.[one]);
            const created = await createApiToken({ ...body, scopes });
            setFresh(created.token ?? null);
            await refresh();
          }}
        />
      )}
    </section>
  );
}
