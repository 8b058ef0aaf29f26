import type { KeyboardEvent } from 'react';

interface RowOf<Row extends { id: string }> {
  row: Row;
  /** The row that F2 repeats. */
  before: Row | null;
  /** How the row is called, for whoever hears it. */
  line: string;
  errors: Partial<Record<keyof Row & string, string>>;
  changeRow: (id: string, patch: Partial<Row>) => void;
}

/** What every field in a row of a mask has: its label, what is wrong with it, a name that tells the row, and F2 for what the row before has. */
export function rowField<Row extends { id: string }>(
  name: keyof Row & string,
  label: string,
  { row, before, line, errors, changeRow }: RowOf<Row>,
  repeats: readonly (keyof Row)[] = [name],
) {
  return {
    label,
    error: errors[name],
    'aria-label': `${label}, ${line}`,
    'data-mask-field': `${row.id}.${name}`,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'F2' || !before) return;
      event.preventDefault();
      changeRow(row.id, Object.fromEntries(repeats.map((one) => [one, before[one]])) as Partial<Row>);
    },
  };
}
