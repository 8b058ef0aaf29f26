import {
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
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { Observable } from 'rxjs';
import {
  type AccessRequest,
  AuditLog,
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  limitOf,
  Needs,
  type Permission,
  type Principal,
  requireClient,
} from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { fileBody, Spool, type SpooledFile, TakesFile, watched } from '@lib/http';
import { type Language, problems } from '@lib/kernel';
import { authorOf } from '@lib/ledger';
import { confirmProposedFrom } from '@lib/partners';
import { DEFAULT_UPLOAD_LIMIT, EXCHANGE_OPTIONS, type ExchangeOptions } from '../exchange.options.js';
import { uploadProblems } from '../problems.js';
import { BankAccountsConfirmedDto, JobDto, JobListDto } from './import-job.dto.js';
import { type ImportJob, type ImportKind, type JobOptions, jobView } from './import-job.js';
import { findJob, findJobByKey, findStopped, findTwin, insertJob, listJobs, type NewJob } from './import-jobs.store.js';
import { sourceOf } from './import-records.js';
import { ImportRunner } from './import-runner.js';
import { ImportQuery, JobsQuery } from './imports.dto.js';
import { receiveUpload, storeUpload, tooLarge } from './receive-upload.js';

/** Files of other types are refused before they are sent. */
const TYPES = /^(text\/csv|application\/(x-ndjson|jsonl|octet-stream))\s*(;|$)/i;
/** Files that are put into the database at the same time; each holds a connection as long as the database takes for it. */
const MOST_STORED = 2;

/** Files into the books, as jobs: sent, worked off in the background, watched. */
@ApiTags('Import')
@Controller('clients/:clientId')
export class ImportsController {
  private storing = 0;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly runner: ImportRunner,
    private readonly spool: Spool,
    @Inject(EXCHANGE_OPTIONS) private readonly options: ExchangeOptions,
  ) {}

  /**
   * Takes a file in the body of the request and answers with the job that will import it: the whole file or nothing.
   * `text/csv`, `application/x-ndjson`, `application/jsonl` or `application/octet-stream`.
   */
  @Post('imports')
  @HttpCode(202)
  @Needs('imports:run')
  @TakesFile()
  @ApiConsumes('text/csv', 'application/x-ndjson', 'application/jsonl', 'application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async upload(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Query() query: ImportQuery,
    @IdempotencyKey() key: string | undefined,
    @Req() request: AccessRequest,
    @Headers('accept-language') language: string | undefined,
  ): Promise<JobDto> {
    const type = request.headers['content-type'] ?? '';
    if (!TYPES.test(type)) throw problems.UnsupportedMediaType({ given: type || '–' });
    const { body, announced } = fileBody(request);
    const limit = this.options.uploadLimit ?? DEFAULT_UPLOAD_LIMIT;
    if ((announced ?? 0) > limit) throw tooLarge(limit);
    const wish = wishOf(query, type, user, clientId, key ?? null);
    const file = await this.spool.open();
    try {
      const job = { ...wish, ...(await receiveUpload(file, body, limit)) };
      const created = await this.inTurn(() =>
        this.database.inClient(
          clientId,
          async (tx) => (await this.replayed(tx, job)) ?? this.create(tx, job, file, by, query.repeat),
        ),
      );
      void this.runner.wake();
      return jobView(created, languageOf(language, user));
    } finally {
      file.discard();
    }
  }

  /** @throws Problem UploadsBusy */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.storing >= MOST_STORED) throw uploadProblems.UploadsBusy({ seconds: 5 });
    this.storing++;
    try {
      return await work();
    } finally {
      this.storing--;
    }
  }

  private async create(tx: ClientTx, job: NewJob, file: SpooledFile, by: Actor, repeat: boolean): Promise<ImportJob> {
    const twin = repeat || job.dryRun ? undefined : await findTwin(tx, job);
    if (twin) throw uploadProblems.AlreadyImported({ date: twin.finishedAt.slice(0, 10) });
    // Sent again after it had to stop, a file goes on behind what is in the books.
    const stopped = repeat || job.dryRun ? undefined : await findStopped(tx, job);
    const created = await insertJob(tx, { ...job, posted: stopped?.posted ?? null });
    await storeUpload(tx, job.id, file);
    const detail = {
      kind: job.kind,
      fileName: job.fileName,
      bytes: job.bytesTotal,
      sha256: job.sha256.toString('hex'),
      dryRun: job.dryRun,
    };
    await this.audit.record(tx, {
      by,
      clientId: tx.clientId,
      action: 'import.create',
      resource: `clients/${tx.clientId}/jobs/${job.id}`,
      detail,
    });
    return created;
  }

  /** The job that the same person sent with the same key before. */
  private async replayed(tx: ClientTx, job: NewJob): Promise<ImportJob | undefined> {
    if (job.idempotencyKey === null) return undefined;
    const first = await findJobByKey(tx, job.createdBy, job.idempotencyKey);
    if (!first) return undefined;
    const known = await findJob(tx, first.id);
    const asked = (one: Pick<NewJob, 'kind' | 'format' | 'dryRun'> & { options: unknown }): string =>
      JSON.stringify([one.kind, one.format, one.dryRun, Object.entries(one.options as object).sort()]);
    if (!first.sha256.equals(job.sha256) || !known || asked(known) !== asked(job)) throw problems.KeyReused();
    return known;
  }

  /** The client's imports, newest first. */
  @Get('jobs')
  @Needs('books:read')
  async list(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Query() { limit, after }: JobsQuery,
    @Headers('accept-language') language: string | undefined,
  ): Promise<JobListDto> {
    const jobs = await this.database.inClient(clientId, (tx) => listJobs(tx, limit + 1, cursorOf(after)));
    const last = jobs.length > limit ? jobs[limit - 1]! : undefined;
    return {
      items: jobs.slice(0, limit).map((job) => jobView(job, languageOf(language, user))),
      next: last ? `${last.createdAt}_${last.id}` : null,
    };
  }

  /** One import with its progress, its result or what is wrong with its file. */
  @Get('jobs/:jobId')
  @Needs('books:read')
  async one(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('jobId', ParseUUIDPipe) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<JobDto> {
    return jobView(await this.jobOf(clientId, id), languageOf(language, user));
  }

  /**
   * Confirms the bank accounts that an import of partners has proposed, all at once, by somebody other than who imported them: held
   * against the letters and lists they come from, as far as that person answers for it.
   */
  @Post('jobs/:jobId/bank-account-confirmation')
  @HttpCode(200)
  @Needs('partners:manage')
  async confirmBankAccounts(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('jobId', ParseUUIDPipe) id: string,
  ): Promise<BankAccountsConfirmedDto> {
    const job = await this.jobOf(clientId, id);
    const person = { ...by, userId: user.userId, displayName: user.displayName };
    return this.database.inClient(clientId, (tx) => confirmProposedFrom(tx, sourceOf(job), person));
  }

  /** The job again whenever it has moved on, until it is finished (server-sent events). */
  @Sse('jobs/:jobId/events')
  @Needs('books:read')
  @ApiOkResponse({
    description: 'Events of the type `job`; the data of each is the job as JSON.',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'event: job\ndata: {"id":"…","state":"running",…}\n\n',
      },
    },
  })
  async events(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('jobId', ParseUUIDPipe) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const look = async (): Promise<JobDto> => jobView(await this.jobOf(clientId, id), languageOf(language, user));
    await look(); // who may not see it is told so before the stream begins
    return watched('job', look, ({ state }) => state === 'done' || state === 'failed');
  }

  private async jobOf(clientId: number, id: string): Promise<ImportJob> {
    const job = await this.database.inClient(clientId, (tx) => findJob(tx, id));
    if (!job) throw problems.NotFound();
    return job;
  }
}

/** Kinds that are booked on one day. */
const DATED: ReadonlySet<ImportKind> = new Set(['opening-balances', 'cash-flows', 'results', 'open-items']);

/** What a person needs at the screen for the same change, a file needs beside the right to import. */
const FURTHER: Partial<Record<ImportKind, readonly Permission[]>> = {
  accounts: ['masterdata:manage'],
  products: ['masterdata:manage'],
  'cost-centres': ['masterdata:manage'],
  partners: ['partners:manage'],
  'open-items': ['open-items:manage'],
};

/** Open items stand in the books from the first day of their year, what was published of a year on its last. */
function bookingDateOf({ bookingDate, fiscalYear, kind }: ImportQuery): string | null {
  if (bookingDate !== undefined) return bookingDate;
  if (fiscalYear === undefined) return null;
  return kind === 'open-items' ? `${fiscalYear}-01-01` : `${fiscalYear}-12-31`;
}

function wishOf(query: ImportQuery, contentType: string, user: Principal, clientId: number, key: string | null) {
  const format = query.format ?? (/jsonl|ndjson/.test(contentType) ? 'jsonl' : 'csv');
  for (const permission of FURTHER[query.kind] ?? []) requireClient(user, clientId, permission);
  if (format === 'jsonl' && DATED.has(query.kind) && query.kind !== 'open-items')
    throw uploadProblems.FormatNotForKind({}, '/format');
  const bookingDate = bookingDateOf(query);
  if (DATED.has(query.kind) && bookingDate === null) throw uploadProblems.BookingDateMissing({}, '/bookingDate');
  const options: JobOptions = {
    encoding: query.encoding,
    bookingDate,
    ...(query.bookingDate === undefined && bookingDate !== null && { ofYear: true }),
    liquidAccount: query.liquidAccount,
    repeat: query.repeat,
  };
  return {
    id: randomUUID(),
    kind: query.kind,
    format,
    dryRun: query.dryRun,
    fileName: shownName(query.fileName) || `${query.kind}.${format}`,
    options: { ...options },
    idempotencyKey: key,
    createdBy: user.userId,
    userName: user.userName,
    displayName: user.displayName,
    privileged: authorOf(user, clientId).privileged,
    amountLimit: limitOf(user, clientId, 'imports:run'),
    posted: null,
  };
}

/** The last part of a path, without what no screen can show. */
const shownName = (name: string | undefined): string =>
  (name ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .trim();

function cursorOf(after: string | undefined): { createdAt: string; id: string } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after ?? '');
  if (after !== undefined && !match) throw problems.InvalidField({ reason: 'after' }, '/after');
  return match ? { createdAt: match[1]!, id: match[2]! } : null;
}

const languageOf = (wanted: string | undefined, user: Principal): Language =>
  wanted ? (/^\s*en\b/i.test(wanted) ? 'en' : 'de') : user.language;
