import { createHash } from 'node:crypto';
import { type ClientTx, type Database, together } from '@lib/database';
import { Problem } from '@lib/kernel';
import { documentProblems } from '../problems.js';
import type { ObjectStore } from './object-store.js';

const CHUNK = 1024 * 1024;
/** Beyond any file that was ever taken in. */
const LARGEST = 128 * CHUNK;

/** The fingerprint under which bytes are kept. */
export const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Bytes that will be kept: with an object store they lie there already, and the row follows in the transaction. */
export interface PreparedContent {
  bytes: Uint8Array;
  sha256: Buffer;
  store: 'database' | 's3';
}

/**
 * Where the bytes of every file lie, as they were received: in the database in pieces of 1 MiB, or in an object store. Nothing is
 * ever written over. What is read is held against its fingerprint; damaged bytes are not handed out.
 */
export class ContentStore {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore | null,
  ) {}

  /**
   * Makes bytes ready to be kept. An object store gets them before any transaction and they are read back; if no row follows, the
   * object is an orphan that harms nobody.
   * @throws Problem ContentStoreUnavailable
   */
  async prepare(clientId: number, bytes: Uint8Array, sha256 = sha256Of(bytes)): Promise<PreparedContent> {
    if (!this.objects) return { bytes, sha256, store: 'database' };
    const known = await this.database.inClient(clientId, (tx) => this.has(tx, sha256));
    if (!known) await this.objects.put(keyOf(clientId, sha256), bytes, sha256);
    return { bytes, sha256, store: 's3' };
  }

  /** Keeps prepared bytes within a transaction; bytes that are there already are left as they are. */
  async keep(tx: ClientTx, content: PreparedContent): Promise<void> {
    const first = content.store === 'database' ? Buffer.from(content.bytes.subarray(0, CHUNK)) : null;
    const created = await tx.query(
      `with made as (
         insert into content (client_id, sha256, size, store) values ($1, $2, $3, $4) on conflict do nothing returning sha256),
       begun as (insert into content_chunk (client_id, sha256, chunk_no, bytes)
         select $1, sha256, 1, $5::bytea from made where $5::bytea is not null)
       select 1 from made`,
      [tx.clientId, content.sha256, content.bytes.length, content.store, first],
    );
    if (created.length === 0 || first === null) return;
    for (let at = CHUNK, no = 2; at < content.bytes.length; at += CHUNK, no++) {
      await tx.query('insert into content_chunk (client_id, sha256, chunk_no, bytes) values ($1, $2, $3, $4)', [
        tx.clientId,
        content.sha256,
        no,
        Buffer.from(content.bytes.subarray(at, at + CHUNK)),
      ]);
    }
  }

  async has(tx: ClientTx, sha256: Buffer): Promise<boolean> {
    const rows = await tx.query('select 1 from content where client_id = $1 and sha256 = $2', [tx.clientId, sha256]);
    return rows.length > 0;
  }

  /**
   * The bytes, piece by piece, checked against size and fingerprint when the last has been handed out; the last piece is held back until
   * then, so that nobody takes damaged bytes for whole.
   * @throws Problem ContentDamaged
   */
  async *stream(clientId: number, sha256: Buffer): AsyncGenerator<Buffer> {
    const [[row], first] = await this.database.inClient(clientId, (tx) =>
      together([
        tx.query<{ size: string; store: 'database' | 's3' }>(
          'select size, store from content where client_id = $1 and sha256 = $2',
          [clientId, sha256],
        ),
        this.chunk(tx, sha256, 1),
      ]),
    );
    if (!row) throw documentProblems.ContentDamaged({ sha256: sha256.toString('hex') });
    const pieces = row.store === 's3' ? this.fromObjects(clientId, sha256) : this.fromDatabase(clientId, sha256, first);
    const hash = createHash('sha256');
    let size = 0;
    let held: Buffer | undefined;
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
      if (held) yield held;
      held = piece;
    }
    if (size !== Number(row.size) || !hash.digest().equals(sha256))
      throw documentProblems.ContentDamaged({ sha256: sha256.toString('hex') });
    if (held) yield held;
  }

  /** All bytes at once, for reading a file and showing its pages. @throws Problem ContentDamaged */
  async read(clientId: number, sha256: Buffer): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.stream(clientId, sha256)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /**
   * The bytes as they are found, damaged or not, for evidence; undefined where there are none. Never more than the largest file.
   * @throws Problem ContentStoreUnavailable
   */
  async asFound(clientId: number, sha256: Buffer): Promise<Buffer | undefined> {
    const [[row], first] = await this.database.inClient(clientId, (tx) =>
      together([
        tx.query<{ store: string }>('select store from content where client_id = $1 and sha256 = $2', [
          clientId,
          sha256,
        ]),
        this.chunk(tx, sha256, 1),
      ]),
    );
    const pieces: Buffer[] = [];
    let size = 0;
    try {
      const found =
        row?.store === 's3' ? this.fromObjects(clientId, sha256) : this.fromDatabase(clientId, sha256, first);
      for await (const piece of found) {
        pieces.push(piece);
        if ((size += piece.length) > LARGEST) break;
      }
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'ContentDamaged')) throw error;
    }
    return pieces.length > 0 ? Buffer.concat(pieces) : undefined;
  }

  private async *fromDatabase(clientId: number, sha256: Buffer, first: Buffer | undefined): AsyncGenerator<Buffer> {
    let chunk = first;
    for (let no = 2; chunk; no++) {
      yield chunk;
      if (chunk.length < CHUNK) return;
      // Piece by piece, each in a transaction of its own: a slow reader holds no connection.
      chunk = await this.database.inClient(clientId, (tx) => this.chunk(tx, sha256, no));
    }
  }

  private async chunk(tx: ClientTx, sha256: Buffer, no: number): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'select bytes from content_chunk where client_id = $1 and sha256 = $2 and chunk_no = $3',
      [tx.clientId, sha256, no],
    );
    return row?.bytes;
  }

  private async *fromObjects(clientId: number, sha256: Buffer): AsyncGenerator<Buffer> {
    if (!this.objects) throw documentProblems.ContentStoreUnavailable({ seconds: 30 });
    yield* this.objects.get(keyOf(clientId, sha256));
  }
}

const keyOf = (clientId: number, sha256: Buffer): string => `${clientId}/${sha256.toString('hex')}`;
