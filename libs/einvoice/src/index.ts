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
export type { Candidate, CandidateField } from './container/invoice-candidates.js';
export { invoiceCandidates, showsAmount } from './container/invoice-candidates.js';
export { imageFacts, type ImageFacts } from './container/image.js';
export { MAIL_LIMITS, type MailFacts, type MailPart } from './container/mail.js';
export { type OpenedFile, openFile, SIZE_LIMITS, tooLarge } from './container/open-file.js';
export type { OpenedPdf } from './container/pdf/open-pdf.js';
export type { EmbeddedFile, PdfFacts, XmpFacts } from './container/pdf/pdf-facts.js';
export { PdfUnreadable, renderPdfPage } from './container/pdf/pdf-pages.js';
export { contradicts, profileOf } from './container/pdf/profile.js';
export { invoiceFromPlain, invoiceToPlain, type PlainInvoice } from './container/plain-invoice.js';
export { announcedSyntax } from './container/text-head.js';
export { checkTotals, type Term, type TotalsCheck, type TotalsDifference } from './totals.js';
export {
  printSkonto,
  readSkonto,
  skontoAmount,
  skontoUntil,
  type Skonto,
  type SkontoStage,
  type SkontoSuggestion,
} from './skonto.js';
export { type LeitwegId, parseLeitwegId } from './leitweg-id.js';
export { checkIban, type IbanCheck, type IbanFault, ibanDigitsFit, normaliseIban } from './iban.js';
export { checkEInvoice, type CheckOptions, type CheckResult, type Decision, type Finding } from './check-invoice.js';
export { type Edition, EDITIONS, editionFor, type InvoiceSyntax, type Level } from './rules/editions.js';
export { RULE_SETS, type RuleSet } from './rules/rule-sets.js';
export { type Rule, type Severity } from './rules/rule.js';
export { nameOf as termName, named as termWithNumber } from './rules/terms.js';
export * as codeLists from './code-lists/index.js';
export { labelOf } from './code-lists/index.js';
