import { Button, Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '~/api/problem';
import { fromApi, toApi } from '~/lib/money';
import { AmountField } from './AmountField';
import { ArmsField } from './ArmsField';
import { DayField } from './DayField';
import { LookupField } from './LookupField';
import { ProblemNotice } from './States';
import type { LookupKind } from './use-catalogue';

export type Values = Record<string, string | boolean | null>;

export interface FieldSpec {
  /** Name in the request; a dot reaches into an object: `address.city`. */
  name: string;
  label: string;
  type?: 'text' | 'password' | 'select' | 'day' | 'amount' | 'long' | 'check' | 'colour' | 'arms' | LookupKind;
  options?: { value: string; label: string }[];
  required?: boolean;
  help?: ReactNode;
  disabled?: boolean;
  autoComplete?: string;
  /** Placed in one row with its neighbours of the same group. */
  row?: string;
}

interface RecordFormProps<Wish> {
  fields: FieldSpec[];
  initial?: Values;
  submit: string;
  /** The body has the fields of the list; that it is what the API wants, only the service can tell. */
  onSubmit: (body: Wish) => Promise<unknown>;
  onCancel?: () => void;
  /** Only shown: no field can be changed and nothing is sent. */
  readOnly?: boolean;
  children?: ReactNode;
}

/** One form for master data: fields from a list, each refusal shown at its field, nothing sent twice. */
export function RecordForm<Wish = Record<string, unknown>>({
  fields,
  initial = {},
  submit,
  onSubmit,
  onCancel,
  readOnly = false,
  children,
}: RecordFormProps<Wish>) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Values>(initial);
  const [problem, setProblem] = useState<unknown>(null);
  const [missing, setMissing] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const empty = fields.filter((field) => field.required && !values[field.name]).map((field) => field.name);
    setMissing(empty);
    if (empty.length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit(bodyOf(fields, values, initial) as Wish);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  const errorAt = (name: string): string | undefined => {
    if (missing.includes(name)) return t('errors.required');
    if (!(problem instanceof ProblemError)) return undefined;
    return problem.errors.find((one) => one.pointer === `/${name.replace('.', '/')}`)?.message;
  };

  const pointers = fields.map((field) => `/${field.name.replace('.', '/')}`);
  return (
    <form className="form" onSubmit={(event) => void send(event)} noValidate>
      {problem !== null && <ProblemNotice error={problem} hidePointers={pointers} />}
      {rowsOf(fields).map((row) => (
        <div key={row[0]!.name} className={row.length > 1 ? 'two' : undefined}>
          {row.map((field) => (
            <Field
              key={field.name}
              field={readOnly ? { ...field, disabled: true } : field}
              value={values[field.name] ?? null}
              error={errorAt(field.name)}
              onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
            />
          ))}
        </div>
      ))}
      {children}
      {!readOnly && (
        <div className="form-actions">
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

interface FieldProps {
  field: FieldSpec;
  value: string | boolean | null;
  error?: string;
  onChange: (value: string | boolean | null) => void;
}

function Field({ field, value, error, onChange }: FieldProps) {
  const { t } = useTranslation();
  const text = typeof value === 'string' ? value : '';
  const common = {
    label: field.label,
    required: field.required,
    error,
    description: field.help,
    disabled: field.disabled,
  };
  const onText = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  switch (field.type) {
    case 'select':
      return <NativeSelect {...common} value={text} onChange={onText} data={field.options ?? []} />;
    case 'day':
      return <DayField {...common} value={text || null} onChange={onChange} />;
    case 'amount':
      return (
        <AmountField
          {...common}
          value={text ? fromApi(text) : null}
          onChange={(cents) => onChange(cents === null ? null : toApi(cents))}
        />
      );
    case 'long':
      return <Textarea {...common} autosize minRows={2} value={text} onChange={onText} />;
    case 'check':
      return (
        <Checkbox
          size="xs"
          label={field.label}
          description={field.help}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'password':
      return (
        <PasswordInput
          {...common}
          aria-invalid={!!error || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          autoComplete={field.autoComplete}
          value={text}
          onChange={onText}
        />
      );
    case 'colour':
      return <TextInput {...common} type="color" value={text || '#3d5a73'} onChange={onText} />;
    case 'arms':
      return <ArmsField {...common} value={text} onChange={onChange} />;
    case 'accounts':
    case 'cash-accounts':
    case 'products':
    case 'product-areas':
    case 'cost-centres':
      return (
        <LookupField {...common} description={undefined} kind={field.type} showName value={text} onChange={onChange} />
      );
    default:
      return <TextInput {...common} autoComplete={field.autoComplete ?? 'off'} value={text} onChange={onText} />;
  }
}

function rowsOf(fields: FieldSpec[]): FieldSpec[][] {
  const rows: FieldSpec[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.row && last?.[0]?.row === field.row) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** Leaves out what was left empty, sends `null` for what was emptied, and unfolds dotted names. */
function bodyOf(fields: FieldSpec[], values: Values, initial: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name, disabled } of fields) {
    const value = values[name] || (values[name] === false ? false : null);
    if (disabled || (value === null && !initial[name])) continue;
    const [outer, inner] = name.split('.') as [string, string | undefined];
    if (inner) body[outer] = { ...((body[outer] as object) ?? {}), [inner]: value };
    else body[outer] = value;
  }
  return body;
}
