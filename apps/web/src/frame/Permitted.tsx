import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '~/ui/Page';
import { EmptyState } from '~/ui/States';
import { useMay, useOptionalClient } from './client-context';
import { useMayInCentre } from './Navigation';
import { CENTRE_PAGES, CLIENT_PAGES, type PageEntry } from './pages';

const BOOKS_PAGES = CLIENT_PAGES.flatMap((group) => group.pages);

/** What the navigation does not offer says why under its address, too, instead of a page whose every deed is refused. */
export function Permitted({ path, children }: { path: string; children: ReactNode }) {
  const { t } = useTranslation();
  const client = useOptionalClient();
  const may = useMay();
  const mayInCentre = useMayInCentre();
  const page = client ? pageAt(BOOKS_PAGES, path.split('/').slice(3).join('/')) : pageAt(CENTRE_PAGES.pages, path);
  const permitted = !page || (client ? !page.permission || may(page.permission) : mayInCentre(page));
  if (permitted) return children;
  return (
    <Page title={t(page.label)}>
      <EmptyState title={t('errors.forbidden')}>
        <p>{t('errors.forbiddenHint')}</p>
      </EmptyState>
    </Page>
  );
}

const pageAt = (pages: PageEntry[], path: string): PageEntry | undefined =>
  pages.find((page) => path === page.path || (!page.exact && path.startsWith(`${page.path}/`)));
