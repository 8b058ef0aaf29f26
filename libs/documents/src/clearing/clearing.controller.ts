import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  type MessageEvent,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  Sse,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { Observable } from 'rxjs';
import { type AccessRequest, CurrentUser, IdempotencyKey, NeedsCentre, NotRecorded, type Principal } from '@lib/access';
import { Database, type Tx } from '@lib/database';
import { invoiceFromPlain } from '@lib/einvoice';
import { fileBody, TakesFile, watched } from '@lib/http';
import { formatEuro, type Language, problems, wordsFor } from '@lib/kernel';
import { PageQuery } from '@lib/ledger';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { shownInvoice } from '../document/invoice-facts.js';
import { FileNameQuery, PageWidthQuery } from '../inbox/inbox.dto.js';
import { PagePictures } from '../inbox/page-pictures.js';
import { attachment, type FileReply, picture } from '../inbox/send-file.js';
import {
  ArrivedFileDto,
  BatchDto,
  type BatchFileDto,
  BatchFileListDto,
  BatchFilesQuery,
  BatchListDto,
  NewBatchDto,
} from '../intake/batch.dto.js';
import { batchFileView, batchView } from '../intake/batch-view.js';
import { IntakeWorker } from '../intake/intake-worker.js';
import { FileReading } from '../intake/reading.js';
import { receiveInto } from '../intake/receive-into.js';
import { nameOf } from '../intake/receive-file.js';
import { timeCursor } from '../intake/time-cursor.js';
import { documentProblems } from '../problems.js';
import { languageOf, personOf, Repeats } from '../requests.js';
import {
  AssignedDto,
  AssignmentDto,
  ClearingDetailDto,
  type ClearingItemDto,
  ClearingListDto,
  ClearingQuery,
  ClearingRejectionDto,
  RoutedDto,
} from './clearing.dto.js';
import {
  type ClearingItem,
  type ClearingState,
  clearingEvents,
  completeIntakeBatch,
  directly,
  findIntakeBatch,
  findItem,
  insertIntakeBatch,
  insertItem,
  intakeBatchCounts,
  intakeBatchFiles,
  itemArrived,
  itemBytes,
  itemNotTaken,
  itemStillArriving,
  listIntakeBatches,
  listItems,
} from './clearing.store.js';
import { FileRouter } from './route-file.js';

const SETTLED: ClearingState[] = ['routed', 'rejected', 'duplicate', 'failed', 'missing', 'refused'];
const MOST_FAULTS = 100;
const ONE_PIECE = 1024 * 1024;

/** What comes to the centre and not to a client: routed where the file says whose it is, else kept in the clearing list. */
@ApiTags('Clearing list')
@Controller('centre')
export class ClearingController {
  constructor(
    private readonly database: Database,
    private readonly router: FileRouter,
    private readonly worker: IntakeWorker,
    private readonly reading: FileReading,
    private readonly pictures: PagePictures,
    private readonly repeats: Repeats,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  /** Takes a file whose client the file itself names. What cannot be routed lies in the clearing list. */
  @Post('intake')
  @NeedsCentre('documents:intake')
  @TakesFile()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async intake(
    @CurrentUser() user: Principal,
    @Query() query: FileNameQuery,
    @Req() request: AccessRequest,
  ): Promise<RoutedDto> {
    const id = await this.receive(user, request, nameOf(query.fileName), null);
    const routed = await this.worker.routeNow(id);
    // Another worker was faster, or the reader is busy: the item tells where the file is.
    if (!routed) this.worker.nudge();
    const item = await this.database.inCentre((tx) => findItem(tx, id));
    return item.clientId !== null && item.documentId !== null
      ? { routedTo: { clientId: item.clientId, documentId: item.documentId }, clearingItemId: null }
      : { routedTo: null, clearingItemId: item.id };
  }

  /** What waits for a decision, the oldest first; or what was decided. */
  @Get('clearing-items')
  @NeedsCentre('clearing:manage')
  async list(
    @CurrentUser() user: Principal,
    @Query() { limit, after, state }: ClearingQuery,
    @Headers('accept-language') language: string | undefined,
  ): Promise<ClearingListDto> {
    const cursor = timeCursor(after);
    const items = await this.database.inCentre((tx) =>
      listItems(tx, {
        state: state === 'open' ? ['open'] : SETTLED,
        limit: limit + 1,
        after: cursor && { receivedAt: cursor.createdAt, id: cursor.id },
      }),
    );
    const shown = items.slice(0, limit);
    const last = items.length > limit ? shown.at(-1)! : undefined;
    return {
      items: shown.map((item) => itemView(item, languageOf(language, user))),
      next: last ? `${last.receivedAt}_${last.id}` : null,
    };
  }

  /** One file of the list with what it says. */
  @Get('clearing-items/:clearingItemId')
  @NeedsCentre('clearing:manage')
  async one(
    @CurrentUser() user: Principal,
    @Param('clearingItemId', ParseUUIDPipe) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<ClearingDetailDto> {
    const { item, bytes, history } = await this.database.inCentre(async (tx) => ({
      item: await findItem(tx, id),
      bytes: await itemBytes(tx, id),
      history: await clearingEvents(tx, id),
    }));
    const reading = bytes.length > 0 ? await this.reading.read(bytes, item.fileName) : null;
    return {
      ...itemView(item, languageOf(language, user)),
      invoice: reading?.invoice ? shownInvoice(invoiceFromPlain(reading.invoice)) : null,
      history,
    };
  }

  /** The file, to be saved. */
  @Get('clearing-items/:clearingItemId/file')
  @NeedsCentre('clearing:manage')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async file(
    @Param('clearingItemId', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<StreamableFile> {
    const { item, bytes } = await this.bytesOf(id);
    return attachment(reply, { name: item.fileName, mime: 'application/octet-stream', size: bytes.length }, bytes);
  }

  /** A page of the file as an image. */
  @Get('clearing-items/:clearingItemId/pages/:page')
  @NeedsCentre('clearing:manage')
  @NotRecorded('that the file was looked at is recorded once')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async page(
    @Param('clearingItemId', ParseUUIDPipe) id: string,
    @Param('page', ParseIntPipe) page: number,
    @Query() { width }: PageWidthQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<StreamableFile> {
    const { item, bytes } = await this.bytesOf(id);
    if (page < 1 || page > (item.summary.pages ?? 0)) throw documentProblems.PageNotShown({ page });
    const shown = await this.pictures.page(item.sha256!, page, width, () => Promise.resolve(bytes));
    if (!shown) throw documentProblems.PageNotShown({ page });
    return picture(reply, shown);
  }

  /** Gives the file to a client: it becomes a document there, and leaves the list. */
  @Post('clearing-items/:clearingItemId/assignment')
  @HttpCode(200)
  @NeedsCentre('clearing:manage')
  assign(
    @CurrentUser() user: Principal,
    @Param('clearingItemId', ParseUUIDPipe) id: string,
    @Body() body: AssignmentDto,
  ): Promise<AssignedDto> {
    return this.router.assign(id, body, personOf(user));
  }

  /** Decides that the file is no client's. It stays with its record. */
  @Post('clearing-items/:clearingItemId/rejection')
  @HttpCode(200)
  @NeedsCentre('clearing:manage')
  async reject(
    @CurrentUser() user: Principal,
    @Param('clearingItemId', ParseUUIDPipe) id: string,
    @Body() { note }: ClearingRejectionDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<ClearingDetailDto> {
    await this.router.reject(id, note, personOf(user));
    return this.one(user, id, language);
  }

  /** Begins a batch of files for any clients. */
  @Post('intake-batches')
  @NeedsCentre('documents:intake')
  newBatch(
    @CurrentUser() user: Principal,
    @IdempotencyKey() key: string | undefined,
    @Body() { name }: NewBatchDto,
  ): Promise<BatchDto> {
    return this.database.inCentre((tx) =>
      this.repeats.once(tx, { user, key, route: 'centre/intake-batches', body: { name } }, async () =>
        batchView(await insertIntakeBatch(tx, { id: randomUUID(), name, by: personOf(user) })),
      ),
    );
  }

  /** Takes a file of the batch; it is routed in the background. */
  @Post('intake-batches/:intakeBatchId/files')
  @HttpCode(202)
  @NeedsCentre('documents:intake')
  @NotRecorded('the batch names each of its files')
  @TakesFile()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async batchFile(
    @CurrentUser() user: Principal,
    @Param('intakeBatchId', ParseUUIDPipe) batchId: string,
    @Query() query: FileNameQuery,
    @Req() request: AccessRequest,
  ): Promise<ArrivedFileDto> {
    let fileNo = 0;
    await this.receive(user, request, nameOf(query.fileName), batchId, (no) => (fileNo = no));
    this.worker.nudge();
    return { fileNo };
  }

  /** Says that no more files come. */
  @Post('intake-batches/:intakeBatchId/completion')
  @HttpCode(200)
  @NeedsCentre('documents:intake')
  complete(
    @CurrentUser() user: Principal,
    @Param('intakeBatchId', ParseUUIDPipe) batchId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BatchDto> {
    return this.database.inCentre(async (tx) => {
      await completeIntakeBatch(tx, batchId);
      return this.batchOf(tx, batchId, languageOf(language, user));
    });
  }

  /** The centre's batches, newest first. */
  @Get('intake-batches')
  @NeedsCentre('documents:intake')
  async batches(@Query() { limit, after }: PageQuery): Promise<BatchListDto> {
    return this.database.inCentre(async (tx) => {
      const batches = await listIntakeBatches(tx, limit + 1, timeCursor(after));
      const shown = batches.slice(0, limit);
      const counts = await intakeBatchCounts(
        tx,
        shown.map((batch) => batch.id),
      );
      const last = batches.length > limit ? shown.at(-1)! : undefined;
      return {
        items: shown.map((batch) => batchView(batch, counts.get(batch.id))),
        next: last ? `${last.createdAt}_${last.id}` : null,
      };
    });
  }

  /** One batch of the centre: how far it is, and which files lie in the clearing list. */
  @Get('intake-batches/:intakeBatchId')
  @NeedsCentre('documents:intake')
  batch(
    @CurrentUser() user: Principal,
    @Param('intakeBatchId', ParseUUIDPipe) batchId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BatchDto> {
    return this.database.inCentre((tx) => this.batchOf(tx, batchId, languageOf(language, user)));
  }

  /** The files of a batch and what became of each. */
  @Get('intake-batches/:intakeBatchId/files')
  @NeedsCentre('documents:intake')
  batchFiles(
    @CurrentUser() user: Principal,
    @Param('intakeBatchId', ParseUUIDPipe) batchId: string,
    @Query() { after, limit, faults }: BatchFilesQuery,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BatchFileListDto> {
    return this.database.inCentre(async (tx) => {
      await findIntakeBatch(tx, batchId);
      const files = await intakeBatchFiles(tx, batchId, { after, limit: limit + 1, faults });
      const shown = files.slice(0, limit);
      return {
        items: shown.map((file) => fileView(file, languageOf(language, user))),
        next: files.length > limit ? String(shown.at(-1)!.fileNo) : null,
      };
    });
  }

  /** The batch again whenever it has moved on, until it is done (server-sent events). */
  @Sse('intake-batches/:intakeBatchId/events')
  @NeedsCentre('documents:intake')
  @ApiOkResponse({
    description: 'Events of the type `batch`; the data of each is the batch as JSON.',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'event: batch\ndata: {"id":"…","state":"running",…}\n\n',
      },
    },
  })
  async events(
    @CurrentUser() user: Principal,
    @Param('intakeBatchId', ParseUUIDPipe) batchId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const look = (): Promise<BatchDto> => this.batch(user, batchId, language);
    await look(); // who may not see it is told so before the stream begins
    return watched('batch', look, (batch) => batch.state === 'done');
  }

  private async receive(
    user: Principal,
    request: AccessRequest,
    name: string,
    batchId: string | null,
    numbered: (fileNo: number) => void = () => undefined,
  ): Promise<string> {
    const { body, announced } = fileBody(request);
    const id = randomUUID();
    const channel = user.via === 'token' ? 'api' : 'upload';
    const item = { id, batchId, channel, fileName: name, by: personOf(user) } as const;
    numbered((await insertItem(directly(this.database), item))!);
    const file = await receiveInto(
      {
        beat: () => this.database.inCentre((tx) => itemStillArriving(tx, id)),
        notTaken: (state, why) => this.database.inCentre((tx) => itemNotTaken(tx, id, state, why)),
      },
      body,
      { name, by: user.userId, announced, limits: this.options.limits },
    );
    // A large file takes several statements: all or none.
    if (file.bytes.length > ONE_PIECE) await this.database.inCentre((tx) => itemArrived(tx, id, file));
    else await itemArrived(directly(this.database), id, file);
    return id;
  }

  private async bytesOf(id: string): Promise<{ item: ClearingItem; bytes: Buffer }> {
    const found = await this.database.inCentre(async (tx) => ({
      item: await findItem(tx, id),
      bytes: await itemBytes(tx, id),
    }));
    if (found.bytes.length === 0) throw problems.NotFound();
    return found;
  }

  private async batchOf(tx: Tx, id: string, language: Language): Promise<BatchDto> {
    const batch = await findIntakeBatch(tx, id);
    const counts = await intakeBatchCounts(tx, [id]);
    const files = await intakeBatchFiles(tx, id, { limit: MOST_FAULTS, faults: true });
    return batchView(
      batch,
      counts.get(id),
      files.map((file) => fileView(file, language)),
    );
  }
}

const STATES: Record<ClearingState, BatchFileDto['state']> = {
  arriving: 'arriving',
  waiting: 'waiting',
  running: 'running',
  open: 'cleared',
  rejected: 'cleared',
  routed: 'done',
  duplicate: 'done',
  missing: 'missing',
  refused: 'refused',
  failed: 'failed',
};

/** A file of a centre's batch; where it went is told to those who may see that client's documents, not here. */
const fileView = (file: ClearingItem & { fileNo: number }, language: Language): BatchFileDto =>
  batchFileView(
    {
      fileNo: file.fileNo,
      name: file.fileName,
      state: STATES[file.state],
      outcome: file.state === 'routed' ? 'document' : file.state === 'duplicate' ? 'received-again' : null,
      documentId: file.documentId,
      reason: file.reason,
      params: file.params,
    },
    language,
  );

function itemView(item: ClearingItem, language: Language): ClearingItemDto {
  const { summary } = item;
  const read = [summary.supplierName, summary.invoiceNo, summary.gross, summary.buyerName, summary.buyerReference];
  return {
    id: item.id,
    fileName: item.fileName,
    channel: item.channel,
    receivedAt: item.receivedAt,
    receivedByName: item.receivedBy.name,
    mailbox: item.mailbox,
    state: item.state,
    reason: item.reason && wordsFor(item.reason, item.params, language).detail,
    size: item.size === null ? null : Number(item.size),
    pages: summary.pages ?? 0,
    reading: read.some((one) => one !== null && one !== undefined)
      ? {
          supplierName: summary.supplierName ?? null,
          invoiceNo: summary.invoiceNo ?? null,
          issueDate: summary.issueDate ?? null,
          gross: summary.gross == null ? null : formatEuro(summary.gross),
          currency: summary.currency ?? null,
          buyerName: summary.buyerName ?? null,
          buyerReference: summary.buyerReference ?? null,
        }
      : null,
    proposals: (summary.candidates ?? []).map((clientId) => ({
      clientId,
      reason: language === 'de' ? 'Adresse oder Name des Empfängers' : 'Address or name of the buyer',
    })),
    clientId: item.clientId,
    documentId: item.documentId,
    version: item.version,
  };
}
