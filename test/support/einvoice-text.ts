import { Decimal } from 'decimal.js';

/** A line of a generated invoice; amounts follow from it. */
export interface UblLine {
  quantity: string;
  price: string;
  /** Quantity that the price is for. */
  base?: string | undefined;
  rate: string;
  allowance?: string | undefined;
}

type Change = (value: Decimal) => Decimal;

/** How a generated invoice deviates from what its lines lead to. */
export interface Deviations {
  totals?: Record<string, Change>;
  vat?: Change;
}

interface Computed extends UblLine {
  net: Decimal;
}

const HEAD = {
  ubl: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

function compute(line: UblLine): Computed {
  const gross = new Decimal(line.quantity).times(line.price).dividedBy(line.base ?? 1);
  return { ...line, net: gross.minus(line.allowance ?? 0).toDecimalPlaces(2, Decimal.ROUND_HALF_UP) };
}

function groupsOf(lines: Computed[]): { rate: string; base: Decimal; tax: Decimal }[] {
  const bases = new Map<string, { rate: string; base: Decimal }>();
  for (const { rate, net } of lines) {
    const key = new Decimal(rate).toString();
    bases.set(key, { rate: key, base: (bases.get(key)?.base ?? new Decimal(0)).plus(net) });
  }
  return [...bases.values()].map(({ rate, base }) => ({
    rate,
    base,
    tax: base.times(rate).dividedBy(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP),
  }));
}

const amount = (name: string, value: Decimal | string): string =>
  `<cbc:${name} currencyID="EUR">${typeof value === 'string' ? value : value.toFixed(2)}</cbc:${name}>`;
const scheme = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
const category = (rate: string): string => `<cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent>${scheme}`;
const unchanged: Change = (value) => value;

/** A UBL invoice whose sums follow from its lines, apart from the deviations asked for. */
export function ubl(input: UblLine[], { totals = {}, vat = unchanged }: Deviations = {}): string {
  const lines = input.map(compute);
  const groups = groupsOf(lines).map((group) => ({ ...group, tax: vat(group.tax) }));
  const sum = lines.reduce((total, { net }) => total.plus(net), new Decimal(0));
  const tax = groups.reduce((total, group) => total.plus(group.tax), new Decimal(0));
  const total = (name: string, value: Decimal): string => amount(name, (totals[name] ?? unchanged)(value));
  const party = (role: string, name: string): string =>
    `<cac:${role}><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:${role}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${HEAD.ubl}" xmlns:cac="${HEAD.cac}" xmlns:cbc="${HEAD.cbc}">
<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
${party('AccountingSupplierParty', 'Druckerei Amsel GmbH')}${party('AccountingCustomerParty', 'Gemeinde Brakenfeld')}
<cac:TaxTotal>${amount('TaxAmount', tax)}${groups
    .map(
      (group) =>
        `<cac:TaxSubtotal>${amount('TaxableAmount', group.base)}${amount('TaxAmount', group.tax)}<cac:TaxCategory>${category(group.rate)}</cac:TaxCategory></cac:TaxSubtotal>`,
    )
    .join('')}</cac:TaxTotal>
<cac:LegalMonetaryTotal>${total('LineExtensionAmount', sum)}${total('TaxExclusiveAmount', sum)}${total('TaxInclusiveAmount', sum.plus(tax))}${total('AllowanceTotalAmount', new Decimal(0))}${total('PayableAmount', sum.plus(tax))}</cac:LegalMonetaryTotal>
${lines
  .map(
    (line, index) => `<cac:InvoiceLine><cbc:ID>${index + 1}</cbc:ID>
<cbc:InvoicedQuantity unitCode="C62">${line.quantity}</cbc:InvoicedQuantity>${amount('LineExtensionAmount', line.net)}${
      line.allowance === undefined
        ? ''
        : `<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Rabatt</cbc:AllowanceChargeReason>${amount('Amount', line.allowance)}</cac:AllowanceCharge>`
    }<cac:Item><cbc:Description>Ein Satz, der die Ware beschreibt.</cbc:Description><cbc:Name>Ware ${index + 1}</cbc:Name><cac:ClassifiedTaxCategory>${category(line.rate)}</cac:ClassifiedTaxCategory></cac:Item><cac:Price>${amount('PriceAmount', line.price)}${
      line.base === undefined ? '' : `<cbc:BaseQuantity unitCode="C62">${line.base}</cbc:BaseQuantity>`
    }</cac:Price></cac:InvoiceLine>`,
  )
  .join('\n')}
</Invoice>`;
}

/** The same as a Cross Industry Invoice. */
export function cii(input: UblLine[]): string {
  const lines = input.map(compute);
  const groups = groupsOf(lines);
  const sum = lines.reduce((total, { net }) => total.plus(net), new Decimal(0));
  const tax = groups.reduce((total, group) => total.plus(group.tax), new Decimal(0));
  const value = (name: string, content: Decimal | string): string =>
    `<ram:${name}>${typeof content === 'string' ? content : content.toFixed(2)}</ram:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="${HEAD.rsm}" xmlns:ram="${HEAD.ram}" xmlns:udt="${HEAD.udt}">
<rsm:ExchangedDocumentContext/>
<rsm:ExchangedDocument>${value('ID', 'R-1')}${value('TypeCode', '380')}<ram:IssueDateTime><udt:DateTimeString format="102">20261102</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${lines
  .map(
    (line, index) => `<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument>${value('LineID', String(index + 1))}</ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct>${value('Name', `Ware ${index + 1}`)}</ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>${value('ChargeAmount', line.price)}</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${line.quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax>${value('TypeCode', 'VAT')}${value('CategoryCode', 'S')}${value('RateApplicablePercent', line.rate)}</ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation>${value('LineTotalAmount', line.net)}</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>`,
  )
  .join('\n')}
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>${value('Name', 'Druckerei Amsel GmbH')}</ram:SellerTradeParty><ram:BuyerTradeParty>${value('Name', 'Gemeinde Brakenfeld')}</ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement>${value('InvoiceCurrencyCode', 'EUR')}${groups
    .map(
      (group) =>
        `<ram:ApplicableTradeTax>${value('CalculatedAmount', group.tax)}${value('TypeCode', 'VAT')}${value('BasisAmount', group.base)}${value('CategoryCode', 'S')}${value('RateApplicablePercent', group.rate)}</ram:ApplicableTradeTax>`,
    )
    .join('')}
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>${value('LineTotalAmount', sum)}${value('TaxBasisTotalAmount', sum)}<ram:TaxTotalAmount currencyID="EUR">${tax.toFixed(2)}</ram:TaxTotalAmount>${value('GrandTotalAmount', sum.plus(tax))}${value('DuePayableAmount', sum.plus(tax))}</ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`;
}
