import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { schemaFolder, xmlSamples } from '../../../test/support/einvoice-samples.js';
import { type SchemaProcess, startSchemas } from '../../../test/support/einvoice-schemas.js';
import { readEInvoice, syntaxOf } from './read-einvoice.js';
import { CII_GROUPS } from './structure/cii-table.js';
import { UBL_GROUPS } from './structure/ubl-table.js';
import { readXml } from './xml/read-xml.js';
import { NAMESPACES, type XmlElement } from './xml/xml-element.js';

const folder = schemaFolder();
const samples = xmlSamples().filter(({ expected }) => typeof expected.validation?.xsdValid === 'boolean');

(folder === null ? describe.skip : describe)('the official schemas', () => {
  let schemas: SchemaProcess;
  beforeAll(() => {
    schemas = startSchemas(folder!);
  });
  afterAll(() => schemas.stop());

  test('answer for every sample what its sidecar says', async () => {
    const verdicts = await Promise.all(
      samples.map(async ({ name, file, expected }) => {
        const { valid } = await schemas.validate(readFileSync(file), expected.syntax);
        return valid === expected.validation.xsdValid ? null : name;
      }),
    );
    expect(verdicts.filter((name) => name !== null)).toEqual([]);
  });

  test('are not asked about a file that our reader refuses', async () => {
    const xxe = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
    const verdict = await schemas.validate(Buffer.from(xxe), 'cii');
    expect(verdict).toMatchObject({ valid: false, faults: [{ message: expect.stringContaining('DOCTYPE') }] });
  });

  // Good invoices are damaged at random; whatever the official schema then says, our own table must say too.
  test('and our own table come to one verdict on damaged invoices', async () => {
    const roots = samples
      .filter(({ name }) => /^(own|kosit-testsuite|corpus|cen-examples)\//.test(name))
      .map(({ file }) => readXml(readFileSync(file)))
      .flatMap((reading) => (reading.outcome === 'read' ? [reading.root] : []));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(damage, { minLength: 1, maxLength: 2 }), async (pick, damages) => {
        const root = copy(roots[pick % roots.length]!);
        for (const one of damages) inflict(root, one);
        const bytes = Buffer.from(serialise(root));
        const reading = readEInvoice(bytes);
        fc.pre(reading.outcome === 'read');
        if (reading.outcome !== 'read') return;
        const official = await schemas.validate(bytes, syntaxOf(reading.root)!);
        const own = reading.structure.filter(({ level }) => level === 'schema');
        if (!official.valid) refused++;
        expect({ valid: own.length === 0, own, official: official.faults }).toMatchObject({ valid: official.valid });
      }),
      { numRuns: 600 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

interface Node {
  namespace: string;
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

interface Damage {
  at: number;
  to: number;
  kind: number;
  name: string;
  attribute: string;
  value: string;
  namespace: string;
}

const VALUES =
  '|x|1|-1.5|1.|.5|1e3|+3|true|yes|0|2024-02-30|2024-02-29|2024-02-29Z|20240229|12:00:00|AAAA|AA==|A|  5 |1,5|2024-02-29T12:00:00|urn:x|50 %';
const ATTRIBUTES =
  'schemeID listID currencyID unitCode mimeCode filename format languageID name foo listAgencyID listURI';
const TABLE_NAMES = [...new Set((UBL_GROUPS + CII_GROUPS).match(/[A-Z][A-Za-z0-9]+/g))];

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  to: fc.nat(),
  kind: fc.nat({ max: 8 }),
  name: fc.constantFrom(...TABLE_NAMES),
  attribute: fc.constantFrom(...ATTRIBUTES.split(' ')),
  value: fc.constantFrom(...VALUES.split('|')),
  namespace: fc.constantFrom(NAMESPACES.cbc, NAMESPACES.cac, NAMESPACES.ram, NAMESPACES.udt, ''),
});

function copy(element: XmlElement): Node {
  const { namespace, name, text } = element;
  const own = Object.entries(element.attributes).filter(([key]) => !key.startsWith('{'));
  return { namespace, name, attributes: Object.fromEntries(own), text, children: element.children.map(copy) };
}

function listed(node: Node, parent: Node | null = null): [Node, Node | null][] {
  return [[node, parent], ...node.children.flatMap((child) => listed(child, node))];
}

function inflict(root: Node, { at, to, kind, name, attribute, value, namespace }: Damage): void {
  const all = listed(root);
  const [node, parent] = all[at % all.length]!;
  const siblings = parent?.children ?? [];
  const place = siblings.indexOf(node);
  const fresh = { namespace, name, attributes: {}, text: value, children: [] };
  if (kind === 0 && parent !== null) siblings.splice(place, 1);
  if (kind === 1 && parent !== null) siblings.splice(to % (siblings.length + 1), 0, structuredClone(node));
  if (kind === 2 && parent !== null) {
    const other = to % siblings.length;
    [siblings[place], siblings[other]] = [siblings[other]!, siblings[place]!];
  }
  if (kind === 3) node.text = value;
  if (kind === 4) node.attributes[attribute] = value;
  if (kind === 5) delete node.attributes[Object.keys(node.attributes)[0] ?? ''];
  if (kind === 6) node.name = name;
  if (kind === 7) node.children.splice(to % (node.children.length + 1), 0, fresh);
  if (kind === 8 && parent !== null)
    siblings.splice(to % (siblings.length + 1), 0, { ...fresh, namespace: node.namespace });
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function serialise({ namespace, name, attributes, text, children }: Node): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name} xmlns="${namespace}"${written.join('')}>${escape(text)}${children.map(serialise).join('')}</${name}>`;
}
