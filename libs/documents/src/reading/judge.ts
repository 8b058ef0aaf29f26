import {
  checkIban,
  checkTotals,
  type EInvoiceReading,
  type Invoice,
  parseLeitwegId,
  type Schemas,
  showText,
} from '@lib/einvoice';
import type { LegalClass, ReadDecision, ReadFinding } from './read-file.js';

/** What the checks say about a record that could be read. */
export interface Judgement {
  decision: ReadDecision;
  legalClass: LegalClass;
  edition: string | null;
  findings: ReadFinding[];
}

type Read = Extract<EInvoiceReading, { outcome: 'read' }>;

/** More findings of one kind tell nobody more. */
const MOST = 100;

/** Checks structure, schemas where there are some, rules, and what rules do not look at. */
export function judge(reading: Read, bytes: Uint8Array, schemas: Schemas | null): Judgement {
  const findings: ReadFinding[] = reading.structure.slice(0, MOST).map((fault) => ({
    id: `FZ-STRUCTURE-${fault.code.toUpperCase()}`,
    severity: 'error',
    message: fault.message,
    terms: [],
    where: fault.path,
    official: fault.level === 'schema',
  }));
  const verdict = schemas?.validate(bytes, reading.syntax) ?? null;
  if (verdict && !verdict.valid) findings.push(...verdict.faults.slice(0, MOST).map(schemaFinding));
  const formFault = reading.structure.some(({ level }) => level === 'schema') || verdict?.valid === false;
  findings.push(...ownFindings(reading.invoice));
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

function schemaFinding({ line, message }: { line: number; message: string }): ReadFinding {
  const words = showText(message).slice(0, 400);
  return {
    id: 'XSD',
    severity: 'error',
    message: {
      de: `Das amtliche Schema weist Zeile ${line} zurück: ${words}`,
      en: `The official schema refuses line ${line}: ${words}`,
    },
    terms: [],
    where: `line ${line}`,
    official: true,
  };
}

/** What no official rule looks at: sums to the cent, check digits of the account and of the Leitweg-ID. */
function ownFindings(invoice: Invoice): ReadFinding[] {
  const own = (id: string, term: string, message: ReadFinding['message'], where: string | null): ReadFinding => ({
    id,
    severity: 'warning',
    message,
    terms: [term],
    where,
    official: false,
  });
  const findings = checkTotals(invoice)
    .differences.slice(0, MOST)
    .map((one) => own('FZ-TOTALS', one.term, one.message, one.path));
  for (const { accountId, kind, source } of invoice.paymentMeans.flatMap(({ accounts }) => accounts).slice(0, MOST)) {
    // UBL does not tell IBANs from other account numbers: only what begins like one is taken for one.
    if (!accountId || kind === 'proprietary' || !/^\s*[A-Za-z]{2}\s*\d/.test(accountId)) continue;
    const check = checkIban(accountId);
    if (!check.valid) findings.push(own('FZ-IBAN', 'BT-84', check.message, source?.path ?? null));
  }
  const leitwegId = parseLeitwegId(invoice.buyerReference);
  if (leitwegId.isLeitwegId && !leitwegId.valid)
    findings.push(own('FZ-LEITWEG-ID', 'BT-10', leitwegId.explanation, null));
  return findings;
}
