import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { sealKeys } from '@lib/ledger';
import { figures, type StatementQuery, statementOf } from './draw-up-statement.js';
import { type Letterhead, statementDocument } from './statement-document.js';

let ready = false;

/** Renders a document. Fonts come with the library; nothing else is read from disk or network. */
export async function renderPdf(document: TDocumentDefinitions): Promise<Buffer> {
  if (!ready) {
    const fonts = path.join(
      path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
      'fonts/Roboto',
    );
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
  return pdfmake.createPdf(document).getBuffer();
}

const SVG_URI = /^data:image\/svg\+xml(;charset=utf-8)?(;base64)?,/i;

/** The SVG text of arms kept as a data URI; other pictures are left out. */
export function armsSvg(arms: string | null): string | null {
  const match = arms === null ? null : SVG_URI.exec(arms);
  if (!arms || !match) return null;
  const body = arms.slice(match[0].length);
  return match[2] ? Buffer.from(body, 'base64').toString('utf8') : decodeURIComponent(body);
}

/** A client's statement as a printable document and the name of its file. @throws Problem NotFound for an unknown product */
export async function printableStatement(
  tx: ClientTx,
  query: StatementQuery,
  now: Date,
): Promise<{ fileName: string; document: TDocumentDefinitions }> {
  const [client] = await tx.query<{ key: string; name: string; colour: string; arms: string | null }>(
    'select key, name, colour, arms from client where id = $1',
    [tx.clientId],
  );
  const view = statementOf(query, [await figures(tx, query)]);
  const head: Letterhead = {
    name: client!.name,
    colour: client!.colour,
    arms: armsSvg(client!.arms),
    product: query.product === undefined ? null : await productName(tx, query.product),
    sealKey: (await sealKeys(tx)).at(-1)?.fingerprint ?? null,
  };
  const fileName = `${[client!.key, query.statement, query.product, view.asOf].filter(Boolean).join('-')}.pdf`;
  return { fileName, document: statementDocument(view, head, now) };
}

async function productName(tx: ClientTx, code: string): Promise<string> {
  const [product] = await tx.query<{ name: string }>('select name from product where client_id = $1 and code = $2', [
    tx.clientId,
    code,
  ]);
  if (!product) throw problems.NotFound();
  return `${code} ${product.name}`;
}
