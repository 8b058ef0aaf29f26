import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { gaveUpSigningIn, isWaitingForSignIn, signedInAgain, subscribe } from '~/api/reauthentication';
import { sessionQuery } from '~/api/session';
import { SignInForm } from './SignInForm';

/** The session ended while somebody was working: sign in over the page, and everything goes on where it was. */
export function SignInAgain() {
  const { t } = useTranslation();
  const waiting = useSyncExternalStore(subscribe, isWaitingForSignIn);
  const { data: session } = useQuery(sessionQuery);
  return (
    <Modal
      opened={waiting}
      onClose={gaveUpSigningIn}
      title={t('signIn.again')}
      zIndex={500}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p style={{ marginBottom: 12 }}>{t('signIn.againHint')}</p>
      <SignInForm
        userName={session?.user.userName}
        onSignedIn={(next) => {
          queryClient.setQueryData(sessionQuery.queryKey, next);
          signedInAgain();
        }}
      />
    </Modal>
  );
}
