import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { embeddedInvoiceXmp, EMBEDDED_NAME } from './zugferd-metadata.js';

/** What pdfmake's stream is: a document of pdfkit, still open. */
interface OpenDocument extends NodeJS.ReadableStream {
  appendXML(xml: string): void;
  file(data: Buffer, options: Record<string, unknown>): unknown;
  end(): void;
}

let ready = false;

/** Fonts come with the library; nothing else is read from disk or network. */
function prepare(): void {
  if (ready) return;
  const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts/Roboto');
  const font = (style: string): string => path.join(fonts, `Roboto-${style}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: font('Regular'),
      bold: font('Medium'),
      italics: font('Italic'),
      bolditalics: font('MediumItalic'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file: string) => path.resolve(file).startsWith(fonts));
  ready = true;
}

/**
 * Prints a letter as PDF/A-3b with the invoice's CII file inside: ZUGFeRD in the profile XRECHNUNG.
 * @param cii the XML that leads; the letter shows the same
 */
export async function printLetter(document: TDocumentDefinitions, cii: Uint8Array, at: Date): Promise<Buffer> {
  prepare();
  const whole = { ...document, version: '1.7', subset: 'PDF/A-3b', info: { ...document.info, creationDate: at } };
  const output = pdfmake.createPdf(whole as TDocumentDefinitions) as unknown as { getStream(): Promise<OpenDocument> };
  const stream = await output.getStream();
  stream.file(Buffer.from(cii), {
    name: EMBEDDED_NAME,
    type: 'text/xml',
    relationship: 'Alternative',
    description: 'XRechnung in der Syntax UN/CEFACT CII',
    creationDate: at,
    modifiedDate: at,
  });
  stream.appendXML(embeddedInvoiceXmp());
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
    stream.end();
  });
}

/** Prints a draft's letter, marked across the page; nothing is embedded. */
export function printDraft(document: TDocumentDefinitions): Promise<Buffer> {
  prepare();
  const watermark = { text: 'Entwurf', color: '#808080', opacity: 0.18, bold: true, angle: -40 };
  return pdfmake.createPdf({ ...document, watermark }).getBuffer();
}
