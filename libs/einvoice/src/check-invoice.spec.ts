import { readFileSync } from 'node:fs';
import { hybridSamples, SCHEMAS, type Sample, xmlSamples } from '../../../test/support/einvoice-samples';
import { existsSync } from 'node:fs';
import { checkEInvoice, type CheckResult, loadSchemas, openFile, readEInvoice, type Schemas } from './index';

const RECEIVED = '2026-11-22';
const samples = xmlSamples();

if (samples.length === 0) it.skip('rules over samples: ../shared/testdata/einvoice is not here', () => undefined);

/** Ids by rule set and severity, as the sidecars have them. */
function official(result: CheckResult, set: string): Record<string, string[]> {
  const ids: Record<string, Set<string>> = {};
  for (const finding of result.findings) {
    if (finding.ruleSet?.startsWith(set) !== true) continue;
    (ids[finding.severity!] ??= new Set()).add(finding.id);
  }
  return Object.fromEntries(Object.entries(ids).map(([severity, set]) => [severity, [...set].sort()]));
}

function expectVerdict(result: CheckResult, expected: Sample['expected']): void {
  const { validation } = expected;
  expect({ decision: result.decision }).toEqual({ decision: validation.decision });
  const found = new Set(result.findings.map(({ id }) => id));
  expect(validation.mustFail.filter((id: string) => !found.has(id))).toEqual([]);
  expect(validation.mustNotFail.filter((id: string) => found.has(id))).toEqual([]);
  if (result.edition === null || Object.keys(validation.rules).length === 0) return;
  const isXRechnung = result.edition.ruleSets.some((id) => id.startsWith('xrechnung'));
  for (const set of isXRechnung ? ['en16931', 'xrechnung'] : ['en16931']) {
    const rules = validation.rules[set];
    // Where the official engine breaks off, so do we.
    expect(official(result, set)).toEqual(rules.engineError === undefined ? sortedIds(rules) : {});
  }
  expect(result.errors).toEqual(validation.errorsAfterScenario);
  expect(result.warnings).toEqual(validation.warningsAfterScenario);
}

function sortedIds(rules: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(rules).map(([severity, ids]) => [severity, [...ids].sort()]));
}

describe('the official verdict on each file', () => {
  for (const { name, file, expected } of samples) {
    it(name, () => {
      expectVerdict(checkEInvoice(readEInvoice(readFileSync(file)), { receivedOn: RECEIVED }), expected);
    });
  }
});
