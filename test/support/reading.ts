import path from 'node:path';
import { FileReader, type ReadingLimits } from '@lib/documents';

const ROOT = path.resolve(__dirname, '../..');

/** A reader whose processes run the sources as they stand, bounded as in the built service. */
export function boundedReader(limits: Partial<ReadingLimits> = {}, schemaFolder?: string): FileReader {
  return new FileReader({
    limits,
    ...(schemaFolder !== undefined && { schemaFolder }),
    process: {
      file: path.join(ROOT, 'libs/documents/src/reading/reading-process.ts'),
      execArgv: ['--import', path.join(ROOT, 'test/support/run-typescript.mjs')],
    },
  });
}
