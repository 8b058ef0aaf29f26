import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  type Principal,
  requireLimit,
  RouteId,
} from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { Clock, formatEuro, parseEuro } from '@lib/kernel';
import { refused } from '@lib/ledger';
import { readOrder } from './read-order.js';
import {
  ContractChangeDto,
  ContractDetailDto,
  ContractDto,
  type ContractFieldsDto,
  ContractListDto,
  ContractsQuery,
  NewContractDto,
  NewOrderDto,
  StandingOrderDto,
  StandingOrderListDto,
  StandingOrderVersionDto,
} from '../decisions/decisions.dto.js';
import { type Doer } from '../decisions/doer.js';
import { taskViews } from '../decisions/task-view.js';
import { DocumentDto } from '../inbox/document.dto.js';
import { documentView } from '../inbox/document-view.js';
import { languageOf, Repeats } from '../requests.js';
import {
  addContract,
  changeContract,
  type Contract,
  contractDocuments,
  contractOf,
  contracts,
} from './contracts.store.js';
import { createOrder } from './orders.js';
import {
  endStandingOrder,
  obstaclesOf,
  resumeStandingOrder,
  type StandingOrder,
  standingOrders,
  takeOverStandingOrder,
} from './standing-orders.js';

/** Money without an invoice, and contracts under which invoices are expected. */
@ApiTags('Decisions')
@Controller('clients/:clientId')
export class OrdersController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repeats: Repeats,
  ) {}

  /** Asks for money to be paid or moved without an invoice. It goes the same way as an invoice; who asks does not order. */
  @Post('orders')
  @Needs('documents:decide')
  @ApiBody({ type: NewOrderDto })
  async order(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: unknown,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<DocumentDto> {
    const wish = readOrder(body);
    if (!wish.ok) throw refused(wish.error, true);
    const doer: Doer = { principal: user, actor, clock: this.clock };
    const asked = { user, key, route: `clients/${clientId}/orders`, body };
    return this.database.inClient(clientId, async (tx) => {
      const { id } = await this.repeats.once(tx, asked, async () => ({
        id: (await createOrder(tx, wish.value, doer)).id,
      }));
      return documentView(tx, id, languageOf(wanted, user), (one, document) =>
        taskViews(one, document, { userId: user.userId, today: this.clock.today() }),
      );
    });
  }

  /** Standing orders: what failed and what runs first, by their next date. */
  @Get('standing-orders')
  @Needs('documents:read')
  async standing(@ClientId() clientId: number): Promise<StandingOrderListDto> {
    const items = await this.database.inClient(clientId, async (tx) => this.views(tx, await standingOrders(tx)));
    return { items, next: null };
  }

  private async views(tx: ClientTx, orders: readonly StandingOrder[]): Promise<StandingOrderDto[]> {
    const obstacles = await obstaclesOf(tx, orders, this.clock.today());
    return orders.map(({ author, authorName, ...order }) => ({
      ...order,
      amount: order.amount === null ? null : formatEuro(order.amount),
      holder: author === null ? null : { id: author, name: authorName ?? '' },
      obstacle: obstacles.get(order.id) ?? null,
    }));
  }

  /** Ends a standing order; what it raised stays. */
  @Post('standing-orders/:orderId/ending')
  @HttpCode(200)
  @Needs('documents:decide')
  end(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('orderId', RouteId) id: string,
    @Body() { version }: StandingOrderVersionDto,
  ): Promise<StandingOrderDto> {
    return this.database.inClient(clientId, async (tx) => {
      const ended = await endStandingOrder(tx, id, version, { ...actor, displayName: user.displayName });
      return (await this.views(tx, [ended]))[0]!;
    });
  }

  /** Takes a failed standing order up again where it stopped; the next run raises what is due. */
  @Post('standing-orders/:orderId/resumption')
  @HttpCode(200)
  @Needs('journal:post')
  resume(
    @ClientId() clientId: number,
    @Param('orderId', RouteId) id: string,
    @Body() { version }: StandingOrderVersionDto,
  ): Promise<StandingOrderDto> {
    return this.database.inClient(
      clientId,
      async (tx) => (await this.views(tx, [await resumeStandingOrder(tx, id, version)]))[0]!,
    );
  }

  /** Takes a standing order over: from now on its dates are posted in the name of who asks. One that stopped goes on. */
  @Post('standing-orders/:orderId/takeover')
  @HttpCode(200)
  @Needs('journal:post')
  takeOver(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @Param('orderId', RouteId) id: string,
    @Body() { version }: StandingOrderVersionDto,
  ): Promise<StandingOrderDto> {
    return this.database.inClient(clientId, async (tx) => {
      const by = { ...actor, userId: user.userId, displayName: user.displayName };
      const taken = await takeOverStandingOrder(tx, id, version, by, (amount) =>
        requireLimit(user, clientId, 'journal:post', amount),
      );
      return (await this.views(tx, [taken]))[0]!;
    });
  }

  /** Contracts by the day on which their next invoice is expected. */
  @Get('contracts')
  @Needs('documents:read')
  async contracts(@ClientId() clientId: number, @Query() query: ContractsQuery): Promise<ContractListDto> {
    const today = this.clock.today();
    const rows = await this.database.inClient(clientId, (tx) =>
      contracts(tx, {
        ...(query.partner !== undefined && { partnerId: query.partner }),
        ...(query.overdue === true && { overdueOn: today }),
      }),
    );
    const items = rows.map((row) => contractView(row, today));
    return { items: query.overdue === false ? items.filter((item) => !item.overdue) : items, next: null };
  }

  /** Enters a contract under which invoices come again and again. */
  @Post('contracts')
  @Needs('documents:intake')
  add(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: NewContractDto,
  ): Promise<ContractDto> {
    const asked = { user, key, route: `clients/${clientId}/contracts`, body };
    const { number, partnerId, subject, rhythm, firstOn } = body;
    return this.database.inClient(clientId, (tx) =>
      this.repeats.once(tx, asked, async () =>
        contractView(
          await addContract(
            tx,
            { ...fieldsOf(body), number, partnerId, subject, rhythm, firstOn },
            { ...actor, displayName: user.displayName },
          ),
          this.clock.today(),
        ),
      ),
    );
  }

  /** One contract with the invoices that came under it. */
  @Get('contracts/:contractId')
  @Needs('documents:read')
  contract(@ClientId() clientId: number, @Param('contractId', RouteId) id: string): Promise<ContractDetailDto> {
    return this.database.inClient(clientId, async (tx) => ({
      ...contractView(await contractOf(tx, id), this.clock.today()),
      invoices: (await contractDocuments(tx, id)).map((one) => ({
        ...one,
        gross: one.gross === null ? null : formatEuro(one.gross),
      })),
    }));
  }

  /** Changes what a contract says; `endsOn` ends it. */
  @Patch('contracts/:contractId')
  @Needs('documents:intake')
  change(
    @ClientId() clientId: number,
    @CurrentActor() actor: Actor,
    @Param('contractId', RouteId) id: string,
    @Body() body: ContractChangeDto,
  ): Promise<ContractDto> {
    const { version, subject, nextOn } = body;
    return this.database.inClient(clientId, async (tx) =>
      contractView(
        await changeContract(
          tx,
          id,
          version,
          { ...fieldsOf(body), ...(subject !== undefined && { subject }), ...(nextOn !== undefined && { nextOn }) },
          actor,
        ),
        this.clock.today(),
      ),
    );
  }
}

const cents = (text: string): bigint => {
  const read = parseEuro(text);
  return read.ok ? read.value : 0n;
};

const fieldsOf = ({
  account,
  product,
  costCentre,
  treatment,
  deductiblePercent,
  expectedAmount,
  tolerance,
  endsOn,
  note,
}: ContractFieldsDto) => ({
  ...(account !== undefined && { account }),
  ...(product !== undefined && { product }),
  ...(costCentre !== undefined && { costCentre }),
  ...(treatment !== undefined && { treatment }),
  ...(deductiblePercent !== undefined && { deductiblePercent }),
  ...(expectedAmount !== undefined && { expectedAmount: expectedAmount === null ? null : cents(expectedAmount) }),
  ...(tolerance !== undefined && { tolerance: cents(tolerance) }),
  ...(endsOn !== undefined && { endsOn }),
  ...(note !== undefined && { note }),
});

const contractView = (contract: Contract, today: string): ContractDto => ({
  ...contract,
  expectedAmount: contract.expectedAmount === null ? null : formatEuro(contract.expectedAmount),
  tolerance: formatEuro(contract.tolerance),
  overdue: contract.nextOn !== null && contract.nextOn < today,
});
