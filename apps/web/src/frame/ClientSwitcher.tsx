import { Combobox, useCombobox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finderOf } from '~/lib/lookup';
import { Arms } from '~/ui/Arms';
import { ChevronIcon } from '~/ui/icons';
import { useOptionalClient, useSession } from './client-context';
import { mayLeaveClient } from './unsaved';

/** Whose books these are, as big as anything on the page; opens the list of clients, searchable by name. */
export function ClientSwitcher() {
  const { t } = useTranslation();
  const session = useSession();
  const client = useOptionalClient();
  const switchTo = useSwitchClient();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      setTyped('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const find = useMemo(
    () => finderOf(session.clients.map((one) => ({ code: one.key, name: `${one.name} ${one.shortName ?? ''}` }))),
    [session.clients],
  );
  useEffect(() => {
    if (typed !== '') combobox.selectFirstOption();
  }, [typed]); // the combobox object is new on every render
  const found = find(typed, 100).map((hit) => session.clients.find((one) => one.key === hit.code)!);

  return (
    <Combobox
      store={combobox}
      width={320}
      position="bottom-start"
      withinPortal={false}
      onOptionSubmit={(key) => {
        combobox.closeDropdown();
        void switchTo(key);
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <button
          type="button"
          className="client-switch"
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {client && <Arms client={client} size={26} />}
          <span className="client-switch-name">
            <span className="sr-only">{t('frame.client')}: </span>
            {client?.name ?? session.centre.name}
            <span className="client-switch-kind">{client ? t(`kinds.${client.kind}`) : t('frame.allClients')}</span>
          </span>
          <span className="chevron">
            <ChevronIcon />
          </span>
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={t('frame.findClient')}
          aria-label={t('frame.findClient')}
        />
        <Combobox.Options className="lookup-options" aria-label={t('frame.clients')}>
          {found.map((one) => (
            <Combobox.Option key={one.key} value={one.key} active={one.key === client?.key}>
              <span style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
                <Arms client={one} size={22} />
                <span>
                  <span className={one.key === client?.key ? 'strong' : undefined}>{one.name}</span>
                  <span className="client-switch-kind">
                    {one.roles.map((role) => t(`roles.${role}` as 'roles.clerk')).join(', ')}
                  </span>
                </span>
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('common.nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Switches to another client: asks if a mask is half filled, and carries over no filter, year or date. */
export function useSwitchClient(): (key: string) => Promise<void> {
  const navigate = useNavigate();
  const client = useOptionalClient();
  return async (key) => {
    if (key === client?.key || !(await mayLeaveClient())) return;
    await navigate({ to: `/clients/${key}` as '/', search: {} as never });
  };
}
