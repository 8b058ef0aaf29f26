import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ImportRunner } from '@lib/exchange';
import { type ExchangeApp, type Job, startExchange } from '../support/exchange.js';

const HEAD = 'entry;bookingDate;text;reference;account;product;cashAccount;debit;credit;lineText\n';
const GOOD = `${HEAD}1;15.03.2025;Strom;R-1;5241;111;;1.234,50;;Abschlag\n1;;;;3511;;;;1.234,50;\n2;2025-03-16;Porto;R-2;5431;111;;3.85;;\n2;;;;1811;111;7431;0,00;3,85;\n`;

describe('imports', () => {
  let exchange: ExchangeApp;
  let clientId: number;
  let shared: number;

  beforeAll(async () => {
    exchange = await startExchange({ uploadLimit: 3 * 1024 * 1024 });
    shared = await exchange.newClient();
  });
  afterAll(() => exchange?.close());

  const journal = (content: string | Buffer, query: Record<string, string | boolean> = {}): Promise<Job> =>
    exchange.importFile(clientId, { kind: 'journal', ...query }, content);
  const entryCount = async (id = clientId): Promise<number> =>
    (await exchange.send('GET', `/clients/${id}/fiscal-years`)).json.items.reduce(
      (sum: number, year: any) => sum + year.entries,
      0,
    );
  const leftovers = async (): Promise<number> =>
    (
      await exchange.db.inClient(clientId, (tx) =>
        tx.query('select 1 from import_chunk where client_id = $1', [clientId]),
      )
    ).length;
  const found = (job: Job): string[] =>
    job.errors.map(({ line, column, rule }) => `${line ?? '–'} ${column ?? '–'} ${rule}`);
  async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string }> {
    const answer = await work.then(
      () => undefined,
      (error: { answer: { statusCode: number; json(): { code: string } } }) => error.answer,
    );
    return { status: answer!.statusCode, code: answer!.json().code };
  }

  describe('a journal', () => {
    beforeAll(async () => {
      clientId = await exchange.newClient();
    });

    it('comes in with German and technical amounts and dates, several lines an entry', async () => {
      const job = await journal(GOOD, { fileName: 'ordner/märz.csv' });
      expect(job).toMatchObject({ state: 'done', fileName: 'märz.csv', errors: [], errorCount: 0 });
      expect(job.result).toMatchObject({
        entries: 2,
        lines: 4,
        replayed: 0,
        firstEntry: '2025-1',
        lastEntry: '2025-2',
        total: '1238.35',
        warnings: [],
      });
      expect(job.progress).toEqual({
        bytesRead: job.progress.bytesTotal,
        bytesTotal: Buffer.byteLength(GOOD),
        entries: 2,
        lines: 4,
      });
      const entry = (await exchange.send('GET', `/clients/${clientId}/journal-entries/2025-2`)).json;
      expect(entry).toMatchObject({
        bookingDate: '2025-03-16',
        text: 'Porto',
        reference: 'R-2',
        source: `import:${job.id}`,
      });
      expect(entry.lines[1]).toMatchObject({ account: '1811', cashAccount: '7431', credit: '3.85' });
      expect(await leftovers()).toBe(0);
    });

    it('is not imported twice by mistake, but twice if wished', async () => {
      expect(await refusal(journal(GOOD))).toEqual({ status: 409, code: 'AlreadyImported' });
      expect(await journal(GOOD, { dryRun: true })).toMatchObject({ state: 'done' });
      expect(await journal(GOOD, { repeat: true })).toMatchObject({ state: 'done' });
      expect(await entryCount()).toBe(4);
    });

    it('is tried out without a trace, with the database’s own judgement', async () => {
      const before = await entryCount();
      expect(await journal(GOOD, { dryRun: true, repeat: true })).toMatchObject({
        state: 'done',
        dryRun: true,
        result: { entries: 2, firstEntry: '2025-5' },
      });
      expect(await entryCount()).toBe(before);
    });

    it('may have commas, quotes, a byte order mark, Windows line ends and German headings', async () => {
      const file =
        '\ufeff"Buchung","Buchungsdatum","Buchungstext","Konto","Produkt","Soll","Haben"\r\na,01.04.2025,"Miete, ""April""",5422,111,"1.000,00",\r\na,,,3511,,,"1.000,00"\r\n';
      expect(await journal(file)).toMatchObject({ state: 'done', errors: [] });
    });

    it('may be in Windows-1252 if that is said', async () => {
      const bytes = Buffer.from(GOOD.replaceAll('Strom', 'Büro'), 'latin1');
      expect(found(await journal(bytes))).toEqual(['2 15 WrongEncoding']);
      expect(await journal(bytes, { encoding: 'windows-1252' })).toMatchObject({ state: 'done' });
    });

    it('as JSON Lines takes entries as the API does, and the same key once', async () => {
      const line = (key: string, text: string): string =>
        `${JSON.stringify({
          idempotencyKey: key,
          bookingDate: '2025-05-05',
          text,
          lines: [
            { account: '5241', product: '111', debit: '1.00' },
            { account: '3511', credit: '1.00' },
          ],
        })}\n`;
      expect((await journal(line('a', 'eins') + line('b', 'zwei'), { format: 'jsonl' })).result).toMatchObject({
        entries: 2,
        replayed: 0,
      });
      expect((await journal(line('a', 'eins') + line('c', 'drei'), { format: 'jsonl' })).result).toMatchObject({
        entries: 2,
        replayed: 1,
      });
      expect(found(await journal(line('a', 'anders'), { format: 'jsonl' }))).toEqual(['1 – KeyReused']);
      expect(found(await journal(line('d', 'eins') + line('d', 'zwei'), { format: 'jsonl' }))).toEqual([
        '2 – KeyTwice',
      ]);
    });
  });

  describe('a faulty file changes nothing and is told by line and column:', () => {
    const rows = (...lines: string[]): string => HEAD + lines.map((line) => `${line}\n`).join('');
    const pair = (first: string, second = '1;;;;3511;;;;10,00;'): string => rows(first, second);

    beforeAll(() => {
      clientId = shared;
    });
    afterEach(async () => {
      expect(await entryCount(shared)).toBe(0);
      expect(await leftovers()).toBe(0);
    });

    it.each<[string, string, string[]]>([
      ['unbalanced', pair('1;2025-03-15;Strom;;5241;111;;10,01;;'), ['2 debit Unbalanced']],
      ['one line', rows('1;2025-03-15;Strom;;5241;111;;10,00;;'), ['2 debit TooFewLines']],
      ['unknown account', pair('1;2025-03-15;Strom;;9999999;111;;10,00;;'), ['2 account AccountUnknown']],
      ['heading', pair('1;2025-03-15;Strom;;52;111;;10,00;;'), ['2 account AccountNotPostable']],
      ['no account number', pair('1;2025-03-15;Strom;;Strom;111;;10,00;;'), ['2 account NotAnAccountNumber']],
      ['unknown product', pair('1;2025-03-15;Strom;;5241;999;;10,00;;'), ['2 product ProductUnknown']],
      ['missing cash-flow account', pair('1;2025-03-15;Strom;;1811;;;10,00;;'), ['2 cashAccount CashAccountMissing']],
      ['three decimals', pair('1;2025-03-15;Strom;;5241;111;;10,001;;'), ['2 debit TooManyDecimals']],
      [
        'thousands or decimals',
        pair('1;2025-03-15;Strom;;5241;111;;1.234;;', '1;;;;3511;;;;1.234;'),
        ['2 debit AmountAmbiguous', '3 credit AmountAmbiguous'],
      ],
      ['no amount', pair('1;2025-03-15;Strom;;5241;111;;zehn;;'), ['2 debit NotAnAmount']],
      ['negative', pair('1;2025-03-15;Strom;;5241;111;;-10,00;;'), ['2 debit AmountNotPositive']],
      ['both sides', pair('1;2025-03-15;Strom;;5241;111;;10,00;10,00;'), ['2 debit DebitOrCredit']],
      [
        'out of range',
        pair('1;2025-03-15;Strom;;5241;111;;999999999999,00;;', '1;;;;3511;;;;999999999999,00;'),
        ['2 debit AmountOutOfRange', '3 credit AmountOutOfRange'],
      ],
      ['a day that does not exist', pair('1;31.02.2025;Strom;;5241;111;;10,00;;'), ['2 bookingDate NotADate']],
      ['a year that is not open', pair('1;2031-03-15;Strom;;5241;111;;10,00;;'), ['2 bookingDate PeriodUnknown']],
      ['no text', pair('1;2025-03-15;;;5241;111;;10,00;;'), ['2 text TextMissing']],
      ['too long a text', pair(`1;2025-03-15;${'x'.repeat(501)};;5241;111;;10,00;;`), ['2 text TextTooLong']],
      ['a line break in a text', pair('1;2025-03-15;"Strom\nWasser";;5241;111;;10,00;;'), ['2 text ControlCharacter']],
      [
        'a formula',
        pair('1;2025-03-15;=HYPERLINK("http://x");;5241;111;;10,00;;').replace(
          '=HYPERLINK("http://x")',
          '"=HYPERLINK(""http://x"")"',
        ),
        ['2 text Formula'],
      ],
      [
        'formulas of all kinds',
        rows('1;2025-03-15;@SUM(A1);+1+cmd;5241;111;;10,00;;-2+3', '1;;;;3511;;;;10,00;'),
        ['2 text Formula', '2 reference Formula', '2 lineText Formula'],
      ],
      [
        'lines of one entry that disagree',
        pair('1;2025-03-15;Strom;;5241;111;;10,00;;', '1;2025-03-16;;;3511;;;;10,00;'),
        ['3 bookingDate EntryFieldDiffers'],
      ],
      [
        'no entry',
        pair(';2025-03-15;Strom;;5241;111;;10,00;;', ';;;;3511;;;;10,00;'),
        ['2 entry ValueMissing', '3 entry ValueMissing'],
      ],
      [
        'a field too few',
        pair('1;2025-03-15;Strom;;5241;111;;10,00;'),
        ['2 lineText FieldCount', '3 credit Unbalanced'].slice(0, 1),
      ],
      ['a field too many', pair('1;2025-03-15;Strom; Wasser;;5241;111;;10,00;;'), ['2 – FieldCount']],
      ['cut off within the last line', GOOD.slice(0, -12), ['5 – LastLineCutOff']],
      ['cut off by one character', GOOD.slice(0, -1), ['5 – LastLineCutOff']],
      ['cut off within quotes', `${HEAD}1;2025-03-15;"Strom`, ['2 – QuoteNotClosed']],
      ['a stray quote', pair('1;2025-03-15;"Strom"x;;5241;111;;10,00;;'), ['2 – QuoteMisplaced']],
      ['an unknown column', GOOD.replace('reference', 'referenz'), ['1 referenz ColumnUnknown']],
      ['a column twice', GOOD.replace('reference', 'text'), ['1 text ColumnTwice']],
      [
        'a column missing',
        GOOD.replaceAll(/;credit/g, ';lineText').replace('lineText\n', 'period\n'),
        ['1 credit ColumnMissing'],
      ],
      ['only a head', HEAD, ['– – NothingToImport']],
      ['a NUL byte', GOOD.replace('Porto', 'Po\0to'), ['4 16 NulByte']],
    ])('%s', async (_, file, expected) => {
      const job = await journal(file, { repeat: true });
      expect(job.state).toBe('failed');
      expect(job.result).toBeNull();
      expect(found(job).slice(0, expected.length)).toEqual(expected);
      expect(job.errors.every((error) => error.message.length > 10 && !error.message.includes('{'))).toBe(true);
    });

    it('every byte at which it may break off', async () => {
      const bytes = Buffer.from(GOOD);
      for (let length = 1; length < bytes.length; length += 7) {
        const job = await journal(bytes.subarray(0, length), { dryRun: true });
        expect({ length, state: job.state }).toEqual({ length, state: 'failed' });
      }
    });

    it.each<[string, string | Buffer, string[]]>([
      ['UTF-16', Buffer.from(`\ufeff${GOOD}`, 'utf16le'), ['1 1 WrongEncoding']],
      ['Latin-1', Buffer.from(GOOD.replace('Porto', 'Büro'), 'latin1'), ['4 15 WrongEncoding']],
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), ['1 1 WrongEncoding']],
    ])('in %s', async (_, file, expected) => {
      const bytes = await journal(file, { repeat: true });
      expect(bytes.state).toBe('failed');
      expect(found(bytes).map((fault) => fault.replace('NulByte', 'WrongEncoding')).length).toBe(1);
      if (expected[0]!.startsWith('4')) expect(found(bytes)).toEqual(expected);
    });

    it.each<[string, string, string[]]>([
      ['half a line', '{"bookingDate":"2025-01-01","text":"x","lines":[{"account"', ['1 59 NotJson']],
      ['a list', '[]\n', ['1 – NotAnObject']],
      ['deep nesting', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`, ['1 – TooDeep']],
      [
        'a number as amount',
        '{"bookingDate":"2025-01-01","text":"x","lines":[{"account":"5241","debit":1},{"account":"3511","credit":"1"}]}\n',
        ['1 /lines/0/debit NotAnAmount'],
      ],
      [
        'an unknown field',
        '{"bookingDate":"2025-01-01","text":"x","betrag":1,"lines":[]}\n',
        ['1 /betrag UnknownField'],
      ],
      [
        'a NUL as escape',
        '{"bookingDate":"2025-01-01","text":"a\\u0000","lines":[{"account":"5241","debit":"1"},{"account":"35\\u0000","credit":"1"}]}\n',
        ['1 /text ControlCharacter', '1 /lines/1/account NotAnAccountNumber'],
      ],
      [
        'half a character',
        '{"bookingDate":"2025-01-01","text":"a\\ud800","lines":[{"account":"5241","debit":"1"},{"account":"3511","credit":"1"}]}\n',
        ['1 /text ControlCharacter'],
      ],
    ])('JSON Lines with %s', async (_, file, expected) => {
      const job = await journal(file, { format: 'jsonl', repeat: true });
      expect(found(job)).toEqual(expected);
    });

    it('a good entry does not come in beside a bad one, and all faults are told at once', async () => {
      const job = await journal(
        rows(
          '1;2025-03-15;gut;;5241;111;;10,00;;',
          '1;;;;3511;;;;10,00;',
          '2;2025-03-15;schlecht;;5241;999;;10,00;;',
          '2;;;;99999;;;;10,00;',
          '3;2025-03-15;;;5241;;;1,00;;',
          '3;;;;3511;;;;2,00;',
        ),
      );
      expect(found(job)).toEqual(
        expect.arrayContaining(['4 product ProductUnknown', '5 account AccountUnknown', '6 text TextMissing']),
      );
    });

    it('no more than a thousand faults are listed, all are counted', async () => {
      const many = Array.from(
        { length: 1500 },
        (_, i) => `${i};2025-03-15;x;;5241;999;;1,00;;\n${i};;;;3511;;;;1,00;\n`,
      ).join('');
      const job = await journal(HEAD + many);
      expect([job.errors.length, job.errorCount]).toEqual([1000, 1500]);
    });

    it('a line on a control account without its open item, which is no matter of the amounts', async () => {
      const without = await journal(pair('1;2025-03-15;Strom;;5241;111;;10,00;;', '1;;;;351101;;;;10,00;'));
      expect(found(without)).toEqual(['3 openItem ControlAccountNeedsItem']);
      expect(without.errors[0]!.message).toContain('351101');
      const line = (openItem: string): string =>
        `entry;bookingDate;text;account;product;debit;credit;Offener Posten\n1;2025-03-15;Strom;5241;111;10,00;;\n1;;;351101;;;10,00;${openItem}\n`;
      const strange = '00000000-0000-4000-8000-000000000000';
      expect(found(await journal(line(strange)))).toEqual(['3 Offener Posten OpenItemUnknown']);
      expect(found(await journal(line('RE-1')))).toEqual(['3 Offener Posten NotACode']);
      const elsewhere = line('').replace('5241;111;10,00;;', `5241;111;10,00;;${strange}`).replace('351101', '3511');
      expect(found(await journal(elsewhere))).toEqual(['2 Offener Posten ItemNeedsControlAccount']);
    });

    it('in the language of the reader', async () => {
      const job = await journal(pair('1;2025-03-15;Strom;;9999999;111;;10,00;;'), { repeat: true });
      const english = await exchange.send('GET', `/clients/${clientId}/jobs/${job.id}`, undefined, {
        ...exchange.lead.headers,
        'accept-language': 'en',
      });
      expect(job.errors[0]!.message).toBe('Das Konto 9999999 gibt es bei diesem Mandanten nicht.');
      expect(english.json.errors[0].message).toBe('This client has no account 9999999.');
    });

    it('an entry above the limit of whoever imports it', async () => {
      const clerk = await exchange.newUser([{ role: 'clerk', clientId, amountLimit: 1000n }]);
      const job = await exchange.importFile(
        clientId,
        { kind: 'journal', repeat: true },
        pair('1;2025-03-15;Strom;;5241;111;;10,01;;', '1;;;;3511;;;;10,01;'),
        clerk,
      );
      expect(found(job)).toEqual(['2 debit AmountLimitExceeded']);
    });

    it('a closed period', async () => {
      const close = (state: string) =>
        exchange.send('POST', `/clients/${clientId}/fiscal-years/2025/periods/3/state`, {
          state,
          reason: 'Monatsabschluss',
        });
      expect((await close('closed')).statusCode).toBeLessThan(300);
      expect(found(await journal(pair('1;2025-03-15;Strom;;5241;111;;10,00;;'), { repeat: true }))).toEqual([
        '2 bookingDate PeriodClosed',
      ]);
      expect((await close('open')).statusCode).toBeLessThan(300);
    });
  });

  describe('opening balances by account', () => {
    beforeAll(async () => {
      clientId = await exchange.newClient();
    });

    it('of a year are what it begins with', async () => {
      const id = await exchange.newClient();
      const file = 'account;debit;credit\n0211;10,00;\n2011;;10,00\n';
      const job = await exchange.importFile(id, { kind: 'opening-balances', fiscalYear: 2025 }, file);
      expect(job).toMatchObject({ state: 'done' });
      const entry = (await exchange.send('GET', `/clients/${id}/journal-entries/2025-1`)).json;
      expect(entry).toMatchObject({ kind: 'opening', bookingDate: '2025-01-01' });
    });

    it('are booked in period 0', async () => {
      const job = await exchange.importFile(
        clientId,
        { kind: 'opening-balances', bookingDate: '2025-01-01' },
        'account;debit;credit;text\n1811;1.500,00;;Girokonto\n2011;;1.500,00;\n3511;0,00;0,00;\n',
      );
      expect(job).toMatchObject({ state: 'done', result: { entries: 1, lines: 2 } });
      expect((await exchange.send('GET', `/clients/${clientId}/journal-entries/2025-1`)).json).toMatchObject({
        kind: 'opening',
        period: 0,
        total: '1500.00',
      });
    });

    it('become several entries when there are too many lines for one', async () => {
      clientId = await exchange.newClient();
      const rows = Array.from({ length: 2500 }, (_, i) => `1811;${i + 1},00;;Konto ${i}\n`).join('');
      const sum = (2500 * 2501) / 2;
      const job = await exchange.importFile(
        clientId,
        { kind: 'opening-balances', bookingDate: '2025-01-01' },
        `account;debit;credit;text\n${rows}2011;;${sum},00;\n`,
      );
      expect(job).toMatchObject({ state: 'done', result: { entries: 2 } });
      const balances = (await exchange.send('GET', `/clients/${clientId}/trial-balance?fiscalYear=2025`)).json.items;
      expect(balances.find((row: any) => row.account === '8011')?.closing ?? '0.00').toBe('0.00');
    });

    it('of creditors and debtors stand above their control accounts until their open items come', async () => {
      clientId = await exchange.newClient();
      const job = await exchange.importFile(
        clientId,
        { kind: 'opening-balances', bookingDate: '2025-01-01', repeat: true },
        'account;debit;credit;text\n1811;10,00;;Bank\n351101;;10,00;Lieferanten\n',
      );
      expect([job.state, found(job)]).toEqual(['done', []]);
      expect(job.result.warnings).toEqual([
        expect.objectContaining({ line: 3, column: 'account', rule: 'HeldForItems' }),
      ]);
      const entry = (await exchange.send('GET', `/clients/${clientId}/journal-entries/${job.result.firstEntry}`)).json;
      expect(entry.lines.map((line: any) => line.account)).toEqual(['1811', '3511']);
    });

    it('must balance, and say their day', async () => {
      const job = await exchange.importFile(
        clientId,
        { kind: 'opening-balances', bookingDate: '2025-01-01' },
        'account;debit;credit\n1811;10,00;\n2011;;11,00\n',
      );
      expect(found(job)).toEqual(['– debit Unbalanced']);
      expect(
        await refusal(exchange.importFile(clientId, { kind: 'opening-balances' }, 'account;debit;credit\n')),
      ).toEqual({ status: 400, code: 'BookingDateMissing' });
    });
  });

  describe('published figures', () => {
    const sheet = (...rows: string[]): string =>
      `line,label,prior_year,budget,actual\n${rows.map((row) => `${row}\n`).join('')}`;
    const opening = (file: string): Promise<Job> =>
      exchange.importFile(clientId, { kind: 'opening-balances', fiscalYear: 2025, repeat: true, dryRun: true }, file);
    const cash = (file: string): Promise<Job> =>
      exchange.importFile(clientId, { kind: 'cash-flows', fiscalYear: 2025, repeat: true, dryRun: true }, file);

    beforeAll(async () => {
      clientId = await exchange.newClient();
    });

    it('name the sum that its lines do not make', async () => {
      const job = await opening(
        sheet(
          'A2.4,Liquide Mittel,,,100',
          'A2,Umlaufvermögen,,,200',
          'AS,Summe,,,200',
          'P1.1,Rücklage,,,200',
          'PS,Summe,,,200',
        ),
      );
      expect(found(job)).toEqual(['3 actual SumDiffers', '4 actual SumDiffers', '– actual SidesDiffer'].slice(0, 2));
      expect(job.errors[0]!.message).toContain('A2');
    });

    it('may be rounded, which is told', async () => {
      const job = await opening(
        sheet(
          'A2.4,Liquide Mittel,,,100',
          'A3,Abgrenzung,,,50',
          'AS,Summe,,,151',
          'P1.1,Rücklage,,,151',
          'PS,Summe,,,151',
        ),
      );
      expect(job).toMatchObject({ state: 'done' });
      expect(job.result.warnings.map((warning: any) => warning.rule)).toEqual(['SumRounded', 'RoundingBooked']);
    });

    it('may stop at a sum', async () => {
      const job = await opening(
        sheet('A2.2,Forderungen,,,100', 'AS,Summe,,,100', 'P1,Eigenkapital,,,100', 'PS,Summe,,,100'),
      );
      expect(job).toMatchObject({ state: 'done' });
      expect(job.result.warnings.map((warning: any) => warning.rule)).toEqual(['NotBrokenDown', 'NotBrokenDown']);
    });

    it('may be negative, and name their accounts', async () => {
      const file =
        'line;label;actual;account\nA2.4;Liquide Mittel;1.000,50;1812\nP1.4;Fehlbetrag;-500,00;\nP1.1;Rücklage;1500,50;2011\n';
      expect(await opening(file)).toMatchObject({ state: 'done', result: { lines: 3, total: '1500.50' } });
      expect(found(await opening(file.replace('1812', '3511')))).toEqual(['2 account AccountOfOtherLine']);
    });

    it('have equal sides and known lines', async () => {
      expect(found(await opening(sheet('A2.4,x,,,100', 'P1.1,x,,,150')))).toEqual(['– actual SidesDiffer']);
      expect(found(await opening(sheet('A9.9,x,,,100', 'A2.4,x,,,zehn', 'A3,x,,,1', 'A3,x,,,1')))).toEqual([
        '2 line StatementLineUnknown',
        '3 actual NotAnAmount',
        '5 line StatementLineTwice',
      ]);
    });

    it('of payments may be refunds; unknown accounts are refused', async () => {
      const head = 'account,name,statement_line,amount_eur\n';
      expect(await cash(`${head}6011,Grundsteuer A,FR01,-5\n701,Dienstbezüge,FR10,20\n7011,x,FR10,0\n`)).toMatchObject({
        state: 'done',
        result: { entries: 2 },
      });
      expect(found(await cash(`${head}6999,x,FR01,5\n1811,x,FR01,5\n6011,x,FR01,5.123\n`))).toEqual([
        '2 account AccountUnknown',
        '3 account CashAccountUnknown',
        '4 amount_eur AmountAmbiguous',
      ]);
    });

    it('finds a contra account for every cash-flow account of the chart, and an account for every line of the balance sheet', async () => {
      const accounts = (await exchange.db.inClient(clientId, (tx) =>
        tx.query<{ number: string }>(
          `select number from account where client_id = $1 and kind in ('inpayment', 'outpayment') and postable`,
          [clientId],
        ),
      )) as { number: string }[];
      const job = await cash(
        `account,name,statement_line,amount_eur\n${accounts.map(({ number }) => `${number},x,,1\n`).join('')}`,
      );
      expect(job).toMatchObject({ state: 'done', result: { entries: accounts.length } });
      const lines = (
        await exchange.send('GET', `/clients/${clientId}/statements/balance-sheet?fiscalYear=2025`)
      ).json.lines.filter((line: any) => line.kind === 'line');
      const [assets, others] = [
        lines.filter((line: any) => line.code.startsWith('A')),
        // What earlier years left is worked out, not booked.
        lines.filter((line: any) => line.code.startsWith('P') && line.code !== 'P1.6'),
      ];
      const rows = [
        ...assets.map((line: any) => `${line.code},x,,,${others.length}`),
        ...others.map((line: any) => `${line.code},x,,,${assets.length}`),
      ];
      expect(await opening(sheet(...rows))).toMatchObject({
        state: 'done',
        result: { lines: assets.length + others.length },
      });
    });
  });

  describe('the upload', () => {
    beforeAll(async () => {
      clientId = await exchange.newClient();
    });
    const post = (payload: unknown, headers: Record<string, string>, query = 'kind=journal', id = clientId) =>
      exchange.app.inject({
        method: 'POST',
        url: `/api/v1/clients/${id}/imports?${query}`,
        headers,
        payload: payload as never,
      });

    it('is refused before it begins to whoever may not import there', async () => {
      const auditor = await exchange.newUser([{ role: 'auditor', clientId }]);
      const stranger = await exchange.newUser([{ role: 'clerk', clientId: shared }]);
      expect((await post(GOOD, { 'content-type': 'text/csv' })).statusCode).toBe(401);
      expect((await post(GOOD, { ...auditor.headers, 'content-type': 'text/csv' })).statusCode).toBe(403);
      expect((await post(GOOD, { ...stranger.headers, 'content-type': 'text/csv' })).statusCode).toBe(404);
      const job = await exchange.importFile(clientId, { kind: 'journal', dryRun: true }, GOOD);
      expect((await exchange.send('GET', `/clients/${shared}/jobs/${job.id}`)).statusCode).toBe(404);
      expect((await exchange.send('GET', `/clients/${shared}/jobs/${job.id}/events`)).statusCode).toBe(404);
    });

    it('is refused when it is empty, too large, of the wrong kind or not a file', async () => {
      const { headers } = exchange.lead;
      const codeOf = async (answer: ReturnType<typeof post>): Promise<string> =>
        (await answer).json<{ code: string }>().code;
      expect(await codeOf(post(Readable.from([]), { ...headers, 'content-type': 'text/csv' }))).toBe('EmptyFile');
      expect(
        await codeOf(
          post(Readable.from([Buffer.alloc(2 ** 21, 65), Buffer.alloc(2 ** 21, 65)]), {
            ...headers,
            'content-type': 'text/csv',
          }),
        ),
      ).toBe('TooLarge');
      expect(await codeOf(post('{}', { ...headers, 'content-type': 'application/json' }))).toBe('UnsupportedMediaType');
      expect(await codeOf(post('<x/>', { ...headers, 'content-type': 'text/xml' }))).toBe('UnsupportedMediaType');
      expect(await codeOf(post(GOOD, { ...headers, 'content-type': 'text/csv' }, 'kind=alles'))).toBe('Invalid');
      expect(
        await codeOf(
          post(GOOD, { ...headers, 'content-type': 'text/csv' }, 'kind=cash-flows&format=jsonl&fiscalYear=2025'),
        ),
      ).toBe('FormatNotForKind');
      expect(
        (
          await exchange.app.inject({
            method: 'POST',
            url: `/api/v1/clients/${clientId}/journal-entries`,
            headers: { ...headers, 'content-type': 'text/csv' },
            payload: GOOD,
          })
        ).statusCode,
      ).toBe(415);
      expect(await leftovers()).toBe(0);
    });

    it('keeps nothing when the connection breaks', async () => {
      const before = (await exchange.send('GET', `/clients/${clientId}/jobs`)).json.items.length;
      async function* broken() {
        yield Buffer.alloc(1_500_000, 65);
        throw new Error('gone');
      }
      await post(Readable.from(broken()), { ...exchange.lead.headers, 'content-type': 'text/csv' }).catch(
        () => undefined,
      );
      expect(await leftovers()).toBe(0);
      expect((await exchange.send('GET', `/clients/${clientId}/jobs`)).json.items).toHaveLength(before);
    });

    it('with a key answers the same job again, and refuses the key for another file', async () => {
      const headers = { ...exchange.lead.headers, 'content-type': 'text/csv', 'idempotency-key': randomUUID() };
      const [first, again] = [
        await post(GOOD, headers, 'kind=journal&dryRun=true'),
        await post(GOOD, headers, 'kind=journal&dryRun=true'),
      ];
      expect(again.json<Job>().id).toBe(first.json<Job>().id);
      expect((await post(`${GOOD}\n`, headers, 'kind=journal&dryRun=true')).statusCode).toBe(409);
      await exchange.app.get(ImportRunner).wake();
    });

    it('is listed with its job, newest first, and told by events', async () => {
      const job = await exchange.importFile(clientId, { kind: 'journal', dryRun: true }, GOOD);
      const { items, next } = (await exchange.send('GET', `/clients/${clientId}/jobs?limit=1`)).json;
      expect(items).toEqual([job]);
      expect((await exchange.send('GET', `/clients/${clientId}/jobs?limit=1&after=${next}`)).json.items[0].id).not.toBe(
        job.id,
      );
      const events = await exchange.app.inject({
        url: `/api/v1/clients/${clientId}/jobs/${job.id}/events`,
        headers: exchange.lead.headers,
      });
      expect(events.headers['content-type']).toContain('text/event-stream');
      const data = /^data: (.*)$/m.exec(events.body)![1]!;
      expect(JSON.parse(data)).toEqual(job);
    });
  });

  describe('a job', () => {
    const put = async (): Promise<string> => {
      const answer = await exchange.app.inject({
        method: 'POST',
        url: `/api/v1/clients/${clientId}/imports?kind=journal&repeat=true`,
        headers: { ...exchange.lead.headers, 'content-type': 'text/csv' },
        payload: GOOD,
      });
      return answer.json<Job>().id;
    };
    const jobs = (sql: string, id: string): Promise<any[]> =>
      exchange.db.inClient(clientId, (tx) => tx.query(sql, [clientId, id]));

    beforeEach(async () => {
      clientId = await exchange.newClient();
    });

    it('of an instance that died is taken up again and done once', async () => {
      // Taken by an instance that no longer gives a sign of life.
      await exchange.app.get(ImportRunner).wake();
      const id = await put();
      await exchange.app.get(ImportRunner).wake();
      const dead = randomUUID();
      const again = await put();
      await jobs(
        `update import_job set state = 'running', taker = '${dead}', heartbeat_at = clock_timestamp() - interval '1 hour' where client_id = $1 and id = $2 and state <> 'done'`,
        again,
      );
      await Promise.all([
        exchange.app.get(ImportRunner).wake(),
        new ImportRunner(exchange.db, { sealKey: exchange.sealKey, thread: false }).wake(),
      ]);
      for (const one of [id, again])
        expect((await exchange.send('GET', `/clients/${clientId}/jobs/${one}`)).json.state).toBe('done');
      expect(await entryCount()).toBe(4);
    });

    it('waits while another instance works on one of the same client', async () => {
      const id = await put();
      await exchange.app.get(ImportRunner).wake();
      await jobs(
        `update import_job set state = 'running', taker = gen_random_uuid(), heartbeat_at = clock_timestamp() where client_id = $1 and id = $2`,
        id,
      );
      const second = await put();
      await exchange.app.get(ImportRunner).wake();
      expect((await exchange.send('GET', `/clients/${clientId}/jobs/${second}`)).json.state).toBe('waiting');
      await jobs(`update import_job set state = 'failed' where client_id = $1 and id = $2`, id);
      await exchange.app.get(ImportRunner).wake();
      expect((await exchange.send('GET', `/clients/${clientId}/jobs/${second}`)).json.state).toBe('done');
    });

    it('is given up after several unexpected ends, and says so', async () => {
      await exchange.app.get(ImportRunner).wake();
      const id = await put();
      await exchange.app.get(ImportRunner).wake();
      await jobs(
        `update import_job set state = 'running', attempts = 2, taker = gen_random_uuid(), heartbeat_at = '-infinity' where client_id = $1 and id = $2`,
        id,
      );
      await exchange.app.get(ImportRunner).wake(); // its file is gone: an unexpected end
      expect(found((await exchange.send('GET', `/clients/${clientId}/jobs/${id}`)).json)).toEqual([
        '– – ImportInterrupted',
      ]);
    });
  });
});
