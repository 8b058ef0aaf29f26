import type { FileKind } from './file-kind.js';

/** What a picture says about itself. */
export interface ImageFacts {
  width: number;
  height: number;
  /** The picture is complete up to its end mark. */
  complete: boolean;
  /** Where the picture ends; what follows belongs to nobody and is not shown. */
  end: number;
}

/** More pixels than this are not shown: a browser would need half a gigabyte for them. */
export const MOST_IMAGE_PIXELS = 100_000_000;

/**
 * Size and soundness of a PNG or JPEG, found by walking its chunks; null where it is none. Pictures are shown as they
 * are, up to their end mark, as `image/png` or `image/jpeg` with `nosniff`: a browser decodes pictures in a sandbox, in
 * code hardened for years, and executes nothing in them. Decoding them here to encode them anew would bring such a
 * decoder into the service and lose quality that evidence needs.
 */
export function imageFacts(bytes: Uint8Array, kind: FileKind): ImageFacts | null {
  if (kind === 'png') return pngFacts(bytes);
  return kind === 'jpeg' ? jpegFacts(bytes) : null;
}

function pngFacts(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) return null;
  const facts: ImageFacts = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    complete: false,
    end: bytes.length,
  };
  if (facts.width === 0 || facts.height === 0) return null;
  let pixels = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (at + 12 + length > bytes.length) break;
    if (type === 0x49444154) pixels = true;
    at += 12 + length;
    if (type === 0x49454e44) return { ...facts, complete: pixels, end: at };
  }
  return facts;
}

function jpegFacts(bytes: Uint8Array): ImageFacts | null {
  let size: { width: number; height: number } | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    if (length < 2) return null;
    // Frame headers SOF0 to SOF15, without the tables among them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (at + 9 > bytes.length) return null;
      size = { height: (bytes[at + 5]! << 8) | bytes[at + 6]!, width: (bytes[at + 7]! << 8) | bytes[at + 8]! };
    }
    at += 2 + length;
    if (marker === 0xda) {
      if (!size || size.width === 0 || size.height === 0) return null;
      const end = scanEnd(bytes, at);
      return end === null ? { ...size, complete: false, end: bytes.length } : { ...size, complete: true, end };
    }
  }
  return null;
}

/** The end of image after the scans: `FF D9` that is not inside a segment. */
function scanEnd(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return at + 2;
    // Stuffed bytes and restart marks belong to the scan; tables and further scans are jumped over.
    if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (marker === 0xff) at++;
    else at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return null;
}
