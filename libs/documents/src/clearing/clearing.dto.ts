import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import { filled, PlainText } from '@lib/clients';
import { PageQuery } from '@lib/ledger';
import { DocumentEventDto } from '../inbox/document.dto.js';
import type { ClearingState } from './clearing.store.js';

export class ClearingQuery extends PageQuery {
  /** `open`: what is to be decided; `settled`: what was decided or routed. */
  @IsOptional()
  @IsIn(['open', 'settled'])
  state: 'open' | 'settled' = 'open';
}

@ApiSchema({ description: 'What the file says, as far as it can be read.' })
export class ClearingReadingDto {
  supplierName: string | null;
  invoiceNo: string | null;
  issueDate: string | null;
  /** @example '1190.00' */
  gross: string | null;
  currency: string | null;
  buyerName: string | null;
  buyerReference: string | null;
}

@ApiSchema({ description: 'A client that a weaker sign points at; never applied by itself.' })
export class ClearingProposalDto {
  clientId: number;
  reason: string;
}

@ApiSchema({
  description: 'A file whose client is not known. It waits for a person; it is never given to a client by default.',
})
export class ClearingItemDto {
  id: string;
  fileName: string;
  channel: 'upload' | 'api' | 'folder' | 'mail';
  receivedAt: string;
  receivedByName: string;
  mailbox: string;
  state: ClearingState;
  /** Why no client was found. */
  reason: string | null;
  size: number | null;
  pages: number;
  reading: ClearingReadingDto | null;
  proposals: ClearingProposalDto[];
  /** The client that it went to. */
  clientId: number | null;
  documentId: string | null;
  version: number;
}

export class ClearingListDto {
  items: ClearingItemDto[];
  next: string | null;
}

export class ClearingDetailDto extends ClearingItemDto {
  /** The invoice in the terms of EN 16931; null where there is no record. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  invoice: Record<string, unknown> | null;
  history: DocumentEventDto[];
}

export class AssignmentDto {
  @IsInt()
  @Min(1)
  clientId: number;

  /** @example 'FB3' */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  department?: string;

  /** @example 'Bauhof bestätigt die Lieferung' */
  @PlainText(3, 500)
  reason: string;
}

export class AssignedDto {
  clientId: number;
  documentId: string;
}

export class ClearingRejectionDto {
  /** @example 'Werbung, keine Rechnung' */
  @IsString()
  @Length(3, 1000)
  @Matches(new RegExp(`^${filled(3)}(?:[^\\p{C}]|[\\n\\r\\t])*$`, 'u'), {
    message: '$property is blank or contains control characters',
  })
  note: string;
}

export class RoutedToDto {
  clientId: number;
  documentId: string;
}

@ApiSchema({ description: 'Where a file went: to a client, or to the clearing list.' })
export class RoutedDto {
  routedTo: RoutedToDto | null;
  clearingItemId: string | null;
}
