import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FiltersProps {
  label?: string;
  /** How many filters are set; told on the button that opens them on a narrow screen. */
  active?: number;
  children: ReactNode;
}

/** The filters of a list: in a row on a wide screen, behind a button on a narrow one. */
export function Filters({ label, active = 0, children }: FiltersProps) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <search aria-label={label ?? t('common.filter')}>
      <button
        type="button"
        className="head-button filters-toggle only-narrow"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('common.filter')} {active > 0 && `(${active})`}
      </button>
      <div id={id} className="filters" data-open={open}>
        {children}
      </div>
    </search>
  );
}
