import { SYSTEM } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { type OpenDatabase, createTestClient, openTestDatabase } from '../../../../test/support/clients.js';
import { accountOf, addAccount, changeAccount, listAccounts } from './accounts.js';
import { addBankAccount, changeBankAccount } from './bank-accounts.js';
import { addProduct, listProducts } from './products.js';
import { addSetting, listSettings, settingOn, settingsOn } from './settings.js';

let open: OpenDatabase;
let clientId: number;
beforeAll(async () => {
  open = await openTestDatabase();
  clientId = (await createTestClient(open.db)).id;
});
afterAll(() => open.close());

const inBooks = <T>(work: (tx: ClientTx) => Promise<T>): Promise<T> => open.db.inClient(clientId, work);

describe('an own account', () => {
  it('is shown where its parent is shown, moves as it does and pays as it does', async () => {
    const strom = await inBooks((tx) => addAccount(tx, { number: '52419901', name: 'Strom Rathaus' }, SYSTEM));
    const parent = await inBooks((tx) => accountOf(tx, '5241'));
    expect(strom).toMatchObject({
      parent: '5241',
      kind: parent.kind,
      side: parent.side,
      statementLine: 'ER13',
      defaultCashAccount: parent.defaultCashAccount,
      postable: true,
      liquid: false,
      origin: 'own',
    });
  });

  it('below liquid funds is liquid', async () => {
    const account = await inBooks((tx) => addAccount(tx, { number: '18131', name: 'Girokonto Bauhof' }, SYSTEM));
    expect(account).toMatchObject({ parent: '1813', liquid: true, statementLine: 'A2.4' });
  });

  it.each([
    ['a group that feeds several lines', { number: '449', parent: '44' }, 'AlreadyExists|ParentAccountTooGeneral'],
    ['a class', { number: '49', parent: '4' }, 'ParentAccountTooGeneral'],
    ['a group', { number: '409', parent: '40' }, 'ParentAccountTooGeneral'],
    ['an allowance above its kind', { number: '2117', parent: '211' }, 'ParentAccountTooGeneral'],
    ['the statistical sum of liquid funds', { number: '1891', parent: '189' }, 'ParentAccountTooGeneral'],
    ['cost accounting', { number: '9011', parent: '901' }, 'ParentAccountTooGeneral'],
    ['nothing', { number: '5241998', parent: '999' }, 'ParentAccountUnknown'],
    ['another branch', { number: '4011991', parent: '5241' }, 'AccountNumberOutsideParent'],
    ['itself', { number: '5241', parent: '5241' }, 'AccountNumberOutsideParent'],
  ])('cannot be added below %s', async (_, wish, codes) => {
    const added = inBooks((tx) => addAccount(tx, { ...wish, name: 'Neu' }, SYSTEM));
    await expect(added).rejects.toMatchObject({ code: expect.stringMatching(codes) as unknown });
  });

  it('needs an account of class 6 or 7 for payments', async () => {
    const wish = { number: '52419902', name: 'Gas', defaultCashAccount: '5241' };
    await expect(inBooks((tx) => addAccount(tx, wish, SYSTEM))).rejects.toMatchObject({ code: 'CashAccountWrong' });
  });

  it('exists once', async () => {
    await expect(inBooks((tx) => addAccount(tx, { number: '4012', name: 'Noch eine' }, SYSTEM))).rejects.toMatchObject({
      code: 'AlreadyExists',
      fields: [{ pointer: '/number' }],
    });
  });

  it('is changed by whoever has read its latest version, the other is told', async () => {
    const { version } = await inBooks((tx) => accountOf(tx, '4031'));
    const locked = await inBooks((tx) => changeAccount(tx, '4031', { version, locked: true }, SYSTEM));
    expect(locked).toMatchObject({ locked: true, version: version + 1 });
    const late = inBooks((tx) => changeAccount(tx, '4031', { version, name: 'Zu spät' }, SYSTEM));
    await expect(late).rejects.toMatchObject({
      code: 'VersionConflict',
      params: { current: version + 1, given: version },
    });
  });

  it('can be listed by class, use and liquidity', async () => {
    const numbers = async (filter: Parameters<typeof listAccounts>[1]): Promise<string[]> =>
      (await inBooks((tx) => listAccounts(tx, filter))).map((account) => account.number);
    expect((await numbers({ class: '4', postable: true })).every((number) => number.startsWith('4'))).toBe(true);
    expect((await numbers({ cash: true })).every((number) => /^[67]/.test(number))).toBe(true);
    expect((await numbers({ liquid: true, postable: true }))[0]).toBe('1811');
  });
});

describe('an own product', () => {
  it('hangs below its group and is listed after it', async () => {
    await inBooks((tx) => addProduct(tx, { code: '541.01', name: 'Unterhaltung Gemeindestraßen' }, SYSTEM));
    await inBooks((tx) => addProduct(tx, { code: '541.01.02', name: 'Brücken' }, SYSTEM));
    const codes = (await inBooks((tx) => listProducts(tx))).map((product) => product.code);
    expect(codes.slice(codes.indexOf('12'), codes.indexOf('12') + 5)).toEqual([
      '12',
      '541',
      '541.01',
      '541.01.02',
      '542',
    ]);
  });

  it.each([
    ['999.01', 'ParentProductUnknown'],
    ['541', 'ParentProductUnknown'],
    ['541.', 'ProductCodeOutsideParent'],
    ['541.Ä', 'ProductCodeOutsideParent'],
  ])('cannot be called %s', async (code, problem) => {
    await expect(inBooks((tx) => addProduct(tx, { code, name: 'Neu' }, SYSTEM))).rejects.toMatchObject({
      code: problem,
    });
  });
});

describe('a bank account', () => {
  it('keeps its IBAN without spaces, once, on an account for liquid funds', async () => {
    const wish = { name: 'Sparkasse', iban: 'de02 1203 0000 0000 2020 51', bic: 'byladem1001', account: '1811' };
    const bank = await inBooks((tx) => addBankAccount(tx, wish, SYSTEM));
    expect(bank).toMatchObject({ iban: 'DE02120300000000202051', bic: 'BYLADEM1001', active: true });
    await expect(inBooks((tx) => addBankAccount(tx, wish, SYSTEM))).rejects.toMatchObject({ code: 'AlreadyExists' });
    const closed = await inBooks((tx) =>
      changeBankAccount(tx, bank.id, { version: 1, active: false, bic: null }, SYSTEM),
    );
    expect(closed).toMatchObject({ active: false, bic: null, version: 2 });
  });

  it.each([
    [{ iban: 'DE03120300000000202051' }, 'IbanWrong'],
    [{ iban: 'DE0212030000000020205' }, 'IbanWrong'],
    [{ bic: 'X' }, 'BicWrong'],
    [{ account: '4012' }, 'AccountNotLiquid'],
    [{ account: '189' }, 'AccountNotLiquid'],
    [{ account: '18' }, 'AccountNotLiquid'],
  ])('is refused with %o', async (wrong, code) => {
    const wish = { name: 'Bank', iban: 'DE02500105170137075030', account: '1811', ...wrong };
    await expect(inBooks((tx) => addBankAccount(tx, wish, SYSTEM))).rejects.toMatchObject({ code });
  });
});

describe('a setting', () => {
  it('holds from its day until the next value begins', async () => {
    const rate = (day: string): Promise<unknown> => inBooks((tx) => settingOn(tx, 'vat.standardRate', day));
    expect([
      await rate('2020-06-30'),
      await rate('2020-07-01'),
      await rate('2021-01-01'),
      await rate('2006-12-31'),
    ]).toEqual(['19', '16', '19', undefined]);
    await inBooks((tx) =>
      addSetting(tx, { key: 'payments.termDays', value: 14, validFrom: '2027-01-01', source: 'Rat' }, SYSTEM),
    );
    const both = await inBooks((tx) =>
      settingsOn(tx, ['payments.termDays', 'vat.reducedRate', 'purchases.inputTaxAccount'], '2027-02-01'),
    );
    expect([...both]).toEqual([
      ['payments.termDays', 14],
      ['vat.reducedRate', '7'],
    ]);
    const terms = (await inBooks(listSettings)).filter((setting) => setting.key === 'payments.termDays');
    expect(terms).toMatchObject([
      { value: 30, validTo: '2026-12-31' },
      { value: 14, validTo: null },
    ]);
  });

  it.each([
    [{ key: 'constructor' }, 'SettingUnknown'],
    [{ value: '12,5' }, 'SettingValueWrong'],
    [{ value: { a: 1 } }, 'SettingValueWrong'],
    [{ key: 'purchases.inputTaxAccount', value: '17' }, 'SettingValueWrong'], // a heading
    [{ key: 'purchases.inputTaxAccount', value: '999999' }, 'SettingValueWrong'],
    [{ validFrom: '2021-01-01' }, 'AlreadyExists'],
  ])('is refused with %o', async (wrong, code) => {
    const wish = { key: 'vat.standardRate', value: '20', validFrom: '2030-01-01', ...wrong };
    await expect(inBooks((tx) => addSetting(tx, wish, SYSTEM))).rejects.toMatchObject({ code });
  });
});
