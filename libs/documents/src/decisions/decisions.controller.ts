import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ClientId,
  clientsWith,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  NotRecorded,
  type Principal,
  RouteId,
  SignedIn,
} from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { Clock, formatEuro, problems, wordsFor } from '@lib/kernel';
import { refused } from '@lib/ledger';
import { type BookedDocument, tryDocument } from '../booking/book-document.js';
import { readCoding, writeCoding } from '../coding/coding.js';
import { proposeCoding } from '../coding/propose-coding.js';
import { findDocument } from '../document/document.store.js';
import { DocumentDto } from '../inbox/document.dto.js';
import { documentView, rowViews } from '../inbox/document-view.js';
import { languageOf, Repeats } from '../requests.js';
import { decideOnDocument } from './decide.js';
import {
  DeciderListDto,
  DecidedDocumentDto,
  DecisionDto,
  DocumentPostingDto,
  DocumentVersionDto,
  MyDecisionDto,
  MyDecisionListDto,
  PostingTrialDto,
  PostingTrialWishDto,
  ProposalDto,
  RecallDto,
  VersionedCodingDto,
  WaitingDecisionListDto,
  WaitingQuery,
} from './decisions.dto.js';
import { deciders, tasksOf, waitingTasks } from './decisions.queries.js';
import { actorOf, type Doer, privilegedAt } from './doer.js';
import { namesOf, standingOf } from './people.js';
import { recallDocument, saveCoding, submitDocument } from './submit-document.js';
import { taskView, taskViews } from './task-view.js';

/** Coding and deciding: from the proposal to the posted liability. */
@ApiTags('Decisions')
@Controller()
export class DecisionsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repeats: Repeats,
  ) {}

  /** The coding that the system proposes, with the reason for each field. */
  @Get('clients/:clientId/documents/:documentId/proposal')
  @Needs('documents:read')
  async proposal(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('documentId', RouteId) id: string,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<ProposalDto> {
    const proposal = await this.database.inClient(clientId, async (tx) => {
      const document = await findDocument(tx, id);
      if (!document) throw problems.NotFound();
      return proposeCoding(tx, document, this.clock.today());
    });
    const language = languageOf(wanted, user);
    return {
      coding: writeCoding(proposal.coding) as never,
      reasons: proposal.reasons.map(({ field, text }) => ({ field: field.slice(1), text: text[language] })),
      alternative: proposal.alternative && (writeCoding(proposal.alternative) as never),
    };
  }

  /** Keeps the coding of a document. It may be unfinished; what is missing is said when it is sent on its way. */
  @Put('clients/:clientId/documents/:documentId/coding')
  @Needs('documents:intake')
  @ApiBody({ type: VersionedCodingDto })
  async code(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('documentId', RouteId) id: string,
    @Body() body: unknown,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<DocumentDto> {
    const { version, ...coded } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    if (!Number.isInteger(version)) throw problems.InvalidField({ reason: 'version' }, '/version');
    const coding = readCoding(coded);
    if (!coding.ok) throw refused(coding.error, true);
    return this.database.inClient(clientId, async (tx) => {
      await saveCoding(
        tx,
        { documentId: id, version: version as number, coding: coding.value, written: writeCoding(coding.value) },
        this.doer(user, actor),
      );
      return this.view(tx, id, user, wanted);
    });
  }

  /** Sends a coded document on its way. */
  @Post('clients/:clientId/documents/:documentId/submission')
  @HttpCode(200)
  @Needs('documents:intake')
  submit(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('documentId', RouteId) id: string,
    @Body() { version }: DocumentVersionDto,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<DocumentDto> {
    return this.database.inClient(clientId, async (tx) => {
      await submitDocument(tx, { documentId: id, version }, this.doer(user, actor));
      return this.view(tx, id, user, wanted);
    });
  }

  /** Takes a document back to bookkeeping while nobody has decided on it. */
  @Post('clients/:clientId/documents/:documentId/recall')
  @HttpCode(200)
  @Needs('documents:intake')
  recall(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('documentId', RouteId) id: string,
    @Body() body: RecallDto,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<DocumentDto> {
    return this.database.inClient(clientId, async (tx) => {
      await recallDocument(tx, { documentId: id, ...body }, this.doer(user, actor));
      return this.view(tx, id, user, wanted);
    });
  }

  /**
   * Approves, returns, forwards or takes back an approval. Approving the last step posts the document: entry and open items are answered
   * with it. The same `Idempotency-Key` with the same body answers the first answer again.
   */
  @Post('clients/:clientId/documents/:documentId/decisions')
  @HttpCode(200)
  @Needs('documents:read')
  decide(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('documentId', RouteId) id: string,
    @IdempotencyKey() key: string | undefined,
    @Body() body: DecisionDto,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<DecidedDocumentDto> {
    const asked = { user, key, route: `clients/${clientId}/documents/${id}/decisions`, body };
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, async () => {
        const { booked } = await decideOnDocument(tx, { documentId: id, ...body }, this.doer(user, actor));
        return { ...(await this.view(tx, id, user, wanted)), entry: booked && postingView(booked) };
      }),
    );
  }

  /** What posting would write and everything that stands against it. Writes nothing. */
  @Post('clients/:clientId/documents/:documentId/posting-trial')
  @HttpCode(200)
  @Needs('documents:read')
  @NotRecorded('nothing is written')
  async tryOut(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('documentId', RouteId) id: string,
    @Body() body: PostingTrialWishDto,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<PostingTrialDto> {
    const language = languageOf(wanted, user);
    const doer = this.doer(user, actor);
    let names = new Map<string, string>();
    const trial = await tryDocument(
      (work) => this.database.inClient(clientId, work),
      async (tx) => {
        const document = await findDocument(tx, id);
        if (!document) throw problems.NotFound();
        const rows = await tx.query<{ number: string; name: string }>(
          'select number, name from account where client_id = $1',
          [clientId],
        );
        names = new Map(rows.map((row) => [row.number, row.name]));
        return document;
      },
      (tx) => ({
        id: user.userId,
        name: user.displayName,
        privileged: privilegedAt(tx, doer),
        actor: actorOf(doer),
      }),
      { bookingDate: body.bookingDate ?? null, today: this.clock.today() },
    );
    return {
      postable: trial.refusals.length === 0,
      errors: trial.refusals.map((refusal) => ({
        pointer: refusal.pointer,
        rule: refusal.code,
        message: wordsFor(refusal.code, refusal.params, language).detail,
      })),
      nextEntryNo: trial.nextEntryNo,
      bookingDate: trial.bookingDate,
      lines: trial.lines.map((line) => ({
        account: line.account,
        accountName: names.get(line.account) ?? '',
        product: line.product,
        costCentre: line.costCentre,
        debit: line.amount > 0n ? formatEuro(line.amount) : null,
        credit: line.amount < 0n ? formatEuro(-line.amount) : null,
        text: line.text,
      })),
      openItems: trial.items.map((item) => ({ ...item, retention: item.role === 'retention' })),
      deferrals: trial.deferrals,
    };
  }

  /** What waits for the person who asks, at every client: their own and what they decide as a deputy, the most urgent first. */
  @Get('decisions')
  @SignedIn()
  async mine(@CurrentUser() user: Principal): Promise<MyDecisionListDto> {
    const today = this.clock.today();
    const ids = [...new Set([...clientsWith(user, 'documents:decide'), ...clientsWith(user, 'journal:post')])];
    const perClient = await this.database.inClients(ids, async (tx): Promise<MyDecisionDto[]> => {
      const standing = await standingOf(tx, user.userId, tx.clientId, today);
      const mine = await tasksOf(tx, standing);
      if (mine.length === 0) return [];
      const names = await namesOf(tx, [
        ...new Set(
          mine.flatMap(({ task, deputyFor }) => [...task.assignedTo, ...(deputyFor === null ? [] : [deputyFor])]),
        ),
      ]);
      const rows = new Map(
        (
          await rowViews(
            tx,
            mine.map((one) => one.document),
          )
        ).map((row) => [row.id, row]),
      );
      return mine.map(({ task, document, coding, lines, deputyFor }) => ({
        clientId: tx.clientId,
        document: rows.get(document.id)!,
        task: taskView(task, names, standing),
        coding: coding as never,
        lines,
        deputyFor: deputyFor === null ? null : { id: deputyFor, name: names.get(deputyFor) ?? '–' },
        overdue: task.dueOn < today,
      }));
    });
    const items = perClient
      .flat()
      .sort((a, b) => (a.task.dueOn < b.task.dueOn ? -1 : a.task.dueOn > b.task.dueOn ? 1 : 0));
    return { items, next: null };
  }

  /** Everything that waits at a client: who sits on what since when, the longest waiting first. */
  @Get('clients/:clientId/decisions')
  @Needs('documents:read')
  waiting(@ClientId() clientId: number, @Query() query: WaitingQuery): Promise<WaitingDecisionListDto> {
    return this.database.inClient(clientId, async (tx) => {
      const page = await waitingTasks(tx, query, this.clock.today());
      const euro = (cents: string | null): string | null => (cents === null ? null : formatEuro(cents));
      return {
        items: page.items.map((item) => ({ ...item, gross: euro(item.gross), amount: formatEuro(item.amount) })),
        next: page.next,
      };
    });
  }

  /** The people who may be given a share or a decision at this client. */
  @Get('clients/:clientId/deciders')
  @Needs('documents:read')
  async people(@ClientId() clientId: number): Promise<DeciderListDto> {
    return { items: await this.database.inClient(clientId, (tx) => deciders(tx, this.clock.today())), next: null };
  }

  private doer(principal: Principal, actor: Actor): Doer {
    return { principal, actor, clock: this.clock };
  }

  private view(tx: ClientTx, id: string, user: Principal, wanted: string | undefined): Promise<DocumentDto> {
    return documentView(tx, id, languageOf(wanted, user), (one, document) =>
      taskViews(one, document, { userId: user.userId, today: this.clock.today() }),
    );
  }
}

const postingView = (booked: BookedDocument): DocumentPostingDto => ({
  id: booked.entryId,
  fiscalYear: booked.fiscalYear,
  entryNo: booked.entryNo,
  openItems: booked.items.map(({ id, no, amount, paymentBlock }) => ({ id, no, amount, paymentBlock })),
  accruals: booked.accruals,
});
