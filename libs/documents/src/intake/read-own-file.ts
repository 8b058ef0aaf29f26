import { performReading } from '../reading/perform-reading.js';
import { readingOf } from './reading-of-file.js';
import type { Reading } from './reading.js';

/**
 * Reads a file of our own making in this process. For what comes from outside there is {@link FileReading}, whose processes can
 * be ended.
 */
export async function readOwnFile(bytes: Uint8Array, name: string, receivedOn: string): Promise<Reading> {
  return readingOf(await performReading(bytes, name, { receivedOn, schemas: null }));
}
