import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { fileBody, Spool, TakesFile } from '@lib/http';
import { Clock, parseEuro, problems } from '@lib/kernel';
import { OrCsv } from '@lib/ledger';
import { FileRouter } from '../clearing/route-file.js';
import { ContentStore } from '../content/content.store.js';
import { taskViews } from '../decisions/task-view.js';
import { documentFiles, findDocument } from '../document/document.store.js';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { Intake } from '../intake/intake.js';
import { FileReading } from '../intake/reading.js';
import { nameOf, receiveFile } from '../intake/receive-file.js';
import { Outbox } from '../letters/outbox.js';
import { documentProblems } from '../problems.js';
import { languageOf, personOf, Repeats } from '../requests.js';
import {
  acceptDocument,
  captureDocument,
  commentDocument,
  decideDuplicate,
  fileDocument,
  holdDocument,
  previewRejection,
  refreshBankAlarms,
  rejectDocument,
  releaseDocument,
} from './desk.js';
import { DocumentDto, DocumentEventDto, DocumentListDto, EntryDocumentsDto, LetterDto } from './document.dto.js';
import { documentView, rowViews } from './document-view.js';
import { inboxCsv, MOST_CSV_DOCUMENTS } from './inbox-csv.js';
import {
  AcceptanceDto,
  CommentDto,
  DocumentChangeDto,
  DuplicateDecisionDto,
  FileNameQuery,
  InboxQuery,
  LegalHoldDto,
  LetterPreviewQuery,
  PageWidthQuery,
  ReasonDto,
  RejectionDto,
} from './inbox.dto.js';
import { countsByState, documentsOfEntry, inboxPage } from './inbox.queries.js';
import { PagePictures } from './page-pictures.js';
import { attachment, type FileReply, picture } from './send-file.js';

/** The inbox of one client: documents taken in, looked at and prepared for their way. */
@ApiTags('Documents')
@Controller('clients/:clientId')
export class InboxController {
  constructor(
    private readonly database: Database,
    private readonly contents: ContentStore,
    private readonly intake: Intake,
    private readonly reading: FileReading,
    private readonly pictures: PagePictures,
    private readonly repeats: Repeats,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly router: FileRouter,
    private readonly spool: Spool,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  /**
   * Takes a file in the body of the request and makes a document of it. Bytes that were received before are noted with the document that
   * they made then, which is answered with 200 and `duplicateUpload`.
   */
  @Post('documents')
  @Needs('documents:intake')
  @TakesFile()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: DocumentDto })
  async upload(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Query() query: FileNameQuery,
    @IdempotencyKey() key: string | undefined,
    @Req() request: AccessRequest,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<DocumentDto> {
    const { body, announced } = fileBody(request);
    const { limits } = this.options;
    const file = await receiveFile(body, { name: nameOf(query.fileName), by: user.userId, announced, limits });
    const asked = {
      user,
      key,
      route: `clients/${clientId}/documents`,
      body: { sha256: file.sha256.toString('hex'), fileName: file.name },
    };
    const view = (documentId: string): Promise<DocumentDto> =>
      this.database.inClient(clientId, (tx) => this.view(tx, documentId, user, language));
    const first = await this.database.inClient(clientId, async (tx) =>
      (await this.repeats.known(tx, user, key))
        ? this.repeats.once<{ documentId: string }>(tx, asked, () => Promise.reject(problems.KeyReused()))
        : undefined,
    );
    if (first) return view(first.documentId);
    const channel = user.via === 'token' ? 'api' : 'upload';
    const taken = await this.intake.takeIn(clientId, file, { channel, by: personOf(user) }, (tx, { documentId }) =>
      this.repeats.once(tx, asked, () => Promise.resolve({ documentId })).then(() => undefined),
    );
    const again = taken.outcome === 'received-again';
    if (again) reply.status(200);
    return { ...(await view(taken.documentId)), ...(again && { duplicateUpload: true }) };
  }

  /** The inbox, filtered and searched, or as a spreadsheet; what came last stands first. */
  @Get('documents')
  @Needs('documents:read')
  @OrCsv(DocumentListDto)
  async list(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Query() query: InboxQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<DocumentListDto | string> {
    const { mine, amountFrom, amountTo, format, ...filter } = query;
    const cents = (text: string | undefined, name: string): bigint | undefined => {
      if (text === undefined) return undefined;
      const read = parseEuro(text);
      if (!read.ok) throw problems.InvalidField({ reason: read.error }, `/${name}`);
      return read.value;
    };
    return this.database.inClient(clientId, async (tx) => {
      const page = await inboxPage(tx, {
        ...filter,
        ...(format === 'csv' && { limit: MOST_CSV_DOCUMENTS, after: undefined }),
        ...(mine && { assignee: user.userId }),
        ...(amountFrom !== undefined && { amountFrom: cents(amountFrom, 'amountFrom')! }),
        ...(amountTo !== undefined && { amountTo: cents(amountTo, 'amountTo')! }),
      });
      const items = await rowViews(tx, page.items);
      if (format === 'csv') {
        if (page.next !== null) throw documentProblems.TooManyDocuments({ limit: MOST_CSV_DOCUMENTS });
        reply.header('Content-Type', 'text/csv; charset=utf-8');
        reply.header('Content-Disposition', 'attachment; filename="posteingang.csv"');
        return inboxCsv(items);
      }
      return {
        items,
        next: page.next,
        counts: { byState: await countsByState(tx) },
      };
    });
  }

  /** One document with findings, files, links and its whole history. */
  @Get('documents/:documentId')
  @Needs('documents:read')
  one(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.database.inClient(clientId, async (tx) => {
      const document = await findDocument(tx, id);
      if (!document) throw problems.NotFound();
      await refreshBankAlarms(tx, document);
      return this.view(tx, id, user, language);
    });
  }

  /** A file of a document, byte for byte as it was received, to be saved. */
  @Get('documents/:documentId/files/:fileNo')
  @Needs('documents:read')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async file(
    @ClientId() clientId: number,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Param('fileNo', ParseIntPipe) fileNo: number,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<StreamableFile> {
    const files = await this.database.inClient(clientId, (tx) => documentFiles(tx, id));
    const file = files.find((one) => one.fileNo === fileNo);
    if (!file) throw problems.NotFound();
    if (file.sha256) {
      const pieces = this.contents.stream(clientId, file.sha256);
      return attachment(reply, { ...file, size: Number(file.size) }, await this.spool.through(pieces));
    }
    const original = await this.contents.read(clientId, files[0]!.sha256!);
    const bytes = await this.reading.attachment(original, file.innerNo!);
    if (!bytes) throw problems.NotFound();
    return attachment(reply, { ...file, size: bytes.length }, bytes);
  }

  /** A page of a PDF or picture as an image, for looking at it. */
  @Get('documents/:documentId/pages/:page')
  @Needs('documents:read')
  @NotRecorded('that the document was looked at is recorded once')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async page(
    @ClientId() clientId: number,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Param('page', ParseIntPipe) page: number,
    @Query() { width }: PageWidthQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<StreamableFile> {
    const document = await this.database.inClient(clientId, (tx) => findDocument(tx, id));
    if (!document?.sha256) throw problems.NotFound();
    if (page < 1 || page > document.pages) throw documentProblems.PageNotShown({ page });
    const { sha256 } = document;
    const shown = await this.pictures.page(sha256, page, width, () => this.contents.read(clientId, sha256));
    if (!shown) throw documentProblems.PageNotShown({ page });
    return picture(reply, shown);
  }

  /** Takes a document in spite of its findings, with a reason. */
  @Post('documents/:documentId/acceptance')
  @HttpCode(200)
  @Needs('documents:intake')
  accept(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: AcceptanceDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.changed(clientId, user, id, language, (tx) => acceptDocument(tx, id, body, personOf(user), this.clock));
  }

  /** The letter that a rejection would send. */
  @Get('documents/:documentId/rejection-letter')
  @Needs('documents:intake')
  letter(
    @ClientId() clientId: number,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Query() query: LetterPreviewQuery,
  ): Promise<LetterDto> {
    return this.database.inClient(clientId, async (tx) => {
      const document = await findDocument(tx, id);
      if (!document) throw problems.NotFound();
      const wish = { note: query.note ?? '', ...(query.findings && { findings: query.findings }) };
      return { ...(await previewRejection(tx, document, wish, this.clock)), sent: false };
    });
  }

  /** Sends a document back to its sender and answers the letter: mailed where mail is set up and wanted, else to be copied. */
  @Post('documents/:documentId/rejection')
  @HttpCode(200)
  @Needs('documents:intake')
  async reject(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: RejectionDto,
  ): Promise<LetterDto> {
    const letter = await this.database.inClient(clientId, (tx) =>
      rejectDocument(tx, id, body, personOf(user), this.clock, this.outbox.isSetUp),
    );
    if (letter.sent) void this.outbox.wake();
    return letter;
  }

  /** Takes a file out of quarantine, or a filed document back, to be captured by hand. */
  @Post('documents/:documentId/release')
  @HttpCode(200)
  @Needs('documents:intake')
  release(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.changed(clientId, user, id, language, (tx) => releaseDocument(tx, id, body, personOf(user)));
  }

  /** Gives a file that is another client's to the centre's clearing list; here only the record of it stays. */
  @Post('documents/:documentId/handover')
  @HttpCode(200)
  @Needs('documents:intake')
  async handOver(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    await this.router.handBack(clientId, id, body, personOf(user));
    return this.database.inClient(clientId, (tx) => this.view(tx, id, user, language));
  }

  /** Puts aside what is no invoice and nothing to decide about. */
  @Post('documents/:documentId/filing')
  @HttpCode(200)
  @Needs('documents:intake')
  putAside(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.changed(clientId, user, id, language, (tx) => fileDocument(tx, id, body, personOf(user)));
  }

  /** Enters by hand what the file of a document says, or the house's own additions. */
  @Patch('documents/:documentId')
  @Needs('documents:intake')
  change(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: DocumentChangeDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.changed(clientId, user, id, language, (tx) =>
      captureDocument(tx, id, body, personOf(user), this.clock),
    );
  }

  /** Decides whether a document repeats another one. */
  @Post('documents/:documentId/duplicate-decision')
  @HttpCode(200)
  @Needs('documents:intake')
  duplicate(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: DuplicateDecisionDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.changed(clientId, user, id, language, (tx) => decideDuplicate(tx, id, body, personOf(user)));
  }

  /** Keeps a document from ever being deleted while an audit or dispute lasts, or lifts that. */
  @Post('documents/:documentId/legal-hold')
  @HttpCode(200)
  @Needs('periods:manage')
  hold(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() body: LegalHoldDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DocumentDto> {
    return this.changed(clientId, user, id, language, (tx) => holdDocument(tx, id, body, personOf(user)));
  }

  /** Adds a remark to a document's history. */
  @Post('documents/:documentId/comments')
  @Needs('documents:read')
  async comment(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string | undefined,
    @Body() { text }: CommentDto,
  ): Promise<DocumentEventDto> {
    const asked = { user, key, route: `clients/${clientId}/documents/${id}/comments`, body: { text } };
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, () => commentDocument(tx, id, text, personOf(user))),
    );
  }

  /** The documents that hang on an entry. */
  @Get('journal-entries/:entryId/documents')
  @Needs('documents:read')
  async ofEntry(@ClientId() clientId: number, @Param('entryId') entryId: string): Promise<EntryDocumentsDto> {
    const match = /^(\d{4})-(\d{1,15})$/.exec(entryId);
    if (!match) throw problems.NotFound();
    return this.database.inClient(clientId, async (tx) => ({
      items: await rowViews(tx, await documentsOfEntry(tx, Number(match[1]), Number(match[2]))),
      next: null,
    }));
  }

  private view(tx: ClientTx, id: string, user: Principal, language: string | undefined): Promise<DocumentDto> {
    return documentView(tx, id, languageOf(language, user), (one, document) =>
      taskViews(one, document, { userId: user.userId, today: this.clock.today() }),
    );
  }

  private changed(
    clientId: number,
    user: Principal,
    id: string,
    language: string | undefined,
    work: (tx: ClientTx) => Promise<unknown>,
  ): Promise<DocumentDto> {
    return this.database.inClient(clientId, async (tx) => {
      await work(tx);
      return this.view(tx, id, user, language);
    });
  }
}
