import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { PAYMENT_METHODS, type PaymentMethod } from '~/api/document-types';
import { departmentsQuery } from '~/api/documents';
import { ORDER_KINDS, type OrderKind, type Rhythm, RHYTHMS } from '~/api/orders';
import { partnerQuery } from '~/api/partners';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { useKeys } from '~/lib/keys';
import { hasMaskErrors } from '~/lib/mask-errors';
import { formatMoney } from '~/lib/money';
import { rowField } from '~/lib/row-field';
import { useFilters } from '~/lib/search-params';
import { AmountField } from '~/ui/AmountField';
import { Arms } from '~/ui/Arms';
import { BackLink } from '~/ui/BackLink';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { Page } from '~/ui/Page';
import { PartnerField } from '~/ui/PartnerField';
import { ReasonedButton } from '~/ui/ReasonedButton';
import { RemoveRow } from '~/ui/RemoveRow';
import { formatIban } from '../documents/said';
import { type OrderHeadField, type OrderRow, type OrderRowField, orderTotal, payeesOf } from './order';
import { type OrderWork, useOrder } from './use-order';
import '../booking/booking.css';
import '../documents/documents.css';
import './orders.css';

/** Asks for money to be paid or moved without an invoice: the house's keyboard, the way of an invoice. */
export function NewOrderPage() {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [filters, changeFilters] = useFilters();
  const kind: OrderKind = ORDER_KINDS.find((one) => one === filters.kind) ?? 'single';
  const work = useOrder(kind, (id) => void navigate({ to: `/clients/${client.key}/documents/${id}` as '/' }));
  const choose = (next: OrderKind) => {
    changeFilters({ kind: next });
    work.change({ kind: next });
  };
  return (
    <Page title={t('orders.newTitle')} back={<BackLink page="orders">{t('orders.title')}</BackLink>}>
      <div className="page-body">
        <fieldset className="kind-choice">
          <legend>{t('orders.kind')}</legend>
          {ORDER_KINDS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="order-kind"
                value={one}
                checked={work.mask.kind === one}
                onChange={() => choose(one)}
              />
              {t(`orders.kinds.${one}`)}
            </label>
          ))}
        </fieldset>
        <p className="quiet" style={{ marginBottom: 8 }}>
          {t(`orders.kindHelp.${work.mask.kind}`)}
        </p>
        <OrderForm work={work} />
      </div>
    </Page>
  );
}

function OrderForm({ work }: { work: OrderWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { mask, errors } = work;
  const form = useRef<HTMLFormElement>(null);
  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[data-mask-field="${name}"]`)?.focus();
  useEffect(() => {
    if (hasMaskErrors(errors)) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-mask-field]')?.focus({ preventScroll: true });
  }, []);
  const firstOfRow = mask.kind === 'collective' ? 'partnerId' : 'amount';
  const addRow = () => focus(`${flushSync(work.addRow).id}.${firstOfRow}`);
  /** Fields take what was typed when they are left; the key that sends comes before that. */
  const afterField = (act: () => void) => {
    const field = document.activeElement as HTMLElement | null;
    flushSync(() => field?.blur());
    field?.focus();
    act();
  };

  useKeys(t('orders.newTitle'), [
    {
      keys: ['NumpadMultiply', 'Ctrl+Enter'],
      shown: '* / Ctrl+Enter',
      label: t('orders.keys.submit'),
      run: () => may('documents:decide') && afterField(() => work.send(true)),
    },
    { keys: ['Enter'], shown: '↵', label: t('orders.keys.next') },
    { keys: ['F2'], label: t('booking.keys.repeat') },
    { keys: ['F4'], label: t('booking.keys.lookup') },
  ]);

  const onEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    const name = target.dataset.maskField;
    if (!name) return;
    event.preventDefault();
    const last = mask.rows.at(-1);
    if (last && name === `${last.id}.text` && last.amount !== null && mask.kind !== 'single') return addRow();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mask-field], [data-submit]')];
    fields[fields.indexOf(target) + 1]?.focus();
  };

  return (
    <form
      ref={form}
      className="mask order-mask"
      aria-label={t('orders.maskOf', { kind: t(`orders.kinds.${mask.kind}`), client: client.name })}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onEnter}
    >
      <header className="mask-head">
        <Arms client={client} size={20} />
        <strong>{client.name}</strong>
        <span>{t(`orders.kinds.${mask.kind}`)}</span>
      </header>
      {errors.general.length > 0 && (
        <div className="notice bad" role="alert">
          {errors.general.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <HeadFields work={work} />
      <div className="order-lines">
        <h3>{mask.kind === 'internal' ? t('orders.debitSide') : t('orders.lines')}</h3>
        {mask.rows.map((row, index) => (
          <RowFields key={row.id} work={work} row={row} index={index} />
        ))}
        <p className="code-links">
          <button type="button" className="link" onClick={addRow}>
            {t('booking.addLine')}
          </button>
        </p>
      </div>
      {mask.kind === 'internal' && <CreditSide work={work} />}
      <footer className="mask-foot">
        <dl className="mask-totals" aria-live="polite">
          {mask.kind === 'collective' && (
            <div>
              <dt>{t('orders.payees')}</dt>
              <dd>{payeesOf(mask).length}</dd>
            </div>
          )}
          <div>
            <dt>{t('orders.total')}</dt>
            <dd>{formatMoney(orderTotal(mask))}</dd>
          </div>
        </dl>
        <div className="mask-actions">
          {may('documents:decide') ? (
            <>
              <Button data-submit loading={work.sending.isPending} onClick={() => work.send(true)}>
                {t('orders.submit')}&ensp;<kbd>*</kbd>
              </Button>
              <Button variant="default" disabled={work.sending.isPending} onClick={() => work.send(false)}>
                {t('orders.keep')}
              </Button>
            </>
          ) : (
            <ReasonedButton reason={t('orders.mayNot')} onClick={() => undefined}>
              {t('orders.submit')}
            </ReasonedButton>
          )}
        </div>
      </footer>
    </form>
  );
}

function HeadFields({ work }: { work: OrderWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { year } = useBooks();
  const { mask, errors, change } = work;
  const toOne = mask.kind === 'single' || mask.kind === 'standing';
  const { data: departments = [] } = useQuery({ ...departmentsQuery(client.id), enabled: may('documents:read') });
  const field = (name: OrderHeadField, className?: string) => ({
    error: errors.head[name],
    'data-mask-field': name,
    className,
  });
  return (
    <div className="order-fields">
      {mask.kind === 'standing' && (
        <>
          <TextInput
            label={t('orders.name')}
            {...field('name')}
            maxLength={120}
            autoComplete="off"
            value={mask.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('orders.rhythm')}
            {...field('rhythm')}
            value={mask.rhythm}
            onChange={(event) => change({ rhythm: event.currentTarget.value as Rhythm })}
            data={RHYTHMS.map((value) => ({ value, label: t(`contracts.rhythms.${value}`) }))}
          />
          <DayField
            label={t('orders.firstDate')}
            {...field('firstDate')}
            year={year}
            value={mask.firstDate}
            onChange={(firstDate) => change({ firstDate })}
          />
          <DayField
            label={t('orders.lastDate')}
            {...field('lastDate')}
            placeholder={t('orders.lastDateHelp')}
            year={year}
            value={mask.lastDate}
            onChange={(lastDate) => change({ lastDate })}
          />
        </>
      )}
      {toOne && (
        <PartnerField
          label={t('orders.partner')}
          {...field('partnerId', 'half')}
          value={mask.partnerId}
          onChange={(partnerId) => change({ partnerId, bankAccountNo: null })}
        />
      )}
      <TextInput
        label={t('orders.text')}
        {...field('text', 'half')}
        maxLength={400}
        autoComplete="off"
        value={mask.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {toOne && <BankAccountField work={work} />}
      {mask.kind !== 'internal' && mask.kind !== 'standing' && (
        <DayField
          label={t('orders.dueOn')}
          {...field('dueOn', 'narrow')}
          year={year}
          value={mask.dueOn}
          onChange={(dueOn) => change({ dueOn })}
        />
      )}
      {mask.kind !== 'standing' && (
        <DayField
          label={t('orders.bookingDate')}
          {...field('bookingDate', 'narrow')}
          placeholder={t('orders.bookingDateHelp')}
          year={year}
          value={mask.bookingDate}
          onChange={(bookingDate) => change({ bookingDate })}
        />
      )}
      {mask.kind !== 'internal' && (
        <NativeSelect
          label={t('orders.method')}
          {...field('method', 'narrow')}
          value={mask.method}
          onChange={(event) => change({ method: event.currentTarget.value as PaymentMethod })}
          data={PAYMENT_METHODS.map((value) => ({ value, label: t(`coding.methods.${value}`) }))}
        />
      )}
      {departments.length > 0 && (
        <NativeSelect
          label={t('orders.department')}
          {...field('department', 'narrow')}
          value={mask.department}
          onChange={(event) => change({ department: event.currentTarget.value })}
          data={[
            { value: '', label: t('orders.noDepartment') },
            ...departments.map((one) => ({ value: one.code, label: one.name })),
          ]}
        />
      )}
    </div>
  );
}

function BankAccountField({ work }: { work: OrderWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const { mask, errors, change } = work;
  const { data: partner } = useQuery({ ...partnerQuery(client.id, mask.partnerId), enabled: mask.partnerId !== '' });
  const accounts = (partner?.bankAccounts ?? []).filter(
    (account) => account.state === 'confirmed' || account.state === 'proposed',
  );
  return (
    <NativeSelect
      label={t('orders.bankAccount')}
      error={errors.head.bankAccountNo}
      data-mask-field="bankAccountNo"
      disabled={accounts.length === 0}
      value={String(mask.bankAccountNo ?? '')}
      onChange={(event) => change({ bankAccountNo: Number(event.currentTarget.value) || null })}
      data={[
        { value: '', label: accounts.length === 0 ? t('coding.noBankAccount') : t('coding.chooseBankAccount') },
        ...accounts.map((account) => ({
          value: String(account.no),
          label:
            account.state === 'confirmed'
              ? formatIban(account.iban)
              : t('coding.unconfirmed', { iban: formatIban(account.iban) }),
        })),
      ]}
    />
  );
}

interface RowFieldsProps {
  work: OrderWork;
  row: OrderRow;
  index: number;
}

function RowFields({ work, row, index }: RowFieldsProps) {
  const { t } = useTranslation();
  const { mask, errors, changeRow } = work;
  const wrong = errors.rows[row.id] ?? {};
  const line = t('booking.line', { number: index + 1 });
  const before = mask.rows[index - 1] ?? null;
  const field = (name: OrderRowField, label: string) =>
    rowField(name, label, { row, before, line, errors: wrong, changeRow });
  const collective = mask.kind === 'collective';
  return (
    <div className="order-line" role="group" aria-label={line} data-first={index === 0} data-payee={collective}>
      {collective && (
        <PartnerField
          {...field('partnerId', t('orders.partner'))}
          value={row.partnerId}
          onChange={(partnerId) => changeRow(row.id, { partnerId })}
        />
      )}
      <AmountField
        {...field('amount', t('orders.amount'))}
        value={row.amount}
        onChange={(amount) => changeRow(row.id, { amount })}
      />
      <LookupField
        {...field('account', t('orders.account'))}
        kind="accounts"
        value={row.account}
        onChange={(account) => changeRow(row.id, { account })}
      />
      <LookupField
        {...field('product', t('orders.product'))}
        kind="products"
        value={row.product}
        onChange={(product) => changeRow(row.id, { product })}
      />
      <LookupField
        {...field('costCentre', t('orders.costCentre'))}
        kind="cost-centres"
        value={row.costCentre}
        onChange={(costCentre) => changeRow(row.id, { costCentre })}
      />
      <TextInput
        {...field('text', t('orders.lineText'))}
        maxLength={400}
        autoComplete="off"
        value={row.text}
        placeholder={mask.text}
        onChange={(event) => changeRow(row.id, { text: event.currentTarget.value })}
      />
      <RemoveRow
        label={t('booking.removeLine', { number: index + 1 })}
        isOnly={mask.rows.length === 1}
        onRemove={() => work.removeRow(row.id)}
      />
    </div>
  );
}

/** Where the whole sum of an internal allocation is credited. */
function CreditSide({ work }: { work: OrderWork }) {
  const { t } = useTranslation();
  const { mask, errors, change } = work;
  return (
    <div className="order-lines">
      <h3>{t('orders.creditSide')}</h3>
      <div className="order-line" data-first="true">
        <TextInput
          label={t('orders.amount')}
          readOnly
          tabIndex={-1}
          value={formatMoney(orderTotal(mask))}
          styles={{ input: { textAlign: 'right' } }}
        />
        <LookupField
          label={t('orders.creditAccount')}
          kind="accounts"
          error={errors.head.creditAccount}
          data-mask-field="creditAccount"
          value={mask.creditAccount}
          onChange={(creditAccount) => change({ creditAccount })}
        />
        <LookupField
          label={t('orders.creditProduct')}
          kind="products"
          error={errors.head.creditProduct}
          data-mask-field="creditProduct"
          value={mask.creditProduct}
          onChange={(creditProduct) => change({ creditProduct })}
        />
      </div>
    </div>
  );
}
