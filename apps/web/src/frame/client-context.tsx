import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { fiscalYearsQuery } from '~/api/books';
import { sessionQuery } from '~/api/session';
import type { ClientAccess, FiscalYear, Permission, Session } from '~/api/types';
import { type Day, today, yearOf } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';

export const ClientContext = createContext<ClientAccess | null>(null);

export const useOptionalClient = (): ClientAccess | null => useContext(ClientContext);

/** The client whose books are on the screen; only below the client's own addresses. */
export function useClient(): ClientAccess {
  const client = useContext(ClientContext);
  if (!client) throw new Error('outside of a client');
  return client;
}

export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('not signed in');
  return data;
}

/** Whether the person may do this: in the client on the screen, or in the whole centre. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  const client = useOptionalClient();
  return (permission) => session.permissions.includes(permission) || !!client?.permissions.includes(permission);
}

export interface BooksContext {
  year: number;
  years: FiscalYear[];
  asOf?: Day;
  knownOn?: Day;
  /** As query parameters of the API. */
  query: { fiscalYear: number; asOf?: Day; knownOn?: string };
  /** As parameters of an address within the same client. */
  search: { year?: string; asOf?: Day; knownOn?: Day };
}

/** Fiscal year and date pair, kept in the address; without a year the one that today falls into. */
export function useBooks(): BooksContext {
  const client = useClient();
  const [{ year: chosen, asOf, knownOn }] = useFilters();
  const { data: years } = useQuery(fiscalYearsQuery(client.id));
  return useMemo(() => {
    const year = chosen ? Number(chosen) : defaultYear(years ?? []);
    return {
      year,
      years: years ?? [],
      asOf,
      knownOn,
      query: { fiscalYear: year, asOf, knownOn: knownOn && endOfDay(knownOn) },
      search: { year: chosen, asOf, knownOn },
    };
  }, [chosen, asOf, knownOn, years]);
}

function defaultYear(years: FiscalYear[]): number {
  const current = yearOf(today());
  if (years.length === 0 || years.some((one) => one.year === current)) return current;
  return Math.max(...years.map((one) => one.year));
}

/** "Known on a day" means everything recorded up to its last moment in German legal time. */
export function endOfDay(day: Day): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })
    .formatToParts(noon)
    .find((part) => part.type === 'timeZoneName')!
    .value.replace('GMT', '');
  return new Date(`${day}T23:59:59.999${offset}`).toISOString();
}
