import type {
  Address,
  AllowanceCharge,
  Contact,
  DateValue,
  Delivery,
  Identifier,
  Invoice,
  InvoiceLine,
  Item,
  Party,
  Payee,
  PaymentMeans,
  Period,
  SupportingDocument,
  TaxRepresentative,
  Totals,
  VatBreakdown,
  VatCategory,
} from '../model.js';
import { Amount, type DecimalText, type Quantity } from '../decimal-text.js';
import { base64Of, registrationsOf, refuseExtensions } from '../write-values.js';
import { group, leaf, type Tag, writeXml, type XmlOut } from '../xml/write-xml.js';

const VAT_SCHEMES = { vat: 'VAT', other: 'FC' } as const;

/** BT-8: what CII says with UNTDID 2475, UBL says with UNTDID 2005. */
const TAX_POINT_CODES: Record<string, string> = { '5': '3', '29': '35', '72': '432' };

/**
 * Writes an invoice as UBL 2.1 (binding of CEN/TS 16931-3-2) in the element order of its schema: a CreditNote for the
 * type code 381, an Invoice for every other.
 *
 * @returns UTF-8 bytes
 * @throws UnwritableText for control characters; RangeError for the groups of the Extension (sub-lines, third party
 *   payments) and for an attachment that is no Base64
 */
export function writeUbl(invoice: Invoice): Uint8Array {
  refuseExtensions(invoice);
  const credit = invoice.typeCode === '381';
  const money = currencyWriter(invoice.currency);
  const root = group(
    credit ? 'cn:CreditNote' : 'ubl:Invoice',
    leaf('cbc:CustomizationID', invoice.specificationId),
    leaf('cbc:ProfileID', invoice.businessProcess),
    leaf('cbc:ID', invoice.number),
    date('cbc:IssueDate', invoice.issueDate),
    credit ? date('cbc:TaxPointDate', invoice.taxPointDate) : date('cbc:DueDate', invoice.dueDate),
    leaf(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', invoice.typeCode),
    invoice.notes.map((note) =>
      leaf('cbc:Note', note.subjectCode === null ? note.text : `#${note.subjectCode}#${note.text ?? ''}`),
    ),
    credit ? null : date('cbc:TaxPointDate', invoice.taxPointDate),
    leaf('cbc:DocumentCurrencyCode', invoice.currency),
    leaf('cbc:TaxCurrencyCode', invoice.taxCurrency),
    leaf('cbc:AccountingCost', invoice.buyerAccountingReference),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    period(invoice.invoicingPeriod, invoice.taxPointDateCode),
    orderReference(invoice),
    invoice.precedingInvoices.map((preceding) =>
      group(
        'cac:BillingReference',
        group(
          'cac:InvoiceDocumentReference',
          leaf('cbc:ID', preceding.number),
          date('cbc:IssueDate', preceding.issueDate),
        ),
      ),
    ),
    reference('cac:DespatchDocumentReference', invoice.despatchAdviceReference),
    reference('cac:ReceiptDocumentReference', invoice.receivingAdviceReference),
    credit ? null : reference('cac:OriginatorDocumentReference', invoice.tenderReference),
    reference('cac:ContractDocumentReference', invoice.contractReference),
    documents(invoice, credit),
    credit ? reference('cac:OriginatorDocumentReference', invoice.tenderReference) : null,
    credit ? null : reference('cac:ProjectReference', invoice.projectReference),
    group('cac:AccountingSupplierParty', party(invoice.seller, invoice.directDebit?.creditorId ?? null)),
    group('cac:AccountingCustomerParty', party(invoice.buyer, null)),
    payee(invoice.payee),
    taxRepresentative(invoice.taxRepresentative),
    delivery(invoice.delivery),
    invoice.paymentMeans.flatMap((means, index) =>
      paymentMeans(index === 0 ? withScattered(means, invoice) : means, credit && index === 0 ? invoice.dueDate : null),
    ),
    group('cac:PaymentTerms', leaf('cbc:Note', invoice.paymentTerms)),
    allowancesAndCharges(invoice, money),
    vatTotals(invoice, money),
    monetaryTotal(invoice.totals, money),
    invoice.lines.map((line) => invoiceLine(line, credit, money)),
  );
  return writeXml(root!, [credit ? 'cn' : 'ubl', 'cac', 'cbc']);
}

type Money = (tag: Tag, amount: Amount | null) => XmlOut | null;

/** UBL wants a currency on every amount. */
function currencyWriter(currency: string | null): Money {
  return (tag, amount) => leaf(tag, amount?.raw, { currencyID: amount?.currency ?? currency });
}

function date(tag: Tag, value: DateValue | null): XmlOut | null {
  return leaf(tag, value === null ? null : (value.iso ?? value.raw));
}

function number(tag: Tag, value: DecimalText | null): XmlOut | null {
  return leaf(tag, value?.raw);
}

function quantity(tag: Tag, value: Quantity | null): XmlOut | null {
  return leaf(tag, value?.raw, { unitCode: value?.unit });
}

function identifier(tag: Tag, id: Identifier | null): XmlOut | null {
  return leaf(tag, id?.value, { schemeID: id?.scheme });
}

function reference(tag: Tag, id: string | null): XmlOut | null {
  return group(tag, leaf('cbc:ID', id));
}

function period(value: Period | null, taxPointCode: string | null = null): XmlOut | null {
  return group(
    'cac:InvoicePeriod',
    date('cbc:StartDate', value?.start ?? null),
    date('cbc:EndDate', value?.end ?? null),
    leaf('cbc:DescriptionCode', taxPointCode === null ? null : (TAX_POINT_CODES[taxPointCode] ?? taxPointCode)),
  );
}

/** UBL demands the buyer's order number here, even if only the seller's is known. */
function orderReference(invoice: Invoice): XmlOut | null {
  const sales = invoice.salesOrderReference;
  return group(
    'cac:OrderReference',
    leaf('cbc:ID', invoice.purchaseOrderReference ?? (sales === null ? null : 'NA')),
    leaf('cbc:SalesOrderID', sales),
  );
}

function documents(invoice: Invoice, credit: boolean): (XmlOut | null)[] {
  const typed = (id: Identifier | null, code: string): XmlOut | null =>
    id === null
      ? null
      : group('cac:AdditionalDocumentReference', identifier('cbc:ID', id), leaf('cbc:DocumentTypeCode', code));
  const project = credit && invoice.projectReference !== null ? invoice.projectReference : null;
  return [
    typed(invoice.invoicedObject, '130'),
    typed(project === null ? null : { value: project, scheme: null, schemeVersion: null }, '50'),
    ...invoice.supportingDocuments.map(supportingDocument),
  ];
}

function supportingDocument(document: SupportingDocument): XmlOut | null {
  const { attachment } = document;
  return group(
    'cac:AdditionalDocumentReference',
    leaf('cbc:ID', document.reference),
    leaf('cbc:DocumentDescription', document.description),
    group(
      'cac:Attachment',
      leaf('cbc:EmbeddedDocumentBinaryObject', base64Of(document), {
        mimeCode: attachment?.mimeCode,
        filename: attachment?.filename,
      }),
      group('cac:ExternalReference', leaf('cbc:URI', document.externalUri)),
    ),
  );
}

function party(value: Party | null, creditorId: string | null): XmlOut | null {
  if (value === null) return null;
  return group(
    'cac:Party',
    identifier('cbc:EndpointID', value.electronicAddress),
    value.ids.map((id) => group('cac:PartyIdentification', identifier('cbc:ID', id))),
    group('cac:PartyIdentification', leaf('cbc:ID', creditorId, { schemeID: 'SEPA' })),
    group('cac:PartyName', leaf('cbc:Name', value.tradingName)),
    address('cac:PostalAddress', value.address),
    taxRegistrations(value),
    group(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', value.name),
      identifier('cbc:CompanyID', value.legalId),
      leaf('cbc:CompanyLegalForm', value.legalInformation),
    ),
    contact(value.contact),
  );
}

function taxRegistrations(value: Parameters<typeof registrationsOf>[0]): (XmlOut | null)[] {
  return registrationsOf(value, VAT_SCHEMES).map((entry) =>
    group('cac:PartyTaxScheme', leaf('cbc:CompanyID', entry.value), taxScheme(entry.scheme)),
  );
}

function taxScheme(id: string | null): XmlOut | null {
  return group('cac:TaxScheme', leaf('cbc:ID', id ?? 'VAT'));
}

function address(tag: Tag, value: Address | null): XmlOut | null {
  return group(
    tag,
    leaf('cbc:StreetName', value?.line1),
    leaf('cbc:AdditionalStreetName', value?.line2),
    leaf('cbc:CityName', value?.city),
    leaf('cbc:PostalZone', value?.postcode),
    leaf('cbc:CountrySubentity', value?.subdivision),
    group('cac:AddressLine', leaf('cbc:Line', value?.line3)),
    group('cac:Country', leaf('cbc:IdentificationCode', value?.country)),
  );
}

function contact(value: Contact | null): XmlOut | null {
  return group(
    'cac:Contact',
    leaf('cbc:Name', value?.name),
    leaf('cbc:Telephone', value?.phone),
    leaf('cbc:ElectronicMail', value?.email),
  );
}

function payee(value: Payee | null): XmlOut | null {
  if (value === null) return null;
  return group(
    'cac:PayeeParty',
    value.ids.map((id) => group('cac:PartyIdentification', identifier('cbc:ID', id))),
    group('cac:PartyName', leaf('cbc:Name', value.name)),
    group('cac:PartyLegalEntity', identifier('cbc:CompanyID', value.legalId)),
  );
}

function taxRepresentative(value: TaxRepresentative | null): XmlOut | null {
  if (value === null) return null;
  return group(
    'cac:TaxRepresentativeParty',
    group('cac:PartyName', leaf('cbc:Name', value.name)),
    address('cac:PostalAddress', value.address),
    taxRegistrations({ ...value, taxNumber: null }),
  );
}

function delivery(value: Delivery | null): XmlOut | null {
  if (value === null) return null;
  return group(
    'cac:Delivery',
    date('cbc:ActualDeliveryDate', value.date),
    group('cac:DeliveryLocation', identifier('cbc:ID', value.locationId), address('cac:Address', value.address)),
    group('cac:DeliveryParty', group('cac:PartyName', leaf('cbc:Name', value.name))),
  );
}

/** What CII says once for the whole invoice stands in the first entry here. */
function withScattered(means: PaymentMeans, invoice: Invoice): PaymentMeans {
  const mandate = invoice.paymentMeans.some((entry) => entry.directDebit !== null) ? null : invoice.directDebit;
  return {
    ...means,
    remittanceInformation: means.remittanceInformation ?? invoice.remittanceInformation,
    directDebit: means.directDebit ?? mandate,
  };
}

/** One element per account: UBL has room for one, and several mean a choice. */
function paymentMeans(means: PaymentMeans, dueDate: DateValue | null): (XmlOut | null)[] {
  const accounts = means.accounts.length === 0 ? [null] : means.accounts;
  return accounts.map((account) =>
    group(
      'cac:PaymentMeans',
      leaf('cbc:PaymentMeansCode', means.typeCode, { name: means.text }),
      date('cbc:PaymentDueDate', dueDate),
      leaf('cbc:PaymentID', means.remittanceInformation),
      group(
        'cac:CardAccount',
        leaf('cbc:PrimaryAccountNumberID', means.card?.number),
        // the schema demands a network that EN 16931 does not know
        leaf('cbc:NetworkID', means.card === null ? null : 'NA'),
        leaf('cbc:HolderName', means.card?.holder),
      ),
      group(
        'cac:PayeeFinancialAccount',
        leaf('cbc:ID', account?.accountId),
        leaf('cbc:Name', account?.accountName),
        group('cac:FinancialInstitutionBranch', leaf('cbc:ID', account?.bic)),
      ),
      group(
        'cac:PaymentMandate',
        leaf('cbc:ID', means.directDebit?.mandateReference),
        group('cac:PayerFinancialAccount', leaf('cbc:ID', means.directDebit?.debitedAccount)),
      ),
    ),
  );
}

function allowancesAndCharges(
  owner: { allowances: AllowanceCharge[]; charges: AllowanceCharge[] },
  money: Money,
): (XmlOut | null)[] {
  return [
    ...owner.allowances.map((entry) => allowance(entry, false, money)),
    ...owner.charges.map((entry) => allowance(entry, true, money)),
  ];
}

function allowance(entry: AllowanceCharge, charge: boolean, money: Money): XmlOut | null {
  return group(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(charge)),
    leaf('cbc:AllowanceChargeReasonCode', entry.reasonCode),
    leaf('cbc:AllowanceChargeReason', entry.reason),
    number('cbc:MultiplierFactorNumeric', entry.percentage),
    money('cbc:Amount', entry.amount),
    money('cbc:BaseAmount', entry.baseAmount),
    taxCategory('cac:TaxCategory', entry.vat),
  );
}

function taxCategory(tag: Tag, vat: VatCategory | null): XmlOut | null {
  if (vat === null) return null;
  return group(tag, leaf('cbc:ID', vat.category), number('cbc:Percent', vat.rate), taxScheme(vat.taxScheme));
}

function vatTotals(invoice: Invoice, money: Money): (XmlOut | null)[] {
  return [
    group(
      'cac:TaxTotal',
      // the schema demands the sum where there is a breakdown; left out, it is zero (BR-CO-14)
      money('cbc:TaxAmount', invoice.totals?.vat ?? (invoice.vatBreakdown.length > 0 ? new Amount('0') : null)),
      invoice.vatBreakdown.map((entry) => breakdown(entry, money)),
    ),
    group(
      'cac:TaxTotal',
      leaf('cbc:TaxAmount', invoice.totals?.vatInTaxCurrency?.raw, { currencyID: invoice.taxCurrency }),
    ),
  ];
}

function breakdown(entry: VatBreakdown, money: Money): XmlOut | null {
  return group(
    'cac:TaxSubtotal',
    money('cbc:TaxableAmount', entry.taxableAmount),
    money('cbc:TaxAmount', entry.taxAmount),
    group(
      'cac:TaxCategory',
      leaf('cbc:ID', entry.category),
      number('cbc:Percent', entry.rate),
      leaf('cbc:TaxExemptionReasonCode', entry.exemptionReasonCode),
      leaf('cbc:TaxExemptionReason', entry.exemptionReason),
      taxScheme(entry.taxScheme),
    ),
  );
}

function monetaryTotal(totals: Totals | null, money: Money): XmlOut | null {
  if (totals === null) return null;
  return group(
    'cac:LegalMonetaryTotal',
    money('cbc:LineExtensionAmount', totals.lineNet),
    money('cbc:TaxExclusiveAmount', totals.net),
    money('cbc:TaxInclusiveAmount', totals.gross),
    money('cbc:AllowanceTotalAmount', totals.allowances),
    money('cbc:ChargeTotalAmount', totals.charges),
    money('cbc:PrepaidAmount', totals.prepaid),
    money('cbc:PayableRoundingAmount', totals.rounding),
    money('cbc:PayableAmount', totals.payable),
  );
}

function invoiceLine(line: InvoiceLine, credit: boolean, money: Money): XmlOut | null {
  return group(
    credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.note),
    quantity(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', line.quantity),
    money('cbc:LineExtensionAmount', line.netAmount),
    leaf('cbc:AccountingCost', line.accountingReference),
    period(line.period),
    group('cac:OrderLineReference', leaf('cbc:LineID', line.orderLineReference)),
    line.objectId === null
      ? null
      : group('cac:DocumentReference', identifier('cbc:ID', line.objectId), leaf('cbc:DocumentTypeCode', '130')),
    allowancesAndCharges(line, money),
    item(line.item, line.vat),
    price(line, money),
  );
}

function item(value: Item | null, vat: VatCategory | null): XmlOut | null {
  return group(
    'cac:Item',
    leaf('cbc:Description', value?.description),
    leaf('cbc:Name', value?.name),
    reference('cac:BuyersItemIdentification', value?.buyerId ?? null),
    reference('cac:SellersItemIdentification', value?.sellerId ?? null),
    group('cac:StandardItemIdentification', identifier('cbc:ID', value?.standardId ?? null)),
    group('cac:OriginCountry', leaf('cbc:IdentificationCode', value?.originCountry)),
    (value?.classifications ?? []).map((code) =>
      group(
        'cac:CommodityClassification',
        leaf('cbc:ItemClassificationCode', code.value, { listID: code.scheme, listVersionID: code.schemeVersion }),
      ),
    ),
    taxCategory('cac:ClassifiedTaxCategory', vat),
    (value?.attributes ?? []).map((attribute) =>
      group('cac:AdditionalItemProperty', leaf('cbc:Name', attribute.name), leaf('cbc:Value', attribute.value)),
    ),
  );
}

function price(line: InvoiceLine, money: Money): XmlOut | null {
  const { price } = line;
  if (price === null) return null;
  const discounted = price.discount !== null || price.gross !== null;
  // The schema demands BT-147 beside BT-148; left out, it follows from the two others.
  const difference = price.gross?.value?.minus(price.net?.value ?? 0).toFixed();
  const discount = price.discount ?? (difference === undefined ? null : new Amount(difference));
  return group(
    'cac:Price',
    money('cbc:PriceAmount', price.net),
    quantity('cbc:BaseQuantity', price.baseQuantity),
    discounted
      ? group(
          'cac:AllowanceCharge',
          leaf('cbc:ChargeIndicator', 'false'),
          money('cbc:Amount', discount),
          money('cbc:BaseAmount', price.gross),
        )
      : null,
  );
}
