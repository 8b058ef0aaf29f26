import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clearingQuery, documentCountsQuery, myDecisionsQuery } from '~/api/documents';
import { useMay, useOptionalClient, useSession } from './client-context';
import { ClientLink } from './ClientLink';
import { CENTRE_PAGES, CLIENT_PAGES, type PageEntry } from './pages';

export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const client = useOptionalClient();
  const may = useMay();
  const mayInCentre = useMayInCentre();
  return (
    <>
      {client &&
        CLIENT_PAGES.map((group) => {
          const pages = group.pages.filter((page) => !page.permission || may(page.permission));
          if (pages.length === 0) return null;
          return (
            <section key={group.label}>
              <h2>{t(group.label)}</h2>
              <ul>
                {pages.map((page) => (
                  <li key={page.path}>
                    <ClientLink page={page.path} exact={page.exact} onClick={onNavigate}>
                      {t(page.label)} {page.counter && <Counter of={page.counter} />}
                    </ClientLink>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      <section>
        <h2>{t(CENTRE_PAGES.label)}</h2>
        <ul>
          {CENTRE_PAGES.pages.filter(mayInCentre).map((page) => (
            <li key={page.path}>
              <Link
                to={page.path as '/'}
                activeOptions={{ exact: page.exact ?? false, includeSearch: false }}
                onClick={onNavigate}
              >
                {t(page.label)} {page.counter && <Counter of={page.counter} />}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** How much waits there; nothing is shown while nothing does. */
function Counter({ of }: { of: NonNullable<PageEntry['counter']> }) {
  const { t } = useTranslation();
  const client = useOptionalClient();
  const inbox = useQuery({ ...documentCountsQuery(client?.id ?? 0), enabled: of === 'inbox' && client !== null });
  const decisions = useQuery({ ...myDecisionsQuery, enabled: of === 'decisions' });
  const clearing = useQuery({ ...clearingQuery, enabled: of === 'clearing' });
  const counts = {
    inbox: (inbox.data?.new ?? 0) + (inbox.data?.returned ?? 0),
    decisions: decisions.data?.length ?? 0,
    clearing: clearing.data?.length ?? 0,
  };
  if (counts[of] === 0) return null;
  return (
    <span className="nav-count">
      {counts[of].toLocaleString('de-DE')}
      <span className="sr-only"> {t('nav.waiting')}</span>
    </span>
  );
}

/** Pages of the centre show what one may see in at least one client, or need a role for the whole centre. */
export function useMayInCentre(): (page: PageEntry) => boolean {
  const session = useSession();
  return ({ permission, ofWholeCentre }) =>
    !permission ||
    session.permissions.includes(permission) ||
    (!ofWholeCentre && session.clients.some((client) => client.permissions.includes(permission)));
}
