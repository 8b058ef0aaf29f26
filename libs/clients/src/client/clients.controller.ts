import {
  type Actor,
  Authenticator,
  CurrentActor,
  CurrentUser,
  ClientId,
  IdempotencyKey,
  NeedsCentre,
  type Principal,
  SignedIn,
  clientsWith,
} from '@lib/access';
import { Database } from '@lib/database';
import { problems } from '@lib/kernel';
import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Idempotency } from '../idempotency.js';
import { changeClient } from './change-client.js';
import { ClientChangeDto, ClientDto, ClientListDto, NewClientDto } from './client.dto.js';
import { findClient, listClients } from './clients.store.js';
import { createClient } from './create-client.js';

/** The municipalities and special funds of the centre. */
@ApiTags('Clients')
@Controller('clients')
export class ClientsController {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly authenticator: Authenticator,
  ) {}

  /** The clients whose books one may read; whoever manages clients sees all. */
  @Get()
  @SignedIn()
  async list(@CurrentUser() user: Principal): Promise<ClientListDto> {
    const ids = user.centrePermissions.has('clients:manage') ? null : clientsWith(user, 'books:read');
    return { items: await this.db.inCentre((tx) => listClients(tx, ids)), next: null };
  }

  /** Creates a client that can be booked on at once: whole chart, product frame, settings and one fiscal year. */
  @Post()
  @NeedsCentre('clients:manage')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async create(
    @Body() wish: NewClientDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<ClientDto> {
    const client = await this.db.inCentre((tx) =>
      this.idempotency.once(tx, { by, key, route: 'clients', body: wish }, () => createClient(tx, wish, by)),
    );
    this.authenticator.forget();
    return client;
  }

  /** One client with its master data. */
  @Get(':clientId')
  @SignedIn()
  async one(@ClientId() clientId: number, @CurrentUser() user: Principal): Promise<ClientDto> {
    const visible =
      user.clients.get(clientId)?.permissions.has('books:read') || user.centrePermissions.has('clients:manage');
    const client = visible ? await this.db.inCentre((tx) => findClient(tx, clientId)) : undefined;
    if (!client) throw problems.NotFound();
    return client;
  }

  /** Changes master data; `null` takes a value away, what is absent stays. */
  @Patch(':clientId')
  @NeedsCentre('clients:manage')
  change(@ClientId() clientId: number, @Body() wish: ClientChangeDto, @CurrentActor() by: Actor): Promise<ClientDto> {
    return this.db.inCentre((tx) => changeClient(tx, clientId, wish, by));
  }
}
