import { Menu, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '~/api/query-client';
import { changeLanguage, signOut } from '~/api/session';
import { LANGUAGES, switchLanguage } from '~/i18n';
import { CheckIcon, UserIcon } from '~/ui/icons';
import { useSession } from './client-context';
import { mayLeaveClient } from './unsaved';

const SCHEMES = ['light', 'dark', 'auto'] as const;

export function UserMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  const leave = async () => {
    if (!(await mayLeaveClient())) return;
    await signOut().catch(() => undefined);
    sessionStorage.clear();
    queryClient.clear();
    window.location.assign('/');
  };

  return (
    <Menu
      position="bottom-end"
      width={230}
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className="head-button">
          <UserIcon />
          <span className="hide-narrow">{session.user.displayName}</span>
          <span className="sr-only">{t('frame.userMenu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.userName}</Menu.Label>
        <Menu.Item onClick={() => void navigate({ to: '/account' as '/' })}>{t('frame.account')}</Menu.Item>
        <Menu.Item onClick={onShowKeys} rightSection={<kbd>?</kbd>}>
          {t('frame.keyMap')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('frame.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? <Chosen /> : null}
            onClick={() => {
              void switchLanguage(language);
              void changeLanguage(language).catch(() => undefined);
            }}
          >
            {t(`languages.${language}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('frame.appearance')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={colorScheme === scheme ? <Chosen /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`frame.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Chosen() {
  const { t } = useTranslation();
  return (
    <>
      <CheckIcon />
      <span className="sr-only">{t('common.chosen')}</span>
    </>
  );
}
