import { ApiExtraModels, ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { PersonDto } from '@lib/ledger';
import type { Alarm, Channel, DocumentFileKind, DocumentKind, DocumentState } from '../document/document.js';

@ApiSchema({ description: 'A line of the inbox.' })
export class DocumentRowDto {
  id: string;
  /** @example 'E-2026-000123' */
  number: string;
  kind: DocumentKind;
  state: DocumentState;
  channel: Channel;
  /** @example 'rechnung-4711.xml' */
  fileName: string;
  fileKind: DocumentFileKind;
  receivedAt: string;
  receivedByName: string;
  /** The sender's address, as far as it is known. */
  sender: string;
  /** The mail that it came with. */
  partOf: string | null;
  department: string | null;
  partnerId: string | null;
  supplierName: string;
  invoiceNo: string | null;
  /** @example '2026-03-31' */
  issueDate: string | null;
  dueOn: string | null;
  /** The first day on which Skonto is lost is the day after. */
  discountOn: string | null;
  /** @example 'EUR' */
  currency: string | null;
  /** @example '1000.00' */
  net: string | null;
  /** @example '190.00' */
  tax: string | null;
  /** @example '1190.00' */
  gross: string | null;
  /** @example '1190.00' */
  payable: string | null;
  /** What the automatic check says; the last word has a person. */
  decision: string | null;
  legalClass: string | null;
  errors: number;
  warnings: number;
  alarms: Alarm[];
  /** The document that it repeats, or seems to. */
  duplicateOf: string | null;
  /** The earlier invoice that it corrects or follows up. */
  corrects: string | null;
  /** The step of the workflow in which it waits. */
  step: string | null;
  stepSince: string | null;
  /** @example '2026-04-10' */
  stepDue: string | null;
  assignees: PersonDto[];
  /** What the coding says it is for; null while nothing is coded. */
  text: string | null;
  version: number;
}

export class InboxCountsDto {
  /** Over the whole inbox, whatever the filter. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { new: 12, posted: 840 } })
  byState: Partial<Record<DocumentState, number>>;
}

export class DocumentListDto {
  items: DocumentRowDto[];
  next: string | null;
  counts: InboxCountsDto;
}

export class EntryDocumentsDto {
  items: DocumentRowDto[];
  next: string | null;
}

@ApiSchema({ description: 'What a check found: a rule of EN 16931 or XRechnung, or a check of our own.' })
export class DocumentFindingDto {
  /** @example 'BR-DE-15' */
  id: string;
  severity: 'fatal' | 'error' | 'warning' | 'information';
  /** In the language of the request. */
  message: string;
  /** What to do about it, in the language of the request; null where the message says enough. */
  @ApiProperty({ format: 'text', example: 'Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.' })
  hint: string | null;
  /**
   * Business terms.
   * @example ['BT-10']
   */
  terms: string[];
  where: string | null;
  /** A rule of EN 16931 or XRechnung; otherwise a check of our own. */
  official: boolean;
}

export class DocumentFileDto {
  no: number;
  role: 'original' | 'invoice-xml' | 'attachment';
  name: string;
  mime: string;
  /** In bytes; null where it is not known before it is unpacked. */
  size: number | null;
  /** null: the file lies inside the original. */
  sha256: string | null;
}

@ApiSchema({ description: 'Something that the document is connected with.' })
export class DocumentLinkDto {
  /** @example 'duplicate-of' */
  kind: 'duplicate-of' | 'duplicate' | 'corrects' | 'corrected-by' | 'mail' | 'part' | 'partner' | 'open-item';
  id: string;
  number: string | null;
  label: string | null;
  /** What a linked document asks for, in euros; null of everything else. */
  amount: string | null;
}

export class DocumentEntryDto {
  /** @example '2026-17' */
  id: string;
  bookingDate: string;
  text: string;
  amount: string;
}

@ApiSchema({ description: 'Something that happened to the document: who, when, what.' })
export class DocumentEventDto {
  /** @example '4711' */
  id: string;
  at: string;
  byName: string;
  /** @example 'received' */
  kind: string;
  note: string;
  detail: Record<string, unknown>;
}

export class DocumentMailDto {
  /** @example 'Lieferant <versand@lieferant.example>' */
  @ApiProperty({ format: 'text' })
  from: string;
  /** @example 'rechnung@ahlenbrueck.example' */
  @ApiProperty({ format: 'text' })
  to: string;
  subject: string;
  /** An instant. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  date: string | null;
  text: string;
}

@ApiSchema({ description: 'A value found in the text of a PDF: a proposal, never applied by itself.' })
export class SuggestionDto {
  value: string;
  /** The line in which it stands. */
  where: string | null;
}

export class RetentionDto {
  class: 'voucher' | 'letter' | 'book' | 'permanent';
  /** 1 January after the council adopted the statements; null while that is unknown. */
  startsOn: string | null;
  /** @example '2036-01-01' */
  deletableFrom: string | null;
  legalHold: boolean;
  legalHoldReason: string;
}

@ApiSchema({ description: 'One document with everything that is known of it.' })
@ApiExtraModels(SuggestionDto)
export class DocumentDto extends DocumentRowDto {
  /** Of the file as received, hexadecimal; null for documents without a file. */
  sha256: string | null;
  /** By what the supplier was recognised. @example 'vat-id+name' */
  recognisedBy: string | null;
  supplierKey: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  contractReference: string | null;
  /** UNTDID 4461. @example '58' */
  paymentMeans: string | null;
  iban: string | null;
  /** Which edition of the rules was applied. */
  edition: string | null;
  acceptedAt: string | null;
  acceptedByName: string | null;
  acceptedReason: string | null;
  /** The invoice in the terms of EN 16931, numbers as the file writes them; null where there is no record. At most 1,000 lines. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  invoice: Record<string, unknown> | null;
  findings: DocumentFindingDto[];
  files: DocumentFileDto[];
  /** How many pages can be shown. */
  pages: number;
  links: DocumentLinkDto[];
  entries: DocumentEntryDto[];
  history: DocumentEventDto[];
  mail: DocumentMailDto | null;
  /** By field: `number`, `gross`, `iban` … */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(SuggestionDto) } },
  })
  suggestions: Record<string, SuggestionDto[]>;
  retention: RetentionDto;
  /** The coding as far as somebody has entered it. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  coding: Record<string, unknown> | null;
  /** The steps of the decision, waiting and decided. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  tasks: object[];
  /** The same bytes had been received before: this is the document that was made of them then. */
  duplicateUpload?: boolean;
}

export class LetterDto {
  /** Empty where no address of the sender is known. @example 'rechnung@lieferant.example' */
  @ApiProperty({ format: 'text' })
  to: string;
  subject: string;
  body: string;
  /** It will be mailed; otherwise it is to be copied. */
  sent: boolean;
}
