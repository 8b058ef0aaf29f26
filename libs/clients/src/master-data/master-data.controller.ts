import { type Actor, ClientId, CurrentActor, IdempotencyKey, Needs, RouteId } from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { problems } from '@lib/kernel';
import { Body, Controller, Get, Param, Patch, type PipeTransform, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Idempotency } from '../idempotency.js';
import { pageOf } from '../page.js';
import { AccountQueryDto, ListQueryDto, ProductQueryDto, SearchQueryDto } from '../query.dto.js';
import { SearchResultDto } from '../search/search.dto.js';
import { search } from '../search/search.queries.js';
import { accountOf, addAccount, changeAccount, listAccounts } from './accounts.js';
import { addBankAccount, changeBankAccount, listBankAccounts } from './bank-accounts.js';
import { addCostCentre, changeCostCentre, costCentreOf, listCostCentres } from './cost-centres.js';
import {
  AccountChangeDto,
  AccountDto,
  AccountListDto,
  BankAccountChangeDto,
  BankAccountDto,
  BankAccountListDto,
  CostCentreChangeDto,
  CostCentreDto,
  CostCentreListDto,
  NewAccountDto,
  NewBankAccountDto,
  NewCostCentreDto,
  NewProductDto,
  NewSettingDto,
  ProductChangeDto,
  ProductDto,
  ProductListDto,
  SettingDto,
  SettingListDto,
  NewTaxKeyDto,
  TaxKeyDto,
  TaxKeyListDto,
} from './master-data.dto.js';
import { addProduct, changeProduct, listProducts, productOf } from './products.js';
import { addSetting, listSettings } from './settings.js';
import { addTaxKey, listTaxKeys } from './tax-keys.js';

/** A number or code in a route: what cannot be one is not found. */
const RouteCode: PipeTransform<string, string> = {
  transform(value) {
    if (!/^[0-9A-Za-z][0-9A-Za-z.-]{0,44}$/.test(value)) throw problems.NotFound();
    return value;
  },
};

const REPEATABLE = { name: 'Idempotency-Key', required: false };

/** Chart, products, cost centres, bank accounts and settings of one client. */
@ApiTags('Master data')
@Controller('clients/:clientId')
export class MasterDataController {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
  ) {}

  /** Accounts by number, or those that `q` fits. */
  @Get('accounts')
  @Needs('books:read')
  async accounts(@ClientId() clientId: number, @Query() query: AccountQueryDto): Promise<AccountListDto> {
    return pageOf(
      await this.db.inClient(clientId, (tx) => listAccounts(tx, query)),
      query,
      (account) => account.number,
    );
  }

  /** One account. */
  @Get('accounts/:number')
  @Needs('books:read')
  account(@ClientId() clientId: number, @Param('number', RouteCode) number: string): Promise<AccountDto> {
    return this.db.inClient(clientId, (tx) => accountOf(tx, number));
  }

  /** Adds an account below one of the chart; kind, side, statement line and liquidity are the parent's. */
  @Post('accounts')
  @Needs('masterdata:manage')
  @ApiHeader(REPEATABLE)
  addAccount(
    @ClientId() clientId: number,
    @Body() wish: NewAccountDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<AccountDto> {
    return this.create(clientId, by, key, 'accounts', wish, (tx) => addAccount(tx, wish, by));
  }

  /** Renames, locks or unlocks an account, or changes what a line on it needs. */
  @Patch('accounts/:number')
  @Needs('masterdata:manage')
  changeAccount(
    @ClientId() clientId: number,
    @Param('number', RouteCode) number: string,
    @Body() change: AccountChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<AccountDto> {
    return this.db.inClient(clientId, (tx) => changeAccount(tx, number, change, by));
  }

  /** Product areas, groups and products in the order of the frame, or those that `q` fits. */
  @Get('products')
  @Needs('books:read')
  async products(@ClientId() clientId: number, @Query() query: ProductQueryDto): Promise<ProductListDto> {
    return pageOf(await this.db.inClient(clientId, (tx) => listProducts(tx, query)), query, (product) => product.code);
  }

  /** One product. */
  @Get('products/:code')
  @Needs('books:read')
  product(@ClientId() clientId: number, @Param('code', RouteCode) code: string): Promise<ProductDto> {
    return this.db.inClient(clientId, (tx) => productOf(tx, code));
  }

  /** Adds a product below a group or another product. */
  @Post('products')
  @Needs('masterdata:manage')
  @ApiHeader(REPEATABLE)
  addProduct(
    @ClientId() clientId: number,
    @Body() wish: NewProductDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<ProductDto> {
    return this.create(clientId, by, key, 'products', wish, (tx) => addProduct(tx, wish, by));
  }

  /** Renames, locks or unlocks a product. */
  @Patch('products/:code')
  @Needs('masterdata:manage')
  changeProduct(
    @ClientId() clientId: number,
    @Param('code', RouteCode) code: string,
    @Body() change: ProductChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<ProductDto> {
    return this.db.inClient(clientId, (tx) => changeProduct(tx, code, change, by));
  }

  /** Cost centres by code, or those that `q` fits. */
  @Get('cost-centres')
  @Needs('books:read')
  async costCentres(@ClientId() clientId: number, @Query() query: ListQueryDto): Promise<CostCentreListDto> {
    return pageOf(await this.db.inClient(clientId, (tx) => listCostCentres(tx)), query, (centre) => centre.code);
  }

  /** One cost centre. */
  @Get('cost-centres/:code')
  @Needs('books:read')
  costCentre(@ClientId() clientId: number, @Param('code', RouteCode) code: string): Promise<CostCentreDto> {
    return this.db.inClient(clientId, (tx) => costCentreOf(tx, code));
  }

  /** Adds a cost centre. */
  @Post('cost-centres')
  @Needs('masterdata:manage')
  @ApiHeader(REPEATABLE)
  addCostCentre(
    @ClientId() clientId: number,
    @Body() wish: NewCostCentreDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<CostCentreDto> {
    return this.create(clientId, by, key, 'cost-centres', wish, (tx) => addCostCentre(tx, wish, by));
  }

  /** Renames, locks or unlocks a cost centre. */
  @Patch('cost-centres/:code')
  @Needs('masterdata:manage')
  changeCostCentre(
    @ClientId() clientId: number,
    @Param('code', RouteCode) code: string,
    @Body() change: CostCentreChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<CostCentreDto> {
    return this.db.inClient(clientId, (tx) => changeCostCentre(tx, code, change, by));
  }

  /** Bank accounts of the client. */
  @Get('bank-accounts')
  @Needs('books:read')
  async bankAccounts(@ClientId() clientId: number): Promise<BankAccountListDto> {
    return { items: await this.db.inClient(clientId, listBankAccounts), next: null };
  }

  /** Adds a bank account and says on which account of group 18 its money is booked. */
  @Post('bank-accounts')
  @Needs('masterdata:manage')
  @ApiHeader(REPEATABLE)
  addBankAccount(
    @ClientId() clientId: number,
    @Body() wish: NewBankAccountDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<BankAccountDto> {
    return this.create(clientId, by, key, 'bank-accounts', wish, (tx) => addBankAccount(tx, wish, by));
  }

  /** Changes a bank account; the IBAN stays. */
  @Patch('bank-accounts/:bankAccountId')
  @Needs('masterdata:manage')
  changeBankAccount(
    @ClientId() clientId: number,
    @Param('bankAccountId', RouteId) id: string,
    @Body() change: BankAccountChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<BankAccountDto> {
    return this.db.inClient(clientId, (tx) => changeBankAccount(tx, id, change, by));
  }

  /** Every value of every setting with the days between which it holds. */
  @Get('settings')
  @Needs('books:read')
  async settings(@ClientId() clientId: number): Promise<SettingListDto> {
    return { items: await this.db.inClient(clientId, listSettings), next: null };
  }

  /** Adds a value that holds from a day on; earlier values stay as they were. */
  @Post('settings')
  @Needs('masterdata:manage')
  @ApiHeader(REPEATABLE)
  addSetting(
    @ClientId() clientId: number,
    @Body() wish: NewSettingDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<SettingDto> {
    return this.create(clientId, by, key, 'settings', wish, (tx) => addSetting(tx, wish, by));
  }

  /** Tax keys with the days between which they hold. */
  @Get('tax-keys')
  @Needs('books:read')
  async taxKeys(@ClientId() clientId: number): Promise<TaxKeyListDto> {
    return { items: await this.db.inClient(clientId, listTaxKeys), next: null };
  }

  /** Adds a tax key, or what a known one means from a day on; lines booked before keep theirs. */
  @Post('tax-keys')
  @Needs('masterdata:manage')
  @ApiHeader(REPEATABLE)
  addTaxKey(
    @ClientId() clientId: number,
    @Body() wish: NewTaxKeyDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<TaxKeyDto> {
    return this.create(clientId, by, key, 'tax-keys', wish, (tx) => addTaxKey(tx, wish, by));
  }

  /** Accounts, products, cost centres and entries that fit what was typed, best first. */
  @Get('search')
  @Needs('books:read')
  async search(@ClientId() clientId: number, @Query() query: SearchQueryDto): Promise<SearchResultDto> {
    return { items: await this.db.inClient(clientId, (tx) => search(tx, query.q)) };
  }

  private create<T>(
    clientId: number,
    by: Actor,
    key: string | undefined,
    kind: string,
    body: unknown,
    work: (tx: ClientTx) => Promise<T>,
  ): Promise<T> {
    const request = { by, key, route: `clients/${clientId}/${kind}`, body };
    return this.db.inClient(clientId, (tx) => this.idempotency.once(tx, request, () => work(tx)));
  }
}
