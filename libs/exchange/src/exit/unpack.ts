import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { EXIT_FORMAT, EXIT_VERSION, type ExitManifest, signedText } from './exit-package.js';

/** The package cannot be taken in; nothing was changed. */
export class ExitPackageError extends Error {
  override readonly name = 'ExitPackageError';
}

const NAMES =
  /^(README\.txt|client\.json|people\.jsonl|books\.jsonl|manifest\.(json|sig)|(tables|verifier)\/[a-z_-]+\.(jsonl|js)|files\/[0-9a-f]{64})$/;
const MANIFEST = 'manifest.json';
const SIGNATURE = 'manifest.sig';

/** A package on disk, every byte of it proved against its signed manifest. */
export interface Unpacked {
  folder: string;
  manifest: ExitManifest;
  /** The manifest as it was signed, and the signature. */
  text: string;
  signature: Buffer;
}

/**
 * Unpacks a package into an empty folder.
 * @throws ExitPackageError where it is cut off, changed, of another form, or not signed by the key that it names
 */
export async function unpackExitPackage(file: string, folder: string): Promise<Unpacked> {
  const found = await unpackAll(file, folder);
  for (const name of [MANIFEST, SIGNATURE])
    if (!found.has(name))
      throw new ExitPackageError('it holds no signed manifest: it was cut off or is no exit package');
  const text = await readFile(path.join(folder, MANIFEST), 'utf8');
  const signature = Buffer.from(await readFile(path.join(folder, SIGNATURE), 'utf8'), 'base64');
  const manifest = JSON.parse(text) as ExitManifest;
  if (manifest.format !== EXIT_FORMAT || manifest.version !== EXIT_VERSION)
    throw new ExitPackageError(
      `its form ${String(manifest.format)} ${String(manifest.version)} is not known to this version`,
    );
  if (!verify(null, Buffer.from(signedText(text)), createPublicKey(manifest.publicKey), signature))
    throw new ExitPackageError('its manifest is not signed by the key that it names');
  const listed = new Map(manifest.files.map((one) => [one.path, one.sha256]));
  for (const [name, sha256] of found) {
    if (name === MANIFEST || name === SIGNATURE) continue;
    if (listed.get(name) !== sha256)
      throw new ExitPackageError(`"${name}" was changed: its fingerprint differs from the manifest`);
    listed.delete(name);
  }
  for (const name of listed.keys()) throw new ExitPackageError(`"${name}" is missing`);
  return { folder, manifest, text, signature };
}

async function unpackAll(file: string, folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const entries = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), entries);
  reading.catch(() => undefined); // the loop below sees it first
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      if (type !== 'file' || !NAMES.test(name)) throw new ExitPackageError(`"${name}" has no place in an exit package`);
      if (found.has(name)) throw new ExitPackageError(`"${name}" is there twice`);
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      const hashed = async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      };
      await pipeline(entry, hashed, createWriteStream(target, { mode: 0o600, flags: 'wx' }));
      const sha256 = hash.digest('hex');
      if (name.startsWith('files/') && name !== `files/${sha256}`)
        throw new ExitPackageError(`"${name}" holds other bytes than its name says`);
      found.set(name, sha256);
    }
    await reading;
  } catch (error) {
    if (error instanceof ExitPackageError) throw error;
    throw new ExitPackageError(`it cannot be read to its end: ${(error as Error).message}`, { cause: error });
  }
  return found;
}
