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
import { Idempotency } from '@lib/clients';
import { type ClientTx, Database } from '@lib/database';
import { Clock, formatEuro, problems } from '@lib/kernel';
import { Body, Controller, Get, HttpCode, Param, Patch, type PipeTransform, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addAddress, addressesOf, addressOn } from './addresses.js';
import { bankAccountsOf, decideBankAccount, endBankAccount, proposeBankAccount } from './bank-accounts.js';
import { mandatesOf } from './mandates.js';
import type { DoingPerson } from './partner.js';
import {
  BankAccountDecisionDto,
  BankAccountEndingDto,
  NewPartnerAddressDto,
  NewPartnerBankAccountDto,
  NewPartnerDto,
  PartnerAddressDto,
  PartnerBankAccountDto,
  PartnerChangeWishDto,
  PartnerDto,
  PartnerListDto,
  PartnersQuery,
} from './partners.dto.js';
import { addPartner, changePartner, changesOf, listPartners, partnerOf } from './partners.store.js';

/** The number of a bank account in a route: what cannot be one is not found. */
const RouteNo: PipeTransform<string, number> = {
  transform(value) {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw problems.NotFound();
    return Number(value);
  },
};

/** Who asks, as the history names them. */
const doer = (user: Principal, by: Actor): DoingPerson => ({
  ...by,
  userId: user.userId,
  displayName: user.displayName,
});

/** Creditors and debtors of one client: one noun, with the history of names, addresses and bank accounts. */
@ApiTags('Partners')
@Controller('clients/:clientId/partners')
export class PartnersController {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Partners by number, or those that `q` fits: words of the name, a number, a VAT id, a tax number, an IBAN. */
  @Get()
  @Needs('books:read')
  async list(@ClientId() clientId: number, @Query() query: PartnersQuery): Promise<PartnerListDto> {
    const { items, next } = await this.db.inClient(clientId, (tx) => listPartners(tx, query));
    return { items: items.map((item) => ({ ...item, balance: formatEuro(item.balance) })), next };
  }

  /** Adds a partner under the next number, with a first address and a proposed bank account if they are given. */
  @Post()
  @Needs('partners:manage')
  create(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() wish: NewPartnerDto,
  ): Promise<PartnerDto> {
    const { address, bankAccount, ...data } = wish;
    return this.once(clientId, by, key, 'partners', wish, async (tx) => {
      const { id } = await addPartner(tx, data, doer(user, by));
      if (address) await addAddress(tx, id, address, doer(user, by));
      if (bankAccount) await proposeBankAccount(tx, id, bankAccount, doer(user, by));
      return this.whole(tx, id);
    });
  }

  /** A partner with all addresses, bank accounts and what changed. */
  @Get(':partnerId')
  @Needs('books:read')
  one(@ClientId() clientId: number, @Param('partnerId', RouteId) id: string): Promise<PartnerDto> {
    return this.db.inClient(clientId, (tx) => this.whole(tx, id));
  }

  /** Changes what is known of a partner; `null` takes a value away, what is absent stays. The history keeps what was. */
  @Patch(':partnerId')
  @Needs('partners:manage')
  change(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('partnerId', RouteId) id: string,
    @Body() { version, ...change }: PartnerChangeWishDto,
  ): Promise<PartnerDto> {
    return this.db.inClient(clientId, async (tx) => {
      await changePartner(tx, id, version, change, doer(user, by));
      return this.whole(tx, id);
    });
  }

  /** Adds an address that holds from a day on; earlier ones stay as what held before. */
  @Post(':partnerId/addresses')
  @Needs('partners:manage')
  addAddress(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Param('partnerId', RouteId) id: string,
    @Body() wish: NewPartnerAddressDto,
  ): Promise<PartnerAddressDto> {
    return this.once(clientId, by, key, `partners/${id}/addresses`, wish, (tx) =>
      addAddress(tx, id, wish, doer(user, by)),
    );
  }

  /** Proposes a bank account. Nothing is paid to it before somebody else has confirmed it. */
  @Post(':partnerId/bank-accounts')
  @Needs('partners:manage')
  proposeBankAccount(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Param('partnerId', RouteId) id: string,
    @Body() wish: NewPartnerBankAccountDto,
  ): Promise<PartnerBankAccountDto> {
    return this.once(clientId, by, key, `partners/${id}/bank-accounts`, wish, (tx) =>
      proposeBankAccount(tx, id, wish, doer(user, by)),
    );
  }

  /** Confirms or refuses a proposed bank account; never by the person who proposed it. */
  @Post(':partnerId/bank-accounts/:no/decision')
  @HttpCode(200)
  @Needs('partners:manage')
  decide(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('partnerId', RouteId) id: string,
    @Param('no', RouteNo) no: number,
    @Body() decision: BankAccountDecisionDto,
  ): Promise<PartnerBankAccountDto> {
    return this.db.inClient(clientId, (tx) => decideBankAccount(tx, id, no, decision, doer(user, by)));
  }

  /** Ends a confirmed bank account: nothing new is paid to it. */
  @Post(':partnerId/bank-accounts/:no/ending')
  @HttpCode(200)
  @Needs('partners:manage')
  end(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('partnerId', RouteId) id: string,
    @Param('no', RouteNo) no: number,
    @Body() { note }: BankAccountEndingDto,
  ): Promise<PartnerBankAccountDto> {
    return this.db.inClient(clientId, (tx) => endBankAccount(tx, id, no, note, doer(user, by)));
  }

  private async whole(tx: ClientTx, id: string): Promise<PartnerDto> {
    const partner = await partnerOf(tx, id);
    const addresses = await addressesOf(tx, id);
    const [sums] = await tx.query<{ liabilities: string; claims: string }>(
      `select coalesce(-sum(balance) filter (where kind = 'liability'), 0) as liabilities,
         coalesce(sum(balance) filter (where kind = 'claim'), 0) as claims
       from open_item where client_id = $1 and partner_id = $2 and state = 'open'`,
      [tx.clientId, id],
    );
    return {
      ...partner,
      address: addressOn(addresses, this.clock.today()) ?? null,
      addresses,
      bankAccounts: await bankAccountsOf(tx, id),
      mandates: await mandatesOf(tx, id),
      history: await changesOf(tx, id),
      liabilities: formatEuro(sums!.liabilities),
      claims: formatEuro(sums!.claims),
    };
  }

  private once<T>(
    clientId: number,
    by: Actor,
    key: string | undefined,
    what: string,
    body: unknown,
    work: (tx: ClientTx) => Promise<T>,
  ): Promise<T> {
    const request = { by, key, route: `clients/${clientId}/${what}`, body };
    return this.db.inClient(clientId, (tx) => this.idempotency.once(tx, request, () => work(tx)));
  }
}
