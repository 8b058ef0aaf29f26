import fc from 'fast-check';
import { type Cents, wordsFor } from '@lib/kernel';
import '@lib/ledger';
import '../decisions/problems.js';
import { checkCoding, type Coding, type CodingLine, readCoding, sum, type Treatment, writeCoding } from './coding.js';
import { deferralOf } from './accrual.js';
import { buildLiability, type Liability, type LiabilityFacts } from './liability.js';
import { percentOf, taxOf } from './tax.js';

const vat = (treatment: Treatment, rate = '19', deductiblePercent = '0') => ({
  category: treatment === 'reverse-charge' ? 'AE' : treatment === 'intra-community' ? 'K' : 'S',
  rate,
  treatment,
  deductiblePercent,
});
const line = (net: Cents, tax: Cents, more: Partial<CodingLine> = {}): CodingLine => ({
  partnerId: null,
  account: '5241',
  product: '111.06',
  costCentre: null,
  cashAccount: null,
  text: '',
  net,
  tax,
  gross: net + tax,
  vat: vat('sovereign'),
  share: null,
  serviceFrom: null,
  serviceTo: null,
  ...more,
});
const coding = (lines: CodingLine[], more: Partial<Coding> = {}): Coding => ({
  partnerId: '33333333-3333-4333-8333-333333333333',
  bookingDate: null,
  dueOn: '2026-06-30',
  discountOn: null,
  discountAmount: null,
  method: 'transfer',
  bankAccountNo: 1,
  paymentBlock: null,
  text: 'Stadtwerke: Strom',
  lines,
  retention: null,
  accrual: null,
  shares: [],
  prepaid: [],
  offsets: [],
  correction: null,
  ...more,
});
const facts = (payable: Cents, more: Partial<LiabilityFacts> = {}): LiabilityFacts => ({
  bookingDate: '2026-06-01',
  yearEnd: '2026-12-31',
  moneyBack: false,
  payable,
  prepaid: 0n,
  accounts: {
    creditors: '351101',
    investmentCreditors: '351201',
    retentions: '351301',
    taxCash: '7493',
  },
  taxKeyOf: (side, treatment, rate) => {
    const account = side === 'input' ? '1762' : treatment === 'reverse-charge' ? '3714' : '371201';
    return { code: `${side === 'input' ? 'VST' : treatment === 'reverse-charge' ? 'UST13B-' : 'IGE'}${rate}`, account };
  },
  cashAccountOf: (account) => (account.startsWith('0') ? '7851' : '7241'),
  earlier: () => ({ lines: [], plans: [] }),
  corrected: null,
  accountOfItem: () => '351101',
  original: null,
  bankOf: () => ({ no: 1, block: null }),
  words: {
    alreadyPaid: 'bereits bezahlt',
    retention: 'Sicherheitseinbehalt',
    directDebit: 'Lastschrift',
    inputTax: (rate) => `Vorsteuer ${rate} %`,
    outputTax: (rate) => `Umsatzsteuer ${rate} %`,
  },
  ...more,
});
const short = (built: Liability): string[] =>
  built.lines.map(({ account, amount, item }) => `${account} ${amount}${item ? ' ' + JSON.stringify(item) : ''}`);

describe('VAT of a purchase', () => {
  it('sovereign: the gross amount is expense', () => {
    const built = buildLiability(coding([line(10_000n, 1_900n)]), facts(11_900n));
    expect(short(built)).toEqual(['5241 11900', '351101 -11900 {"new":0}']);
  });

  it('business: input tax is deducted wholly, each rate in a line of its own', () => {
    const lines = [line(10_000n, 1_900n, { vat: vat('business') }), line(5_000n, 350n, { vat: vat('business', '7') })];
    const built = buildLiability(coding(lines), facts(17_250n));
    expect(short(built)).toEqual(['5241 10000', '5241 5000', '1762 1900', '1762 350', '351101 -17250 {"new":0}']);
    expect(built.items[0]!.shares.map((share) => [share.cashAccount, share.amount])).toEqual([
      ['7241', -15_000n],
      ['7493', -2_250n],
    ]);
  });

  it('partial: rounded once for the document, not line by line; the rest is expense', () => {
    const third = (net: Cents, tax: Cents) => line(net, tax, { vat: vat('partial', '19', '33.33') });
    const { lines, groups } = taxOf([third(1_003n, 191n), third(1_003n, 191n), third(1_003n, 191n)]);
    expect(groups).toEqual([{ treatment: 'partial', rate: '19', net: 3_009n, input: 191n, output: 0n }]); // 573 · 33.33 % = 190.98
    expect(lines.map((one) => one.cost)).toEqual([1_130n, 1_130n, 1_131n]);
  });

  it('reverse charge: we owe the tax and deduct what is ours to deduct; the supplier gets the net amount', () => {
    const services = line(100_000n, 0n, { vat: vat('reverse-charge', '19', '100') });
    expect(short(buildLiability(coding([services]), facts(100_000n)))).toEqual([
      '5241 100000',
      '1762 19000',
      '3714 -19000',
      '351101 -100000 {"new":0}',
    ]);
    const sovereign = line(100_000n, 0n, { vat: vat('reverse-charge', '19', '0') });
    const built = buildLiability(coding([sovereign]), facts(100_000n));
    expect(short(built)).toEqual(['5241 119000', '3714 -19000', '351101 -100000 {"new":0}']);
    expect(built.items[0]!.shares.map((share) => share.amount)).toEqual([-100_000n]);
  });

  it('without a due date it is due at once, but no earlier than its discount ends', () => {
    const due = (more: Partial<Coding>) =>
      buildLiability(coding([line(10_000n, 1_900n)], { dueOn: null, ...more }), facts(11_900n)).items[0]!.dueOn;
    expect(due({})).toBe('2026-06-01');
    expect(due({ discountOn: '2026-06-14', discountAmount: 238n })).toBe('2026-06-14');
  });

  it('intra-community acquisition: likewise, on its own account', () => {
    const goods = line(20_000n, 0n, { vat: vat('intra-community', '19', '50') });
    expect(short(buildLiability(coding([goods]), facts(20_000n)))).toEqual([
      '5241 21900',
      '1762 1900',
      '371201 -3800',
      '351101 -20000 {"new":0}',
    ]);
  });

  it.each([
    [100n, '0.5', 1n],
    [-100n, '0.5', -1n],
    [250n, '19', 48n], // 47.5
    [12_345n, '19', 2_346n], // 2345.55
    [10n ** 13n - 1n, '100', 10n ** 13n - 1n],
  ])('%s cents at %s per cent are %s', (amount, percent, expected) => {
    expect(percentOf(amount, percent)).toBe(expected);
  });
});

describe('what is left over the year end', () => {
  const year = (from: string, to: string, cost = 120_000n) => deferralOf(cost, from, to, '2026-12-31');
  it('is measured in months where the service is', () => {
    expect(year('2026-07-01', '2027-06-30')).toEqual({
      amount: 60_000n,
      from: '2027-01-01',
      to: '2027-06-30',
      measure: 'months',
    });
    expect(year('2026-12-01', '2029-11-30', 36_000n)!.amount).toBe(35_000n);
  });
  it('and in days otherwise, both ends counted', () => {
    expect(year('2026-12-17', '2027-01-15', 3_000n)).toEqual({
      amount: 1_500n,
      from: '2027-01-01',
      to: '2027-01-15',
      measure: 'days',
    });
  });
  it('is everything for a service of the new year, and nothing for one of the old', () => {
    expect(year('2027-01-01', '2027-12-31')!.amount).toBe(120_000n);
    expect(year('2026-01-01', '2026-12-31')).toBeNull();
  });
  it('stands on the accrual account, and the rest in the expense', () => {
    const maintenance = line(100_000n, 19_000n, { serviceFrom: '2026-07-01', serviceTo: '2027-06-30' });
    const built = buildLiability(coding([maintenance], { accrual: { account: '1911' } }), facts(119_000n));
    expect(short(built)).toEqual(['5241 59500', '1911 59500', '351101 -119000 {"new":0}']);
    expect(built.deferrals).toMatchObject([{ account: '5241', amount: 59_500n, from: '2027-01-01', to: '2027-06-30' }]);
    expect(built.items[0]!.shares).toEqual([
      { product: '111.06', costCentre: null, cashAccount: '7241', amount: -119_000n },
    ]);
  });
});

describe('special documents', () => {
  const building = (gross: Cents) => line(gross, 0n, { account: '0912', product: '111.06' });

  it('an invoice for a building under construction goes to the investment creditors', () => {
    const built = buildLiability(coding([building(50_000n)]), facts(50_000n));
    expect(short(built)).toEqual(['0912 50000', '351201 -50000 {"new":0}']);
    expect(built.items[0]!.shares[0]!.cashAccount).toBe('7851');
  });

  it('a final invoice clears the partial invoices on the accounts they were booked on', () => {
    const built = buildLiability(
      coding([building(100_000n)], { prepaid: [{ documentId: 'a', account: null, product: null, amount: 60_000n }] }),
      facts(40_000n, {
        prepaid: 60_000n,
        earlier: () => ({
          plans: [],
          lines: [
            { account: '0911', product: '111.06', costCentre: null, amount: 50_420n },
            { account: '1762', product: null, costCentre: null, amount: 9_580n },
          ],
        }),
      }),
    );
    expect(short(built)).toEqual(['0912 100000', '0911 -50420', '1762 -9580', '351201 -40000 {"new":0}']);
  });

  it('security kept back is an item of its own with its own due date, blocked', () => {
    const built = buildLiability(
      coding([building(100_000n)], { retention: { amount: 5_000n, dueOn: '2031-06-30' } }),
      facts(100_000n),
    );
    expect(short(built)).toEqual(['0912 100000', '351201 -95000 {"new":0}', '351301 -5000 {"new":1}']);
    expect(built.items[1]).toMatchObject({
      dueOn: '2031-06-30',
      paymentBlock: 'Sicherheitseinbehalt',
      role: 'retention',
    });
  });

  it('a credit note turns everything round, reduces the invoice and leaves the rest as money to come', () => {
    const note = coding([line(10_000n, 1_900n, { vat: vat('business') })], {
      offsets: [{ itemId: 'x', amount: 8_000n }],
    });
    const built = buildLiability(note, facts(11_900n, { moneyBack: true }));
    expect(short(built)).toEqual([
      '5241 -10000',
      '1762 -1900',
      '351101 8000 {"existing":"x"}',
      '351101 3900 {"new":0}',
    ]);
    expect(sum(built.items[0]!.shares.map((share) => share.amount))).toBe(3_900n);
  });

  it('a negative invoice is a credit note by its sign', () => {
    const built = buildLiability(coding([line(-10_000n, -1_900n)]), facts(-11_900n));
    expect(short(built)).toEqual(['5241 -11900', '351101 11900 {"new":0}']);
  });

  it('a correction that replaces takes the original back; what was paid of it counts', () => {
    const original = {
      plans: [],
      lines: [{ account: '5241', product: '111.06', costCentre: null, amount: 11_900n }],
      items: [{ id: 'o', account: '351101', balance: -4_900n }], // 70.00 are paid
    };
    const built = buildLiability(
      coding([line(9_000n, 1_710n)], { correction: 'replacement' }),
      facts(10_710n, { original }),
    );
    expect(short(built)).toEqual([
      '5241 10710',
      '5241 -11900',
      '351101 4900 {"existing":"o"}',
      '351101 -3710 {"new":0}',
    ]);
  });

  it('a collective order raises an item for each recipient', () => {
    const to = (partnerId: string, gross: Cents) => line(gross, 0n, { partnerId });
    const collective = coding([to('a', 100n), to('b', 200n), to('a', 50n)], { partnerId: null });
    expect(checkCoding(collective, { payable: 350n, prepaid: 0n })).toEqual([]);
    const built = buildLiability(collective, facts(350n));
    expect(built.items.map((item) => [item.partnerId, item.amount])).toEqual([
      ['a', -150n],
      ['b', -200n],
    ]);
    expect(short(built)).toEqual(['5241 100', '5241 50', '351101 -150 {"new":0}', '5241 200', '351101 -200 {"new":1}']);
  });

  it('an internal allocation moves cost between products and owes nobody', () => {
    const moved = coding([line(5_000n, 0n, { account: '5811', product: '126.01' })], {
      prepaid: [{ documentId: null, account: '4811', product: '111.07', amount: 5_000n }],
    });
    const built = buildLiability(moved, facts(0n, { prepaid: 5_000n }));
    expect(built.items).toEqual([]);
    expect(built.lines.map((one) => [one.account, one.product, one.amount])).toEqual([
      ['5811', '126.01', 5_000n],
      ['4811', '111.07', -5_000n],
    ]);
  });

  it('what is paid already is an item that nobody pays again', () => {
    const built = buildLiability(coding([line(10_000n, 1_900n)]), facts(0n, { prepaid: 11_900n }));
    expect(built.items).toMatchObject([
      { role: 'paid', amount: -11_900n, method: 'none', paymentBlock: 'bereits bezahlt' },
    ]);
  });

  it('a direct debit is blocked, so that it is never paid twice', () => {
    const built = buildLiability(coding([line(10_000n, 1_900n)], { method: 'direct-debit' }), facts(11_900n));
    expect(built.items).toMatchObject([{ method: 'direct-debit', paymentBlock: 'Lastschrift' }]);
  });

  it('a transfer waits while the bank account is not confirmed', () => {
    const block = 'Bankverbindung nicht bestätigt';
    const built = buildLiability(
      coding([line(10_000n, 1_900n)]),
      facts(11_900n, { bankOf: () => ({ no: null, block }) }),
    );
    expect(built.items).toMatchObject([{ paymentBlock: block }]);
  });
});

describe('a coding against its document', () => {
  const codes = (given: Coding, payable = 11_900n, prepaid = 0n): string[] =>
    checkCoding(given, { payable, prepaid }).map((one) => `${one.pointer} ${one.code}`);
  const good = [line(10_000n, 1_900n)];

  it('is accepted when it adds up', () => {
    expect(codes(coding(good))).toEqual([]);
    expect(codes(coding(good), 1_900n, 10_000n)).toEqual([]);
  });

  it('needs no partner where everything is cleared on own accounts, and one where a cent is left', () => {
    const cleared = (amount: bigint) =>
      coding(good, { partnerId: null, prepaid: [{ documentId: null, account: '4811', product: '111.07', amount }] });
    expect(codes(cleared(11_900n), 0n, 11_900n)).toEqual([]);
    expect(codes(cleared(11_899n), 0n, 11_900n)).toEqual(['/partnerId PartnerMissing']);
    expect(buildLiability(cleared(11_900n), facts(0n, { prepaid: 11_900n })).items).toEqual([]);
  });

  it.each<[string, Coding, string[]]>([
    ['no partner', coding(good, { partnerId: null }), ['/partnerId PartnerMissing']],
    ['a cent too little', coding([line(10_000n, 1_899n)]), ['/lines CodingDoesNotAdd']],
    ['a line that does not add up', coding([{ ...line(10_000n, 1_900n), net: 9_999n }]), ['/lines/0 CodingLineSum']],
    [
      'tax billed with reverse charge',
      coding([line(10_000n, 1_900n, { vat: vat('reverse-charge') })]),
      ['/lines/0/tax CodingTaxNotBilled'],
    ],
    [
      'a deduction without tax',
      coding([line(11_900n, 0n, { vat: vat('business') })]),
      ['/lines/0/tax CodingTaxMissing'],
    ],
    [
      'a line of a split that belongs to no share',
      coding([line(5_000n, 950n, { share: 1 }), line(5_000n, 950n)], {
        shares: [{ no: 1, holder: 'h', amount: 5_950n, note: '' }],
      }),
      ['/lines/1/share ShareMissing'],
    ],
    ['a split that nobody answers for', coding([line(10_000n, 1_900n, { share: 2 })]), ['/lines/0/share ShareUnknown']],
    [
      'a share of another size',
      coding([line(10_000n, 1_900n, { share: 1 })], { shares: [{ no: 1, holder: 'h', amount: 11_899n, note: '' }] }),
      ['/shares/0/amount ShareDoesNotAdd'],
    ],
    [
      'everything kept back',
      coding(good, { retention: { amount: 11_900n, dueOn: '2031-01-01' } }),
      ['/retention/amount RetentionTooMuch'],
    ],
    ['half a discount', coding(good, { discountOn: '2026-06-10' }), ['/discountOn DiscountIncomplete']],
    [
      'a discount of all',
      coding(good, { discountOn: '2026-06-10', discountAmount: 11_900n }),
      ['/discountAmount DiscountTooMuch'],
    ],
    [
      'a discount after the due date',
      coding(good, { discountOn: '2026-07-10', discountAmount: 238n }),
      ['/discountOn DiscountAfterDue'],
    ],
    [
      'more cleared than was billed',
      coding(good, { prepaid: [{ documentId: 'd', account: null, product: null, amount: 1n }] }),
      ['/prepaid PrepaidTooMuch'],
    ],
    [
      'a period that ends before it begins',
      coding([line(10_000n, 1_900n, { serviceFrom: '2026-02-01', serviceTo: '2026-01-01' })]),
      ['/lines/0/serviceTo EndsBeforeItBegins'],
    ],
    ['an accrual of nothing', coding(good, { accrual: { account: '1911' } }), ['/accrual AccrualWithoutPeriod']],
  ])('is refused with %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('is read back as it was written', () => {
    const whole = coding([line(10_000n, 1_900n, { share: 1, serviceFrom: '2026-01-01', serviceTo: '2026-12-31' })], {
      discountOn: '2026-06-10',
      discountAmount: 238n,
      retention: { amount: 100n, dueOn: '2031-01-01' },
      accrual: { account: '1911' },
      shares: [{ no: 1, holder: '44444444-4444-4444-8444-444444444444', amount: 11_900n, note: 'alles' }],
      prepaid: [{ documentId: null, account: '0911', product: null, amount: 1n }],
      offsets: [{ itemId: '55555555-5555-4555-8555-555555555555', amount: 7n }],
      correction: 'difference',
    });
    expect(readCoding(JSON.parse(JSON.stringify(writeCoding(whole))))).toEqual({ ok: true, value: whole });
  });

  it('gives the one share without an amount what the others leave, and asks where two have none', () => {
    const holder = '44444444-4444-4444-8444-444444444444';
    const lines = [1, 2].map((share) => ({ account: '5241', net: '100.00', tax: '19.00', gross: '119.00', share }));
    const amounts = (shares: object[], of = lines): unknown => {
      const read = readCoding({ lines: of, shares: shares.map((share, i) => ({ no: i + 1, holder, ...share })) });
      return read.ok
        ? read.value.shares.map((share) => share.amount)
        : read.error.map((one) => `${one.pointer} ${wordsFor(one.code, one.params, 'de').detail}`);
    };
    expect(amounts([{}], lines.slice(0, 1))).toEqual([11_900n]);
    expect(amounts([{ amount: '100.00' }, { amount: null }])).toEqual([10_000n, 13_800n]);
    expect(amounts([{ amount: '119.00' }, { amount: 'viel' }])).toEqual([
      '/shares/1/amount „viel“ ist kein Betrag der Form "1234.50".',
    ]);
    expect(amounts([{}, {}])).toEqual(
      [1, 2].map((no) => expect.stringContaining(`/shares/${no - 1}/amount Der Betrag von Anteil ${no} fehlt.`)),
    );
  });

  it('never says “–” where a value is missing', () => {
    const read = readCoding({
      lines: [{}],
      shares: [{}, {}],
      prepaid: [{}],
      offsets: [{}],
      retention: {},
      accrual: {},
    });
    const said = read.ok ? [] : read.error.map((one) => wordsFor(one.code, one.params, 'de').detail);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((text) => text.includes('–'))).toEqual([]);
  });

  it('names every fault of form with its place', () => {
    const read = readCoding({
      lines: [{ account: 'A', net: 1, gross: '1.005', vat: { treatment: 'free' } }, 7],
      shares: 'many',
      prepaid: [{ amount: '1.00' }],
      text: 'a\u0007',
      colour: 1,
    });
    expect(read.ok ? [] : read.error.map((one) => `${one.pointer} ${one.code}`)).toEqual([
      '/colour UnknownField',
      '/text ControlCharacter',
      '/lines/0/account NotAnAccountNumber',
      '/lines/0/net NotAnAmount',
      '/lines/0/gross TooManyDecimals',
      '/lines/0/vat/treatment NotACode',
      '/lines/1 NotAnObject',
      '/lines/1/account FieldMissing',
      '/lines/1/net AmountMissing',
      '/lines/1/gross AmountMissing',
      '/shares LinesMissing',
      '/prepaid/0 PrepaidWhere',
    ]);
  });
});

const anyLine = fc
  .record({
    net: fc.bigInt({ min: -5_000_000n, max: 50_000_000n }),
    rate: fc.constantFrom('0', '7', '19'),
    treatment: fc.constantFrom<Treatment>('sovereign', 'business', 'partial', 'reverse-charge', 'intra-community'),
    percent: fc.constantFrom('0', '12.5', '33.33', '50', '100'),
    account: fc.constantFrom('5241', '5431', '0912', '0812'),
    product: fc.constantFrom('111.06', '126.01', null),
    period: fc.option(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 800 })), { nil: undefined }),
  })
  .map(({ net, rate, treatment, percent, account, product, period }) => {
    const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
    const billed = treatment === 'reverse-charge' || treatment === 'intra-community' ? 0n : percentOf(net, rate);
    return line(net, billed, {
      account,
      product,
      vat: vat(treatment, rate, percent),
      serviceFrom: period ? day(period[0]) : null,
      serviceTo: period ? day(period[0] + period[1]) : null,
    });
  })
  .filter((one) => one.gross !== 0n);

test('whatever is bought: the entry balances, cost and tax are the gross amount, items are what is owed, no cent is lost', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 8 }),
      fc.nat(100),
      fc.nat(100),
      fc.boolean(),
      fc.boolean(),
      (lines, prepaidPercent, keptPercent, moneyBack, accrued) => {
        const total = sum(lines.map((one) => one.gross));
        fc.pre(total !== 0n);
        const prepaid = (total * BigInt(prepaidPercent)) / 100n;
        const payable = total - prepaid;
        const cleared = prepaid / 2n;
        const kept = total > 0n && !moneyBack ? (payable * BigInt(keptPercent)) / 200n : 0n;
        const built = buildLiability(
          coding(lines, {
            prepaid: cleared === 0n ? [] : [{ documentId: 'd', account: null, product: null, amount: cleared }],
            retention: kept > 0n ? { amount: kept, dueOn: '2031-01-01' } : null,
            accrual: accrued ? { account: '1911' } : null,
          }),
          facts(payable, {
            prepaid,
            moneyBack,
            earlier: () => ({
              plans: [],
              lines: [
                { account: '0911', product: null, costCentre: null, amount: 2n },
                { account: '1762', product: null, costCentre: null, amount: 1n },
              ],
            }),
          }),
        );
        const sign = moneyBack ? -1n : 1n;
        expect(sum(built.lines.map((one) => one.amount))).toBe(0n);
        expect(built.lines.every((one) => one.amount !== 0n)).toBe(true);
        const taxed = taxOf(lines);
        expect(
          sum(taxed.lines.map((one) => one.cost)) + sum(taxed.groups.map((group) => group.input - group.output)),
        ).toBe(total);
        // Items: what is payable, kept back and paid already are together what is not cleared.
        expect(sum(built.items.map((item) => item.amount))).toBe(-(total - cleared) * sign);
        const owed = built.items.filter((item) => item.role !== 'paid');
        expect(sum(owed.map((item) => item.amount))).toBe(-payable * sign);
        for (const item of built.items) {
          expect(sum(item.shares.map((share) => share.amount))).toBe(item.amount);
          expect(
            built.lines.filter((one) => one.item && 'new' in one.item && built.items[one.item.new] === item),
          ).toEqual([expect.objectContaining({ account: item.account, amount: item.amount })]);
        }
      },
    ),
    { numRuns: 400 },
  );
});
