import type { Decimal } from 'decimal.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, first, tidyText } from './invoice-tree.js';
import { decimalOf } from '../decimal-text.js';
import { SETTLEMENT } from './ways.js';
import type { Words } from './terms.js';

/** An amount as messages show it: `1.234,50 €` and `1,234.50 EUR`, with as many decimals as it has, at least two. */
export function money(value: Decimal | null, currency: string): Words {
  // Sums in floating point may be no number at all.
  if (value?.isFinite() !== true) return { de: '–', en: '–' };
  const text = value.toFixed(Math.max(2, Math.min(value.decimalPlaces(), 6)));
  const [whole, decimals] = text.replace('-', '').split('.');
  const sign = text.startsWith('-') ? '-' : '';
  const grouped = (by: string): string => whole!.replace(/\B(?=(?:\d{3})+$)/g, by);
  return {
    de: `${sign}${grouped('.')},${decimals} ${currency === 'EUR' ? '€' : currency}`.trimEnd(),
    en: `${sign}${grouped(',')}.${decimals} ${currency}`.trimEnd(),
  };
}

/** BT-5, or nothing where the invoice names none. */
export function currencyOf(tree: InvoiceTree): string {
  const way = tree.syntax === 'ubl' ? 'cbc:DocumentCurrencyCode' : `${SETTLEMENT}/ram:InvoiceCurrencyCode`;
  return tidyText(first(tree.root, way));
}

/** An element's amount for a message; unreadable text is shown as it is. */
export function amountIn(element: XmlElement | null, tree: InvoiceTree): Words {
  if (element === null) return { de: '–', en: '–' };
  const value = decimalOf(element.text);
  if (value === null) return { de: tidyText(element), en: tidyText(element) };
  return money(value, currencyOf(tree));
}
