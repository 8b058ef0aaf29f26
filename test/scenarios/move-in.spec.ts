import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ImportRunner } from '@lib/exchange';
import { type ExchangeApp, type Job, startExchange } from '../support/exchange.js';

/*
 * A municipality comes from another system: its files go in one after the other, through the same doors as any import. What its
 * control accounts hold is the sum of its open items from the first day.
 */
const FOLDER = path.resolve(__dirname, '../samples/predecessor');
const file = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

/** The files in the order in which they depend on each other. */
const STEPS: [kind: string, name: string, query: Record<string, string | number>][] = [
  ['accounts', 'konten.csv', {}],
  ['products', 'produkte.csv', {}],
  ['cost-centres', 'kostenstellen.jsonl', { format: 'jsonl' }],
  ['partners', 'geschaeftspartner.csv', {}],
  ['opening-balances', 'anfangsbestaende.csv', { bookingDate: '2026-01-01' }],
  ['open-items', 'offene-posten.csv', { fiscalYear: 2026 }],
];

let exchange: ExchangeApp;
beforeAll(async () => {
  exchange = await startExchange();
});
afterAll(() => exchange?.close());

const told = (job: Job): string[] =>
  job.errors.map(({ line, column, rule }) => `${line ?? '–'} ${column ?? '–'} ${rule}`);

/** A client that has taken the first files over. */
async function movedIn(until = STEPS.length): Promise<number> {
  const id = await exchange.newClient(2026);
  for (const [kind, name, query] of STEPS.slice(0, until)) {
    const job = await exchange.importFile(id, { kind, fileName: name, ...query }, file(name));
    expect([name, job.state, told(job)]).toEqual([name, 'done', []]);
  }
  return id;
}
const get = async (id: number, url: string): Promise<any> => (await exchange.send('GET', `/clients/${id}/${url}`)).json;

describe('a municipality moves in', () => {
  let clientId: number;
  beforeAll(async () => {
    clientId = await movedIn();
  });

  it('has its own accounts below those of the chart, with what follows from them', async () => {
    const account = (number: string): Promise<any> => get(clientId, `accounts/${number}`);
    expect(await account('181110')).toMatchObject({
      parent: '1811',
      liquid: true,
      origin: 'own',
      statementLine: 'A2.4',
    });
    expect(await account('35110102')).toMatchObject({ parent: '351101', control: 'creditors' });
    expect(await account('524101')).toMatchObject({ locked: true });
  });

  it('has its partners with the numbers they had, addresses with their days, and bank accounts that wait for a second person', async () => {
    const { items } = await get(clientId, 'partners?limit=50');
    expect(items.map((one: any) => [one.formerNumber, one.number, one.name])).toEqual([
      ['70001', 'P000001', 'Tiefbau Ruthe GmbH & Co. KG'],
      ['70002', 'P000002', 'Elektro "Blitz" OHG'],
      ['10001', 'P000003', 'Erika Musterfrau'],
      ['10002', 'P000004', 'Ömer Über'],
      ['10003', 'P000005', 'Gasthof zur Post'],
    ]);
    const [builder, , debtor] = items;
    expect((await get(clientId, `partners?q=70001`)).items.map((one: any) => one.number)).toEqual(['P000001']);
    const detail = await get(clientId, `partners/${builder.id}`);
    expect(detail.addresses.map((one: any) => [one.validFrom, one.street])).toEqual([
      ['2025-03-01', 'Industriestraße 9'],
      ['1990-01-01', 'Kiesweg 3'],
    ]);
    expect(detail.bankAccounts.map((one: any) => one.state)).toEqual(['proposed', 'proposed']);
    expect((await get(clientId, `partners/${debtor.id}`)).mandates).toEqual([
      expect.objectContaining({ reference: 'ALT-2019/0815', kind: 'core', signedOn: '2019-02-15', state: 'active' }),
    ]);
  });

  it('has bank accounts that another person confirms together, never who brought them', async () => {
    const job = (await get(clientId, 'jobs?limit=50')).items.find((one: any) => one.kind === 'partners');
    const confirm = (headers?: Record<string, string>): Promise<any> =>
      exchange.send('POST', `/clients/${clientId}/jobs/${job.id}/bank-account-confirmation`, {}, headers);
    expect((await confirm()).json).toMatchObject({ status: 422, code: 'SecondPersonNeeded' });
    const second = await exchange.newUser([{ role: 'clerk', clientId }]);
    expect((await confirm(second.headers)).json).toEqual({ confirmed: 5, waiting: 0 });
    const { items } = await get(clientId, 'partners?q=70001');
    const { bankAccounts } = await get(clientId, `partners/${items[0].id}`);
    expect(bankAccounts.map((one: any) => [one.state, one.source])).toEqual(
      Array(2).fill(['confirmed', expect.stringContaining(`geschaeftspartner.csv (Lauf ${job.id.slice(0, 8)} vom `)]),
    );
  });

  it('has open items that make up its control accounts to the cent, with what they were before', async () => {
    const reconciliation = await get(clientId, 'open-items/reconciliation');
    expect(reconciliation.items.every((row: any) => row.difference === '0.00')).toBe(true);
    const { items } = await get(clientId, 'open-items?limit=50');
    expect(items).toHaveLength(7);
    const dunned = items.find((one: any) => one.reference === '403.001.10002.4');
    expect(dunned).toMatchObject({ open: '1000.00', dueOn: '2025-08-15' });
    expect((await get(clientId, `open-items/${dunned.id}`)).origin).toEqual({
      number: 'OP-1002',
      originalAmount: '1500.00',
      originatedOn: '2025-01-10',
      dunningLevel: 2,
      lastDunnedOn: '2025-11-01',
    });
  });

  it('shows the balance sheet that the predecessor had', async () => {
    const { lines } = await get(clientId, 'statements/balance-sheet?fiscalYear=2026');
    const line = (code: string): string => lines.find((one: any) => one.code === code).actual;
    expect([line('AS'), line('PS'), line('P4.5'), line('A2.4')]).toEqual([
      '172214.56',
      '172214.56',
      '24665.43',
      '50000.00',
    ]);
  });

  it('takes the same items no second time, and after they were taken back once more', async () => {
    const [, name, query] = STEPS[5]!;
    const again = (): Promise<Job> =>
      exchange.importFile(clientId, { kind: 'open-items', fileName: name, repeat: true, ...query }, file(name));
    expect(new Set((await again()).errors.map((error) => error.rule))).toEqual(new Set(['ItemsDifferFromOpening']));
    const { items } = await get(clientId, 'journal-entries?fiscalYear=2026&limit=10');
    const transfer = items.find((one: any) => one.text === 'Offene Posten aus dem Vorverfahren');
    const reversal = await exchange.send('POST', `/clients/${clientId}/journal-entries/${transfer.id}/reversal`, {
      bookingDate: '2026-01-01',
      reason: 'Datei war unvollständig',
    });
    expect(reversal.statusCode).toBe(201);
    expect(await again()).toMatchObject({ state: 'done', errors: [] });
    expect(
      (await get(clientId, 'open-items/reconciliation')).items.every((row: any) => row.difference === '0.00'),
    ).toBe(true);
  });

  it('takes master data again without changing what agrees', async () => {
    for (const [kind, name, query] of STEPS.slice(0, 3)) {
      const job = await exchange.importFile(clientId, { kind, repeat: true, ...query }, file(name));
      expect(job).toMatchObject({ state: 'done', result: { replayed: job.result.entries } });
    }
  });
});

describe('the commands of the how-to', () => {
  const COMMAND = path.resolve(__dirname, '../../dist/apps/api/src/commands/import.js');
  const HOW_TO = path.resolve(__dirname, '../../docs/how-to/move-in.md');
  const commands = [...readFileSync(HOW_TO, 'utf8').matchAll(/^npm run import -- (.*)$/gm)].map(([, args]) => args!);

  it('move a municipality in as they stand there', async () => {
    expect(commands).toHaveLength(STEPS.length);
    const wish = { template: 'nrw-municipality', key: 'altruthe', name: 'Gemeinde Altruthe', fiscalYear: 2026 };
    expect((await exchange.send('POST', '/clients', wish)).statusCode).toBe(201);
    await exchange.app.listen(0, '127.0.0.1');
    const { port } = exchange.app.getHttpServer().address() as { port: number };
    const runner = exchange.app.get(ImportRunner);
    const waking = setInterval(() => void runner.wake(), 100);
    try {
      for (const command of commands) {
        const args = command.replace('$URL', `http://127.0.0.1:${port}`).replace('$FILES', FOLDER).split(' ');
        const env = { ...process.env, FINANZZENTRUM_TOKEN: exchange.lead.token };
        const output = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env });
        expect([command, output.stdout]).toEqual([command, expect.stringMatching(/^Imported \d+ (records|entries)/)]);
      }
    } finally {
      clearInterval(waking);
    }
    const { items } = (await exchange.send('GET', '/clients')).json as { items: { id: number; key: string }[] };
    const { id } = items.find(({ key }) => key === 'altruthe')!;
    expect((await get(id, 'open-items?limit=50')).totals.count).toBe(7);
  });
});

describe('the way in', () => {
  it('is tried out without a trace', async () => {
    const id = await movedIn(3);
    const [kind, name] = STEPS[3]!;
    expect(await exchange.importFile(id, { kind, dryRun: true }, file(name))).toMatchObject({
      state: 'done',
      result: { entries: 5 },
    });
    expect((await get(id, 'partners')).items).toEqual([]);
  });

  it('takes JSON Lines as it takes CSV', async () => {
    const id = await movedIn(3);
    const lines = [
      { number: '70001', kind: 'company', name: 'Tiefbau', street: 'Kiesweg 3', city: 'Altruthe', paymentTermDays: 14 },
      { number: '70001', name: 'Tiefbau', street: 'Neuer Weg 1', city: 'Altruthe', validFrom: '2026-02-01' },
    ];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    expect(await exchange.importFile(id, { kind: 'partners', format: 'jsonl' }, text)).toMatchObject({ state: 'done' });
    const wrong = `${JSON.stringify({ number: '7', name: 'x', city: 12.5, ort: 'a', nmae: 'y' })}\n{"number":\n`;
    expect(told(await exchange.importFile(id, { kind: 'partners', format: 'jsonl' }, wrong))).toEqual([
      '1 /city NotAText',
      '1 /ort ColumnTwice',
      '1 /nmae ColumnUnknown',
      '2 – NotJson',
    ]);
  });

  it('asks for the right that the same change asks for at the screen', async () => {
    const id = await exchange.newClient(2026);
    const clerk = await exchange.newUser([{ role: 'clerk', clientId: id }]);
    const refused = exchange.importFile(id, { kind: 'accounts' }, file('konten.csv'), clerk);
    await expect(refused).rejects.toMatchObject({ answer: { statusCode: 403 } });
    expect(await exchange.importFile(id, { kind: 'partners' }, file('geschaeftspartner.csv'), clerk)).toMatchObject({
      state: 'done',
    });
  });

  const items = 'Posten;Partner;Konto;Fällig;Offen;Ursprungsbetrag;Finanzrechnungskonto;Mahnstufe\n';
  it.each<[string, string, string, string[]]>([
    [
      'accounts',
      'an account under no other',
      'Konto;Bezeichnung\n99999;x\n1811777;;\n',
      ['3 – FieldCount', '2 Konto ParentAccountTooGeneral'],
    ],
    [
      'accounts',
      'a number outside its parent',
      'Konto;Bezeichnung;Oberkonto\n181199;Bank;5241\n',
      ['2 Konto AccountNumberOutsideParent'],
    ],
    [
      'accounts',
      'what an account cannot be',
      'Konto;Bezeichnung;Art;Zeile\n181199;Bank;expense;A2.4\n',
      ['2 Art AccountOtherwise'],
    ],
    ['accounts', 'an account twice', 'Konto;Bezeichnung\n181199;Bank\n181199;Bank\n', ['3 Konto RecordTwice']],
    [
      'accounts',
      'a cash-flow account that is none',
      'Konto;Bezeichnung;Finanzrechnungskonto\n524199;Gas;1811\n',
      ['2 Finanzrechnungskonto CashAccountWrong'],
    ],
    ['products', 'a product below nothing', 'Produkt;Bezeichnung\n777.01;x\n', ['2 Produkt ParentProductUnknown']],
    [
      'cost-centres',
      'a word that is neither yes nor no',
      'Kostenstelle;Bezeichnung;Gesperrt\n1;x;vielleicht\n',
      ['2 Gesperrt ValueNotAllowed'],
    ],
    [
      'partners',
      'a wrong IBAN and a wrong kind',
      'Partner;Name;Art;IBAN\n1;x;Verein;DE00123\n',
      ['2 IBAN PartnerIbanWrong', '2 Art ValueNotAllowed'].sort(),
    ],
    ['partners', 'a partner twice', 'Partner;Name\n1;x\n2;y\n1;x\n', ['4 Partner RecordTwice']],
    ['partners', 'lines that disagree', 'Partner;Name;E-Mail\n1;x;a@b.example\n1;y;\n', ['3 Name RecordFieldDiffers']],
    [
      'partners',
      'a mandate without an account or a day',
      'Partner;Name;Mandat;Mandat vom\n1;x;M-1;\n2;y;M-2;2024-01-31\n',
      ['2 Mandat vom ValueMissing', '3 iban MandateNeedsAccount'],
    ],
    [
      'partners',
      'a formula and a turned direction',
      'Partner;Name;Bemerkung\n1;=1+1;a\u202eb\n',
      ['2 Bemerkung ControlCharacter', '2 Name Formula', '2 Name ValueMissing'],
    ],
    [
      'open-items',
      'a partner who is not there',
      `${items}1;4711;351101;20.01.2026;5,00;;;\n`,
      ['2 Partner PartnerNumberUnknown', '2 Offen ItemsDifferFromOpening'],
    ],
    [
      'open-items',
      'an account without items',
      `${items}1;70001;3511;20.01.2026;5,00;;;\n`,
      ['2 Konto NoControlAccount', '– – NothingToImport'].slice(0, 1),
    ],
    [
      'open-items',
      'more left than there was',
      `${items}1;70001;351101;20.01.2026;5,00;4,99;;\n`,
      ['2 Ursprungsbetrag MoreLeftThanRaised'],
    ],
    [
      'open-items',
      'a level and a cash account that are none',
      `${items}1;70001;351101;20.01.2026;5,00;;7999;11\n`,
      ['2 Mahnstufe ValueNotAllowed', '2 Finanzrechnungskonto CashAccountUnknown', '2 Offen ItemsDifferFromOpening'],
    ],
    [
      'open-items',
      'items that are not the opening balance',
      `${items}1;70001;351101;20.01.2026;14.665,42;;;\n`,
      ['2 Offen ItemsDifferFromOpening'],
    ],
  ])('refuses %s: %s', async (kind, _, text, expected) => {
    const id = await (shared ??= movedIn(5));
    const before = await counts(id);
    const job = await exchange.importFile(id, { kind, ...(kind === 'open-items' && { fiscalYear: 2026 }) }, text);
    expect(told(job).sort()).toEqual([...expected].sort());
    expect(await counts(id)).toEqual(before);
  });
  let shared: Promise<number> | undefined;

  const counts = (id: number): Promise<unknown> =>
    exchange.db.inClient(id, (tx) =>
      tx.query(
        `select (select count(*) from account where client_id = $1) as accounts, (select count(*) from product where client_id = $1) as
           products, (select count(*) from cost_centre where client_id = $1) as centres, (select count(*) from partner where client_id = $1)
           as partners, (select count(*) from open_item where client_id = $1) as items, (select count(*) from journal_entry
           where client_id = $1) as entries`,
        [id],
      ),
    );

  it('is noted where control accounts are held back or left over', async () => {
    const id = await movedIn(4);
    const [kind, name, query] = STEPS[4]!;
    const opening = await exchange.importFile(id, { kind, ...query }, file(name));
    expect(opening.result.warnings.map((one: any) => one.rule)).toEqual(Array(4).fill('HeldForItems'));
    const claims = file('offene-posten.csv')
      .split('\n')
      .filter((line) => !line.includes('KR-'))
      .join('\n');
    const job = await exchange.importFile(id, { kind: 'open-items', fiscalYear: 2026 }, claims);
    expect(job).toMatchObject({ state: 'done', errors: [] });
    expect(job.result.warnings.map((one: any) => one.rule)).toEqual(['OpeningWithoutItems', 'OpeningWithoutItems']);
  });
});

describe('a published Ergebnisrechnung', () => {
  it('comes back line by line, and payments that came before are not counted twice', async () => {
    const id = await exchange.newClient(2025);
    const paid = 'account,name,statement_line,amount_eur\n6012,Grundsteuer B,,4000\n7241,Strom,,1500\n';
    const results = file('ergebnisrechnung.csv');
    expect(await exchange.importFile(id, { kind: 'cash-flows', fiscalYear: 2025 }, paid)).toMatchObject({
      state: 'done',
    });
    const job = await exchange.importFile(id, { kind: 'results', fiscalYear: 2025 }, results);
    expect([job.state, told(job)]).toEqual(['done', []]);
    const { lines, checks } = await get(id, 'statements/results?fiscalYear=2025');
    const published = results
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => [row.split(',')[0], `${row.split(',').at(-1)}.00`]);
    expect(published.map(([code]) => [code, lines.find((one: any) => one.code === code).actual])).toEqual(published);
    expect((checks ?? []).every((check: any) => check.ok)).toBe(true);
    // Once more there is nothing left to book.
    const again = await exchange.importFile(id, { kind: 'results', fiscalYear: 2025, repeat: true }, results);
    expect(told(again)).toEqual(['– – NothingToImport']);
  });

  it('is refused where a sum is not that of its lines', async () => {
    const id = await exchange.newClient(2025);
    const wrong = file('ergebnisrechnung.csv').replace(
      'ER10,Ordentliche Erträge,,,21500',
      'ER10,Ordentliche Erträge,,,21600',
    );
    expect(told(await exchange.importFile(id, { kind: 'results', fiscalYear: 2025 }, wrong))).toEqual(
      ['4 actual SumDiffers', '9 actual SumDiffers', '10 actual SumDiffers'].slice(0, 1),
    );
  });
});
