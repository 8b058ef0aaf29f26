import type { Locator } from 'playwright-core';
import { inventedIban } from '../../apps/api/src/demo/town.js';
import { eventually } from './centre.js';
import { today, thisYear } from './days.js';
import { type InvoiceWish, invoiceXml } from './invoice-files.js';
import type { Workplace } from './workplace.js';

export const TOWN = 'Gemeinde Ahlenbrück';
export const BOOKS = '/clients/ahlenbrueck';

/** The demonstration's people who have to do with an invoice in Ahlenbrück. */
export const PEOPLE = {
  clerk: { userName: 'demo.buchhaltung', name: 'Beate Beleg (Demo)' },
  /** Certifies what a department got, and answers for the school's budget. */
  department: { userName: 'demo.fachbereich', name: 'Frank Fachbereich (Demo)' },
  budgetHolder: { userName: 'demo.budget', name: 'Bodo Budget (Demo)' },
  treasurer: { userName: 'demo.kaemmerei', name: 'Kim Kämmerei (Demo)' },
  lead: { userName: 'demo.leitung', name: 'Lea Leitung (Demo)' },
} as const;

/** A telephone. */
export const PHONE = { width: 390, height: 844 };

/** Partners of the demonstration, by the place they have there. */
export const SUPPLIERS = {
  powerStation: { no: 3, name: 'Stadtwerke Beispielland GmbH' },
  stationer: { no: 6, name: 'Bürobedarf Muster & Partner KG' },
  electrician: { no: 2, name: 'Elektro Probe GmbH' },
  roofer: { no: 1, name: 'Dachdeckerei Musterdach GmbH' },
} as const;
export type Supplier = (typeof SUPPLIERS)[keyof typeof SUPPLIERS];

/** The bank account that two people agreed on for a supplier. */
export const ibanOf = (clientId: number, supplier: Supplier): string =>
  inventedIban('99990020', clientId * 1000 + supplier.no);

/** `yyyy-mm-dd`, so many days after today (or before), but never outside this year: other years' periods may be closed. */
export function dayFromToday(days: number): string {
  const day = new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return day < `${thisYear}-01-01` ? `${thisYear}-01-01` : day > `${thisYear}-12-31` ? `${thisYear}-12-31` : day;
}

/** An invoice that a supplier of the demonstration sends to Ahlenbrück. */
export function townInvoice(clientId: number, supplier: Supplier, wish: InvoiceWish): Buffer {
  return invoiceXml({
    sellerName: supplier.name,
    vatId: `DE9990001${String(supplier.no).padStart(2, '0')}`,
    iban: ibanOf(clientId, supplier),
    buyerName: TOWN,
    buyerReference: '05999004-0001-12',
    buyerEndpoint: { scheme: 'EM', value: 'rathaus@ahlenbrueck.example' },
    issueDate: dayFromToday(-1),
    dueDate: dayFromToday(30),
    ...wish,
  });
}

/** Lays files into the inbox as the page does, and answers the documents that came of them. */
export async function putIn(
  place: Workplace,
  clientId: number,
  files: readonly { name: string; bytes: Buffer }[],
): Promise<any[]> {
  await place.page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/xml', buffer: bytes })));
  return arrived(
    place,
    clientId,
    files.map((file) => file.name),
  );
}

/** Waits until the files are documents. */
export async function arrived(place: Workplace, clientId: number, names: readonly string[]): Promise<any[]> {
  let found: any[] = [];
  await eventually(async () => {
    const { items } = await place.api(`/clients/${clientId}/documents?limit=50`);
    found = names.map((name) => items.find((one: any) => one.fileName === name));
    return found.every(Boolean);
  });
  return found;
}

export const documentOf = (place: Workplace, clientId: number, id: string): Promise<any> =>
  place.api(`/clients/${clientId}/documents/${id}`);

/** Opens a document's page and looks at it from all sides. */
export async function openDocument(place: Workplace, document: { id: string; number: string }): Promise<void> {
  await place.goTo(`${BOOKS}/documents/${document.id}`, { heading: new RegExp(document.number), client: TOWN });
}

/** The document's card among the decisions; what stands before it is put off. */
export async function cardOf(place: Workplace, number: string): Promise<Locator> {
  const { page } = place;
  const card = page.getByRole('article', { name: number });
  for (let tries = 0; tries < 60; tries++) {
    await page.getByRole('article').first().waitFor();
    if (await card.isVisible()) return card;
    await page.getByRole('button', { name: 'Später' }).click();
  }
  throw new Error(`${number} is not among the decisions`);
}

/** Decides on a document over the API, as somebody whose page is not the matter of the journey. */
export async function decide(
  place: Workplace,
  clientId: number,
  id: string,
  step: string,
  more: Record<string, unknown> = {},
): Promise<any> {
  const { version } = await documentOf(place, clientId, id);
  const wish = { step, decision: 'approve', version, ...more };
  const answer = await place.send('POST', `/clients/${clientId}/documents/${id}/decisions`, wish);
  if (answer.status >= 400) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Codes a document as proposed, with whatever the journey wants different, and sends it on its way. */
export async function submit(
  place: Workplace,
  clientId: number,
  id: string,
  line: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<any> {
  const at = `/clients/${clientId}/documents/${id}`;
  const { coding } = await place.api(`${at}/proposal`);
  const { version } = await documentOf(place, clientId, id);
  const lines = coding.lines.map((one: object) => ({ ...one, ...line }));
  const coded = await place.send('PUT', `${at}/coding`, { ...coding, lines, ...more, version });
  if (coded.status >= 400) throw new Error(`coding: ${JSON.stringify(coded.body)}`);
  const sent = await place.send('POST', `${at}/submission`, { version: coded.body.version });
  if (sent.status >= 400) throw new Error(`submission: ${JSON.stringify(sent.body)}`);
  return sent.body;
}
