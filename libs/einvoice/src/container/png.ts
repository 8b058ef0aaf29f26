import { crc32, deflateSync } from 'node:zlib';

/**
 * Writes pixels (red, green, blue, unused; four bytes each, row by row) as PNG. Pages without colour become greyscale,
 * a third of the size. The picture has no transparency.
 */
export function encodePng(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const grey = isGrey(pixels);
  const channels = grey ? 1 : 3;
  const rows = Buffer.allocUnsafe((width * channels + 1) * height);
  let to = 0;
  for (let from = 0, line = 0; line < height; line++) {
    rows[to++] = 0;
    for (let column = 0; column < width; column++, from += 4) {
      rows[to++] = pixels[from]!;
      if (grey) continue;
      rows[to++] = pixels[from + 1]!;
      rows[to++] = pixels[from + 2]!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = grey ? 0 : 2;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    // Measured on invoice pages: level 4 takes half the time of 6 and gives 5 % more bytes.
    chunk('IDAT', deflateSync(rows, { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.allocUnsafe(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}
