import type {
  Address,
  AllowanceCharge,
  Contact,
  DateValue,
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
  Totals,
  VatBreakdown,
  VatCategory,
  VatTotal,
} from '../model.js';
import {
  amountOf,
  attachmentOf,
  booleanOf,
  classificationOf,
  identifierOf,
  isoDay,
  numberOf,
  plainDay,
  quantityOf,
  joinedOf,
  rawOf,
  textOf,
} from '../read-values.js';
import type { XmlElement } from '../xml/xml-element.js';
import { D16B, type Vocabulary, ZUGFERD_1 } from './vocabulary.js';

/**
 * Reads a UN/CEFACT Cross Industry Invoice D16B into the semantic model (binding of CEN/TS 16931-3-3).
 *
 * @param root the element `rsm:CrossIndustryInvoice`
 */
export function readCii(root: XmlElement): Invoice {
  return new Reader(D16B).invoice(root, 'cii');
}

/**
 * Reads ZUGFeRD 1.0 as far as the model goes. Such a file is no invoice of EN 16931, but its content can be booked.
 *
 * @param root the element `rsm1:CrossIndustryDocument`
 */
export function readZugferd1(root: XmlElement): Invoice {
  return new Reader(ZUGFERD_1).invoice(root, 'zugferd-1.0');
}

class Reader {
  constructor(private readonly v: Vocabulary) {}

  invoice(root: XmlElement, syntax: 'cii' | 'zugferd-1.0'): Invoice {
    const { v } = this;
    const context = root.child(v.Context);
    const document = root.child(v.Document);
    const transaction = root.child(v.Transaction);
    const agreement = transaction?.child(v.Agreement) ?? null;
    const delivery = transaction?.child(v.Delivery) ?? null;
    const settlement = transaction?.child(v.Settlement) ?? null;
    const terms = settlement?.all(v.SpecifiedTradePaymentTerms) ?? [];
    const taxes = settlement?.all(v.ApplicableTradeTax) ?? [];
    const summation = settlement?.child(v.Summation) ?? null;
    const documents = agreement?.all(v.AdditionalReferencedDocument) ?? [];
    const currency = textOf(settlement?.child(v.InvoiceCurrencyCode) ?? null);
    const taxCurrency = textOf(settlement?.child(v.TaxCurrencyCode) ?? null);
    const remittance = textOf(settlement?.child(v.PaymentReference) ?? null);
    const creditorId = settlement?.child(v.CreditorReferenceID) ?? null;
    const mandate = first(terms, v.DirectDebitMandateID);
    const paymentMeans = (settlement?.all(v.SpecifiedTradeSettlementPaymentMeans) ?? []).map((element) =>
      this.paymentMeans(element, remittance, mandate, creditorId),
    );
    const breakdown = taxes.map((element) => this.breakdown(element));
    const vatTotals: VatTotal[] = (summation?.all(v.TaxTotalAmount) ?? []).map((element, index) => ({
      amount: amountOf(element),
      breakdown: index === 0 ? breakdown : [],
      source: element,
    }));
    const allowances: AllowanceCharge[] = [];
    const charges: AllowanceCharge[] = [];
    if (settlement !== null) this.sort(settlement, v.SpecifiedTradeAllowanceCharge, allowances, charges);
    const ofType = (code: string) => documents.find((element) => textOf(element.child(v.TypeCode)) === code) ?? null;

    return {
      syntax,
      specificationId: textOf(context?.at(v.GuidelineSpecifiedDocumentContextParameter, v.ID) ?? null),
      businessProcess: textOf(context?.at(v.BusinessProcessSpecifiedDocumentContextParameter, v.ID) ?? null),
      number: textOf(document?.child(v.ID) ?? null),
      issueDate: this.date(document?.child(v.IssueDateTime) ?? null),
      typeCode: textOf(document?.child(v.TypeCode) ?? null),
      currency,
      taxCurrency,
      taxPointDate: this.date(first(taxes, v.TaxPointDate)),
      taxPointDateCode: textOf(first(taxes, v.DueDateTypeCode)),
      dueDate: this.date(first(terms, v.DueDateDateTime)),
      buyerReference: textOf(agreement?.child(v.BuyerReference) ?? null),
      projectReference: textOf(agreement?.at(v.SpecifiedProcuringProject, v.ID) ?? null),
      contractReference: this.reference(agreement, v.ContractReferencedDocument),
      purchaseOrderReference: this.reference(agreement, v.BuyerOrderReferencedDocument),
      salesOrderReference: this.reference(agreement, v.SellerOrderReferencedDocument),
      receivingAdviceReference: this.reference(delivery, v.ReceivingAdviceReferencedDocument),
      despatchAdviceReference: this.reference(delivery, v.DespatchAdviceReferencedDocument),
      tenderReference: textOf(ofType('50')?.child(this.documentId) ?? null),
      invoicedObject: this.objectId(ofType('130')),
      buyerAccountingReference: textOf(settlement?.at(v.ReceivableSpecifiedTradeAccountingAccount, v.ID) ?? null),
      paymentTerms: joinedOf(terms.flatMap((element) => element.all(v.Description))),
      notes: (document?.all(v.IncludedNote) ?? []).map((element) => this.note(element)),
      precedingInvoices: (settlement?.all(v.InvoiceReferencedDocument) ?? []).map((element) => this.preceding(element)),
      seller: this.party(agreement?.child(v.SellerTradeParty) ?? null),
      buyer: this.party(agreement?.child(v.BuyerTradeParty) ?? null),
      payee: this.payee(settlement?.child(v.PayeeTradeParty) ?? null),
      taxRepresentative: this.taxRepresentative(agreement?.child(v.SellerTaxRepresentativeTradeParty) ?? null),
      delivery: this.delivery(delivery),
      invoicingPeriod: this.period(settlement?.child(v.BillingSpecifiedPeriod) ?? null),
      paymentMeans,
      remittanceInformation: remittance,
      directDebit: directDebit(paymentMeans, mandate, creditorId),
      allowances,
      charges,
      logisticsCharges: (settlement?.all(v.SpecifiedLogisticsServiceCharge) ?? []).map((element) =>
        this.logisticsCharge(element),
      ),
      totals: this.totals(summation, vatTotals, currency, taxCurrency),
      vatTotals,
      vatBreakdown: breakdown,
      supportingDocuments: documents
        .filter((element) => this.isSupporting(element))
        .map((element) => this.supportingDocument(element)),
      thirdPartyPayments: [],
      lines: (transaction?.all(v.IncludedSupplyChainTradeLineItem) ?? []).map((element) => this.line(element)),
      source: root,
    };
  }

  private get documentId(): string {
    return this.v === D16B ? this.v.IssuerAssignedID : this.v.ID;
  }

  private reference(parent: XmlElement | null, tag: string): Text {
    return textOf(parent?.at(tag, this.documentId) ?? null);
  }

  /** BT-18, BT-128: the scheme stands in an element of its own. */
  private objectId(element: XmlElement | null): Identifier | null {
    const id = element?.child(this.documentId) ?? null;
    if (id === null) return null;
    return { value: id.value, scheme: textOf(element!.child(this.v.ReferenceTypeCode)), schemeVersion: null };
  }

  /** The value inside a date element; its qualifier decides how it is read, and without one it is not. */
  private date(element: XmlElement | null): DateValue | null {
    const { v } = this;
    const inner = element?.children[0];
    if (element === null) return null;
    if (inner === undefined) {
      // ZUGFeRD 1.0 writes some dates straight into the element.
      return { iso: this.v === ZUGFERD_1 ? isoStart(element.value) : null, raw: element.value, format: null };
    }
    const format = inner.attribute('format');
    if (inner.tag === v.DateTimeString || inner.tag === v.DateString || inner.tag === v.FormattedDateTimeString) {
      return { iso: format === '102' ? plainDay(inner.text) : null, raw: inner.value, format };
    }
    return { iso: isoStart(inner.value), raw: inner.value, format };
  }

  private note(element: XmlElement): Note {
    return {
      subjectCode: textOf(element.child(this.v.SubjectCode)),
      text: rawOf(element.child(this.v.Content)),
      source: element,
    };
  }

  private preceding(element: XmlElement): PrecedingInvoice {
    return {
      number: textOf(element.child(this.documentId)),
      issueDate: this.date(element.child(this.v.FormattedIssueDateTime)),
      source: element,
    };
  }

  private ids(party: XmlElement): Identifier[] {
    return party.children
      .filter((child) => child.tag === this.v.ID || child.tag === this.v.GlobalID)
      .map((child) => identifierOf(child)!);
  }

  private taxRegistrations(party: XmlElement): Identifier[] {
    return party.allAt(this.v.SpecifiedTaxRegistration, this.v.ID).map((id) => identifierOf(id)!);
  }

  private party(element: XmlElement | null): Party | null {
    if (element === null) return null;
    const { v } = this;
    const organisation = element.child(v.SpecifiedLegalOrganization);
    const taxRegistrations = this.taxRegistrations(element);
    return {
      name: textOf(element.child(v.Name)),
      tradingName: textOf(organisation?.child(v.TradingBusinessName) ?? null),
      ids: this.ids(element),
      legalId: identifierOf(organisation?.child(v.ID) ?? null),
      vatId: taxRegistrations.find((entry) => entry.scheme === 'VA')?.value ?? null,
      taxNumber: taxRegistrations.find((entry) => entry.scheme === 'FC')?.value ?? null,
      taxRegistrations,
      legalInformation: textOf(element.child(v.Description)),
      electronicAddress: identifierOf(element.at(v.URIUniversalCommunication, v.URIID)),
      address: this.address(element.child(v.PostalTradeAddress)),
      contact: this.contact(element.child(v.DefinedTradeContact)),
      source: element,
    };
  }

  private address(element: XmlElement | null): Address | null {
    if (element === null) return null;
    const { v } = this;
    return {
      line1: textOf(element.child(v.LineOne)),
      line2: textOf(element.child(v.LineTwo)),
      line3: textOf(element.child(v.LineThree)),
      city: textOf(element.child(v.CityName)),
      postcode: textOf(element.child(v.PostcodeCode)),
      subdivision: textOf(element.child(v.CountrySubDivisionName)),
      country: textOf(element.child(v.CountryID)),
      source: element,
    };
  }

  private contact(element: XmlElement | null): Contact | null {
    if (element === null) return null;
    const { v } = this;
    return {
      name: textOf(element.child(v.PersonName) ?? element.child(v.DepartmentName)),
      phone: textOf(element.at(v.TelephoneUniversalCommunication, v.CompleteNumber)),
      email: textOf(element.at(v.EmailURIUniversalCommunication, v.URIID)),
      source: element,
    };
  }

  private payee(element: XmlElement | null): Payee | null {
    if (element === null) return null;
    const { v } = this;
    return {
      name: textOf(element.child(v.Name)),
      ids: this.ids(element),
      legalId: identifierOf(element.at(v.SpecifiedLegalOrganization, v.ID)),
      source: element,
    };
  }

  private taxRepresentative(element: XmlElement | null): TaxRepresentative | null {
    if (element === null) return null;
    const taxRegistrations = this.taxRegistrations(element);
    return {
      name: textOf(element.child(this.v.Name)),
      vatId: taxRegistrations.find((entry) => entry.scheme === 'VA')?.value ?? null,
      taxRegistrations,
      address: this.address(element.child(this.v.PostalTradeAddress)),
      source: element,
    };
  }

  private delivery(element: XmlElement | null): Delivery | null {
    const { v } = this;
    const event = element?.child(v.ActualDeliverySupplyChainEvent) ?? null;
    const party = element?.child(v.ShipToTradeParty) ?? null;
    // The group itself is mandatory in CII and usually empty: BG-13 is there only if it says something.
    if (element === null || (event === null && party === null)) return null;
    return {
      name: textOf(party?.child(v.Name) ?? null),
      locationId: party === null ? null : (this.ids(party)[0] ?? null),
      date: this.date(event?.child(v.OccurrenceDateTime) ?? null),
      address: this.address(party?.child(v.PostalTradeAddress) ?? null),
      source: element,
    };
  }

  private period(element: XmlElement | null): Period | null {
    if (element === null) return null;
    return {
      start: this.date(element.child(this.v.StartDateTime)),
      end: this.date(element.child(this.v.EndDateTime)),
      source: element,
    };
  }

  private paymentMeans(
    element: XmlElement,
    remittance: Text,
    mandate: XmlElement | null,
    creditorId: XmlElement | null,
  ): PaymentMeans {
    const { v } = this;
    const account = element.child(v.PayeePartyCreditorFinancialAccount);
    const institution = element.child(v.PayeeSpecifiedCreditorFinancialInstitution);
    const iban = account?.child(v.IBANID) ?? null;
    const card = element.child(v.ApplicableTradeSettlementFinancialCard);
    const debited = element.at(v.PayerPartyDebtorFinancialAccount, v.IBANID);
    return {
      typeCode: textOf(element.child(v.TypeCode)),
      text: textOf(element.child(v.Information)),
      remittanceInformation: remittance,
      accounts:
        account === null
          ? []
          : [
              {
                accountId: textOf(iban ?? account.child(v.ProprietaryID)),
                kind: iban !== null ? 'iban' : account.has(v.ProprietaryID) ? 'proprietary' : null,
                accountName: textOf(account.child(v.AccountName)),
                bic: textOf(institution?.child(v.BICID) ?? null),
                source: account,
              },
            ],
      card:
        card === null
          ? null
          : { number: textOf(card.child(v.ID)), holder: textOf(card.child(v.CardholderName)), source: card },
      directDebit:
        debited === null
          ? null
          : {
              mandateReference: textOf(mandate),
              creditorId: textOf(creditorId),
              debitedAccount: debited.value,
              source: debited,
            },
      source: element,
    };
  }

  private vat(element: XmlElement): VatCategory {
    const { v } = this;
    return {
      category: textOf(element.child(v.CategoryCode)),
      rate: numberOf(element.child(v.RateApplicablePercent)),
      taxScheme: textOf(element.child(v.TypeCode)),
      source: element,
    };
  }

  private sort(parent: XmlElement, tag: string, allowances: AllowanceCharge[], charges: AllowanceCharge[]): void {
    for (const element of parent.children) {
      if (element.tag !== tag) continue;
      const indicator = element.child(this.v.ChargeIndicator);
      const charge = booleanOf(indicator?.child(this.v.Indicator) ?? indicator);
      // Without a readable indicator nobody knows the sign: the structural check says so, the model leaves it out.
      if (charge !== null) (charge ? charges : allowances).push(this.allowance(element));
    }
  }

  private allowance(element: XmlElement): AllowanceCharge {
    const { v } = this;
    const vatCategories = element.all(v.CategoryTradeTax).map((tax) => this.vat(tax));
    return {
      amount: amountOf(element.child(v.ActualAmount)),
      baseAmount: amountOf(element.child(v.BasisAmount)),
      percentage: numberOf(element.child(v.CalculationPercent)),
      reason: textOf(element.child(v.Reason)),
      reasonCode: textOf(element.child(v.ReasonCode)),
      vat: vatCategories[0] ?? null,
      vatCategories,
      source: element,
    };
  }

  private logisticsCharge(element: XmlElement): AllowanceCharge {
    const { v } = this;
    const vatCategories = element.all(v.AppliedTradeTax).map((tax) => this.vat(tax));
    return {
      amount: amountOf(element.child(v.AppliedAmount)),
      baseAmount: null,
      percentage: null,
      reason: textOf(element.child(v.Description)),
      reasonCode: null,
      vat: vatCategories[0] ?? null,
      vatCategories,
      source: element,
    };
  }

  private breakdown(element: XmlElement): VatBreakdown {
    const { v } = this;
    return {
      taxableAmount: amountOf(element.child(v.BasisAmount)),
      taxAmount: amountOf(element.child(v.CalculatedAmount)),
      category: textOf(element.child(v.CategoryCode)),
      rate: numberOf(element.child(v.RateApplicablePercent)),
      exemptionReason: textOf(element.child(v.ExemptionReason)),
      exemptionReasonCode: textOf(element.child(v.ExemptionReasonCode)),
      taxScheme: textOf(element.child(v.TypeCode)),
      source: element,
    };
  }

  private totals(element: XmlElement | null, vatTotals: VatTotal[], currency: Text, taxCurrency: Text): Totals | null {
    if (element === null) return null;
    const { v } = this;
    const inCurrency = (code: Text) => vatTotals.find((total) => total.amount?.currency === code)?.amount ?? null;
    return {
      lineNet: amountOf(element.child(v.LineTotalAmount)),
      allowances: amountOf(element.child(v.AllowanceTotalAmount)),
      charges: amountOf(element.child(v.ChargeTotalAmount)),
      net: amountOf(element.child(v.TaxBasisTotalAmount)),
      vat: inCurrency(currency),
      vatInTaxCurrency: taxCurrency !== null && taxCurrency !== currency ? inCurrency(taxCurrency) : null,
      gross: amountOf(element.child(v.GrandTotalAmount)),
      prepaid: amountOf(element.child(v.TotalPrepaidAmount)),
      rounding: amountOf(element.child(v.RoundingAmount)),
      payable: amountOf(element.child(v.DuePayableAmount)),
      source: element,
    };
  }

  /** Code 916; whatever else carries content is shown too, so that nothing in the file goes unseen. */
  private isSupporting(element: XmlElement): boolean {
    const { v } = this;
    return textOf(element.child(v.TypeCode)) === '916' || element.has(v.AttachmentBinaryObject) || element.has(v.URIID);
  }

  private supportingDocument(element: XmlElement): SupportingDocument {
    const { v } = this;
    return {
      reference: textOf(element.child(this.documentId)),
      description: textOf(element.child(v.Name)),
      externalUri: textOf(element.child(v.URIID)),
      attachment: attachmentOf(element.child(v.AttachmentBinaryObject)),
      source: element,
    };
  }

  private line(element: XmlElement): InvoiceLine {
    const { v } = this;
    const document = element.child(v.AssociatedDocumentLineDocument);
    const agreement = element.child(v.LineAgreement);
    const settlement = element.child(v.LineSettlement);
    const product = element.child(v.SpecifiedTradeProduct);
    const vatCategories = (settlement?.all(v.ApplicableTradeTax) ?? []).map((tax) => this.vat(tax));
    const object = settlement
      ?.all(v.AdditionalReferencedDocument)
      .find((reference) => textOf(reference.child(v.TypeCode)) === '130');
    const allowances: AllowanceCharge[] = [];
    const charges: AllowanceCharge[] = [];
    if (settlement !== null) this.sort(settlement, v.SpecifiedTradeAllowanceCharge, allowances, charges);
    return {
      id: textOf(document?.child(v.LineID) ?? null),
      note: textOf(document?.at(v.IncludedNote, v.Content) ?? null),
      objectId: this.objectId(object ?? null),
      quantity: quantityOf(element.at(v.LineDelivery, v.BilledQuantity)),
      netAmount: amountOf(settlement?.at(v.LineSummation, v.LineTotalAmount) ?? null),
      orderLineReference: textOf(agreement?.at(v.BuyerOrderReferencedDocument, v.LineID) ?? null),
      accountingReference: textOf(settlement?.at(v.ReceivableSpecifiedTradeAccountingAccount, v.ID) ?? null),
      period: this.period(settlement?.child(v.BillingSpecifiedPeriod) ?? null),
      allowances,
      charges,
      price: this.price(agreement),
      vat: vatCategories[0] ?? null,
      vatCategories,
      item: product === null ? null : this.item(product),
      subLines: [],
      parentLineId: textOf(document?.child(v.ParentLineID) ?? null),
      lineKind: textOf(document?.child(v.LineStatusReasonCode) ?? null),
      source: element,
    };
  }

  private price(agreement: XmlElement | null): Price | null {
    const { v } = this;
    const net = agreement?.child(v.NetPriceProductTradePrice) ?? null;
    const gross = agreement?.child(v.GrossPriceProductTradePrice) ?? null;
    if (net === null && gross === null) return null;
    const allowances: AllowanceCharge[] = [];
    const charges: AllowanceCharge[] = [];
    if (gross !== null) this.sort(gross, v.AppliedTradeAllowanceCharge, allowances, charges);
    const grossBaseQuantity = quantityOf(gross?.child(v.BasisQuantity) ?? null);
    return {
      net: amountOf(net?.child(v.ChargeAmount) ?? null),
      discount: allowances[0]?.amount ?? null,
      gross: amountOf(gross?.child(v.ChargeAmount) ?? null),
      baseQuantity: quantityOf(net?.child(v.BasisQuantity) ?? null) ?? grossBaseQuantity,
      grossBaseQuantity,
      allowances,
      charges,
      source: net ?? gross,
    };
  }

  private item(element: XmlElement): Item {
    const { v } = this;
    return {
      name: textOf(element.child(v.Name)),
      description: textOf(element.child(v.Description)),
      sellerId: textOf(element.child(v.SellerAssignedID)),
      buyerId: textOf(element.child(v.BuyerAssignedID)),
      standardId: identifierOf(element.child(v.GlobalID)),
      classifications: element.allAt(v.DesignatedProductClassification, v.ClassCode).map(classificationOf),
      originCountry: textOf(element.at(v.OriginTradeCountry, v.ID)),
      attributes: element.all(v.ApplicableProductCharacteristic).map((property) => ({
        name: textOf(property.child(v.Description)),
        value: textOf(property.child(v.Value)),
        source: property,
      })),
      source: element,
    };
  }
}

/** The first such child of any of these elements. */
function first(elements: XmlElement[], tag: string): XmlElement | null {
  for (const element of elements) {
    const child = element.child(tag);
    if (child !== null) return child;
  }
  return null;
}

/** The day of an xs:dateTime or xs:date. */
function isoStart(raw: string): string | null {
  return isoDay(/^[0-9-]{10}T[0-9:.]{8,18}(?:Z|[+-][0-9:]{5})?$/.test(raw) ? raw.slice(0, 10) : raw);
}

function directDebit(
  means: PaymentMeans[],
  mandate: XmlElement | null,
  creditorId: XmlElement | null,
): DirectDebit | null {
  const inside = means.find((entry) => entry.directDebit !== null)?.directDebit ?? null;
  if (inside !== null || (mandate === null && creditorId === null)) return inside;
  return {
    mandateReference: textOf(mandate),
    creditorId: textOf(creditorId),
    debitedAccount: null,
    source: mandate ?? creditorId,
  };
}
