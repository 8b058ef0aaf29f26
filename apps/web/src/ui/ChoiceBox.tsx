import { Combobox, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choice {
  /** What {@link ChoiceBoxProps.onChoose} is told. */
  key: string;
  code: string;
  name: ReactNode;
}

export type ChoiceBoxProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  store: ReturnType<typeof useCombobox>;
  /** What stands in the field. */
  typed: string;
  onType: (text: string) => void;
  choices: readonly Choice[];
  /** The choices are on their way. */
  isPending: boolean;
  onChoose: (key: string) => void;
  /** Enter, Tab: takes what is marked, or what was typed. */
  onTake: () => void;
  /** Esc while the list is open: what was typed is dropped. */
  onDrop: () => void;
  onLeave: () => void;
  opensOnClick: boolean;
  minWidth: number;
};

/** A field with a list of what fits below it: arrows mark, Enter or Tab takes, F4 opens and closes the list, Esc closes it. */
export function ChoiceBox({
  store,
  typed,
  onType,
  choices,
  isPending,
  onChoose,
  onTake,
  onDrop,
  onLeave,
  opensOnClick,
  minWidth,
  ...input
}: ChoiceBoxProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = { ArrowDown: store.selectNextOption, ArrowUp: store.selectPreviousOption }[event.key];
    if (move && !event.altKey) {
      event.preventDefault();
      if (store.dropdownOpened) move();
      else store.openDropdown();
    } else if (event.key === 'F4') {
      event.preventDefault();
      store.toggleDropdown();
    } else if (event.key === 'Escape' && store.dropdownOpened) {
      event.preventDefault();
      event.stopPropagation();
      onDrop();
      store.closeDropdown();
    } else if (event.key === 'Enter' || event.key === 'Tab') onTake();
    input.onKeyDown?.(event);
  };

  return (
    <Combobox
      store={store}
      onOptionSubmit={onChoose}
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
          onChange={(event) => {
            onType(event.currentTarget.value);
            store.openDropdown();
          }}
          onClick={() => opensOnClick && store.openDropdown()}
          onFocus={(event) => {
            event.currentTarget.select();
            input.onFocus?.(event);
          }}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            onLeave();
            input.onBlur?.(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={minWidth} maw="min(560px, 94vw)">
        <Combobox.Options className="lookup-options" aria-label={t('common.proposals')}>
          {choices.map((choice) => (
            <Combobox.Option key={choice.key} value={choice.key} className="lookup-option">
              <span className="code">{choice.code}</span>
              <span>{choice.name}</span>
            </Combobox.Option>
          ))}
          {choices.length === 0 && (
            <Combobox.Empty>{isPending ? t('common.loading') : t('common.nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
