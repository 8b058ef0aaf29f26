import { imageFacts } from './image.js';
import { encodePng } from './png.js';

const png = encodePng(
  3,
  2,
  Uint8Array.from({ length: 24 }, (_, index) => index * 10),
);
// The smallest sound JPEG frame: SOI, SOF0 of 7 × 5, SOS, two bytes of scan, EOI.
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0, 0xff,
  0xd9,
]);

describe('pictures', () => {
  test('tell size and end', () => {
    expect(imageFacts(png, 'png')).toEqual({ width: 3, height: 2, complete: true, end: png.length });
    expect(imageFacts(jpeg, 'jpeg')).toEqual({ width: 7, height: 5, complete: true, end: jpeg.length });
  });

  test('what hangs behind the end is not shown', () => {
    const tail = Buffer.from('<script>alert(1)</script>');
    expect(imageFacts(Buffer.concat([png, tail]), 'png')!.end).toBe(png.length);
    expect(imageFacts(Buffer.concat([jpeg, tail]), 'jpeg')!.end).toBe(jpeg.length);
  });

  test('cut off anywhere is incomplete or none', () => {
    for (let end = 0; end < png.length; end++)
      expect(imageFacts(png.subarray(0, end), 'png')?.complete ?? false).toBe(false);
    for (let end = 0; end < jpeg.length; end++)
      expect(imageFacts(jpeg.subarray(0, end), 'jpeg')?.complete ?? false).toBe(false);
  });
});
