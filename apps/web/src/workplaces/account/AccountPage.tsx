import { useTranslation } from 'react-i18next';
import { useSession } from '~/frame/client-context';
import { Page } from '~/ui/Page';
import { ApiTokens } from './ApiTokens';
import { Deputyships } from './Deputyships';
import { PasswordForm } from './PasswordForm';
import { Totp } from './Totp';

/** One's own access: password, deputies, second factor, API tokens. */
export function AccountPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  return (
    <Page title={t('frame.account')} aside={<span className="quiet">{`${user.displayName} (${user.userName})`}</span>}>
      <div className="page-body">
        <section>
          <h2 style={{ marginBottom: 8 }}>{t('account.password')}</h2>
          <PasswordForm />
        </section>
        <Deputyships />
        <Totp />
        <ApiTokens />
      </div>
    </Page>
  );
}
