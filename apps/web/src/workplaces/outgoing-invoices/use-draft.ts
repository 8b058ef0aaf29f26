import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
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
import { useMask } from '~/frame/use-mask';
import { hasMaskErrors, withDetail } from '~/lib/mask-errors';
import { announce } from '~/ui/Announcer';
import {
  type DraftMask,
  emptyDraft,
  emptyDraftRow,
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
  const { latest, requestKey, stored, ...typed } = useMask(
    () => (invoice ? maskOfInvoice(invoice) : emptyDraft(initial)),
    emptyDraftRow,
  );
  const [errors, setErrors] = useState(noDraftErrors);

  const saving = useMutation({
    mutationFn: () =>
      invoice
        ? saveOutgoingInvoice(client.id, invoice.id, wishOf(latest.current), invoice.version)
        : createOutgoingInvoice(client.id, wishOf(latest.current), requestKey.current),
    onSuccess: (draft) => {
      stored();
      setErrors(noDraftErrors());
      announce(t('ownInvoices.saved'));
      queryClient.setQueryData(outgoingInvoiceQuery(client.id, draft.id).queryKey, draft);
      void refreshClient(client.id);
      if (!invoice) onCreated(draft.id);
    },
    onError: (error) => {
      if (!(error instanceof ProblemError))
        return setErrors({ ...noDraftErrors(), general: [t('errors.offline'), t('errors.offlineHint')] });
      setErrors(withDetail(placeDraftErrors(error.errors, latest.current), error));
    },
  });

  const save = () => {
    if (saving.isPending) return;
    const missing = missingInDraft(latest.current, (what) => t(`ownInvoices.missing.${what}`));
    setErrors(missing);
    if (hasMaskErrors(missing)) return announce(t('ownInvoices.incomplete'), 'bad');
    saving.mutate();
  };

  return { ...typed, errors, save, saving };
}

export type DraftWork = ReturnType<typeof useDraft>;
