import { type Actor, ClientId, CurrentActor, CurrentUser, IdempotencyKey, Needs, type Principal } from '@lib/access';
import { Database } from '@lib/database';
import { problems } from '@lib/kernel';
import { Body, Controller, Get, HttpCode, Param, type PipeTransform, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Idempotency } from '../idempotency.js';
import { addFiscalYear } from './add-fiscal-year.js';
import { changePeriodState } from './change-period-state.js';
import {
  FiscalYearDto,
  FiscalYearListDto,
  NewFiscalYearDto,
  PeriodDecisionListDto,
  PeriodStateDto,
} from './fiscal-year.dto.js';
import { type FiscalYear, listFiscalYears, listPeriodDecisions } from './fiscal-years.store.js';

/** A year or period in a route: what cannot be one is not found. */
const RouteNumber: PipeTransform<string, number> = {
  transform(value) {
    if (!/^\d{1,4}$/.test(value)) throw problems.NotFound();
    return Number(value);
  },
};

/** Fiscal years and their periods. */
@ApiTags('Fiscal years')
@Controller('clients/:clientId/fiscal-years')
export class FiscalYearsController {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
  ) {}

  /** The fiscal years with their periods, newest first. */
  @Get()
  @Needs('books:read')
  async list(@ClientId() clientId: number): Promise<FiscalYearListDto> {
    return { items: await this.db.inClient(clientId, (tx) => listFiscalYears(tx)), next: null };
  }

  /** Opens the year before the first or after the last; several may be open side by side. */
  @Post()
  @Needs('periods:manage')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  create(
    @ClientId() clientId: number,
    @Body() wish: NewFiscalYearDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<FiscalYearDto> {
    const request = { by, key, route: `clients/${clientId}/fiscal-years`, body: wish };
    return this.db.inClient(clientId, (tx) =>
      this.idempotency.once(tx, request, async (): Promise<FiscalYear> => {
        await addFiscalYear(tx, wish.year, by);
        return (await listFiscalYears(tx, wish.year))[0]!;
      }),
    );
  }

  /** Who opened or closed which period when and why, newest first. */
  @Get(':year/period-decisions')
  @Needs('books:read')
  async decisions(
    @ClientId() clientId: number,
    @Param('year', RouteNumber) year: number,
  ): Promise<PeriodDecisionListDto> {
    const items = await this.db.inClient(clientId, async (tx) => {
      if ((await listFiscalYears(tx, year)).length === 0) throw problems.NotFound();
      return listPeriodDecisions(tx, year);
    });
    return { items, next: null };
  }

  /** Opens, softly closes or closes a period. Postings under way finish first; later ones see the new state. */
  @Post(':year/periods/:period/state')
  @HttpCode(200)
  @Needs('periods:manage')
  changeState(
    @ClientId() clientId: number,
    @Param('year', RouteNumber) year: number,
    @Param('period', RouteNumber) period: number,
    @Body() wish: PeriodStateDto,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
  ): Promise<FiscalYearDto> {
    return this.db.inClient(clientId, async (tx) => {
      const decider = { ...by, userId: user.userId, displayName: user.displayName };
      await changePeriodState(tx, { ...wish, year, period }, decider);
      return (await listFiscalYears(tx, year))[0]!;
    });
  }
}
