import type {
  Address,
  AllowanceCharge,
  Contact,
  DateValue,
  Identifier,
  Invoice,
  InvoiceLine,
  Item,
  Party,
  PaymentMeans,
  Period,
  Price,
  SupportingDocument,
  Totals,
  VatBreakdown,
  VatCategory,
} from '../model.js';
import type { DecimalText, Quantity } from '../decimal-text.js';
import { base64Of, refuseExtensions, registrationsOf } from '../write-values.js';
import { group, leaf, type Tag, writeXml, type XmlOut } from '../xml/write-xml.js';

const VAT_SCHEMES = { vat: 'VA', other: 'FC' } as const;

/** BT-8: what UBL says with UNTDID 2005, CII says with UNTDID 2475. */
const TAX_POINT_CODES: Record<string, string> = { '3': '5', '35': '29', '432': '72' };

/**
 * Writes an invoice as UN/CEFACT Cross Industry Invoice D16B (binding of CEN/TS 16931-3-3) in the element order of its
 * schema. The schema has room for one preceding invoice (BG-3): more are written, but do not follow it.
 *
 * @returns UTF-8 bytes
 * @throws UnwritableText for control characters; RangeError for the groups of the Extension and for an attachment that
 *   is no Base64
 */
export function writeCii(invoice: Invoice): Uint8Array {
  refuseExtensions(invoice);
  const root = group(
    'rsm:CrossIndustryInvoice',
    group(
      'rsm:ExchangedDocumentContext',
      group('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', invoice.businessProcess)),
      group('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', invoice.specificationId)),
    ),
    group(
      'rsm:ExchangedDocument',
      leaf('ram:ID', invoice.number),
      leaf('ram:TypeCode', invoice.typeCode),
      dateTime('ram:IssueDateTime', invoice.issueDate),
      invoice.notes.map((note) =>
        group('ram:IncludedNote', leaf('ram:Content', note.text), leaf('ram:SubjectCode', note.subjectCode)),
      ),
    ),
    {
      tag: 'rsm:SupplyChainTradeTransaction',
      attributes: {},
      content: [...invoice.lines.map(lineItem), agreement(invoice), delivery(invoice), settlement(invoice)].filter(
        (child): child is XmlOut => child !== null,
      ),
    },
  );
  return writeXml(root!, ['rsm', 'ram', 'qdt', 'udt']);
}

/** `2026-03-31` as `20260331`, the only form (102) that EN 16931 allows here. */
function digits(date: DateValue): string {
  return date.iso === null ? date.raw : date.iso.replaceAll('-', '');
}

function dateTime(tag: Tag, date: DateValue | null): XmlOut | null {
  return group(tag, leaf('udt:DateTimeString', date === null ? null : digits(date), { format: '102' }));
}

/** Amounts carry no currency here, except where two VAT totals have to be told apart. */
function number(tag: Tag, value: DecimalText | null): XmlOut | null {
  return leaf(tag, value?.raw);
}

function quantity(tag: Tag, value: Quantity | null): XmlOut | null {
  return leaf(tag, value?.raw, { unitCode: value?.unit });
}

function period(value: Period | null): XmlOut | null {
  return group(
    'ram:BillingSpecifiedPeriod',
    dateTime('ram:StartDateTime', value?.start ?? null),
    dateTime('ram:EndDateTime', value?.end ?? null),
  );
}

function reference(tag: Tag, id: string | null): XmlOut | null {
  return group(tag, leaf('ram:IssuerAssignedID', id));
}

function agreement(invoice: Invoice): XmlOut {
  const representative = invoice.taxRepresentative;
  const children = [
    leaf('ram:BuyerReference', invoice.buyerReference),
    party('ram:SellerTradeParty', invoice.seller),
    party('ram:BuyerTradeParty', invoice.buyer),
    representative === null
      ? null
      : group(
          'ram:SellerTaxRepresentativeTradeParty',
          leaf('ram:Name', representative.name),
          address(representative.address),
          taxRegistrations({ ...representative, taxNumber: null }),
        ),
    reference('ram:SellerOrderReferencedDocument', invoice.salesOrderReference),
    reference('ram:BuyerOrderReferencedDocument', invoice.purchaseOrderReference),
    reference('ram:ContractReferencedDocument', invoice.contractReference),
    ...invoice.supportingDocuments.map(supportingDocument),
    invoice.tenderReference === null
      ? null
      : group(
          'ram:AdditionalReferencedDocument',
          leaf('ram:IssuerAssignedID', invoice.tenderReference),
          leaf('ram:TypeCode', '50'),
        ),
    objectReference(invoice.invoicedObject),
    invoice.projectReference === null
      ? null
      : group(
          'ram:SpecifiedProcuringProject',
          leaf('ram:ID', invoice.projectReference),
          // the schema demands a name that EN 16931 does not know
          leaf('ram:Name', 'Project reference'),
        ),
  ];
  return {
    tag: 'ram:ApplicableHeaderTradeAgreement',
    attributes: {},
    content: children.filter((child) => child !== null),
  };
}

function objectReference(id: Identifier | null): XmlOut | null {
  if (id === null) return null;
  return group(
    'ram:AdditionalReferencedDocument',
    leaf('ram:IssuerAssignedID', id.value),
    leaf('ram:TypeCode', '130'),
    leaf('ram:ReferenceTypeCode', id.scheme),
  );
}

function supportingDocument(document: SupportingDocument): XmlOut | null {
  return group(
    'ram:AdditionalReferencedDocument',
    leaf('ram:IssuerAssignedID', document.reference),
    leaf('ram:URIID', document.externalUri),
    leaf('ram:TypeCode', '916'),
    leaf('ram:Name', document.description),
    leaf('ram:AttachmentBinaryObject', base64Of(document), {
      mimeCode: document.attachment?.mimeCode,
      filename: document.attachment?.filename,
    }),
  );
}

/** An identifier with a scheme of ISO 6523 is a GlobalID, one without is an ID. */
function ids(values: readonly Identifier[]): (XmlOut | null)[] {
  return [
    ...values.filter((id) => id.scheme === null).map((id) => leaf('ram:ID', id.value)),
    ...values.filter((id) => id.scheme !== null).map((id) => leaf('ram:GlobalID', id.value, { schemeID: id.scheme })),
  ];
}

function party(tag: Tag, value: Party | null): XmlOut | null {
  if (value === null) return null;
  return group(
    tag,
    ids(value.ids),
    leaf('ram:Name', value.name),
    leaf('ram:Description', value.legalInformation),
    group(
      'ram:SpecifiedLegalOrganization',
      leaf('ram:ID', value.legalId?.value, { schemeID: value.legalId?.scheme }),
      leaf('ram:TradingBusinessName', value.tradingName),
    ),
    contact(value.contact),
    address(value.address),
    group(
      'ram:URIUniversalCommunication',
      leaf('ram:URIID', value.electronicAddress?.value, { schemeID: value.electronicAddress?.scheme }),
    ),
    taxRegistrations(value),
  );
}

function taxRegistrations(value: Parameters<typeof registrationsOf>[0]): (XmlOut | null)[] {
  return registrationsOf(value, VAT_SCHEMES).map((entry) =>
    group('ram:SpecifiedTaxRegistration', leaf('ram:ID', entry.value, { schemeID: entry.scheme })),
  );
}

function contact(value: Contact | null): XmlOut | null {
  return group(
    'ram:DefinedTradeContact',
    leaf('ram:PersonName', value?.name),
    group('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', value?.phone)),
    group('ram:EmailURIUniversalCommunication', leaf('ram:URIID', value?.email)),
  );
}

function address(value: Address | null): XmlOut | null {
  return group(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', value?.postcode),
    leaf('ram:LineOne', value?.line1),
    leaf('ram:LineTwo', value?.line2),
    leaf('ram:LineThree', value?.line3),
    leaf('ram:CityName', value?.city),
    leaf('ram:CountryID', value?.country),
    leaf('ram:CountrySubDivisionName', value?.subdivision),
  );
}

/** The element stays even when nothing is known about the delivery: the schema demands it. */
function delivery(invoice: Invoice): XmlOut {
  const value = invoice.delivery;
  const children = [
    value === null
      ? null
      : group(
          'ram:ShipToTradeParty',
          ids(value.locationId === null ? [] : [value.locationId]),
          leaf('ram:Name', value.name),
          address(value.address),
        ),
    group('ram:ActualDeliverySupplyChainEvent', dateTime('ram:OccurrenceDateTime', value?.date ?? null)),
    reference('ram:DespatchAdviceReferencedDocument', invoice.despatchAdviceReference),
    reference('ram:ReceivingAdviceReferencedDocument', invoice.receivingAdviceReference),
  ];
  return {
    tag: 'ram:ApplicableHeaderTradeDelivery',
    attributes: {},
    content: children.filter((child) => child !== null),
  };
}

function settlement(invoice: Invoice): XmlOut | null {
  const { payee } = invoice;
  return group(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:CreditorReferenceID', invoice.directDebit?.creditorId),
    leaf('ram:PaymentReference', invoice.remittanceInformation),
    leaf('ram:TaxCurrencyCode', invoice.taxCurrency),
    leaf('ram:InvoiceCurrencyCode', invoice.currency),
    payee === null
      ? null
      : group(
          'ram:PayeeTradeParty',
          ids(payee.ids),
          leaf('ram:Name', payee.name),
          group(
            'ram:SpecifiedLegalOrganization',
            leaf('ram:ID', payee.legalId?.value, { schemeID: payee.legalId?.scheme }),
          ),
        ),
    invoice.paymentMeans.flatMap(paymentMeans),
    invoice.vatBreakdown.map((entry) => breakdown(entry, invoice)),
    period(invoice.invoicingPeriod),
    allowancesAndCharges(invoice),
    group(
      'ram:SpecifiedTradePaymentTerms',
      leaf('ram:Description', invoice.paymentTerms),
      dateTime('ram:DueDateDateTime', invoice.dueDate),
      leaf('ram:DirectDebitMandateID', invoice.directDebit?.mandateReference),
    ),
    summation(invoice.totals, invoice),
    invoice.precedingInvoices.map((preceding) =>
      group(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', preceding.number),
        group(
          'ram:FormattedIssueDateTime',
          leaf('qdt:DateTimeString', preceding.issueDate === null ? null : digits(preceding.issueDate), {
            format: '102',
          }),
        ),
      ),
    ),
    group('ram:ReceivableSpecifiedTradeAccountingAccount', leaf('ram:ID', invoice.buyerAccountingReference)),
  );
}

/** One element per account: there is room for one, and several mean a choice. */
function paymentMeans(means: PaymentMeans): (XmlOut | null)[] {
  const accounts = means.accounts.length === 0 ? [null] : means.accounts;
  return accounts.map((account) =>
    group(
      'ram:SpecifiedTradeSettlementPaymentMeans',
      leaf('ram:TypeCode', means.typeCode),
      leaf('ram:Information', means.text),
      group(
        'ram:ApplicableTradeSettlementFinancialCard',
        leaf('ram:ID', means.card?.number),
        leaf('ram:CardholderName', means.card?.holder),
      ),
      group('ram:PayerPartyDebtorFinancialAccount', leaf('ram:IBANID', means.directDebit?.debitedAccount)),
      group(
        'ram:PayeePartyCreditorFinancialAccount',
        account?.kind === 'proprietary' ? null : leaf('ram:IBANID', account?.accountId),
        leaf('ram:AccountName', account?.accountName),
        account?.kind === 'proprietary' ? leaf('ram:ProprietaryID', account.accountId) : null,
      ),
      group('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', account?.bic)),
    ),
  );
}

function breakdown(entry: VatBreakdown, invoice: Invoice): XmlOut | null {
  const point = invoice.taxPointDate;
  const code = invoice.taxPointDateCode;
  return group(
    'ram:ApplicableTradeTax',
    number('ram:CalculatedAmount', entry.taxAmount),
    leaf('ram:TypeCode', entry.taxScheme ?? 'VAT'),
    leaf('ram:ExemptionReason', entry.exemptionReason),
    number('ram:BasisAmount', entry.taxableAmount),
    leaf('ram:CategoryCode', entry.category),
    leaf('ram:ExemptionReasonCode', entry.exemptionReasonCode),
    group('ram:TaxPointDate', leaf('udt:DateString', point === null ? null : digits(point), { format: '102' })),
    leaf('ram:DueDateTypeCode', code === null ? null : (TAX_POINT_CODES[code] ?? code)),
    number('ram:RateApplicablePercent', entry.rate),
  );
}

function tax(tag: Tag, vat: VatCategory | null): XmlOut | null {
  if (vat === null) return null;
  return group(
    tag,
    leaf('ram:TypeCode', vat.taxScheme ?? 'VAT'),
    leaf('ram:CategoryCode', vat.category),
    number('ram:RateApplicablePercent', vat.rate),
  );
}

function indicator(charge: boolean): XmlOut | null {
  return group('ram:ChargeIndicator', leaf('udt:Indicator', String(charge)));
}

function allowancesAndCharges(owner: { allowances: AllowanceCharge[]; charges: AllowanceCharge[] }): (XmlOut | null)[] {
  const write = (entry: AllowanceCharge, charge: boolean): XmlOut | null =>
    group(
      'ram:SpecifiedTradeAllowanceCharge',
      indicator(charge),
      number('ram:CalculationPercent', entry.percentage),
      number('ram:BasisAmount', entry.baseAmount),
      number('ram:ActualAmount', entry.amount),
      leaf('ram:ReasonCode', entry.reasonCode),
      leaf('ram:Reason', entry.reason),
      tax('ram:CategoryTradeTax', entry.vat),
    );
  return [...owner.allowances.map((entry) => write(entry, false)), ...owner.charges.map((entry) => write(entry, true))];
}

function summation(totals: Totals | null, invoice: Invoice): XmlOut | null {
  if (totals === null) return null;
  return group(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    number('ram:LineTotalAmount', totals.lineNet),
    number('ram:ChargeTotalAmount', totals.charges),
    number('ram:AllowanceTotalAmount', totals.allowances),
    number('ram:TaxBasisTotalAmount', totals.net),
    leaf('ram:TaxTotalAmount', totals.vat?.raw, { currencyID: totals.vat?.currency ?? invoice.currency }),
    leaf('ram:TaxTotalAmount', totals.vatInTaxCurrency?.raw, { currencyID: invoice.taxCurrency }),
    number('ram:RoundingAmount', totals.rounding),
    number('ram:GrandTotalAmount', totals.gross),
    number('ram:TotalPrepaidAmount', totals.prepaid),
    number('ram:DuePayableAmount', totals.payable),
  );
}

function lineItem(line: InvoiceLine): XmlOut | null {
  return group(
    'ram:IncludedSupplyChainTradeLineItem',
    group(
      'ram:AssociatedDocumentLineDocument',
      leaf('ram:LineID', line.id),
      group('ram:IncludedNote', leaf('ram:Content', line.note)),
    ),
    product(line.item),
    group(
      'ram:SpecifiedLineTradeAgreement',
      group('ram:BuyerOrderReferencedDocument', leaf('ram:LineID', line.orderLineReference)),
      line.price === null ? null : grossPrice(line.price),
      line.price === null
        ? null
        : group(
            'ram:NetPriceProductTradePrice',
            number('ram:ChargeAmount', line.price.net),
            quantity('ram:BasisQuantity', line.price.baseQuantity),
          ),
    ),
    group('ram:SpecifiedLineTradeDelivery', quantity('ram:BilledQuantity', line.quantity)),
    group(
      'ram:SpecifiedLineTradeSettlement',
      tax('ram:ApplicableTradeTax', line.vat),
      period(line.period),
      allowancesAndCharges(line),
      group('ram:SpecifiedTradeSettlementLineMonetarySummation', number('ram:LineTotalAmount', line.netAmount)),
      objectReference(line.objectId),
      group('ram:ReceivableSpecifiedTradeAccountingAccount', leaf('ram:ID', line.accountingReference)),
    ),
  );
}

function grossPrice(price: Price): XmlOut | null {
  if (price.gross === null && price.discount === null) return null;
  // The schema demands BT-148 beside BT-147; left out, it follows from the two others.
  const sum = price.net?.value?.plus(price.discount?.value ?? 0).toFixed();
  return group(
    'ram:GrossPriceProductTradePrice',
    leaf('ram:ChargeAmount', price.gross?.raw ?? sum),
    quantity('ram:BasisQuantity', price.grossBaseQuantity),
    price.discount === null
      ? null
      : group('ram:AppliedTradeAllowanceCharge', indicator(false), number('ram:ActualAmount', price.discount)),
  );
}

function product(item: Item | null): XmlOut | null {
  if (item === null) return null;
  return group(
    'ram:SpecifiedTradeProduct',
    leaf('ram:GlobalID', item.standardId?.value, { schemeID: item.standardId?.scheme }),
    leaf('ram:SellerAssignedID', item.sellerId),
    leaf('ram:BuyerAssignedID', item.buyerId),
    leaf('ram:Name', item.name),
    leaf('ram:Description', item.description),
    item.attributes.map((attribute) =>
      group(
        'ram:ApplicableProductCharacteristic',
        leaf('ram:Description', attribute.name),
        leaf('ram:Value', attribute.value),
      ),
    ),
    item.classifications.map((code) =>
      group(
        'ram:DesignatedProductClassification',
        leaf('ram:ClassCode', code.value, { listID: code.scheme, listVersionID: code.schemeVersion }),
      ),
    ),
    group('ram:OriginTradeCountry', leaf('ram:ID', item.originCountry)),
  );
}
