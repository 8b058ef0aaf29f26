import { useCanGoBack, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { ClientLink } from '~/frame/ClientLink';

interface BackLinkProps {
  /** Where the list is, for whoever came here by an address. */
  page: string;
  children: string;
}

/** Back to the list as it was left, filters and place included. */
export function BackLink({ page, children }: BackLinkProps) {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const goBack = (event: MouseEvent) => {
    if (!canGoBack || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    router.history.back();
  };
  return (
    <ClientLink page={page} onClick={goBack}>
      {`← ${children}`}
    </ClientLink>
  );
}
