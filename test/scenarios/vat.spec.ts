import type { SupplierInvoice } from '../../apps/api/src/demo/documents/supplier-invoice.js';
import { type Office, openOffice } from '../support/decisions.js';

/* VAT as a municipality with a business declares it: from the invoice to the figures of the pre-return. */

let office: Office;
beforeAll(async () => {
  office = await openOffice({ vatStatus: 'regular' });
});
afterAll(() => office.app.close());

let numbers = 0;
const coded = (treatment: string, deductiblePercent: string, more: object = {}) => ({
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
const book = async (wish: Partial<SupplierInvoice>, more: object, bookingDate = '2026-05-20') => {
  const arrived = await office.arrives({ number: `U-${++numbers}`, ...wish });
  const document = await office.walksTo(await office.submits(arrived, more as Record<string, unknown>), 'posting');
  const answer = await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const vatReturn = async (month: string) => (await office.send(office.treasurer, 'GET', `/vat-returns/${month}`)).body;
const figures = async (month: string): Promise<Record<string, string>> =>
  Object.fromEntries((await vatReturn(month)).figures.map((one: any) => [one.figure, one.amount]));
const journal = async (id: string) => (await office.send(office.anna, 'GET', `/journal-entries/${id}`)).body;
const received = async (id: string, day: string) =>
  office.app.all('update document set received_at = $2 where id = $1', [id, `${day}T10:00:00Z`]);

it('key, rate and base stand on the line of the tax, and the tax in the item', async () => {
  const posted = await book({}, coded('business', '100'));
  const entry = await journal(posted.entry.id);
  expect(entry.lines.find((line: any) => line.account === '1762')).toMatchObject({
    debit: '19.00',
    tax: { code: 'VST19', rate: '19.00', base: '100.00' },
  });
  const taxes = await office.app.all(
    'select code, rate::text, account, base::int, tax::int from open_item_tax where item_id = $1',
    [posted.entry.openItems[0].id],
  );
  expect(taxes).toEqual([{ code: 'VST19', rate: '19.00', account: '1762', base: 10_000, tax: 1_900 }]);
});

it('each kind of tax stands on an account and in figures of its own, in the month of its tax point', async () => {
  const at = async (
    wish: Partial<SupplierInvoice>,
    more: object,
    { arrives, books }: { arrives: string; books: string },
  ): Promise<any> => {
    const arrived = await office.arrives({ number: `U-${++numbers}`, ...wish });
    await received(arrived.id, arrives);
    const document = await office.walksTo(await office.submits(arrived, more as Record<string, unknown>), 'posting');
    return (await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate: books })).body;
  };
  // Supplied in January, invoiced on the second of March, received in June, booked in July.
  const supplied = { serviceFrom: '2026-01-05', serviceTo: '2026-01-20' };
  const late = { arrives: '2026-06-10', books: '2026-07-01' };
  const none = { tax: '0.00', gross: '100.00' };
  await at({}, coded('business', '100', supplied), late);
  const services = { lines: [{ name: 'Reinigung', net: 10_000n, rate: '0' as const, category: 'AE' as const }] };
  const owed = await at(services, coded('reverse-charge', '50', { ...none, ...supplied }), late);
  const goods = { lines: [{ name: 'Bücher', net: 10_000n, rate: '0' as const, category: 'AE' as const }] };
  const acquired = await at(
    goods,
    coded('intra-community', '100', {
      ...none,
      ...supplied,
      vat: { category: 'K', rate: '7', treatment: 'intra-community', deductiblePercent: '100' },
    }),
    late,
  );
  const accounts = async (document: any) => (await journal(document.entry.id)).lines.map((line: any) => line.account);
  expect(await accounts(owed)).toEqual(['5241', '1762', '3714', '351101']);
  expect(await accounts(acquired)).toEqual(['5241', '1762', '371301', '351101']);
  // What the recipient owes: at the end of the month after the supply; input tax: when the invoice was there.
  expect(await figures('2026-02')).toEqual({
    '84': '100.00',
    '85': '19.00',
    '67': '9.50',
    '93': '100.00',
    '61': '7.00',
  });
  expect(await figures('2026-06')).toEqual({ '66': '19.00' });
  expect(await figures('2026-07')).toEqual({});
  expect(await vatReturn('2026-02')).toMatchObject({ owed: '26.00', deducted: '16.50', payable: '9.50', unplaced: [] });
});

it('a service from elsewhere in the Union is declared apart (§ 13b(1) UStG)', async () => {
  await office.app.all(`update partner set vat_id = 'ATU12345678' where client_id = $1 and id = $2`, [
    office.clientId,
    office.partnerId,
  ]);
  try {
    await book(
      {
        issueDate: '2026-08-03',
        lines: [{ name: 'Lizenz', net: 10_000n, rate: '0' as const, category: 'AE' as const }],
      },
      coded('reverse-charge', '0', {
        tax: '0.00',
        gross: '100.00',
        serviceFrom: '2026-08-01',
        serviceTo: '2026-08-02',
      }),
    );
  } finally {
    await office.app.all(`update partner set vat_id = 'DE123456788' where client_id = $1 and id = $2`, [
      office.clientId,
      office.partnerId,
    ]);
  }
  expect(await figures('2026-08')).toEqual({ '46': '100.00', '47': '19.00' });
});

it('a figure opens its lines, as JSON and for a spreadsheet', async () => {
  const lines = await office.send(office.treasurer, 'GET', '/vat-returns/2026-02/lines?figure=93');
  expect(lines.body.items).toMatchObject([
    { code: 'IGE7', rate: '7.00', base: '-100.00', amount: '-7.00', taxPoint: '2026-02-28' },
  ]);
  const csv = await office.send(office.treasurer, 'GET', '/vat-returns/2026-02?format=csv');
  expect(csv.bytes.toString('utf8')).toContain('84;Andere Leistungen');
  expect(csv.bytes.toString('utf8')).toContain('83;Verbleibende Vorauszahlung;§ 18 UStG;9,50');
  expect((await office.send(office.treasurer, 'GET', '/vat-returns/2026-13')).status).toBe(404);
});

it('a reversal takes the tax back in its own month, and what no key says is shown', async () => {
  const posted = await book(
    { issueDate: '2026-09-01' },
    coded('business', '100', { serviceTo: '2026-09-01' }),
    '2026-09-20',
  );
  const reversal = await office.send(office.bernd, 'POST', `/journal-entries/${posted.entry.id}/reversal`, {
    bookingDate: '2026-11-02',
    reason: 'doppelt',
  });
  expect(reversal.status).toBe(201);
  expect(await figures('2026-11')).toEqual({ '66': '-19.00' });
  const manual = await office.send(office.bernd, 'POST', '/journal-entries', {
    bookingDate: '2026-11-03',
    text: 'Umsatzsteuer ohne Schlüssel',
    lines: [
      { account: '1762', debit: '5.00' },
      { account: '3712', credit: '5.00' },
    ],
  });
  expect(manual.status).toBe(201);
  expect((await vatReturn('2026-11')).withoutKey).toEqual([
    { account: '1762', lines: 1, amount: '5.00' },
    { account: '3712', lines: 1, amount: '-5.00' },
  ]);
});

it('a client that is no taxable person is not offered input tax and deducts none, but owes as the recipient', async () => {
  const plain = await openOffice();
  try {
    const arrived = await plain.arrives();
    const { body } = await plain.send(plain.anna, 'GET', `/documents/${arrived.id}/proposal`);
    expect(body.coding.lines[0].vat).toMatchObject({ treatment: 'sovereign', deductiblePercent: '0' });
    await expect(plain.submits(arrived, coded('business', '100'))).rejects.toThrow('InputTaxNotAllowed');
    await expect(plain.submits(await plain.arrives(), coded('partial', '10'))).rejects.toThrow('InputTaxNotAllowed');
    const service = await plain.arrives({
      lines: [{ name: 'Bau', net: 10_000n, rate: '0' as const, category: 'AE' as const }],
    });
    const owed = coded('reverse-charge', '0', { tax: '0.00', gross: '100.00' });
    expect((await plain.submits(service, owed)).state).toBe('in-decision');
  } finally {
    await plain.app.close();
  }
});

it('a rate without a key on the day of supply is refused', async () => {
  const line = coded('business', '100', {
    tax: '16.00',
    net: '103.00',
    vat: { category: 'S', rate: '16', treatment: 'business', deductiblePercent: '100' },
  });
  await expect(office.submits(await office.arrives(), line)).rejects.toThrow('TaxKeyMissing');
});

it('keys are data with days: a new rate ends the old one, and two keys never hold for the same', async () => {
  const post = (body: object) => office.send(office.treasurer, 'POST', '/tax-keys', body);
  const key = {
    usage: 'output',
    rate: '20.00',
    account: '3712',
    baseFigure: '35',
    taxFigure: '36',
    name: 'Umsatzsteuer 20 %',
  };
  expect((await post({ ...key, code: 'UST20', validFrom: '2031-01-01' })).status).toBe(201);
  expect(await post({ ...key, code: 'UST20-B', validFrom: '2031-07-01' })).toMatchObject({ status: 409 });
  expect(await post({ ...key, code: 'UST20', account: '371301', validFrom: '2032-01-01' })).toMatchObject({
    status: 201,
  });
  const { items } = (await office.send(office.anna, 'GET', '/tax-keys')).body;
  expect(items.filter((one: any) => one.code === 'UST20')).toMatchObject([
    { validFrom: '2031-01-01', validTo: '2031-12-31', account: '3712' },
    { validFrom: '2032-01-01', validTo: null, account: '371301' },
  ]);
  expect(items.find((one: any) => one.code === 'UST16')).toMatchObject({
    validFrom: '2020-07-01',
    validTo: '2020-12-31',
  });
  expect((await office.send(office.anna, 'POST', '/tax-keys', key)).status).toBe(403);
});
