import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASE } from '~/api/http';
import { isProblem } from '~/api/problem';
import { authOptionsQuery, signIn } from '~/api/session';
import type { Session } from '~/api/types';
import { ProblemNotice } from '~/ui/States';

interface SignInFormProps {
  /** Given when the session ended and the same person has to prove it is them. */
  userName?: string;
  onSignedIn: (session: Session) => void;
}

/** Name and password, then the code of the second factor if the account has one. */
export function SignInForm({ userName: known, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const { data: options } = useQuery(authOptionsQuery);
  const [userName, setUserName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [needsTotp, setNeedsTotp] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onSignedIn(await signIn({ userName, password, totp: needsTotp ? totp.replace(/\s/g, '') : undefined }));
    } catch (error) {
      const asksForCode = isProblem(error, 'TotpRequired');
      setNeedsTotp((already) => already || asksForCode);
      setProblem(asksForCode && !needsTotp ? null : error);
      setTotp('');
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {problem !== null && <ProblemNotice error={problem} />}
      {!needsTotp && (
        <>
          <TextInput
            label={t('signIn.userName')}
            size="sm"
            required
            withAsterisk={false}
            autoComplete="username"
            autoFocus={!known}
            readOnly={!!known}
            value={userName}
            onChange={(event) => setUserName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            size="sm"
            required
            withAsterisk={false}
            autoComplete="current-password"
            autoFocus={!!known}
            data-autofocus={known ? true : undefined}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      {needsTotp && (
        <TextInput
          label={t('signIn.totp')}
          description={t('signIn.totpHint')}
          size="sm"
          required
          withAsterisk={false}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          value={totp}
          onChange={(event) => setTotp(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="sm" loading={busy}>
        {t('signIn.submit')}
      </Button>
      {needsTotp && (
        <Button variant="subtle" size="sm" onClick={() => setNeedsTotp(false)}>
          {t('common.back')}
        </Button>
      )}
      {!needsTotp && options?.oidc && (
        <Button variant="default" size="sm" component="a" href={`${BASE}/auth/oidc/start`}>
          {t('signIn.oidc', { label: options.oidc.label })}
        </Button>
      )}
    </form>
  );
}
