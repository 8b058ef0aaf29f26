import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  type Principal,
  RouteId,
} from '@lib/access';
import { Database } from '@lib/database';
import { Clock, isLocalDate, isPlainText, problems } from '@lib/kernel';
import { refused } from '@lib/ledger';
import {
  NewResponsibilityDto,
  ResponsibilityDto,
  ResponsibilityEndingDto,
  ResponsibilityListDto,
  WorkflowDto,
  WorkflowListDto,
  WorkflowWishDto,
} from '../decisions/decisions.dto.js';
import { Repeats } from '../requests.js';
import { addResponsibility, endResponsibility, responsibilities } from './responsibilities.store.js';
import { readSteps } from './workflow.js';
import { addWorkflow, workflowOn, workflowVersions } from './workflow.store.js';

/** How a client's documents are decided, and who answers for what. */
@ApiTags('Decisions')
@Controller('clients/:clientId')
export class WorkflowController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repeats: Repeats,
  ) {}

  /** The workflow with which documents set out today, and every version there has been and will be. */
  @Get('workflow')
  @Needs('documents:read')
  async workflow(@ClientId() clientId: number): Promise<WorkflowListDto> {
    return this.database.inClient(clientId, async (tx) => ({
      current: (await workflowOn(tx, this.clock.today())) as WorkflowDto,
      versions: (await workflowVersions(tx)) as WorkflowDto[],
    }));
  }

  /** Adds a version from a day on. Running documents keep the one with which they set out. */
  @Put('workflow')
  @Needs('workflow:manage')
  @ApiBody({ type: WorkflowWishDto })
  async change(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ): Promise<WorkflowDto> {
    const {
      validFrom,
      steps,
      note = '',
      version,
      ...rest
    } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined)
      throw refused(
        [{ pointer: `/${unknown.slice(0, 60)}`, code: 'UnknownField', params: { value: unknown.slice(0, 60) } }],
        true,
      );
    if (!isLocalDate(validFrom))
      throw refused([{ pointer: '/validFrom', code: 'NotADate', params: { value: '–' } }], true);
    if (typeof note !== 'string' || note.length > 500 || !isPlainText(note))
      throw refused([{ pointer: '/note', code: 'TextTooLong', params: { limit: 500 } }], true);
    if (!Number.isInteger(version)) throw problems.InvalidField({ reason: 'version' }, '/version');
    const read = readSteps(steps);
    if (!read.ok)
      throw refused(
        read.error.map((one) => ({ ...one, pointer: one.pointer })),
        false,
      );
    const wish = { steps: read.value, validFrom, note, seen: version as number };
    const by = { ...actor, displayName: user.displayName };
    return this.database.inClient(
      clientId,
      async (tx) => (await addWorkflow(tx, wish, by, this.clock.today())) as WorkflowDto,
    );
  }

  /** Budget holders by product and heads by department, with the days on which they answer for it. */
  @Get('responsibilities')
  @Needs('documents:read')
  async list(@ClientId() clientId: number): Promise<ResponsibilityListDto> {
    return { items: await this.database.inClient(clientId, responsibilities), next: null };
  }

  /** Somebody answers for a product (and what lies below it) or heads a department from a day on; who did before ends the day before. */
  @Post('responsibilities')
  @Needs('workflow:manage')
  add(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewResponsibilityDto,
  ): Promise<ResponsibilityDto> {
    const asked = { user, key, route: `clients/${clientId}/responsibilities`, body };
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, () => addResponsibility(tx, body, actor)),
    );
  }

  /** Ends a responsibility on a day. */
  @Post('responsibilities/:responsibilityId/ending')
  @HttpCode(200)
  @Needs('workflow:manage')
  end(
    @ClientId() clientId: number,
    @CurrentActor() actor: Actor,
    @Param('responsibilityId', RouteId) id: string,
    @Body() body: ResponsibilityEndingDto,
  ): Promise<ResponsibilityDto> {
    return this.database.inClient(clientId, (tx) => endResponsibility(tx, id, body, actor));
  }
}
