import type { SupplierInvoice } from '../../apps/api/src/demo/documents/supplier-invoice.js';
import { type Office, openOffice } from '../support/decisions.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ vatStatus: 'regular' });
});
afterAll(() => office.app.close());

/** From the file to the books. */
const book = async (wish: Partial<SupplierInvoice>, more: Record<string, unknown> = {}, bookingDate = '2026-03-10') => {
  const document = await office.walksTo(await office.submits(await office.arrives(wish), more), 'posting');
  const answer = await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const lines = async (document: any): Promise<string[]> =>
  (await office.send(office.anna, 'GET', `/journal-entries/${document.entry.id}`)).body.lines.map(
    (line: any) => `${line.account} ${line.debit ?? `-${line.credit}`}`,
  );
const item = async (id: string) => (await office.send(office.anna, 'GET', `/open-items/${id}`)).body;

/** Sum of open items = control account, after everything that happens here. */
afterEach(async () => {
  const { body } = await office.send(office.anna, 'GET', '/open-items/reconciliation');
  expect(body.items.filter((row: any) => row.difference !== '0.00')).toEqual([]);
});

it('a credit note reduces the invoice that it names; the rest is money to come', async () => {
  const invoice = await book({ number: 'CN-1' });
  const note = await book({ typeCode: '381', preceding: ['CN-1'], lines: [{ name: 'Gutschrift', net: 15_000n }] });
  expect(await lines(note)).toEqual(['5241 -178.50', '351101 119.00', '351101 59.50']);
  expect(await item(invoice.entry.openItems[0].id)).toMatchObject({ open: '0.00', state: 'settled' });
  expect(note.entry.openItems).toMatchObject([{ amount: '-59.50' }]);
});

it('a corrected invoice is offered both ways and replaces the original', async () => {
  const invoice = await book({ number: 'K-1' });
  const arrived = await office.arrives({
    typeCode: '384',
    preceding: ['K-1'],
    lines: [{ name: 'Strom', net: 8_000n }],
  });
  expect(arrived).toMatchObject({ kind: 'correction', corrects: invoice.id });
  const { body: proposal } = await office.send(office.anna, 'GET', `/documents/${arrived.id}/proposal`);
  expect([proposal.coding.correction, proposal.alternative.correction]).toEqual(['replacement', 'difference']);
  const walked = await office.walksTo(await office.submits(arrived), 'posting');
  const posted = (await office.decides(office.bernd, walked, 'posting', 'approve', { bookingDate: '2026-03-11' })).body;
  expect(await lines(posted)).toEqual(['5241 95.20', '5241 -119.00', '351101 119.00', '351101 -95.20']);
  expect((await item(invoice.entry.openItems[0].id)).state).toBe('settled');
});

it('partial construction invoices are cleared by the final one, and security is kept back', async () => {
  const partial = { typeCode: '875', lines: [{ name: 'Abschlag Rohbau', net: 1_000_000n }] };
  const first = await book({ ...partial, number: 'AR-1' });
  expect(await lines(first)).toEqual(['0912 11900.00', '351201 -11900.00']);
  await book({ ...partial, number: 'AR-2' });
  const arrived = await office.arrives({
    typeCode: '877',
    number: 'SR-1',
    preceding: ['AR-1', 'AR-2'],
    prepaid: 2_380_000n,
    lines: [{ name: 'Rohbau', net: 2_100_000n }],
  });
  const { body: proposal } = await office.send(office.anna, 'GET', `/documents/${arrived.id}/proposal`);
  expect(proposal.coding.prepaid).toHaveLength(2);
  const submitted = await office.submits(arrived, { retention: { amount: '59.50', dueOn: '2031-03-31' } });
  const walked = await office.walksTo(submitted, 'posting');
  const posted = (await office.decides(office.bernd, walked, 'posting', 'approve', { bookingDate: '2026-03-12' })).body;
  expect(await lines(posted)).toEqual([
    '0912 24990.00',
    '0912 -11900.00',
    '0912 -11900.00',
    '351201 -1130.50',
    '351301 -59.50',
  ]);
  expect(posted.entry.openItems).toMatchObject([
    { amount: '1130.50', paymentBlock: null },
    { amount: '59.50', paymentBlock: 'Sicherheitseinbehalt' },
  ]);
  expect(await item(posted.entry.openItems[1].id)).toMatchObject({ retention: true, dueOn: '2031-03-31' });
  expect((await item(posted.entry.openItems[0].id)).shares).toMatchObject([{ cashAccount: '7851', amount: '1130.50' }]);
});

it('what the supplier collects is blocked for us', async () => {
  const debited = await book({ paymentMeans: '59' });
  expect(await item(debited.entry.openItems[0].id)).toMatchObject({
    method: 'direct-debit',
    paymentBlock: 'Lastschrift: der Lieferant zieht ein',
  });
});

it('what is paid already is never to be paid again', async () => {
  const paid = await book({ prepaid: 11_900n });
  expect(await item(paid.entry.openItems[0].id)).toMatchObject({
    method: 'none',
    open: '119.00',
    paymentBlock: 'bereits bezahlt',
  });
});

it('a service over the year end is deferred and dissolved in the new year', async () => {
  const maintenance = { name: 'Wartung', net: 100_000n, from: '2026-07-01', to: '2027-06-30' };
  const posted = await book({ lines: [maintenance] }, {}, '2026-07-01');
  expect(await lines(posted)).toEqual(['5241 595.00', '1911 595.00', '351101 -1190.00']);
  expect(posted.entry.accruals).toHaveLength(1);
  const { body } = await office.send(office.anna, 'GET', '/standing-entries');
  const plan = body.items.find((one: any) => one.name === posted.entry.accruals[0]);
  expect(plan).toMatchObject({ kind: 'accrual', firstDate: '2027-01-31', lastDate: '2027-06-30' });
  expect(plan.instalments).toHaveLength(6);
  const sums = plan.instalments.map((one: any) => one.lines.find((line: any) => line.account === '1911').credit);
  expect(sums.reduce((total: number, amount: string) => total + Math.round(Number(amount) * 100), 0)).toBe(59_500);
});

it('an invoice from a changed bank account is booked and blocked', async () => {
  const posted = await book({
    seller: {
      name: 'Nordtal Energie GmbH',
      vatId: 'DE123456788',
      street: 'Werkstraße 1',
      postcode: '48999',
      city: 'Ahlenbrück',
      iban: 'DE89370400440532013000',
      contact: 'Rita Rosen',
    },
  });
  expect(posted.alarms).toContain('IbanChanged');
  expect(await item(posted.entry.openItems[0].id)).toMatchObject({
    iban: null,
    paymentBlock: 'Bankverbindung nicht bestätigt',
  });
});

it('business, partial and reverse charge are booked with their tax', async () => {
  const taxed = (treatment: string, deductiblePercent: string, more: object = {}) => ({
    lines: [
      {
        account: '5241',
        product: '111',
        net: '100.00',
        tax: '19.00',
        gross: '119.00',
        vat: { category: 'S', rate: '19', treatment, deductiblePercent },
        ...more,
      },
    ],
  });
  expect(await lines(await book({}, taxed('business', '100')))).toEqual([
    '5241 100.00',
    '1762 19.00',
    '351101 -119.00',
  ]);
  expect(await lines(await book({}, taxed('partial', '40')))).toEqual(['5241 111.40', '1762 7.60', '351101 -119.00']);
  const owed = await book(
    { lines: [{ name: 'Gebäudereinigung', net: 10_000n, rate: '0', category: 'AE' }] },
    taxed('reverse-charge', '50', { tax: '0.00', gross: '100.00' }),
  );
  expect(await lines(owed)).toEqual(['5241 109.50', '1762 9.50', '3714 -19.00', '351101 -100.00']);
});

it('the accounts of the tax are the client’s own where it has set them', async () => {
  await office.send(office.treasurer, 'POST', '/accounts', { number: '176201', name: 'Vorsteuer BgA Bad' });
  const set = await office.send(office.treasurer, 'POST', '/settings', {
    key: 'purchases.inputTaxAccount',
    value: '176201',
    validFrom: '2026-01-01',
  });
  expect(set.status).toBe(201);
  const vat = { category: 'S', rate: '19', treatment: 'business', deductiblePercent: '100' };
  const booked = await book(
    {},
    { lines: [{ account: '5241', product: '111', net: '100.00', tax: '19.00', gross: '119.00', vat }] },
  );
  expect(await lines(booked)).toContain('176201 19.00');
});

it('no more input tax is deducted than was billed', async () => {
  const line = (net: string, tax: string, gross: string, treatment = 'business') => ({
    ...{ account: '5241', product: '111', net, tax, gross },
    vat: { category: 'S', rate: '19', treatment, deductiblePercent: '0' },
  });
  const coded = async (...lines: object[]) => office.submits(await office.arrives(), { lines });
  await expect(coded(line('0.01', '118.99', '119.00'))).rejects.toThrow('CodingTaxTooMuch');
  await expect(
    coded(line('200.00', '38.00', '238.00'), line('-100.00', '-19.00', '-119.00', 'sovereign')),
  ).rejects.toThrow('CodingTaxTooMuch');
  const note = await office.arrives({ typeCode: '381' });
  await expect(office.submits(note, { lines: [line('99.99', '19.01', '119.00')] })).rejects.toThrow('CodingTaxTooMuch');
  expect((await coded(line('60.00', '11.40', '71.40'), line('40.00', '7.60', '47.60'))).state).toBe('in-decision');
});

it('an invoice whose number and texts are cut in the middle of a character is booked', async () => {
  const number = `${'N'.repeat(119)}😀`;
  const text = `${'x'.repeat(354)}😀 Wartung`;
  const service = { name: text, net: 12_000n, from: '2026-12-01', to: '2027-11-30' };
  const posted = await book({ number, lines: [service] }, { text, accrual: { account: '1911' } });
  expect(posted.entry.accruals[0].isWellFormed()).toBe(true);
  expect((await item(posted.entry.openItems[0].id)).reference).toBe('N'.repeat(119));
});

describe('an earlier invoice', () => {
  const errors = ({ status, body }: any) => [
    status,
    ...(status === 200 ? [] : (body.errors ?? [])).map((one: any) => [one.pointer, one.rule]),
  ];
  /** A final invoice over 200.00 EUR net that clears so much of earlier ones. */
  const clearing = async (...earlier: [document: any, amount: string][]) => {
    const prepaid = earlier.map(([document, amount]) => ({ documentId: document.id, amount }));
    const arrived = await office.arrives({ typeCode: '877', prepaid: 11_900n, lines: [{ name: 'Bau', net: 20_000n }] });
    return { arrived, submit: () => office.submits(arrived, { prepaid }) };
  };
  const partial = () => book({ typeCode: '875' });

  it('is cleared once, whatever else names it later', async () => {
    const first = await partial();
    const final = await office.walksTo(await (await clearing([first, '119.00'])).submit(), 'posting');
    expect(
      (await office.decides(office.bernd, final, 'posting', 'approve', { bookingDate: '2026-03-12' })).status,
    ).toBe(200);
    await expect((await clearing([first, '119.00'])).submit()).rejects.toThrow('PrepaidTwice');
    const other = await partial();
    await expect((await clearing([other, '60.00'], [other, '59.01'])).submit()).rejects.toThrow('PrepaidTwice');
    // In parts it may be cleared, up to the cent.
    await (await clearing([other, '60.00'], [other, '59.00'])).submit();
  });

  it('is cleared by one of two that are posted at the same time, and by the other not even past the application', async () => {
    const first = await partial();
    const decided = async () => office.walksTo(await (await clearing([first, '119.00'])).submit(), 'posting');
    const rivals = [await decided(), await decided()];
    const answers = await Promise.all(
      rivals.map((rival) => office.decides(office.bernd, rival, 'posting', 'approve', { bookingDate: '2026-03-12' })),
    );
    expect(answers.map(errors).sort()).toEqual([[200], [422, ['/prepaid/0/documentId', 'PrepaidTwice']]]);
    const loser = rivals[answers.findIndex(({ status }) => status === 422)]!;
    await expect(
      office.app.asRole('finanz_app', office.clientId, `update document set state = 'posted' where id = $1`, [
        loser.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'document_cleared_once' });
    // Nor does it slip through when the transaction turns to another client before its commit.
    await expect(
      office.app.asRole(
        'finanz_app',
        office.clientId,
        `with posted as (update document set state = 'posted' where id = $1 returning 1) select set_config('app.client_id', '1', true) from posted`,
        [loser.id],
      ),
    ).rejects.toMatchObject({ constraint: 'document_cleared_once' });
  });

  it('that was reversed while its final invoice was decided is named at the posting', async () => {
    const first = await partial();
    const final = await office.walksTo(await (await clearing([first, '119.00'])).submit(), 'posting');
    const reversal = { reason: 'Falsche Rechnung', bookingDate: '2026-03-12' };
    expect(
      (await office.send(office.anna, 'POST', `/journal-entries/${first.entry.id}/reversal`, reversal)).status,
    ).toBe(201);
    const answer = await office.decides(office.bernd, final, 'posting', 'approve', { bookingDate: '2026-03-12' });
    expect(errors(answer)).toEqual([422, ['/prepaid/0/documentId', 'PrepaidUnknown']]);
  });

  it('is replaced once', async () => {
    await book({ number: 'K-2' });
    const correction = { typeCode: '384', preceding: ['K-2'], lines: [{ name: 'Strom', net: 8_000n }] };
    await book(correction);
    await expect(book({ ...correction, lines: [{ name: 'Strom', net: 7_000n }] })).rejects.toThrow('CorrectedBefore');
    await book({ ...correction, lines: [{ name: 'Strom', net: -1_000n }] }, { correction: 'difference' });
  });
});
