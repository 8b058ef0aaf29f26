import type { StructuralFault } from './model.js';
import type { EInvoiceReading } from './read-einvoice.js';
import type { Schemas, SchemaVerdict } from './schemas.js';
import type { XmlElement } from './xml/xml-element.js';
import type { XmlLimits } from './xml/read-xml.js';
import { checkIban } from './iban.js';
import { parseLeitwegId } from './leitweg-id.js';
import { type Edition, type InvoiceSyntax, type Level, editionFor } from './rules/editions.js';
import { InvoiceTree } from './rules/invoice-tree.js';
import { type Breach, type Run, lineNumberOf, runRules, unreadable } from './rules/run-rules.js';
import { ruleSet } from './rules/rule-sets.js';
import type { Severity } from './rules/rule.js';
import type { Words } from './rules/terms.js';
import { checkTotals } from './totals.js';

/**
 * What an automatic check says about a file. It is no duty: a municipality may book what was rejected here once a
 * person has decided so.
 */
export type Decision =
  | 'accept'
  /** The form or a rule is broken. */
  | 'reject'
  /** Perhaps a good invoice, but BT-24 is outdated or unknown: a person decides. */
  | 'no-scenario'
  /** ZUGFeRD 1.0: a sonstige Rechnung. */
  | 'not-en16931'
  /** Not touched: document type declaration, size, depth, encoding. */
  | 'reject-before-parsing'
  /** The time was up before anything was found. */
  | 'incomplete';

/** One thing that the check found. */
export interface Finding {
  /** The official id of a rule (`BR-CO-14`), or the house's own with `FZ-` in front. */
  id: string;
  /** What it counts for, after the official configuration for this kind of invoice. */
  level: Level;
  /** What the rule says of itself; null for the house's own findings. */
  severity: Severity | null;
  /** `en16931@1.3.16`; null for the house's own findings. */
  ruleSet: string | null;
  /** Business terms, the leading one first. */
  terms: readonly string[];
  message: Words;
  /** What to do about it; null where the message says enough. */
  hint: Words | null;
  /** Where in the file; null for the file as a whole. */
  path: string | null;
  line: number | null;
  column: number | null;
  /** BT-126 of the invoice line, where it is about one. */
  invoiceLine: string | null;
  /** How many more places the same finding has beside those listed. */
  further: number;
}

/** The verdict on a file. */
export interface CheckResult {
  decision: Decision;
  /** Null where no rule was asked. */
  edition: Edition | null;
  /** Errors first, then warnings, then information; within these in the order of the rules. */
  findings: Finding[];
  /** Ids of official rules that count as errors, sorted, each once. */
  errors: string[];
  /** The same for warnings. */
  warnings: string[];
  /** False where the time was up: what was not found may still be there. */
  complete: boolean;
  /** Milliseconds. */
  took: number;
}

export interface CheckOptions {
  /** Date of receipt (YYYY-MM-DD); chooses the release of the rules. */
  receivedOn: string;
  /** The official schemas and the file's bytes, where there are schemas; else the house's own check of form decides. */
  schemas?: Schemas | null;
  bytes?: Uint8Array;
  limits?: XmlLimits;
  /** Milliseconds; the check ends then, whatever is left. */
  budget?: number;
  /** The clock, for tests. */
  now?: () => number;
}

/** A check that takes longer than this was not meant to end. */
const BUDGET = 5000;

/** As many of the house's own findings of one kind are listed. */
const MAX_OWN = 20;

/**
 * Checks an electronic invoice: form, official rules of the edition that BT-24 and the date of receipt choose, and the
 * house's own checks (exact arithmetic, Leitweg-ID, IBAN). Never throws for what is in the file.
 *
 * @param reading what `readEInvoice` said
 */
export function checkEInvoice(reading: EInvoiceReading, options: CheckOptions): CheckResult {
  const now = options.now ?? (() => performance.now());
  const start = now();
  const finish = (result: Omit<CheckResult, 'took' | 'errors' | 'warnings'>): CheckResult => ({
    ...result,
    findings: sorted(result.findings),
    errors: idsOf(result.findings, 'error'),
    warnings: idsOf(result.findings, 'warning'),
    took: now() - start,
  });

  if (reading.outcome !== 'read') {
    const decision = reading.outcome === 'refused' ? 'reject-before-parsing' : 'reject';
    return finish({ decision, edition: null, findings: [unread(reading)], complete: true });
  }
  if (reading.syntax === 'zugferd-1.0') {
    return finish({ decision: 'not-en16931', edition: null, findings: [ZUGFERD_1], complete: true });
  }

  const end = start + (options.budget ?? BUDGET);
  const isOver = (): boolean => now() > end;
  const { edition, known } = editionFor(
    specificationOf(reading.invoice.specificationId),
    reading.syntax,
    options.receivedOn,
  );
  const findings = formFindings(reading, options);
  const tree = new InvoiceTree(reading.root);
  let complete = true;
  for (const id of edition.ruleSets) {
    const run = runRules(ruleSet(id), tree, isOver);
    findings.push(...fromRun(run, edition, reading.syntax));
    complete &&= run.complete;
    if (!complete) break;
  }
  if (complete) findings.push(...ownFindings(reading));
  else findings.push(INCOMPLETE);
  if (!known) findings.push(noScenario(reading.invoice.specificationId, tree.root));
  else if (edition.standing === 'outdated') findings.push(outdated(edition, tree.root));

  return finish({ decision: decide(findings, edition, known, complete), edition, findings, complete });
}

function specificationOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function decide(findings: readonly Finding[], edition: Edition, known: boolean, complete: boolean): Decision {
  if (!known || edition.standing === 'outdated') return 'no-scenario';
  if (findings.some((finding) => finding.level === 'error')) return 'reject';
  return complete ? 'accept' : 'incomplete';
}

const ORDER: Record<Level, number> = { error: 0, warning: 1, information: 2 };

function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => ORDER[one.level] - ORDER[other.level]);
}

function idsOf(findings: readonly Finding[], level: Level): string[] {
  const ids = findings.filter((finding) => finding.level === level && finding.ruleSet !== null).map(({ id }) => id);
  return [...new Set(ids)].sort();
}

// ---- official rules

const LEVEL_OF: Record<Severity, Level> = { fatal: 'error', warning: 'warning', information: 'information' };

function fromRun(run: Run, edition: Edition, syntax: InvoiceSyntax): Finding[] {
  if (run.stopped !== null) {
    const words = unreadable(run.stopped);
    return [
      own('FZ-STOPPED', 'error', {
        message: {
          de: `Die Regeln von ${run.set.name} ließen sich nicht prüfen: ${words.de}`,
          en: `The rules of ${run.set.name} could not be checked: ${words.en}`,
        },
        at: run.stopped.element,
      }),
    ];
  }
  const levels = edition.levels[syntax] ?? {};
  return run.breaches.map((breach) => ({
    id: breach.rule.id,
    level: levels[breach.rule.id] ?? LEVEL_OF[breach.severity],
    severity: breach.severity,
    ruleSet: run.set.id,
    terms: breach.rule.terms,
    message: inLine(breach),
    hint: breach.rule.hint,
    ...placeOf(breach.at),
    further: breach.further,
  }));
}

function inLine(breach: Breach): Words {
  const line = lineNumberOf(breach.at);
  if (line === null) return breach.message;
  return line === ''
    ? { de: `Position ohne Nummer: ${breach.message.de}`, en: `Line without number: ${breach.message.en}` }
    : { de: `Position ${line}: ${breach.message.de}`, en: `Line ${line}: ${breach.message.en}` };
}

type Place = Pick<Finding, 'path' | 'line' | 'column' | 'invoiceLine'>;

/** Many findings stand at one element, and its path is dear where it has many siblings. */
const places = new WeakMap<XmlElement, Place>();

function placeOf(element: XmlElement): Place {
  let place = places.get(element);
  if (place === undefined) {
    const { line, column, path } = element;
    places.set(element, (place = { path, line, column, invoiceLine: lineNumberOf(element) }));
  }
  return place;
}

// ---- the house's own findings

const NOWHERE: Place = { path: null, line: null, column: null, invoiceLine: null };

interface Own {
  message: Words;
  hint?: Words | null;
  terms?: readonly string[];
  at?: XmlElement | null;
  place?: Place;
  further?: number;
}

function own(id: string, level: Level, what: Own): Finding {
  const place = what.place ?? (what.at ? placeOf(what.at) : NOWHERE);
  return {
    id,
    level,
    severity: null,
    ruleSet: null,
    terms: what.terms ?? [],
    message: what.message,
    hint: what.hint ?? null,
    ...place,
    further: what.further ?? 0,
  };
}

function unread(reading: Exclude<EInvoiceReading, { outcome: 'read' }>): Finding {
  const { fault } = reading;
  return own('FZ-UNREADABLE', 'error', {
    message: fault.message,
    place: { path: fault.path, line: fault.line, column: fault.column, invoiceLine: null },
  });
}

const ZUGFERD_1 = own('FZ-ZUGFERD-1', 'warning', {
  message: {
    de: 'Die Datei ist eine Rechnung nach ZUGFeRD 1.0. Sie folgt nicht der Norm EN 16931 und gilt als sonstige Rechnung.',
    en: 'The file is an invoice after ZUGFeRD 1.0. It does not follow EN 16931 and counts as another invoice.',
  },
  hint: {
    de: 'Angaben übernehmen und von Hand prüfen.',
    en: 'Take over what it says and check it by hand.',
  },
});

const INCOMPLETE = own('FZ-INCOMPLETE', 'warning', {
  message: {
    de: 'Prüfung unvollständig: Die Datei ist so groß, dass die Zeit nicht für alle Regeln reichte.',
    en: 'Check incomplete: the file is so large that the time did not suffice for all rules.',
  },
  hint: {
    de: 'Die Rechnung mit einem anderen Prüfwerkzeug prüfen oder den Rechnungssteller um Aufteilung bitten.',
    en: 'Check the invoice with another tool or ask the seller to split it.',
  },
});

const PERSON_DECIDES: Words = {
  de: 'Ob die Rechnung angenommen wird, entscheidet eine Person.',
  en: 'A person decides whether the invoice is accepted.',
};

function noScenario(specification: string | null, root: XmlElement): Finding {
  const shown = (specification ?? '').slice(0, 120);
  return own('FZ-NO-SCENARIO', 'warning', {
    message:
      shown === ''
        ? {
            de: 'Die Rechnung nennt keine Spezifikation (BT-24); geprüft wurde nach EN 16931.',
            en: 'The invoice names no specification (BT-24); it was checked after EN 16931.',
          }
        : {
            de: `Die Spezifikation „${shown}“ (BT-24) ist für diese Rechnung nicht vorgesehen; geprüft wurde nach EN 16931.`,
            en: `The specification "${shown}" (BT-24) is not provided for this invoice; it was checked after EN 16931.`,
          },
    hint: PERSON_DECIDES,
    terms: ['BT-24'],
    at: root,
  });
}

function outdated(edition: Edition, root: XmlElement): Finding {
  return own('FZ-OUTDATED', 'warning', {
    message: {
      de: `Die Rechnung folgt einer nicht mehr geltenden Spezifikation (BT-24): ${edition.name.de}.`,
      en: `The invoice follows a specification that is no longer in force (BT-24): ${edition.name.en}.`,
    },
    hint: PERSON_DECIDES,
    terms: ['BT-24'],
    at: root,
  });
}

type Read = Extract<EInvoiceReading, { outcome: 'read' }>;

/** The official schema decides about the form where it is at hand; the house's own check says it in German. */
function formFindings(reading: Read, options: CheckOptions): Finding[] {
  const verdict =
    options.schemas && options.bytes ? options.schemas.validate(options.bytes, reading.syntax, options.limits) : null;
  const faults =
    verdict?.valid === true ? reading.structure.filter((fault) => fault.level === 'content') : reading.structure;
  const findings = capped(
    faults.map((fault) =>
      own('FZ-FORM', fault.level === 'schema' ? 'error' : 'warning', {
        message: fault.message,
        place: { path: fault.path, line: fault.line, column: fault.column, invoiceLine: null },
      }),
    ),
  );
  return verdict !== null && !verdict.valid ? [...findings, ...schemaFindings(verdict, reading.structure)] : findings;
}

function schemaFindings(verdict: SchemaVerdict, structure: readonly StructuralFault[]): Finding[] {
  const list = verdict.faults.map((fault) =>
    own('FZ-SCHEMA', 'error', {
      message: {
        de: `Die Datei folgt nicht dem amtlichen Schema (Wortlaut der Prüfung): ${fault.message}`,
        en: `The file does not follow the official schema: ${fault.message}`,
      },
      place: { path: null, line: fault.line, column: null, invoiceLine: null },
    }),
  );
  if (list.length > 0) return capped(list);
  return structure.length > 0
    ? []
    : [
        own('FZ-SCHEMA', 'error', {
          message: {
            de: 'Die Datei folgt nicht dem amtlichen Schema.',
            en: 'The file does not follow the official schema.',
          },
        }),
      ];
}

function capped(findings: Finding[]): Finding[] {
  if (findings.length <= MAX_OWN) return findings;
  const listed = findings.slice(0, MAX_OWN);
  listed.push({ ...listed.pop()!, further: findings.length - MAX_OWN });
  return listed;
}

function ownFindings(reading: Read): Finding[] {
  const { invoice, root } = reading;
  const findings = capped(
    checkTotals(invoice).differences.map((difference) =>
      own('FZ-TOTALS', 'warning', {
        message: difference.message,
        terms: [difference.term],
        place: { ...NOWHERE, path: difference.path },
      }),
    ),
  );
  const leitweg = parseLeitwegId(invoice.buyerReference);
  if (leitweg.isLeitwegId && !leitweg.valid) {
    findings.push(
      own('FZ-LEITWEG-ID', 'warning', {
        message: {
          de: `Die Leitweg-ID (BT-10: ${leitweg.normalised}) hat falsche Prüfziffern.`,
          en: `The Leitweg-ID (BT-10: ${leitweg.normalised}) has wrong check digits.`,
        },
        hint: {
          de: 'Empfänger von Hand bestimmen; nicht nach der Leitweg-ID zustellen.',
          en: 'Find the recipient by hand; do not route by the Leitweg-ID.',
        },
        terms: ['BT-10'],
        at: root,
      }),
    );
  }
  for (const account of invoice.paymentMeans.flatMap((means) => means.accounts)) {
    const iban = checkIban(account.accountId);
    if (iban.fault !== 'check-digits' && iban.fault !== 'length') continue;
    findings.push(
      own('FZ-IBAN', 'warning', {
        message: {
          de: `Die IBAN „${(account.accountId ?? '').trim().slice(0, 42)}“ (BT-84) ist nicht richtig.`,
          en: `The IBAN "${(account.accountId ?? '').trim().slice(0, 42)}" (BT-84) is wrong.`,
        },
        hint: {
          de: 'Nicht überweisen, bevor die IBAN mit den Stammdaten abgeglichen ist.',
          en: 'Do not pay before the IBAN was compared with the master data.',
        },
        terms: ['BT-84'],
        at: account.source,
      }),
    );
  }
  return findings;
}
