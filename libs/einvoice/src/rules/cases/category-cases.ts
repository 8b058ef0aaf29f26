import { AGREEMENT as A, BUYER_CII, DELIVERY, LINE, LINE_SETTLEMENT, SETTLEMENT as E, TOTALS, TRADE } from '../ways.js';
import { type Change, add, all, drop, dropEverywhere, put, putEverywhere } from './changes.js';
import type { Case } from './rule-cases.js';

/*
 * The rules of the VAT categories: the plain invoice becomes one of each category, and each is broken in ten ways.
 */

interface Kind {
  code: string;
  prefix: string;
  /** The rate of a good invoice; null: none. */
  rate: string | null;
  wrongRate: string | null;
  tax: string;
  reason: boolean;
  vatIds: 'needed' | 'forbidden';
}

const KINDS: Kind[] = [
  { code: 'S', prefix: 'S', rate: '19', wrongRate: '0', tax: '125.40', reason: false, vatIds: 'needed' },
  { code: 'L', prefix: 'AF', rate: '7', wrongRate: '-1', tax: '46.20', reason: false, vatIds: 'needed' },
  { code: 'M', prefix: 'AG', rate: '7', wrongRate: '-1', tax: '46.20', reason: false, vatIds: 'needed' },
  { code: 'Z', prefix: 'Z', rate: '0', wrongRate: '5', tax: '0.00', reason: false, vatIds: 'needed' },
  { code: 'E', prefix: 'E', rate: '0', wrongRate: '5', tax: '0.00', reason: true, vatIds: 'needed' },
  { code: 'AE', prefix: 'AE', rate: '0', wrongRate: '5', tax: '0.00', reason: true, vatIds: 'needed' },
  { code: 'K', prefix: 'IC', rate: '0', wrongRate: '5', tax: '0.00', reason: true, vatIds: 'needed' },
  { code: 'G', prefix: 'G', rate: '0', wrongRate: '5', tax: '0.00', reason: true, vatIds: 'needed' },
  { code: 'O', prefix: 'O', rate: null, wrongRate: '0', tax: '0.00', reason: true, vatIds: 'forbidden' },
];

const UBL_SUBTOTAL = 'cac:TaxTotal/cac:TaxSubtotal';
const UBL_CATEGORY = `${UBL_SUBTOTAL}/cac:TaxCategory`;
const CII_TAX = `${E}/ram:ApplicableTradeTax`;
const SUM = `${E}/${TOTALS}`;

const SUBJECTS = {
  line: {
    ubl: '*/cac:Item/cac:ClassifiedTaxCategory',
    cii: `${TRADE}/${LINE}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax`,
  },
  allowance: {
    ubl: 'cac:AllowanceCharge/cac:TaxCategory',
    cii: `${E}/ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax`,
  },
  charge: {
    ubl: 'cac:AllowanceCharge[2]/cac:TaxCategory',
    cii: `${E}/ram:SpecifiedTradeAllowanceCharge[2]/ram:CategoryTradeTax`,
  },
};

const ALL_TAX_CATEGORIES = ['cac:TaxCategory', 'cac:ClassifiedTaxCategory'];

function becomesUbl(kind: Kind): Change {
  const gross = (660 + Number(kind.tax)).toFixed(2);
  return all(
    ...ALL_TAX_CATEGORIES.map((tag) => putEverywhere('cbc:ID', kind.code, tag)),
    ...ALL_TAX_CATEGORIES.map((tag) =>
      kind.rate === null ? dropEverywhere('cbc:Percent', tag) : putEverywhere('cbc:Percent', kind.rate, tag),
    ),
    putEverywhere('cbc:TaxAmount', kind.tax),
    put('cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount', gross),
    put('cac:LegalMonetaryTotal/cbc:PrepaidAmount', (Number(gross) - 700).toFixed(2)),
    ...(kind.reason ? [add(UBL_CATEGORY, '<cbc:TaxExemptionReason>Grund</cbc:TaxExemptionReason>')] : []),
    ...(kind.vatIds === 'forbidden' ? [dropEverywhere('cac:PartyTaxScheme'), drop('cac:TaxRepresentativeParty')] : []),
  );
}

function becomesCii(kind: Kind): Change {
  const gross = (660 + Number(kind.tax)).toFixed(2);
  return all(
    putEverywhere('ram:CategoryCode', kind.code),
    kind.rate === null
      ? dropEverywhere('ram:RateApplicablePercent')
      : putEverywhere('ram:RateApplicablePercent', kind.rate),
    put(`${CII_TAX}/ram:CalculatedAmount`, kind.tax),
    put(`${SUM}/ram:TaxTotalAmount`, kind.tax),
    put(`${SUM}/ram:GrandTotalAmount`, gross),
    put(`${SUM}/ram:TotalPrepaidAmount`, (Number(gross) - 700).toFixed(2)),
    ...(kind.reason ? [add(CII_TAX, '<ram:ExemptionReason>Grund</ram:ExemptionReason>')] : []),
    ...(kind.vatIds === 'forbidden'
      ? [dropEverywhere('ram:SpecifiedTaxRegistration'), drop(`${A}/ram:SellerTaxRepresentativeTradeParty`)]
      : []),
  );
}

const nobodyUbl = all(dropEverywhere('cac:PartyTaxScheme'));
const nobodyCii = all(dropEverywhere('ram:SpecifiedTaxRegistration'));
const somebodyUbl = add(
  'cac:AccountingCustomerParty/cac:Party',
  '<cac:PartyTaxScheme><cbc:CompanyID>DE1</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>',
);
const somebodyCii = add(
  BUYER_CII,
  '<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE1</ram:ID></ram:SpecifiedTaxRegistration>',
);

function casesOf(kind: Kind): Record<string, Case> {
  const also = { ubl: becomesUbl(kind), cii: becomesCii(kind) };
  const broken = (ubl: Change, cii: Change | null): Case => ({
    ubl: all(also.ubl, ubl),
    cii: cii === null ? null : all(also.cii, cii),
    also,
  });
  const rate = (subject: keyof typeof SUBJECTS): Case => {
    const { ubl, cii } = SUBJECTS[subject];
    return kind.rate === null
      ? broken(
          add(ubl, '<cbc:Percent>0</cbc:Percent>'),
          add(cii, '<ram:RateApplicablePercent>0</ram:RateApplicablePercent>'),
        )
      : broken(put(`${ubl}/cbc:Percent`, kind.wrongRate!), put(`${cii}/ram:RateApplicablePercent`, kind.wrongRate!));
  };
  const identification = kind.vatIds === 'needed' ? broken(nobodyUbl, nobodyCii) : broken(somebodyUbl, somebodyCii);
  // The official tests of L and M in CII never fail.
  const neverInCii = kind.code === 'L' || kind.code === 'M';
  const other = kind.code === 'E' ? 'Z' : 'E';
  const cases: Record<string, Case> = {
    // CII lets pass two lines of S, L or M for a line and a breakdown.
    '01': broken(
      put(`${UBL_CATEGORY}/cbc:ID`, other),
      all(put(`${CII_TAX}/ram:CategoryCode`, other), drop(`${TRADE}/${LINE}[2]`)),
    ),
    '02': identification,
    '03': identification,
    '04': identification,
    '05': rate('line'),
    '06': rate('allowance'),
    '07': rate('charge'),
    '08': broken(
      put(`${UBL_SUBTOTAL}/cbc:TaxableAmount`, '665.00'),
      neverInCii ? null : put(`${CII_TAX}/ram:BasisAmount`, '665.00'),
    ),
    '09': broken(
      put(`${UBL_SUBTOTAL}/cbc:TaxAmount`, '150.00'),
      neverInCii ? null : put(`${CII_TAX}/ram:CalculatedAmount`, '150.00'),
    ),
    '10': kind.reason
      ? broken(drop(`${UBL_CATEGORY}/cbc:TaxExemptionReason`), drop(`${CII_TAX}/ram:ExemptionReason`))
      : broken(
          add(UBL_CATEGORY, '<cbc:TaxExemptionReason>Grund</cbc:TaxExemptionReason>'),
          add(CII_TAX, '<ram:ExemptionReason>Grund</ram:ExemptionReason>'),
        ),
  };
  // In CII the breakdown of O alone is let pass where nothing has the category.
  if (kind.code === 'O') {
    cases['01'] = broken(
      put(`${UBL_CATEGORY}/cbc:ID`, other),
      all(putEverywhere('ram:CategoryCode', 'E'), put(`${CII_TAX}/ram:CategoryCode`, 'O')),
    );
  }
  return Object.fromEntries(Object.entries(cases).map(([number, one]) => [`BR-${kind.prefix}-${number}`, one]));
}

const kindOf = (code: string): Kind => KINDS.find((kind) => kind.code === code)!;
const O = { ubl: becomesUbl(kindOf('O')), cii: becomesCii(kindOf('O')) };
const K = { ubl: becomesUbl(kindOf('K')), cii: becomesCii(kindOf('K')) };
const withO = (ubl: Change, cii: Change): Case => ({ ubl: all(O.ubl, ubl), cii: all(O.cii, cii), also: O });

export const CATEGORY_CASES: Record<string, Case> = {
  ...Object.fromEntries(KINDS.flatMap((kind) => Object.entries(casesOf(kind)))),
  'BR-IC-11': {
    ubl: all(K.ubl, drop('cac:Delivery'), drop('cac:InvoicePeriod')),
    cii: all(K.cii, drop(`${DELIVERY}/ram:ActualDeliverySupplyChainEvent`), drop(`${E}/ram:BillingSpecifiedPeriod`)),
    also: K,
  },
  'BR-IC-12': {
    ubl: all(K.ubl, drop('cac:Delivery/cac:DeliveryLocation')),
    cii: all(K.cii, drop(`${DELIVERY}/ram:ShipToTradeParty`)),
    also: K,
  },
  'BR-O-11': withO(
    add(
      'cac:TaxTotal',
      '<cac:TaxSubtotal><cac:TaxCategory><cbc:ID>E</cbc:ID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>',
    ),
    put(`${SUBJECTS.line.cii}/ram:CategoryCode`, 'E'),
  ),
  'BR-O-12': withO(put(`${SUBJECTS.line.ubl}/cbc:ID`, 'E'), put(`${SUBJECTS.line.cii}/ram:CategoryCode`, 'E')),
  'BR-O-13': withO(
    put(`${SUBJECTS.allowance.ubl}/cbc:ID`, 'E'),
    put(`${SUBJECTS.allowance.cii}/ram:CategoryCode`, 'E'),
  ),
  'BR-O-14': withO(put(`${SUBJECTS.charge.ubl}/cbc:ID`, 'E'), put(`${SUBJECTS.charge.cii}/ram:CategoryCode`, 'E')),
  'BR-B-01': {
    ubl: put(`${SUBJECTS.line.ubl}/cbc:ID`, 'B'),
    cii: put(`${SUBJECTS.line.cii}/ram:CategoryCode`, 'B'),
  },
  'BR-B-02': {
    ubl: put(`${SUBJECTS.line.ubl}/cbc:ID`, 'B'),
    cii: put(`${SUBJECTS.line.cii}/ram:CategoryCode`, 'B'),
  },
};
