import type { Invoice } from './model.js';
import { readEInvoice } from './read-einvoice.js';

/*
 * The terms that the published samples' sidecars do not list: every one of them once, in both syntaxes.
 */

const NAMESPACES = [
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
].join(' ');

function read(text: string): Invoice {
  const reading = readEInvoice(Buffer.from(text));
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  return reading.invoice;
}

const ubl = (content: string): Invoice =>
  read(`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${NAMESPACES}>${content}</Invoice>`);

const creditNote = (content: string): Invoice =>
  read(
    `<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" ${NAMESPACES}>${content}</CreditNote>`,
  );

const cii = (transaction: string): Invoice =>
  read(`<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
    xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"><rsm:SupplyChainTradeTransaction>${transaction}
    </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`);

const agreement = (content: string) =>
  cii(`<ram:ApplicableHeaderTradeAgreement>${content}</ram:ApplicableHeaderTradeAgreement>`);
const settlement = (content: string) =>
  cii(`<ram:ApplicableHeaderTradeSettlement>${content}</ram:ApplicableHeaderTradeSettlement>`);
const ciiLine = (content: string) =>
  cii(`<ram:IncludedSupplyChainTradeLineItem>${content}</ram:IncludedSupplyChainTradeLineItem>`);

test('presence is told from emptiness', () => {
  expect(ubl('').buyerReference).toBeNull();
  expect(ubl('<cbc:BuyerReference/>').buyerReference).toBe('');
  expect(ubl('<cbc:BuyerReference>  </cbc:BuyerReference>').buyerReference).toBe('');
  expect(ubl('').seller).toBeNull();
  expect(ubl('<cac:AccountingSupplierParty><cac:Party/></cac:AccountingSupplierParty>').seller).toMatchObject({
    name: null,
    address: null,
    contact: null,
    electronicAddress: null,
    ids: [],
  });
});

describe('references', () => {
  const object = `<cac:AdditionalDocumentReference><cbc:ID schemeID="ABZ">Z-17</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>`;
  const expected = { tenderReference: 'LOS-2', invoicedObject: { value: 'Z-17', scheme: 'ABZ', schemeVersion: null } };

  test('UBL: tender, object and supporting documents do not mix', () => {
    const invoice = ubl(
      `<cac:OriginatorDocumentReference><cbc:ID>LOS-2</cbc:ID></cac:OriginatorDocumentReference>${object}
       <cac:AdditionalDocumentReference><cbc:ID>Aufmaß</cbc:ID></cac:AdditionalDocumentReference>`,
    );
    expect(invoice).toMatchObject(expected);
    expect(invoice.supportingDocuments.map(({ reference }) => reference)).toEqual(['Aufmaß']);
  });

  test('UBL: a file that hangs at the object or the project is not lost', () => {
    const file =
      '<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="zaehler.csv">MQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>';
    const withFile = object.replace('</cac:Add', `${file}</cac:Add`);
    expect(ubl(withFile)).toMatchObject({
      invoicedObject: expected.invoicedObject,
      supportingDocuments: [{ reference: 'Z-17', attachment: { filename: 'zaehler.csv' } }],
    });
    expect(creditNote(withFile.replace('130', '50'))).toMatchObject({
      projectReference: 'Z-17',
      supportingDocuments: [{ attachment: { filename: 'zaehler.csv' } }],
    });
  });

  test('CreditNote: the project stands among the documents', () => {
    const invoice = creditNote(
      `${object}<cac:AdditionalDocumentReference><cbc:ID>Kanal 3</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
       <cac:PaymentMeans><cbc:PaymentDueDate>2026-12-01</cbc:PaymentDueDate></cac:PaymentMeans>`,
    );
    expect(invoice).toMatchObject({
      projectReference: 'Kanal 3',
      supportingDocuments: [],
      dueDate: { iso: '2026-12-01' },
    });
  });

  test('CII', () => {
    const document = (id: string, type: string, more = '') =>
      `<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>${id}</ram:IssuerAssignedID><ram:TypeCode>${type}</ram:TypeCode>${more}</ram:AdditionalReferencedDocument>`;
    const invoice = agreement(
      document('LOS-2', '50') +
        document('Z-17', '130', '<ram:ReferenceTypeCode>ABZ</ram:ReferenceTypeCode>') +
        document('Aufmaß', '916', '<ram:Name>Blatt 1</ram:Name>'),
    );
    expect(invoice).toMatchObject({
      ...expected,
      supportingDocuments: [{ reference: 'Aufmaß', description: 'Blatt 1' }],
    });
  });

  test('several preceding invoices', () => {
    const reference = (id: string) =>
      `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${id}</cbc:ID><cbc:IssueDate>2026-01-02</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>`;
    expect(ubl(reference('A') + reference('B')).precedingInvoices).toMatchObject([
      { number: 'A', issueDate: { iso: '2026-01-02' } },
      { number: 'B' },
    ]);
    expect(
      settlement(
        `<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>A</ram:IssuerAssignedID><ram:FormattedIssueDateTime><qdt:DateTimeString format="102">20260102</qdt:DateTimeString></ram:FormattedIssueDateTime></ram:InvoiceReferencedDocument>`,
      ).precedingInvoices,
    ).toMatchObject([{ number: 'A', issueDate: { iso: '2026-01-02', format: '102' } }]);
  });
});

describe('parties', () => {
  test('UBL: ids, registrations, legal form; the creditor identifier is no id', () => {
    const invoice = ubl(
      `<cac:AccountingSupplierParty><cac:Party>
        <cac:PartyIdentification><cbc:ID schemeID="0088">4000001</cbc:ID></cac:PartyIdentification>
        <cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification>
        <cac:PostalAddress><cbc:StreetName>A</cbc:StreetName><cbc:AdditionalStreetName>B</cbc:AdditionalStreetName>
          <cbc:CountrySubentity>NW</cbc:CountrySubentity><cac:AddressLine><cbc:Line>C</cbc:Line></cac:AddressLine></cac:PostalAddress>
        <cac:PartyTaxScheme><cbc:CompanyID>337/1</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
        <cac:PartyTaxScheme><cbc:CompanyID>DE1</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
        <cac:PartyLegalEntity><cbc:CompanyID schemeID="0002">HRB 1</cbc:CompanyID><cbc:CompanyLegalForm>Sitz: X</cbc:CompanyLegalForm></cac:PartyLegalEntity>
      </cac:Party></cac:AccountingSupplierParty>
      <cac:PaymentMeans><cbc:PaymentMeansCode name="Lastschrift">59</cbc:PaymentMeansCode><cac:PaymentMandate><cbc:ID>M-1</cbc:ID>
        <cac:PayerFinancialAccount><cbc:ID>DE02120300000000202051</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate></cac:PaymentMeans>`,
    );
    expect(invoice.seller).toMatchObject({
      ids: [{ value: '4000001', scheme: '0088' }],
      legalId: { value: 'HRB 1', scheme: '0002' },
      legalInformation: 'Sitz: X',
      vatId: 'DE1',
      taxNumber: '337/1',
      taxRegistrations: [
        { value: '337/1', scheme: 'FC' },
        { value: 'DE1', scheme: 'VAT' },
      ],
      address: { line1: 'A', line2: 'B', line3: 'C', subdivision: 'NW', country: null },
    });
    const debit = {
      mandateReference: 'M-1',
      creditorId: 'DE98ZZZ09999999999',
      debitedAccount: 'DE02120300000000202051',
    };
    expect(invoice.directDebit).toMatchObject(debit);
    expect(invoice.paymentMeans).toMatchObject([
      { typeCode: '59', text: 'Lastschrift', accounts: [], directDebit: debit },
    ]);
  });

  test('CII: global ids, trading name, department, tax representative, payee, place of delivery', () => {
    const invoice = cii(
      `<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:ID>K-1</ram:ID><ram:GlobalID schemeID="0088">4000001</ram:GlobalID>
         <ram:Description>Sitz: X</ram:Description>
         <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">HRB 1</ram:ID><ram:TradingBusinessName>Amsel</ram:TradingBusinessName></ram:SpecifiedLegalOrganization>
         <ram:DefinedTradeContact><ram:DepartmentName>Vertrieb</ram:DepartmentName></ram:DefinedTradeContact>
         <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">337/1</ram:ID></ram:SpecifiedTaxRegistration>
       </ram:SellerTradeParty>
       <ram:SellerTaxRepresentativeTradeParty><ram:Name>Vertreter</ram:Name><ram:PostalTradeAddress><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
         <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE2</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTaxRepresentativeTradeParty>
       </ram:ApplicableHeaderTradeAgreement>
       <ram:ApplicableHeaderTradeDelivery><ram:ShipToTradeParty><ram:GlobalID schemeID="0088">42</ram:GlobalID><ram:Name>Bauhof</ram:Name>
         <ram:PostalTradeAddress><ram:CityName>Y</ram:CityName></ram:PostalTradeAddress></ram:ShipToTradeParty></ram:ApplicableHeaderTradeDelivery>
       <ram:ApplicableHeaderTradeSettlement><ram:PayeeTradeParty><ram:ID>P</ram:ID><ram:Name>Factoring</ram:Name>
         <ram:SpecifiedLegalOrganization><ram:ID>HRB 2</ram:ID></ram:SpecifiedLegalOrganization></ram:PayeeTradeParty></ram:ApplicableHeaderTradeSettlement>`,
    );
    expect(invoice).toMatchObject({
      seller: {
        ids: [
          { value: 'K-1', scheme: null },
          { value: '4000001', scheme: '0088' },
        ],
        tradingName: 'Amsel',
        legalId: { value: 'HRB 1', scheme: '0002' },
        legalInformation: 'Sitz: X',
        contact: { name: 'Vertrieb', phone: null },
        vatId: null,
        taxNumber: '337/1',
      },
      taxRepresentative: { name: 'Vertreter', vatId: 'DE2', address: { country: 'DE' } },
      delivery: { name: 'Bauhof', locationId: { value: '42', scheme: '0088' }, address: { city: 'Y' }, date: null },
      payee: { name: 'Factoring', ids: [{ value: 'P' }], legalId: { value: 'HRB 2' } },
    });
  });

  test('CII: an empty delivery group is no delivery', () => {
    expect(cii('<ram:ApplicableHeaderTradeDelivery/>').delivery).toBeNull();
  });
});

describe('payment', () => {
  test('CII: several accounts are several entries, cards and debits their own', () => {
    const invoice = settlement(
      `<ram:CreditorReferenceID>DE98ZZZ09999999999</ram:CreditorReferenceID><ram:PaymentReference>RE 1</ram:PaymentReference>
       <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:Information>SEPA</ram:Information>
         <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE1</ram:IBANID><ram:AccountName>A</ram:AccountName></ram:PayeePartyCreditorFinancialAccount>
         <ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>BIC1</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution></ram:SpecifiedTradeSettlementPaymentMeans>
       <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode>
         <ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>4711</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
       <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>54</ram:TypeCode>
         <ram:ApplicableTradeSettlementFinancialCard><ram:ID>1234</ram:ID><ram:CardholderName>H</ram:CardholderName></ram:ApplicableTradeSettlementFinancialCard></ram:SpecifiedTradeSettlementPaymentMeans>
       <ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage
</ram:Description><ram:DirectDebitMandateID>M-1</ram:DirectDebitMandateID></ram:SpecifiedTradePaymentTerms>`,
    );
    expect(invoice.paymentMeans).toMatchObject([
      {
        typeCode: '58',
        text: 'SEPA',
        remittanceInformation: 'RE 1',
        accounts: [{ accountId: 'DE1', kind: 'iban', accountName: 'A', bic: 'BIC1' }],
      },
      { typeCode: '30', accounts: [{ accountId: '4711', kind: 'proprietary', bic: null }] },
      { typeCode: '54', accounts: [], card: { number: '1234', holder: 'H' }, directDebit: null },
    ]);
    expect(invoice.directDebit).toMatchObject({
      mandateReference: 'M-1',
      creditorId: 'DE98ZZZ09999999999',
      debitedAccount: null,
    });
    expect(invoice.paymentTerms).toBe('30 Tage\n');
  });

  test('VAT totals in two currencies keep apart, whatever their order', () => {
    const total = (currency: string, value: string) =>
      `<cac:TaxTotal><cbc:TaxAmount currencyID="${currency}">${value}</cbc:TaxAmount></cac:TaxTotal>`;
    const invoice = ubl(
      `<cbc:DocumentCurrencyCode>CHF</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>
       ${total('EUR', '18')}${total('CHF', '19')}<cac:LegalMonetaryTotal/>`,
    );
    expect(invoice.totals).toMatchObject({ vat: { raw: '19' }, vatInTaxCurrency: { raw: '18' } });
    expect(invoice.vatTotals.map(({ amount }) => amount?.currency)).toEqual(['EUR', 'CHF']);
  });

  test('payments by third parties (Extension)', () => {
    const invoice = ubl(
      `<cac:PrepaidPayment><cbc:ID>Pfand</cbc:ID><cbc:PaidAmount currencyID="EUR">-5.00</cbc:PaidAmount><cbc:InstructionID>Kästen</cbc:InstructionID></cac:PrepaidPayment>`,
    );
    expect(invoice.thirdPartyPayments).toMatchObject([
      { type: 'Pfand', amount: { raw: '-5.00', currency: 'EUR' }, description: 'Kästen' },
    ]);
  });
});

describe('lines', () => {
  test('UBL: object, price with allowance, classifications, attributes, sub lines of any depth', () => {
    const sub = (id: string, inner = '') =>
      `<cac:SubInvoiceLine><cbc:ID>${id}</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">1.00</cbc:LineExtensionAmount>${inner}</cac:SubInvoiceLine>`;
    const invoice = ubl(
      `<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note>Notiz</cbc:Note><cac:InvoicePeriod><cbc:StartDate>2026-01-01</cbc:StartDate></cac:InvoicePeriod>
         <cac:DocumentReference><cbc:ID schemeID="AWV">Zähler 7</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>
         <cac:AllowanceCharge><cbc:ChargeIndicator>1</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode><cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric><cbc:Amount currencyID="EUR">0.50</cbc:Amount><cbc:BaseAmount currencyID="EUR">10</cbc:BaseAmount></cac:AllowanceCharge>
         <cac:Item><cbc:Description>Text</cbc:Description><cbc:Name>Wagen</cbc:Name>
           <cac:BuyersItemIdentification><cbc:ID>B</cbc:ID></cac:BuyersItemIdentification><cac:SellersItemIdentification><cbc:ID>S</cbc:ID></cac:SellersItemIdentification>
           <cac:StandardItemIdentification><cbc:ID schemeID="0160">04012345</cbc:ID></cac:StandardItemIdentification>
           <cac:OriginCountry><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:OriginCountry>
           <cac:CommodityClassification><cbc:ItemClassificationCode listID="CVD" listVersionID="1">M1</cbc:ItemClassificationCode></cac:CommodityClassification>
           <cac:AdditionalItemProperty><cbc:Name>cva</cbc:Name><cbc:Value>clean</cbc:Value></cac:AdditionalItemProperty></cac:Item>
         <cac:Price><cbc:PriceAmount currencyID="EUR">9</cbc:PriceAmount><cbc:BaseQuantity unitCode="C62">1</cbc:BaseQuantity>
           <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">1</cbc:Amount><cbc:BaseAmount currencyID="EUR">10</cbc:BaseAmount></cac:AllowanceCharge></cac:Price>
         ${sub('1.1', sub('1.1.1'))}${sub('1.2')}</cac:InvoiceLine>`,
    );
    expect(invoice.lines).toMatchObject([
      {
        note: 'Notiz',
        period: { start: { iso: '2026-01-01' }, end: null },
        objectId: { value: 'Zähler 7', scheme: 'AWV' },
        allowances: [],
        charges: [
          {
            reasonCode: 'FC',
            reason: null,
            percentage: { raw: '5' },
            amount: { raw: '0.50' },
            baseAmount: { raw: '10' },
            vat: null,
          },
        ],
        item: {
          description: 'Text',
          buyerId: 'B',
          sellerId: 'S',
          standardId: { value: '04012345', scheme: '0160' },
          originCountry: 'FR',
          classifications: [{ value: 'M1', scheme: 'CVD', schemeVersion: '1' }],
          attributes: [{ name: 'cva', value: 'clean' }],
        },
        price: {
          net: { raw: '9' },
          discount: { raw: '1' },
          gross: { raw: '10' },
          baseQuantity: { raw: '1', unit: 'C62' },
        },
        subLines: [{ id: '1.1', subLines: [{ id: '1.1.1', subLines: [] }] }, { id: '1.2' }],
      },
    ]);
  });

  test('CII: the base quantity may stand beside the gross price', () => {
    const invoice = ciiLine(
      `<ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID><ram:ParentLineID>0</ram:ParentLineID><ram:LineStatusReasonCode>DETAIL</ram:LineStatusReasonCode>
         <ram:IncludedNote><ram:Content>Notiz</ram:Content></ram:IncludedNote></ram:AssociatedDocumentLineDocument>
       <ram:SpecifiedTradeProduct><ram:GlobalID schemeID="0160">04012345</ram:GlobalID><ram:SellerAssignedID>S</ram:SellerAssignedID><ram:BuyerAssignedID>B</ram:BuyerAssignedID>
         <ram:ApplicableProductCharacteristic><ram:Description>cva</ram:Description><ram:Value>clean</ram:Value></ram:ApplicableProductCharacteristic>
         <ram:DesignatedProductClassification><ram:ClassCode listID="CVD">M1</ram:ClassCode></ram:DesignatedProductClassification>
         <ram:OriginTradeCountry><ram:ID>FR</ram:ID></ram:OriginTradeCountry></ram:SpecifiedTradeProduct>
       <ram:SpecifiedLineTradeAgreement><ram:GrossPriceProductTradePrice><ram:ChargeAmount>10</ram:ChargeAmount><ram:BasisQuantity unitCode="C62">100</ram:BasisQuantity>
         <ram:AppliedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>1</ram:ActualAmount></ram:AppliedTradeAllowanceCharge></ram:GrossPriceProductTradePrice>
         <ram:NetPriceProductTradePrice><ram:ChargeAmount>9</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
       <ram:SpecifiedLineTradeSettlement><ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Zähler 7</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>AWV</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument></ram:SpecifiedLineTradeSettlement>`,
    );
    expect(invoice.lines).toMatchObject([
      {
        id: '1',
        parentLineId: '0',
        lineKind: 'DETAIL',
        note: 'Notiz',
        objectId: { value: 'Zähler 7', scheme: 'AWV' },
        item: {
          standardId: { value: '04012345', scheme: '0160' },
          sellerId: 'S',
          buyerId: 'B',
          attributes: [{ name: 'cva', value: 'clean' }],
          classifications: [{ value: 'M1', scheme: 'CVD' }],
          originCountry: 'FR',
        },
        price: {
          net: { raw: '9' },
          gross: { raw: '10' },
          discount: { raw: '1' },
          baseQuantity: { raw: '100' },
          grossBaseQuantity: { raw: '100' },
        },
      },
    ]);
  });

  test('an allowance without a readable sign is neither added nor taken off', () => {
    const invoice = ubl(
      '<cac:AllowanceCharge><cbc:ChargeIndicator>no</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">1</cbc:Amount></cac:AllowanceCharge>',
    );
    expect([invoice.allowances, invoice.charges]).toEqual([[], []]);
  });
});

describe('ZUGFeRD 1.0', () => {
  test('its content is read from its own vocabulary', () => {
    const invoice = read(`<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0"
      xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12"
      xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15">
      <rsm:SpecifiedExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:ferd:CrossIndustryDocument:invoice:1p0:comfort</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:SpecifiedExchangedDocumentContext>
      <rsm:HeaderExchangedDocument><ram:ID>R-1</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20130305</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
      <rsm:SpecifiedSupplyChainTradeTransaction>
        <ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty><ram:Name>Amsel</ram:Name></ram:SellerTradeParty>
          <ram:BuyerOrderReferencedDocument><ram:ID>B-1</ram:ID></ram:BuyerOrderReferencedDocument></ram:ApplicableSupplyChainTradeAgreement>
        <ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
          <ram:ApplicableTradeTax><ram:CalculatedAmount currencyID="EUR">1.90</ram:CalculatedAmount><ram:BasisAmount currencyID="EUR">10.00</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:ApplicablePercent>19.00</ram:ApplicablePercent></ram:ApplicableTradeTax>
          <ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">10.00</ram:LineTotalAmount><ram:TaxTotalAmount currencyID="EUR">1.90</ram:TaxTotalAmount><ram:GrandTotalAmount currencyID="EUR">11.90</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
        </ram:ApplicableSupplyChainTradeSettlement>
        <ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
          <ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">10.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement>
          <ram:SpecifiedTradeProduct><ram:Name>Papier</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
      </rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`);
    expect(invoice).toMatchObject({
      syntax: 'zugferd-1.0',
      specificationId: 'urn:ferd:CrossIndustryDocument:invoice:1p0:comfort',
      number: 'R-1',
      issueDate: { iso: '2013-03-05' },
      purchaseOrderReference: 'B-1',
      seller: { name: 'Amsel' },
      vatBreakdown: [{ rate: { raw: '19.00' }, taxAmount: { raw: '1.90' } }],
      totals: { vat: { raw: '1.90' }, gross: { raw: '11.90' } },
      lines: [{ id: '1', netAmount: { raw: '10.00' }, item: { name: 'Papier' } }],
    });
  });
});
