import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { accessProblems } from '@lib/access';
import { Database } from '@lib/database';
import { cut, problems } from '@lib/kernel';
import { ContentStore, sha256Of } from '../content/content.store.js';
import { addresseeOf, Intake, type TakenIn, type Way } from '../intake/intake.js';
import { FileReading, type Reading } from '../intake/reading.js';
import type { ReceivedFile } from '../intake/receive-file.js';
import { type Routing, routeOf } from '../routing/route.js';
import { finder, requireDepartment } from '../routing/routes.store.js';
import {
  type ClearingItem,
  type ClearingSummary,
  directly,
  findItem,
  insertOpenItem,
  itemBytes,
  itemRejected,
  itemRepeated,
  itemRouted,
  itemUnrouted,
  lockOpenItem,
  openItemOf,
  recordClearingEvent,
} from './clearing.store.js';
import { LostFile } from '../intake/batches.store.js';
import { findDocument, type Person, SYSTEM_PERSON } from '../document/document.store.js';
import { takeFromInbox } from '../inbox/desk.js';
import { documentProblems } from '../problems.js';

/** Where a file went. */
export type Routed = { clientId: number; taken: TakenIn } | { clearingItemId: string };

/** Finds the client of a file that came to the centre, and hands it over; or puts it on the clearing list, never anywhere else. */
@Injectable()
export class FileRouter {
  constructor(
    private readonly database: Database,
    private readonly intake: Intake,
    private readonly reading: FileReading,
    private readonly contents: ContentStore,
  ) {}

  /** Works off an item that `taker` has taken, with its bytes if they are at hand. */
  async route(item: ClearingItem, taker: string, bytes?: Buffer): Promise<Routed> {
    const file = await this.fileOf(item, bytes);
    const reading = await this.reading.read(file.bytes, file.name);
    const routing = item.clientId === null ? await this.routingOf(reading, item) : null;
    if (item.clientId === null && !routing!.found) return this.clear(item, taker, reading, routing!);
    const clientId = item.clientId ?? (routing as Routing & { found: true }).clientId;
    const by = item.clientId === null ? (routing as Routing & { found: true }).by : 'folder';
    const taken = await this.handOver(item, taker, clientId, file, reading, {
      channel: item.channel === 'upload' || item.channel === 'api' ? 'intake' : item.channel,
      by: item.receivedBy,
      mailboxes: item.mailbox ? [item.mailbox] : [],
      routedBy: by,
      receivedAt: item.receivedAt,
      ...(routing && !reading.mail && { routing }),
    });
    return { clientId, taken };
  }

  /** A person has found the client. @throws Problem NotFound, ClearingItemSettled, DepartmentUnknown */
  async assign(
    itemId: string,
    wish: { clientId: number; department?: string | null; reason: string },
    by: Person,
  ): Promise<{ clientId: number; documentId: string }> {
    const item = await this.database.inCentre((tx) => findItem(tx, itemId));
    await this.database.inClient(wish.clientId, async (tx) => {
      const clients = await tx.query('select 1 from client where id = $1', [wish.clientId]);
      if (clients.length === 0) throw accessProblems.UnknownClient({ clientId: wish.clientId }, '/clientId');
      if (wish.department) await requireDepartment(tx, wish.department);
    });
    await this.database.inCentre((tx) => lockOpenItem(tx, itemId));
    const file = await this.fileOf(item);
    const reading = await this.reading.read(file.bytes, file.name);
    const taken = await this.handOver(
      item,
      null,
      wish.clientId,
      file,
      reading,
      {
        channel: item.channel === 'upload' || item.channel === 'api' ? 'intake' : item.channel,
        by: item.receivedBy,
        department: wish.department ?? null,
        routedBy: cut(`${by.name}: ${wish.reason}`, 600),
        receivedAt: item.receivedAt,
        assigned: true,
      },
      { by, reason: wish.reason },
    );
    return { clientId: wish.clientId, documentId: taken.documentId };
  }

  /** A person has decided that the file is nobody's. Its bytes stay with the record. */
  async reject(itemId: string, note: string, by: Person): Promise<void> {
    await this.database.inCentre(async (tx) => {
      await lockOpenItem(tx, itemId);
      await itemRejected(tx, itemId);
      await recordClearingEvent(tx, { itemId, by, kind: 'rejected', note });
    });
  }

  /**
   * Puts a client's document on the clearing list, because it is another client's: there it is routed by nobody but a person.
   * @throws Problem NotFound, VersionConflict, NotInThisState
   */
  async handBack(
    clientId: number,
    documentId: string,
    wish: { reason: string; version?: number },
    by: Person,
  ): Promise<void> {
    const document = await this.database.inClient(clientId, (tx) => findDocument(tx, documentId));
    if (!document?.sha256) throw problems.NotFound();
    const bytes = await this.contents.read(clientId, document.sha256);
    const summary: ClearingSummary = {
      supplierName: document.supplierName || null,
      invoiceNo: document.invoiceNo,
      issueDate: document.issueDate,
      gross: document.gross,
      currency: document.currency,
      buyerName: null,
      buyerReference: document.buyerReference,
      pages: document.pages,
      candidates: [],
    };
    await this.database.inClient(clientId, async (tx) => {
      const itemId = randomUUID();
      const { sha256, fileName } = await takeFromInbox(tx, documentId, wish, by, itemId);
      // The very same file may lie there already, sent by another client or to the centre.
      const there = await openItemOf(tx, sha256);
      if (!there) {
        const why = { reason: 'HandedBack', params: {}, summary };
        await insertOpenItem(tx, { id: itemId, channel: 'upload', fileName, by }, { bytes, sha256 }, why);
      }
      await recordClearingEvent(tx, { itemId: there ?? itemId, by, kind: 'handed-back', note: wish.reason });
    });
  }

  private async fileOf(item: ClearingItem, known?: Buffer): Promise<ReceivedFile> {
    const bytes = known ?? (await this.database.inCentre((tx) => itemBytes(tx, item.id)));
    const sha256 = sha256Of(bytes);
    if (item.sha256 === null || !sha256.equals(item.sha256)) throw new Error(`the bytes of ${item.id} are damaged`);
    return { name: item.fileName, bytes, sha256 };
  }

  /** The files of a mail are for one client together; where they differ, a person decides. */
  private async routingOf(reading: Reading, item: ClearingItem): Promise<Routing> {
    const mailboxes = [...(item.mailbox ? [item.mailbox] : []), ...(reading.mail?.recipients ?? [])];
    const inner: Reading[] = [];
    for (const one of reading.mail?.files ?? []) inner.push(await this.reading.read(one.bytes, one.name));
    const find = finder(directly(this.database));
    const told = inner.filter((one) => one.facts !== null);
    if (told.length === 0) return routeOf(addresseeOf(reading, mailboxes), find);
    const routings = await Promise.all(told.map((one) => routeOf(addresseeOf(one, mailboxes), find)));
    const lost = routings.find((routing) => !routing.found);
    const clients = new Set(routings.map((routing) => (routing.found ? routing.clientId : null)));
    if (!lost && clients.size === 1) return routings[0]!;
    return (
      lost ?? {
        found: false,
        reason: 'BuyerAmbiguous',
        params: { value: item.fileName },
        candidates: [...clients].filter((id) => id !== null),
      }
    );
  }

  private async handOver(
    item: ClearingItem,
    taker: string | null,
    clientId: number,
    file: ReceivedFile,
    reading: Reading,
    way: Way,
    decision?: { by: Person; reason: string },
  ): Promise<TakenIn> {
    const prepared = await this.intake.prepare(clientId, file, reading);
    return this.intake.write(clientId, prepared, way, async (tx, { documentId }) => {
      const mine = await itemRouted(
        tx,
        item.id,
        taker,
        { clientId, documentId, by: way.routedBy ?? '' },
        {
          by: decision?.by ?? SYSTEM_PERSON,
          kind: decision ? 'assigned' : 'routed',
          note: decision?.reason ?? '',
          detail: { clientId, by: way.routedBy ?? null },
        },
      );
      if (!mine)
        throw taker === null ? documentProblems.ClearingItemSettled({ state: 'routed' }) : new LostFile(item.fileName);
    });
  }

  private async clear(
    item: ClearingItem,
    taker: string,
    reading: Reading,
    routing: Routing & { found: false },
  ): Promise<Routed> {
    const summary = summaryOf(reading, routing.candidates);
    const unreadable = reading.quarantined && reading.facts === null;
    const why = unreadable
      ? { reason: 'NotReadable', params: { reason: reading.findings[0]?.message.de ?? '' } }
      : { reason: routing.reason as string, params: routing.params };
    try {
      await this.database.inCentre(async (tx) => {
        await itemUnrouted(tx, item.id, taker, { ...why, summary });
        await recordClearingEvent(tx, {
          itemId: item.id,
          by: item.receivedBy,
          kind: 'received',
          detail: { channel: item.channel, fileName: item.fileName, reason: why.reason },
        });
      });
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error;
      await this.database.inCentre((tx) => itemRepeated(tx, item, taker));
    }
    return { clearingItemId: item.id };
  }
}

/** What the list shows of a file. */
export function summaryOf(reading: Reading, candidates: number[]): ClearingSummary {
  const { facts } = reading;
  return {
    supplierName: facts?.seller.name ?? null,
    invoiceNo: facts?.invoiceNo ?? null,
    issueDate: facts?.issueDate ?? null,
    gross: facts?.gross == null ? null : String(facts.gross),
    currency: facts?.currency ?? null,
    buyerName: facts?.buyer.names[0] ?? null,
    buyerReference: facts?.buyerReference ?? null,
    pages: reading.pages,
    candidates,
  };
}
