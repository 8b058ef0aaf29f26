import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { deciderQuery } from '~/api/documents';
import {
  type Coding,
  type DocumentDetail,
  PAYMENT_METHODS,
  type PaymentMethod,
  type Proposal,
} from '~/api/document-types';
import { partnerQuery } from '~/api/partners';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { hasMaskErrors } from '~/lib/mask-errors';
import { formatMoney, fromApi, sum } from '~/lib/money';
import { useKeys } from '~/lib/keys';
import { AmountField } from '~/ui/AmountField';
import { Arms } from '~/ui/Arms';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { PartnerField } from '~/ui/PartnerField';
import { codingTotals, isInternal, type PlacedReasons, placeReasons } from './coding';
import { CodingRowFields } from './CodingRows';
import { NewPartner } from './NewPartner';
import { CreditSide } from './CreditSide';
import { PostingPreview } from './PostingPreview';
import { formatIban } from './said';
import { type CodingWork, useCoding } from './use-coding';
import '../booking/booking.css';

interface CodingMaskProps {
  document: DocumentDetail;
  proposal: Proposal | undefined;
  onSubmitted: (document: DocumentDetail) => void;
}

/** The mask beside the invoice: everything proposed, everything from the keyboard, the difference always in sight. */
export function CodingMaskForm({ document, proposal, onSubmitted }: CodingMaskProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { year } = useBooks();
  const work = useCoding({ document, proposal, onSubmitted });
  const { mask, errors } = work;
  const form = useRef<HTMLFormElement>(null);
  // A period within one year needs no eye; one that crosses its end does.
  const [detailed, setDetailed] = useState(
    mask.accrualAccount !== null ||
      mask.rows.some((row) => row.serviceFrom?.slice(0, 4) !== row.serviceTo?.slice(0, 4)),
  );
  const reasons = useMemo(
    () => (document.coding ? { head: [], rows: [] } : placeReasons(proposal?.reasons ?? [])),
    [document.coding, proposal],
  );

  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[data-mask-field="${name}"]`)?.focus();
  useEffect(() => {
    if (hasMaskErrors(errors)) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const afterField = (act: () => void) => {
    const field = globalThis.document.activeElement as HTMLElement | null;
    flushSync(() => field?.blur());
    field?.focus();
    act();
  };
  const addRow = () => focus(`${flushSync(work.addRow).id}.amount`);

  useKeys(t('coding.title'), [
    {
      keys: ['NumpadMultiply', 'Ctrl+Enter'],
      shown: '* / Ctrl+Enter',
      label: t('coding.keys.submit'),
      run: () => afterField(work.submit),
    },
    { keys: ['F8'], label: t('booking.keys.tryOut'), run: () => afterField(work.tryOut) },
    { keys: ['Ctrl+S'], label: t('coding.keys.save'), run: () => afterField(work.save) },
    { keys: ['Enter'], shown: '↵', label: t('booking.keys.next') },
    { keys: ['F2'], label: t('booking.keys.repeat') },
    { keys: ['F4'], label: t('booking.keys.lookup') },
  ]);

  const onEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (!target.dataset.maskField) return;
    event.preventDefault();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mask-field], [data-submit]')];
    const next = fields[fields.indexOf(target) + 1];
    const lastOfLines = target.dataset.maskField.endsWith('.text') && next?.dataset.maskField === 'dueOn';
    if (lastOfLines && codingTotals(mask, work.total).difference) return addRow();
    next?.focus();
  };

  return (
    <form
      ref={form}
      className="mask code-mask"
      aria-label={t('coding.maskOf', { number: document.number, client: client.name })}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onEnter}
    >
      <header className="mask-head">
        <Arms client={client} size={20} />
        <strong>{client.name}</strong>
        {work.isDirty && <span className="quiet">{t('coding.unsaved')}</span>}
      </header>
      {errors.general.length > 0 && (
        <div className="notice bad" role="alert">
          {errors.general.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <Head work={work} document={document} reasons={reasons.head.filter((one) => !isAboutPayment(one.field))} />
      <div className="mask-lines">
        {mask.rows.map((row, index) => (
          <CodingRowFields
            key={row.id}
            work={work}
            row={row}
            index={index}
            reasons={reasons.rows[index] ?? []}
            detailed={detailed}
            year={year}
          />
        ))}
        <p className="code-links">
          <button type="button" className="link" onClick={addRow}>
            {t('booking.addLine')}
          </button>
          <button type="button" className="link" aria-expanded={detailed} onClick={() => setDetailed(!detailed)}>
            {detailed ? t('coding.lessPerLine') : t('coding.morePerLine')}
          </button>
          <ShareLink work={work} />
        </p>
        <Shares work={work} />
      </div>
      <Cleared work={work} alternative={document.coding ? null : (proposal?.alternative ?? null)} />
      {!isInternal(mask) && (
        <Payment
          work={work}
          year={year}
          documentIban={document.iban}
          reasons={reasons.head.filter((one) => isAboutPayment(one.field))}
        />
      )}
      <Foot work={work} />
      {work.trial.data && <PostingPreview trial={work.trial.data} />}
    </form>
  );
}

type HeadReasons = PlacedReasons['head'];
const PAYMENT = [
  'dueOn',
  'discountOn',
  'discountAmount',
  'method',
  'bankAccountNo',
  'paymentBlock',
  'retention',
  'accrual',
];
const isAboutPayment = (field: string): boolean => PAYMENT.includes(field.split('/')[0]!);

/** Why the fields above hold what they hold. */
function Reasons({ reasons }: { reasons: HeadReasons }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <p className="code-reasons">
      <span className="strong">{t('coding.proposed')}</span> {reasons.map((one) => one.text).join(' · ')}
    </p>
  );
}

function Head({ work, document, reasons }: { work: CodingWork; document: DocumentDetail; reasons: HeadReasons }) {
  const { t } = useTranslation();
  const may = useMay();
  const { mask, errors, change } = work;
  return (
    <div className="code-head">
      {!isInternal(mask) && (
        <PartnerField
          label={t('coding.partner')}
          error={errors.head.partnerId}
          data-mask-field="partnerId"
          value={mask.partnerId}
          onChange={(partnerId) => change({ partnerId, bankAccountNo: null })}
        />
      )}
      <TextInput
        label={t('coding.text')}
        error={errors.head.text}
        data-mask-field="text"
        maxLength={400}
        autoComplete="off"
        value={mask.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {!mask.partnerId && !isInternal(mask) && may('partners:manage') && (
        <NewPartner document={document} onCreated={(partnerId) => change({ partnerId })} />
      )}
      <Reasons reasons={reasons} />
    </div>
  );
}

/** What of it was paid or billed before, and what a credit note reduces; a correction can be booked in two ways. */
function Cleared({ work, alternative }: { work: CodingWork; alternative: Coding | null }) {
  const { t } = useTranslation();
  const { kept } = work.mask;
  const total = (parts: { amount: string }[]) => formatMoney(sum(parts.map((part) => fromApi(part.amount))));
  if (isInternal(work.mask))
    return (
      <div className="code-cleared">
        <CreditSide parts={kept.prepaid} />
      </div>
    );
  if (kept.prepaid.length === 0 && kept.offsets.length === 0 && !kept.correction) return null;
  return (
    <div className="code-cleared">
      {kept.prepaid.length > 0 && (
        <p>
          {t('coding.prepaid', { count: kept.prepaid.length, amount: total(kept.prepaid) })}{' '}
          <button type="button" className="link" onClick={() => work.change({ kept: { ...kept, prepaid: [] } })}>
            {t('coding.withoutPrepaid')}
          </button>
        </p>
      )}
      {kept.offsets.length > 0 && (
        <p>
          {t('coding.offsets', { count: kept.offsets.length, amount: total(kept.offsets) })}{' '}
          <button type="button" className="link" onClick={() => work.change({ kept: { ...kept, offsets: [] } })}>
            {t('coding.withoutOffsets')}
          </button>
        </p>
      )}
      {kept.correction && (
        <p>
          {t(`coding.corrections.${kept.correction}`)}{' '}
          {alternative?.correction && (
            <button type="button" className="link" onClick={() => work.replaceBy(alternative)}>
              {t('coding.otherWay', { way: t(`coding.corrections.${alternative.correction}`) })}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

interface PaymentProps {
  work: CodingWork;
  year: number;
  documentIban: string | null;
  reasons: HeadReasons;
}

function Payment({ work, year, documentIban, reasons }: PaymentProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { mask, errors, change } = work;
  const { data: partner } = useQuery({ ...partnerQuery(client.id, mask.partnerId), enabled: mask.partnerId !== '' });
  const accounts = (partner?.bankAccounts ?? []).filter(
    (account) => account.state === 'confirmed' || account.state === 'proposed',
  );
  const named = accounts.find((account) => account.iban === documentIban?.replace(/\s/g, ''))?.no ?? null;
  useEffect(() => {
    // The account that the invoice names, once the supplier is known; what somebody chose stays.
    if (work.isDirty && mask.bankAccountNo === null && named !== null) change({ bankAccountNo: named });
  }, [mask.partnerId, named]); // only another supplier or account asks the question anew
  return (
    <fieldset className="code-payment">
      <legend>{t('coding.payment')}</legend>
      <DayField
        label={t('coding.dueOn')}
        error={errors.head.dueOn}
        data-mask-field="dueOn"
        year={year}
        value={mask.dueOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <DayField
        label={t('coding.discountOn')}
        error={errors.head.discountOn}
        data-mask-field="discountOn"
        year={year}
        value={mask.discountOn}
        onChange={(discountOn) => change({ discountOn })}
      />
      <AmountField
        label={t('coding.discountAmount')}
        error={errors.head.discountAmount}
        data-mask-field="discountAmount"
        value={mask.discountAmount}
        onChange={(discountAmount) => change({ discountAmount })}
      />
      <NativeSelect
        label={t('coding.method')}
        data-mask-field="method"
        value={mask.method}
        onChange={(event) => change({ method: event.currentTarget.value as PaymentMethod })}
        data={PAYMENT_METHODS.map((value) => ({ value, label: t(`coding.methods.${value}`) }))}
      />
      <NativeSelect
        className="code-wide"
        label={t('coding.bankAccount')}
        error={errors.head.bankAccountNo}
        data-mask-field="bankAccountNo"
        disabled={mask.method !== 'transfer'}
        value={String(mask.bankAccountNo ?? '')}
        onChange={(event) => change({ bankAccountNo: Number(event.currentTarget.value) || null })}
        data={[
          { value: '', label: accounts.length === 0 ? t('coding.noBankAccount') : t('coding.chooseBankAccount') },
          ...accounts.map((account) => ({
            value: String(account.no),
            label:
              account.state === 'proposed'
                ? t('coding.unconfirmed', { iban: formatIban(account.iban) })
                : formatIban(account.iban),
          })),
        ]}
      />
      <TextInput
        className="code-wide"
        label={t('coding.paymentBlock')}
        placeholder={t('coding.paymentBlockHint')}
        error={errors.head.paymentBlock}
        data-mask-field="paymentBlock"
        maxLength={200}
        autoComplete="off"
        value={mask.paymentBlock}
        onChange={(event) => change({ paymentBlock: event.currentTarget.value })}
      />
      {mask.retention ? (
        <>
          <AmountField
            label={t('coding.retentionAmount')}
            error={errors.head.retention}
            data-mask-field="retentionAmount"
            value={mask.retention.amount}
            onChange={(amount) => change({ retention: { dueOn: null, ...mask.retention, amount } })}
          />
          <DayField
            label={t('coding.retentionDueOn')}
            data-mask-field="retentionDueOn"
            year={year}
            value={mask.retention.dueOn}
            onChange={(dueOn) => change({ retention: { amount: null, ...mask.retention, dueOn } })}
          />
        </>
      ) : null}
      {mask.accrualAccount !== null && (
        <LookupField
          className="code-wide"
          label={t('coding.accrualAccount')}
          error={errors.head.accrual}
          data-mask-field="accrualAccount"
          kind="accounts"
          showName
          value={mask.accrualAccount}
          onChange={(accrualAccount) => change({ accrualAccount })}
        />
      )}
      <p className="code-links">
        <button
          type="button"
          className="link"
          onClick={() => change({ retention: mask.retention ? null : { amount: null, dueOn: null } })}
        >
          {mask.retention ? t('coding.withoutRetention') : t('coding.withRetention')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => change({ accrualAccount: mask.accrualAccount === null ? '' : null })}
        >
          {mask.accrualAccount === null ? t('coding.withAccrual') : t('coding.withoutAccrual')}
        </button>
      </p>
      <Reasons reasons={reasons} />
    </fieldset>
  );
}

function ShareLink({ work }: { work: CodingWork }) {
  const { t } = useTranslation();
  const { mask, change } = work;
  const split = () => {
    const shares = [1, 2].map((no) => ({ no, holder: '', note: '' }));
    change({ shares, rows: mask.rows.map((row, i) => ({ ...row, share: i === 0 ? 1 : 2 })) });
  };
  if (mask.shares.length > 0) return null;
  return (
    <button type="button" className="link" onClick={split}>
      {t('coding.split')}
    </button>
  );
}

/** Who answers for which part: each share is decided by its own budget holder. */
function Shares({ work }: { work: CodingWork }) {
  const { t } = useTranslation();
  const client = useClient();
  const { mask, errors, change } = work;
  const { data: people = [] } = useQuery({ ...deciderQuery(client.id), enabled: mask.shares.length > 0 });
  if (mask.shares.length === 0) return null;
  const amountOf = (no: number) =>
    mask.rows.filter((row) => row.share === no).reduce((sum, row) => sum + (row.amount ?? 0n), 0n);
  return (
    <fieldset className="code-shares">
      <legend>{t('coding.shares')}</legend>
      {errors.head.shares && <p className="bad">{errors.head.shares}</p>}
      {mask.shares.map((share) => (
        <div key={share.no} className="code-share">
          <span className="strong">{t('coding.shareNo', { no: share.no })}</span>
          <NativeSelect
            aria-label={t('coding.holderOf', { no: share.no })}
            value={share.holder}
            onChange={(event) => {
              const holder = event.currentTarget.value;
              change({ shares: mask.shares.map((one) => (one.no === share.no ? { ...one, holder } : one)) });
            }}
            data={[
              { value: '', label: t('coding.chooseHolder') },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
          />
          <span className="amount">{formatMoney(amountOf(share.no))}</span>
        </div>
      ))}
      <p className="code-links">
        <button
          type="button"
          className="link"
          onClick={() =>
            change({
              shares: [...mask.shares, { no: Math.max(...mask.shares.map((one) => one.no)) + 1, holder: '', note: '' }],
            })
          }
        >
          {t('coding.addShare')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => change({ shares: [], rows: mask.rows.map((row) => ({ ...row, share: null })) })}
        >
          {t('coding.unsplit')}
        </button>
      </p>
    </fieldset>
  );
}

function Foot({ work }: { work: CodingWork }) {
  const { t } = useTranslation();
  const totals = codingTotals(work.mask, work.total);
  return (
    <footer className="mask-foot">
      <dl className="mask-totals" aria-live="polite">
        <div>
          <dt>{isInternal(work.mask) ? t('orders.amount') : t('coding.total')}</dt>
          <dd>{totals.total === null ? '–' : formatMoney(totals.total)}</dd>
        </div>
        <div>
          <dt>{t('coding.coded')}</dt>
          <dd>{formatMoney(totals.coded)}</dd>
        </div>
        <div className={totals.difference === 0n ? 'good' : 'bad strong'}>
          <dt>{t('booking.difference')}</dt>
          <dd>
            {totals.difference === null
              ? '–'
              : totals.difference === 0n
                ? t('coding.adds')
                : formatMoney(totals.difference)}
          </dd>
        </div>
      </dl>
      <div className="mask-actions">
        <Button data-submit loading={work.submitting.isPending} onClick={work.submit}>
          {t('coding.submit')}&ensp;<kbd>*</kbd>
        </Button>
        <Button variant="default" loading={work.trial.isPending} onClick={work.tryOut}>
          {t('booking.tryOut')}&ensp;<kbd>F8</kbd>
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={work.saving.isPending}
          disabled={!work.isDirty}
          onClick={work.save}
        >
          {t('common.save')}
        </Button>
      </div>
    </footer>
  );
}
