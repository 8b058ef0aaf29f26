import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createOrder, type OrderKind } from '~/api/orders';
import { ProblemError } from '~/api/problem';
import { queryClient, refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { unsaved } from '~/frame/unsaved';
import { announce } from '~/ui/Announcer';
import {
  emptyOrder,
  emptyOrderRow,
  hasOrderErrors,
  missingInOrder,
  noOrderErrors,
  type OrderMask,
  orderOf,
  type OrderRow,
  placeOrderErrors,
} from './order';

/** State and deeds of the mask for orders. Changing the kind keeps everything that both kinds have. */
export function useOrder(kind: OrderKind, onDone: (documentId: string) => void) {
  const { t } = useTranslation();
  const client = useClient();
  const [mask, setMask] = useState<OrderMask>(() => emptyOrder(kind));
  const [errors, setErrors] = useState(noOrderErrors);
  const [isDirty, setDirty] = useState(false);
  const latest = useRef(mask);
  const key = useRef(crypto.randomUUID());

  useEffect(() => {
    unsaved.set(isDirty ? { clientName: client.name } : null);
    return () => unsaved.set(null);
  }, [isDirty, client.name]);

  const change = (patch: Partial<OrderMask>) => {
    latest.current = { ...latest.current, ...patch };
    setMask(latest.current);
    setDirty(true);
    key.current = crypto.randomUUID(); // another body is another request
  };
  const changeRow = (id: string, patch: Partial<OrderRow>) =>
    change({ rows: latest.current.rows.map((row) => (row.id === id ? { ...row, ...patch } : row)) });
  const addRow = (): OrderRow => {
    const row = emptyOrderRow(latest.current.rows.at(-1));
    change({ rows: [...latest.current.rows, row] });
    return row;
  };
  const removeRow = (id: string) => {
    const rows = latest.current.rows.filter((row) => row.id !== id);
    change({ rows: rows.length > 0 ? rows : [emptyOrderRow()] });
  };

  const sending = useMutation({
    mutationFn: (submit: boolean) => createOrder(client.id, orderOf(latest.current, submit), key.current),
    onSuccess: (document, submit) => {
      setDirty(false);
      unsaved.set(null);
      announce(t(submit ? 'orders.submitted' : 'orders.kept', { number: document.number, client: client.name }));
      void refreshClient(client.id);
      void queryClient.invalidateQueries({ queryKey: ['decisions'] });
      onDone(document.id);
    },
    onError: (error) => {
      if (!(error instanceof ProblemError))
        return setErrors({ ...noOrderErrors(), general: [t('errors.offline'), t('errors.offlineHint')] });
      const placed = placeOrderErrors(error.errors, latest.current);
      const said = [...Object.values(placed.head), ...Object.values(placed.rows).flatMap(Object.values)];
      const general = [...placed.general, ...(said.includes(error.detail) ? [] : [error.detail || error.title])];
      setErrors({ ...placed, general: [...new Set(general)] });
    },
  });

  const send = (submit: boolean) => {
    if (sending.isPending) return;
    const missing = missingInOrder(latest.current, (what) => t(`orders.missing.${what}`));
    setErrors(missing);
    if (hasOrderErrors(missing)) return announce(t('orders.incomplete'), 'bad');
    sending.mutate(submit);
  };

  return { mask, errors, change, changeRow, addRow, removeRow, send, sending };
}

export type OrderWork = ReturnType<typeof useOrder>;
