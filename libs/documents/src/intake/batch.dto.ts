import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PlainText } from '@lib/clients';
import { ToBoolean } from '@lib/ledger';

export class NewBatchDto {
  /** @example 'Rechnungen vom Wochenende' */
  @PlainText(1, 200)
  name: string;
}

export class BatchFilesQuery {
  /** Files after this number. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  after: number = 0;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;

  /** Only files that a person should look at: missing, refused, quarantined, duplicates. */
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  faults: boolean = false;
}

export class BatchCountsDto {
  /** Files that the batch knows of, arrived or not. */
  received: number;
  /** Files that are finished, one way or another. */
  done: number;
  documents: number;
  duplicates: number;
  quarantined: number;
  /** Files that lie in the clearing list (batches of the centre only). */
  cleared: number;
  /** Files that did not arrive or could not be taken in. */
  failed: number;
}

@ApiSchema({ description: 'A file of a batch and what became of it.' })
export class BatchFileDto {
  fileNo: number;
  name: string;
  state: 'arriving' | 'waiting' | 'running' | 'done' | 'missing' | 'refused' | 'failed' | 'cleared';
  outcome: 'document' | 'duplicate' | 'quarantined' | 'received-again' | null;
  documentId: string | null;
  /** In the language of the request. */
  reason: string | null;
}

export class BatchFileListDto {
  items: BatchFileDto[];
  next: string | null;
}

export class ArrivedFileDto {
  fileNo: number;
}

@ApiSchema({
  description: 'Many files that come together. It survives a restart, and each file is taken in exactly once.',
})
export class BatchDto {
  id: string;
  name: string;
  /** `collecting`: more files may come; `running`: complete, and files still wait; `done`. */
  state: 'collecting' | 'running' | 'done';
  createdAt: string;
  createdByName: string;
  completedAt: string | null;
  counts: BatchCountsDto;
  /** Files per second over the last ten seconds; null while nothing has moved. */
  perSecond: number | null;
  remainingSeconds: number | null;
  /** The first files that a person should look at. */
  files: BatchFileDto[];
}

export class BatchListDto {
  items: BatchDto[];
  next: string | null;
}
