import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '~/lib/money';
import { rowField } from '~/lib/row-field';
import { AmountField } from '~/ui/AmountField';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { RemoveRow } from '~/ui/RemoveRow';
import {
  type Accounts,
  cashAccountOf,
  type Mask,
  type MaskRow,
  needsCashAccount,
  type RowField,
  sidesOf,
} from './mask';
import type { Booking } from './use-booking';

interface MaskLineProps {
  booking: Booking;
  row: MaskRow;
  index: number;
  year: number;
}

/** One line of the mask in the order clerks know: amount, contra account, reference, date, account, product, text. */
export function MaskLine({ booking, row, index, year }: MaskLineProps) {
  const { t } = useTranslation();
  const { mask, accounts, errors, changeRow, changeHead } = booking;
  const first = index === 0;
  const before = first ? booking.previous : (mask.rows[index - 1] ?? null);
  const cashAccount = cashAccountOf(row, mask, accounts);
  const line = t('booking.line', { number: index + 1 });

  const field = (name: RowField) => ({
    ...rowField(name, t(`booking.${name}`), { row, before, line, errors: errors.rows[row.id] ?? {}, changeRow }),
    classNames: { root: `mask-field mask-${name}` },
  });

  return (
    <div className="mask-line" role="group" aria-label={line} data-first={first}>
      <AmountField
        {...field('amount')}
        signKeys
        value={row.amount}
        onChange={(amount) => changeRow(row.id, { amount })}
      />
      <span className="mask-side" aria-live="polite">
        {row.amount !== null && (row.amount < 0n ? t('booking.creditShort') : t('booking.debitShort'))}
      </span>
      <LookupField
        {...field('contra')}
        kind="accounts"
        value={row.contra}
        onChange={(contra) => changeRow(row.id, { contra })}
      />
      {first ? (
        <>
          <TextInput
            label={t('booking.reference')}
            error={errors.head.reference}
            classNames={{ root: 'mask-field mask-reference' }}
            data-mask-field="reference"
            autoComplete="off"
            maxLength={80}
            value={mask.reference}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => changeHead({ reference: event.currentTarget.value })}
          />
          <DayField
            label={t('booking.bookingDate')}
            error={errors.head.bookingDate}
            classNames={{ root: 'mask-field mask-date' }}
            data-mask-field="bookingDate"
            year={year}
            value={mask.bookingDate}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(bookingDate) => changeHead({ bookingDate })}
          />
        </>
      ) : (
        <span className="mask-same">{t('booking.sameVoucher')}</span>
      )}
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
      {needsCashAccount(row, accounts) ? (
        <LookupField
          {...field('cashAccount')}
          kind="cash-accounts"
          value={cashAccount}
          onChange={(code) => changeRow(row.id, { cashAccount: code })}
        />
      ) : (
        <span className="mask-field mask-cashAccount mask-absent" />
      )}
      <TextInput
        {...field('text')}
        maxLength={200}
        autoComplete="off"
        value={row.text}
        placeholder={first ? undefined : mask.rows[0]!.text}
        onChange={(event) => changeRow(row.id, { text: event.currentTarget.value })}
      />
      <RemoveRow
        label={t('booking.removeLine', { number: index + 1 })}
        isOnly={mask.rows.length === 1}
        onRemove={() => booking.removeRow(row.id)}
      />
      <InWords row={row} mask={mask} accounts={accounts} />
    </div>
  );
}

/** The line in words: which account stands in the debit and which in the credit. */
function InWords({ row, mask, accounts }: { row: MaskRow; mask: Mask; accounts: Accounts }) {
  const { t } = useTranslation();
  const cashAccount = cashAccountOf(row, mask, accounts);
  const sides = sidesOf(row).filter((side) => side.account);
  const ordered = [...sides].sort((a, b) => Number(b.cents > 0n) - Number(a.cents > 0n));
  return (
    <p className="mask-words">
      {ordered.map((side) => (
        <span key={side.side}>
          <b>{side.cents < 0n ? t('booking.credit') : t('booking.debit')}</b> {side.account}{' '}
          {accounts.get(side.account)?.name} {formatMoney(side.cents < 0n ? -side.cents : side.cents)}
          {accounts.get(side.account)?.liquid &&
            cashAccount &&
            ` (${t('booking.cashAccount')} ${cashAccount} ${accounts.get(cashAccount)?.name ?? ''})`}
        </span>
      ))}
    </p>
  );
}
