import type { Cents } from '@lib/kernel';
import type { Line } from '@lib/ledger';
import type { ItemShare, ItemTax } from '@lib/open-items';
import { type OwnInvoice, type OwnTotals, twoDecimals, type VatCategoryCode } from './own-invoice.js';

/** Where the tax on own invoices is booked. */
export interface VatAccounts {
  /** Output VAT by rate: `19` → account `3712` and the tax key. */
  byRate: ReadonlyMap<string, { account: string; code: string }>;
  /** Keys of turnover without tax, by category; absent where the client has none. */
  untaxed: ReadonlyMap<VatCategoryCode, string>;
  /** Account of in-payments that received tax carries in the Finanzrechnung. */
  cashAccount: string;
}

/** What an own invoice does in the books. */
export interface OwnPosting {
  lines: Line[];
  /** Index of the invoice's line behind each line of the entry; null for tax and claim. */
  from: (number | null)[];
  /** Whole amount of the open item: positive a claim, negative what we owe back. */
  claim: Cents;
  shares: ItemShare[];
  /** The tax in the claim: it falls with a discount (§ 17 UStG). */
  taxes: ItemTax[];
}

/** Accounts of rents and leases: their claims stand with the debtors of rents. */
const RENTS = /^441/;

/** The debtors' control account that fits: rents, public law, or else private law. */
export function claimsAccountFor(draft: OwnInvoice): string {
  if (draft.claimsAccount !== null) return draft.claimsAccount;
  if (draft.lines.every((line) => RENTS.test(line.account))) return '171101';
  return draft.lines.every((line) => line.vat.category === 'O') ? '165901' : '171201';
}

/**
 * Claim on the debtors' control account against revenue and output tax. A credit note has the signs turned round. The open item's
 * shares are what the payment will carry: the revenue accounts' accounts of in-payments, and that of received tax.
 * @param openItem id that the claim's line names
 * @param cashAccounts of the lines' revenue accounts
 */
export function postingOf(
  draft: OwnInvoice,
  totals: OwnTotals,
  vat: VatAccounts,
  cashAccounts: readonly (string | null)[],
  openItem: string,
): OwnPosting {
  const sign = draft.kind === 'credit-note' ? -1n : 1n;
  const lines: Line[] = [];
  const from: (number | null)[] = [];
  const taxes: ItemTax[] = [];
  const shares = new Map<string, ItemShare>();
  const share = (product: string | null, costCentre: string | null, cashAccount: string, amount: Cents): void => {
    const key = [product, costCentre, cashAccount].join('|');
    const known = shares.get(key);
    if (known) known.amount += amount;
    else shares.set(key, { product, costCentre, cashAccount, amount });
  };
  const add = (line: Line, index: number | null): void => {
    if (line.amount === 0n) return;
    lines.push(line);
    from.push(index);
  };
  draft.lines.forEach(({ account, product, costCentre, text, vat: { category } }, index) => {
    const amount = sign * totals.lines[index]!;
    const code = vat.untaxed.get(category);
    const tax = code === undefined ? null : { code, rate: '0.00', base: -amount };
    add({ account, product, costCentre, cashAccount: null, amount: -amount, text, ...(tax && { tax }) }, index);
    share(product, costCentre, cashAccounts[index]!, amount);
  });
  for (const group of totals.groups) {
    if (group.tax === 0n) continue;
    const { account, code } = vat.byRate.get(group.rate)!;
    const amount = sign * group.tax;
    const text = `Umsatzsteuer ${group.rate} %`;
    const tax = { code, rate: twoDecimals(group.rate), base: -sign * group.net };
    add({ account, product: null, costCentre: null, cashAccount: null, amount: -amount, text, tax }, null);
    taxes.push({ ...tax, account, tax: -amount });
    share(null, null, vat.cashAccount, amount);
  }
  const claim = sign * totals.gross;
  add(
    {
      account: claimsAccountFor(draft),
      product: null,
      costCentre: null,
      cashAccount: null,
      amount: claim,
      text: '',
      openItem,
    },
    null,
  );
  return { lines, from, claim, taxes, shares: [...shares.values()].filter((entry) => entry.amount !== 0n) };
}
