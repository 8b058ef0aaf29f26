import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day, formatDay, parseTypedDay } from '~/lib/dates';

interface DayFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: Day | null | undefined;
  onChange: (day: Day | null) => void;
  /** The year taken when only day and month are typed. */
  year?: number;
}

/** A date as clerks type it: `3112`, `31.12.` or in full; written out when the field is left. */
export function DayField({ value, onChange, year = new Date().getFullYear(), error, onBlur, ...input }: DayFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(formatDay(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(formatDay(value));
    setWrong(false);
  }, [value]);

  const settle = () => {
    if (typed.trim() === '') {
      setWrong(false);
      if (value) onChange(null);
      return;
    }
    const day = parseTypedDay(typed, year);
    setWrong(day === null);
    if (day) setTyped(formatDay(day));
    if (day && day !== value) onChange(day);
  };

  return (
    <TextInput
      inputMode="numeric"
      placeholder={t('common.dayPattern')}
      autoComplete="off"
      {...input}
      value={typed}
      error={wrong ? t('errors.noSuchDay') : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        input.onKeyDown?.(event);
      }}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
    />
  );
}
