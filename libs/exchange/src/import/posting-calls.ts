import { type Author, posting, postingCall, type Rights } from '@lib/ledger';
import type { ImportEntry } from './import-entry.js';
import type { ImportJob } from './import-job.js';

/** Who posts an import's entries, with the rights of the moment. */
export const authorOf = (job: ImportJob, rights: Rights): Author => ({
  id: job.createdBy,
  name: job.displayName,
  ...rights,
});

/** The call that posts entries of a file; it waits for its turn at the client's books. */
export function postingCallOf(
  job: ImportJob,
  author: Author,
  batch: readonly ImportEntry[],
): { text: string; values: unknown[] } {
  const by = { clientId: job.clientId, author };
  const own = `import:${job.id}`;
  // The source is part of what a key stands for: an entry with a key is the same entry in whichever file it comes again.
  const sourceOf = (key: string | null): string => (key === null ? own : 'import');
  return postingCall(
    batch.map(({ wish, idempotencyKey }) => posting(wish, { ...by, idempotencyKey, source: sourceOf(idempotencyKey) })),
    true,
  );
}

export interface Outcome {
  replayed: string;
  first: { ord: number; no: number } | null;
  last: { ord: number; no: number } | null;
  others: { ord: number; outcome: string; line: number }[] | null;
}

/** What of the answers is needed; the database counts, so that a million of them need not travel. */
export const SUMMARY = `
  select count(*) filter (where outcome = 'Replayed') as replayed,
    (select json_build_object('ord', ord, 'no', entry_no) from answers where outcome = 'Posted' order by ord limit 1) as first,
    (select json_build_object('ord', ord, 'no', entry_no) from answers where outcome = 'Posted' order by ord desc limit 1) as last,
    json_agg(json_build_object('ord', ord, 'outcome', outcome, 'line', line_no / 100) order by ord)
      filter (where outcome not in ('Posted', 'Replayed')) as others
  from answers`;

/** Two entries of a file under one idempotency key are a fault of the file. */
export const codeOf = (outcome: string): string => (outcome === 'Retry' ? 'KeyTwice' : outcome);
