import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileReader } from './file-reader.js';
import { boundedReader } from '../../../../test/support/reading.js';
import { samples, testEach } from '../../../../test/support/samples.js';

/*
 * The samples with their expectations, read by the processes of the service: containers, decision and legal
 * class. What the rules find in detail is the matter of the rule table's own tests.
 */
interface Expected {
  file: string;
  sha256: string;
  sizeBytes: number;
  container: 'xml' | 'pdf';
  syntax: string | null;
  pdf?: {
    pages: number | null;
    encrypted: boolean;
    hasJavaScript: boolean;
    hasOpenAction: boolean;
    textLayer: boolean;
  };
  embeddedInvoiceXmlNames?: string[];
  embeddedXml?: { name: string; sha256: string; sizeBytes: number } | null;
  invoice?: { number: string | null; lineCount: number };
  validation: { decision: string; xsdValid: boolean | null; rules: Record<string, { engineError?: string }> };
  legalClass: { value: string; why: string };
}

// CEN's unit tests are fragments, no invoices.
const files = samples('einvoice', (name) => !name.startsWith('cen-unit/')).filter(({ file }) =>
  existsSync(`${file}.expected.json`),
);

/**
 * Some files in ZUGFeRD EXTENDED are called a format error only because the engine of rules that do not apply to them
 * broke off on a second price discount, which the schema and this profile allow.
 */
function legalClassOf({ legalClass, validation }: Expected): string {
  const { xrechnung, en16931 } = validation.rules;
  const brokeOffElsewhere = xrechnung?.engineError !== undefined && en16931?.engineError === undefined;
  return brokeOffElsewhere && validation.xsdValid === true && legalClass.why === 'format error (XSD)'
    ? 'e-rechnung'
    : legalClass.value;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the samples, read by bounded processes', () => {
  let reader: FileReader;
  beforeAll(() => {
    reader = boundedReader();
    reader.warmUp();
  });
  afterAll(() => reader.onApplicationShutdown());

  testEach('%s', files, async (sample) => {
    const bytes = readFileSync(sample.file);
    const expected = JSON.parse(readFileSync(`${sample.file}.expected.json`, 'utf8')) as Expected;
    const file = await reader.read(bytes, { name: path.basename(sample.file), receivedOn: '2026-11-22' });

    expect({
      sha256: file.sha256,
      size: file.size,
      decision: file.decision,
      legalClass: file.legalClass,
    }).toEqual({
      sha256: expected.sha256,
      size: expected.sizeBytes,
      decision: expected.validation.decision,
      legalClass: legalClassOf(expected),
    });
    if (expected.invoice) {
      expect(file.syntax).toBe(expected.syntax);
      expect(file.invoice!.number ?? null).toBe(expected.invoice.number);
      expect(file.invoice!.lines).toHaveLength(expected.invoice.lineCount);
    } else expect(file.invoice).toBeNull();
    if (expected.pdf) {
      const { pages, encrypted, hasJavaScript, hasOpenAction, textLayer } = expected.pdf;
      expect({ pages: file.pages, textLayer: file.textLayer, ...file.pdf }).toMatchObject({
        pages,
        textLayer,
        encrypted,
        hasJavaScript,
        hasOpenAction,
      });
      expect(file.embeddedXmlNames).toEqual(expected.embeddedInvoiceXmlNames);
      expect(file.embeddedXml && { name: file.embeddedXml.name, sha256: sha256(file.embeddedXml.bytes) }).toEqual(
        expected.embeddedXml ? { name: expected.embeddedXml.name, sha256: expected.embeddedXml.sha256 } : null,
      );
    }
    // Whatever was in it: what we show of it hides nothing, and what we store has no NUL.
    expect(file.text).not.toContain('\0');
    if (file.quarantined) expect(file.reason).not.toBeNull();
  });
});
