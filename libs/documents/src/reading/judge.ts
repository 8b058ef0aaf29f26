import { checkEInvoice, type CheckResult, type EInvoiceReading, type Finding, type Schemas } from '@lib/einvoice';
import type { LegalClass, ReadDecision, ReadFinding } from './read-file.js';

/** What the checks say about a record. */
export interface Judgement {
  decision: ReadDecision;
  legalClass: LegalClass;
  edition: string | null;
  findings: ReadFinding[];
}

/** On what a record is checked. */
export interface CheckSettings {
  /** Date of receipt (YYYY-MM-DD): it chooses the release of the rules. */
  receivedOn: string;
  /** The official schemas, where a folder is configured. */
  schemas: Schemas | null;
}

/** Profiles of ZUGFeRD and Factur-X without lines: no invoices in the sense of § 14 UStG. */
const WITHOUT_LINES = /^urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):(?:minimum|basicwl)$/i;
/** Findings of the form: with one of these the file is no E-Rechnung (Formatfehler, BMF of 15 October 2025). */
const FORM = new Set(['FZ-FORM', 'FZ-SCHEMA', 'FZ-STOPPED']);

/**
 * Checks form, official rules and the house's own rules of a record, and says what the file is in law.
 * @param inPdf whether the record is embedded: then the pages remain an invoice of the other sort
 */
export function judge(reading: EInvoiceReading, bytes: Uint8Array, inPdf: boolean, settings: CheckSettings): Judgement {
  const check = checkEInvoice(reading, { ...settings, bytes });
  return {
    decision: check.decision,
    legalClass: legalClassOf(reading, check, inPdf),
    edition: check.edition?.id ?? null,
    findings: check.findings.map(findingOf),
  };
}

function legalClassOf(reading: EInvoiceReading, check: CheckResult, inPdf: boolean): LegalClass {
  switch (reading.outcome) {
    case 'refused':
      return 'unclear';
    case 'not-well-formed':
    case 'unknown':
      return inPdf ? 'sonstige-rechnung' : 'not-an-invoice-file';
    case 'read': {
      const otherSort =
        reading.syntax === 'zugferd-1.0' ||
        WITHOUT_LINES.test(reading.invoice.specificationId?.trim() ?? '') ||
        check.findings.some(({ id, level }) => level === 'error' && FORM.has(id));
      return otherSort ? 'sonstige-rechnung' : 'e-rechnung';
    }
  }
}

function findingOf(finding: Finding): ReadFinding {
  const { id, level, message, hint, terms, path, line, invoiceLine, further, ruleSet } = finding;
  return {
    id,
    severity: level,
    message:
      further === 0
        ? message
        : { de: `${message.de} (und ${further} weitere Stellen)`, en: `${message.en} (and ${further} more places)` },
    hint,
    terms: [...terms],
    where: path ?? (line === null ? null : `line ${line}`),
    invoiceLine,
    official: ruleSet !== null,
  };
}
