import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postEntry, tryEntry } from '~/api/books';
import { ProblemError } from '~/api/problem';
import { refreshClient } from '~/api/query-client';
import type { PostedEntry } from '~/api/types';
import { useBooks, useClient } from '~/frame/client-context';
import { unsaved } from '~/frame/unsaved';
import { yearOf } from '~/lib/dates';
import { hasMaskErrors } from '~/lib/mask-errors';
import { announce } from '~/ui/Announcer';
import { useAccounts } from '~/ui/use-catalogue';
import { type BuiltEntry, emptyMask, emptyRow, entryOf, isMaskEmpty, type Mask, type MaskRow, totalsOf } from './mask';
import { missingIn, noErrors, placeErrors } from './mask-errors';

export interface BookingOptions {
  initial: Mask;
  /** Called with every change, so that nothing typed is lost. */
  onChange?: (mask: Mask) => void;
  /** How the finished entry is stored; posts it to the journal unless a draft brings its own way. */
  store?: (built: BuiltEntry, mask: Mask) => Promise<PostedEntry>;
  onPosted?: (entry: PostedEntry) => void;
}

/** State and actions of the booking mask. */
export function useBooking({ initial, onChange, store, onPosted }: BookingOptions) {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const accounts = useAccounts();
  const [mask, setMask] = useState(initial);
  const [previous, setPrevious] = useState<MaskRow | null>(null);
  const [errors, setErrors] = useState(noErrors);
  const latest = useRef(mask);
  latest.current = mask;

  const dirty = !isMaskEmpty(mask);
  const isDraft = store !== undefined;
  useEffect(() => {
    // A draft asks by itself when it is left, see DraftPage.
    unsaved.set(dirty && !isDraft ? { clientName: client.name } : null);
    return () => unsaved.set(null);
  }, [dirty, isDraft, client.name]);

  const change = (next: Mask) => {
    latest.current = next;
    setMask(next);
    onChange?.(next);
  };
  const changeHead = (patch: Partial<Mask>) => change({ ...latest.current, ...patch });
  const changeRow = (id: string, patch: Partial<MaskRow>) =>
    change({ ...latest.current, rows: latest.current.rows.map((row) => (row.id === id ? { ...row, ...patch } : row)) });
  const addRow = (): MaskRow => {
    const { difference } = totalsOf(latest.current);
    const row = emptyRow(difference === 0n ? null : -difference);
    change({ ...latest.current, rows: [...latest.current.rows, row] });
    return row;
  };
  const removeRow = (id: string) => {
    const rows = latest.current.rows.filter((row) => row.id !== id);
    change({ ...latest.current, rows: rows.length > 0 ? rows : [emptyRow()] });
  };
  const replace = (next: Mask) => {
    setErrors(noErrors());
    change(next);
  };

  const build = () => {
    const { bookingDate, kind } = latest.current;
    // An ordinary entry belongs to the year of its date; opening and closing entries to the year on the screen.
    return entryOf(latest.current, bookingDate && kind === 'regular' ? yearOf(bookingDate) : books.year, accounts);
  };

  const refuse = (error: unknown, built: BuiltEntry) => {
    if (!(error instanceof ProblemError))
      return setErrors({ ...noErrors(), general: [t('errors.offline'), t('errors.offlineHint')] });
    // A definite refusal ends the attempt; the corrected entry is a new request.
    if (error.code !== 'KeyReused') changeHead({ idempotencyKey: crypto.randomUUID() });
    const placed = placeErrors(error.errors, built.origin);
    setErrors(
      hasMaskErrors(placed)
        ? { ...placed, general: [error.detail || error.title, ...placed.general] }
        : { ...placed, general: [error.detail || error.title] },
    );
  };

  const posting = useMutation({
    mutationFn: async (built: BuiltEntry) =>
      store ? store(built, latest.current) : postEntry(client.id, built.entry, latest.current.idempotencyKey),
    onSuccess: (entry) => {
      setErrors(noErrors());
      setPrevious(latest.current.rows.at(-1) ?? null);
      announce(t('booking.posted', { id: entry.id, client: client.name }));
      replace(emptyMask({ ...latest.current, documentDate: null }));
      trial.reset();
      void refreshClient(client.id);
      onPosted?.(entry);
    },
    onError: refuse,
  });

  const trial = useMutation({
    mutationFn: (built: BuiltEntry) => tryEntry(client.id, built.entry),
    onSuccess: (answer, built) => setErrors(answer.postable ? noErrors() : placeErrors(answer.errors, built.origin)),
    onError: refuse,
  });

  /** Checks what the mask can see by itself, then hands the entry on. */
  const checked = (next: (built: BuiltEntry) => void) => {
    const missing = missingIn(latest.current, accounts, (what) => t(`booking.missing.${what}`));
    const { difference } = totalsOf(latest.current);
    if (difference !== 0n && !hasMaskErrors(missing)) missing.general.push(t('booking.missing.balance'));
    setErrors(missing);
    if (hasMaskErrors(missing)) return announce(t('booking.incomplete'), 'bad');
    next(build());
  };

  return {
    mask,
    previous,
    errors,
    accounts,
    dirty,
    changeHead,
    changeRow,
    addRow,
    removeRow,
    replace,
    build,
    post: () => !posting.isPending && checked((built) => posting.mutate(built)),
    tryOut: () => checked((built) => trial.mutate(built)),
    posting,
    trial,
  };
}

export type Booking = ReturnType<typeof useBooking>;
