import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './States';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState title={t('errors.noPage')} heading="h1">
        <p>{t('errors.noPageHint')}</p>
        <Link to="/">{t('nav.overview')}</Link>
      </EmptyState>
    </main>
  );
}
