import { type TextInputProps, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '~/frame/client-context';
import { rememberCode } from '~/lib/recent';
import { ChoiceBox } from './ChoiceBox';
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
 * One field for number or name: best match first, recent ones on top. Text that matches nothing stays and is marked, so that nothing typed
 * is lost.
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

  const known = byCode.get(value);
  const unknown = value !== '' && !known && !isPending;
  return (
    <ChoiceBox
      {...input}
      store={combobox}
      typed={typed}
      onType={setTyped}
      choices={found.map(({ code, name }) => ({ key: code, code, name }))}
      isPending={isPending}
      onChoose={choose}
      onTake={take}
      onDrop={() => setTyped(value)}
      onLeave={settle}
      opensOnClick={typed === ''}
      minWidth={280}
      title={known?.name}
      description={showName ? <span className="lookup-name">{known?.name ?? ' '}</span> : input.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error ?? (unknown ? t('errors.unknownCode') : undefined)}
    />
  );
}
