import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionalClient } from '~/frame/client-context';

interface PageProps {
  title: string;
  /** Shown beside the title, e.g. a state. */
  aside?: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
  note?: ReactNode;
  /** The page is one table that fills the height and scrolls in itself. */
  fill?: boolean;
  children: ReactNode;
}

/** Head of every page: where one is, what one can do here, and the way back. */
export function Page({ title, aside, back, actions, note, fill, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className={fill ? 'page page-fill' : 'page'}>
      <header className="page-head">
        {back && <span className="page-back">{back}</span>}
        <h1>{title}</h1>
        {aside}
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {note && <p className="page-note">{note}</p>}
      {children}
    </div>
  );
}

function useDocumentTitle(title: string): void {
  const { t } = useTranslation();
  const client = useOptionalClient();
  const place = client?.name ?? t('frame.centre');
  useEffect(() => {
    document.title = `${title} – ${place} – ${t('frame.product')}`;
  }, [title, place, t]);
}
