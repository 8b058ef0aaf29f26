import {
  ALLOWANCE_REASONS,
  CHARGE_REASONS,
  COUNTRIES,
  CREDIT_NOTE_TYPES_UBL,
  CURRENCIES,
  type CodeList,
  ELECTRONIC_ADDRESSES,
  EXEMPTION_REASONS,
  IDENTIFIER_SCHEMES,
  INVOICE_TYPES_CII,
  INVOICE_TYPES_UBL,
  ITEM_CLASSIFICATIONS,
  MIME_TYPES,
  NOTE_SUBJECTS,
  OBJECT_SCHEMES,
  PAYMENT_MEANS,
  TAX_POINT_CODES_CII,
  TAX_POINT_CODES_UBL,
  UNITS,
  VAT_CATEGORIES,
} from '../code-lists/index.js';
import type { XmlElement } from '../xml/xml-element.js';
import { inside, some, textOf, tidy, tidyText } from './invoice-tree.js';
import { attributeIn, carries, codeIn, notInList } from './kinds.js';
import { type Rule, type Scope, anywhere, check, fromRoot, only, placed, rule } from './rule.js';
import { ALLOWANCE_CHARGE, MEANS, isAllowance, isCharge } from './ways.js';

/*
 * Codes come from closed lists (BR-CL-*).
 */

/** The lists that change from release to release of the rules. */
export interface ReleaseLists {
  currencies: CodeList;
  creditNoteTypes: CodeList;
  identifierSchemes: CodeList;
  electronicAddresses: CodeList;
}

export const LISTS_1_3_16: ReleaseLists = {
  currencies: CURRENCIES,
  creditNoteTypes: CREDIT_NOTE_TYPES_UBL,
  identifierSchemes: IDENTIFIER_SCHEMES,
  electronicAddresses: ELECTRONIC_ADDRESSES,
};

export const LISTS_1_3_15: ReleaseLists = {
  currencies: CURRENCIES.with({ add: 'ANG BGN' }),
  creditNoteTypes: CREDIT_NOTE_TYPES_UBL.with({ drop: '502 503' }),
  identifierSchemes: IDENTIFIER_SCHEMES.with({ drop: '0245 0246 0247 0248' }),
  electronicAddresses: ELECTRONIC_ADDRESSES.with({ drop: '0242 0245 0246 0248' }),
};

// CII's list of countries is an older one: the Netherlands Antilles still, South Sudan not yet.
const COUNTRIES_CII = COUNTRIES.with({ add: 'AN', drop: 'SS' });

// UBL's subjects are those of an older directory.
const NOTE_SUBJECTS_UBL = NOTE_SUBJECTS.with({
  drop: 'BAT BAU BAV BAW BAX BAY BAZ BBA BBB BMF BMG BMH CCJ CCK CCL CCM CCN CCO',
});

/** Everything in UBL that is money and carries a currency. */
const AMOUNTS_UBL = anywhere(
  'cbc:Amount',
  'cbc:BaseAmount',
  'cbc:PriceAmount',
  'cbc:TaxAmount',
  'cbc:TaxableAmount',
  'cbc:LineExtensionAmount',
  'cbc:TaxExclusiveAmount',
  'cbc:TaxInclusiveAmount',
  'cbc:AllowanceTotalAmount',
  'cbc:ChargeTotalAmount',
  'cbc:PrepaidAmount',
  'cbc:PayableRoundingAmount',
  'cbc:PayableAmount',
);

function withScheme(scope: Scope, attribute = 'schemeID'): Scope {
  return only(scope, carries(attribute));
}

function objectReferences(tag: string): Scope {
  return only(placed(`${tag}/cbc:ID`), (here) =>
    some(here.parent!, 'cbc:DocumentTypeCode', (code) => textOf(code) === '130'),
  );
}

/** A subject that begins a UBL note, `#ADU#text`; null where the note names none of three characters. */
function subjectIn(note: XmlElement): string | null {
  const text = textOf(note);
  const from = text.indexOf('#');
  if (from < 0) return null;
  const rest = text.slice(from + 1);
  const to = rest.indexOf('#');
  const subject = to < 0 ? '' : rest.slice(0, to);
  return subject.length === 3 ? subject : null;
}

const PARTY_IDS_CII = withScheme(
  only(
    anywhere('ram:GlobalID'),
    (here) => !inside(here, 'ram:SpecifiedTradeProduct') && !inside(here, 'ram:ShipToTradeParty'),
  ),
);
const LEGAL_IDS_CII = withScheme(only(anywhere('ram:ID'), (here) => !inside(here, 'ram:SpecifiedTaxRegistration')));

/** Scopes of identifiers with a scheme, which XRechnung's extension asks once more with its own lists. */
export const SCHEMED = {
  partyIds: { ubl: withScheme(placed('cac:PartyIdentification/cbc:ID')), cii: PARTY_IDS_CII },
  legalIds: { ubl: withScheme(placed('cac:PartyLegalEntity/cbc:CompanyID')), cii: LEGAL_IDS_CII },
  itemIds: {
    ubl: withScheme(placed('cac:StandardItemIdentification/cbc:ID')),
    cii: withScheme(placed('ram:SpecifiedTradeProduct/ram:GlobalID')),
  },
  addresses: {
    ubl: withScheme(anywhere('cbc:EndpointID')),
    cii: withScheme(placed('ram:URIUniversalCommunication/ram:URIID')),
  },
  locations: {
    ubl: withScheme(placed('cac:DeliveryLocation/cbc:ID')),
    cii: withScheme(placed('ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID')),
  },
};

/** In UBL the bank's creditor identifier stands among the party's identifiers, with SEPA as its scheme. */
export function isCreditorId(here: XmlElement): boolean {
  return (
    tidy(here.attributes['schemeID'] ?? '') === 'SEPA' &&
    (inside(here, 'cac:AccountingSupplierParty') || inside(here, 'cac:PayeeParty'))
  );
}

export function codeListRules(lists: ReleaseLists): Rule[] {
  return [
    rule('BR-CL-01', 'fatal', 'BT-3', {
      ubl: check(anywhere('cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'), (here) =>
        (here.tag === 'cbc:InvoiceTypeCode' ? INVOICE_TYPES_UBL : lists.creditNoteTypes).has(tidyText(here)),
      ),
      cii: check(placed('rsm:ExchangedDocument/ram:TypeCode'), codeIn(INVOICE_TYPES_CII)),
      says: (here, tree) => {
        const list = notInList('BT-3', INVOICE_TYPES_UBL);
        return typeof list === 'function' ? list(here, tree) : list;
      },
    }),
    rule('BR-CL-03', 'fatal', 'BT-5', {
      ubl: check(AMOUNTS_UBL, attributeIn(lists.currencies, 'currencyID')),
      cii: check(withScheme(anywhere('ram:TaxTotalAmount'), 'currencyID'), attributeIn(lists.currencies, 'currencyID')),
      says: notInList('BT-5', lists.currencies, 'currencyID'),
    }),
    rule('BR-CL-04', 'fatal', 'BT-5', {
      ubl: check(anywhere('cbc:DocumentCurrencyCode'), codeIn(lists.currencies)),
      cii: check(anywhere('ram:InvoiceCurrencyCode'), codeIn(lists.currencies)),
      says: notInList('BT-5', lists.currencies),
    }),
    rule('BR-CL-05', 'fatal', 'BT-6', {
      ubl: check(anywhere('cbc:TaxCurrencyCode'), codeIn(lists.currencies)),
      cii: check(anywhere('ram:TaxCurrencyCode'), codeIn(lists.currencies)),
      says: notInList('BT-6', lists.currencies),
    }),
    rule('BR-CL-06', 'fatal', 'BT-8', {
      ubl: check(placed('cac:InvoicePeriod/cbc:DescriptionCode'), codeIn(TAX_POINT_CODES_UBL)),
      cii: check(anywhere('ram:DueDateTypeCode'), codeIn(TAX_POINT_CODES_CII)),
      says: notInList('BT-8', TAX_POINT_CODES_UBL),
    }),
    rule('BR-CL-07', 'fatal', 'BT-18-1 BT-128-1', {
      ubl: check(
        (tree) =>
          tree.once('BR-CL-07', () => [
            ...withScheme(objectReferences('cac:AdditionalDocumentReference'))(tree),
            ...withScheme(objectReferences('cac:DocumentReference'))(tree),
          ]),
        attributeIn(OBJECT_SCHEMES, 'schemeID'),
      ),
      cii: check(anywhere('ram:ReferenceTypeCode'), codeIn(OBJECT_SCHEMES)),
      says: (here, tree) => {
        const message = notInList('BT-18-1', OBJECT_SCHEMES, tree.syntax === 'ubl' ? 'schemeID' : undefined);
        return typeof message === 'function' ? message(here, tree) : message;
      },
    }),
    rule('BR-CL-08', 'fatal', 'BT-21', {
      ubl: check(fromRoot('cbc:Note'), (here) => {
        const subject = subjectIn(here);
        return subject === null || NOTE_SUBJECTS_UBL.has(subject);
      }),
      cii: check(anywhere('ram:SubjectCode'), codeIn(NOTE_SUBJECTS)),
      says: (here, tree) => {
        const subject = tree.syntax === 'ubl' ? (subjectIn(here) ?? '') : tidyText(here);
        return {
          de: `Thema der Bemerkung (BT-21): Der Code „${subject}“ steht nicht in der Liste ${NOTE_SUBJECTS.name}.`,
          en: `Subject of the note (BT-21): code “${subject}” is not in the list ${NOTE_SUBJECTS.name}.`,
        };
      },
    }),
    rule('BR-CL-10', 'fatal', 'BT-29-1 BT-46-1 BT-60-1', {
      ubl: check(
        SCHEMED.partyIds.ubl,
        (here, tree) => attributeIn(lists.identifierSchemes, 'schemeID')(here, tree) || isCreditorId(here),
      ),
      cii: check(SCHEMED.partyIds.cii, attributeIn(lists.identifierSchemes, 'schemeID')),
      says: notInList('BT-29-1', lists.identifierSchemes, 'schemeID'),
    }),
    rule('BR-CL-11', 'fatal', 'BT-30-1 BT-47-1 BT-61-1', {
      ubl: check(SCHEMED.legalIds.ubl, attributeIn(lists.identifierSchemes, 'schemeID')),
      cii: check(SCHEMED.legalIds.cii, attributeIn(lists.identifierSchemes, 'schemeID')),
      says: notInList('BT-30-1', lists.identifierSchemes, 'schemeID'),
    }),
    rule('BR-CL-13', 'fatal', 'BT-158-1', {
      ubl: check(
        withScheme(placed('cac:CommodityClassification/cbc:ItemClassificationCode'), 'listID'),
        attributeIn(ITEM_CLASSIFICATIONS, 'listID'),
      ),
      cii: check(withScheme(anywhere('ram:ClassCode'), 'listID'), attributeIn(ITEM_CLASSIFICATIONS, 'listID')),
      says: notInList('BT-158-1', ITEM_CLASSIFICATIONS, 'listID'),
    }),
    rule('BR-CL-14', 'fatal', 'BT-40 BT-55 BT-69 BT-80', {
      ubl: check(placed('cac:Country/cbc:IdentificationCode'), codeIn(COUNTRIES)),
      cii: check(anywhere('ram:CountryID'), codeIn(COUNTRIES_CII)),
      says: notInList('BT-40', COUNTRIES),
    }),
    rule('BR-CL-15', 'fatal', 'BT-159', {
      ubl: check(placed('cac:OriginCountry/cbc:IdentificationCode'), codeIn(COUNTRIES)),
      cii: check(placed('ram:OriginTradeCountry/ram:ID'), codeIn(COUNTRIES_CII)),
      says: notInList('BT-159', COUNTRIES),
    }),
    rule('BR-CL-16', 'fatal', 'BT-81', {
      ubl: check(placed('cac:PaymentMeans/cbc:PaymentMeansCode'), codeIn(PAYMENT_MEANS)),
      cii: check(placed(`${MEANS}/ram:TypeCode`), codeIn(PAYMENT_MEANS)),
      says: notInList('BT-81', PAYMENT_MEANS),
    }),
    rule('BR-CL-17', 'fatal', 'BT-118 BT-95 BT-102', {
      ubl: check(placed('cac:TaxCategory/cbc:ID'), codeIn(VAT_CATEGORIES)),
      cii: check(placed('ram:CategoryTradeTax/ram:CategoryCode'), codeIn(VAT_CATEGORIES)),
      says: notInList('BT-118', VAT_CATEGORIES),
    }),
    rule('BR-CL-18', 'fatal', 'BT-151 BT-118', {
      ubl: check(placed('cac:ClassifiedTaxCategory/cbc:ID'), codeIn(VAT_CATEGORIES)),
      cii: check(placed('ram:ApplicableTradeTax/ram:CategoryCode'), codeIn(VAT_CATEGORIES)),
      says: notInList('BT-151', VAT_CATEGORIES),
    }),
    rule('BR-CL-19', 'fatal', 'BT-98 BT-140', {
      ubl: check(
        only(placed('cac:AllowanceCharge/cbc:AllowanceChargeReasonCode'), (here, tree) =>
          isAllowance(here.parent!, tree),
        ),
        codeIn(ALLOWANCE_REASONS),
      ),
      cii: check(
        only(placed(`${ALLOWANCE_CHARGE}/ram:ReasonCode`), (here, tree) => isAllowance(here.parent!, tree)),
        codeIn(ALLOWANCE_REASONS),
      ),
      says: notInList('BT-98', ALLOWANCE_REASONS),
    }),
    rule('BR-CL-20', 'fatal', 'BT-105 BT-145', {
      ubl: check(
        only(placed('cac:AllowanceCharge/cbc:AllowanceChargeReasonCode'), (here, tree) => isCharge(here.parent!, tree)),
        codeIn(CHARGE_REASONS),
      ),
      cii: check(
        only(placed(`${ALLOWANCE_CHARGE}/ram:ReasonCode`), (here, tree) => isCharge(here.parent!, tree)),
        codeIn(CHARGE_REASONS),
      ),
      says: notInList('BT-105', CHARGE_REASONS),
    }),
    rule('BR-CL-21', 'fatal', 'BT-157-1', {
      ubl: check(SCHEMED.itemIds.ubl, attributeIn(lists.identifierSchemes, 'schemeID')),
      cii: check(SCHEMED.itemIds.cii, attributeIn(lists.identifierSchemes, 'schemeID')),
      says: notInList('BT-157-1', lists.identifierSchemes, 'schemeID'),
    }),
    rule('BR-CL-22', 'fatal', 'BT-121', {
      ubl: check(anywhere('cbc:TaxExemptionReasonCode'), exemptionReasonKnown),
      cii: check(anywhere('ram:ExemptionReasonCode'), exemptionReasonKnown),
      says: notInList('BT-121', EXEMPTION_REASONS),
    }),
    rule('BR-CL-23', 'fatal', 'BT-130 BT-150', {
      ubl: check(
        withScheme(anywhere('cbc:InvoicedQuantity', 'cbc:BaseQuantity', 'cbc:CreditedQuantity'), 'unitCode'),
        attributeIn(UNITS, 'unitCode'),
      ),
      cii: check(
        withScheme(anywhere('ram:BasisQuantity', 'ram:BilledQuantity'), 'unitCode'),
        attributeIn(UNITS, 'unitCode'),
      ),
      says: notInList('BT-130', UNITS, 'unitCode'),
    }),
    rule('BR-CL-24', 'fatal', 'BT-125-1', {
      ubl: check(withScheme(anywhere('cbc:EmbeddedDocumentBinaryObject'), 'mimeCode'), mimeTypeKnown),
      cii: check(withScheme(anywhere('ram:AttachmentBinaryObject'), 'mimeCode'), mimeTypeKnown),
      says: notInList('BT-125-1', MIME_TYPES, 'mimeCode'),
    }),
    rule('BR-CL-25', 'fatal', 'BT-34-1 BT-49-1', {
      ubl: check(SCHEMED.addresses.ubl, attributeIn(lists.electronicAddresses, 'schemeID')),
      cii: check(SCHEMED.addresses.cii, attributeIn(lists.electronicAddresses, 'schemeID')),
      says: notInList('BT-34-1', lists.electronicAddresses, 'schemeID'),
    }),
    rule('BR-CL-26', 'fatal', 'BT-71-1', {
      ubl: check(SCHEMED.locations.ubl, attributeIn(lists.identifierSchemes, 'schemeID')),
      cii: check(SCHEMED.locations.cii, attributeIn(lists.identifierSchemes, 'schemeID')),
      says: notInList('BT-71-1', lists.identifierSchemes, 'schemeID'),
    }),
  ];
}

/** Upper and lower case do not matter here. */
function exemptionReasonKnown(here: XmlElement): boolean {
  return EXEMPTION_REASONS.has(tidyText(here).toUpperCase());
}

/** Compared as written, blanks included. */
function mimeTypeKnown(here: XmlElement): boolean {
  return MIME_TYPES.has(here.attributes['mimeCode'] ?? '');
}
