import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type ClientTx, Database, together } from '@lib/database';
import { Clock, cut, formatEuro, yearOf } from '@lib/kernel';
import { ContentStore, type PreparedContent, sha256Of } from '../content/content.store.js';
import { type Alarm, type Channel, type DocumentState, numberClassOf } from '../document/document.js';
import {
  documentOfContent,
  drawNumber,
  insertBelongings,
  insertDocument,
  lockNumbers,
  type NewDocument,
  openNumbers,
  type Person,
  recordDocumentEvent,
} from '../document/document.store.js';
import { searchWords } from '../inbox/search-words.js';
import { type Addressee, namesOther, type Routing, routeOf } from '../routing/route.js';
import { departmentOf, finder, ownLeitwegIds } from '../routing/routes.store.js';
import { FileReading, type Reading } from './reading.js';
import type { ReceivedFile } from './receive-file.js';
import { recognise, relate } from './recognise.js';

/** How a file came, besides its bytes. */
export interface Way {
  channel: Channel;
  by: Person;
  /** The sender's address, as far as the way tells it. */
  sender?: string;
  /** The mailboxes in which it was received. */
  mailboxes?: readonly string[];
  department?: string | null;
  /** How its client was found, where it came to the centre: noted in the history. */
  routedBy?: string;
  /** Where the file was found to belong, where that was looked up already. */
  routing?: Routing;
  /** A person has decided that it is this client's: no alarm about another address. */
  assigned?: boolean;
  /** Instant of receipt; default: now. */
  receivedAt?: string;
}

/** What became of a file. */
export interface Taken {
  documentId: string;
  number: string;
  /** `received-again`: the same bytes are there already, and the second receipt was noted with them. */
  outcome: 'document' | 'duplicate' | 'quarantined' | 'received-again';
}

/** What became of a file and of the files inside it. */
export interface TakenIn extends Taken {
  parts: TakenIn[];
}

/** What must happen in the same transaction: the batch's file done, the clearing item routed. */
export type Along = (tx: ClientTx, taken: Taken) => Promise<void>;

/** A file read and made ready to be kept, with the files inside. */
export interface PreparedFile {
  name: string;
  reading: Reading;
  content: PreparedContent;
  embedded: PreparedContent | null;
  files: PreparedFile[];
}

/** A transaction is begun afresh when somebody took a number by hand in the very moment in which it was looked up. */
const ATTEMPTS = 3;

/** What the file says of its receiver, together with the way it took. */
export function addresseeOf(reading: Reading, mailboxes: readonly string[]): Addressee {
  return {
    buyerReference: reading.facts?.buyerReference ?? null,
    endpoint: reading.facts?.buyer.endpoint ?? null,
    mailboxes,
    buyerVatId: reading.facts?.buyer.vatId ?? null,
    buyerNames: reading.facts?.buyer.names ?? [],
  };
}

/** Makes documents of files: reads, recognises, compares, and writes them down in one transaction, each file exactly once. */
@Injectable()
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly contents: ContentStore,
    private readonly reading: FileReading,
    private readonly clock: Clock,
  ) {}

  /** Takes a file into a client's inbox. */
  async takeIn(clientId: number, file: ReceivedFile, way: Way, along?: Along): Promise<TakenIn> {
    // Bytes that are there already need no reading.
    const again = await this.database.inClient(clientId, async (tx) => {
      const taken = await this.receivedAgain(tx, file.sha256, file.name, way);
      if (taken) await along?.(tx, taken);
      return taken;
    });
    if (again) return again;
    const prepared = await this.prepare(clientId, file);
    return this.write(clientId, prepared, way, along);
  }

  /** Reads a file and the files inside it, and makes their bytes ready to be kept. */
  async prepare(clientId: number, file: ReceivedFile, known?: Reading): Promise<PreparedFile> {
    const reading = known ?? (await this.reading.read(file.bytes, file.name));
    const files: PreparedFile[] = [];
    for (const part of reading.mail?.files ?? []) {
      const inner: ReceivedFile = { name: part.name, bytes: Buffer.from(part.bytes), sha256: sha256Of(part.bytes) };
      // One file twice in a mail is one document.
      if (files.some((one) => one.content.sha256.equals(inner.sha256))) continue;
      files.push(await this.prepare(clientId, inner));
    }
    return {
      name: file.name,
      reading,
      content: await this.contents.prepare(clientId, file.bytes, file.sha256),
      embedded: reading.embeddedXml ? await this.contents.prepare(clientId, reading.embeddedXml.bytes) : null,
      files,
    };
  }

  /** Writes a prepared file down: the document, its bytes, its history, and what goes along, all or nothing. */
  async write(clientId: number, prepared: PreparedFile, way: Way, along?: Along): Promise<TakenIn> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.inClient(clientId, (tx) => this.create(tx, prepared, way, null, along));
      } catch (error) {
        if (attempt >= ATTEMPTS || (error as { code?: string }).code !== '23505') throw error;
      }
    }
  }

  private async receivedAgain(tx: ClientTx, sha256: Buffer, name: string, way: Way): Promise<TakenIn | undefined> {
    const first = await documentOfContent(tx, sha256);
    if (!first) return undefined;
    await recordDocumentEvent(tx, {
      documentId: first.id,
      by: way.by,
      kind: 'received-again',
      detail: { channel: way.channel, fileName: name, ...(way.sender && { sender: way.sender }) },
    });
    return { documentId: first.id, number: first.number, outcome: 'received-again', parts: [] };
  }

  private async create(
    tx: ClientTx,
    file: PreparedFile,
    way: Way,
    partOf: string | null,
    along?: Along,
  ): Promise<TakenIn> {
    const { reading } = file;
    const { facts } = reading;
    const routing = facts
      ? (way.routing ?? (await routeOf(addresseeOf(reading, way.mailboxes ?? []), finder(tx))))
      : null;
    const year = yearOf(this.clock.today());
    const [recognition, department] = await together([
      facts ? recognise(tx, facts) : null,
      way.department ?? this.department(tx, routing),
      openNumbers(tx, year),
    ]);
    const usable = facts !== null && !reading.quarantined;
    // From the lock on the client's other new documents wait: what is found about duplicates holds until this one is written. The look-ups
    // are sent with it, but begin behind it, and so see what was committed before.
    const [number, again, relation] = await together([
      lockNumbers(tx, year),
      this.receivedAgain(tx, file.content.sha256, file.name, way),
      usable ? relate(tx, facts, recognition?.partnerId ?? null) : null,
    ]);
    if (again) {
      await along?.(tx, again);
      return again;
    }
    const alarms = new Set<Alarm>([...reading.alarms, ...(recognition?.alarms ?? [])]);
    if (
      routing &&
      !way.assigned &&
      !isOwn(routing, tx.clientId) &&
      namesOther(routing, tx.clientId, await ownLeitwegIds(tx))
    )
      alarms.add('WrongClient');
    if (relation?.duplicateOf) alarms.add('DuplicateNumber');
    if (relation?.similar) alarms.add('DuplicateAmount');
    const state: DocumentState =
      reading.fileKind === 'mail' && !reading.quarantined
        ? 'filed'
        : reading.quarantined
          ? 'quarantined'
          : relation?.duplicateOf
            ? 'duplicate'
            : 'new';
    const id = randomUUID();
    const sender = way.sender ?? reading.mail?.fromAddress ?? '';
    const document: NewDocument = {
      id,
      number,
      kind: facts?.kind ?? (isPlainInvoice(reading) ? 'invoice' : 'other'),
      state,
      channel: way.channel,
      fileName: file.name,
      fileKind: reading.fileKind,
      sha256: file.content.sha256,
      receivedAt: way.receivedAt ?? this.clock.now().toISOString(),
      receivedBy: way.by,
      sender: cut(sender, 254),
      partOf,
      department,
      partnerId: recognition?.partnerId ?? null,
      supplierName: facts?.seller.name ?? '',
      supplierKey: relation?.sellers[0] ?? null,
      invoiceNo: facts?.invoiceNo ?? null,
      invoiceNoKey: relation?.numberKey ?? null,
      issueDate: facts?.issueDate ?? null,
      serviceFrom: facts?.serviceFrom ?? null,
      serviceTo: facts?.serviceTo ?? null,
      dueOn: facts?.dueOn ?? null,
      discountOn: facts?.discountOn ?? null,
      currency: facts?.currency ?? null,
      net: facts?.net ?? null,
      tax: facts?.tax ?? null,
      gross: facts?.gross ?? null,
      payable: facts?.payable ?? null,
      buyerReference: facts?.buyerReference ?? null,
      orderReference: facts?.orderReference ?? null,
      contractReference: facts?.contractReference ?? null,
      paymentMeans: facts?.paymentMeans ?? null,
      iban: facts?.ibans[0] ?? null,
      invoice: reading.invoice,
      body: storableText(reading.text),
      words: searchWords(
        [
          number,
          file.name,
          facts?.seller.name,
          facts?.invoiceNo,
          facts?.ibans.join(' '),
          facts?.gross != null ? formatEuro(facts.gross) : null,
          sender,
          reading.mail?.subject,
        ].map((one) => (one ? storableText(one) : null)),
        storableText(reading.text),
      ),
      pages: reading.pages,
      decision: reading.decision,
      legalClass: reading.legalClass,
      edition: reading.edition,
      errors: reading.findings.filter((one) => one.severity === 'fatal' || one.severity === 'error').length,
      warnings: reading.findings.filter((one) => one.severity === 'warning').length,
      findings: reading.findings,
      suggestions: reading.suggestions,
      alarms: [...alarms],
      recognisedBy: recognition?.by ?? null,
      duplicateOf: relation?.duplicateOf ?? relation?.similar?.id ?? null,
      corrects: relation?.corrects ?? null,
    };
    const numberClass = usable && !relation?.duplicateOf ? numberClassOf(facts.kind) : null;
    const held =
      numberClass && relation?.numberKey
        ? { sellers: relation.sellers, key: relation.numberKey, class: numberClass }
        : null;
    const event = {
      documentId: id,
      by: way.by,
      kind: 'received',
      detail: {
        channel: way.channel,
        fileName: file.name,
        sha256: file.content.sha256.toString('hex'),
        size: file.content.bytes.length,
        state,
        ...(sender && { sender }),
        ...(way.routedBy && { routedBy: way.routedBy }),
        ...(alarms.size > 0 && { alarms: [...alarms] }),
        ...(reading.edition && { edition: reading.edition, decision: reading.decision }),
        ...(recognition?.by && { recognisedBy: recognition.by }),
        ...(relation?.duplicateNumber && { duplicateOf: relation.duplicateNumber }),
        ...(relation?.similar && { similarTo: relation.similar.number }),
      },
    };
    const taken: Taken = {
      documentId: id,
      number,
      outcome: state === 'quarantined' ? 'quarantined' : state === 'duplicate' ? 'duplicate' : 'document',
    };
    await together([
      drawNumber(tx, year),
      this.contents.keep(tx, file.content),
      file.embedded && this.contents.keep(tx, file.embedded),
      insertDocument(tx, document),
      insertBelongings(tx, event, filesOf(file), held),
      along?.(tx, taken),
    ]);
    const parts: TakenIn[] = [];
    const { routing: _routing, ...rest } = way;
    const inner: Way = {
      ...rest,
      channel: 'mail',
      sender,
      mailboxes: [...new Set([...(way.mailboxes ?? []), ...(reading.mail?.recipients ?? [])])],
    };
    for (const one of file.files) parts.push(await this.create(tx, one, inner, id));
    return { ...taken, parts };
  }

  private async department(tx: ClientTx, routing: Routing | null): Promise<string | null> {
    return routing?.found && routing.clientId === tx.clientId ? departmentOf(tx, routing.kind, routing.key) : null;
  }
}

const isOwn = (routing: Routing, clientId: number): boolean => routing.found && routing.clientId === clientId;

/** The original first, then what it holds. */
function filesOf({ name, reading, content, embedded }: PreparedFile): Parameters<typeof insertBelongings>[2] {
  const files = [
    {
      role: 'original' as const,
      name,
      mime: reading.mime,
      size: content.bytes.length,
      sha256: content.sha256,
      innerNo: null,
    },
    ...(embedded
      ? [
          {
            role: 'invoice-xml' as const,
            name: reading.embeddedXml!.name,
            mime: 'application/xml',
            size: embedded.bytes.length,
            sha256: embedded.sha256,
            innerNo: null,
          },
        ]
      : []),
    ...reading.attachments.map((one) => ({
      role: 'attachment' as const,
      name: one.name,
      mime: one.mime,
      size: one.size,
      sha256: null,
      innerNo: one.no,
    })),
  ];
  return files.map((file, index) => ({ fileNo: index + 1, ...file }));
}

/** A file without a record that a person can read: a sonstige Rechnung to be entered by hand. */
const isPlainInvoice = (reading: Reading): boolean => reading.fileKind === 'pdf' || reading.fileKind === 'image';

/** Text that PostgreSQL takes: no NUL, no halves of characters. */
const storableText = (text: string): string => text.slice(0, 100_000).replace(/[\0\p{Surrogate}]/gu, ' ');
