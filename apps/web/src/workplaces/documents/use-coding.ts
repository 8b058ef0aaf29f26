import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentQuery, saveCoding, submitDocument, tryPosting } from '~/api/documents';
import type { Coding, DocumentDetail, Proposal } from '~/api/document-types';
import { ProblemError } from '~/api/problem';
import { queryClient, refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { unsaved } from '~/frame/unsaved';
import { hasMaskErrors } from '~/lib/mask-errors';
import { announce } from '~/ui/Announcer';
import {
  type CodingMask,
  codingOf,
  codingTotals,
  type CodingRow,
  emptyCodingRow,
  isStorable,
  maskOfDocument,
  missingInCoding,
  noCodingErrors,
  placeCodingErrors,
  totalOf,
} from './coding';
import { forgetCoding, keepCoding, keptCoding } from './kept-coding';

interface CodingOptions {
  document: DocumentDetail;
  proposal: Proposal | undefined;
  onSubmitted: (document: DocumentDetail) => void;
}

/** State and deeds of the coding mask. What was changed is stored when the document is left, however that happens. */
export function useCoding({ document, proposal, onSubmitted }: CodingOptions) {
  const { t } = useTranslation();
  const client = useClient();
  const [kept] = useState(() => keptCoding(client.id, document.id, document.version));
  const [mask, setMask] = useState(() => kept ?? maskOfDocument(document, proposal));
  const [previous, setPrevious] = useState<CodingRow | null>(null);
  const [errors, setErrors] = useState(noCodingErrors);
  const [isDirty, setDirty] = useState(kept !== null);
  const latest = useRef(mask);
  const dirty = useRef(kept !== null);
  const version = useRef(document.version);
  const total = totalOf(document);
  const say = (what: Parameters<Parameters<typeof missingInCoding>[2]>[0]) => t(`coding.missing.${what}`);

  const markDirty = (now: boolean) => {
    dirty.current = now;
    setDirty(now);
  };
  useEffect(() => {
    if (document.version <= version.current) return;
    version.current = document.version;
    if (dirty.current) return;
    latest.current = maskOfDocument(document, proposal);
    setMask(latest.current);
  }, [document, proposal]);
  useEffect(() => {
    unsaved.set(isDirty ? { clientName: client.name } : null);
    return () => unsaved.set(null);
  }, [isDirty, client.name]);

  const change = (patch: Partial<CodingMask>) => {
    latest.current = { ...latest.current, ...patch };
    setMask(latest.current);
    keepCoding(client.id, document.id, { version: version.current, mask: latest.current });
    markDirty(true);
  };
  /** Puts another coding of the same document into the mask. */
  const replaceBy = (coding: Coding) => change(maskOfDocument({ ...document, coding }, undefined));
  const changeRow = (id: string, patch: Partial<CodingRow>) => {
    const rows = latest.current.rows.map((row) => {
      if (row.id !== id) return row;
      // A tax as billed holds only for the amount and rate it was billed with.
      const tax = 'amount' in patch || 'rate' in patch || 'treatment' in patch ? null : row.tax;
      return { ...row, tax, ...patch };
    });
    setPrevious(rows.find((row) => row.id === id) ?? null);
    change({ rows });
  };
  const addRow = (): CodingRow => {
    const { difference } = codingTotals(latest.current, total);
    const row = emptyCodingRow(difference || null, latest.current.rows.at(-1));
    change({ rows: [...latest.current.rows, row] });
    return row;
  };
  const removeRow = (id: string) => {
    const rows = latest.current.rows.filter((row) => row.id !== id);
    change({ rows: rows.length > 0 ? rows : [emptyCodingRow(total)] });
  };

  const store = async (): Promise<DocumentDetail> => {
    const stored = await saveCoding(client.id, document.id, codingOf(latest.current), version.current);
    version.current = stored.version;
    forgetCoding(client.id, document.id);
    markDirty(false);
    queryClient.setQueryData(documentQuery(client.id, document.id).queryKey, (old) => old && { ...old, ...stored });
    return stored;
  };
  const refuse = (error: unknown) => {
    if (!(error instanceof ProblemError))
      return setErrors({ ...noCodingErrors(), general: [t('errors.offline'), t('errors.offlineHint')] });
    const placed = placeCodingErrors(error.errors, latest.current);
    setErrors({
      ...placed,
      general: [error.detail || error.title, ...placed.general.filter((one) => one !== error.detail)],
    });
  };

  const atEnd = useRef(store);
  atEnd.current = store;
  useEffect(
    () => () => {
      // What is not complete enough for the service stays in this browser until it is.
      if (dirty.current && isStorable(latest.current)) atEnd.current().catch(() => undefined);
    },
    [],
  );

  const saving = useMutation({
    mutationFn: store,
    onSuccess: () => {
      setErrors(noCodingErrors());
      announce(t('coding.saved'));
    },
    onError: refuse,
  });
  const submitting = useMutation({
    mutationFn: async () => {
      if (dirty.current || !document.coding) await store();
      return submitDocument(client.id, document.id, version.current);
    },
    onSuccess: (sent) => {
      setErrors(noCodingErrors());
      announce(t('coding.submitted', { number: document.number, client: client.name }));
      queryClient.setQueryData(documentQuery(client.id, document.id).queryKey, (old) => old && { ...old, ...sent });
      void refreshClient(client.id);
      void queryClient.invalidateQueries({ queryKey: ['decisions'] });
      onSubmitted(sent);
    },
    onError: refuse,
  });
  const trial = useMutation({
    mutationFn: async () => {
      if (dirty.current || !document.coding) await store();
      return tryPosting(client.id, document.id, latest.current.bookingDate ?? undefined);
    },
    onSuccess: (answer) =>
      setErrors(answer.postable ? noCodingErrors() : placeCodingErrors(answer.errors, latest.current)),
    onError: refuse,
  });

  const checked = (act: () => void) => {
    const missing = missingInCoding(latest.current, total, say);
    setErrors(missing);
    if (hasMaskErrors(missing)) return announce(t('coding.incomplete'), 'bad');
    act();
  };

  return {
    mask,
    errors,
    previous,
    total,
    isDirty,
    change,
    replaceBy,
    changeRow,
    addRow,
    removeRow,
    save: () => saving.mutate(),
    submit: () => !submitting.isPending && checked(() => submitting.mutate()),
    tryOut: () => checked(() => trial.mutate()),
    saving,
    submitting,
    trial,
  };
}

export type CodingWork = ReturnType<typeof useCoding>;
