import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeUser } from '~/api/centre';
import { authOptionsQuery } from '~/api/session';
import type { User } from '~/api/types';
import { useSession } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { confirm } from '~/ui/Confirm';
import { ReasonedButton } from '~/ui/ReasonedButton';
import { refreshUser } from './UserPage';

/** Whether the person signs in through the town's sign-in service; a link is allowed by an administrator and can be undone. */
export function SingleSignOn({ user }: { user: User }) {
  const { t } = useTranslation();
  const session = useSession();
  const { data: options } = useQuery(authOptionsQuery);
  if (!options?.oidc && !user.oidcLinked) return null;
  const label = options?.oidc?.label ?? t('users.ssoService');

  const change = async (body: { oidcLinking: boolean } | { oidcLinked: false }) => {
    await changeUser(user.id, { ...body, version: user.version });
    await refreshUser();
    announce(t('common.saved'));
  };
  const undo = async () => {
    const sure = await confirm({
      title: t('users.ssoUndo'),
      text: t('users.ssoUndoText', { name: user.displayName, label }),
      yes: t('users.ssoUndo'),
      danger: true,
    });
    if (sure) await change({ oidcLinked: false });
  };

  return (
    <section className="section">
      <h2 style={{ marginBottom: 6 }}>{t('users.ssoHeading')}</h2>
      <p style={{ marginBottom: 8 }}>
        {user.oidcLinked && t('users.ssoLinked', { label })}
        {!user.oidcLinked &&
          user.oidcLinkUntil &&
          t('users.ssoUntil', { label, at: formatInstant(user.oidcLinkUntil) })}
        {!user.oidcLinked && !user.oidcLinkUntil && t('users.ssoNone', { label })}
      </p>
      {user.oidcLinked && (
        <Button variant="default" onClick={() => void undo()}>
          {t('users.ssoUndo')}
        </Button>
      )}
      {!user.oidcLinked && user.oidcLinkUntil && (
        <Button variant="default" onClick={() => void change({ oidcLinking: false })}>
          {t('users.ssoWithdraw')}
        </Button>
      )}
      {!user.oidcLinked && !user.oidcLinkUntil && (
        <ReasonedButton
          variant="default"
          reason={user.id === session.user.id ? t('users.ssoNotOwn') : null}
          onClick={() => void change({ oidcLinking: true })}
        >
          {t('users.ssoAllow')}
        </ReasonedButton>
      )}
    </section>
  );
}
