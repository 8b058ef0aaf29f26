import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { beginTotp, confirmTotp, removeTotp, sessionQuery } from '~/api/session';
import { useSession } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { RecordForm } from '~/ui/RecordForm';
import { ProblemNotice } from '~/ui/States';

type Setup = Awaited<ReturnType<typeof beginTotp>>;

/** The second factor: set up with a QR code, confirmed with a first code, removed with the password. */
export function Totp() {
  const { t } = useTranslation();
  const { totpEnabled } = useSession();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });

  const begin = async () => {
    setProblem(null);
    try {
      setSetup(await beginTotp());
    } catch (error) {
      setProblem(error);
    }
  };

  return (
    <section className="section">
      <h2>{t('account.totp')}</h2>
      {problem !== null && <ProblemNotice error={problem} />}
      <p style={{ margin: '4px 0 8px' }}>{totpEnabled ? t('account.totpOn') : t('account.totpOff')}</p>
      {totpEnabled && (
        <Button variant="default" onClick={() => setRemoving(true)}>
          {t('account.totpRemove')}
        </Button>
      )}
      {!totpEnabled && !setup && (
        <Button variant="default" onClick={() => void begin()}>
          {t('account.totpBegin')}
        </Button>
      )}
      {!totpEnabled && setup && (
        <>
          <p>{t('account.totpScan')}</p>
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qrSvg)}`}
            width={190}
            height={190}
            alt={t('account.totpQr')}
            style={{ background: '#fff', margin: '8px 0' }}
          />
          <p className="quiet">
            {t('account.totpSecret')} <span className="mono">{setup.secret}</span>
          </p>
          <RecordForm<{ code: string }>
            fields={[{ name: 'code', label: t('signIn.totp'), required: true, autoComplete: 'one-time-code' }]}
            submit={t('account.totpConfirm')}
            onCancel={() => setSetup(null)}
            onSubmit={async ({ code }) => {
              await confirmTotp(code.replace(/\s/g, ''));
              await refresh();
              setSetup(null);
              announce(t('account.totpOn'));
            }}
          />
        </>
      )}
      {removing && (
        <FormDialog<{ password: string }>
          title={t('account.totpRemove')}
          submit={t('account.totpRemove')}
          fields={[
            {
              name: 'password',
              label: t('signIn.password'),
              type: 'password',
              required: true,
              autoComplete: 'current-password',
            },
          ]}
          onClose={() => setRemoving(false)}
          onSubmit={async ({ password }) => {
            await removeTotp(password);
            await refresh();
            announce(t('account.totpOff'));
          }}
        />
      )}
    </section>
  );
}
