import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createOutgoingInvoice,
  type OutgoingInvoice,
  outgoingInvoiceQuery,
  saveOutgoingInvoice,
} from '~/api/outgoing-invoices';
import { ProblemError } from '~/api/problem';
import { queryClient, refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { unsaved } from '~/frame/unsaved';
import { announce } from '~/ui/Announcer';
import {
  type DraftMask,
  type DraftRow,
  emptyDraft,
  emptyDraftRow,
  hasDraftErrors,
  maskOfInvoice,
  missingInDraft,
  noDraftErrors,
  placeDraftErrors,
  wishOf,
} from './draft';

interface DraftOptions {
  /** A stored draft; null for a new one. */
  invoice: OutgoingInvoice | null;
  initial?: Partial<DraftMask>;
  onCreated: (id: string) => void;
}

/** State and deeds of the editor of own invoices. */
export function useDraft({ invoice, initial, onCreated }: DraftOptions) {
  const { t } = useTranslation();
  const client = useClient();
  const [mask, setMask] = useState<DraftMask>(() => (invoice ? maskOfInvoice(invoice) : emptyDraft(initial)));
  const [errors, setErrors] = useState(noDraftErrors);
  const [isDirty, setDirty] = useState(false);
  const latest = useRef(mask);
  const key = useRef(crypto.randomUUID());

  useEffect(() => {
    unsaved.set(isDirty ? { clientName: client.name } : null);
    return () => unsaved.set(null);
  }, [isDirty, client.name]);

  const change = (patch: Partial<DraftMask>) => {
    latest.current = { ...latest.current, ...patch };
    setMask(latest.current);
    setDirty(true);
    key.current = crypto.randomUUID(); // another body is another request
  };
  const changeRow = (id: string, patch: Partial<DraftRow>) =>
    change({ rows: latest.current.rows.map((row) => (row.id === id ? { ...row, ...patch } : row)) });
  const addRow = (): DraftRow => {
    const row = emptyDraftRow(latest.current.rows.at(-1));
    change({ rows: [...latest.current.rows, row] });
    return row;
  };
  const removeRow = (id: string) => {
    const rows = latest.current.rows.filter((row) => row.id !== id);
    change({ rows: rows.length > 0 ? rows : [emptyDraftRow()] });
  };

  const saving = useMutation({
    mutationFn: () =>
      invoice
        ? saveOutgoingInvoice(client.id, invoice.id, wishOf(latest.current), invoice.version)
        : createOutgoingInvoice(client.id, wishOf(latest.current), key.current),
    onSuccess: (stored) => {
      setDirty(false);
      unsaved.set(null);
      setErrors(noDraftErrors());
      announce(t('ownInvoices.saved'));
      queryClient.setQueryData(outgoingInvoiceQuery(client.id, stored.id).queryKey, stored);
      void refreshClient(client.id);
      if (!invoice) onCreated(stored.id);
    },
    onError: (error) => {
      if (!(error instanceof ProblemError))
        return setErrors({ ...noDraftErrors(), general: [t('errors.offline'), t('errors.offlineHint')] });
      const placed = placeDraftErrors(error.errors, latest.current);
      const said = [...Object.values(placed.head), ...Object.values(placed.rows).flatMap(Object.values)];
      const general = [...placed.general, ...(said.includes(error.detail) ? [] : [error.detail || error.title])];
      setErrors({ ...placed, general: [...new Set(general)] });
    },
  });

  const save = () => {
    if (saving.isPending) return;
    const missing = missingInDraft(latest.current, (what) => t(`ownInvoices.missing.${what}`));
    setErrors(missing);
    if (hasDraftErrors(missing)) return announce(t('ownInvoices.incomplete'), 'bad');
    saving.mutate();
  };

  return { mask, errors, isDirty, change, changeRow, addRow, removeRow, save, saving };
}

export type DraftWork = ReturnType<typeof useDraft>;
