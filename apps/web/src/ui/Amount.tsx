import { abs, type Cents, formatMoney, fromApi } from '~/lib/money';

type Value = string | Cents | null | undefined;
const centsOf = (value: Value): Cents | null =>
  value === null || value === undefined || value === '' ? null : typeof value === 'bigint' ? value : fromApi(value);

interface AmountProps {
  value: Value;
  /** Zero as a dash where a column of figures would flicker. */
  dash?: boolean;
}

export function Amount({ value, dash = false }: AmountProps) {
  const cents = centsOf(value);
  if (cents === null) return null;
  return <>{dash && cents === 0n ? '–' : formatMoney(cents)}</>;
}

export function AmountCell({ value, dash, className = '' }: AmountProps & { className?: string }) {
  return (
    <td className={`amount ${className}`}>
      <Amount value={value} dash={dash} />
    </td>
  );
}

/** A balance without sign, with S or H in a narrow column behind it, as an accountant reads it. */
export function BalanceCells({ value, dash = false, className = '' }: AmountProps & { className?: string }) {
  const cents = centsOf(value) ?? 0n;
  return (
    <>
      <td className={`amount ${className}`}>{dash && cents === 0n ? '–' : formatMoney(abs(cents))}</td>
      <td className={`side ${className}`}>{sideLetter(cents)}</td>
    </>
  );
}

/** S for a debit balance (positive), H for a credit balance, in German and English alike. */
export const sideLetter = (cents: Cents): string => (cents > 0n ? 'S' : cents < 0n ? 'H' : '');

export const balanceText = (value: Value): string => {
  const cents = centsOf(value) ?? 0n;
  return `${formatMoney(abs(cents))} ${sideLetter(cents)}`.trim();
};
