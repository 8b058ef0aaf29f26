import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ACCESS_OPTIONS,
  type AccessOptions,
  type Actor,
  AuditLog,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  once,
  type Principal,
  requireLimit,
  Sealing,
} from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { Clock, parseEuro, problems } from '@lib/kernel';
import { changeDraft, draftById, drafts, type Person, removeDraft, saveDraft } from './drafts.js';
import {
  DraftDto,
  DraftListDto,
  EntryTemplateDto,
  EntryTemplateListDto,
  StandingEntryDto,
  StandingEntryListDto,
} from './desk.dto.js';
import { PostedEntryDto } from './journal-answers.dto.js';
import {
  DraftChangeDto,
  NewAccrualDto,
  NewDraftDto,
  NewStandingEntryDto,
  NewTemplateDto,
  StandingEndingDto,
  TakeoverDto,
  VersionDto,
} from './journal.dto.js';
import { entryById, namedItems } from './journal.queries.js';
import { authorOf, postedEntry, readWish } from './journal.controller.js';
import { postEntryWithin } from './post-entry.js';
import { posting } from './posting.js';
import { ledgerProblems } from './problems.js';
import { resumeStandingEntry, runStandingEntries } from './run-standing-entries.js';
import { endStandingEntry } from './end-standing-entry.js';
import { withObstacles } from './standing-obstacles.js';
import { takeOverStandingEntries } from './take-over-standing-entries.js';
import { accrualPlan, planStandingEntry, standingEntries } from './standing-entries.js';

const person = (user: Principal): Person => ({ id: user.userId, name: user.displayName });

/** What lies on the clerk's desk: drafts, templates, standing entries and accruals. */
@ApiTags('Desk')
@Controller('clients/:clientId')
export class DeskController {
  private readonly sealing: Sealing;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
  }

  /** Creates once per `Idempotency-Key`; a repeated request gets the first answer again. */
  private create<T>(
    clientId: number,
    user: Principal,
    asked: { key: string | undefined; what: string; body: unknown },
    work: (tx: ClientTx) => Promise<T>,
  ) {
    const request = {
      userId: user.userId,
      key: asked.key,
      route: `clients/${clientId}/${asked.what}`,
      body: asked.body,
    };
    return this.database.inClient(clientId, (tx) => once(tx, this.sealing, request, () => work(tx)));
  }

  /** The drafts, the one changed last on top. */
  @Get('drafts')
  @Needs('drafts:write')
  async drafts(@ClientId() clientId: number): Promise<DraftListDto> {
    return { items: await this.database.inClient(clientId, (tx) => drafts(tx, 500)), next: null };
  }

  /** Keeps what has been entered; nothing is checked yet. */
  @Post('drafts')
  @Needs('drafts:write')
  saveDraft(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewDraftDto,
  ): Promise<DraftDto> {
    return this.create(clientId, user, { key, what: 'drafts', body }, (tx) =>
      saveDraft(tx, { id: body.id, entry: body.entry, note: body.note ?? '', by: person(user) }),
    );
  }

  /** One draft. */
  @Get('drafts/:draftId')
  @Needs('drafts:write')
  draft(@ClientId() clientId: number, @Param('draftId', ParseUUIDPipe) id: string): Promise<DraftDto> {
    return this.database.inClient(clientId, (tx) => draftById(tx, id));
  }

  /** Changes a draft. Whoever holds an older version is told who was faster. */
  @Put('drafts/:draftId')
  @Needs('drafts:write')
  changeDraft(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('draftId', ParseUUIDPipe) id: string,
    @Body() body: DraftChangeDto,
  ): Promise<DraftDto> {
    return this.database.inClient(clientId, (tx) =>
      changeDraft(tx, id, { version: body.version, entry: body.entry, note: body.note ?? '', by: person(user) }),
    );
  }

  /** Throws a draft away; what it held goes to the audit log. */
  @Delete('drafts/:draftId')
  @HttpCode(204)
  @Needs('drafts:write')
  async removeDraft(
    @ClientId() clientId: number,
    @CurrentActor() by: Actor,
    @Param('draftId', ParseUUIDPipe) id: string,
    @Query() query: VersionDto,
  ): Promise<void> {
    await this.database.inClient(clientId, async (tx) => {
      const draft = await removeDraft(tx, id, query.version);
      await this.audit.record(tx, {
        by,
        clientId,
        action: 'draft.delete',
        resource: id,
        detail: { entry: draft.entry },
      });
    });
  }

  /** Posts a draft and takes it from the desk in one transaction; asked twice, it answers the same entry. */
  @Post('drafts/:draftId/posting')
  @Needs('journal:post', 'journal:close')
  postDraft(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('draftId', ParseUUIDPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<PostedEntryDto> {
    return this.database.inClient(clientId, async (tx) => {
      const [before] = await tx.query<{ id: string }>(
        `select fiscal_year || '-' || entry_no as id from journal_entry 
           where client_id = $1 and idempotency_scope = 'draft' and idempotency_key = $2`,
        [clientId, id],
      );
      if (before) return entryById(tx, before.id);
      const draft = await removeDraft(tx, id, body.version);
      const wish = readWish(draft.entry, user, clientId);
      const by = { clientId, author: authorOf(user, clientId), source: 'draft' };
      const entry = posting(wish, { ...by, idempotencyKey: id, scope: 'draft' });
      return postedEntry(entry, await postEntryWithin(tx, entry), await namedItems(tx, entry));
    });
  }

  /** The templates of the client by name. */
  @Get('entry-templates')
  @Needs('drafts:write')
  async templates(@ClientId() clientId: number): Promise<EntryTemplateListDto> {
    const items = await this.database.inClient(clientId, (tx) =>
      tx.query<EntryTemplateDto>(
        'select id, name, entry, created_at as "createdAt" from entry_template where client_id = $1 order by name',
        [clientId],
      ),
    );
    return { items, next: null };
  }

  /** Keeps an entry to begin from. */
  @Post('entry-templates')
  @Needs('drafts:write')
  saveTemplate(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewTemplateDto,
  ): Promise<EntryTemplateDto> {
    return this.create(clientId, user, { key, what: 'entry-templates', body }, async (tx) => {
      const [row] = await tx.query<EntryTemplateDto>(
        `insert into entry_template (client_id, name, entry, created_by) values ($1, $2, $3, $4)
         on conflict do nothing returning id, name, entry, created_at as "createdAt"`,
        [clientId, body.name, JSON.stringify(body.entry), user.userId],
      );
      if (!row) throw problems.AlreadyExists({ value: body.name }, '/name');
      return row;
    });
  }

  /** Throws a template away. */
  @Delete('entry-templates/:templateId')
  @HttpCode(204)
  @Needs('drafts:write')
  async removeTemplate(@ClientId() clientId: number, @Param('templateId', ParseUUIDPipe) id: string): Promise<void> {
    const rows = await this.database.inClient(clientId, (tx) =>
      tx.query('delete from entry_template where client_id = $1 and id = $2 returning id', [clientId, id]),
    );
    if (rows.length === 0) throw problems.NotFound();
  }

  /** Standing entries and accruals: active ones first, by their next date. */
  @Get('standing-entries')
  @Needs('books:read')
  async standing(@ClientId() clientId: number): Promise<StandingEntryListDto> {
    const today = this.clock.today();
    const items = await this.database.inClient(clientId, async (tx) =>
      withObstacles(tx, await standingEntries(tx), today),
    );
    return { items, next: null };
  }

  /** Plans an entry that posts itself on its dates; what is due already is posted at once. */
  @Post('standing-entries')
  @Needs('journal:post')
  async planStanding(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewStandingEntryDto,
  ): Promise<StandingEntryDto> {
    return this.plan(clientId, user, by, { key, what: 'standing-entries', body }, { ...body, kind: 'standing' });
  }

  /** Spreads an amount over the months of a service period (§ 43 KomHVO NRW). */
  @Post('accruals')
  @Needs('journal:post')
  async accrue(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewAccrualDto,
  ): Promise<StandingEntryDto> {
    const amount = parseEuro(body.amount);
    if (!amount.ok) throw problems.InvalidField({ reason: amount.error }, '/amount');
    if (body.serviceTo < body.serviceFrom) {
      throw ledgerProblems.EndsBeforeItBegins({ first: body.serviceFrom, last: body.serviceTo }, '/serviceTo');
    }
    const plan = accrualPlan({ ...body, amount: amount.value, resultAccount: body.expenseAccount });
    const fieldOf = (pointer: string): string => {
      const [, line, field] = /^\/lines\/(\d)\/(\w+)/.exec(pointer) ?? [];
      const { account } = (plan.entry['lines'] as { account: string }[])[Number(line)] ?? {};
      if (field === 'account') return account === body.accrualAccount ? '/accrualAccount' : '/expenseAccount';
      return field ? `/${field}` : pointer;
    };
    return this.plan(clientId, user, by, { key, what: 'accruals', body }, plan, fieldOf);
  }

  private async plan(
    clientId: number,
    user: Principal,
    by: Actor,
    asked: { key: string | undefined; what: string; body: unknown },
    wish: Parameters<typeof planStandingEntry>[1],
    pointers?: (pointer: string) => string,
  ): Promise<StandingEntryDto> {
    const planned = await this.create(clientId, user, asked, async (tx) => {
      const entry = await planStandingEntry(tx, wish, person(user), pointers);
      readWish({ ...wish.entry, bookingDate: wish.firstDate }, user, clientId); // the author's limit holds for each posting
      await this.audit.record(tx, {
        by,
        clientId,
        action: `${wish.kind}.plan`,
        resource: entry.id,
        detail: { name: wish.name },
      });
      return entry;
    });
    if (planned.firstDate <= this.clock.today()) await runStandingEntries(this.database, clientId, this.clock.today());
    return this.shown(clientId, planned.id);
  }

  private async shown(clientId: number, id: string): Promise<StandingEntryDto> {
    const [shown] = await this.database.inClient(clientId, async (tx) => {
      const entry = (await standingEntries(tx)).find((one) => one.id === id);
      if (!entry) throw problems.NotFound();
      return withObstacles(tx, [entry], this.clock.today());
    });
    return shown!;
  }

  /** Ends a standing entry; what has been posted stays. What an accrual still holds goes into the result at once. */
  @Post('standing-entries/:standingId/ending')
  @Needs('journal:post')
  endStanding(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('standingId', ParseUUIDPipe) id: string,
    @Body() body: StandingEndingDto,
  ): Promise<StandingEntryDto> {
    return this.database.inClient(clientId, async (tx) => {
      await this.audit.record(tx, { by, clientId, action: 'standing.end', resource: id });
      const ended = await endStandingEntry(tx, id, {
        version: body.version,
        bookingDate: body.bookingDate ?? this.clock.today(),
        author: authorOf(user, clientId),
        permit: (amount) => requireLimit(user, clientId, 'journal:post', amount),
      });
      return { ...ended, obstacles: [] };
    });
  }

  /** Takes up a failed standing entry again where it stopped. */
  @Post('standing-entries/:standingId/resumption')
  @Needs('journal:post')
  async resumeStanding(
    @ClientId() clientId: number,
    @Param('standingId', ParseUUIDPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<StandingEntryDto> {
    await this.database.inClient(clientId, (tx) => resumeStandingEntry(tx, id, body.version));
    await runStandingEntries(this.database, clientId, this.clock.today());
    return this.shown(clientId, id);
  }

  /** Takes standing entries over: from now on they post in the name of who asks. Those that stopped go on where they stopped. */
  @Post('standing-entries/takeovers')
  @HttpCode(200)
  @Needs('journal:post')
  async takeOver(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Body() body: TakeoverDto,
  ): Promise<StandingEntryListDto> {
    const today = this.clock.today();
    const taken = await this.database.inClient(clientId, async (tx) => {
      const entries = await takeOverStandingEntries(tx, body.ids, person(user), (amount) =>
        requireLimit(user, clientId, 'journal:post', amount),
      );
      for (const { entry, before } of entries)
        await this.audit.record(tx, {
          by,
          clientId,
          action: 'standing.take-over',
          resource: entry.id,
          detail: { name: entry.name, from: before.name },
        });
      return entries.map(({ entry }) => entry);
    });
    if (taken.some((entry) => entry.state === 'active' && entry.nextDate! <= today))
      await runStandingEntries(this.database, clientId, today);
    const ids = new Set(taken.map((entry) => entry.id));
    const items = await this.database.inClient(clientId, async (tx) =>
      withObstacles(
        tx,
        (await standingEntries(tx)).filter((entry) => ids.has(entry.id)),
        today,
      ),
    );
    return { items, next: null };
  }
}
