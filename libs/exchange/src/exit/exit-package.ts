import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { ClientTx } from '@lib/database';
import type { SealKey } from '@lib/ledger';
import { books } from '../export/books.js';
import { exportProblems } from '../problems.js';
import { EXIT_TABLES, type ExitTable, hasRows, rowsOf } from './exit-tables.js';
import { peopleOf } from './people.js';

export const EXIT_FORMAT = 'finanzzentrum-exit';
/** Version of the form; another installation refuses those that it does not know. */
export const EXIT_VERSION = 1;

/** What a package says about itself; its last file but the signature over it. */
export interface ExitManifest {
  format: typeof EXIT_FORMAT;
  version: number;
  createdAt: string;
  client: { uuid: string; key: string; name: string; chart: string };
  /** The last migration of the database that it came from: only the same or a later version takes it in. */
  migration: string;
  /** Of each table the rows that are to be the same elsewhere, and what they hash to. */
  tables: Record<string, { rows: number; sha256: string }>;
  files: { path: string; size: number; sha256: string }[];
  keyId: string;
  publicKey: string;
}

export interface ExitSettings {
  createdAt: string;
  key: SealKey;
  /** The offline verifier as one file of JavaScript, where there is one. */
  verifier?: string | undefined;
}

/** What a signature over a manifest covers. */
export const signedText = (manifest: string): string =>
  `${EXIT_FORMAT}-v${EXIT_VERSION}\n${createHash('sha256').update(manifest, 'utf8').digest('hex')}\n`;

/**
 * Writes all that a client has into one archive: a table a file, the files of documents under their fingerprints, the signed books
 * with their verifier, and a signed manifest. It lies on disk before anybody reads it, so that no reader holds the books open.
 * @param folder an empty one, filled here and removed with the archive
 * @returns the archive; `remove` it when it has been sent
 */
export async function writeExitPackage(
  tx: ClientTx,
  folder: string,
  settings: ExitSettings,
): Promise<{ file: string; remove: () => Promise<void> }> {
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'package.tar.gz');
    await new PackageWriter(tx, folder, file).write(settings);
    return { file, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

class PackageWriter {
  private readonly tar = pack();
  private readonly written: Promise<void>;
  private readonly files: ExitManifest['files'] = [];

  constructor(
    private readonly tx: ClientTx,
    private readonly folder: string,
    file: string,
  ) {
    this.written = pipeline(this.tar, createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600 }));
    this.written.catch(() => undefined); // told at the end
  }

  async write({ createdAt, key, verifier }: ExitSettings): Promise<void> {
    const { tx } = this;
    await tx.query(`set local timezone = 'UTC'`);
    const [row] = await tx.query<{ line: string; uuid: string; key: string; name: string; chart: string }>(
      `select row_to_json(c)::text as line, uuid, key, name, chart from client c where id = $1`,
      [tx.clientId],
    );
    const { line, ...client } = row!;
    await this.addText('README.txt', README);
    await this.addText('client.json', `${line}\n`);
    const people = await peopleOf(tx);
    await this.addText('people.jsonl', people.map((person) => `${JSON.stringify(person)}\n`).join(''));
    const tables: ExitManifest['tables'] = {};
    for (const table of EXIT_TABLES) if (hasRows(table)) tables[table.name] = await this.addTable(table);
    await this.addContents();
    await this.addBooks(createdAt, key);
    if (verifier !== undefined) await this.addText('verifier/verify-books.js', verifier);
    const [migration] = await tx.query<{ name: string }>(
      'select name from schema_migration order by timestamp desc limit 1',
    );
    const manifest = JSON.stringify({
      format: EXIT_FORMAT,
      version: EXIT_VERSION,
      createdAt,
      client,
      migration: migration!.name,
      tables,
      files: [...this.files],
      keyId: key.id,
      publicKey: key.publicPem,
    } satisfies ExitManifest);
    await this.addText('manifest.json', manifest);
    await this.addText('manifest.sig', key.sign(signedText(manifest)).toString('base64'));
    this.tar.finalize();
    await this.written;
  }

  /** A table as JSON Lines, on disk first: an archive wants to know how long a file is. */
  private async addTable(table: ExitTable): Promise<{ rows: number; sha256: string }> {
    const rows = rowsOf(this.tx, table, false);
    const lines = async function* (): AsyncGenerator<string> {
      for await (const page of rows) yield page.map((line) => `${line}\n`).join('');
    };
    await this.addSpooled(`tables/${table.name}.jsonl`, lines());
    return tableHash(this.tx, table);
  }

  private async addContents(): Promise<void> {
    const { tx } = this;
    const contents = await tx.query<{ sha256: string; store: string; size: string }>(
      `select encode(sha256, 'hex') as sha256, store, size from content where client_id = $1 order by sha256`,
      [tx.clientId],
    );
    for (const { sha256, store } of contents) {
      if (store !== 'database') throw exportProblems.FilesElsewhere();
      await this.addSpooled(`files/${sha256}`, this.pieces(sha256));
    }
    const issued = await tx.query<{ invoice: string; kind: string; sha256: string }>(
      `select invoice_id as invoice, kind, encode(sha256, 'hex') as sha256 from outgoing_invoice_file where client_id = $1 order by 3`,
      [tx.clientId],
    );
    const there = new Set(contents.map((content) => content.sha256));
    for (const { invoice, kind, sha256 } of issued) {
      if (there.has(sha256)) continue;
      there.add(sha256);
      const [one] = await tx.query<{ bytes: Buffer }>(
        'select bytes from outgoing_invoice_file where client_id = $1 and invoice_id = $2 and kind = $3',
        [tx.clientId, invoice, kind],
      );
      await this.addBytes(`files/${sha256}`, one!.bytes);
    }
  }

  private async *pieces(sha256: string): AsyncGenerator<Buffer> {
    for (let no = 1; ; no++) {
      const [piece] = await this.tx.query<{ bytes: Buffer }>(
        'select bytes from content_chunk where client_id = $1 and sha256 = $2 and chunk_no = $3',
        [this.tx.clientId, Buffer.from(sha256, 'hex'), no],
      );
      if (!piece) return;
      yield piece.bytes;
    }
  }

  private addBooks(createdAt: string, key: SealKey): Promise<void> {
    return this.addSpooled('books.jsonl', books(this.tx, createdAt, key));
  }

  private async addSpooled(name: string, content: AsyncIterable<string | Buffer>): Promise<void> {
    const file = path.join(this.folder, 'spool');
    const hash = createHash('sha256');
    const hashed = async function* () {
      for await (const piece of content) {
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(hashed, createWriteStream(file, { mode: 0o600 }));
    const { size } = await stat(file);
    const entry = this.tar.entry({ name, size, mode: 0o600, type: 'file' });
    await this.orClosed(pipeline(createReadStream(file), entry));
    this.files.push({ path: name, size, sha256: hash.digest('hex') });
  }

  private addText(name: string, text: string): Promise<void> {
    return this.addBytes(name, Buffer.from(text, 'utf8'));
  }

  private async addBytes(name: string, bytes: Buffer): Promise<void> {
    const entry = this.tar.entry({ name, size: bytes.length, mode: 0o600, type: 'file' });
    await this.orClosed(pipeline([bytes], entry));
    this.files.push({ path: name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }

  private orClosed(work: Promise<void>): Promise<void> {
    return Promise.race([work, this.written.then(() => Promise.reject(new Error('the archive was closed')))]);
  }
}

/** What the rows of a table that are to be the same elsewhere hash to. */
export async function tableHash(tx: ClientTx, table: ExitTable): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const page of rowsOf(tx, table, true)) {
    rows += page.length;
    for (const line of page) hash.update(line).update('\n');
  }
  return { rows, sha256: hash.digest('hex') };
}

/** Streams a file that is on disk, and removes it whatever becomes of the reader. */
export function readAndRemove(file: string, remove: () => Promise<void>): Readable {
  const stream = createReadStream(file);
  stream.once('close', () => void remove().catch(() => undefined));
  return stream;
}

const README = `Exit package of a client of the Finanzzentrum

client.json        the client's own master data
people.jsonl       the people whom the tables name, without anything secret
tables/*.jsonl     each table, one row a line, as JSON
files/<sha256>     the files of documents and issued invoices, named by their fingerprint;
                   tables/document_file.jsonl and tables/outgoing_invoice_file.jsonl give their names
books.jsonl        the books with chain, seals and public key, signed
verifier/          the program that holds books.jsonl against the key
manifest.json      every file with its fingerprint, every table with its rows
manifest.sig       the centre's signature over the manifest

Amounts are whole cents, debit positive. Another installation takes the package in with: npm run take-in -- <package>
`;
