import { Logger } from '@nestjs/common';
import { Problem } from '@lib/kernel';
import { intakeProblems } from '../problems.js';
import { type ReceivedFile, receiveFile } from './receive-file.js';

const BEAT_MS = 8_000;
const logger = new Logger('Intake');

/** How a file that is awaited is written down while it arrives. */
export interface Record {
  beat(): Promise<void>;
  notTaken(state: 'missing' | 'refused', why: Problem): Promise<void>;
}

/**
 * Receives a file that a batch knows of already. Whatever keeps it from being taken is written down with it before the sender is told: a
 * connection cut off makes it `missing`, a limit `refused`.
 */
export async function receiveInto(
  record: Record,
  ...[body, wish]: Parameters<typeof receiveFile>
): Promise<ReceivedFile> {
  const beat = setInterval(() => void record.beat().catch(() => undefined), BEAT_MS).unref();
  try {
    return await receiveFile(body, wish);
  } catch (error) {
    const why = error instanceof Problem ? error : intakeProblems.FileNotArrived({ name: wish.name });
    const refused = why.code === 'FileTooLarge' || why.code === 'FileMissing';
    await record
      .notTaken(refused ? 'refused' : 'missing', refused ? why : intakeProblems.FileNotArrived({ name: wish.name }))
      .catch((failure: Error) => logger.error(`could not note that ${wish.name} is missing: ${failure.message}`));
    throw error;
  } finally {
    clearInterval(beat);
  }
}
