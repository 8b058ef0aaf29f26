import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
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
                      {t(page.label)}
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
                {t(page.label)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Pages of the centre show what one may see in at least one client. */
export function useMayInCentre(): (page: PageEntry) => boolean {
  const session = useSession();
  return ({ permission }) =>
    !permission ||
    session.permissions.includes(permission) ||
    session.clients.some((client) => client.permissions.includes(permission));
}
