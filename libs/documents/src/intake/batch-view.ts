import { type Language, type Params, wordsFor } from '@lib/kernel';
import type { BatchDto, BatchFileDto } from './batch.dto.js';
import type { Batch, BatchCounts } from './batches.store.js';

const NONE: BatchCounts = {
  received: 0,
  open: 0,
  documents: 0,
  duplicates: 0,
  quarantined: 0,
  cleared: 0,
  failed: 0,
  recent: 0,
};

/** A file of a batch as the API answers it. */
export function batchFileView(
  file: Omit<BatchFileDto, 'reason'> & { reason: string | null; params: Params },
  language: Language,
): BatchFileDto {
  return {
    fileNo: file.fileNo,
    name: file.name,
    state: file.state,
    outcome: file.outcome,
    documentId: file.documentId,
    reason: file.reason && wordsFor(file.reason, file.params, language).detail,
  };
}

/** A batch as the API answers it. */
export function batchView(batch: Batch, counts: BatchCounts = NONE, files: BatchFileDto[] = []): BatchDto {
  const { open, recent, ...shown } = counts;
  const perSecond = recent > 0 ? Math.round(recent) / 10 : null;
  return {
    id: batch.id,
    name: batch.name,
    state: batch.completedAt === null ? 'collecting' : open > 0 ? 'running' : 'done',
    createdAt: batch.createdAt,
    createdByName: batch.createdByName,
    completedAt: batch.completedAt,
    counts: {
      received: shown.received,
      done: shown.received - open,
      documents: shown.documents,
      duplicates: shown.duplicates,
      quarantined: shown.quarantined,
      cleared: shown.cleared,
      failed: shown.failed,
    },
    perSecond: perSecond === null ? null : Math.max(1, Math.round(perSecond)),
    remainingSeconds: perSecond === null || open === 0 ? null : Math.ceil(open / perSecond),
    files,
  };
}
