/*
 * Two invoices that fulfil every rule of EN 16931 and XRechnung and use most of what the rules look at, with invented
 * parties. The cases of the rules are small changes of them.
 */

const PARTY_VAT = (id: string, scheme: string): string =>
  `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
const CATEGORY = (tag: string): string =>
  `<cac:${tag}><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${tag}>`;
const EUR = (tag: string, amount: string): string => `<cbc:${tag} currencyID="EUR">${amount}</cbc:${tag}>`;

const entry = (charge: boolean, code: string, reason: string, percent: string, base: string, amount: string): string =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${charge}</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>${code}</cbc:AllowanceChargeReasonCode>` +
  `<cbc:AllowanceChargeReason>${reason}</cbc:AllowanceChargeReason><cbc:MultiplierFactorNumeric>${percent}</cbc:MultiplierFactorNumeric>` +
  `${EUR('Amount', amount)}${EUR('BaseAmount', base)}`;

function ublBody(creditNote: boolean): string {
  const line = creditNote ? 'CreditNoteLine' : 'InvoiceLine';
  const quantity = creditNote ? 'CreditedQuantity' : 'InvoicedQuantity';
  return `
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>BH-2026-0815</cbc:ID>
  <cbc:IssueDate>2026-05-04</cbc:IssueDate>
  ${
    creditNote
      ? '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>'
      : '<cbc:DueDate>2026-06-03</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>'
  }
  <cbc:Note>#AAI#Lieferung an den Bauhof</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>05999001-RE01-10</cbc:BuyerReference>
  <cac:InvoicePeriod><cbc:StartDate>2026-04-01</cbc:StartDate><cbc:EndDate>2026-04-30</cbc:EndDate></cac:InvoicePeriod>
  <cac:OrderReference><cbc:ID>B-4711</cbc:ID></cac:OrderReference>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>BH-2026-0700</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
  <cac:ContractDocumentReference><cbc:ID>V-12</cbc:ID></cac:ContractDocumentReference>
  <cac:AdditionalDocumentReference><cbc:ID schemeID="AAA">OBJ-1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
  <cac:AdditionalDocumentReference><cbc:ID>Lieferschein</cbc:ID><cac:Attachment>
    <cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="lieferschein.pdf">JVBERg==</cbc:EmbeddedDocumentBinaryObject>
    <cac:ExternalReference><cbc:URI>https://bauhof.example/lieferschein</cbc:URI></cac:ExternalReference>
  </cac:Attachment></cac:AdditionalDocumentReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="EM">rechnung@haendler.example</cbc:EndpointID>
    <cac:PartyIdentification><cbc:ID schemeID="0088">4000000000006</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>Baustoffe Nord</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:CityName>Musterhausen</cbc:CityName><cbc:PostalZone>59999</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${PARTY_VAT('DE123456789', 'VAT')}${PARTY_VAT('333/4444/5555', 'FC')}
    <cac:PartyLegalEntity><cbc:RegistrationName>Baustoffhandel Nord GmbH</cbc:RegistrationName><cbc:CompanyID schemeID="0002">HRB 1</cbc:CompanyID></cac:PartyLegalEntity>
    <cac:Contact><cbc:Name>Frau Beispiel</cbc:Name><cbc:Telephone>02999 1234</cbc:Telephone><cbc:ElectronicMail>frau@haendler.example</cbc:ElectronicMail></cac:Contact>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="0204">05999001-RE01-10</cbc:EndpointID>
    <cac:PartyIdentification><cbc:ID>K-9</cbc:ID></cac:PartyIdentification>
    <cac:PostalAddress><cbc:CityName>Neuhausen</cbc:CityName><cbc:PostalZone>59998</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${PARTY_VAT('DE987654321', 'VAT')}
    <cac:PartyLegalEntity><cbc:RegistrationName>Stadt Neuhausen</cbc:RegistrationName><cbc:CompanyID>5999001</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:PayeeParty><cac:PartyIdentification><cbc:ID>F-1</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Factoring West AG</cbc:Name></cac:PartyName></cac:PayeeParty>
  <cac:TaxRepresentativeParty>
    <cac:PartyName><cbc:Name>Steuervertretung Süd</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:CityName>Neuhausen</cbc:CityName><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${PARTY_VAT('DE111111111', 'VAT')}
  </cac:TaxRepresentativeParty>
  <cac:Delivery><cbc:ActualDeliveryDate>2026-04-15</cbc:ActualDeliveryDate><cac:DeliveryLocation><cbc:ID schemeID="0088">4000000000013</cbc:ID>
    <cac:Address><cbc:CityName>Neuhausen</cbc:CityName><cbc:PostalZone>59998</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:Address>
  </cac:DeliveryLocation></cac:Delivery>
  <cac:PaymentMeans><cbc:PaymentMeansCode name="Überweisung">58</cbc:PaymentMeansCode><cbc:PaymentID>BH-2026-0815</cbc:PaymentID>
    <cac:PayeeFinancialAccount><cbc:ID>DE02 1203 0000 0000 2020 51</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#
</cbc:Note></cac:PaymentTerms>
  ${entry(false, '95', 'Rabatt', '5', '700.00', '35.00')}${CATEGORY('TaxCategory')}</cac:AllowanceCharge>
  ${entry(true, 'FC', 'Fracht', '5', '200.00', '10.00')}${CATEGORY('TaxCategory')}</cac:AllowanceCharge>
  <cac:TaxTotal>${EUR('TaxAmount', '125.40')}<cac:TaxSubtotal>${EUR('TaxableAmount', '660.00')}${EUR('TaxAmount', '125.40')}${CATEGORY('TaxCategory')}</cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal>${EUR('LineExtensionAmount', '685.00')}${EUR('TaxExclusiveAmount', '660.00')}${EUR('TaxInclusiveAmount', '785.40')}${EUR('AllowanceTotalAmount', '35.00')}${EUR('ChargeTotalAmount', '10.00')}${EUR('PrepaidAmount', '85.40')}${EUR('PayableRoundingAmount', '0.00')}${EUR('PayableAmount', '700.00')}</cac:LegalMonetaryTotal>
  <cac:${line}><cbc:ID>1</cbc:ID><cbc:${quantity} unitCode="XPP">10</cbc:${quantity}>${EUR('LineExtensionAmount', '485.00')}
    <cac:InvoicePeriod><cbc:StartDate>2026-04-01</cbc:StartDate><cbc:EndDate>2026-04-30</cbc:EndDate></cac:InvoicePeriod>
    <cac:DocumentReference><cbc:ID schemeID="AAA">OBJ-2</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>
    ${entry(false, '95', 'Mengenrabatt', '4', '500.00', '20.00')}</cac:AllowanceCharge>
    ${entry(true, 'FC', 'Kleinmenge', '1', '500.00', '5.00')}</cac:AllowanceCharge>
    <cac:Item><cbc:Description>grau</cbc:Description><cbc:Name>Pflasterstein</cbc:Name>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">4000000000020</cbc:ID></cac:StandardItemIdentification>
      <cac:OriginCountry><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:OriginCountry>
      <cac:CommodityClassification><cbc:ItemClassificationCode listID="IB">1</cbc:ItemClassificationCode></cac:CommodityClassification>
      ${CATEGORY('ClassifiedTaxCategory')}
      <cac:AdditionalItemProperty><cbc:Name>Farbe</cbc:Name><cbc:Value>grau</cbc:Value></cac:AdditionalItemProperty></cac:Item>
    <cac:Price>${EUR('PriceAmount', '50.00')}<cbc:BaseQuantity unitCode="XPP">1</cbc:BaseQuantity><cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>${EUR('Amount', '5.00')}${EUR('BaseAmount', '55.00')}</cac:AllowanceCharge></cac:Price>
  </cac:${line}>
  <cac:${line}><cbc:ID>2</cbc:ID><cbc:${quantity} unitCode="HUR">2</cbc:${quantity}>${EUR('LineExtensionAmount', '200.00')}
    <cac:Item><cbc:Name>Anlieferung</cbc:Name>${CATEGORY('ClassifiedTaxCategory')}</cac:Item>
    <cac:Price>${EUR('PriceAmount', '100.00')}</cac:Price></cac:${line}>`;
}

const UBL_NAMESPACES =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"';

export const UBL_INVOICE = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${UBL_NAMESPACES}>${ublBody(false)}</Invoice>`;
export const UBL_CREDIT_NOTE = `<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" ${UBL_NAMESPACES}>${ublBody(true)}</CreditNote>`;

const day = (tag: string, date: string): string =>
  `<ram:${tag}><udt:DateTimeString format="102">${date}</udt:DateTimeString></ram:${tag}>`;
const registration = (scheme: string, id: string): string =>
  `<ram:SpecifiedTaxRegistration><ram:ID schemeID="${scheme}">${id}</ram:ID></ram:SpecifiedTaxRegistration>`;
const tax = (tag: string): string =>
  `<ram:${tag}><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:${tag}>`;
const entryCii = (
  charge: boolean,
  percent: string,
  base: string,
  amount: string,
  code: string,
  reason: string,
  category: boolean,
): string =>
  `<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>${charge}</udt:Indicator></ram:ChargeIndicator><ram:CalculationPercent>${percent}</ram:CalculationPercent>` +
  `<ram:BasisAmount>${base}</ram:BasisAmount><ram:ActualAmount>${amount}</ram:ActualAmount><ram:ReasonCode>${code}</ram:ReasonCode><ram:Reason>${reason}</ram:Reason>` +
  `${category ? tax('CategoryTradeTax') : ''}</ram:SpecifiedTradeAllowanceCharge>`;

export const CII_INVOICE = `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100">
  <rsm:ExchangedDocumentContext>
    <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
    <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument><ram:ID>BH-2026-0815</ram:ID><ram:TypeCode>380</ram:TypeCode>${day('IssueDateTime', '20260504')}
    <ram:IncludedNote><ram:Content>Lieferung an den Bauhof</ram:Content><ram:SubjectCode>AAI</ram:SubjectCode></ram:IncludedNote></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:GlobalID schemeID="0160">4000000000020</ram:GlobalID><ram:Name>Pflasterstein</ram:Name>
        <ram:ApplicableProductCharacteristic><ram:Description>Farbe</ram:Description><ram:Value>grau</ram:Value></ram:ApplicableProductCharacteristic>
        <ram:DesignatedProductClassification><ram:ClassCode listID="IB">1</ram:ClassCode></ram:DesignatedProductClassification>
        <ram:OriginTradeCountry><ram:ID>DE</ram:ID></ram:OriginTradeCountry></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement>
        <ram:GrossPriceProductTradePrice><ram:ChargeAmount>55.00</ram:ChargeAmount><ram:BasisQuantity unitCode="XPP">1</ram:BasisQuantity><ram:AppliedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>5.00</ram:ActualAmount></ram:AppliedTradeAllowanceCharge></ram:GrossPriceProductTradePrice>
        <ram:NetPriceProductTradePrice><ram:ChargeAmount>50.00</ram:ChargeAmount><ram:BasisQuantity unitCode="XPP">1</ram:BasisQuantity></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="XPP">10</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>${tax('ApplicableTradeTax')}
        <ram:BillingSpecifiedPeriod>${day('StartDateTime', '20260401')}${day('EndDateTime', '20260430')}</ram:BillingSpecifiedPeriod>
        ${entryCii(false, '4', '500.00', '20.00', '95', 'Mengenrabatt', false)}${entryCii(true, '1', '500.00', '5.00', 'FC', 'Kleinmenge', false)}
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>485.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
        <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>OBJ-2</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>2</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:SellerAssignedID>A-2</ram:SellerAssignedID><ram:Name>Anlieferung</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>100.00</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="HUR">2</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>${tax('ApplicableTradeTax')}<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>200.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:BuyerReference>05999001-RE01-10</ram:BuyerReference>
      <ram:SellerTradeParty><ram:GlobalID schemeID="0088">4000000000006</ram:GlobalID><ram:Name>Baustoffhandel Nord GmbH</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">HRB 1</ram:ID></ram:SpecifiedLegalOrganization>
        <ram:DefinedTradeContact><ram:PersonName>Frau Beispiel</ram:PersonName><ram:TelephoneUniversalCommunication><ram:CompleteNumber>02999 1234</ram:CompleteNumber></ram:TelephoneUniversalCommunication><ram:EmailURIUniversalCommunication><ram:URIID>frau@haendler.example</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>
        <ram:PostalTradeAddress><ram:PostcodeCode>59999</ram:PostcodeCode><ram:CityName>Musterhausen</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
        <ram:URIUniversalCommunication><ram:URIID schemeID="EM">rechnung@haendler.example</ram:URIID></ram:URIUniversalCommunication>
        ${registration('VA', 'DE123456789')}${registration('FC', '333/4444/5555')}</ram:SellerTradeParty>
      <ram:BuyerTradeParty><ram:ID>K-9</ram:ID><ram:Name>Stadt Neuhausen</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID>5999001</ram:ID></ram:SpecifiedLegalOrganization>
        <ram:DefinedTradeContact><ram:PersonName>Herr Muster</ram:PersonName></ram:DefinedTradeContact>
        <ram:PostalTradeAddress><ram:PostcodeCode>59998</ram:PostcodeCode><ram:CityName>Neuhausen</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
        <ram:URIUniversalCommunication><ram:URIID schemeID="0204">05999001-RE01-10</ram:URIID></ram:URIUniversalCommunication>
        ${registration('VA', 'DE987654321')}</ram:BuyerTradeParty>
      <ram:SellerTaxRepresentativeTradeParty><ram:Name>Steuervertretung Süd</ram:Name><ram:PostalTradeAddress><ram:CityName>Neuhausen</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>${registration('VA', 'DE111111111')}</ram:SellerTaxRepresentativeTradeParty>
      <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>B-4711</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>
      <ram:ContractReferencedDocument><ram:IssuerAssignedID>V-12</ram:IssuerAssignedID></ram:ContractReferencedDocument>
      <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Lieferschein</ram:IssuerAssignedID><ram:URIID>https://bauhof.example/lieferschein</ram:URIID><ram:TypeCode>916</ram:TypeCode><ram:Name>Lieferschein</ram:Name><ram:AttachmentBinaryObject mimeCode="application/pdf" filename="lieferschein.pdf">JVBERg==</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>
      <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>OBJ-1</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery>
      <ram:ShipToTradeParty><ram:GlobalID schemeID="0088">4000000000013</ram:GlobalID><ram:PostalTradeAddress><ram:PostcodeCode>59998</ram:PostcodeCode><ram:CityName>Neuhausen</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress></ram:ShipToTradeParty>
      <ram:ActualDeliverySupplyChainEvent>${day('OccurrenceDateTime', '20260415')}</ram:ActualDeliverySupplyChainEvent>
    </ram:ApplicableHeaderTradeDelivery>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:PaymentReference>BH-2026-0815</ram:PaymentReference>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:PayeeTradeParty><ram:ID>F-1</ram:ID><ram:Name>Factoring West AG</ram:Name></ram:PayeeTradeParty>
      <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:Information>Überweisung</ram:Information><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE02 1203 0000 0000 2020 51</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
      <ram:ApplicableTradeTax><ram:CalculatedAmount>125.40</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>660.00</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
      <ram:BillingSpecifiedPeriod>${day('StartDateTime', '20260401')}${day('EndDateTime', '20260430')}</ram:BillingSpecifiedPeriod>
      ${entryCii(false, '5', '700.00', '35.00', '95', 'Rabatt', true)}${entryCii(true, '5', '200.00', '10.00', 'FC', 'Fracht', true)}
      <ram:SpecifiedTradePaymentTerms><ram:Description>#SKONTO#TAGE=14#PROZENT=2.00#
</ram:Description>${day('DueDateDateTime', '20260603')}</ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>685.00</ram:LineTotalAmount><ram:ChargeTotalAmount>10.00</ram:ChargeTotalAmount><ram:AllowanceTotalAmount>35.00</ram:AllowanceTotalAmount><ram:TaxBasisTotalAmount>660.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">125.40</ram:TaxTotalAmount><ram:RoundingAmount>0.00</ram:RoundingAmount><ram:GrandTotalAmount>785.40</ram:GrandTotalAmount><ram:TotalPrepaidAmount>85.40</ram:TotalPrepaidAmount><ram:DuePayableAmount>700.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
      <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>BH-2026-0700</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`;
