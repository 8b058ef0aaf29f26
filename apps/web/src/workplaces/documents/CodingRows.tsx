import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clientQuery } from '~/api/centre';
import { type VatTreatment, VAT_TREATMENTS } from '~/api/document-types';
import { useClient } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { formatMoney } from '~/lib/money';
import { rowField } from '~/lib/row-field';
import { AmountField } from '~/ui/AmountField';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { RemoveRow } from '~/ui/RemoveRow';
import { useAccounts, useCatalogue } from '~/ui/use-catalogue';
import { type CodingRow, type CodingRowField, hasShare, isSelfAssessed, taxIn } from './coding';
import type { CodingWork } from './use-coding';

interface CodingRowProps {
  work: CodingWork;
  row: CodingRow;
  index: number;
  reasons: string[];
  /** Shows service period and cash-flow account, too. */
  detailed: boolean;
  year: number;
}

const RATES = ['19', '7', '0'];

/** One line of the coding: amount, account, product, cost centre, tax, text; what was proposed says why below it. */
export function CodingRowFields({ work, row, index, reasons, detailed, year }: CodingRowProps) {
  const { t } = useTranslation();
  const { mask, errors, changeRow } = work;
  const line = t('booking.line', { number: index + 1 });
  const before = mask.rows[index - 1] ?? null;
  const labelOf = (name: CodingRowField) => t(name === 'text' ? 'coding.lineText' : `coding.${name as 'amount'}`);
  const of = { row, before, line, errors: errors.rows[row.id] ?? {}, changeRow };
  const field = (name: CodingRowField) => ({
    // A treatment says what may be deducted.
    ...rowField(name, labelOf(name), of, name === 'treatment' ? [name, 'deductible'] : [name]),
    classNames: { root: `mask-field code-${name}` },
  });
  const rates = [...new Set([...RATES, row.rate])];
  // Who is no taxable person deducts no input tax (§ 15(1) UStG) and is not offered it; what is chosen already stays in sight.
  const { data: client } = useQuery(clientQuery(useClient().id));
  const deducts = client === undefined || client.vatStatus === 'regular';
  const treatments = VAT_TREATMENTS.filter(
    (one) => deducts || one === row.treatment || (one !== 'business' && one !== 'partial'),
  );
  return (
    <div className="code-line" role="group" aria-label={line} data-first={index === 0}>
      <AmountField
        {...field('amount')}
        signKeys
        value={row.amount}
        onChange={(amount) => changeRow(row.id, { amount })}
      />
      <LookupField
        {...field('account')}
        kind="accounts"
        value={row.account}
        onChange={(account) => changeRow(row.id, { account })}
      />
      <LookupField
        {...field('product')}
        kind="products"
        value={row.product}
        onChange={(product) => changeRow(row.id, { product })}
      />
      <LookupField
        {...field('costCentre')}
        kind="cost-centres"
        value={row.costCentre}
        onChange={(costCentre) => changeRow(row.id, { costCentre })}
      />
      <NativeSelect
        {...field('rate')}
        value={row.rate}
        onChange={(event) => changeRow(row.id, { rate: event.currentTarget.value })}
        data={rates.map((rate) => ({ value: rate, label: `${rate.replace('.', ',')} %` }))}
      />
      <NativeSelect
        {...field('treatment')}
        value={row.treatment}
        onChange={(event) => changeRow(row.id, treated(event.currentTarget.value as VatTreatment, row))}
        data={treatments.map((value) => ({ value, label: t(`coding.treatments.${value}`) }))}
      />
      <TextInput
        {...field('text')}
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
      {(hasShare(row.treatment) || mask.shares.length > 0 || detailed) && (
        <div className="code-more">
          {hasShare(row.treatment) && (
            <TextInput
              {...field('deductible')}
              inputMode="decimal"
              rightSection="%"
              value={row.deductible.replace('.', ',')}
              onChange={(event) => changeRow(row.id, { deductible: event.currentTarget.value.replace(',', '.') })}
            />
          )}
          {mask.shares.length > 0 && (
            <NativeSelect
              {...field('share')}
              value={String(row.share ?? '')}
              onChange={(event) => changeRow(row.id, { share: Number(event.currentTarget.value) || null })}
              data={[
                { value: '', label: t('coding.chooseShare') },
                ...mask.shares.map((share) => ({
                  value: String(share.no),
                  label: t('coding.shareNo', { no: share.no }),
                })),
              ]}
            />
          )}
          {detailed && (
            <>
              <DayField
                {...field('serviceFrom')}
                year={year}
                value={row.serviceFrom}
                onChange={(serviceFrom) => changeRow(row.id, { serviceFrom })}
              />
              <DayField
                {...field('serviceTo')}
                year={year}
                value={row.serviceTo}
                onChange={(serviceTo) => changeRow(row.id, { serviceTo })}
              />
              <LookupField
                {...field('cashAccount')}
                kind="cash-accounts"
                value={row.cashAccount}
                onChange={(cashAccount) => changeRow(row.id, { cashAccount })}
              />
            </>
          )}
        </div>
      )}
      <InWords row={row} showPeriod={!detailed} />
      {reasons.length > 0 && (
        <p className="code-reasons">
          <span className="strong">{t('coding.proposed')}</span> {reasons.join(' · ')}
        </p>
      )}
    </div>
  );
}

const treated = (treatment: VatTreatment, row: CodingRow): Partial<CodingRow> => ({
  treatment,
  deductible:
    treatment === 'business'
      ? '100'
      : treatment === 'sovereign'
        ? '0'
        : row.deductible === '100'
          ? '0'
          : row.deductible,
});

/** The line in words: what is booked where, and what becomes of the tax. */
function InWords({ row, showPeriod }: { row: CodingRow; showPeriod: boolean }) {
  const { t } = useTranslation();
  const accounts = useAccounts();
  const products = useCatalogue('products');
  const tax = taxIn(row);
  const net = (row.amount ?? 0n) - tax;
  const product = products.byCode.get(row.product)?.name;
  return (
    <p className="mask-words">
      {row.account && (
        <span>
          <b>{row.account}</b> {accounts.get(row.account)?.name}
          {product && ` · ${product}`}
        </span>
      )}
      {row.amount !== null && tax !== 0n && (
        <span>
          {t('coding.netAndTax', { net: formatMoney(net), tax: formatMoney(tax) })}
          {row.treatment === 'sovereign' && ` · ${t('coding.wholeAmount')}`}
        </span>
      )}
      {showPeriod && (row.serviceFrom || row.serviceTo) && (
        <span>
          {t('coding.service')} {[...new Set([formatDay(row.serviceFrom), formatDay(row.serviceTo)])].join(' – ')}
        </span>
      )}
      {isSelfAssessed(row.treatment) && <span>{t('coding.selfAssessed')}</span>}
    </p>
  );
}
