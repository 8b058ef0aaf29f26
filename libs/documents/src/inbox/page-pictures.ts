import { Injectable } from '@nestjs/common';
import { FileReading } from '../intake/reading.js';

export interface Picture {
  mime: string;
  bytes: Uint8Array;
}

const MOST_BYTES = 48 * 1024 * 1024;

/** Pictures of pages, the last ones kept in memory: a clerk goes back and forth between a few. */
@Injectable()
export class PagePictures {
  /** In the order of their last use. */
  private readonly kept = new Map<string, Picture>();
  private readonly underWay = new Map<string, Promise<Picture | null>>();
  private bytes = 0;

  constructor(private readonly reading: FileReading) {}

  /**
   * The picture of a page; null where it cannot be shown.
   * @param sha256 names the file; its bytes are fetched only when the picture is not at hand
   */
  async page(
    sha256: Buffer,
    page: number,
    width: number,
    fetchBytes: () => Promise<Uint8Array>,
  ): Promise<Picture | null> {
    const key = `${sha256.toString('hex')} ${page} ${width}`;
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    // Two who ask at the same time wait for one rendering.
    let work = this.underWay.get(key);
    if (!work) {
      work = fetchBytes()
        .then((bytes) => this.reading.page(bytes, page, width))
        .then((picture) => {
          if (picture) this.keep(key, picture);
          return picture;
        })
        .finally(() => this.underWay.delete(key));
      this.underWay.set(key, work);
    }
    return work;
  }

  private keep(key: string, picture: Picture): void {
    if (picture.bytes.length > MOST_BYTES / 4) return;
    this.kept.set(key, picture);
    this.bytes += picture.bytes.length;
    for (const [oldest, { bytes }] of this.kept) {
      if (this.bytes <= MOST_BYTES) return;
      this.kept.delete(oldest);
      this.bytes -= bytes.length;
    }
  }
}
