import type { DocumentFilter } from '../../api/documents';
import type { DocumentRow, DocumentState } from '../../api/document-types';
import type { Filters } from '../../lib/search-params';

/** The order of a document's way; the last two only show where there are any. */
export const TABS: DocumentState[] = [
  'new',
  'in-decision',
  'returned',
  'decided',
  'posted',
  'rejected',
  'quarantined',
  'duplicate',
  'filed',
];
export const RARE_TABS: DocumentState[] = ['duplicate', 'filed'];
export const ALL = 'all';

export const INBOX_FILTERS = [
  'q',
  'supplier',
  'amountFrom',
  'amountTo',
  'from',
  'to',
  'alarm',
  'kind',
  'mine',
] as const;

/** What the address says, as the API takes it; without a word about the state one sees what has just come. */
export function filterOf(filters: Filters): DocumentFilter {
  const state = filters.state ?? 'new';
  // What stands in the address is sent as it is; the service says what it does not understand.
  const asSent: Record<string, unknown> = {
    state: state === ALL ? undefined : state,
    q: filters.q,
    supplier: filters.supplier,
    amountFrom: filters.amountFrom,
    amountTo: filters.amountTo,
    from: filters.from,
    to: filters.to,
    alarm: filters.alarm,
    kind: filters.kind,
    mine: filters.mine === 'yes' ? true : undefined,
    order: filters.order,
  };
  return asSent as DocumentFilter;
}

/** The filters of the list in an address of a document, to come back to the same list. */
export const listSearch = (filters: Filters): Filters =>
  Object.fromEntries([...INBOX_FILTERS, 'state', 'order'].map((name) => [name, filters[name as string]]));

export type Urgency = 'late' | 'soon' | null;

/** Whether a day has passed, or comes within `days`. */
export function urgencyOf(day: string | null | undefined, today: string, days: number): Urgency {
  if (!day) return null;
  if (day < today) return 'late';
  const limit = new Date(`${today}T00:00:00Z`);
  limit.setUTCDate(limit.getUTCDate() + days);
  return day <= limit.toISOString().slice(0, 10) ? 'soon' : null;
}

const ON_ITS_WAY: DocumentState[] = ['new', 'in-decision', 'returned', 'decided'];

/** Skonto still to be won (three days ahead), the deadline for payment (a week ahead): only while nothing is posted. */
export function urgencies(row: DocumentRow, today: string): { discount: Urgency; due: Urgency; step: Urgency } {
  const open = ON_ITS_WAY.includes(row.state);
  const discount = open ? urgencyOf(row.discountOn, today, 3) : null;
  return {
    discount: discount === 'late' ? null : discount,
    due: open ? urgencyOf(row.dueOn, today, 7) : null,
    step: open ? urgencyOf(row.stepDue, today, 0) : null,
  };
}

/** Whole days between an instant and now: how long something has been waiting. */
export const daysSince = (instant: string | null | undefined, now = Date.now()): number | null =>
  instant ? Math.max(0, Math.floor((now - new Date(instant).getTime()) / 86_400_000)) : null;
