import { down, has, some, textOf, tidyText } from './invoice-tree.js';
import { missing, someFilled, there } from './kinds.js';
import { double } from './numbers.js';
import { type Rule, anywhere, check, only, placed, root, rule } from './rule.js';
import { MEANS, PAYEE_ACCOUNT } from './ways.js';

/*
 * How the invoice is to be paid (BG-16), as far as EN 16931 asks; XRechnung asks more (germany.ts).
 */

const TRANSFER = ['30', '58'];

const TRANSFER_ACCOUNTS_UBL = only(placed('cac:PaymentMeans/cac:PayeeFinancialAccount'), (here) =>
  some(here.parent!, 'cbc:PaymentMeansCode', (code) => TRANSFER.includes(textOf(code))),
);
const TRANSFER_ACCOUNTS_CII = only(placed(`${MEANS}/${PAYEE_ACCOUNT}`), (here) =>
  some(here.parent!, 'ram:TypeCode', (code) => TRANSFER.includes(textOf(code))),
);

export const paymentRules: Rule[] = [
  rule('BR-49', 'fatal', 'BT-81', {
    ubl: check(anywhere('cac:PaymentMeans'), there('cbc:PaymentMeansCode')),
    cii: check(anywhere(MEANS), there('ram:TypeCode')),
    says: missing('BT-81'),
  }),
  rule('BR-50', 'fatal', 'BT-84', {
    ubl: check(TRANSFER_ACCOUNTS_UBL, someFilled('cbc:ID')),
    cii: check(TRANSFER_ACCOUNTS_CII, someFilled('ram:IBANID', 'ram:ProprietaryID')),
    says: missing('BT-84'),
  }),
  rule('BR-61', 'fatal', 'BT-84 BT-81', {
    ubl: check(
      anywhere('cac:PaymentMeans'),
      (here) =>
        !TRANSFER.includes(tidyText(down(here, 'cbc:PaymentMeansCode')[0] ?? null)) ||
        has(here, 'cac:PayeeFinancialAccount/cbc:ID'),
    ),
    cii: check(TRANSFER_ACCOUNTS_CII, there('ram:IBANID', 'ram:ProprietaryID')),
    says: {
      de: 'Bei Überweisung (BT-81: 30 oder 58) fehlt das Konto des Zahlungsempfängers (BT-84).',
      en: 'For a credit transfer (BT-81: 30 or 58) the payment account (BT-84) is missing.',
    },
  }),
  rule('BR-51', 'warning', 'BT-87', {
    severityCii: 'fatal',
    ubl: check(
      placed('cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID'),
      (here) => [...tidyText(here)].length <= 10,
    ),
    cii: check(
      anywhere('ram:ApplicableTradeSettlementFinancialCard'),
      (here) => [...tidyText(down(here, 'ram:ID')[0] ?? null)].length <= 10,
    ),
    says: {
      de: 'Von der Kartennummer (BT-87) dürfen nur die ersten sechs und die letzten vier Ziffern in der Rechnung stehen.',
      en: 'Of the card number (BT-87) an invoice may carry only the first six and the last four digits.',
    },
    todo: {
      de: 'Rechnung vertraulich behandeln und den Rechnungssteller hinweisen.',
      en: 'Treat the invoice as confidential and tell the seller.',
    },
  }),
];

/** CEN 1.3.15 had this rule, 1.3.16 dropped it. In UBL it asked invoices only, not credit notes. */
export const dueDateRule: Rule = rule('BR-CO-25', 'fatal', 'BT-9 BT-20 BT-115', {
  ubl: check(
    placed('ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount'),
    (here, tree) =>
      double(here)! <= 0 ||
      tree.all('cbc:DueDate').length > 0 ||
      tree.all('cac:PaymentTerms').some((terms) => has(terms, 'cbc:Note')),
  ),
  cii: check(root, (_, tree) => {
    const payable = Number(textOf(tree.all('ram:DuePayableAmount')[0] ?? tree.root));
    if (!(payable > 0)) return true;
    return tree
      .all('ram:SpecifiedTradePaymentTerms')
      .some((terms) => has(terms, 'ram:DueDateDateTime') || has(terms, 'ram:Description'));
  }),
  says: {
    de: 'Es ist etwas zu zahlen (BT-115), aber weder Fälligkeitsdatum (BT-9) noch Zahlungsbedingungen (BT-20) sind angegeben.',
    en: 'An amount is due (BT-115), but neither due date (BT-9) nor payment terms (BT-20) are given.',
  },
  todo: {
    de: 'Ohne Angabe gilt § 286 Abs. 3 BGB: spätestens 30 Tage nach Fälligkeit und Zugang der Rechnung.',
    en: 'Without either, § 286(3) BGB applies: at the latest 30 days after the claim fell due and the invoice arrived.',
  },
});
