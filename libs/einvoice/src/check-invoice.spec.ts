import { readFileSync } from 'node:fs';
import { hybridSamples, schemaFolder, type Sample, xmlSamples } from '../../../test/support/einvoice-samples.js';
import { type SchemaProcess, startSchemas } from '../../../test/support/einvoice-schemas.js';
import { checkEInvoice, type CheckResult, openFile, readEInvoice, type Schemas } from './index.js';

const RECEIVED = '2026-11-22';
const samples = xmlSamples();
const hybrids = hybridSamples();
const officialSchemas = schemaFolder();

type Ids = Record<string, string[]>;

/** Ids by severity, as the sidecars have them. */
function official(result: CheckResult, set: string): Ids {
  const ids: Record<string, Set<string>> = {};
  for (const finding of result.findings) {
    if (finding.ruleSet?.startsWith(set) !== true) continue;
    (ids[finding.severity!] ??= new Set()).add(finding.id);
  }
  return Object.fromEntries(Object.entries(ids).map(([severity, found]) => [severity, [...found].sort()]));
}

function sortedIds(rules: Ids): Ids {
  return Object.fromEntries(Object.entries(rules).map(([severity, ids]) => [severity, [...ids].sort()]));
}

function expectVerdict(result: CheckResult, expected: Sample['expected']): void {
  const { validation } = expected;
  expect({ decision: result.decision }).toEqual({ decision: validation.decision });
  const found = new Set(result.findings.map(({ id }) => id));
  expect((validation.mustFail as string[]).filter((id) => !found.has(id))).toEqual([]);
  expect((validation.mustNotFail as string[]).filter((id) => found.has(id))).toEqual([]);
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

describe('the official verdict on each file', () => {
  for (const { name, file, expected } of samples) {
    it(name, () => {
      expectVerdict(checkEInvoice(readEInvoice(readFileSync(file)), { receivedOn: RECEIVED }), expected);
    });
  }
});

describe('the official verdict on what PDFs embed', () => {
  for (const { name, file, expected } of hybrids) {
    it(name, async () => {
      const { invoiceXml } = await openFile(readFileSync(file), name);
      expect(invoiceXml).not.toBeNull();
      expectVerdict(checkEInvoice(readEInvoice(invoiceXml!.bytes), { receivedOn: RECEIVED }), expected);
    });
  }
});

if (officialSchemas !== null) {
  describe('with the official schemas', () => {
    let process: SchemaProcess;
    beforeAll(() => {
      process = startSchemas(officialSchemas);
    });
    afterAll(() => process.stop());

    it('comes to the same decisions', async () => {
      const different: unknown[] = [];
      for (const { name, file, expected } of samples) {
        const bytes = readFileSync(file);
        const reading = readEInvoice(bytes);
        const verdict =
          reading.outcome === 'read' && reading.syntax !== 'zugferd-1.0'
            ? await process.validate(bytes, reading.syntax)
            : null;
        const schemas: Schemas = { syntaxes: [], validate: () => verdict };
        const { decision } = checkEInvoice(reading, { receivedOn: RECEIVED, schemas, bytes });
        if (decision !== expected.validation.decision) different.push({ name, decision });
      }
      expect(different).toEqual([]);
    });
  });
}

describe('the release of the rules in force on the day of receipt', () => {
  const delta = samples.filter(({ expected }) => expected.validation.deltaCen1315 !== undefined);
  for (const { name, file, expected } of delta) {
    const { onlyIn1_3_15: old, onlyIn1_3_16: recent } = expected.validation.deltaCen1315 as Record<string, string[]>;
    if (old!.length + recent!.length === 0 || expected.validation.rules.en16931.engineError !== undefined) continue;
    it(`${name} differs by ${[...old!, ...recent!].join(', ')}`, () => {
      const ids = (receivedOn: string): string[] =>
        official(checkEInvoice(readEInvoice(readFileSync(file)), { receivedOn }), 'en16931')['fatal'] ?? [];
      const [before, after] = [ids('2026-02-01'), ids('2026-04-01')];
      expect(before.filter((id) => !after.includes(id)).sort()).toEqual(old);
      expect(after.filter((id) => !before.includes(id)).sort()).toEqual(recent);
    });
  }

  // The sidecars speak of fatal rules only.
  it('differs by nothing else on all other files', () => {
    const different: unknown[] = [];
    for (const { name, file, expected } of delta) {
      const { onlyIn1_3_15: old, onlyIn1_3_16: recent } = expected.validation.deltaCen1315;
      if (old.length + recent.length > 0) continue;
      const reading = readEInvoice(readFileSync(file));
      const [before, after] = ['2026-02-01', '2026-04-01'].map((receivedOn) =>
        official(checkEInvoice(reading, { receivedOn }), 'en16931')['fatal']?.join(),
      );
      if (before !== after) different.push({ name, before, after });
    }
    expect(different).toEqual([]);
  });
});
