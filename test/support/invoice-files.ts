import { createHash } from 'node:crypto';

/** What a small invented invoice says; everything has a default. */
export interface InvoiceWish {
  number?: string;
  issueDate?: string;
  typeCode?: '380' | '381' | '384' | '877';
  /** BT-10 */
  buyerReference?: string | null;
  buyerName?: string;
  buyerEndpoint?: { scheme: string; value: string };
  buyerVatId?: string;
  sellerName?: string;
  /** BT-31; null: none. */
  vatId?: string | null;
  /** BT-32 */
  taxNumber?: string | null;
  iban?: string | null;
  net?: string;
  dueDate?: string;
  /** BT-25 */
  preceding?: string;
  itemName?: string;
  note?: string;
  /** A file inside (BT-125). */
  attachment?: { name: string; mime: string; bytes: Buffer };
}

const escape = (text: string): string =>
  text.replace(/[<>&"]/g, (one) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[one]!);
const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const euro = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

/** An IBAN with right check digits for an invented German account. */
export function ibanFor(account: string): string {
  const bban = `59990000${account.padStart(10, '0')}`;
  const check = 98n - (BigInt(`${bban}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${bban}`;
}

/** A Leitweg-ID with right check digits. */
export function leitwegIdFor(coarse: string, fine: string): string {
  const digits = [...`${coarse}${fine}`].map((one) => parseInt(one, 36)).join('');
  return `${coarse}-${fine}-${String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0')}`;
}

/** Another VAT id for each name, so that suppliers of a test are told apart. */
export const vatIdFor = (name: string): string =>
  `DE${String(parseInt(createHash('sha256').update(name).digest('hex').slice(0, 12), 16) % 1_000_000_000).padStart(9, '0')}`;

/** An XRechnung in UBL, of our own making: one line, 19 % VAT. */
export function invoiceXml(wish: InvoiceWish = {}): Buffer {
  const creditNote = wish.typeCode === '381';
  const root = creditNote ? 'CreditNote' : 'Invoice';
  const net = cents(wish.net ?? '100.00');
  const tax = (net * 19n + 50n) / 100n;
  const [netText, taxText, gross] = [euro(net), euro(tax), euro(net + tax)];
  const sellerName = wish.sellerName ?? 'Werkzeug Wieland GmbH';
  const vatId = wish.vatId === undefined ? vatIdFor(sellerName) : wish.vatId;
  const iban = wish.iban === undefined ? ibanFor('4711') : wish.iban;
  const reference = wish.buyerReference === undefined ? 'Bestellung 17' : wish.buyerReference;
  const { scheme, value } = wish.buyerEndpoint ?? { scheme: 'EM', value: 'eingang@niemand.example' };
  const taxScheme = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
  const category = `<cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>${taxScheme}`;
  const quantity = creditNote ? 'CreditedQuantity' : 'InvoicedQuantity';
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>${escape(wish.number ?? 'R-1')}</cbc:ID>
  <cbc:IssueDate>${wish.issueDate ?? '2026-03-02'}</cbc:IssueDate>
  ${creditNote ? '' : `<cbc:DueDate>${wish.dueDate ?? '2026-04-01'}</cbc:DueDate>`}
  <cbc:${creditNote ? 'CreditNote' : 'Invoice'}TypeCode>${wish.typeCode ?? '380'}</cbc:${creditNote ? 'CreditNote' : 'Invoice'}TypeCode>
  ${wish.note ? `<cbc:Note>${escape(wish.note)}</cbc:Note>` : ''}
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  ${reference === null ? '' : `<cbc:BuyerReference>${escape(reference)}</cbc:BuyerReference>`}
  ${wish.preceding ? `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${escape(wish.preceding)}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>` : ''}
  ${
    wish.attachment
      ? `<cac:AdditionalDocumentReference><cbc:ID>Anlage 1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="${wish.attachment.mime}" filename="${escape(wish.attachment.name)}">${wish.attachment.bytes.toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`
      : ''
  }
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="EM">rechnung@lieferant.example</cbc:EndpointID>
    <cac:PartyName><cbc:Name>${escape(sellerName)}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:StreetName>Amboss 3</cbc:StreetName><cbc:CityName>Hammerstadt</cbc:CityName><cbc:PostalZone>48990</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${vatId ? `<cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID>${taxScheme}</cac:PartyTaxScheme>` : ''}
    ${wish.taxNumber ? `<cac:PartyTaxScheme><cbc:CompanyID>${wish.taxNumber}</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>` : ''}
    <cac:PartyLegalEntity><cbc:RegistrationName>${escape(sellerName)}</cbc:RegistrationName><cbc:CompanyID>HRB 4711</cbc:CompanyID></cac:PartyLegalEntity>
    <cac:Contact><cbc:Name>Vertrieb</cbc:Name><cbc:Telephone>+49 2599 100</cbc:Telephone><cbc:ElectronicMail>vertrieb@lieferant.example</cbc:ElectronicMail></cac:Contact>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="${scheme}">${escape(value)}</cbc:EndpointID>
    <cac:PostalAddress><cbc:StreetName>Rathausplatz 1</cbc:StreetName><cbc:CityName>Ahlenbrück</cbc:CityName><cbc:PostalZone>48999</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${wish.buyerVatId ? `<cac:PartyTaxScheme><cbc:CompanyID>${wish.buyerVatId}</cbc:CompanyID>${taxScheme}</cac:PartyTaxScheme>` : ''}
    <cac:PartyLegalEntity><cbc:RegistrationName>${escape(wish.buyerName ?? 'Niemandes Rathaus')}</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  ${iban === null ? '' : `<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`}
  <cac:PaymentTerms><cbc:Note>Zahlbar ohne Abzug</cbc:Note></cac:PaymentTerms>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${taxText}</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">${netText}</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">${taxText}</cbc:TaxAmount><cac:TaxCategory>${category}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">${netText}</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">${netText}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">${gross}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">${gross}</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:${root}Line><cbc:ID>1</cbc:ID><cbc:${quantity} unitCode="C62">1</cbc:${quantity}><cbc:LineExtensionAmount currencyID="EUR">${netText}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${escape(wish.itemName ?? 'Streusalz, Big Bag')}</cbc:Name><cac:ClassifiedTaxCategory>${category}</cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">${netText}</cbc:PriceAmount></cac:Price></cac:${root}Line>
</${root}>
`);
}

/** A mail with files. */
export function mail(
  files: { name: string; mime: string; bytes: Buffer }[],
  wish: { to?: string; from?: string; subject?: string } = {},
): Buffer {
  const boundary = 'grenze-4711';
  const parts = files.map(
    ({ name, mime, bytes }) =>
      `--${boundary}\r\nContent-Type: ${mime}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
  );
  return Buffer.from(
    `From: Lieferant <${wish.from ?? 'versand@lieferant.example'}>\r\nTo: <${wish.to ?? 'eingang@niemand.example'}>\r\n` +
      `Subject: ${wish.subject ?? 'Ihre Rechnung'}\r\nDate: Mon, 02 Mar 2026 08:15:00 +0100\r\nMessage-ID: <4711@lieferant.example>\r\n` +
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n` +
      `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAnbei unsere Rechnung.\r\n${parts.join('')}--${boundary}--\r\n`,
  );
}

/** A PDF of one page that says something, without any record; written by hand, so nothing else is in it. */
export function plainPdf(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -16 Td`).join('\n');
  const stream = `BT /F1 12 Tf 60 780 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = Buffer.byteLength(pdf, 'latin1');
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = Buffer.byteLength(pdf, 'latin1');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
