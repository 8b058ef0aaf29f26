import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Filters = Record<string, string | undefined>;

/** Reads the plain text parameters of an address; everything a page filters by is kept there. */
export function readFilters(raw: Record<string, unknown>): Filters {
  const filters: Filters = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined && value !== null && value !== '') filters[name] = String(value);
  }
  return filters;
}

/** The filters in the address and a way to change some of them, leaving the others. */
export function useFilters(): [Filters, (patch: Filters, options?: { push?: boolean }) => void] {
  const filters = useSearch({ strict: false }) as Filters;
  const navigate = useNavigate();
  const change = useCallback(
    (patch: Filters, { push = false } = {}) =>
      void navigate({
        to: '.',
        search: ((old: Filters) => readFilters({ ...old, ...patch })) as never,
        replace: !push,
        resetScroll: false,
      }),
    [navigate],
  );
  return [filters, change];
}
