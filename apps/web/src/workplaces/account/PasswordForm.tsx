import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { changePassword, sessionQuery } from '~/api/session';
import { announce } from '~/ui/Announcer';
import { RecordForm } from '~/ui/RecordForm';

export function PasswordForm() {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  return (
    <RecordForm<Parameters<typeof changePassword>[0]>
      key={round}
      fields={[
        {
          name: 'currentPassword',
          label: t('account.currentPassword'),
          type: 'password',
          required: true,
          autoComplete: 'current-password',
        },
        {
          name: 'newPassword',
          label: t('account.newPassword'),
          type: 'password',
          required: true,
          autoComplete: 'new-password',
          help: t('account.passwordHelp'),
        },
      ]}
      submit={t('account.changePassword')}
      onSubmit={async (body) => {
        await changePassword(body);
        setRound((old) => old + 1);
        announce(t('account.passwordChanged'));
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      }}
    />
  );
}
