import { type TextInputProps, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPartners, partnerQuery, type PartnerRow } from '~/api/partners';
import { clientKey } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { ChoiceBox } from './ChoiceBox';

interface PartnerFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Id of the partner; empty for none. */
  value: string;
  onChange: (id: string, partner: PartnerRow | null) => void;
}

const nameOf = (partner: Pick<PartnerRow, 'name' | 'number'>): string => `${partner.name} · ${partner.number}`;

/** A creditor or debtor by name, number, VAT id or IBAN; the service searches, so that mistakes are tolerated. */
export function PartnerField({ value, onChange, error, ...input }: PartnerFieldProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: chosen } = useQuery({ ...partnerQuery(client.id, value), enabled: value !== '' });
  const shown = value === '' ? '' : chosen ? nameOf(chosen) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed?.trim() ?? ''), 120);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data: found = [], isFetching } = useQuery({
    queryKey: clientKey(client.id, 'partner-search', asked),
    queryFn: ({ signal }) => findPartners(client.id, asked, 12, signal),
    enabled: combobox.dropdownOpened,
    staleTime: 30_000,
  });
  useEffect(() => {
    if (found.length > 0 && typed) combobox.selectFirstOption();
  }, [found, typed]); // the combobox object is new on every render

  const choose = (partner: PartnerRow | null) => {
    setTyped(null);
    combobox.closeDropdown();
    if ((partner?.id ?? '') !== value) onChange(partner?.id ?? '', partner);
  };
  const take = () => {
    if (typed === null) return combobox.closeDropdown();
    if (typed.trim() === '') return choose(null);
    const marked = combobox.dropdownOpened ? found[combobox.getSelectedOptionIndex()] : undefined;
    if (marked && asked === typed.trim()) choose(marked);
  };

  return (
    <ChoiceBox
      {...input}
      store={combobox}
      typed={typed ?? shown}
      onType={setTyped}
      choices={found.map((one) => ({ key: one.id, code: one.number, name: <Named partner={one} /> }))}
      isPending={isFetching}
      onChoose={(id) => choose(found.find((one) => one.id === id) ?? null)}
      onTake={take}
      onDrop={() => setTyped(null)}
      onLeave={() => {
        take();
        combobox.closeDropdown();
      }}
      opensOnClick={value === ''}
      minWidth={320}
      error={error ?? (typed?.trim() && !combobox.dropdownOpened ? t('partnerField.unknown') : undefined)}
    />
  );
}

function Named({ partner }: { partner: PartnerRow }) {
  const more = [partner.city, partner.vatId].filter(Boolean).join(' · ');
  return (
    <>
      {partner.name}
      {more && <span className="quiet"> · {more}</span>}
    </>
  );
}
