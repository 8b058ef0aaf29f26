import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBooks } from '~/frame/client-context';
import { formatMoney } from '~/lib/money';
import { rowField } from '~/lib/row-field';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { RemoveRow } from '~/ui/RemoveRow';
import { useAccounts, useCatalogue } from '~/ui/use-catalogue';
import { type DraftRow, type DraftRowField, lineNet, shownNumber, typedNumber, type VatCategory } from './draft';
import type { DraftWork } from './use-draft';

const UNITS = ['C62', 'MON', 'HUR', 'DAY', 'ANN', 'LS', 'KMT', 'MTR', 'MTK', 'MTQ', 'KGM', 'KWH'] as const;
const RATES = ['19', '7'];
const WITHOUT_TAX = ['O', 'E', 'AE', 'Z'] as const;

interface InvoiceRowProps {
  work: DraftWork;
  row: DraftRow;
  index: number;
  /** Shows explanation, cost centre and period, too. */
  detailed: boolean;
}

/** One line of an own invoice: what is charged, how much of it, and where it is booked. */
export function InvoiceRow({ work, row, index, detailed }: InvoiceRowProps) {
  const { t } = useTranslation();
  const { year } = useBooks();
  const accounts = useAccounts();
  const products = useCatalogue('products');
  const { mask, errors, changeRow } = work;
  const wrong = errors.rows[row.id] ?? {};
  const line = t('ownInvoices.line', { number: index + 1 });
  const before = mask.rows[index - 1] ?? null;
  const field = (name: DraftRowField, label: string) =>
    // One choice for the kind of tax and its rate.
    rowField(
      name,
      label,
      { row, before, line, errors: wrong, changeRow },
      name === 'category' ? [name, 'rate'] : [name],
    );
  /** Written out when the field is left: `1.234,50`. */
  const number = (name: 'quantity' | 'price', decimals: number) => ({
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    styles: { input: { textAlign: 'right' as const, fontVariantNumeric: 'tabular-nums' } },
    value: row[name],
    onChange: (event: { currentTarget: { value: string } }) => changeRow(row.id, { [name]: event.currentTarget.value }),
    onBlur: () => {
      const plain = typedNumber(row[name]);
      const shown = plain === null ? row[name] : shownNumber(plain, decimals);
      if (shown !== row[name]) changeRow(row.id, { [name]: shown });
    },
  });
  const net = lineNet(row);
  const vat = row.category === 'S' ? `S ${row.rate}` : row.category;
  const vatChoices = [
    ...[...new Set([...RATES, ...(row.category === 'S' ? [row.rate] : [])])].map((rate) => ({
      value: `S ${rate}`,
      label: `${shownNumber(rate)} %`,
    })),
    ...WITHOUT_TAX.map((category) => ({ value: category as string, label: t(`ownInvoices.vatKinds.${category}`) })),
  ];
  const units = (UNITS as readonly string[]).includes(row.unit) ? UNITS : [...UNITS, row.unit];
  const named = [accounts.get(row.account)?.name, products.byCode.get(row.product)?.name].filter(Boolean);
  return (
    <div className="own-line" role="group" aria-label={line} data-first={index === 0}>
      <TextInput
        {...field('text', t('ownInvoices.lineText'))}
        maxLength={200}
        autoComplete="off"
        value={row.text}
        onChange={(event) => changeRow(row.id, { text: event.currentTarget.value })}
      />
      <TextInput {...field('quantity', t('ownInvoices.quantity'))} {...number('quantity', 0)} />
      <NativeSelect
        {...field('unit', t('ownInvoices.unit'))}
        value={row.unit}
        onChange={(event) => changeRow(row.id, { unit: event.currentTarget.value })}
        data={units.map((unit) => ({
          value: unit,
          label: t(`ownInvoices.units.${unit as 'C62'}`, { defaultValue: unit }),
        }))}
      />
      <TextInput {...field('price', t('ownInvoices.price'))} {...number('price', 2)} />
      <NativeSelect
        {...field('category', t('ownInvoices.vat'))}
        value={vat}
        onChange={(event) => {
          const [category, rate = '0'] = event.currentTarget.value.split(' ') as [VatCategory, string?];
          changeRow(row.id, { category, rate });
        }}
        data={vatChoices}
      />
      <LookupField
        {...field('account', t('ownInvoices.account'))}
        kind="accounts"
        value={row.account}
        onChange={(account) => changeRow(row.id, { account })}
      />
      <LookupField
        {...field('product', t('ownInvoices.product'))}
        kind="products"
        value={row.product}
        onChange={(product) => changeRow(row.id, { product })}
      />
      <span className="own-net">
        <span className="own-net-label">{t('ownInvoices.lineNet')}</span>
        {net === null ? '–' : formatMoney(net)}
      </span>
      <RemoveRow
        label={t('ownInvoices.removeLine', { number: index + 1 })}
        isOnly={mask.rows.length === 1}
        onRemove={() => work.removeRow(row.id)}
      />
      {(row.category === 'E' || row.reason !== '' || wrong.reason) && row.category !== 'S' && (
        <TextInput
          {...field('reason', t('ownInvoices.vatReason'))}
          className="own-reason"
          maxLength={200}
          autoComplete="off"
          value={row.reason}
          onChange={(event) => changeRow(row.id, { reason: event.currentTarget.value })}
        />
      )}
      {detailed && (
        <div className="own-more">
          <Textarea
            {...field('description', t('ownInvoices.description'))}
            autosize
            minRows={1}
            maxLength={1000}
            value={row.description}
            onChange={(event) => changeRow(row.id, { description: event.currentTarget.value })}
          />
          <LookupField
            {...field('costCentre', t('ownInvoices.costCentre'))}
            kind="cost-centres"
            value={row.costCentre}
            onChange={(costCentre) => changeRow(row.id, { costCentre })}
          />
          <DayField
            {...field('serviceFrom', t('ownInvoices.serviceFrom'))}
            year={year}
            value={row.serviceFrom}
            onChange={(serviceFrom) => changeRow(row.id, { serviceFrom })}
          />
          <DayField
            {...field('serviceTo', t('ownInvoices.serviceTo'))}
            year={year}
            value={row.serviceTo}
            onChange={(serviceTo) => changeRow(row.id, { serviceTo })}
          />
        </div>
      )}
      <p className="mask-words">{named.join(' · ')}</p>
    </div>
  );
}
