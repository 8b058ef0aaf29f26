import {
  AGREEMENT as A,
  BUYER_CII as B,
  BUYER_UBL as UB,
  CONTEXT,
  DELIVERY as D,
  GROSS_PRICE,
  HEAD as H,
  LINE,
  LINE_SETTLEMENT,
  MEANS,
  NET_PRICE,
  PAYEE_ACCOUNT,
  QUANTITY,
  SELLER_CII as S,
  SELLER_UBL as US,
  SETTLEMENT as E,
  TOTALS,
  TRADE,
} from '../ways.js';
import { XRECHNUNG_3_CVD, XRECHNUNG_3_EXTENSION } from '../xrechnung-ids.js';
import { type Change, add, all, attribute, drop, dropEverywhere, put, putEverywhere, twice } from './changes.js';

/**
 * What breaks each rule, as a change of an invoice that fulfils them all. Null where a rule does not exist in a syntax.
 * `also` changes the fulfilling invoice as well, where the rule asks nothing of the plain one.
 */
export interface Case {
  ubl: Change | null;
  cii: Change | null;
  also?: { ubl?: Change; cii?: Change };
}

const L1 = `${TRADE}/${LINE}`;
const LS = `${L1}/${LINE_SETTLEMENT}`;
const SUM = `${E}/${TOTALS}`;
const UT = 'cac:LegalMonetaryTotal';
const SUBTOTAL = 'cac:TaxTotal/cac:TaxSubtotal';
const ENTRY = 'ram:SpecifiedTradeAllowanceCharge';
const REP = `${A}/ram:SellerTaxRepresentativeTradeParty`;
const DATE = 'udt:DateTimeString';
const M = `${E}/${MEANS}`;
const TERMS = `${E}/ram:SpecifiedTradePaymentTerms`;
const DOC = `${A}/ram:AdditionalReferencedDocument`;
const SPEC = `${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`;
const PRODUCT = `${L1}/ram:SpecifiedTradeProduct`;

const eur = (tag: string, amount: string): string => `<cbc:${tag} currencyID="EUR">${amount}</cbc:${tag}>`;
const both = (ubl: Change | null, cii: Change | null, also?: Case['also']): Case =>
  also === undefined ? { ubl, cii } : { ubl, cii, also };
const onlyUbl = (ubl: Change, also?: Change): Case => both(ubl, null, also === undefined ? undefined : { ubl: also });
const onlyCii = (cii: Change, also?: Change): Case => both(null, cii, also === undefined ? undefined : { cii: also });
const same = (text: string, ubl: string, cii: string): Case => both(put(ubl, text), put(cii, text));
const scheme = (name: string, ubl: string, cii: string, value: string | null = 'NONE'): Case =>
  both(attribute(ubl, name, value), attribute(cii, name, value));

/** The first allowance stands first, the charge second, in the document as well as in the line. */
const [DOC_ALLOWANCE, DOC_CHARGE, LINE_ALLOWANCE, LINE_CHARGE] = [
  { ubl: 'cac:AllowanceCharge', cii: `${E}/${ENTRY}` },
  { ubl: 'cac:AllowanceCharge[2]', cii: `${E}/${ENTRY}[2]` },
  { ubl: '*/cac:AllowanceCharge', cii: `${LS}/${ENTRY}` },
  { ubl: '*/cac:AllowanceCharge[2]', cii: `${LS}/${ENTRY}[2]` },
];

type Place = { ubl: string; cii: string };
const noReason = (at: Place): Case =>
  both(
    all(drop(`${at.ubl}/cbc:AllowanceChargeReason`), drop(`${at.ubl}/cbc:AllowanceChargeReasonCode`)),
    all(drop(`${at.cii}/ram:Reason`), drop(`${at.cii}/ram:ReasonCode`)),
  );
const noAmount = (at: Place): Case => both(drop(`${at.ubl}/cbc:Amount`), drop(`${at.cii}/ram:ActualAmount`));
const decimals = (at: Place, ubl: string, cii: string): Case => same('1.234', `${at.ubl}/${ubl}`, `${at.cii}/${cii}`);

const debitUbl = all(
  put('cac:PaymentMeans/cbc:PaymentMeansCode', '59'),
  drop('cac:PaymentMeans/cac:PayeeFinancialAccount'),
  add(
    'cac:PaymentMeans',
    '<cac:PaymentMandate><cbc:ID>M-1</cbc:ID><cac:PayerFinancialAccount><cbc:ID>DE02120300000000202051</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>',
  ),
  add(US, '<cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification>'),
);
const debitCii = all(
  put(`${M}/ram:TypeCode`, '59'),
  drop(`${M}/${PAYEE_ACCOUNT}`),
  add(
    M,
    '<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>DE02120300000000202051</ram:IBANID></ram:PayerPartyDebtorFinancialAccount>',
  ),
  add(TERMS, '<ram:DirectDebitMandateID>M-1</ram:DirectDebitMandateID>'),
  add(E, '<ram:CreditorReferenceID>DE98ZZZ09999999999</ram:CreditorReferenceID>'),
);
const debit = { ubl: debitUbl, cii: debitCii };
const card = {
  ubl: all(
    put('cac:PaymentMeans/cbc:PaymentMeansCode', '54'),
    drop('cac:PaymentMeans/cac:PayeeFinancialAccount'),
    add(
      'cac:PaymentMeans',
      '<cac:CardAccount><cbc:PrimaryAccountNumberID>1234567890</cbc:PrimaryAccountNumberID></cac:CardAccount>',
    ),
  ),
  cii: all(
    put(`${M}/ram:TypeCode`, '54'),
    drop(`${M}/${PAYEE_ACCOUNT}`),
    add(
      M,
      '<ram:ApplicableTradeSettlementFinancialCard><ram:ID>1234567890</ram:ID></ram:ApplicableTradeSettlementFinancialCard>',
    ),
  ),
};
const CARD_NUMBER = {
  ubl: 'cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID',
  cii: `${M}/ram:ApplicableTradeSettlementFinancialCard/ram:ID`,
};

const sterling = {
  ubl: all(
    add('', '<cbc:TaxCurrencyCode>GBP</cbc:TaxCurrencyCode>'),
    add('', '<cac:TaxTotal><cbc:TaxAmount currencyID="GBP">108.00</cbc:TaxAmount></cac:TaxTotal>'),
  ),
  cii: all(
    add(E, '<ram:TaxCurrencyCode>GBP</ram:TaxCurrencyCode>'),
    add(SUM, '<ram:TaxTotalAmount currencyID="GBP">108.00</ram:TaxTotalAmount>'),
  ),
};

const extension = { ubl: put('cbc:CustomizationID', XRECHNUNG_3_EXTENSION), cii: put(SPEC, XRECHNUNG_3_EXTENSION) };
const subLine = (net: string, categories = 1): string =>
  `<cac:SubInvoiceLine><cbc:ID>1.1</cbc:ID>${eur('LineExtensionAmount', net)}<cac:Item><cbc:Name>Teil</cbc:Name>${'<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>'.repeat(categories)}</cac:Item></cac:SubInvoiceLine>`;
const thirdParty = all(
  extension.ubl,
  add(
    '',
    `<cac:PrepaidPayment><cbc:ID>T</cbc:ID>${eur('PaidAmount', '10.00')}<cbc:InstructionID>Zuzahlung</cbc:InstructionID></cac:PrepaidPayment>`,
  ),
  put(`${UT}/cbc:PayableAmount`, '710.00'),
);
const extended = (ubl: Change | null, cii: Change | null): Case =>
  both(ubl && all(extension.ubl, ubl), cii && all(extension.cii, cii), extension);
const withThirdParty = (change: Change): Case => onlyUbl(all(thirdParty, change), thirdParty);

const vehicle = {
  ubl: all(
    put('cbc:CustomizationID', XRECHNUNG_3_CVD),
    add('', '<cac:OriginatorDocumentReference><cbc:ID>Los 1</cbc:ID></cac:OriginatorDocumentReference>'),
    attribute('*/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode', 'listID', 'CVD'),
    put('*/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode', 'M1'),
    put('*/cac:Item/cac:AdditionalItemProperty/cbc:Name', 'cva'),
    put('*/cac:Item/cac:AdditionalItemProperty/cbc:Value', 'clean'),
  ),
  cii: all(
    put(SPEC, XRECHNUNG_3_CVD),
    add(
      A,
      '<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Los 1</ram:IssuerAssignedID><ram:TypeCode>50</ram:TypeCode></ram:AdditionalReferencedDocument>',
    ),
    attribute(`${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`, 'listID', 'CVD'),
    put(`${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`, 'M1'),
    put(`${PRODUCT}/ram:ApplicableProductCharacteristic/ram:Description`, 'cva'),
    put(`${PRODUCT}/ram:ApplicableProductCharacteristic/ram:Value`, 'clean'),
  ),
};
const ofVehicle = (ubl: Change, cii: Change): Case => both(all(vehicle.ubl, ubl), all(vehicle.cii, cii), vehicle);

/** Rules that the official tests let pass whatever an invoice says. */
export const NEVER_FAIL: Record<'ubl' | 'cii', readonly string[]> = {
  ubl: ['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08', 'BR-DEC-13', 'BR-DEC-15'],
  cii: [
    ...['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08'],
    ...['BR-AF-08', 'BR-AF-09', 'BR-AG-08', 'BR-AG-09'],
    ...['CII-DT-010', 'CII-DT-011', 'CII-DT-012'],
  ],
};

const header: Record<string, Case> = {
  'BR-01': both(drop('cbc:CustomizationID'), drop(SPEC)),
  'BR-02': same(' ', 'cbc:ID', `${H}/ram:ID`),
  'BR-03': both(drop('cbc:IssueDate'), attribute(`${H}/ram:IssueDateTime/${DATE}`, 'format', '203')),
  'BR-04': both(
    all(putEverywhere('cbc:InvoiceTypeCode', ''), putEverywhere('cbc:CreditNoteTypeCode', '')),
    put(`${H}/ram:TypeCode`, ''),
  ),
  'BR-05': both(drop('cbc:DocumentCurrencyCode'), drop(`${E}/ram:InvoiceCurrencyCode`)),
  'BR-16': both(all(drop('*'), drop('*')), all(drop(L1), drop(L1))),
  'BR-53': both(
    add('', '<cbc:TaxCurrencyCode>GBP</cbc:TaxCurrencyCode>'),
    add(E, '<ram:TaxCurrencyCode>GBP</ram:TaxCurrencyCode>'),
    sterling,
  ),
  'BR-CO-03': both(
    all(
      add('', '<cbc:TaxPointDate>2026-05-01</cbc:TaxPointDate>'),
      add('cac:InvoicePeriod', '<cbc:DescriptionCode>3</cbc:DescriptionCode>'),
    ),
    add(`${E}/ram:ApplicableTradeTax`, '<ram:TaxPointDate/><ram:DueDateTypeCode>5</ram:DueDateTypeCode>'),
  ),
  'BR-29': both(
    put('cac:InvoicePeriod/cbc:EndDate', '2026-03-01'),
    put(`${E}/ram:BillingSpecifiedPeriod/ram:EndDateTime/${DATE}`, '20260301'),
  ),
  'BR-30': both(
    put('*/cac:InvoicePeriod/cbc:EndDate', '2026-03-01'),
    put(`${LS}/ram:BillingSpecifiedPeriod/ram:EndDateTime/${DATE}`, '20260301'),
  ),
  'BR-CO-19': both(
    all(drop('cac:InvoicePeriod/cbc:StartDate'), drop('cac:InvoicePeriod/cbc:EndDate')),
    all(
      drop(`${E}/ram:BillingSpecifiedPeriod/ram:StartDateTime`),
      drop(`${E}/ram:BillingSpecifiedPeriod/ram:EndDateTime`),
    ),
  ),
  'BR-CO-20': both(
    all(drop('*/cac:InvoicePeriod/cbc:StartDate'), drop('*/cac:InvoicePeriod/cbc:EndDate')),
    all(
      drop(`${LS}/ram:BillingSpecifiedPeriod/ram:StartDateTime`),
      drop(`${LS}/ram:BillingSpecifiedPeriod/ram:EndDateTime`),
    ),
  ),
  'BR-52': both(put('cac:AdditionalDocumentReference/cbc:ID', ''), drop(`${DOC}/ram:IssuerAssignedID`)),
  'BR-55': both(
    drop('cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'),
    put(`${E}/ram:InvoiceReferencedDocument/ram:IssuerAssignedID`, ''),
  ),
};

const parties: Record<string, Case> = {
  'BR-06': same('', `${US}/cac:PartyLegalEntity/cbc:RegistrationName`, `${S}/ram:Name`),
  'BR-07': same('', `${UB}/cac:PartyLegalEntity/cbc:RegistrationName`, `${B}/ram:Name`),
  'BR-08': both(drop(`${US}/cac:PostalAddress`), drop(`${S}/ram:PostalTradeAddress`)),
  'BR-09': both(drop(`${US}/cac:PostalAddress/cac:Country`), drop(`${S}/ram:PostalTradeAddress/ram:CountryID`)),
  'BR-10': both(drop(`${UB}/cac:PostalAddress`), drop(`${B}/ram:PostalTradeAddress`)),
  'BR-11': both(drop(`${UB}/cac:PostalAddress/cac:Country`), drop(`${B}/ram:PostalTradeAddress/ram:CountryID`)),
  'BR-17': both(
    put('cac:PayeeParty/cac:PartyName/cbc:Name', 'Baustoffe Nord'),
    put(`${E}/ram:PayeeTradeParty/ram:Name`, 'Baustoffhandel Nord GmbH'),
  ),
  'BR-18': both(drop('cac:TaxRepresentativeParty/cac:PartyName'), drop(`${REP}/ram:Name`)),
  'BR-19': both(drop('cac:TaxRepresentativeParty/cac:PostalAddress'), drop(`${REP}/ram:PostalTradeAddress`)),
  'BR-20': both(
    drop('cac:TaxRepresentativeParty/cac:PostalAddress/cac:Country'),
    drop(`${REP}/ram:PostalTradeAddress/ram:CountryID`),
  ),
  'BR-56': both(drop('cac:TaxRepresentativeParty/cac:PartyTaxScheme'), drop(`${REP}/ram:SpecifiedTaxRegistration`)),
  'BR-57': both(
    drop('cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country'),
    drop(`${D}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`),
  ),
  'BR-62': scheme('schemeID', `${US}/cbc:EndpointID`, `${S}/ram:URIUniversalCommunication/ram:URIID`, null),
  'BR-63': scheme('schemeID', `${UB}/cbc:EndpointID`, `${B}/ram:URIUniversalCommunication/ram:URIID`, null),
  'BR-CO-09': same('QQ123', `${US}/cac:PartyTaxScheme/cbc:CompanyID`, `${S}/ram:SpecifiedTaxRegistration/ram:ID`),
  'BR-CO-26': both(
    all(
      drop(`${US}/cac:PartyTaxScheme`),
      drop(`${US}/cac:PartyIdentification`),
      drop(`${US}/cac:PartyLegalEntity/cbc:CompanyID`),
    ),
    all(
      drop(`${S}/ram:GlobalID`),
      drop(`${S}/ram:SpecifiedLegalOrganization`),
      drop(`${S}/ram:SpecifiedTaxRegistration`),
    ),
  ),
};

const lines: Record<string, Case> = {
  'BR-21': same('', '*/cbc:ID', `${L1}/ram:AssociatedDocumentLineDocument/ram:LineID`),
  'BR-22': both(
    all(dropEverywhere('cbc:InvoicedQuantity'), dropEverywhere('cbc:CreditedQuantity')),
    drop(`${L1}/${QUANTITY}`),
  ),
  'BR-23': both(
    (root) =>
      attribute(
        root.tag === 'cn:CreditNote' ? '*/cbc:CreditedQuantity' : '*/cbc:InvoicedQuantity',
        'unitCode',
        null,
      )(root),
    attribute(`${L1}/${QUANTITY}`, 'unitCode', null),
  ),
  'BR-24': both(
    drop('*/cbc:LineExtensionAmount'),
    drop(`${LS}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`),
  ),
  'BR-25': both(drop('*/cac:Item/cbc:Name'), drop(`${PRODUCT}/ram:Name`)),
  'BR-26': both(drop('*/cac:Price/cbc:PriceAmount'), drop(`${L1}/${NET_PRICE}/ram:ChargeAmount`)),
  'BR-27': same('-50.00', '*/cac:Price/cbc:PriceAmount', `${L1}/${NET_PRICE}/ram:ChargeAmount`),
  'BR-28': same('-55.00', '*/cac:Price/cac:AllowanceCharge/cbc:BaseAmount', `${L1}/${GROSS_PRICE}/ram:ChargeAmount`),
  'BR-54': both(
    drop('*/cac:Item/cac:AdditionalItemProperty/cbc:Value'),
    drop(`${PRODUCT}/ram:ApplicableProductCharacteristic/ram:Value`),
  ),
  'BR-64': scheme('schemeID', '*/cac:Item/cac:StandardItemIdentification/cbc:ID', `${PRODUCT}/ram:GlobalID`, null),
  'BR-65': scheme(
    'listID',
    '*/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
    `${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`,
    null,
  ),
  'BR-DEC-23': same(
    '485.001',
    '*/cbc:LineExtensionAmount',
    `${LS}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
  ),
  'BR-CO-04': both(
    drop('*/cac:Item/cac:ClassifiedTaxCategory/cbc:ID'),
    drop(`${LS}/ram:ApplicableTradeTax/ram:CategoryCode`),
  ),
};

const amounts: Record<string, Case> = {
  'BR-12': both(drop(`${UT}/cbc:LineExtensionAmount`), drop(`${SUM}/ram:LineTotalAmount`)),
  'BR-13': both(drop(`${UT}/cbc:TaxExclusiveAmount`), drop(`${SUM}/ram:TaxBasisTotalAmount`)),
  'BR-14': both(drop(`${UT}/cbc:TaxInclusiveAmount`), drop(`${SUM}/ram:GrandTotalAmount`)),
  'BR-15': both(drop(`${UT}/cbc:PayableAmount`), drop(`${SUM}/ram:DuePayableAmount`)),
  'BR-CO-10': same('685.01', `${UT}/cbc:LineExtensionAmount`, `${SUM}/ram:LineTotalAmount`),
  'BR-CO-11': same('35.01', `${UT}/cbc:AllowanceTotalAmount`, `${SUM}/ram:AllowanceTotalAmount`),
  'BR-CO-12': same('10.01', `${UT}/cbc:ChargeTotalAmount`, `${SUM}/ram:ChargeTotalAmount`),
  'BR-CO-13': same('660.01', `${UT}/cbc:TaxExclusiveAmount`, `${SUM}/ram:TaxBasisTotalAmount`),
  'BR-CO-14': same('125.41', 'cac:TaxTotal/cbc:TaxAmount', `${SUM}/ram:TaxTotalAmount`),
  'BR-CO-15': same('785.41', `${UT}/cbc:TaxInclusiveAmount`, `${SUM}/ram:GrandTotalAmount`),
  'BR-CO-16': same('700.01', `${UT}/cbc:PayableAmount`, `${SUM}/ram:DuePayableAmount`),
  'BR-CO-17': same('127.40', `${SUBTOTAL}/cbc:TaxAmount`, `${E}/ram:ApplicableTradeTax/ram:CalculatedAmount`),
  'BR-CO-18': both(drop('cac:TaxTotal'), drop(`${E}/ram:ApplicableTradeTax`)),
  'BR-45': both(drop(`${SUBTOTAL}/cbc:TaxableAmount`), drop(`${E}/ram:ApplicableTradeTax/ram:BasisAmount`)),
  'BR-46': both(drop(`${SUBTOTAL}/cbc:TaxAmount`), drop(`${E}/ram:ApplicableTradeTax/ram:CalculatedAmount`)),
  'BR-47': both(drop(`${SUBTOTAL}/cac:TaxCategory/cbc:ID`), drop(`${E}/ram:ApplicableTradeTax/ram:CategoryCode`)),
  'BR-48': both(
    drop(`${SUBTOTAL}/cac:TaxCategory/cbc:Percent`),
    drop(`${E}/ram:ApplicableTradeTax/ram:RateApplicablePercent`),
  ),
  'BR-DEC-09': same('685.000', `${UT}/cbc:LineExtensionAmount`, `${SUM}/ram:LineTotalAmount`),
  'BR-DEC-10': same('35.000', `${UT}/cbc:AllowanceTotalAmount`, `${SUM}/ram:AllowanceTotalAmount`),
  'BR-DEC-11': same('10.000', `${UT}/cbc:ChargeTotalAmount`, `${SUM}/ram:ChargeTotalAmount`),
  'BR-DEC-12': same('660.000', `${UT}/cbc:TaxExclusiveAmount`, `${SUM}/ram:TaxBasisTotalAmount`),
  'BR-DEC-13': onlyCii(put(`${SUM}/ram:TaxTotalAmount`, '125.401')),
  'BR-DEC-14': same('785.400', `${UT}/cbc:TaxInclusiveAmount`, `${SUM}/ram:GrandTotalAmount`),
  'BR-DEC-15': onlyCii(all(sterling.cii, put(`${SUM}/ram:TaxTotalAmount[2]`, '108.001')), sterling.cii),
  'BR-DEC-16': same('85.400', `${UT}/cbc:PrepaidAmount`, `${SUM}/ram:TotalPrepaidAmount`),
  'BR-DEC-17': same('0.000', `${UT}/cbc:PayableRoundingAmount`, `${SUM}/ram:RoundingAmount`),
  'BR-DEC-18': same('700.000', `${UT}/cbc:PayableAmount`, `${SUM}/ram:DuePayableAmount`),
  'BR-DEC-19': same('660.000', `${SUBTOTAL}/cbc:TaxableAmount`, `${E}/ram:ApplicableTradeTax/ram:BasisAmount`),
  'BR-DEC-20': same('125.400', `${SUBTOTAL}/cbc:TaxAmount`, `${E}/ram:ApplicableTradeTax/ram:CalculatedAmount`),
  'BR-31': noAmount(DOC_ALLOWANCE!),
  'BR-32': both(drop('cac:AllowanceCharge/cac:TaxCategory'), drop(`${E}/${ENTRY}/ram:CategoryTradeTax`)),
  'BR-33': noReason(DOC_ALLOWANCE!),
  'BR-CO-21': noReason(DOC_ALLOWANCE!),
  'BR-DEC-01': decimals(DOC_ALLOWANCE!, 'cbc:Amount', 'ram:ActualAmount'),
  'BR-DEC-02': decimals(DOC_ALLOWANCE!, 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BR-36': noAmount(DOC_CHARGE!),
  'BR-37': both(drop('cac:AllowanceCharge[2]/cac:TaxCategory'), drop(`${E}/${ENTRY}[2]/ram:CategoryTradeTax`)),
  'BR-38': noReason(DOC_CHARGE!),
  'BR-CO-22': noReason(DOC_CHARGE!),
  'BR-DEC-05': decimals(DOC_CHARGE!, 'cbc:Amount', 'ram:ActualAmount'),
  'BR-DEC-06': decimals(DOC_CHARGE!, 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BR-41': noAmount(LINE_ALLOWANCE!),
  'BR-42': noReason(LINE_ALLOWANCE!),
  'BR-CO-23': noReason(LINE_ALLOWANCE!),
  'BR-DEC-24': decimals(LINE_ALLOWANCE!, 'cbc:Amount', 'ram:ActualAmount'),
  'BR-DEC-25': decimals(LINE_ALLOWANCE!, 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BR-43': noAmount(LINE_CHARGE!),
  'BR-44': noReason(LINE_CHARGE!),
  'BR-CO-24': noReason(LINE_CHARGE!),
  'BR-DEC-27': decimals(LINE_CHARGE!, 'cbc:Amount', 'ram:ActualAmount'),
  'BR-DEC-28': decimals(LINE_CHARGE!, 'cbc:BaseAmount', 'ram:BasisAmount'),
};

const payment: Record<string, Case> = {
  'BR-49': both(drop('cac:PaymentMeans/cbc:PaymentMeansCode'), drop(`${M}/ram:TypeCode`)),
  'BR-50': same('', 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID', `${M}/${PAYEE_ACCOUNT}/ram:IBANID`),
  'BR-51': both(
    all(card.ubl, put(CARD_NUMBER.ubl, '12345678901')),
    all(card.cii, put(CARD_NUMBER.cii, '12345678901')),
    card,
  ),
  'BR-61': both(drop('cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'), drop(`${M}/${PAYEE_ACCOUNT}/ram:IBANID`)),
};

const codes: Record<string, Case> = {
  'BR-CL-01': both(
    (root) => put(root.tag === 'cn:CreditNote' ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', '999')(root),
    put(`${H}/ram:TypeCode`, '999'),
  ),
  'BR-CL-03': scheme('currencyID', 'cac:TaxTotal/cbc:TaxAmount', `${SUM}/ram:TaxTotalAmount`, 'EURO'),
  'BR-CL-04': same('EURO', 'cbc:DocumentCurrencyCode', `${E}/ram:InvoiceCurrencyCode`),
  'BR-CL-05': both(
    all(sterling.ubl, put('cbc:TaxCurrencyCode', 'QQQ')),
    all(sterling.cii, put(`${E}/ram:TaxCurrencyCode`, 'QQQ')),
    sterling,
  ),
  'BR-CL-06': both(
    add('cac:InvoicePeriod', '<cbc:DescriptionCode>5</cbc:DescriptionCode>'),
    add(`${E}/ram:ApplicableTradeTax`, '<ram:DueDateTypeCode>3</ram:DueDateTypeCode>'),
    {
      ubl: add('cac:InvoicePeriod', '<cbc:DescriptionCode>3</cbc:DescriptionCode>'),
      cii: add(`${E}/ram:ApplicableTradeTax`, '<ram:DueDateTypeCode>5</ram:DueDateTypeCode>'),
    },
  ),
  'BR-CL-07': both(
    attribute('cac:AdditionalDocumentReference/cbc:ID', 'schemeID', 'NONE'),
    put(`${DOC}[2]/ram:ReferenceTypeCode`, 'NONE'),
  ),
  'BR-CL-08': both(put('cbc:Note', '#QQQ#Text'), put(`${H}/ram:IncludedNote/ram:SubjectCode`, 'QQQ')),
  'BR-CL-10': scheme('schemeID', `${US}/cac:PartyIdentification/cbc:ID`, `${S}/ram:GlobalID`),
  'BR-CL-11': scheme(
    'schemeID',
    `${US}/cac:PartyLegalEntity/cbc:CompanyID`,
    `${S}/ram:SpecifiedLegalOrganization/ram:ID`,
  ),
  'BR-CL-13': scheme(
    'listID',
    '*/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
    `${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`,
  ),
  'BR-CL-14': same(
    'QQ',
    `${US}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
    `${S}/ram:PostalTradeAddress/ram:CountryID`,
  ),
  'BR-CL-15': same(
    'QQ',
    '*/cac:Item/cac:OriginCountry/cbc:IdentificationCode',
    `${PRODUCT}/ram:OriginTradeCountry/ram:ID`,
  ),
  'BR-CL-16': same('999', 'cac:PaymentMeans/cbc:PaymentMeansCode', `${M}/ram:TypeCode`),
  'BR-CL-17': same(
    'Q',
    'cac:AllowanceCharge/cac:TaxCategory/cbc:ID',
    `${E}/${ENTRY}/ram:CategoryTradeTax/ram:CategoryCode`,
  ),
  'BR-CL-18': same('Q', '*/cac:Item/cac:ClassifiedTaxCategory/cbc:ID', `${LS}/ram:ApplicableTradeTax/ram:CategoryCode`),
  'BR-CL-19': same('FC', 'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode', `${E}/${ENTRY}/ram:ReasonCode`),
  'BR-CL-20': same('95', 'cac:AllowanceCharge[2]/cbc:AllowanceChargeReasonCode', `${E}/${ENTRY}[2]/ram:ReasonCode`),
  'BR-CL-21': scheme('schemeID', '*/cac:Item/cac:StandardItemIdentification/cbc:ID', `${PRODUCT}/ram:GlobalID`),
  'BR-CL-22': both(
    add(`${SUBTOTAL}/cac:TaxCategory`, '<cbc:TaxExemptionReasonCode>NONE</cbc:TaxExemptionReasonCode>'),
    add(`${E}/ram:ApplicableTradeTax`, '<ram:ExemptionReasonCode>NONE</ram:ExemptionReasonCode>'),
    {
      ubl: add(`${SUBTOTAL}/cac:TaxCategory`, '<cbc:TaxExemptionReasonCode>vatex-eu-o</cbc:TaxExemptionReasonCode>'),
      cii: add(`${E}/ram:ApplicableTradeTax`, '<ram:ExemptionReasonCode>VATEX-EU-O</ram:ExemptionReasonCode>'),
    },
  ),
  'BR-CL-23': scheme('unitCode', '*/cac:Price/cbc:BaseQuantity', `${L1}/${NET_PRICE}/ram:BasisQuantity`),
  'BR-CL-24': scheme(
    'mimeCode',
    '//cbc:EmbeddedDocumentBinaryObject',
    `${DOC}/ram:AttachmentBinaryObject`,
    'text/html',
  ),
  'BR-CL-25': scheme('schemeID', `${US}/cbc:EndpointID`, `${S}/ram:URIUniversalCommunication/ram:URIID`),
  'BR-CL-26': scheme('schemeID', 'cac:Delivery/cac:DeliveryLocation/cbc:ID', `${D}/ram:ShipToTradeParty/ram:GlobalID`),
};

const germany: Record<string, Case> = {
  'BR-DE-1': both(drop('cac:PaymentMeans'), drop(M)),
  'BR-DE-2': both(drop(`${US}/cac:Contact`), drop(`${S}/ram:DefinedTradeContact`)),
  'BR-DE-3': same(' ', `${US}/cac:PostalAddress/cbc:CityName`, `${S}/ram:PostalTradeAddress/ram:CityName`),
  'BR-DE-4': both(drop(`${US}/cac:PostalAddress/cbc:PostalZone`), drop(`${S}/ram:PostalTradeAddress/ram:PostcodeCode`)),
  'BR-DE-5': both(drop(`${US}/cac:Contact/cbc:Name`), drop(`${S}/ram:DefinedTradeContact/ram:PersonName`)),
  'BR-DE-6': both(
    drop(`${US}/cac:Contact/cbc:Telephone`),
    drop(`${S}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication`),
  ),
  'BR-DE-7': both(
    drop(`${US}/cac:Contact/cbc:ElectronicMail`),
    drop(`${S}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication`),
  ),
  'BR-DE-8': both(drop(`${UB}/cac:PostalAddress/cbc:CityName`), drop(`${B}/ram:PostalTradeAddress/ram:CityName`)),
  'BR-DE-9': both(drop(`${UB}/cac:PostalAddress/cbc:PostalZone`), drop(`${B}/ram:PostalTradeAddress/ram:PostcodeCode`)),
  'BR-DE-10': both(
    drop('cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:CityName'),
    drop(`${D}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CityName`),
  ),
  'BR-DE-11': both(
    drop('cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:PostalZone'),
    drop(`${D}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:PostcodeCode`),
  ),
  'BR-DE-14': both(
    drop(`${SUBTOTAL}/cac:TaxCategory/cbc:Percent`),
    drop(`${E}/ram:ApplicableTradeTax/ram:RateApplicablePercent`),
  ),
  'BR-DE-15': both(drop('cbc:BuyerReference'), put(`${A}/ram:BuyerReference`, ' ')),
  'BR-DE-16': both(
    all(drop('cac:TaxRepresentativeParty'), dropEverywhere('cac:PartyTaxScheme')),
    all(drop(REP), dropEverywhere('ram:SpecifiedTaxRegistration')),
  ),
  'BR-DE-17': both(
    (root) => put(root.tag === 'cn:CreditNote' ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', '386')(root),
    put(`${H}/ram:TypeCode`, '386'),
  ),
  'BR-DE-18': same('#SKONTO#TAGE=14#PROZENT=2#\n', 'cac:PaymentTerms/cbc:Note', `${TERMS}/ram:Description`),
  'BR-DE-19': same(
    'DE02120300000000202052',
    'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID',
    `${M}/${PAYEE_ACCOUNT}/ram:IBANID`,
  ),
  'BR-DE-20': both(
    all(debitUbl, put('cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID', 'DE02')),
    all(debitCii, put(`${M}/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`, 'DE02')),
    debit,
  ),
  'BR-DE-21': same('urn:cen.eu:en16931:2017', 'cbc:CustomizationID', SPEC),
  'BR-DE-22': both(
    add(
      '',
      '<cac:AdditionalDocumentReference><cbc:ID>2</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="lieferschein.pdf">JVBERg==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>',
    ),
    twice(DOC),
  ),
  'BR-DE-23-a': both(drop('cac:PaymentMeans/cac:PayeeFinancialAccount'), drop(`${M}/${PAYEE_ACCOUNT}`)),
  'BR-DE-23-b': both(
    add(
      'cac:PaymentMeans',
      '<cac:CardAccount><cbc:PrimaryAccountNumberID>1</cbc:PrimaryAccountNumberID></cac:CardAccount>',
    ),
    add(E, '<ram:CreditorReferenceID>X</ram:CreditorReferenceID>'),
  ),
  'BR-DE-24-a': both(
    all(card.ubl, drop('cac:PaymentMeans/cac:CardAccount')),
    all(card.cii, drop(`${M}/ram:ApplicableTradeSettlementFinancialCard`)),
    card,
  ),
  'BR-DE-24-b': both(
    all(card.ubl, add('cac:PaymentMeans', '<cac:PayeeFinancialAccount><cbc:ID>1</cbc:ID></cac:PayeeFinancialAccount>')),
    all(
      card.cii,
      add(
        M,
        '<ram:PayeePartyCreditorFinancialAccount><ram:IBANID>1</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>',
      ),
    ),
    card,
  ),
  'BR-DE-25-a': both(
    all(debitUbl, drop('cac:PaymentMeans/cac:PaymentMandate')),
    all(
      debitCii,
      drop(`${M}/ram:PayerPartyDebtorFinancialAccount`),
      drop(`${TERMS}/ram:DirectDebitMandateID`),
      drop(`${E}/ram:CreditorReferenceID`),
    ),
    debit,
  ),
  'BR-DE-25-b': both(
    all(debitUbl, add('cac:PaymentMeans', '<cac:PayeeFinancialAccount><cbc:ID>1</cbc:ID></cac:PayeeFinancialAccount>')),
    all(
      debitCii,
      add(
        M,
        '<ram:PayeePartyCreditorFinancialAccount><ram:IBANID>1</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>',
      ),
    ),
    debit,
  ),
  'BR-DE-26': both(
    all(
      (root) => put(root.tag === 'cn:CreditNote' ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', '384')(root),
      drop('cac:BillingReference'),
    ),
    all(put(`${H}/ram:TypeCode`, '384'), drop(`${E}/ram:InvoiceReferencedDocument`)),
  ),
  'BR-DE-27': same(
    '12',
    `${US}/cac:Contact/cbc:Telephone`,
    `${S}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber`,
  ),
  'BR-DE-28': same(
    'frau@',
    `${US}/cac:Contact/cbc:ElectronicMail`,
    `${S}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID`,
  ),
  'BR-DE-30': both(
    all(debitUbl, drop(`${US}/cac:PartyIdentification[2]`)),
    all(debitCii, drop(`${E}/ram:CreditorReferenceID`)),
    debit,
  ),
  'BR-DE-31': both(
    all(debitUbl, drop('cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount')),
    all(debitCii, drop(`${M}/ram:PayerPartyDebtorFinancialAccount`)),
    debit,
  ),
  'BR-DE-TMP-32': both(
    all(drop('cac:Delivery'), drop('cac:InvoicePeriod')),
    all(drop(`${D}/ram:ActualDeliverySupplyChainEvent`), drop(`${E}/ram:BillingSpecifiedPeriod`)),
  ),
  'BR-TMP-2': both(put('//cbc:URI', 'bauhof'), put(`${DOC}/ram:URIID`, 'bauhof')),
  'BR-TMP-3': onlyCii(put(`${L1}/${GROSS_PRICE}/ram:BasisQuantity`, '2')),
  'BR-DEX-01': extended(
    attribute('//cbc:EmbeddedDocumentBinaryObject', 'mimeCode', 'text/html'),
    attribute(`${DOC}/ram:AttachmentBinaryObject`, 'mimeCode', 'text/html'),
  ),
  'BR-DEX-02': onlyUbl(
    all(extension.ubl, add('cac:InvoiceLine', subLine('400.00'))),
    all(extension.ubl, add('cac:InvoiceLine', subLine('485.00'))),
  ),
  'BR-DEX-03': onlyUbl(
    all(extension.ubl, add('cac:InvoiceLine', subLine('485.00', 2))),
    all(extension.ubl, add('cac:InvoiceLine', subLine('485.00'))),
  ),
  'BR-DEX-04': extended(
    attribute(`${US}/cac:PartyIdentification/cbc:ID`, 'schemeID', 'NONE'),
    attribute(`${S}/ram:GlobalID`, 'schemeID', 'NONE'),
  ),
  'BR-DEX-05': extended(
    attribute(`${US}/cac:PartyLegalEntity/cbc:CompanyID`, 'schemeID', 'NONE'),
    attribute(`${S}/ram:SpecifiedLegalOrganization/ram:ID`, 'schemeID', 'NONE'),
  ),
  'BR-DEX-06': extended(
    attribute('*/cac:Item/cac:StandardItemIdentification/cbc:ID', 'schemeID', 'NONE'),
    attribute(`${PRODUCT}/ram:GlobalID`, 'schemeID', 'NONE'),
  ),
  'BR-DEX-07': extended(
    attribute(`${US}/cbc:EndpointID`, 'schemeID', 'NONE'),
    attribute(`${S}/ram:URIUniversalCommunication/ram:URIID`, 'schemeID', 'NONE'),
  ),
  'BR-DEX-08': extended(
    attribute('cac:Delivery/cac:DeliveryLocation/cbc:ID', 'schemeID', 'NONE'),
    attribute(`${D}/ram:ShipToTradeParty/ram:GlobalID`, 'schemeID', 'NONE'),
  ),
  'BR-DEX-09': withThirdParty(put(`${UT}/cbc:PayableAmount`, '700.00')),
  'BR-DEX-10': withThirdParty(drop('cac:PrepaidPayment/cbc:ID')),
  'BR-DEX-11': withThirdParty(drop('cac:PrepaidPayment/cbc:PaidAmount')),
  'BR-DEX-12': withThirdParty(drop('cac:PrepaidPayment/cbc:InstructionID')),
  'BR-DEX-13': withThirdParty(put('cac:PrepaidPayment/cbc:PaidAmount', '10.000')),
  'BR-DEX-14': withThirdParty(attribute('cac:PrepaidPayment/cbc:PaidAmount', 'currencyID', 'USD')),
  'BR-DEX-15': extended(
    null,
    add(`${L1}/ram:AssociatedDocumentLineDocument`, '<ram:ParentLineID>1</ram:ParentLineID>'),
  ),
  'BR-DE-CVD-01': ofVehicle(drop('cac:ContractDocumentReference'), drop(`${A}/ram:ContractReferencedDocument`)),
  'BR-DE-CVD-02': ofVehicle(drop('cac:OriginatorDocumentReference'), put(`${DOC}[3]/ram:TypeCode`, '916')),
  'BR-DE-CVD-03': ofVehicle(
    all(drop('*/cac:Item/cac:CommodityClassification'), drop('*/cac:Item/cac:AdditionalItemProperty')),
    all(drop(`${PRODUCT}/ram:DesignatedProductClassification`), drop(`${PRODUCT}/ram:ApplicableProductCharacteristic`)),
  ),
  'BR-DE-CVD-04': ofVehicle(
    put('*/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode', 'M9'),
    put(`${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`, 'M9'),
  ),
  'BR-DE-CVD-05': ofVehicle(
    put('*/cac:Item/cac:AdditionalItemProperty/cbc:Value', 'dirty'),
    put(`${PRODUCT}/ram:ApplicableProductCharacteristic/ram:Value`, 'dirty'),
  ),
  'BR-DE-CVD-06-a': ofVehicle(
    drop('*/cac:Item/cac:AdditionalItemProperty'),
    drop(`${PRODUCT}/ram:ApplicableProductCharacteristic`),
  ),
  'BR-DE-CVD-06-b': ofVehicle(
    drop('*/cac:Item/cac:CommodityClassification'),
    drop(`${PRODUCT}/ram:DesignatedProductClassification`),
  ),
  'BR-TMP-CVD-01': ofVehicle(
    attribute('*/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode', 'listID', 'NONE'),
    attribute(`${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`, 'listID', 'NONE'),
  ),
};

const peppol: Record<string, Case> = {
  R001: both(drop('cbc:ProfileID'), drop(`${CONTEXT}/ram:BusinessProcessSpecifiedDocumentContextParameter`)),
  R005: both(
    add('', '<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>'),
    add(E, '<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>'),
    sterling,
  ),
  R008: both(add('', '<cbc:AccountingCost> </cbc:AccountingCost>'), add(A, '<ram:Reference/>')),
  R010: both(drop(`${UB}/cbc:EndpointID`), drop(`${B}/ram:URIUniversalCommunication`)),
  R020: both(drop(`${US}/cbc:EndpointID`), drop(`${S}/ram:URIUniversalCommunication`)),
  R040: same('40.00', 'cac:AllowanceCharge/cbc:Amount', `${E}/${ENTRY}/ram:ActualAmount`),
  R041: both(drop('cac:AllowanceCharge/cbc:BaseAmount'), drop(`${E}/${ENTRY}/ram:BasisAmount`)),
  R042: both(drop('cac:AllowanceCharge/cbc:MultiplierFactorNumeric'), drop(`${E}/${ENTRY}/ram:CalculationPercent`)),
  R043: onlyUbl(put('cac:AllowanceCharge/cbc:ChargeIndicator', '0')),
  'R043-1': onlyCii(put(`${E}/${ENTRY}/ram:ChargeIndicator/udt:Indicator`, '0')),
  'R043-2': onlyCii(put(`${L1}/${GROSS_PRICE}/ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator`, '0')),
  R044: same(
    'true',
    '*/cac:Price/cac:AllowanceCharge/cbc:ChargeIndicator',
    `${L1}/${GROSS_PRICE}/ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator`,
  ),
  R046: same(
    '4.99',
    '*/cac:Price/cac:AllowanceCharge/cbc:Amount',
    `${L1}/${GROSS_PRICE}/ram:AppliedTradeAllowanceCharge/ram:ActualAmount`,
  ),
  R053: both(twice('cac:TaxTotal'), twice(`${SUM}/ram:TaxTotalAmount`)),
  R054: both(
    all(sterling.ubl, drop('cac:TaxTotal[2]')),
    all(sterling.cii, drop(`${SUM}/ram:TaxTotalAmount[2]`)),
    sterling,
  ),
  R055: both(
    all(sterling.ubl, put('cac:TaxTotal[2]/cbc:TaxAmount', '-1.00')),
    all(sterling.cii, put(`${SUM}/ram:TaxTotalAmount[2]`, '-1.00')),
    sterling,
  ),
  R061: both(
    all(debitUbl, drop('cac:PaymentMeans/cac:PaymentMandate/cbc:ID')),
    all(debitCii, drop(`${TERMS}/ram:DirectDebitMandateID`)),
    debit,
  ),
  R101: both(
    drop('*/cac:DocumentReference/cbc:DocumentTypeCode'),
    put(`${LS}/ram:AdditionalReferencedDocument/ram:TypeCode`, '50'),
  ),
  R110: both(
    put('*/cac:InvoicePeriod/cbc:StartDate', '2026-03-31'),
    put(`${LS}/ram:BillingSpecifiedPeriod/ram:StartDateTime/${DATE}`, '20260331'),
  ),
  R111: both(
    put('*/cac:InvoicePeriod/cbc:EndDate', '2026-05-01'),
    put(`${LS}/ram:BillingSpecifiedPeriod/ram:EndDateTime/${DATE}`, '20260501'),
  ),
  R120: same(
    '484.97',
    '*/cbc:LineExtensionAmount',
    `${LS}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
  ),
  R121: same('0', '*/cac:Price/cbc:BaseQuantity', `${L1}/${NET_PRICE}/ram:BasisQuantity`),
  R130: scheme('unitCode', '*/cac:Price/cbc:BaseQuantity', `${L1}/${NET_PRICE}/ram:BasisQuantity`, 'KGM'),
};

export const CASES: Record<string, Case> = {
  ...header,
  ...parties,
  ...lines,
  ...amounts,
  ...payment,
  ...codes,
  ...germany,
  ...Object.fromEntries(Object.entries(peppol).map(([id, one]) => [`PEPPOL-EN16931-${id}`, one])),
};
