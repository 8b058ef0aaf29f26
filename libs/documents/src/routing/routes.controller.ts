import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  type Principal,
  recordEvent,
} from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { Repeats } from '../requests.js';
import {
  DepartmentChangeDto,
  DepartmentDto,
  DepartmentListDto,
  NewDepartmentDto,
  NewRouteDto,
  RouteChangeDto,
  RouteDto,
  RouteListDto,
} from './routes.dto.js';
import { addDepartment, addRoute, changeDepartment, changeRoute, listDepartments, listRoutes } from './routes.store.js';

/** Which addresses lead to the client, and to which of its departments. */
@ApiTags('Documents')
@Controller('clients/:clientId')
export class RoutesController {
  constructor(
    private readonly database: Database,
    private readonly repeats: Repeats,
  ) {}

  /** The client's departments. */
  @Get('departments')
  @Needs('documents:read')
  async departments(@ClientId() clientId: number): Promise<DepartmentListDto> {
    return { items: await this.database.inClient(clientId, listDepartments), next: null };
  }

  /** Adds a department. */
  @Post('departments')
  @Needs('masterdata:manage')
  newDepartment(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewDepartmentDto,
  ): Promise<DepartmentDto> {
    const asked = { user, key, route: `clients/${clientId}/departments`, body };
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, async () => {
        const department = await addDepartment(tx, body);
        await this.record(tx, by, 'department.create', `departments/${department.code}`, { ...department });
        return department;
      }),
    );
  }

  /** Renames a department or takes it out of use. */
  @Patch('departments/:code')
  @Needs('masterdata:manage')
  editDepartment(
    @ClientId() clientId: number,
    @CurrentActor() by: Actor,
    @Param('code') code: string,
    @Body() body: DepartmentChangeDto,
  ): Promise<DepartmentDto> {
    return this.database.inClient(clientId, async (tx) => {
      const department = await changeDepartment(tx, code, body);
      await this.record(tx, by, 'department.change', `departments/${code}`, { ...department });
      return department;
    });
  }

  /** The addresses that lead to the client. */
  @Get('routes')
  @Needs('documents:read')
  async routes(@ClientId() clientId: number): Promise<RouteListDto> {
    return { items: await this.database.inClient(clientId, listRoutes), next: null };
  }

  /** Adds an address. It leads to this client alone: one that another client has is refused. */
  @Post('routes')
  @Needs('masterdata:manage')
  newRoute(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewRouteDto,
  ): Promise<RouteDto> {
    const asked = { user, key, route: `clients/${clientId}/routes`, body };
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, async () => {
        const route = await addRoute(tx, body, user.userId);
        await this.record(tx, by, 'route.create', `routes/${route.id}`, { ...route });
        return route;
      }),
    );
  }

  /** Leads an address to another department, or takes it out of use. */
  @Patch('routes/:routeId')
  @Needs('masterdata:manage')
  editRoute(
    @ClientId() clientId: number,
    @CurrentActor() by: Actor,
    @Param('routeId', ParseUUIDPipe) id: string,
    @Body() body: RouteChangeDto,
  ): Promise<RouteDto> {
    return this.database.inClient(clientId, async (tx) => {
      const route = await changeRoute(tx, id, body);
      await this.record(tx, by, 'route.change', `routes/${id}`, { ...route });
      return route;
    });
  }

  private async record(
    tx: ClientTx,
    by: Actor,
    action: string,
    what: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await recordEvent(tx, { by, clientId: tx.clientId, action, resource: `clients/${tx.clientId}/${what}`, detail });
  }
}
