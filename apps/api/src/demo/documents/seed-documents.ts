import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Address } from '@lib/clients';
import { type Permission, PERMISSIONS_OF, type Principal } from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import {
  addContract,
  addResponsibility,
  createOrder,
  decideOnDocument,
  type Doer,
  findDocument,
  Intake,
  IntakeWorker,
  leaveFile,
  proposeCoding,
  readCoding,
  readOwnFile,
  remindAndEscalate,
  runStandingOrders,
  saveCoding,
  sha256Of,
  type StepKey,
  submitDocument,
  writeCoding,
} from '@lib/documents';
import { type Cents, Clock, type LocalDate, yearOf } from '@lib/kernel';
import { listPartners, partnerOf } from '@lib/partners';
import { addDays } from '../days.js';
import { BEGUN, COMPLETE, once, recordStep, stepDone } from '../progress.js';
import { type DemoPerson, PEOPLE } from '../master-data.js';
import { TOWNS, inventedIban } from '../town.js';
import { type DemoDocument, demoDocuments, sewageDocuments } from './demo-documents.js';
import { plainPdf } from './plain-pdf.js';
import { type InventedBuyer, supplierFile } from './supplier-invoice.js';

/** A clock that stands on a day of the past, so that what waits has waited. */
class DayClock extends Clock {
  constructor(private readonly instant: Date) {
    super();
  }

  override now(): Date {
    return this.instant;
  }
}

const LEITWEG: Record<string, string> = {
  ahlenbrueck: '05999004-0001-12',
  wesenrode: '05999008-0001-98',
  lindhoven: '05999012-0001-87',
  'abwasserwerk-ahlenbrueck': '05999004-0002-09',
};

const DEPARTMENTS = [
  ['FB1', 'Zentrale Dienste und Finanzen'],
  ['FB2', 'Bürger, Schule und Soziales'],
  ['FB3', 'Planen, Bauen und Umwelt'],
] as const;
const SEWAGE_DEPARTMENTS = [
  ['KA', 'Kläranlage'],
  ['KN', 'Kanalnetz'],
] as const;

/** Whose inbox is filled, as suppliers address it. */
interface Office {
  key: string;
  name: string;
  address: Address;
  departments: readonly (readonly [code: string, name: string])[];
  documents: (today: LocalDate) => DemoDocument[];
  /** Beside invoices also files that are none, orders and contracts. */
  more: boolean;
}

/** The towns, and the sewage works of the first. */
const OFFICES: readonly Office[] = [
  ...TOWNS.map(({ key, name, address }) => ({
    key,
    name,
    address,
    departments: DEPARTMENTS,
    documents: demoDocuments,
    more: true,
  })),
  {
    key: `abwasserwerk-${TOWNS[0]!.key}`,
    name: `Abwasserwerk der ${TOWNS[0]!.name}`,
    address: TOWNS[0]!.address,
    departments: SEWAGE_DEPARTMENTS,
    documents: sewageDocuments,
    more: false,
  },
];

interface Seeding {
  database: Database;
  intake: Intake;
  clientId: number;
  office: Office;
  today: LocalDate;
  people: Map<string, Principal>;
  signal: AbortSignal | undefined;
}

/**
 * Fills the inboxes of the demonstration's towns and sewage works with invented invoices in every state, each by the means that people have:
 * files taken in, coded, certified, ordered, posted. Called again after an interruption it goes on where it was. Does nothing in a centre that
 * is no demonstration, and not before the books are laid out.
 * @returns how many came
 */
export async function seedDocuments(app: NestFastifyApplication, clock: Clock, signal?: AbortSignal): Promise<number> {
  const database = app.get(Database);
  const towns = await database.inCentre(async (tx) => {
    if ((await stepDone(tx, COMPLETE)) !== undefined) return [];
    const all = await tx.query<{ id: number; key: string }>(
      `select id, key from client where key = any ($1) and 'books/' || key in (select step from demonstration_step) order by id`,
      [OFFICES.map((office) => office.key)],
    );
    return all.length < OFFICES.length ? [] : all;
  });
  if (towns.length === 0) return 0;
  const today = ((await database.inCentre((tx) => stepDone(tx, BEGUN))) ?? clock.today()) as LocalDate;
  let documents = 0;
  for (const { id, key } of towns) {
    const office = OFFICES.find((one) => one.key === key)!;
    const people = await principals(database, id, key);
    documents += await seedOffice({ database, intake: app.get(Intake), clientId: id, office, today, people, signal });
  }
  documents += await filesForNobody(database, today);
  await app.get(IntakeWorker).wake();
  await database.inCentre((tx) => recordStep(tx, COMPLETE));
  return documents;
}

/** The demonstration's people as they would sign in at a client. */
async function principals(database: Database, clientId: number, key: string): Promise<Map<string, Principal>> {
  const rows = await database.inCentre((tx) =>
    tx.query<{ id: string; userName: string; displayName: string }>(
      'select id, user_name as "userName", display_name as "displayName" from user_account where user_name = any ($1)',
      [PEOPLE.map((person) => person.userName)],
    ),
  );
  const found = new Map<string, Principal>();
  for (const row of rows) {
    const person = PEOPLE.find((one) => one.userName === row.userName)!;
    found.set(row.userName, {
      userId: row.id,
      userName: row.userName,
      displayName: row.displayName,
      language: 'de',
      via: 'session',
      mustChangePassword: false,
      centrePermissions: new Set(),
      clients:
        person.clients === null || person.clients.includes(key) ? new Map([[clientId, scopeOf(person)]]) : new Map(),
    });
  }
  return found;
}

function scopeOf(person: DemoPerson) {
  const permissions = new Set<Permission>(PERMISSIONS_OF[person.role]);
  const limit: Cents | null = person.amountLimit === undefined ? null : BigInt(person.amountLimit) * 100n;
  return {
    roles: [person.role],
    permissions,
    amountLimit: limit,
    limits: new Map([...permissions].map((permission) => [permission, limit])),
  };
}

async function seedOffice(seeding: Seeding): Promise<number> {
  const { database, clientId, office, today, signal } = seeding;
  const within = (step: string, work: (tx: ClientTx) => Promise<unknown>): Promise<boolean> =>
    database.inClient(clientId, (tx) => once(tx, `${office.key}/${step}`, () => work(tx)));
  await within('office', (tx) => layOutOffice(tx, seeding));
  let count = 0;
  for (const [index, document] of office.documents(today).entries()) {
    signal?.throwIfAborted();
    const id = await arrive(seeding, document, `document ${index}`);
    if (await within(`document ${index} walks`, async (tx) => id !== '' && walk(tx, seeding, id, document))) count++;
  }
  if (office.more) {
    await strangeFiles(seeding);
    if (await within('orders', (tx) => ordersAndContracts(tx, seeding))) count += 4;
    await runStandingOrders(database, clientId, today, new Date());
  }
  await remindAndEscalate(database, clientId, today, new Date());
  return count;
}

const doerOf = (seeding: Seeding, userName: string, day: LocalDate): Doer => {
  const principal = seeding.people.get(userName)!;
  return {
    principal,
    actor: { userId: principal.userId, userName },
    clock: new DayClock(new Date(`${day}T08:30:00Z`)),
  };
};

/** Who orders in a town: the budget holder who has a role there. */
const ordering = ({ people, clientId }: Seeding): string =>
  ['demo.budget', 'demo.budget2'].find((userName) => people.get(userName)!.clients.has(clientId))!;

async function layOutOffice(tx: ClientTx, seeding: Seeding): Promise<void> {
  const { office, today } = seeding;
  const validFrom = `${yearOf(today) - 1}-01-01`;
  const by = doerOf(seeding, 'demo.leitung', today).actor;
  for (const [code, name] of office.departments) {
    await tx.query('insert into department (client_id, code, name) values ($1, $2, $3)', [tx.clientId, code, name]);
    const userId = seeding.people.get('demo.fachbereich')!.userId;
    await addResponsibility(tx, { kind: 'department-head', key: code, userId, validFrom }, by);
  }
  const holder = seeding.people.get(ordering(seeding))!.userId;
  const areas = await tx.query<{ code: string }>(
    `select code from product where client_id = $1 and parent is null order by code`,
    [tx.clientId],
  );
  for (const { code } of areas)
    await addResponsibility(tx, { kind: 'budget-holder', key: code, userId: holder, validFrom }, by);
  // The fire brigade has a budget of its own: an invoice for two houses is split.
  const brigade = seeding.people.get('demo.leitung')!.userId;
  if (office.more)
    await addResponsibility(tx, { kind: 'budget-holder', key: '126.01', userId: brigade, validFrom }, by);
  const leitweg = LEITWEG[office.key]!;
  await tx.query(
    `insert into route (client_id, kind, value, key, department, note) values ($1, 'leitweg-id', $2, $2, $3, 'Demonstration')`,
    [tx.clientId, leitweg, office.departments[0]![0]],
  );
  await tx.query(`insert into route_key (kind, key, client_id) values ('leitweg-id', $2, $1) on conflict do nothing`, [
    tx.clientId,
    leitweg,
  ]);
}

const firstDay = (today: LocalDate): LocalDate => `${yearOf(today)}-01-02`;
/** Never into the year before: its periods are closed. */
const dayBefore = (today: LocalDate, days: number): LocalDate => {
  const day = addDays(today, -days);
  return day < firstDay(today) ? firstDay(today) : day;
};

/** The file as the supplier sends it; answers its document, or nothing when it was no new one. */
async function arrive(seeding: Seeding, wish: DemoDocument, step: string): Promise<string> {
  const { office, today } = seeding;
  const received = dayBefore(today, wish.before);
  const seller = await sellerOf(seeding, wish);
  const { address } = office;
  const buyer: InventedBuyer = {
    name: office.name,
    reference: LEITWEG[office.key]!,
    street: address.street ?? '',
    postcode: address.postcode ?? '',
    city: address.city ?? '',
    email: `rathaus@${office.key}.example`,
  };
  const issueDate = addDays(received, -1) < firstDay(today) ? firstDay(today) : addDays(received, -1);
  const bytes = supplierFile({ ...wish.invoice, seller, buyer, issueDate }, wish.syntax ?? 'ubl');
  return take(
    seeding,
    `${wish.invoice.number.replace(/\W/g, '-')}.xml`,
    bytes,
    received,
    wish.department ?? null,
    step,
  );
}

/** Takes a file in as a step of its own, once; answers its document, or nothing when it was no new one. */
async function take(
  seeding: Seeding,
  name: string,
  bytes: Buffer,
  received: LocalDate,
  department: string | null,
  what: string,
): Promise<string> {
  const { database, clientId, office } = seeding;
  const step = `${office.key}/${what}`;
  const before = await database.inCentre((tx) => stepDone(tx, step));
  if (before !== undefined) return before;
  const clerk = seeding.people.get('demo.buchhaltung')!;
  const reading = await readOwnFile(bytes, name, received);
  const prepared = await seeding.intake.prepare(clientId, { name, bytes, sha256: sha256Of(bytes) }, reading);
  let document = '';
  await seeding.intake.write(
    clientId,
    prepared,
    {
      channel: 'upload',
      by: { id: clerk.userId, name: clerk.displayName },
      department,
      assigned: true,
      receivedAt: `${received}T06:${String(10 + (bytes.length % 45)).padStart(2, '0')}:00Z`,
    },
    async (tx, taken) => {
      document = taken.outcome === 'document' ? taken.documentId : '';
      await recordStep(tx, step, document);
    },
  );
  return document;
}

async function sellerOf(seeding: Seeding, wish: DemoDocument) {
  const { clientId, database } = seeding;
  if (wish.partner === 0)
    return {
      name: 'Blumenhaus Rosenprobe',
      vatId: 'DE999000177',
      street: 'Gartenweg 2',
      postcode: '00031',
      city: 'Probeheim',
      iban: inventedIban('99990020', clientId * 1000 + 77),
      contact: 'Rosa Probe',
    };
  const vatId = `DE9990001${String(wish.partner).padStart(2, '0')}`;
  const found = await database.inClient(clientId, (tx) => listPartners(tx, { q: vatId, limit: 1 }));
  const partner = found.items[0]!;
  return {
    name: partner.name,
    vatId,
    street: 'Musterweg 1',
    postcode: '00010',
    city: partner.city || 'Beispielstadt',
    iban: inventedIban('99990020', clientId * 1000 + wish.partner + (wish.strangeIban ? 400 : 0)),
    contact: 'Rechnungsstelle',
  };
}

const STEPS: readonly StepKey[] = ['arithmetic', 'factual', 'order', 'posting'];

/** Codes a document and lets people decide as far as it goes. */
async function walk(tx: ClientTx, seeding: Seeding, id: string, wish: DemoDocument): Promise<void> {
  if (wish.reach === 'new') return;
  const { clientId, today } = seeding;
  const day = dayBefore(today, wish.before);
  const clerk = doerOf(seeding, 'demo.buchhaltung', day);
  let document = (await findDocument(tx, id))!;
  if (wish.reach === 'accepted') {
    await tx.query(
      `update document set accepted_at = now(), accepted_by = $3, accepted_by_name = $4, accepted_reason = $5, version = version + 1
       where client_id = $1 and id = $2`,
      [clientId, id, clerk.principal.userId, clerk.principal.displayName, 'Leitweg-ID telefonisch nachgereicht'],
    );
    document = (await findDocument(tx, id))!;
  }
  const { coding } = await proposeCoding(tx, document, day);
  const [client] = await tx.query<{ liable: boolean }>(
    `select vat_status = 'regular' as liable from client where id = $1`,
    [clientId],
  );
  coding.lines.forEach((line, index) => {
    const [account, product, costCentre] = wish.accounts![Math.min(index, wish.accounts!.length - 1)]!;
    Object.assign(line, { account, product, costCentre: costCentre ?? null });
    if (wish.business && client?.liable) Object.assign(line.vat, { treatment: 'business', deductiblePercent: '100' });
    else if (line.vat.treatment === 'business')
      Object.assign(line.vat, { treatment: 'sovereign', deductiblePercent: '0' });
  });
  const whole = readCoding({ ...writeCoding(coding), ...wish.more?.(today) });
  if (!whole.ok) throw new Error(`coding of ${document.number}: ${JSON.stringify(whole.error)}`);
  const coded = await saveCoding(
    tx,
    { documentId: id, version: document.version, coding: whole.value, written: writeCoding(whole.value) },
    clerk,
  );
  let current = await submitDocument(tx, { documentId: id, version: coded.version }, clerk);
  const stop = wish.reach === 'returned' ? 'order' : wish.reach === 'accepted' ? 'factual' : wish.reach;
  const who: Record<string, string> = {
    arithmetic: 'demo.buchhaltung',
    factual: 'demo.fachbereich',
    order: ordering(seeding),
    posting: 'demo.buchhaltung',
  };
  for (const [index, step] of STEPS.entries()) {
    if (current.step !== step || step === stop) break;
    const when = dayBefore(today, Math.max(0, wish.before - index));
    const open = await openShares(tx, id);
    for (const share of open) {
      const decided = await decideOnDocument(
        tx,
        { documentId: id, version: current.version, step, decision: 'approve', ...(share !== null && { share }) },
        doerOf(seeding, who[step]!, when),
      );
      current = decided.document;
    }
  }
  if (wish.reach === 'returned')
    await decideOnDocument(
      tx,
      {
        documentId: id,
        version: current.version,
        step: current.step as StepKey,
        decision: 'return',
        note: 'Es fehlen zwei Klassensätze, bitte beim Verlag nachfragen.',
      },
      doerOf(seeding, current.step === 'order' ? holderOf(seeding, current.assignees) : 'demo.fachbereich', day),
    );
}

const holderOf = (seeding: Seeding, assignees: readonly string[]): string =>
  [...seeding.people].find(([, principal]) => assignees.includes(principal.userId))![0];

async function openShares(tx: ClientTx, id: string): Promise<(number | null)[]> {
  const rows = await tx.query<{ share: number | null }>(
    `select share_no as share from document_task where client_id = $1 and document_id = $2 and state = 'open' order by share_no`,
    [tx.clientId, id],
  );
  return rows.map((row) => row.share);
}

/** What is no e-invoice: a letter on paper, a page that only looks like XML, a broken file. */
async function strangeFiles(seeding: Seeding): Promise<void> {
  const { today, clientId } = seeding;
  const pdf = await plainPdf([
    'Gärtnerei Grünprobe, Am Beet 3, 00032 Probeheim',
    'Rechnung Nr. 2026-77',
    `Rechnungsdatum: ${today.split('-').reverse().join('.')}`,
    'Pflege der Beete am Rathaus',
    'Gesamtbetrag: 297,50 EUR (enthält 19 % USt 47,50 EUR)',
    `IBAN ${inventedIban('99990020', clientId * 1000 + 88)}`,
  ]);
  await take(seeding, 'Rechnung Gaertnerei.pdf', pdf, today, 'FB3', 'letter on paper');
  const html = Buffer.from('<!DOCTYPE html><html><body><h1>Ihre Rechnung</h1><script>alert(1)</script></body></html>');
  await take(seeding, 'rechnung.xml', html, today, null, 'page');
}

/** What comes to the centre and says not whose it is: the clearing list decides. Answers how many. */
async function filesForNobody(database: Database, today: LocalDate): Promise<number> {
  const seller = {
    name: 'Schlosserei Eisenprobe',
    vatId: 'DE999000199',
    street: 'Ambossweg 7',
    postcode: '00033',
    city: 'Probeheim',
    iban: inventedIban('99990020', 9_901),
    contact: 'Rechnungsstelle',
  };
  const buyer = {
    name: 'Grundschule am Bach',
    reference: '05999099-0001-78',
    street: 'Bachweg 2',
    postcode: '00001',
    city: 'Beispielstadt',
    email: 'sekretariat@grundschule-am-bach.example',
  };
  const lines = [{ name: 'Türschließer instand gesetzt, Pausenhalle', net: 24_800n }];
  const files = [
    { name: 'EP-5521.xml', bytes: supplierFile({ number: 'EP-5521', issueDate: today, seller, buyer, lines }) },
    {
      name: 'Scan_0815.pdf',
      bytes: await plainPdf([
        'Blumen Beispiel, Marktplatz 9, 00031 Probeheim',
        'Rechnung Nr. 318',
        `Rechnungsdatum: ${today.split('-').reverse().join('.')}`,
        'Kranz zum Volkstrauertag, Rathaus',
        'Gesamtbetrag: 85,00 EUR',
      ]),
    },
  ];
  const left = await database.inCentre((tx) =>
    once(tx, 'files for nobody', async () => {
      for (const { name, bytes } of files) {
        const by = { id: null, name: 'Poststelle' };
        const item = { id: randomUUID(), channel: 'upload', fileName: name, by } as const;
        await leaveFile(tx, item, { bytes, sha256: sha256Of(bytes) });
      }
    }),
  );
  return left ? files.length : 0;
}

/** A membership fee without an invoice, a rent that comes every month, and a contract whose invoice is late. */
async function ordersAndContracts(tx: ClientTx, seeding: Seeding): Promise<void> {
  const { today } = seeding;
  const vat = (no: number): string => `DE9990001${String(no).padStart(2, '0')}`;
  const find = async (no: number) => partnerOf(tx, (await listPartners(tx, { q: vat(no), limit: 1 })).items[0]!.id);
  const software = await find(11);
  const by = { ...doerOf(seeding, 'demo.buchhaltung', today).actor, displayName: 'Beate Beleg (Demo)' };
  const late = dayBefore(today, 10);
  await addContract(
    tx,
    {
      number: `V-${yearOf(today)}-17`,
      partnerId: software.id,
      subject: 'Pflege Ratsinformationssystem',
      account: '529110',
      product: '111.01',
      expectedAmount: 29_750n,
      tolerance: 500n,
      rhythm: 'monthly',
      firstOn: late,
    },
    by,
  );
  const coding = (text: string, account: string, product: string, gross: string, partnerId: string) => {
    const read = readCoding({
      partnerId,
      text,
      dueOn: addDays(today, 10),
      bankAccountNo: 1,
      lines: [{ account, product, net: gross, gross }],
    });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  };
  const works = await find(3);
  await createOrder(
    tx,
    {
      kind: 'single',
      coding: coding('Baukostenzuschuss Hausanschluss Gerätehaus', '5211', '126.01', '1785.00', works.id),
      department: 'FB2',
      submit: true,
      standing: null,
    },
    doerOf(seeding, 'demo.buchhaltung', today),
  );
  const builder = await find(4);
  const order = await createOrder(
    tx,
    {
      kind: 'standing',
      coding: coding('Lagermiete Wahlurnen', '5422', '121.01', '150.00', builder.id),
      department: 'FB1',
      submit: true,
      standing: { name: 'Lagermiete Wahlurnen', rhythm: 'monthly', firstDate: dayBefore(today, 20), lastDate: null },
    },
    doerOf(seeding, 'demo.buchhaltung', today),
  );
  let { document } = { document: order };
  for (const [step, who] of [
    ['arithmetic', 'demo.buchhaltung'],
    ['factual', 'demo.fachbereich'],
    ['order', ordering(seeding)],
    ['posting', 'demo.buchhaltung'],
  ] as const)
    ({ document } = await decideOnDocument(
      tx,
      { documentId: order.id, version: document.version, step, decision: 'approve' },
      doerOf(seeding, who, today),
    ));
}
