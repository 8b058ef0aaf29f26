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
  SELLER_CII as S,
  SELLER_UBL as US,
  SETTLEMENT as E,
  TOTALS,
  TRADE,
} from '../ways.js';
import { type Change, add, all, attribute, drop, put, twice } from './changes.js';
import type { Case } from './rule-cases.js';

const ubl = (change: Change, also?: Change): Case =>
  also === undefined ? { ubl: change, cii: null } : { ubl: change, cii: null, also: { ubl: also } };
const cii = (change: Change, also?: Change): Case =>
  also === undefined ? { ubl: null, cii: change } : { ubl: null, cii: change, also: { cii: also } };

const L1 = `${TRADE}/${LINE}`;
const LS = `${L1}/${LINE_SETTLEMENT}`;
const SUM = `${E}/${TOTALS}`;
const M = `${E}/${MEANS}`;
const PRODUCT = `${L1}/ram:SpecifiedTradeProduct`;
const ENTRY = `${E}/ram:SpecifiedTradeAllowanceCharge`;
const DOC = `${A}/ram:AdditionalReferencedDocument`;
const TAX = `${E}/ram:ApplicableTradeTax`;

/** A group with one value in it, twice. */
const two = (xml: string): Change => add('', xml.repeat(2));
const vatNumber = (id: string, scheme: string): string =>
  `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
const mandate = '<cac:PaymentMandate><cbc:ID>M</cbc:ID></cac:PaymentMandate>';
const card = '<cac:CardAccount><cbc:PrimaryAccountNumberID>1</cbc:PrimaryAccountNumberID></cac:CardAccount>';
const object =
  '<cac:AdditionalDocumentReference><cbc:ID>O</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>';

const ublCases: Record<string, Case> = {
  'SR-01': ubl(twice('cac:ContractDocumentReference')),
  'SR-02': ubl(two('<cac:ReceiptDocumentReference><cbc:ID>1</cbc:ID></cac:ReceiptDocumentReference>')),
  'SR-03': ubl(two('<cac:DespatchDocumentReference><cbc:ID>1</cbc:ID></cac:DespatchDocumentReference>')),
  'SR-04': ubl(add('', object)),
  'SR-05': ubl(twice('cac:PaymentTerms')),
  'SR-06': ubl(twice('cac:BillingReference/cac:InvoiceDocumentReference')),
  'SR-07': ubl(drop('cac:BillingReference/cac:InvoiceDocumentReference')),
  'SR-08': ubl(twice('cac:InvoicePeriod')),
  'SR-09': ubl(twice(`${US}/cac:PartyLegalEntity/cbc:RegistrationName`)),
  'SR-10': ubl(twice(`${US}/cac:PartyName/cbc:Name`)),
  'SR-11': ubl(twice(`${US}/cac:PartyLegalEntity/cbc:CompanyID`)),
  'SR-12': ubl(add(US, vatNumber('DE2', 'VAT'))),
  'SR-13': ubl(add(US, vatNumber('2', 'FC'))),
  'SR-14': ubl(
    add(
      `${US}/cac:PartyLegalEntity`,
      '<cbc:CompanyLegalForm>a</cbc:CompanyLegalForm><cbc:CompanyLegalForm>b</cbc:CompanyLegalForm>',
    ),
  ),
  'SR-15': ubl(twice(`${UB}/cac:PartyLegalEntity/cbc:RegistrationName`)),
  'SR-16': ubl(twice(`${UB}/cac:PartyIdentification`)),
  'SR-17': ubl(twice(`${UB}/cac:PartyLegalEntity/cbc:CompanyID`)),
  'SR-18': ubl(add(UB, vatNumber('DE2', 'VAT'))),
  'SR-19': ubl(put('cac:PayeeParty/cac:PartyName/cbc:Name', 'Baustoffhandel Nord GmbH')),
  'SR-20': ubl(add('cac:PayeeParty', '<cac:PartyIdentification><cbc:ID>F-2</cbc:ID></cac:PartyIdentification>')),
  'SR-21': ubl(
    add(
      'cac:PayeeParty',
      '<cac:PartyLegalEntity><cbc:CompanyID>1</cbc:CompanyID><cbc:CompanyID>2</cbc:CompanyID></cac:PartyLegalEntity>',
    ),
  ),
  'SR-22': ubl(twice('cac:TaxRepresentativeParty/cac:PartyName/cbc:Name')),
  'SR-23': ubl(twice('cac:TaxRepresentativeParty/cac:PartyTaxScheme')),
  'SR-24': ubl(twice('cac:Delivery')),
  'SR-25': ubl(
    add(
      'cac:Delivery',
      '<cac:DeliveryParty><cac:PartyName><cbc:Name>a</cbc:Name></cac:PartyName><cac:PartyName><cbc:Name>b</cbc:Name></cac:PartyName></cac:DeliveryParty>',
    ),
  ),
  'SR-26': ubl(twice('cac:PaymentMeans/cbc:PaymentID')),
  'SR-27': ubl(twice('cac:PaymentMeans/cbc:PaymentMeansCode')),
  'SR-28': ubl(
    add('cac:PaymentMeans', '<cac:PaymentMandate><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID></cac:PaymentMandate>'),
  ),
  'SR-29': ubl(
    add(
      US,
      '<cac:PartyIdentification><cbc:ID schemeID="SEPA">1</cbc:ID></cac:PartyIdentification><cac:PartyIdentification><cbc:ID schemeID="sepa">2</cbc:ID></cac:PartyIdentification>',
    ),
  ),
  'SR-30': ubl(twice('cac:AllowanceCharge/cbc:AllowanceChargeReason')),
  'SR-31': ubl(twice('cac:AllowanceCharge[2]/cbc:AllowanceChargeReason')),
  'SR-32': ubl(
    add(
      'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory',
      '<cbc:TaxExemptionReason>a</cbc:TaxExemptionReason><cbc:TaxExemptionReason>b</cbc:TaxExemptionReason>',
    ),
  ),
  'SR-33': ubl(
    add(
      'cac:AdditionalDocumentReference[2]',
      '<cbc:DocumentDescription>a</cbc:DocumentDescription><cbc:DocumentDescription>b</cbc:DocumentDescription>',
    ),
  ),
  'SR-34': ubl(add('*', '<cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note>')),
  'SR-35': ubl(add('*', '<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference>'.repeat(2))),
  'SR-36': ubl(twice('*/cac:InvoicePeriod')),
  'SR-37': ubl(twice('*/cac:Price/cac:AllowanceCharge')),
  'SR-39': ubl(two('<cac:ProjectReference><cbc:ID>1</cbc:ID></cac:ProjectReference>')),
  'SR-40': ubl(
    add(
      UB,
      '<cac:PartyName><cbc:Name>a</cbc:Name></cac:PartyName><cac:PartyName><cbc:Name>b</cbc:Name></cac:PartyName>',
    ),
  ),
  'SR-42': ubl(add(US, vatNumber('1', 'X'))),
  'SR-43': ubl(add('cac:AdditionalDocumentReference[2]', '<cbc:DocumentTypeCode>916</cbc:DocumentTypeCode>')),
  'SR-44': ubl(twice('cac:PaymentMeans/cbc:PaymentID', 'anders')),
  'SR-45': ubl(add('cac:PaymentMeans', '<cbc:PaymentDueDate>2026-06-01</cbc:PaymentDueDate>'.repeat(2))),
  'SR-46': ubl(twice('cac:PaymentMeans/cbc:PaymentMeansCode')),
  'SR-47': ubl(add('', '<cac:PaymentMeans><cbc:PaymentMeansCode>57</cbc:PaymentMeansCode></cac:PaymentMeans>')),
  'SR-48': ubl(twice('*/cac:Item/cac:ClassifiedTaxCategory')),
  'SR-49': ubl(add('cac:InvoicePeriod', '<cbc:DescriptionCode>3</cbc:DescriptionCode>'.repeat(2))),
  'SR-50': ubl(twice('*/cac:Item/cbc:Description')),
  'SR-51': ubl(add(`${US}/cac:PostalAddress`, '<cac:AddressLine><cbc:Line>a</cbc:Line></cac:AddressLine>'.repeat(2))),
  'SR-52': ubl(twice('*/cac:DocumentReference')),
  'SR-53': ubl(drop(`${US}/cac:PartyTaxScheme/cbc:CompanyID`)),
  'SR-54': ubl(add('cac:PaymentMeans', card.repeat(2))),
  'SR-55': ubl(add('cac:PaymentMeans', mandate.repeat(2))),
  'SR-56': ubl(two('<cac:OriginatorDocumentReference><cbc:ID>1</cbc:ID></cac:OriginatorDocumentReference>')),
  'DT-01': ubl(put('cac:TaxTotal/cbc:TaxAmount', '125.400')),
  'DT-06': ubl(attribute('//cbc:EmbeddedDocumentBinaryObject', 'mimeCode', null)),
  'DT-07': ubl(attribute('//cbc:EmbeddedDocumentBinaryObject', 'filename', null)),
  ...Object.fromEntries(
    [
      ...['schemeName', 'schemeAgencyName', 'schemeDataURI', 'schemeURI', 'format', 'unitCodeListIdentifier'],
      ...['unitCodeListAgencyIdentifier', 'unitCodeListAgencyName', 'listAgencyName', 'listName', 'name', 'languageID'],
      ...['listURI', 'listSchemeURI', 'languageLocaleID', 'uri', 'currencyCodeListVersionID', 'characterSetCode'],
      ...['encodingCode', 'schemeAgencyID', 'listAgencyID'],
    ].map((name, index) => [`DT-${String(index + 8).padStart(2, '0')}`, ubl(attribute('cbc:ID', name, 'x'))]),
  ),
  'CR-002': ubl(add('', '<cbc:UBLVersionID>2.3</cbc:UBLVersionID>')),
  // Credit notes have their due date there.
  'CR-412': ubl((root) => {
    if (root.tag === 'cn:CreditNote') return;
    add('cac:PaymentMeans', '<cbc:PaymentDueDate>2026-06-01</cbc:PaymentDueDate>')(root);
  }),
  'CR-665': ubl(attribute('cac:AdditionalDocumentReference[2]/cbc:ID', 'schemeID', 'AAA')),
  'CR-666': ubl(add('cac:AdditionalDocumentReference', '<cac:Attachment/>')),
  'CR-673': ubl(add('cac:AdditionalDocumentReference', '<cbc:DocumentDescription>a</cbc:DocumentDescription>')),
};

const repeatedTotals = [
  ...['LineTotalAmount', 'ChargeTotalAmount', 'AllowanceTotalAmount', 'TaxBasisTotalAmount', 'RoundingAmount'],
  ...[
    'GrandTotalAmount',
    'InformationAmount',
    'TotalPrepaidAmount',
    'TotalDiscountAmount',
    'TotalAllowanceChargeAmount',
  ],
  ...['DuePayableAmount', 'RetailValueExcludingTaxInformationAmount', 'TotalDepositFeeInformationAmount'],
  ...['ProductValueExcludingTobaccoTaxInformationAmount', 'TotalRetailValueInformationAmount', 'GrossLineTotalAmount'],
  ...['NetLineTotalAmount', 'NetIncludingTaxesLineTotalAmount'],
];

const document = (type: string, more = ''): string =>
  `<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID><ram:TypeCode>${type}</ram:TypeCode>${more}</ram:AdditionalReferencedDocument>`;
const order = `${A}/ram:BuyerOrderReferencedDocument`;

const ciiCases: Record<string, Case> = {
  'SR-003': cii(twice(`${CONTEXT}/ram:BusinessProcessSpecifiedDocumentContextParameter`)),
  'SR-009': cii(twice(`${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter`)),
  'SR-010': cii(drop(`${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`)),
  'SR-014': cii(drop(`${H}/ram:TypeCode`)),
  'SR-030': cii(twice(`${H}/ram:IncludedNote/ram:Content`)),
  'SR-039': cii(add(`${L1}/ram:AssociatedDocumentLineDocument`, '<ram:IncludedNote/>'.repeat(2))),
  'SR-040': cii(
    add(
      `${L1}/ram:AssociatedDocumentLineDocument`,
      '<ram:IncludedNote><ram:Content>a</ram:Content><ram:Content>b</ram:Content></ram:IncludedNote>',
    ),
  ),
  'SR-046': cii(attribute(`${PRODUCT}/ram:GlobalID`, 'schemeID', null)),
  'SR-069': cii(drop(`${PRODUCT}/ram:ApplicableProductCharacteristic/ram:Description`)),
  'SR-072': cii(twice(`${PRODUCT}/ram:ApplicableProductCharacteristic/ram:Value`)),
  'SR-090': cii(drop(`${PRODUCT}/ram:OriginTradeCountry/ram:ID`)),
  'SR-119': cii(drop(`${L1}/${GROSS_PRICE}/ram:AppliedTradeAllowanceCharge/ram:ActualAmount`)),
  'SR-439': cii(drop(`${L1}/${NET_PRICE}/ram:ChargeAmount`)),
  'SR-440': cii(twice(`${L1}/${GROSS_PRICE}/ram:AppliedTradeAllowanceCharge/ram:ActualAmount`)),
  'SR-441': cii(twice(`${L1}/${NET_PRICE}/ram:ChargeAmount`)),
  'SR-449': cii(add(`${D}/ram:ShipToTradeParty`, '<ram:ID>1</ram:ID>')),
  'SR-450': cii(add(B, '<ram:GlobalID schemeID="0088">1</ram:GlobalID>')),
  'SR-451': cii(add(`${E}/ram:PayeeTradeParty`, '<ram:GlobalID schemeID="0088">1</ram:GlobalID>')),
  'SR-452': cii(add(E, '<ram:SpecifiedTradePaymentTerms/>')),
  'SR-453': cii(twice(`${E}/ram:SpecifiedTradePaymentTerms/ram:Description`)),
  'SR-454': cii(twice(`${LS}/ram:ApplicableTradeTax`)),
  'SR-455': cii(twice(`${S}/ram:DefinedTradeContact`)),
  'SR-456': cii(twice(`${B}/ram:DefinedTradeContact`)),
  'SR-457': cii(add(A, document('50').repeat(2))),
  'SR-458': cii(add(A, document('130'))),
  'SR-459': cii(twice(`${S}/ram:URIUniversalCommunication`)),
  'SR-460': cii(twice(`${B}/ram:URIUniversalCommunication`)),
  'SR-461': cii(add(TAX, '<ram:TaxPointDate/>'.repeat(2))),
  'SR-462': cii(add(TAX, '<ram:DueDateTypeCode>5</ram:DueDateTypeCode><ram:DueDateTypeCode>29</ram:DueDateTypeCode>')),
  'SR-463': cii(drop(`${ENTRY}/ram:ChargeIndicator`)),
  'SR-465': cii(add(`${S}/ram:DefinedTradeContact`, '<ram:DepartmentName>a</ram:DepartmentName>')),
  'SR-466': cii(add(`${B}/ram:DefinedTradeContact`, '<ram:DepartmentName>a</ram:DepartmentName>')),
  'SR-467': cii(
    add(
      E,
      '<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>57</ram:TypeCode></ram:SpecifiedTradeSettlementPaymentMeans>',
    ),
  ),
  'SR-468': cii(twice(`${M}/ram:Information`, 'anders')),
  'SR-469': cii(twice(`${E}/ram:PaymentReference`)),
  'SR-470': cii(drop(`${M}/${PAYEE_ACCOUNT}`)),
  'SR-471': cii(add(ENTRY, '<ram:RateApplicablePercent>1</ram:RateApplicablePercent>'.repeat(2))),
  'SR-472': cii(twice(`${ENTRY}/ram:CategoryTradeTax`)),
  'SR-473': cii(twice(`${ENTRY}/ram:ActualAmount`)),
  'SR-474': cii(twice(`${LS}/ram:AdditionalReferencedDocument`)),
  'SR-475': cii(add(A, document('916', '<ram:Name>a</ram:Name>'))),
  'SR-476': cii(
    add(
      A,
      document(
        '916',
        '<ram:AttachmentBinaryObject mimeCode="application/pdf" filename="b.pdf">JVBERg==</ram:AttachmentBinaryObject>',
      ),
    ),
  ),
  ...Object.fromEntries(
    repeatedTotals.map((name, index) => [`SR-${477 + index}`, cii(add(SUM, `<ram:${name}>1</ram:${name}>`.repeat(2)))]),
  ),
  ...Object.fromEntries(
    [
      'schemeName',
      'schemeAgencyName',
      'schemeDataURI',
      'schemeURI',
      'schemeID',
      'schemeAgencyID',
      'schemeVersionID',
    ].map((name, index) => [`DT-00${index + 1}`, cii(attribute(`${H}/ram:ID`, name, 'x'))]),
  ),
  'DT-015': cii(put(`${DOC}/ram:TypeCode`, '130')),
  'DT-018': cii(put(`${DOC}/ram:TypeCode`, '999')),
  'DT-021': cii(add(order, '<ram:Name>a</ram:Name>')),
  'DT-022': cii(put(`${DOC}/ram:TypeCode`, '50')),
  'DT-024': cii(put(`${DOC}[2]/ram:TypeCode`, '50')),
  'DT-027': cii(add(order, '<ram:FormattedIssueDateTime/>')),
  'DT-033': cii(
    all((root) => {
      for (const element of root.descendants()) {
        if (element.tag === 'ram:BilledQuantity') Object.assign(element, { attributes: {} });
      }
    }),
  ),
  'DT-037': cii(put(`${TAX}/ram:TypeCode`, 'GST')),
  'DT-041': cii(add(`${LS}/ram:ApplicableTradeTax`, '<ram:BasisAmount>1</ram:BasisAmount>')),
  'DT-052': cii(add(`${ENTRY}/ram:CategoryTradeTax`, '<ram:ExemptionReasonCode>VATEX-EU-O</ram:ExemptionReasonCode>')),
  'DT-054': cii(add(`${LS}/ram:ApplicableTradeTax`, '<ram:TaxPointDate/>')),
  'DT-058': cii(add(`${LS}/ram:ApplicableTradeTax`, '<ram:DueDateTypeCode>5</ram:DueDateTypeCode>')),
  'DT-097': cii(put(`${H}/ram:IssueDateTime/udt:DateTimeString`, '20261301')),
  'DT-098': cii(add(`${ENTRY}/ram:CategoryTradeTax`, '<ram:ExemptionReason>a</ram:ExemptionReason>')),
};

export const STRUCTURE_CASES: Record<string, Case> = {
  ...Object.fromEntries(Object.entries(ublCases).map(([id, one]) => [`UBL-${id}`, one])),
  ...Object.fromEntries(Object.entries(ciiCases).map(([id, one]) => [`CII-${id}`, one])),
};
