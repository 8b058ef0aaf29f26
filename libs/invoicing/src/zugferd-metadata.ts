/** ZUGFeRD names the embedded file so in the profile XRECHNUNG. */
export const EMBEDDED_NAME = 'xrechnung.xml';

const NAMESPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const PROPERTIES: Record<string, [value: string, meaning: string]> = {
  DocumentType: ['INVOICE', 'Kind of the embedded document'],
  DocumentFileName: [EMBEDDED_NAME, 'Name of the embedded XML file'],
  Version: ['3.0', 'Version of the specification that the XML file follows'],
  ConformanceLevel: ['XRECHNUNG', 'Profile of the XML file'],
};

/**
 * XMP that tells a reader of the PDF which invoice is inside. PDF/A allows properties of its own only where a schema describes
 * them in the same metadata (ISO 19005-3, 6.6.2.3).
 */
export function embeddedInvoiceXmp(): string {
  const values = Object.entries(PROPERTIES).map(([name, [value]]) => `<fx:${name}>${value}</fx:${name}>`);
  const described = Object.entries(PROPERTIES).map(
    ([name, [, meaning]]) => `<rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>${name}</pdfaProperty:name>
      <pdfaProperty:valueType>Text</pdfaProperty:valueType>
      <pdfaProperty:category>external</pdfaProperty:category>
      <pdfaProperty:description>${meaning}</pdfaProperty:description>
    </rdf:li>`,
  );
  return `<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}">${values.join('')}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>Embedded electronic invoice</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>fx</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}
