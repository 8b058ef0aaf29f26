import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { sessionQuery } from '~/api/session';
import { DemonstrationNotice } from '~/frame/DemonstrationNotice';
import { LANGUAGES, switchLanguage } from '~/i18n';
import { SignInForm } from './SignInForm';
import './sign-in.css';

export function SignInPage() {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${t('signIn.title')} – ${t('frame.product')}`;
  }, [t]);
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <p className="sign-in-product">{t('frame.product')}</p>
        <h1>{t('signIn.title')}</h1>
        <DemonstrationNotice />
        <OidcRefusal />
        <SignInForm
          onSignedIn={(session) => {
            if (session.user.language !== i18n.language) void switchLanguage(session.user.language);
            queryClient.setQueryData(sessionQuery.queryKey, session);
          }}
        />
        <p className="sign-in-languages">
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              className="link"
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => void switchLanguage(language)}
            >
              {t(`languages.${language}`)}
            </button>
          ))}
        </p>
      </div>
    </main>
  );
}

const REFUSALS = {
  'oidc-unknown-user': 'signIn.oidcUnknownUser',
  'oidc-no-state': 'signIn.oidcNoState',
  'oidc-not-vouched-for': 'signIn.oidcNotVouchedFor',
} as const;

/** Why somebody who comes back from the central sign-in is not in. */
function OidcRefusal() {
  const { t } = useTranslation();
  const problem = new URLSearchParams(window.location.search).get('problem') as keyof typeof REFUSALS | null;
  const why = problem && REFUSALS[problem];
  if (!why) return null;
  return (
    <div className="notice bad" role="alert" style={{ marginBottom: 12 }}>
      <strong>{t('signIn.oidcRefused')}</strong>
      <p>{t(why)}</p>
    </div>
  );
}
