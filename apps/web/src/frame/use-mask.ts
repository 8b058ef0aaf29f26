import { useEffect, useRef, useState } from 'react';
import { useClient } from './client-context';
import { unsaved } from './unsaved';

/** What is typed into a mask with rows until it is stored; while it is not, changing the client asks first. */
export function useMask<Row extends { id: string }, Mask extends { rows: Row[] }>(
  begin: () => Mask,
  emptyRow: (last?: Row) => Row,
) {
  const client = useClient();
  const [mask, setMask] = useState(begin);
  const [isDirty, setDirty] = useState(false);
  const latest = useRef(mask);
  const requestKey = useRef(crypto.randomUUID());

  useEffect(() => {
    unsaved.set(isDirty ? { clientName: client.name } : null);
    return () => unsaved.set(null);
  }, [isDirty, client.name]);

  const change = (patch: Partial<Mask>) => {
    latest.current = { ...latest.current, ...patch };
    setMask(latest.current);
    setDirty(true);
    requestKey.current = crypto.randomUUID(); // another body is another request
  };
  const changeRows = (rows: Row[]) => change({ rows } as Partial<Mask>);
  return {
    mask,
    latest,
    requestKey,
    isDirty,
    change,
    changeRow: (id: string, patch: Partial<Row>) =>
      changeRows(latest.current.rows.map((row) => (row.id === id ? { ...row, ...patch } : row))),
    addRow: (): Row => {
      const row = emptyRow(latest.current.rows.at(-1));
      changeRows([...latest.current.rows, row]);
      return row;
    },
    removeRow: (id: string) => {
      const rows = latest.current.rows.filter((row) => row.id !== id);
      changeRows(rows.length > 0 ? rows : [emptyRow()]);
    },
    /** Nothing typed is lost any more. */
    stored: () => {
      setDirty(false);
      unsaved.set(null);
    },
  };
}
