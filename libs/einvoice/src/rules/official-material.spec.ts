import { readFileSync } from 'node:fs';
import { published, samples, testEach } from '../../../../test/support/samples.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readXml } from '../xml/read-xml.js';
import { InvoiceTree } from './invoice-tree.js';
import { runRules } from './run-rules.js';
import { ruleSet } from './rule-sets.js';

const catalogue = published('reference/einvoice/schematron/rule-catalogue.json');

const sets = { EN16931: ruleSet('en16931@1.3.16'), XRechnung: ruleSet('xrechnung@3.0.2-2.5.0') };

if (catalogue !== null) {
  interface Entry {
    id: string;
    ruleset: string;
    flag: string;
    syntaxes: ('ubl' | 'cii')[];
  }
  const { rules } = JSON.parse(readFileSync(catalogue, 'utf8')) as { rules: Entry[] };

  describe('the catalogue of official rules', () => {
    const own = Object.values(sets).flatMap((set) => set.rules);
    const byId = new Map(own.map((rule) => [rule.id, rule]));

    it('is covered: every id in every syntax', () => {
      const missing = rules.flatMap(({ id, syntaxes }) =>
        syntaxes.filter((syntax) => byId.get(id)?.[syntax] == null).map((syntax) => `${id} (${syntax})`),
      );
      const covered = rules.filter(({ id }) => byId.has(id)).length;
      process.stdout.write(`rules of the catalogue: ${covered} of ${rules.length}\n`);
      expect(missing).toEqual([]);
    });

    it('knows every rule that we have, with the severity that we have', () => {
      const official = new Map(rules.map(({ id, flag }) => [id, flag]));
      expect(own.filter(({ id, severity }) => official.get(id) !== severity).map(({ id }) => id)).toEqual([]);
    });

    it('names each rule once', () => {
      const seen = new Set<string>();
      expect(own.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id)).toEqual([]);
    });
  });
}

interface Fragment {
  document: XmlElement;
  silent: string[];
  reported: string[];
}

function fragmentsOf(file: string): Fragment[] {
  const reading = readXml(readFileSync(file));
  if (reading.outcome !== 'read') throw new Error(`${file}: ${reading.fault.message.en}`);
  const tests = reading.root.children.filter(({ name }) => name === 'test');
  return tests.map((test) => {
    const expected = test.children.filter(({ name }) => name === 'assert').flatMap(({ children }) => children);
    const ids = (...names: string[]): string[] =>
      expected.filter(({ name }) => names.includes(name)).map(({ value }) => value);
    const document = test.children.find(({ name }) => name !== 'assert')!;
    // The fragment stands for a document of its own.
    return {
      document: Object.assign(document, { parent: null }),
      silent: ids('success'),
      reported: ids('error', 'warning'),
    };
  });
}

describe("CEN's unit tests", () => {
  testEach('%s', samples('einvoice/cen-unit'), ({ file }) => {
    const fragments = fragmentsOf(file);
    expect(fragments.length).toBeGreaterThan(0);
    for (const { document, silent, reported } of fragments) {
      const run = runRules(sets.EN16931, new InvoiceTree(document));
      const found = new Set(run.breaches.map(({ rule }) => rule.id));
      expect(silent.filter((id) => found.has(id))).toEqual([]);
      expect(reported.filter((id) => !found.has(id))).toEqual([]);
    }
  });
});
