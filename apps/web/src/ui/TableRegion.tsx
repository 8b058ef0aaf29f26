import { type KeyboardEvent, type ReactNode, type Ref } from 'react';

interface TableRegionProps {
  label: string;
  /** Fills the rest of the page and scrolls inside. */
  fills?: boolean;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/**
 * A table in its own focusable scroll region: the page itself never scrolls sideways. Arrow keys, Home and End move
 * between the rows' openers (`button.row-open`, `a.row-open`), Enter opens.
 */
export function TableRegion({ label, fills, ref, children }: TableRegionProps) {
  return (
    <div
      ref={ref}
      className={fills ? 'table-region fills' : 'table-region'}
      role="region"
      aria-label={label}
      tabIndex={0}
      data-scroll-restoration-id={fills ? 'table' : undefined}
      onKeyDown={moveBetweenRows}
    >
      {children}
    </div>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.altKey || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const target = event.target as HTMLElement;
  if (target.closest('input, select, textarea')) return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody .row-open')];
  const here = openers.findIndex((opener) => opener.closest('tr')?.contains(target));
  if (here < 0 && target !== event.currentTarget) return;
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: openers.length - 1 }[event.key]!;
  const opener = openers[Math.min(Math.max(next, 0), openers.length - 1)];
  if (!opener) return;
  event.preventDefault();
  opener.focus();
}
