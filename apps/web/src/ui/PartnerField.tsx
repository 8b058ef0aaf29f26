import { Combobox, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPartners, partnerQuery, type PartnerRow } from '~/api/partners';
import { clientKey } from '~/api/query-client';
import { useClient } from '~/frame/client-context';

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
  const field = useRef<HTMLInputElement>(null);
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
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = { ArrowDown: combobox.selectNextOption, ArrowUp: combobox.selectPreviousOption }[event.key];
    if (move && !event.altKey) {
      event.preventDefault();
      if (combobox.dropdownOpened) move();
      else combobox.openDropdown();
    } else if (event.key === 'F4') {
      event.preventDefault();
      combobox.toggleDropdown();
    } else if (event.key === 'Escape' && combobox.dropdownOpened) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
      combobox.closeDropdown();
    } else if (event.key === 'Enter' || event.key === 'Tab') take();
    input.onKeyDown?.(event);
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => choose(found.find((one) => one.id === id) ?? null)}
      width="max-content"
      position="bottom-start"
      middlewares={{ shift: true, flip: true }}
      portalProps={{ target: field.current?.closest<HTMLElement>('[role=dialog]') ?? '#main' }}
    >
      <Combobox.Target withKeyboardNavigation={false} withExpandedAttribute>
        <TextInput
          ref={field}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          {...input}
          value={typed ?? shown}
          error={error ?? (typed?.trim() && !combobox.dropdownOpened ? t('partnerField.unknown') : undefined)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => value === '' && combobox.openDropdown()}
          onFocus={(event) => {
            event.currentTarget.select();
            input.onFocus?.(event);
          }}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            take();
            combobox.closeDropdown();
            input.onBlur?.(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={320} maw="min(560px, 94vw)">
        <Combobox.Options className="lookup-options" aria-label={t('common.proposals')}>
          {found.map((one) => (
            <Combobox.Option key={one.id} value={one.id} className="lookup-option">
              <span className="code">{one.number}</span>
              <span>
                {one.name}
                {(one.city || one.vatId) && (
                  <span className="quiet"> · {[one.city, one.vatId].filter(Boolean).join(' · ')}</span>
                )}
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>{isFetching ? t('common.loading') : t('common.nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
