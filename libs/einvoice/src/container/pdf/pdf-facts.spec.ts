import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pdfFacts } from './pdf-facts.js';

const FOLDER = path.resolve(__dirname, '../../../../../../shared/testdata/einvoice/pdf');

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

const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'))
  : [];

describe('what a PDF is made of', () => {
  if (files.length === 0) it.skip('PDF samples: ../shared/testdata/einvoice/pdf is not here', () => undefined);

  test.each(files)('%s', (name) => {
    const { pdf } = JSON.parse(readFileSync(path.join(FOLDER, `${name}.expected.json`), 'utf8')) as Expected;
    const facts = pdfFacts(readFileSync(path.join(FOLDER, name)));
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
