// Made-up invoices for measuring: XRechnung in both syntaxes and as hybrid PDF, with any number of lines, summed up exactly.
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';

const RATE = 19n;
const money = (cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
const SELLERS = ['Tiefbau Möller', 'Stadtwerke Altenrode', 'Gärtnerei Grün', 'Bürobedarf Kranz', 'Elektro Südhoff'];

/** The content: number, seller (0 …), lines; amounts as whole cents. */
export function invoice({
  number,
  seller = 0,
  lines = 10,
  buyerReference = '05999001-RE01-10',
  issueDate = '2026-03-03',
}) {
  const items = Array.from({ length: lines }, (_, index) => {
    const quantity = BigInt((index % 17) + 1);
    const price = BigInt(((index * 37) % 9_973) + 1);
    return { id: index + 1, name: `Leistung ${index + 1}`, quantity, price, net: quantity * price };
  });
  const net = items.reduce((sum, one) => sum + one.net, 0n);
  const tax = (net * RATE + 50n) / 100n;
  const vat = `DE${String(811_000_000 + seller)}`;
  return {
    number,
    issueDate,
    buyerReference,
    items,
    net,
    tax,
    gross: net + tax,
    seller: { name: `${SELLERS[seller % SELLERS.length]} ${seller}`, vat, iban: germanIban(seller) },
  };
}

/** A German account number with right check digits. */
function germanIban(seed) {
  const account = `59990000${String(seed).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

const XRECHNUNG = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
const PEPPOL = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/** As UBL invoice. */
export function ubl(content) {
  const { seller } = content;
  const amount = (name, cents) => `<cbc:${name} currencyID="EUR">${money(cents)}</cbc:${name}>`;
  const scheme = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
  const address = (city) =>
    `<cac:PostalAddress><cbc:StreetName>Weg 1</cbc:StreetName><cbc:CityName>${city}</cbc:CityName><cbc:PostalZone>59990</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>`;
  const line = (one) =>
    `<cac:InvoiceLine><cbc:ID>${one.id}</cbc:ID><cbc:InvoicedQuantity unitCode="C62">${one.quantity}</cbc:InvoicedQuantity>${amount('LineExtensionAmount', one.net)}` +
    `<cac:Item><cbc:Name>${one.name}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>${scheme}</cac:ClassifiedTaxCategory></cac:Item>` +
    `<cac:Price>${amount('PriceAmount', one.price)}</cac:Price></cac:InvoiceLine>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">' +
    `<cbc:CustomizationID>${XRECHNUNG}</cbc:CustomizationID><cbc:ProfileID>${PEPPOL}</cbc:ProfileID><cbc:ID>${content.number}</cbc:ID>` +
    `<cbc:IssueDate>${content.issueDate}</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:BuyerReference>${content.buyerReference}</cbc:BuyerReference>` +
    `<cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="EM">rechnung@lieferant.example</cbc:EndpointID>${address('Altenrode')}<cac:PartyTaxScheme><cbc:CompanyID>${seller.vat}</cbc:CompanyID>${scheme}</cac:PartyTaxScheme>` +
    `<cac:PartyLegalEntity><cbc:RegistrationName>${seller.name}</cbc:RegistrationName></cac:PartyLegalEntity><cac:Contact><cbc:Name>Buchhaltung</cbc:Name><cbc:Telephone>+49 2990 1</cbc:Telephone><cbc:ElectronicMail>rechnung@lieferant.example</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingSupplierParty>` +
    `<cac:AccountingCustomerParty><cac:Party><cbc:EndpointID schemeID="EM">rechnung@stadt.example</cbc:EndpointID>${address('Birkenfelde')}<cac:PartyLegalEntity><cbc:RegistrationName>Stadt Birkenfelde</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>` +
    `<cac:Delivery><cbc:ActualDeliveryDate>${content.issueDate}</cbc:ActualDeliveryDate></cac:Delivery>` +
    `<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${seller.iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>` +
    '<cac:PaymentTerms><cbc:Note>Zahlbar innerhalb von 30 Tagen.</cbc:Note></cac:PaymentTerms>' +
    `<cac:TaxTotal>${amount('TaxAmount', content.tax)}<cac:TaxSubtotal>${amount('TaxableAmount', content.net)}${amount('TaxAmount', content.tax)}<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>${scheme}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>` +
    `<cac:LegalMonetaryTotal>${amount('LineExtensionAmount', content.net)}${amount('TaxExclusiveAmount', content.net)}${amount('TaxInclusiveAmount', content.gross)}${amount('PayableAmount', content.gross)}</cac:LegalMonetaryTotal>` +
    `${content.items.map(line).join('')}</Invoice>`
  );
}

/** As CII. */
export function cii(content) {
  const { seller } = content;
  const date = `<udt:DateTimeString format="102">${content.issueDate.replaceAll('-', '')}</udt:DateTimeString>`;
  const address = (city) =>
    `<ram:PostalTradeAddress><ram:PostcodeCode>59990</ram:PostcodeCode><ram:LineOne>Weg 1</ram:LineOne><ram:CityName>${city}</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>`;
  const endpoint = (box) =>
    `<ram:URIUniversalCommunication><ram:URIID schemeID="EM">${box}</ram:URIID></ram:URIUniversalCommunication>`;
  const line = (one) =>
    `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${one.id}</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>${one.name}</ram:Name></ram:SpecifiedTradeProduct>` +
    `<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${money(one.price)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>` +
    `<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${one.quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>` +
    `<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>` +
    `<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${money(one.net)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">' +
    `<rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>${PEPPOL}</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${XRECHNUNG}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>` +
    `<rsm:ExchangedDocument><ram:ID>${content.number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${date}</ram:IssueDateTime></rsm:ExchangedDocument>` +
    `<rsm:SupplyChainTradeTransaction>${content.items.map(line).join('')}` +
    `<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>${content.buyerReference}</ram:BuyerReference><ram:SellerTradeParty><ram:Name>${seller.name}</ram:Name><ram:DefinedTradeContact><ram:PersonName>Buchhaltung</ram:PersonName><ram:TelephoneUniversalCommunication><ram:CompleteNumber>+49 2990 1</ram:CompleteNumber></ram:TelephoneUniversalCommunication><ram:EmailURIUniversalCommunication><ram:URIID>rechnung@lieferant.example</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>` +
    `${address('Altenrode')}${endpoint('rechnung@lieferant.example')}<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${seller.vat}</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>` +
    `<ram:BuyerTradeParty><ram:Name>Stadt Birkenfelde</ram:Name>${address('Birkenfelde')}${endpoint('rechnung@stadt.example')}</ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>` +
    `<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>` +
    `<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${seller.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>` +
    `<ram:ApplicableTradeTax><ram:CalculatedAmount>${money(content.tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${money(content.net)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>` +
    `<ram:SpecifiedTradePaymentTerms><ram:Description>Zahlbar innerhalb von 30 Tagen.</ram:Description></ram:SpecifiedTradePaymentTerms>` +
    `<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${money(content.net)}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${money(content.net)}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">${money(content.tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${money(content.gross)}</ram:GrandTotalAmount><ram:DuePayableAmount>${money(content.gross)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>` +
    '</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>'
  );
}

/** A PDF of one page with the invoice in words; `record` (XML) is embedded when given. */
export async function pdf(content, record) {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const lines = [
    content.seller.name,
    `USt-IdNr.: ${content.seller.vat}`,
    `Rechnung Nr. ${content.number}`,
    `Rechnungsdatum: ${content.issueDate.split('-').reverse().join('.')}`,
    ...content.items.map((one) => `${one.id} ${one.name} ${one.quantity} x ${money(one.price).replace('.', ',')} EUR`),
    `Gesamtbetrag: ${money(content.gross).replace('.', ',')} EUR`,
    `IBAN: ${content.seller.iban}`,
  ];
  lines.slice(0, 50).forEach((text, index) => page.drawText(text, { x: 50, y: 800 - index * 14, size: 10 }));
  if (record) {
    await document.attach(Buffer.from(record), 'xrechnung.xml', {
      mimeType: 'text/xml',
      afRelationship: 'Alternative',
    });
    document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseAttachments'));
  }
  return Buffer.from(await document.save());
}

/** Files as they come over night: two thirds XML in either syntax, hybrid PDFs, a few plain ones; none is like one of another series. */
export async function mixedFiles(count, { series = '', ...options } = {}) {
  const files = [];
  for (let index = 0; index < count; index++) {
    const content = invoice({
      number: `R-${series}${index}`,
      seller: index % 200,
      lines: 3 + (index % 12),
      ...options,
    });
    const turn = index % 10;
    if (turn < 4) files.push({ name: `r-${index}.xml`, bytes: Buffer.from(ubl(content)) });
    else if (turn < 7) files.push({ name: `r-${index}.xml`, bytes: Buffer.from(cii(content)) });
    else if (turn < 9) files.push({ name: `r-${index}.pdf`, bytes: await pdf(content, cii(content)) });
    else files.push({ name: `r-${index}.pdf`, bytes: await pdf(content) });
  }
  return files;
}
