import { readCii, readZugferd1 } from './cii/read-cii.js';
import type { Invoice, StructuralFault, Syntax } from './model.js';
import { checkStructure } from './structure/check-structure.js';
import { readUbl } from './ubl/read-ubl.js';
import { readXml, type XmlLimits } from './xml/read-xml.js';
import type { XmlElement } from './xml/xml-element.js';
import { type XmlFault, xmlFault } from './xml/xml-fault.js';

/** What became of a file that should be an electronic invoice. */
export type EInvoiceReading =
  | {
      outcome: 'read';
      syntax: Syntax;
      /** The encoding that the bytes were read in. */
      encoding: string;
      root: XmlElement;
      invoice: Invoice;
      /** Faults of form; those with `level` `schema` make the file a Formatfehler. */
      structure: StructuralFault[];
    }
  /** Not touched: document type declaration, size, depth, encoding. */
  | { outcome: 'refused'; fault: XmlFault }
  | { outcome: 'not-well-formed'; fault: XmlFault }
  /** Good XML (or HTML) that is no invoice we know. */
  | { outcome: 'unknown'; root: XmlElement | null; fault: XmlFault };

const SYNTAX: Record<string, Syntax> = {
  'ubl:Invoice': 'ubl-invoice',
  'cn:CreditNote': 'ubl-creditnote',
  'rsm:CrossIndustryInvoice': 'cii',
  'rsm1:CrossIndustryDocument': 'zugferd-1.0',
};

/** The syntax that a root element names, or null. */
export function syntaxOf(root: XmlElement): Syntax | null {
  return SYNTAX[root.tag] ?? null;
}

/**
 * Reads an electronic invoice: UBL 2.1 Invoice and CreditNote, CII D16B, ZUGFeRD 1.0. Nothing is guessed: what cannot
 * be read stays null and is named among the structural faults with its path and text.
 *
 * @param bytes the XML file as received (for PDF and mail see the containers)
 */
export function readEInvoice(bytes: Uint8Array, limits?: XmlLimits): EInvoiceReading {
  const reading = readXml(bytes, limits);
  if (reading.outcome !== 'read') {
    return reading.fault.code === 'html' ? { outcome: 'unknown', root: null, fault: reading.fault } : reading;
  }
  const { root, encoding } = reading;
  const syntax = syntaxOf(root);
  if (syntax === null) return { outcome: 'unknown', root, fault: unknownRoot(root) };
  const invoice = invoiceOf(root, syntax);
  return { outcome: 'read', syntax, encoding, root, invoice, structure: checkStructure(root, syntax) };
}

/** The semantic model of a document whose syntax is known, without any check. */
export function invoiceOf(root: XmlElement, syntax: Syntax): Invoice {
  switch (syntax) {
    case 'ubl-invoice':
    case 'ubl-creditnote':
      return readUbl(root);
    case 'cii':
      return readCii(root);
    case 'zugferd-1.0':
      return readZugferd1(root);
  }
}

function unknownRoot(root: XmlElement): XmlFault {
  const name = root.name.slice(0, 80);
  return xmlFault(
    'unknown-document',
    {
      de: `Die Datei ist keine elektronische Rechnung, die wir kennen: Ihr Wurzelelement heißt „${name}“${root.namespace === '' ? '' : ` (Namensraum ${root.namespace.slice(0, 120)})`}.`,
      en: `The file is no electronic invoice that we know: its root element is "${name}"${root.namespace === '' ? '' : ` (namespace ${root.namespace.slice(0, 120)})`}.`,
    },
    { line: root.line, column: root.column, path: root.path },
  );
}
