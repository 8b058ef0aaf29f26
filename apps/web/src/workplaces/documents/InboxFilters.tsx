import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ALARMS, DOCUMENT_KINDS } from '~/api/document-types';
import { useBooks } from '~/frame/client-context';
import { parseTyped, toApi } from '~/lib/money';
import type { Filters as FilterValues } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { PartnerField } from '~/ui/PartnerField';
import { SlowText } from '../journal/JournalFilters';
import { INBOX_FILTERS } from './inbox-filter';

interface InboxFiltersProps {
  filters: FilterValues;
  change: (patch: FilterValues) => void;
}

const asAmount = (typed: string | undefined): string | undefined => {
  const cents = typed ? parseTyped(typed) : null;
  return cents === null ? undefined : toApi(cents);
};

/** Filters that narrow each other; all of them stand in the address of the page. */
export function InboxFilters({ filters, change }: InboxFiltersProps) {
  const { t } = useTranslation();
  const { year } = useBooks();
  const active = INBOX_FILTERS.filter((name) => filters[name]).length;
  return (
    <Filters label={t('documents.filters')} active={active}>
      <SlowText label={t('documents.fullText')} width={210} value={filters.q} onChange={(q) => change({ q })} />
      <PartnerField
        label={t('documents.supplier')}
        w={180}
        value={filters.supplier ?? ''}
        onChange={(supplier) => change({ supplier })}
      />
      <SlowText
        label={t('documents.amountFrom')}
        width={92}
        value={filters.amountFrom?.replace('.', ',')}
        onChange={(typed) => change({ amountFrom: asAmount(typed) })}
      />
      <SlowText
        label={t('documents.amountTo')}
        width={92}
        value={filters.amountTo?.replace('.', ',')}
        onChange={(typed) => change({ amountTo: asAmount(typed) })}
      />
      <DayField
        label={t('documents.receivedFrom')}
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
      <NativeSelect
        label={t('documents.alarm')}
        w={130}
        value={filters.alarm ?? ''}
        onChange={(event) => change({ alarm: event.currentTarget.value })}
        data={[
          { value: '', label: t('common.all') },
          ...ALARMS.map((alarm) => ({ value: alarm, label: t(`documents.signs.${alarm}`) })),
        ]}
      />
      <NativeSelect
        label={t('documents.kind')}
        w={128}
        value={filters.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('common.all') },
          ...DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`documents.kinds.${kind}`) })),
        ]}
      />
      <Checkbox
        size="xs"
        mb={6}
        label={t('documents.mine')}
        checked={filters.mine === 'yes'}
        onChange={(event) => change({ mine: event.currentTarget.checked ? 'yes' : undefined })}
      />
      {active > 0 && (
        <Button
          variant="subtle"
          onClick={() => change(Object.fromEntries(INBOX_FILTERS.map((name) => [name, undefined])))}
        >
          {t('common.filterReset')}
        </Button>
      )}
    </Filters>
  );
}
