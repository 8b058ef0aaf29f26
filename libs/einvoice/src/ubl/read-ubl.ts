import type {
  Address,
  AllowanceCharge,
  Contact,
  Delivery,
  DirectDebit,
  Identifier,
  Invoice,
  InvoiceLine,
  Item,
  Note,
  Party,
  Payee,
  PaymentMeans,
  Period,
  PrecedingInvoice,
  Price,
  SupportingDocument,
  TaxRepresentative,
  Text,
  ThirdPartyPayment,
  Totals,
  VatBreakdown,
  VatCategory,
  VatTotal,
} from '../model.js';
import { filled } from '../model.js';
import {
  amountOf,
  attachmentOf,
  booleanOf,
  classificationOf,
  dateOf,
  identifierOf,
  numberOf,
  quantityOf,
  joinedOf,
  textOf,
} from '../read-values.js';
import type { XmlElement } from '../xml/xml-element.js';

/**
 * Reads a UBL 2.1 Invoice or CreditNote into the semantic model (binding of CEN/TS 16931-3-2).
 *
 * @param root the element `ubl:Invoice` or `cn:CreditNote`
 */
export function readUbl(root: XmlElement): Invoice {
  const credit = root.tag === 'cn:CreditNote';
  const party = root.at('cac:AccountingSupplierParty', 'cac:Party');
  const payee = root.child('cac:PayeeParty');
  const means = root.all('cac:PaymentMeans');
  const creditorId = sepaId(party) ?? sepaId(payee);
  const currency = textOf(root.child('cbc:DocumentCurrencyCode'));
  const taxCurrency = textOf(root.child('cbc:TaxCurrencyCode'));
  const vatTotals = root.all('cac:TaxTotal').map(vatTotalOf);
  const documents = root.all('cac:AdditionalDocumentReference');
  const period = root.child('cac:InvoicePeriod');
  const allowances: AllowanceCharge[] = [];
  const charges: AllowanceCharge[] = [];
  sortAllowances(root, allowances, charges);
  const paymentMeans = means.map((element) => paymentMeansOf(element, creditorId));

  return {
    syntax: credit ? 'ubl-creditnote' : 'ubl-invoice',
    specificationId: textOf(root.child('cbc:CustomizationID')),
    businessProcess: textOf(root.child('cbc:ProfileID')),
    number: textOf(root.child('cbc:ID')),
    issueDate: dateOf(root.child('cbc:IssueDate')),
    typeCode: textOf(root.child(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode')),
    currency,
    taxCurrency,
    taxPointDate: dateOf(root.child('cbc:TaxPointDate')),
    taxPointDateCode: textOf(period?.child('cbc:DescriptionCode') ?? null),
    dueDate: dateOf(
      credit ? (root.allAt('cac:PaymentMeans', 'cbc:PaymentDueDate')[0] ?? null) : root.child('cbc:DueDate'),
    ),
    buyerReference: textOf(root.child('cbc:BuyerReference')),
    projectReference: credit
      ? textOf(documents.find((element) => documentType(element) === '50')?.child('cbc:ID') ?? null)
      : textOf(root.at('cac:ProjectReference', 'cbc:ID')),
    contractReference: textOf(root.at('cac:ContractDocumentReference', 'cbc:ID')),
    purchaseOrderReference: textOf(root.at('cac:OrderReference', 'cbc:ID')),
    salesOrderReference: textOf(root.at('cac:OrderReference', 'cbc:SalesOrderID')),
    receivingAdviceReference: textOf(root.at('cac:ReceiptDocumentReference', 'cbc:ID')),
    despatchAdviceReference: textOf(root.at('cac:DespatchDocumentReference', 'cbc:ID')),
    tenderReference: textOf(root.at('cac:OriginatorDocumentReference', 'cbc:ID')),
    invoicedObject: identifierOf(documents.find((element) => documentType(element) === '130')?.child('cbc:ID') ?? null),
    buyerAccountingReference: textOf(root.child('cbc:AccountingCost')),
    paymentTerms: joinedOf(root.allAt('cac:PaymentTerms', 'cbc:Note')),
    notes: root.all('cbc:Note').map(noteOf),
    precedingInvoices: root.allAt('cac:BillingReference', 'cac:InvoiceDocumentReference').map(precedingOf),
    seller: partyOf(party),
    buyer: partyOf(root.at('cac:AccountingCustomerParty', 'cac:Party')),
    payee: payeeOf(payee),
    taxRepresentative: taxRepresentativeOf(root.child('cac:TaxRepresentativeParty')),
    delivery: deliveryOf(root.child('cac:Delivery')),
    invoicingPeriod: periodOf(period),
    paymentMeans,
    remittanceInformation:
      paymentMeans.find((entry) => filled(entry.remittanceInformation))?.remittanceInformation ?? null,
    directDebit: directDebitOf(paymentMeans, creditorId),
    allowances,
    charges,
    totals: totalsOf(root.child('cac:LegalMonetaryTotal'), vatTotals, currency, taxCurrency),
    vatTotals,
    vatBreakdown: vatTotals.flatMap((total) => total.breakdown),
    supportingDocuments: documents
      .filter((element) => !namesOnly(element, credit) || element.has('cac:Attachment'))
      .map(supportingDocumentOf),
    thirdPartyPayments: root.all('cac:PrepaidPayment').map(thirdPartyPaymentOf),
    lines: root.all(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine').map(lineOf),
    source: root,
  };
}

/** References that are BT-18 and, in a credit note, BT-11; a file that one of them carries is kept as BG-24. */
function namesOnly(element: XmlElement, credit: boolean): boolean {
  const type = documentType(element);
  return type === '130' || (credit && type === '50');
}

function documentType(element: XmlElement): Text {
  return textOf(element.child('cbc:DocumentTypeCode'));
}

/** UBL has no field for BT-21: it stands before the text between two number signs. */
const SUBJECT = /^#([A-Z0-9]{3})#/;

function noteOf(element: XmlElement): Note {
  const subject = SUBJECT.exec(element.value);
  return subject === null
    ? { subjectCode: null, text: element.text, source: element }
    : { subjectCode: subject[1]!, text: element.value.slice(subject[0].length), source: element };
}

function precedingOf(element: XmlElement): PrecedingInvoice {
  return {
    number: textOf(element.child('cbc:ID')),
    issueDate: dateOf(element.child('cbc:IssueDate')),
    source: element,
  };
}

/** BT-29, BT-46, BT-60 without the creditor identifier of direct debits, which has the scheme SEPA. */
function idsOf(party: XmlElement): Identifier[] {
  return party
    .allAt('cac:PartyIdentification', 'cbc:ID')
    .filter((id) => id.attribute('schemeID') !== 'SEPA')
    .map((id) => identifierOf(id)!);
}

function sepaId(party: XmlElement | null): XmlElement | null {
  return party?.allAt('cac:PartyIdentification', 'cbc:ID').find((id) => id.attribute('schemeID') === 'SEPA') ?? null;
}

function partyOf(party: XmlElement | null): Party | null {
  if (party === null) return null;
  const legal = party.child('cac:PartyLegalEntity');
  const taxRegistrations = taxRegistrationsOf(party);
  return {
    name: textOf(legal?.child('cbc:RegistrationName') ?? null),
    tradingName: textOf(party.at('cac:PartyName', 'cbc:Name')),
    ids: idsOf(party),
    legalId: identifierOf(legal?.child('cbc:CompanyID') ?? null),
    vatId: taxRegistrations.find((entry) => isVat(entry.scheme))?.value ?? null,
    taxNumber: taxRegistrations.find((entry) => !isVat(entry.scheme))?.value ?? null,
    taxRegistrations,
    legalInformation: textOf(legal?.child('cbc:CompanyLegalForm') ?? null),
    electronicAddress: identifierOf(party.child('cbc:EndpointID')),
    address: addressOf(party.child('cac:PostalAddress')),
    contact: contactOf(party.child('cac:Contact')),
    source: party,
  };
}

/** The scheme of a registration is the id of its tax scheme; its own `schemeID` says nothing. */
function taxRegistrationsOf(party: XmlElement): Identifier[] {
  const entries: Identifier[] = [];
  for (const element of party.all('cac:PartyTaxScheme')) {
    const id = element.child('cbc:CompanyID');
    if (id === null) continue;
    entries.push({ value: id.value, scheme: textOf(element.at('cac:TaxScheme', 'cbc:ID')), schemeVersion: null });
  }
  return entries;
}

function isVat(scheme: Text): boolean {
  return scheme?.toUpperCase() === 'VAT';
}

function addressOf(element: XmlElement | null): Address | null {
  if (element === null) return null;
  return {
    line1: textOf(element.child('cbc:StreetName')),
    line2: textOf(element.child('cbc:AdditionalStreetName')),
    line3: textOf(element.at('cac:AddressLine', 'cbc:Line')),
    city: textOf(element.child('cbc:CityName')),
    postcode: textOf(element.child('cbc:PostalZone')),
    subdivision: textOf(element.child('cbc:CountrySubentity')),
    country: textOf(element.at('cac:Country', 'cbc:IdentificationCode')),
    source: element,
  };
}

function contactOf(element: XmlElement | null): Contact | null {
  if (element === null) return null;
  return {
    name: textOf(element.child('cbc:Name')),
    phone: textOf(element.child('cbc:Telephone')),
    email: textOf(element.child('cbc:ElectronicMail')),
    source: element,
  };
}

function payeeOf(element: XmlElement | null): Payee | null {
  if (element === null) return null;
  return {
    name: textOf(element.at('cac:PartyName', 'cbc:Name')),
    ids: idsOf(element),
    legalId: identifierOf(element.at('cac:PartyLegalEntity', 'cbc:CompanyID')),
    source: element,
  };
}

function taxRepresentativeOf(element: XmlElement | null): TaxRepresentative | null {
  if (element === null) return null;
  const taxRegistrations = taxRegistrationsOf(element);
  return {
    name: textOf(element.at('cac:PartyName', 'cbc:Name')),
    vatId: taxRegistrations.find((entry) => isVat(entry.scheme))?.value ?? null,
    taxRegistrations,
    address: addressOf(element.child('cac:PostalAddress')),
    source: element,
  };
}

function deliveryOf(element: XmlElement | null): Delivery | null {
  if (element === null) return null;
  const location = element.child('cac:DeliveryLocation');
  return {
    name: textOf(element.at('cac:DeliveryParty', 'cac:PartyName', 'cbc:Name')),
    locationId: identifierOf(location?.child('cbc:ID') ?? null),
    date: dateOf(element.child('cbc:ActualDeliveryDate')),
    address: addressOf(location?.child('cac:Address') ?? null),
    source: element,
  };
}

function periodOf(element: XmlElement | null): Period | null {
  if (element === null) return null;
  return {
    start: dateOf(element.child('cbc:StartDate')),
    end: dateOf(element.child('cbc:EndDate')),
    source: element,
  };
}

function paymentMeansOf(element: XmlElement, creditorId: XmlElement | null): PaymentMeans {
  const code = element.child('cbc:PaymentMeansCode');
  const card = element.child('cac:CardAccount');
  const mandate = element.child('cac:PaymentMandate');
  return {
    typeCode: textOf(code),
    text: code?.attribute('name') ?? null,
    remittanceInformation: textOf(element.child('cbc:PaymentID')),
    accounts: element.all('cac:PayeeFinancialAccount').map((account) => ({
      accountId: textOf(account.child('cbc:ID')),
      kind: null,
      accountName: textOf(account.child('cbc:Name')),
      bic: textOf(account.at('cac:FinancialInstitutionBranch', 'cbc:ID')),
      source: account,
    })),
    card:
      card === null
        ? null
        : {
            number: textOf(card.child('cbc:PrimaryAccountNumberID')),
            holder: textOf(card.child('cbc:HolderName')),
            source: card,
          },
    directDebit:
      mandate === null
        ? null
        : {
            mandateReference: textOf(mandate.child('cbc:ID')),
            creditorId: textOf(creditorId),
            debitedAccount: textOf(mandate.at('cac:PayerFinancialAccount', 'cbc:ID')),
            source: mandate,
          },
    source: element,
  };
}

function directDebitOf(means: PaymentMeans[], creditorId: XmlElement | null): DirectDebit | null {
  const inside = means.find((entry) => entry.directDebit !== null)?.directDebit ?? null;
  if (inside !== null) return inside;
  if (creditorId === null) return null;
  return { mandateReference: null, creditorId: creditorId.value, debitedAccount: null, source: creditorId };
}

function vatCategoryOf(element: XmlElement): VatCategory {
  return {
    category: textOf(element.child('cbc:ID')),
    rate: numberOf(element.child('cbc:Percent')),
    taxScheme: textOf(element.at('cac:TaxScheme', 'cbc:ID')),
    source: element,
  };
}

function sortAllowances(parent: XmlElement, allowances: AllowanceCharge[], charges: AllowanceCharge[]): void {
  for (const element of parent.children) {
    if (element.tag !== 'cac:AllowanceCharge') continue;
    const charge = booleanOf(element.child('cbc:ChargeIndicator'));
    // Without a readable indicator nobody knows the sign: the structural check says so, the model leaves it out.
    if (charge !== null) (charge ? charges : allowances).push(allowanceOf(element));
  }
}

function allowanceOf(element: XmlElement): AllowanceCharge {
  const vatCategories = element.all('cac:TaxCategory').map(vatCategoryOf);
  return {
    amount: amountOf(element.child('cbc:Amount')),
    baseAmount: amountOf(element.child('cbc:BaseAmount')),
    percentage: numberOf(element.child('cbc:MultiplierFactorNumeric')),
    reason: textOf(element.child('cbc:AllowanceChargeReason')),
    reasonCode: textOf(element.child('cbc:AllowanceChargeReasonCode')),
    vat: vatCategories[0] ?? null,
    vatCategories,
    source: element,
  };
}

function vatTotalOf(element: XmlElement): VatTotal {
  return {
    amount: amountOf(element.child('cbc:TaxAmount')),
    breakdown: element.all('cac:TaxSubtotal').map(breakdownOf),
    source: element,
  };
}

function breakdownOf(element: XmlElement): VatBreakdown {
  const category = element.child('cac:TaxCategory');
  return {
    taxableAmount: amountOf(element.child('cbc:TaxableAmount')),
    taxAmount: amountOf(element.child('cbc:TaxAmount')),
    category: textOf(category?.child('cbc:ID') ?? null),
    rate: numberOf(category?.child('cbc:Percent') ?? null),
    exemptionReason: textOf(category?.child('cbc:TaxExemptionReason') ?? null),
    exemptionReasonCode: textOf(category?.child('cbc:TaxExemptionReasonCode') ?? null),
    taxScheme: textOf(category?.at('cac:TaxScheme', 'cbc:ID') ?? null),
    source: element,
  };
}

function totalsOf(element: XmlElement | null, vatTotals: VatTotal[], currency: Text, taxCurrency: Text): Totals | null {
  if (element === null) return null;
  const inCurrency = (code: Text) => vatTotals.find((total) => total.amount?.currency === code)?.amount ?? null;
  return {
    lineNet: amountOf(element.child('cbc:LineExtensionAmount')),
    allowances: amountOf(element.child('cbc:AllowanceTotalAmount')),
    charges: amountOf(element.child('cbc:ChargeTotalAmount')),
    net: amountOf(element.child('cbc:TaxExclusiveAmount')),
    vat: inCurrency(currency),
    vatInTaxCurrency: taxCurrency !== null && taxCurrency !== currency ? inCurrency(taxCurrency) : null,
    gross: amountOf(element.child('cbc:TaxInclusiveAmount')),
    prepaid: amountOf(element.child('cbc:PrepaidAmount')),
    rounding: amountOf(element.child('cbc:PayableRoundingAmount')),
    payable: amountOf(element.child('cbc:PayableAmount')),
    source: element,
  };
}

function supportingDocumentOf(element: XmlElement): SupportingDocument {
  const attachment = element.child('cac:Attachment');
  return {
    reference: textOf(element.child('cbc:ID')),
    description: textOf(element.child('cbc:DocumentDescription')),
    externalUri: textOf(attachment?.at('cac:ExternalReference', 'cbc:URI') ?? null),
    attachment: attachmentOf(attachment?.child('cbc:EmbeddedDocumentBinaryObject') ?? null),
    source: element,
  };
}

function thirdPartyPaymentOf(element: XmlElement): ThirdPartyPayment {
  return {
    type: textOf(element.child('cbc:ID')),
    amount: amountOf(element.child('cbc:PaidAmount')),
    description: textOf(element.child('cbc:InstructionID')),
    source: element,
  };
}

function lineOf(element: XmlElement): InvoiceLine {
  const item = element.child('cac:Item');
  const vatCategories = item?.all('cac:ClassifiedTaxCategory').map(vatCategoryOf) ?? [];
  const object = element
    .all('cac:DocumentReference')
    .find((reference) => documentType(reference) === '130')
    ?.child('cbc:ID');
  const allowances: AllowanceCharge[] = [];
  const charges: AllowanceCharge[] = [];
  sortAllowances(element, allowances, charges);
  return {
    id: textOf(element.child('cbc:ID')),
    note: textOf(element.child('cbc:Note')),
    objectId: identifierOf(object ?? null),
    quantity: quantityOf(element.child('cbc:InvoicedQuantity') ?? element.child('cbc:CreditedQuantity')),
    netAmount: amountOf(element.child('cbc:LineExtensionAmount')),
    orderLineReference: textOf(element.at('cac:OrderLineReference', 'cbc:LineID')),
    accountingReference: textOf(element.child('cbc:AccountingCost')),
    period: periodOf(element.child('cac:InvoicePeriod')),
    allowances,
    charges,
    price: priceOf(element.child('cac:Price')),
    vat: vatCategories[0] ?? null,
    vatCategories,
    item: item === null ? null : itemOf(item),
    subLines: element.children
      .filter((child) => child.tag === 'cac:SubInvoiceLine' || child.tag === 'cac:SubCreditNoteLine')
      .map(lineOf),
    parentLineId: null,
    lineKind: null,
    source: element,
  };
}

function priceOf(element: XmlElement | null): Price | null {
  if (element === null) return null;
  const allowances: AllowanceCharge[] = [];
  const charges: AllowanceCharge[] = [];
  sortAllowances(element, allowances, charges);
  return {
    net: amountOf(element.child('cbc:PriceAmount')),
    discount: allowances[0]?.amount ?? null,
    gross: allowances[0]?.baseAmount ?? null,
    baseQuantity: quantityOf(element.child('cbc:BaseQuantity')),
    grossBaseQuantity: null,
    allowances,
    charges,
    source: element,
  };
}

function itemOf(element: XmlElement): Item {
  return {
    name: textOf(element.child('cbc:Name')),
    description: textOf(element.child('cbc:Description')),
    sellerId: textOf(element.at('cac:SellersItemIdentification', 'cbc:ID')),
    buyerId: textOf(element.at('cac:BuyersItemIdentification', 'cbc:ID')),
    standardId: identifierOf(element.at('cac:StandardItemIdentification', 'cbc:ID')),
    classifications: element.allAt('cac:CommodityClassification', 'cbc:ItemClassificationCode').map(classificationOf),
    originCountry: textOf(element.at('cac:OriginCountry', 'cbc:IdentificationCode')),
    attributes: element.all('cac:AdditionalItemProperty').map((property) => ({
      name: textOf(property.child('cbc:Name')),
      value: textOf(property.child('cbc:Value')),
      source: property,
    })),
    source: element,
  };
}
