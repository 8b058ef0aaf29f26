import { Drawer } from '@mantine/core';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '~/lib/keys';
import { ErrorBoundary } from '~/ui/ErrorBoundary';
import { MenuIcon, SearchIcon } from '~/ui/icons';
import { SkeletonBlock } from '~/ui/States';
import { BooksFields, DatePairNotice } from './BooksFields';
import { useOptionalClient } from './client-context';
import { ClientSwitcher } from './ClientSwitcher';
import { DemonstrationNotice } from './DemonstrationNotice';
import { KeyMap } from './KeyMap';
import { Navigation } from './Navigation';
import { Palette } from './Palette';
import { Permitted } from './Permitted';
import { UserMenu } from './UserMenu';

const NAV_STORED = 'finanzzentrum.nav';

/** The one frame: context head on top, navigation left, work area. */
export function Shell() {
  const { t } = useTranslation();
  const client = useOptionalClient();
  const [open, setOpen] = useState(localStorage.getItem(NAV_STORED) !== 'closed');
  const [drawer, setDrawer] = useState(false);
  const [dialog, setDialog] = useState<'palette' | 'keys' | null>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setDrawer(false), [path]);
  useFocusOnNewPage();

  const toggleNavigation = () => {
    if (window.matchMedia('(max-width: 899px)').matches) return setDrawer(true);
    localStorage.setItem(NAV_STORED, open ? 'closed' : 'open');
    setOpen(!open);
  };

  useKeys(t('frame.everywhere'), [
    { keys: ['Ctrl+K'], shown: 'Ctrl+K', label: t('frame.search'), run: () => setDialog('palette') },
    { keys: ['?'], label: t('frame.keyMap'), run: () => setDialog('keys') },
    { keys: ['Ctrl+B'], shown: 'Ctrl+B', label: t('frame.toggleNavigation'), run: toggleNavigation },
    { keys: ['ArrowDown', 'ArrowUp'], shown: '↓ / ↑', label: t('frame.rowKeys') },
    { keys: ['Escape'], shown: 'Esc', label: t('frame.escKey') },
  ]);

  return (
    <div className="frame" data-nav={open ? 'open' : 'closed'}>
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <header className="head" data-scope={client ? 'client' : 'centre'}>
        <button
          type="button"
          className="plain head-nav"
          aria-label={t('frame.toggleNavigation')}
          aria-expanded={open}
          onClick={toggleNavigation}
        >
          <MenuIcon />
        </button>
        <div className="head-context">
          <ClientSwitcher />
        </div>
        {client && (
          <div className="head-context" data-row="second">
            <BooksFields />
          </div>
        )}
        <div className="head-tools">
          <button type="button" className="head-button" onClick={() => setDialog('palette')}>
            <SearchIcon />
            <span className="hide-narrow">{t('frame.searchShort')}</span>
            <kbd className="hide-narrow">Ctrl+K</kbd>
            <span className="sr-only">{t('frame.search')}</span>
          </button>
          <UserMenu onShowKeys={() => setDialog('keys')} />
        </div>
      </header>
      <nav className="nav" aria-label={t('frame.navigation')}>
        <Navigation />
      </nav>
      <Drawer
        opened={drawer}
        onClose={() => setDrawer(false)}
        title={t('frame.navigation')}
        size={270}
        padding={0}
        classNames={{ body: 'nav', header: 'drawer-head' }}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <nav aria-label={t('frame.navigation')}>
          <Navigation onNavigate={() => setDrawer(false)} />
        </nav>
      </Drawer>
      <main id="main" className="work" tabIndex={-1}>
        <DemonstrationNotice />
        {client && <DatePairNotice />}
        <ErrorBoundary page={path}>
          <Suspense
            fallback={
              <div className="page-body">
                <SkeletonBlock lines={12} />
              </div>
            }
          >
            <Permitted path={path}>
              <Outlet />
            </Permitted>
          </Suspense>
        </ErrorBoundary>
      </main>
      {dialog === 'palette' && <Palette onClose={() => setDialog(null)} />}
      {dialog === 'keys' && <KeyMap onClose={() => setDialog(null)} />}
    </div>
  );
}

/** What was followed is often gone on the new page; whoever works without a mouse then goes on at its beginning. */
function useFocusOnNewPage(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged && document.activeElement === document.body)
          document.getElementById('main')?.focus();
      }),
    [router],
  );
}
