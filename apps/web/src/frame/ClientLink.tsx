import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { Filters } from '~/lib/search-params';
import { useBooks, useClient } from './client-context';

interface ClientLinkProps {
  /** Page below the client: `journal`, `ledger/1811`; empty for the dashboard. */
  page: string;
  search?: Filters;
  className?: string;
  children: ReactNode;
  onClick?: (event: MouseEvent) => void;
  exact?: boolean;
}

/** A link within the books of the client on the screen; fiscal year and date pair come along, other filters do not. */
export function ClientLink({ page, search, exact = false, ...rest }: ClientLinkProps) {
  const client = useClient();
  const books = useBooks();
  return (
    <Link
      to={`/clients/${client.key}/${page}`.replace(/\/$/, '') as '/'}
      search={{ ...books.search, ...search } as never}
      activeOptions={{ exact, includeSearch: false }}
      {...rest}
    />
  );
}
