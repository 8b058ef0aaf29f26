import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** One file of a backup. */
export interface ArchivedFile {
  path: string;
  size: number;
  sha256: string;
}

/** What a backup says about itself; the last entry of the archive, so that a cut-off archive has none. */
export interface Manifest {
  format: 1;
  createdAt: string;
  /** Major version of the PostgreSQL that wrote the data and alone can read it. */
  postgres: string;
  /** How far the books reach: the position of the server's log at the end of the backup. */
  until: string;
  directories: string[];
  files: ArchivedFile[];
}

/** The archive is not one of ours, was cut off, or was changed. Nothing of it has been put in place. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

const MANIFEST = 'manifest.json';
const CHUNK = 1 << 20;

/** Writes a backup, entry by entry, readable by its owner alone. */
export class ArchiveWriter {
  private readonly tar = pack();
  private readonly written: Promise<void>;
  readonly files: ArchivedFile[] = [];

  constructor(file: string) {
    // Data pages compress well at any level; the lowest keeps a backup quick beside running bookings.
    this.written = pipeline(
      this.tar,
      createGzip({ level: 1 }),
      createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }),
    );
    this.written.catch(() => undefined); // reported by finish()
  }

  /**
   * Adds a file as long as it is now. A running server may change it meanwhile: growth is left out and a cut is filled with
   * zeros, both of which its log puts right. Nothing is added when the file is gone: its removal is in the log, too.
   */
  async addFile(source: string, name: string): Promise<void> {
    let handle;
    try {
      handle = await open(source, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    try {
      const { size } = await handle.stat();
      await this.add(name, size, async function* () {
        for (let offset = 0; offset < size;) {
          const chunk = Buffer.alloc(Math.min(CHUNK, size - offset));
          await handle.read(chunk, 0, chunk.length, offset);
          offset += chunk.length;
          yield chunk;
        }
      });
    } finally {
      await handle.close();
    }
  }

  async addText(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.add(name, bytes.length, async function* () {
      yield bytes;
    });
  }

  /** Closes the archive with its manifest; afterwards it is on disk. */
  async finish(about: Omit<Manifest, 'files' | 'format'>): Promise<Manifest> {
    const manifest: Manifest = { format: 1, ...about, files: [...this.files] };
    await this.addText(MANIFEST, JSON.stringify(manifest));
    this.tar.finalize();
    await this.written;
    return manifest;
  }

  /** Gives up; the file is the caller's to remove. */
  async abort(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
  }

  private async add(name: string, size: number, content: () => AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    const entry = this.tar.entry({ name, size, mode: 0o600, type: 'file' });
    const hashed = async function* () {
      for await (const chunk of content()) {
        hash.update(chunk);
        yield chunk;
      }
    };
    await Promise.race([
      pipeline(hashed, entry),
      this.written.then(() => Promise.reject(new Error('the archive was closed'))),
    ]);
    this.files.push({ path: name, size, sha256: hash.digest('hex') });
  }
}

/**
 * Unpacks a backup into an empty directory and proves every byte of it against the manifest.
 * @throws ArchiveError
 */
export async function unpackArchive(file: string, into: string): Promise<Manifest> {
  const found = new Map<string, string>();
  let manifest: Manifest | undefined;
  const entries = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), entries);
  reading.catch(() => undefined); // the loop below sees it first
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      if (manifest) throw new ArchiveError(`"${name}" comes after the manifest`);
      if (type !== 'file') throw new ArchiveError(`"${name}" is a ${type}; a backup holds files only`);
      if (name === MANIFEST) {
        manifest = await readManifest(entry);
        continue;
      }
      if (found.has(name)) throw new ArchiveError(`"${name}" is there twice`);
      const target = within(into, name);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      const hashed = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      };
      await pipeline(entry, hashed, createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }));
      found.set(name, hash.digest('hex'));
    }
    await reading;
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(`it cannot be read to its end: ${(error as Error).message}`, { cause: error });
  }
  if (!manifest) throw new ArchiveError('it holds no manifest: it was cut off or is no backup of this software');
  compare(manifest, found);
  for (const directory of manifest.directories) await mkdir(within(into, directory), { recursive: true, mode: 0o700 });
  return manifest;
}

async function readManifest(entry: AsyncIterable<Buffer>): Promise<Manifest> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  const manifest = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Partial<Manifest>;
  if (manifest.format !== 1)
    throw new ArchiveError(`its format ${String(manifest.format)} is not known to this version`);
  return manifest as Manifest;
}

/** A path of the archive inside the directory; one that leads out of it is refused. */
function within(directory: string, name: string): string {
  const target = path.resolve(directory, name);
  if (!name || path.isAbsolute(name) || !target.startsWith(directory + path.sep)) {
    throw new ArchiveError(`the path "${name}" leads out of the data directory`);
  }
  return target;
}

function compare(manifest: Manifest, found: ReadonlyMap<string, string>): void {
  for (const file of manifest.files) {
    const hash = found.get(file.path);
    if (hash === undefined) throw new ArchiveError(`"${file.path}" is missing`);
    if (hash !== file.sha256)
      throw new ArchiveError(`"${file.path}" was changed: its SHA-256 differs from the manifest`);
  }
  if (found.size !== manifest.files.length) throw new ArchiveError('it holds files that the manifest does not list');
}
