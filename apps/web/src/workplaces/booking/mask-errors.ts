import type { FieldError } from '~/api/problem';
import type { Catalogue } from '~/i18n/catalogue';
import { type MaskErrors, noMaskErrors } from '~/lib/mask-errors';
import {
  type Accounts,
  type BuiltEntry,
  cashAccountOf,
  isRowEmpty,
  type Mask,
  needsCashAccount,
  type RowField,
} from './mask';

export type EntryErrors = MaskErrors<'bookingDate' | 'documentDate' | 'reference' | 'text', RowField>;
export const noErrors = (): EntryErrors => noMaskErrors();

type Missing = keyof Catalogue['booking']['missing'] & string;

/** What the mask can tell by itself, before anything is sent. */
export function missingIn(mask: Mask, accounts: Accounts, say: (what: Missing) => string): EntryErrors {
  const errors = noErrors();
  if (!mask.bookingDate) errors.head.bookingDate = say('bookingDate');
  const rows = mask.rows.filter((row, i) => i === 0 || !isRowEmpty(row));
  rows.forEach((row, i) => {
    const at: EntryErrors['rows'][string] = {};
    if (row.amount === null || row.amount === 0n) at.amount = say('amount');
    if (!row.account) at.account = say('account');
    const asked = [row.account, row.contra].some((number) => accounts.get(number)?.productRequired);
    const paid = needsCashAccount(row, accounts) && cashAccountOf(row, mask, accounts) !== '';
    if ((asked || paid) && !row.product) at.product = say('product');
    if (i === 0 && !row.text) at.text = say('text');
    if (needsCashAccount(row, accounts) && !cashAccountOf(row, mask, accounts)) at.cashAccount = say('cashAccount');
    if (Object.keys(at).length > 0) errors.rows[row.id] = at;
  });
  return errors;
}

/** Puts the refusals of the service (`/lines/1/account`) back to the fields they came from. */
export function placeErrors(errors: FieldError[], origin: BuiltEntry['origin']): EntryErrors {
  const placed = noErrors();
  for (const { pointer = '', message } of errors) {
    const [, first, index, field] = pointer.split('/');
    const from = first === 'lines' ? origin[Number(index)] : undefined;
    if (from) {
      const at = (placed.rows[from.row] ??= {});
      at[fieldOf(field, from.side)] ??= message;
    } else if (first === 'bookingDate' || first === 'documentDate' || first === 'reference')
      placed.head[first] ??= message;
    else placed.general.push(message);
  }
  return placed;
}

function fieldOf(field: string | undefined, side: 'account' | 'contra'): RowField {
  if (field === 'product' || field === 'costCentre' || field === 'cashAccount' || field === 'text') return field;
  if (field === 'debit' || field === 'credit' || field === 'amount') return 'amount';
  return side;
}
