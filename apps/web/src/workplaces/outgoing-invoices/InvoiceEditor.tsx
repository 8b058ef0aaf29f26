import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { bankAccountsQuery } from '~/api/centre';
import { outgoingInvoicesQuery, OWN_KINDS, type OwnKind } from '~/api/outgoing-invoices';
import { partnerQuery } from '~/api/partners';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { useKeys } from '~/lib/keys';
import { hasMaskErrors } from '~/lib/mask-errors';
import { formatMoney, fromApi } from '~/lib/money';
import { Arms } from '~/ui/Arms';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { PartnerField } from '~/ui/PartnerField';
import { formatIban } from '../documents/said';
import { type DraftHeadField, draftTotals, shownNumber, type VatCategory } from './draft';
import { InvoiceRow } from './InvoiceRow';
import type { DraftWork } from './use-draft';

interface InvoiceEditorProps {
  work: DraftWork;
  form: RefObject<HTMLFormElement | null>;
  readOnly: boolean;
}

/** The draft of an own invoice as a mask: everything from the keyboard, the sums live. */
export function InvoiceEditor({ work, form, readOnly }: InvoiceEditorProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { mask, errors } = work;
  const [detailed, setDetailed] = useState(
    mask.rows.some((row) => row.description || row.costCentre || row.serviceFrom || row.serviceTo),
  );
  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[data-mask-field="${name}"]`)?.focus();
  useEffect(() => {
    if (hasMaskErrors(errors)) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors, form]);
  const addRow = () => focus(`${flushSync(work.addRow).id}.text`);
  /** Fields take what was typed when they are left; the key that saves comes before that. */
  const afterField = (act: () => void) => {
    const field = document.activeElement as HTMLElement | null;
    flushSync(() => field?.blur());
    field?.focus();
    act();
  };
  useKeys(t('ownInvoices.newTitle'), [
    {
      keys: ['NumpadMultiply', 'Ctrl+Enter', 'Ctrl+S'],
      shown: '* / Ctrl+Enter',
      label: t('ownInvoices.keys.save'),
      run: () => !readOnly && afterField(work.save),
    },
    { keys: ['Enter'], shown: '↵', label: t('ownInvoices.keys.next') },
    { keys: ['F2'], label: t('booking.keys.repeat') },
    { keys: ['F4'], label: t('booking.keys.lookup') },
  ]);
  const onEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (!target.dataset.maskField || target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mask-field], [data-submit]')];
    const next = fields[fields.indexOf(target) + 1];
    const row = mask.rows.at(-1);
    const leavesLines =
      row && target.dataset.maskField.startsWith(row.id) && !next?.dataset.maskField?.startsWith(row.id);
    if (leavesLines && row.text && row.price) return addRow();
    next?.focus();
  };

  return (
    <form
      ref={form}
      className="mask own-mask"
      aria-label={t('ownInvoices.maskOf', { client: client.name })}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onEnter}
    >
      <header className="mask-head">
        <Arms client={client} size={20} />
        <strong>{client.name}</strong>
        {work.isDirty && <span className="quiet">{t('ownInvoices.unsaved')}</span>}
      </header>
      {errors.general.length > 0 && (
        <div className="notice bad" role="alert">
          {errors.general.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <fieldset className="own-fields" disabled={readOnly}>
        <HeadFields work={work} />
        <div className="own-lines">
          <h3>{t('ownInvoices.lines')}</h3>
          {mask.rows.map((row, index) => (
            <InvoiceRow key={row.id} work={work} row={row} index={index} detailed={detailed} />
          ))}
          <p className="code-links">
            {!readOnly && (
              <button type="button" className="link" onClick={addRow}>
                {t('ownInvoices.addLine')}
              </button>
            )}
            <button type="button" className="link" aria-expanded={detailed} onClick={() => setDetailed(!detailed)}>
              {detailed ? t('ownInvoices.less') : t('ownInvoices.more')}
            </button>
          </p>
        </div>
        <Details work={work} />
      </fieldset>
      <Foot work={work} readOnly={readOnly} />
    </form>
  );
}

function HeadFields({ work }: { work: DraftWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const { year } = useBooks();
  const { mask, errors, change } = work;
  const { data: partner } = useQuery({ ...partnerQuery(client.id, mask.partnerId), enabled: mask.partnerId !== '' });
  const field = (name: DraftHeadField, className?: string) => ({
    error: errors.head[name],
    'data-mask-field': name,
    className,
  });
  const usual = partner?.leitwegId ?? (partner?.kind === 'public-body' ? '–' : partner?.number);
  return (
    <div className="order-fields">
      <PartnerField
        label={t('ownInvoices.buyer')}
        {...field('partnerId', 'half')}
        value={mask.partnerId}
        onChange={(partnerId) => change({ partnerId, corrects: '' })}
      />
      <NativeSelect
        label={t('ownInvoices.kind')}
        {...field('kind')}
        value={mask.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as OwnKind })}
        data={OWN_KINDS.map((kind) => ({ value: kind, label: t(`ownInvoices.kinds.${kind}`) }))}
      />
      {mask.kind === 'invoice' ? (
        <TextInput
          label={t('ownInvoices.buyerReference')}
          {...field('buyerReference')}
          maxLength={100}
          autoComplete="off"
          placeholder={usual ? t('ownInvoices.buyerReferenceHelp', { value: usual }) : undefined}
          value={mask.buyerReference}
          onChange={(event) => change({ buyerReference: event.currentTarget.value })}
        />
      ) : (
        <CorrectsField work={work} />
      )}
      <DayField
        label={t('ownInvoices.serviceFrom')}
        {...field('serviceFrom')}
        year={year}
        value={mask.serviceFrom}
        onChange={(serviceFrom) => change({ serviceFrom })}
      />
      <DayField
        label={t('ownInvoices.serviceTo')}
        {...field('serviceTo')}
        year={year}
        value={mask.serviceTo}
        onChange={(serviceTo) => change({ serviceTo })}
      />
      <DayField
        label={t('ownInvoices.dueOn')}
        {...field('dueOn', 'half')}
        placeholder={t('ownInvoices.dueHelp')}
        year={year}
        value={mask.dueOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <Textarea
        label={t('ownInvoices.introduction')}
        {...field('introduction', 'whole')}
        autosize
        minRows={1}
        maxLength={2000}
        value={mask.introduction}
        onChange={(event) => change({ introduction: event.currentTarget.value })}
      />
    </div>
  );
}

/** The issued invoice of the same recipient that a credit note or correction belongs to. */
function CorrectsField({ work }: { work: DraftWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const { mask, errors, change } = work;
  const list = useInfiniteQuery({
    ...outgoingInvoicesQuery(client.id, { partner: mask.partnerId, state: 'issued' }, 200),
    enabled: mask.partnerId !== '',
  });
  const invoices = (mask.partnerId ? (list.data?.pages.flatMap((page) => page.items) ?? []) : []).filter(
    (one) => one.kind === 'invoice',
  );
  return (
    <NativeSelect
      label={t('ownInvoices.corrects')}
      error={errors.head.corrects}
      data-mask-field="corrects"
      value={mask.corrects}
      onChange={(event) => change({ corrects: event.currentTarget.value })}
      data={[
        { value: '', label: t('ownInvoices.chooseCorrects') },
        ...invoices.map((one) => ({
          value: one.id,
          label: `${one.number} · ${formatDay(one.issueDate)} · ${formatMoney(fromApi(one.gross))}`,
        })),
      ]}
    />
  );
}

function Details({ work }: { work: DraftWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { mask, errors, change } = work;
  const { data: accounts = [] } = useQuery({ ...bankAccountsQuery(client.id), enabled: may('books:read') });
  const field = (name: DraftHeadField, className?: string) => ({
    error: errors.head[name],
    'data-mask-field': name,
    className,
  });
  const text = (name: 'orderReference' | 'contractReference' | 'buyerAccountingReference' | 'buyerReference') => ({
    ...field(name),
    maxLength: 100,
    autoComplete: 'off',
    value: mask[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <section className="own-details" aria-label={t('ownInvoices.details')}>
      <h3>{t('ownInvoices.details')}</h3>
      <div className="order-fields">
        <NativeSelect
          label={t('ownInvoices.method')}
          {...field('method')}
          value={mask.method}
          onChange={(event) => change({ method: event.currentTarget.value as 'transfer' | 'direct-debit' })}
          data={(['transfer', 'direct-debit'] as const).map((value) => ({
            value,
            label: t(`ownInvoices.methods.${value}`),
          }))}
        />
        {mask.method === 'transfer' ? (
          <NativeSelect
            label={t('ownInvoices.bankAccount')}
            {...field('bankAccountId')}
            value={mask.bankAccountId}
            onChange={(event) => change({ bankAccountId: event.currentTarget.value })}
            data={[
              { value: '', label: t('ownInvoices.firstAccount') },
              ...accounts.map((one) => ({ value: one.id, label: `${one.name} · ${formatIban(one.iban)}` })),
            ]}
          />
        ) : (
          <>
            <TextInput
              label={t('ownInvoices.mandate')}
              {...field('mandateReference')}
              maxLength={35}
              autoComplete="off"
              value={mask.mandateReference}
              onChange={(event) => change({ mandateReference: event.currentTarget.value })}
            />
            <TextInput
              label={t('ownInvoices.mandateIban')}
              {...field('mandateIban')}
              maxLength={42}
              autoComplete="off"
              value={mask.mandateIban}
              onChange={(event) => change({ mandateIban: event.currentTarget.value })}
            />
          </>
        )}
        <LookupField
          label={t('ownInvoices.claimsAccount')}
          {...field('claimsAccount')}
          kind="accounts"
          placeholder={t('ownInvoices.claimsAccountHelp')}
          value={mask.claimsAccount}
          onChange={(claimsAccount) => change({ claimsAccount })}
        />
        {mask.kind !== 'invoice' && <TextInput label={t('ownInvoices.buyerReference')} {...text('buyerReference')} />}
        <TextInput label={t('ownInvoices.orderReference')} {...text('orderReference')} />
        <TextInput label={t('ownInvoices.contractReference')} {...text('contractReference')} />
        <TextInput label={t('ownInvoices.buyerAccounting')} {...text('buyerAccountingReference')} />
        <Skonto work={work} />
        <Textarea
          label={t('ownInvoices.closing')}
          {...field('closing', 'whole')}
          autosize
          minRows={1}
          maxLength={2000}
          value={mask.closing}
          onChange={(event) => change({ closing: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}

const MOST_STAGES = 3;

function Skonto({ work }: { work: DraftWork }) {
  const { t } = useTranslation();
  const { mask, errors, change } = work;
  const changeStage = (index: number, patch: Partial<(typeof mask.skonto)[number]>) =>
    change({ skonto: mask.skonto.map((stage, i) => (i === index ? { ...stage, ...patch } : stage)) });
  return (
    <div className="whole own-skonto" role="group" aria-label={t('ownInvoices.skonto')}>
      {mask.skonto.map((stage, index) => (
        <span key={index} className="own-stage">
          <TextInput
            label={t('ownInvoices.skontoDays')}
            aria-label={`${t('ownInvoices.skontoDays')}, ${t('ownInvoices.skontoStage', { no: index + 1 })}`}
            data-mask-field={index === 0 ? 'skonto' : `skonto.${index}`}
            w={64}
            inputMode="numeric"
            value={stage.days}
            onChange={(event) => changeStage(index, { days: event.currentTarget.value })}
          />
          <TextInput
            label={t('ownInvoices.skontoPercent')}
            aria-label={`${t('ownInvoices.skontoPercent')}, ${t('ownInvoices.skontoStage', { no: index + 1 })}`}
            data-mask-field={`skonto.percent.${index}`}
            w={72}
            inputMode="decimal"
            value={stage.percent}
            onChange={(event) => changeStage(index, { percent: event.currentTarget.value })}
          />
          <button
            type="button"
            className="link"
            onClick={() => change({ skonto: mask.skonto.filter((_, i) => i !== index) })}
          >
            {t('common.remove')}
            <span className="sr-only"> {t('ownInvoices.skontoStage', { no: index + 1 })}</span>
          </button>
        </span>
      ))}
      {mask.skonto.length < MOST_STAGES && mask.method === 'transfer' && mask.kind === 'invoice' && (
        <button
          type="button"
          className="link"
          onClick={() =>
            change({ skonto: [...mask.skonto, { days: mask.skonto.length === 0 ? '14' : '', percent: '' }] })
          }
        >
          {mask.skonto.length === 0 ? t('ownInvoices.addSkonto') : t('ownInvoices.addSkontoStage')}
        </button>
      )}
      {errors.head.skonto && (
        <p className="bad" role="alert">
          {errors.head.skonto}
        </p>
      )}
    </div>
  );
}

function Foot({ work, readOnly }: { work: DraftWork; readOnly: boolean }) {
  const { t } = useTranslation();
  const totals = draftTotals(work.mask);
  return (
    <footer className="mask-foot">
      <dl className="own-totals" aria-live="polite">
        <dt>{t('ownInvoices.totalNet')}</dt>
        <dd>{formatMoney(totals.net)}</dd>
        {totals.groups.map((group) => (
          <div key={`${group.category} ${group.rate}`} style={{ display: 'contents' }}>
            <dt>
              {group.category === 'S'
                ? t('ownInvoices.totalTax', { rate: shownNumber(group.rate), net: formatMoney(group.net) })
                : t('ownInvoices.noTax', {
                    kind: t(`ownInvoices.vatKinds.${group.category as Exclude<VatCategory, 'S'>}`),
                  })}
            </dt>
            <dd>{group.tax === 0n ? '–' : formatMoney(group.tax)}</dd>
          </div>
        ))}
        <dt className="strong">{t('ownInvoices.totalGross')}</dt>
        <dd className="strong own-gross">{formatMoney(totals.gross)}</dd>
      </dl>
      {!readOnly && (
        <div className="mask-actions">
          <Button data-submit loading={work.saving.isPending} onClick={work.save}>
            {t('ownInvoices.save')}&ensp;<kbd>*</kbd>
          </Button>
        </div>
      )}
    </footer>
  );
}
