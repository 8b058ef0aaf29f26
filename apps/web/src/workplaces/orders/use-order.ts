import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createOrder, type OrderKind } from '~/api/orders';
import { ProblemError } from '~/api/problem';
import { queryClient, refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { useMask } from '~/frame/use-mask';
import { hasMaskErrors, withDetail } from '~/lib/mask-errors';
import { announce } from '~/ui/Announcer';
import { emptyOrder, emptyOrderRow, missingInOrder, noOrderErrors, orderOf, placeOrderErrors } from './order';

/** State and deeds of the mask for orders. Changing the kind keeps everything that both kinds have. */
export function useOrder(kind: OrderKind, onDone: (documentId: string) => void) {
  const { t } = useTranslation();
  const client = useClient();
  const { latest, requestKey, stored, ...typed } = useMask(() => emptyOrder(kind), emptyOrderRow);
  const [errors, setErrors] = useState(noOrderErrors);

  const sending = useMutation({
    mutationFn: (submit: boolean) => createOrder(client.id, orderOf(latest.current, submit), requestKey.current),
    onSuccess: (document, submit) => {
      stored();
      announce(t(submit ? 'orders.submitted' : 'orders.kept', { number: document.number, client: client.name }));
      void refreshClient(client.id);
      void queryClient.invalidateQueries({ queryKey: ['decisions'] });
      onDone(document.id);
    },
    onError: (error) => {
      if (!(error instanceof ProblemError))
        return setErrors({ ...noOrderErrors(), general: [t('errors.offline'), t('errors.offlineHint')] });
      setErrors(withDetail(placeOrderErrors(error.errors, latest.current), error));
    },
  });

  const send = (submit: boolean) => {
    if (sending.isPending) return;
    const missing = missingInOrder(latest.current, (what) => t(`orders.missing.${what}`));
    setErrors(missing);
    if (hasMaskErrors(missing)) return announce(t('orders.incomplete'), 'bad');
    sending.mutate(submit);
  };

  return { ...typed, errors, send, sending };
}

export type OrderWork = ReturnType<typeof useOrder>;
