import type { EInvoiceReading } from '@lib/einvoice';
import type { LegalClass, ReadDecision, ReadFinding } from './read-file.js';

/** What the checks say about a record that could be read. */
export interface Judgement {
  decision: ReadDecision;
  legalClass: LegalClass;
  edition: string | null;
  findings: ReadFinding[];
}

type Read = Extract<EInvoiceReading, { outcome: 'read' }>;

/** Checks structure and rules of a record. */
export async function judge(reading: Read, _bytes: Uint8Array): Promise<Judgement> {
  const findings: ReadFinding[] = reading.structure.map((fault) => ({
    id: `FZ-STRUCTURE-${fault.code.toUpperCase()}`,
    severity: 'error',
    message: fault.message,
    terms: [],
    where: fault.path,
    official: fault.level === 'schema',
  }));
  const formFault = reading.structure.some(({ level }) => level === 'schema');
  if (reading.syntax === 'zugferd-1.0') {
    return { decision: 'not-en16931', legalClass: 'sonstige-rechnung', edition: null, findings };
  }
  return {
    decision: formFault ? 'reject' : 'no-scenario',
    legalClass: formFault ? 'sonstige-rechnung' : 'unclear',
    edition: null,
    findings,
  };
}
