import { readFileSync } from 'node:fs';
import { samples, testEach } from '../../../../../test/support/samples.js';
import { pdfFacts } from './pdf-facts.js';

interface Expected {
  file: string;
  pdf: {
    pages: number | null;
    encrypted: boolean;
    attachments: { name: string; sha256?: string; mime?: string; afRelationship?: string; bomb?: boolean }[];
    hasJavaScript: boolean;
    hasOpenAction: boolean;
    xmp: Record<string, string | null>;
  };
}

describe('what a PDF is made of', () => {
  const files = samples('einvoice/pdf', (name) => name.endsWith('.pdf'));

  testEach('%s', files, ({ file }) => {
    const { pdf } = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as Expected;
    const facts = pdfFacts(readFileSync(file));
    expect({
      pages: facts.pages,
      encrypted: facts.encrypted,
      attachments: facts.attachments.map((one) => ({
        name: one.name,
        ...(one.bytes
          ? {
              sizeBytes: one.bytes.length,
              sha256: one.sha256,
              mime: one.mimeType && `/${one.mimeType}`,
              afRelationship: one.relationship && `/${one.relationship}`,
            }
          : { bomb: one.reason === 'too-large' }),
      })),
      hasJavaScript: facts.hasJavaScript,
      hasOpenAction: facts.hasOpenAction,
      repaired: facts.repaired,
    }).toEqual({
      pages: pdf.pages,
      encrypted: pdf.encrypted,
      attachments: pdf.attachments,
      hasJavaScript: pdf.hasJavaScript,
      hasOpenAction: pdf.hasOpenAction,
      repaired: false,
    });
    expect(facts.xmp).toMatchObject(pdf.xmp);
  });
});
