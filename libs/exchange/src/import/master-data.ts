import {
  type Account,
  accountOf,
  addAccount,
  addCostCentre,
  addProduct,
  changeAccount,
  changeCostCentre,
  changeProduct,
  listAccounts,
  listCostCentres,
  listProducts,
} from '@lib/clients';
import { atRecord, type Cell, type FileRecord, fileRecords, type Shape, Taker } from './file-records.js';
import type { RecordCounts, RecordImport } from './import-records.js';

const ACCOUNTS = {
  columns: {
    number: ['Konto', 'Kontonummer', 'account'],
    name: ['Bezeichnung'],
    parent: ['Oberkonto'],
    defaultCashAccount: ['Finanzrechnungskonto'],
    productRequired: ['Produktpflicht'],
    locked: ['Gesperrt'],
    // What follows from the account above and is only compared.
    kind: ['Art'],
    side: ['Seite'],
    statementLine: ['Zeile'],
    control: ['Personenkonto'],
    liquid: [],
    postable: [],
    level: [],
    origin: [],
  },
  required: ['number', 'name'],
} as const satisfies Shape<string>;
type AccountKey = keyof typeof ACCOUNTS.columns;

const PRODUCTS = {
  columns: {
    code: ['Produkt', 'Nummer'],
    name: ['Bezeichnung'],
    parent: ['Oberprodukt'],
    locked: ['Gesperrt'],
    level: [],
    postable: [],
    origin: [],
  },
  required: ['code', 'name'],
} as const satisfies Shape<string>;
type ProductKey = keyof typeof PRODUCTS.columns;

const COST_CENTRES = {
  columns: { code: ['Kostenstelle', 'Nummer'], name: ['Bezeichnung'], locked: ['Gesperrt'] },
  required: ['code', 'name'],
} as const satisfies Shape<string>;
type CentreKey = keyof typeof COST_CENTRES.columns;

const ACCOUNT_NUMBER = /^\d{1,10}$/;
const CODE = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
const LONGEST_NAME = 200;

/** What a file says of one record that is to be there afterwards. */
interface Wish<K extends string> {
  record: FileRecord<K>;
  code: string;
  name: string;
  parent: string | null;
  locked: boolean | null;
}

/**
 * Brings accounts, products or cost centres to what a file says: what is missing is added below what it belongs to, what is there
 * under another name or lock is changed, and what agrees already is left alone. Nothing is ever taken away.
 */
export async function masterData(
  kind: 'accounts' | 'products' | 'cost-centres',
  order: RecordImport,
): Promise<RecordCounts> {
  if (kind === 'accounts') return accounts(order);
  return kind === 'products' ? products(order) : costCentres(order);
}

async function accounts(order: RecordImport): Promise<RecordCounts> {
  const { tx, findings, by } = order;
  const take = new Taker(findings);
  const wishes = await wishesOf<AccountKey>(order, ACCOUNTS, 'number', ACCOUNT_NUMBER);
  const known = new Map((await listAccounts(tx)).map((account) => [account.number, account]));
  return eachOf(order, wishes, 'number', accountField, async ({ record, code, name, parent, locked }) => {
    const cash = take.code(record.cell('defaultCashAccount'), ACCOUNT_NUMBER);
    const productRequired = take.flag(record.cell('productRequired'));
    const there = known.get(code);
    if (!there)
      await addAccount(
        tx,
        {
          number: code,
          name,
          ...(parent !== null && { parent }),
          ...(cash !== null && { defaultCashAccount: cash }),
          ...(productRequired !== null && { productRequired }),
        },
        by,
      );
    const now = there ?? (await accountOf(tx, code));
    const change = {
      ...differing('name', name, now.name),
      ...differing('locked', locked, now.locked),
      ...differing('productRequired', productRequired, now.productRequired),
      ...differing('defaultCashAccount', cash, now.defaultCashAccount),
    };
    const changes = Object.keys(change).length > 0;
    const then = changes ? await changeAccount(tx, code, { version: now.version, ...change }, by) : now;
    known.set(code, then);
    compare(record, then, take);
    return there !== undefined && !changes;
  });
}

const accountField = (field: string): AccountKey | undefined =>
  field in ACCOUNTS.columns ? (field as AccountKey) : undefined;

/** What a file says of an account beyond what can be chosen has to be what follows from the account above it. */
function compare(record: FileRecord<AccountKey>, account: Account, take: Taker): void {
  const own: Partial<Record<AccountKey, string>> = {
    kind: account.kind,
    side: account.side ?? '',
    statementLine: account.statementLine ?? '',
    control: account.control ?? '',
    liquid: String(account.liquid),
    postable: String(account.postable),
    level: account.level,
  };
  for (const [key, expected] of Object.entries(own) as [AccountKey, string][]) {
    const cell = record.cell(key);
    if (cell.text !== '' && cell.text !== expected)
      take.refuse(cell, 'AccountOtherwise', { value: account.number, given: cell.text.slice(0, 40), expected });
  }
}

async function products(order: RecordImport): Promise<RecordCounts> {
  const { tx, by } = order;
  const wishes = await wishesOf<ProductKey>(order, PRODUCTS, 'code', CODE);
  const known = new Map((await listProducts(tx)).map((product) => [product.code, product]));
  const keyOf = (field: string): ProductKey | undefined => (field === 'parent' ? 'parent' : undefined);
  return eachOf(order, wishes, 'code', keyOf, async ({ code, name, parent, locked }) => {
    const there = known.get(code);
    const now = there ?? (await addProduct(tx, { code, name, ...(parent !== null && { parent }) }, by));
    const change = { ...differing('name', name, now.name), ...differing('locked', locked, now.locked) };
    if (Object.keys(change).length > 0) await changeProduct(tx, code, { version: now.version, ...change }, by);
    else if (there) return true;
    return false;
  });
}

async function costCentres(order: RecordImport): Promise<RecordCounts> {
  const { tx, by } = order;
  const wishes = await wishesOf<CentreKey>(order, COST_CENTRES, 'code', CODE);
  const known = new Map((await listCostCentres(tx)).map((centre) => [centre.code, centre]));
  return eachOf(
    order,
    wishes,
    'code',
    () => undefined,
    async ({ code, name, locked }) => {
      const there = known.get(code);
      const now = there ?? (await addCostCentre(tx, { code, name }, by));
      const change = { ...differing('name', name, now.name), ...differing('locked', locked, now.locked) };
      if (Object.keys(change).length > 0) await changeCostCentre(tx, code, { version: now.version, ...change }, by);
      else if (there) return true;
      return false;
    },
  );
}

/** All records of the file, the shorter codes first: what others stand below comes before them. */
async function wishesOf<K extends string>(
  { bytes, format, findings }: RecordImport,
  shape: Shape<string>,
  codeKey: K,
  form: RegExp,
): Promise<Wish<K>[]> {
  const take = new Taker(findings);
  const wishes: Wish<K>[] = [];
  const seen = new Set<string>();
  const has = (key: string): boolean => key in shape.columns;
  for await (const record of fileRecords(bytes, format, findings, shape)) {
    const cell = (key: string): Cell => record.cell(key);
    const code = take.code(cell(codeKey), form, true);
    const name = take.text(cell('name'), LONGEST_NAME, true);
    const parent = has('parent') ? take.code(cell('parent'), form) : null;
    const locked = take.flag(cell('locked'));
    if (code === null || name === '') continue;
    if (seen.has(code)) take.refuse(cell(codeKey), 'RecordTwice', { value: code });
    else wishes.push({ record: record as unknown as FileRecord<K>, code, name, parent, locked });
    seen.add(code);
  }
  return wishes.sort((a, b) => a.code.length - b.code.length);
}

/** @param work answers whether the record was there already as the file has it */
async function eachOf<K extends string>(
  { findings, passed }: RecordImport,
  wishes: readonly Wish<K>[],
  codeKey: K,
  keyOf: (field: string) => K | undefined,
  work: (wish: Wish<K>) => Promise<boolean>,
): Promise<RecordCounts> {
  const counts = { taken: 0, unchanged: 0 };
  for (const wish of wishes) {
    await atRecord(wish.record, findings, codeKey, keyOf, async () => {
      if (await work(wish)) counts.unchanged++;
      else counts.taken++;
    });
    passed();
  }
  return counts;
}

const differing = <K extends string, V>(key: K, wished: V | null, there: V | null): Partial<Record<K, V>> =>
  wished === null || wished === there ? {} : ({ [key]: wished } as Record<K, V>);
