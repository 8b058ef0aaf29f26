import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBooks } from '~/frame/client-context';
import { parseTyped, toApi } from '~/lib/money';
import type { Filters as FilterValues } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { LookupField } from '~/ui/LookupField';

export const JOURNAL_FILTERS = ['q', 'from', 'to', 'account', 'product', 'costCentre', 'kind', 'amount'] as const;
const KINDS = ['regular', 'opening', 'closing', 'reversal', 'standing', 'accrual'] as const;

interface JournalFiltersProps {
  filters: FilterValues;
  change: (patch: FilterValues) => void;
}

/** Filters that narrow each other; all of them stand in the address of the page. */
export function JournalFilters({ filters, change }: JournalFiltersProps) {
  const { t } = useTranslation();
  const { year } = useBooks();
  const active = JOURNAL_FILTERS.filter((name) => filters[name]).length;
  return (
    <Filters label={t('journal.filters')} active={active}>
      <SlowText label={t('journal.search')} width={190} value={filters.q} onChange={(q) => change({ q })} />
      <DayField
        label={t('common.from')}
        w={98}
        year={year}
        value={filters.from}
        onChange={(day) => change({ from: day ?? undefined })}
      />
      <DayField
        label={t('common.to')}
        w={98}
        year={year}
        value={filters.to}
        onChange={(day) => change({ to: day ?? undefined })}
      />
      <LookupField
        label={t('journal.account')}
        w={100}
        kind="accounts"
        value={filters.account ?? ''}
        onChange={(account) => change({ account })}
      />
      <LookupField
        label={t('journal.product')}
        w={100}
        kind="products"
        value={filters.product ?? ''}
        onChange={(product) => change({ product })}
      />
      <LookupField
        label={t('journal.costCentre')}
        w={100}
        kind="cost-centres"
        value={filters.costCentre ?? ''}
        onChange={(costCentre) => change({ costCentre })}
      />
      <SlowText
        label={t('journal.amount')}
        width={105}
        value={filters.amount?.replace('.', ',')}
        onChange={(typed) => {
          const cents = typed ? parseTyped(typed) : null;
          change({ amount: cents === null ? undefined : toApi(cents) });
        }}
      />
      <NativeSelect
        label={t('journal.kind')}
        w={130}
        value={filters.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('common.all') },
          ...KINDS.map((kind) => ({ value: kind, label: t(`entryKinds.${kind}`) })),
        ]}
      />
      {active > 0 && (
        <Button
          variant="subtle"
          onClick={() => change(Object.fromEntries(JOURNAL_FILTERS.map((name) => [name, undefined])))}
        >
          {t('common.filterReset')}
        </Button>
      )}
    </Filters>
  );
}

interface SlowTextProps {
  label: string;
  width: number;
  value: string | undefined;
  onChange: (text: string | undefined) => void;
}

/** A text that filters a moment after the last keystroke, or at once with Enter. */
export function SlowText({ label, width, value, onChange }: SlowTextProps) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  useEffect(() => {
    if (typed === (value ?? '')) return;
    const timer = setTimeout(() => onChange(typed || undefined), 350);
    return () => clearTimeout(timer);
  }, [typed]); // only typing starts the clock
  return (
    <TextInput
      label={label}
      w={width}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && onChange(typed || undefined)}
    />
  );
}
