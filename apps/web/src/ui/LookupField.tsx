import { Combobox, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '~/frame/client-context';
import { rememberCode } from '~/lib/recent';
import { type LookupKind, useCatalogue } from './use-catalogue';

interface LookupFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  kind: LookupKind;
  value: string;
  onChange: (code: string) => void;
  /** Shows the name below the number. */
  showName?: boolean;
}

const SHOWN = 40;

/**
 * One field for number or name: best match first, recent ones on top. Enter or Tab takes the marked one, F4 opens the
 * list, Esc closes it. Text that matches nothing stays and is marked, so that nothing typed is lost.
 */
export function LookupField({ kind, value, onChange, showName = false, error, ...input }: LookupFieldProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { find, byCode, isPending } = useCatalogue(kind);
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // At once and not in an effect: the next key may follow before effects run.
    setShown(value);
    setTyped(value);
  }
  const field = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  const found = useMemo(
    () => (combobox.dropdownOpened ? find(typed === value ? '' : typed, SHOWN) : []),
    [combobox.dropdownOpened, find, typed, value],
  );
  useEffect(() => {
    if (found.length > 0 && typed !== '' && typed !== value) combobox.selectFirstOption();
  }, [found, typed, value]); // the combobox object is new on every render

  const choose = (code: string) => {
    setTyped(code);
    combobox.closeDropdown();
    if (code !== '' && byCode.has(code)) rememberCode(client.id, kind, code);
    if (code !== value) onChange(code);
  };

  const settle = () => {
    if (typed === value) return combobox.closeDropdown();
    const best = typed.trim() === '' ? undefined : find(typed, 1)[0];
    choose(best ? best.code : typed.trim());
  };

  /** What Enter and Tab take: the marked proposal, else the best match of what was typed. */
  const take = () => {
    const marked = combobox.dropdownOpened ? found[combobox.getSelectedOptionIndex()] : undefined;
    if (marked) choose(marked.code);
    else settle();
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
      setTyped(value);
      combobox.closeDropdown();
    } else if (event.key === 'Enter' || event.key === 'Tab') take();
    input.onKeyDown?.(event);
  };

  const known = byCode.get(value);
  const unknown = value !== '' && !known && !isPending;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
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
          value={typed}
          title={known?.name}
          description={showName ? <span className="lookup-name">{known?.name ?? ' '}</span> : input.description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={error ?? (unknown ? t('errors.unknownCode') : undefined)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => typed === '' && combobox.openDropdown()}
          onFocus={(event) => {
            event.currentTarget.select();
            input.onFocus?.(event);
          }}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            settle();
            input.onBlur?.(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={280} maw="min(560px, 94vw)">
        <Combobox.Options className="lookup-options" aria-label={t('common.proposals')}>
          {found.map((item) => (
            <Combobox.Option key={item.code} value={item.code} className="lookup-option">
              <span className="code">{item.code}</span>
              <span>{item.name}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>{isPending ? t('common.loading') : t('common.nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
