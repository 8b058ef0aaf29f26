import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeUser, liftLockOut, resetPassword, userQuery } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import type { User } from '~/api/types';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { confirm } from '~/ui/Confirm';
import { Page } from '~/ui/Page';
import { RecordForm } from '~/ui/RecordForm';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { Deputies } from './Deputies';
import { InitialPassword } from './InitialPassword';
import { RoleGrants } from './RoleGrants';
import { SingleSignOn } from './SingleSignOn';

export const refreshUser = (): Promise<void> =>
  queryClient.invalidateQueries({
    queryKey: ['centre'],
    predicate: ({ queryKey }) => ['user', 'users'].includes(String(queryKey[1])),
  });

/** One person: name, roles per client, deputies, password. */
export function UserPage() {
  const { t } = useTranslation();
  const { userId } = useParams({ strict: false }) as { userId: string };
  const { data: user, error, refetch } = useQuery(userQuery(userId));
  const [password, setPassword] = useState<string | null>(null);

  const reset = async (one: User) => {
    const sure = await confirm({
      title: t('users.resetTitle'),
      text: t('users.resetText', { name: one.displayName }),
      yes: t('users.reset'),
    });
    if (!sure) return;
    setPassword((await resetPassword(one.id)).initialPassword);
    await refreshUser();
  };

  const unlock = async (one: User) => {
    await liftLockOut(one.id);
    await refreshUser();
    announce(t('users.unlocked', { name: one.displayName }));
  };

  return (
    <Page
      title={user?.displayName ?? t('users.one')}
      back={<Link to={'/centre/users' as '/'}>← {t('users.title')}</Link>}
      aside={
        user && (
          <span className={user.active ? 'tag good' : 'tag'}>
            {user.active ? t('users.active') : t('users.inactive')}
          </span>
        )
      }
      actions={
        user && (
          <Button variant="default" onClick={() => void reset(user)}>
            {t('users.reset')}
          </Button>
        )
      }
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!user && !error && <SkeletonBlock lines={12} />}
        {user && (
          <>
            {user.lockedUntil && (
              <div className="notice warn">
                <p>{t('users.lockedUntil', { at: formatInstant(user.lockedUntil) })}</p>
                <Button variant="default" size="compact-sm" mt={8} onClick={() => void unlock(user)}>
                  {t('users.unlock')}
                </Button>
              </div>
            )}
            <RoleGrants user={user} />
            <Deputies user={user} />
            <SingleSignOn user={user} />
            <section className="section">
              <h2 style={{ marginBottom: 6 }}>{t('users.person')}</h2>
              <RecordForm<Pick<User, 'displayName' | 'email' | 'active'>>
                key={user.version}
                fields={[
                  { name: 'displayName', label: t('users.displayName'), required: true, row: 'a' },
                  { name: 'email', label: t('clients.email'), row: 'a' },
                  { name: 'active', label: t('users.mayActive'), type: 'check', help: t('users.mayActiveHelp') },
                ]}
                initial={{ displayName: user.displayName, email: user.email, active: user.active }}
                submit={t('common.save')}
                onSubmit={async (body) => {
                  await changeUser(user.id, { ...body, version: user.version });
                  await refreshUser();
                  announce(t('common.saved'));
                }}
              />
            </section>
          </>
        )}
      </div>
      {user && password && (
        <InitialPassword userName={user.userName} password={password} onClose={() => setPassword(null)} />
      )}
    </Page>
  );
}
