export * from './decimal-text.js';
export * from './model.js';
export { NAMESPACES, XmlElement, tagOf, trimXml } from './xml/xml-element.js';
export { cleanFileName, hiddenCharacters, showText, stripHidden } from './container/clean-text.js';
export {
  FILE_FINDINGS,
  fileFinding,
  type FileFinding,
  type FileFindingId,
  type Message,
} from './container/file-finding.js';
export { type FileKind, fileKindOf, KIND_NAMES, wrongExtension } from './container/file-kind.js';
export { type EInvoiceReading, invoiceOf, readEInvoice, syntaxOf } from './read-einvoice.js';
export { XML_LIMITS, type XmlLimits, type XmlReading, readXml } from './xml/read-xml.js';
export type { XmlFault } from './xml/xml-fault.js';
export { writeCii } from './cii/write-cii.js';
export { writeUbl } from './ubl/write-ubl.js';
export { UnwritableText } from './xml/write-xml.js';
export { checkStructure } from './structure/check-structure.js';
export { loadSchemas, type Schemas, type SchemaVerdict } from './schemas.js';
