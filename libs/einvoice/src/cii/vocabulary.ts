/*
 * ZUGFeRD 1.0 and CII D16B name most things alike in different namespaces. One vocabulary per generation keeps the
 * comparison strict (an element of the other generation is not read) and the binding single.
 */

const NAMES = [
  'AccountName',
  'ActualAmount',
  'ActualDeliverySupplyChainEvent',
  'AdditionalReferencedDocument',
  'AllowanceTotalAmount',
  'ApplicableProductCharacteristic',
  'ApplicableTradeSettlementFinancialCard',
  'ApplicableTradeTax',
  'AppliedAmount',
  'AppliedTradeAllowanceCharge',
  'AppliedTradeTax',
  'AssociatedDocumentLineDocument',
  'AttachmentBinaryObject',
  'BICID',
  'BasisAmount',
  'BasisQuantity',
  'BilledQuantity',
  'BillingSpecifiedPeriod',
  'BusinessProcessSpecifiedDocumentContextParameter',
  'BuyerAssignedID',
  'BuyerOrderReferencedDocument',
  'BuyerReference',
  'BuyerTradeParty',
  'CalculatedAmount',
  'CalculationPercent',
  'CardholderName',
  'CategoryCode',
  'CategoryTradeTax',
  'ChargeAmount',
  'ChargeIndicator',
  'ChargeTotalAmount',
  'CityName',
  'ClassCode',
  'CompleteNumber',
  'Content',
  'ContractReferencedDocument',
  'CountryID',
  'CountrySubDivisionName',
  'CreditorReferenceID',
  'DefinedTradeContact',
  'DepartmentName',
  'Description',
  'DesignatedProductClassification',
  'DespatchAdviceReferencedDocument',
  'DirectDebitMandateID',
  'DueDateDateTime',
  'DueDateTypeCode',
  'DuePayableAmount',
  'EmailURIUniversalCommunication',
  'EndDateTime',
  'ExemptionReason',
  'ExemptionReasonCode',
  'FormattedIssueDateTime',
  'GlobalID',
  'GrandTotalAmount',
  'GrossPriceProductTradePrice',
  'GuidelineSpecifiedDocumentContextParameter',
  'IBANID',
  'ID',
  'IncludedNote',
  'IncludedSupplyChainTradeLineItem',
  'Information',
  'InvoiceCurrencyCode',
  'InvoiceReferencedDocument',
  'IssueDateTime',
  'IssuerAssignedID',
  'LineID',
  'LineOne',
  'LineStatusReasonCode',
  'LineThree',
  'LineTotalAmount',
  'LineTwo',
  'Name',
  'NetPriceProductTradePrice',
  'OccurrenceDateTime',
  'OriginTradeCountry',
  'ParentLineID',
  'PayeePartyCreditorFinancialAccount',
  'PayeeSpecifiedCreditorFinancialInstitution',
  'PayeeTradeParty',
  'PayerPartyDebtorFinancialAccount',
  'PaymentReference',
  'PersonName',
  'PostalTradeAddress',
  'PostcodeCode',
  'ProprietaryID',
  'RateApplicablePercent',
  'Reason',
  'ReasonCode',
  'ReceivableSpecifiedTradeAccountingAccount',
  'ReceivingAdviceReferencedDocument',
  'ReferenceTypeCode',
  'RoundingAmount',
  'SellerAssignedID',
  'SellerOrderReferencedDocument',
  'SellerTaxRepresentativeTradeParty',
  'SellerTradeParty',
  'ShipToTradeParty',
  'SpecifiedLegalOrganization',
  'SpecifiedLogisticsServiceCharge',
  'SpecifiedProcuringProject',
  'SpecifiedTaxRegistration',
  'SpecifiedTradeAllowanceCharge',
  'SpecifiedTradePaymentTerms',
  'SpecifiedTradeProduct',
  'SpecifiedTradeSettlementPaymentMeans',
  'StartDateTime',
  'SubjectCode',
  'TaxBasisTotalAmount',
  'TaxCurrencyCode',
  'TaxPointDate',
  'TaxTotalAmount',
  'TelephoneUniversalCommunication',
  'TotalPrepaidAmount',
  'TradingBusinessName',
  'TypeCode',
  'URIID',
  'URIUniversalCommunication',
  'Value',
] as const;

type Names = Record<(typeof NAMES)[number], string>;

/** The tags of one generation; the groups whose names changed stand under the names of D16B. */
export interface Vocabulary extends Names {
  Context: string;
  Document: string;
  Transaction: string;
  Agreement: string;
  Delivery: string;
  Settlement: string;
  Summation: string;
  LineAgreement: string;
  LineDelivery: string;
  LineSettlement: string;
  LineSummation: string;
  DateString: string;
  DateTimeString: string;
  FormattedDateTimeString: string;
  Indicator: string;
}

function names(prefix: string): Names {
  return Object.fromEntries(NAMES.map((name) => [name, `${prefix}:${name}`])) as Names;
}

export const D16B: Vocabulary = {
  ...names('ram'),
  Context: 'rsm:ExchangedDocumentContext',
  Document: 'rsm:ExchangedDocument',
  Transaction: 'rsm:SupplyChainTradeTransaction',
  Agreement: 'ram:ApplicableHeaderTradeAgreement',
  Delivery: 'ram:ApplicableHeaderTradeDelivery',
  Settlement: 'ram:ApplicableHeaderTradeSettlement',
  Summation: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
  LineAgreement: 'ram:SpecifiedLineTradeAgreement',
  LineDelivery: 'ram:SpecifiedLineTradeDelivery',
  LineSettlement: 'ram:SpecifiedLineTradeSettlement',
  LineSummation: 'ram:SpecifiedTradeSettlementLineMonetarySummation',
  DateString: 'udt:DateString',
  DateTimeString: 'udt:DateTimeString',
  FormattedDateTimeString: 'qdt:DateTimeString',
  Indicator: 'udt:Indicator',
};

export const ZUGFERD_1: Vocabulary = {
  ...names('ram1'),
  RateApplicablePercent: 'ram1:ApplicablePercent',
  Context: 'rsm1:SpecifiedExchangedDocumentContext',
  Document: 'rsm1:HeaderExchangedDocument',
  Transaction: 'rsm1:SpecifiedSupplyChainTradeTransaction',
  Agreement: 'ram1:ApplicableSupplyChainTradeAgreement',
  Delivery: 'ram1:ApplicableSupplyChainTradeDelivery',
  Settlement: 'ram1:ApplicableSupplyChainTradeSettlement',
  Summation: 'ram1:SpecifiedTradeSettlementMonetarySummation',
  LineAgreement: 'ram1:SpecifiedSupplyChainTradeAgreement',
  LineDelivery: 'ram1:SpecifiedSupplyChainTradeDelivery',
  LineSettlement: 'ram1:SpecifiedSupplyChainTradeSettlement',
  LineSummation: 'ram1:SpecifiedTradeSettlementMonetarySummation',
  DateString: 'udt1:DateString',
  DateTimeString: 'udt1:DateTimeString',
  FormattedDateTimeString: 'udt1:DateTimeString',
  Indicator: 'udt1:Indicator',
};
