import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cents, formatMoney, parseTyped } from '~/lib/money';

interface AmountFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: Cents | null;
  onChange: (cents: Cents | null) => void;
  /** The keypad's `+` and `-` turn the sign instead of being typed. */
  signKeys?: boolean;
}

/** An amount as clerks type it, written as `1.234,56` when the field is left; the value follows every keystroke. */
export function AmountField({ value, onChange, signKeys, error, onBlur, onKeyDown, ...input }: AmountFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value === null ? '' : formatMoney(value));
  const wrong = typed.trim() !== '' && parseTyped(typed) === null;
  const [left, setLeft] = useState(true);

  useEffect(() => {
    setTyped((text) =>
      parseTyped(text) === value && text.trim() !== '' ? text : value === null ? '' : formatMoney(value),
    );
  }, [value]);

  const take = (text: string) => {
    setTyped(text);
    const cents = parseTyped(text);
    if (cents !== value) onChange(cents);
  };

  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...input}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      value={typed}
      error={wrong && left ? t('errors.noAmount') : error}
      onFocus={(event) => {
        setLeft(false);
        event.currentTarget.select();
        input.onFocus?.(event);
      }}
      onChange={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (signKeys && (event.code === 'NumpadAdd' || event.code === 'NumpadSubtract') && value !== null) {
          event.preventDefault();
          const size = value < 0n ? -value : value;
          const turned = event.code === 'NumpadAdd' ? size : value < 0n ? size : -size;
          setTyped(formatMoney(turned));
          onChange(turned);
        }
        onKeyDown?.(event);
      }}
      onBlur={(event) => {
        setLeft(true);
        const cents = parseTyped(typed);
        if (cents !== null) setTyped(formatMoney(cents));
        onBlur?.(event);
      }}
    />
  );
}
