import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  type MessageEvent,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Sse,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { Observable } from 'rxjs';
import {
  type AccessRequest,
  ClientId,
  CurrentUser,
  IdempotencyKey,
  Needs,
  NotRecorded,
  type Principal,
} from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { fileBody, TakesFile, watched } from '@lib/http';
import type { Language } from '@lib/kernel';
import { PageQuery } from '@lib/ledger';
import { ContentStore } from '../content/content.store.js';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { FileNameQuery } from '../inbox/inbox.dto.js';
import { languageOf, personOf, Repeats } from '../requests.js';
import { ArrivedFileDto, BatchDto, BatchFileListDto, BatchFilesQuery, BatchListDto, NewBatchDto } from './batch.dto.js';
import { batchFileView, batchView } from './batch-view.js';
import {
  batchCounts,
  batchFiles,
  completeBatch,
  expectFile,
  fileArrived,
  fileNotTaken,
  findBatch,
  insertBatch,
  listBatches,
  stillArriving,
} from './batches.store.js';
import { IntakeWorker } from './intake-worker.js';
import { receiveInto } from './receive-into.js';
import { nameOf } from './receive-file.js';
import { timeCursor } from './time-cursor.js';

const MOST_FAULTS = 100;

/** Many files at once: sent one by one, taken in in the background, watched or left. */
@ApiTags('Documents')
@Controller('clients/:clientId/document-batches')
export class BatchesController {
  constructor(
    private readonly database: Database,
    private readonly contents: ContentStore,
    private readonly worker: IntakeWorker,
    private readonly repeats: Repeats,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  /** Begins a batch; its files follow one by one. */
  @Post()
  @Needs('documents:intake')
  create(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @IdempotencyKey() key: string | undefined,
    @Body() { name }: NewBatchDto,
  ): Promise<BatchDto> {
    const asked = { user, key, route: `clients/${clientId}/document-batches`, body: { name } };
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, async () =>
        batchView(await insertBatch(tx, { id: randomUUID(), name, by: personOf(user) })),
      ),
    );
  }

  /** Takes a file of the batch in the body of the request. It is stored when this answers; what becomes of it the batch tells. */
  @Post(':batchId/files')
  @HttpCode(202)
  @Needs('documents:intake')
  @NotRecorded('the batch names each of its files, and each document its receipt')
  @TakesFile()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async file(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Query() query: FileNameQuery,
    @Req() request: AccessRequest,
  ): Promise<ArrivedFileDto> {
    const { body, announced } = fileBody(request);
    const name = nameOf(query.fileName);
    const within = <T>(work: (tx: ClientTx) => Promise<T>): Promise<T> => this.database.inClient(clientId, work);
    const fileNo = await within((tx) => expectFile(tx, batchId, name));
    const file = await receiveInto(
      {
        beat: () => within((tx) => stillArriving(tx, batchId, fileNo)),
        notTaken: (state, why) => within((tx) => fileNotTaken(tx, batchId, fileNo, state, why)),
      },
      body,
      { name, by: user.userId, announced, limits: this.options.limits },
    );
    const content = await this.contents.prepare(clientId, file.bytes, file.sha256);
    await within(async (tx) => {
      await this.contents.keep(tx, content);
      await fileArrived(tx, batchId, fileNo, { sha256: file.sha256, size: file.bytes.length });
    });
    this.worker.nudge();
    return { fileNo };
  }

  /** Says that no more files come. */
  @Post(':batchId/completion')
  @HttpCode(200)
  @Needs('documents:intake')
  complete(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BatchDto> {
    return this.database.inClient(clientId, async (tx) => {
      await completeBatch(tx, batchId);
      return this.view(tx, batchId, languageOf(language, user));
    });
  }

  /** The client's batches, newest first. */
  @Get()
  @Needs('documents:read')
  async list(@ClientId() clientId: number, @Query() { limit, after }: PageQuery): Promise<BatchListDto> {
    return this.database.inClient(clientId, async (tx) => {
      const batches = await listBatches(tx, limit + 1, timeCursor(after));
      const shown = batches.slice(0, limit);
      const counts = await batchCounts(
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

  /** One batch: how far it is, and the first files that a person should look at. */
  @Get(':batchId')
  @Needs('documents:read')
  one(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BatchDto> {
    return this.database.inClient(clientId, (tx) => this.view(tx, batchId, languageOf(language, user)));
  }

  /** The files of a batch and what became of each. */
  @Get(':batchId/files')
  @Needs('documents:read')
  files(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Query() { after, limit, faults }: BatchFilesQuery,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BatchFileListDto> {
    return this.database.inClient(clientId, async (tx) => {
      await findBatch(tx, batchId);
      const files = await batchFiles(tx, batchId, { after, limit: limit + 1, faults });
      const shown = files.slice(0, limit);
      return {
        items: shown.map((file) => batchFileView(file, languageOf(language, user))),
        next: files.length > limit ? String(shown.at(-1)!.fileNo) : null,
      };
    });
  }

  /** The batch again whenever it has moved on, until it is done (server-sent events). */
  @Sse(':batchId/events')
  @Needs('documents:read')
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
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const look = (): Promise<BatchDto> =>
      this.database.inClient(clientId, (tx) => this.view(tx, batchId, languageOf(language, user)));
    await look(); // who may not see it is told so before the stream begins
    return watched('batch', look, (batch) => batch.state === 'done');
  }

  private async view(tx: ClientTx, id: string, language: Language): Promise<BatchDto> {
    const batch = await findBatch(tx, id);
    const counts = await batchCounts(tx, [id]);
    const files = await batchFiles(tx, id, { limit: MOST_FAULTS, faults: true });
    return batchView(
      batch,
      counts.get(id),
      files.map((file) => batchFileView(file, language)),
    );
  }
}
