import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from '../account/PasswordForm';
import './sign-in.css';

/** After the first sign-in with a password that somebody else has seen. */
export function NewPasswordPage() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('signIn.newPassword')} – ${t('frame.product')}`;
  }, [t]);
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <p className="sign-in-product">{t('frame.product')}</p>
        <h1>{t('signIn.newPassword')}</h1>
        <p style={{ marginBottom: 14 }}>{t('signIn.newPasswordHint')}</p>
        <PasswordForm />
      </div>
    </main>
  );
}
