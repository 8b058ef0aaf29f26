import { type DocumentsApp, startDocuments } from '../../../../test/support/documents.js';
import { ibanFor, invoiceXml, plainPdf } from '../../../../test/support/invoice-files.js';
import { prefixQueries, searchWords } from './search-words.js';

describe('what was typed', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['!!', []],
    ['Gebühr', ['gebuhr:*']],
    ["'; drop table document; --", ['drop:* & table:* & document:*']],
    ['a & b | !c <-> d:*', ['a:* & b:* & c:* & d:*']],
    ['RE-2026/0815', ['re20260815:*', 're:* & 2026:* & 0815:*']],
    ['427,69', ['42769:*', '427:* & 69:*']],
  ])('%j becomes %j', (typed, queries) => {
    expect(prefixQueries(typed)).toEqual(queries);
  });

  it('is bounded, whatever it is', () => {
    expect(prefixQueries('x '.repeat(5_000)).join().length).toBeLessThan(2_000);
    expect(searchWords([], '🏦'.repeat(200_000)).text.length).toBeLessThanOrEqual(60_000);
    expect(searchWords(['A'], `${'q'.repeat(5_000)} Bauhof`).folded.split(' ')).toEqual(['a', 'bauhof']);
  });
});

describe('the inbox', () => {
  let docs: DocumentsApp;
  let client: number;
  let other: number;
  const found = async (query: string, of = client): Promise<string[]> => {
    const answer = await docs.send('GET', `/clients/${of}/documents?${query}`);
    if (answer.status !== 200) throw new Error(answer.bytes.toString());
    return answer.body.items.map((row: any) => row.fileName);
  };
  const q = (text: string): Promise<string[]> => found(`q=${encodeURIComponent(text)}&order=received`);

  beforeAll(async () => {
    docs = await startDocuments();
    [client, other] = [await docs.newClient(), await docs.newClient()];
    await docs.send('POST', `/clients/${client}/departments`, { code: 'FB3', name: 'Bauen' });
    const take = (name: string, wish: Parameters<typeof invoiceXml>[0], into = client) =>
      docs.upload(
        into,
        name,
        invoiceXml({ iban: ibanFor(String(name.length * 7 + (wish?.number?.length ?? 0))), ...wish }),
      );
    await take('salz.xml', {
      sellerName: 'Müller & Söhne',
      number: 'RE-2026/0815',
      itemName: 'Auftausalz für Gehwege',
      net: '359.40',
      dueDate: '2026-05-01',
    });
    await take('kanal.xml', {
      sellerName: 'Strohmeyer Tiefbau',
      number: 'KR 77',
      itemName: 'Kanalreinigung Grüner Weg',
      net: '1000.00',
      dueDate: '2026-03-15',
    });
    await take('gutschrift.xml', { sellerName: 'Strohmeyer Tiefbau', number: 'GS-1', typeCode: '381', net: '20.00' });
    await docs.upload(client, 'scan.pdf', plainPdf(['Gebührenbescheid der Kreisverwaltung', 'Straßenreinigung 2026']));
    await docs.upload(client, 'böse.xml', '<html></html>');
    await take('nachbar.xml', { sellerName: 'Müller & Söhne', number: 'RE-2026/0816' }, other);
  });
  afterAll(() => docs.close());

  it.each([
    ['müller', ['salz.xml']],
    ['MUELLER soehne', ['salz.xml']],
    ['muller', ['salz.xml']],
    ['0815', ['salz.xml']],
    ['re-2026/0815', ['salz.xml']],
    ['RE 2026 0815', ['salz.xml']],
    ['RE20260815', ['salz.xml']],
    ['427,69', ['salz.xml']],
    ['auftau', ['salz.xml']],
    ['Kanalreinigungen', ['kanal.xml']],
    ['gruener weg', ['kanal.xml']],
    ['kr77', ['kanal.xml']],
    ['strohmeyer', ['kanal.xml', 'gutschrift.xml']],
    ['gebuehren', ['scan.pdf']],
    ['Gebührenbescheide', ['scan.pdf']],
    ['strassenrein', ['scan.pdf']],
    ['vertrieb@lieferant', ['salz.xml', 'kanal.xml', 'gutschrift.xml']],
    ['auftausalz kanalreinigung', []],
    ['gibt es nicht', []],
    ['§§§', []],
    ["' or 1=1", []],
  ])('finds by %j', async (typed, names) => {
    expect(await q(typed)).toEqual(names);
  });

  it('filters by state, kind, amount, days, alarm and order', async () => {
    expect(await found('state=quarantined')).toEqual(['böse.xml']);
    expect(await found('kind=credit-note')).toEqual(['gutschrift.xml']);
    expect((await found('state=new,quarantined&limit=500')).length).toBe(5);
    expect(await found('amountFrom=400.00&amountTo=1000.00')).toEqual(['salz.xml']);
    expect(await found('order=due')).toEqual(['kanal.xml', 'salz.xml']);
    expect(await found('order=-amount')).toEqual(['kanal.xml', 'salz.xml', 'gutschrift.xml']);
    const today = new Date().toISOString().slice(0, 10);
    expect(await found(`to=2020-01-01`)).toEqual([]);
    expect((await found(`from=2020-01-01&to=${Number(today.slice(0, 4)) + 1}-01-01`)).length).toBe(5);
    expect(await found('mine=true')).toEqual([]);
    expect(await found('alarm=any')).toEqual([]);
    expect(await found('q=strohmeyer&kind=credit-note')).toEqual(['gutschrift.xml']);
    for (const wrong of [
      'state=alt',
      'kind=x',
      'order=zufall',
      'alarm=X',
      'limit=0',
      'after=x',
      'amountFrom=1e9',
      'from=gestern',
      'supplier=1',
    ])
      expect([wrong, (await docs.send('GET', `/clients/${client}/documents?${wrong}`)).status]).toEqual([wrong, 400]);
  });

  it('comes as a spreadsheet with German figures: all that the filter leaves, and no formula', async () => {
    const hostile = await docs.newClient();
    const names = ['=HYPERLINK("http://a.example";"hier")', 'Semikolon; & "Söhne"', 'Dritter'];
    for (const [i, sellerName] of names.entries())
      await docs.upload(
        hostile,
        `=${i}.xml`,
        invoiceXml({ sellerName, number: `-${i}+1`, net: '1000.00', issueDate: '2026-03-02', iban: ibanFor(`9${i}`) }),
      );
    const csv = async (query: string) => {
      const { status, headers, bytes } = await docs.send('GET', `/clients/${hostile}/documents?format=csv&${query}`);
      return { status, headers, text: bytes.toString('utf8') };
    };
    const { status, headers, text } = await csv('order=received&limit=1');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="posteingang.csv"',
    });
    const [head, ...lines] = text.replace(/\r\n$/, '').split('\r\n');
    expect(head).toMatch(/^\ufeffNummer;Eingang;Stand;Art;Lieferant;Rechnung;Rechnungsdatum;/);
    expect(lines).toHaveLength(3); // the whole list, not a page of it
    expect(lines[0]).toContain(`;Neu;Rechnung;"'=HYPERLINK(""http://a.example"";""hier"")";'-0+1;2026-03-02;`);
    expect(lines[0]).toContain(';EUR;1000,00;190,00;1190,00;1190,00;');
    expect(lines[0]).toContain(";'=0.xml;");
    expect(lines[1]).toContain(';"Semikolon; & ""Söhne""";');
    expect((await csv('state=posted')).text.split('\r\n')).toHaveLength(2); // the head alone
    expect((await csv('q=dritter')).text).toContain(';Dritter;');
    expect((await csv('q=dritter')).text).not.toContain('Semikolon; ');
    const stranger = await docs.newUser([{ role: 'clerk', clientId: client }]);
    const theirs = await docs.send('GET', `/clients/${hostile}/documents?format=csv`, undefined, { user: stranger });
    expect(theirs.status).toBe(404);
    expect((await docs.send('GET', `/clients/${hostile}/documents?format=xls`)).status).toBe(400);
  });

  it('goes on page by page without gaps and twice, in every order', async () => {
    for (const order of ['received', '-received', 'amount', '-amount', 'due']) {
      for (const more of ['', '&q=strohmeyer']) {
        const whole = await found(`order=${order}${more}`);
        const pieces: string[] = [];
        let after: string | null = null;
        do {
          const { body }: { body: any } = await docs.send(
            'GET',
            `/clients/${client}/documents?order=${order}${more}&limit=1${after ? `&after=${after}` : ''}`,
          );
          pieces.push(...body.items.map((row: any) => row.fileName));
          after = body.next;
        } while (after);
        expect([order, more, pieces]).toEqual([order, more, whole]);
      }
    }
  });

  it('counts by state over everything, and shows nothing of the neighbour’s', async () => {
    const { body } = await docs.send('GET', `/clients/${client}/documents?state=quarantined`);
    expect(body.counts.byState).toEqual({ new: 4, quarantined: 1 });
    expect(await found('q=0816')).toEqual([]);
    expect(await found('q=0816', other)).toEqual(['nachbar.xml']);
    // The view that search reads through shows a transaction without a client nothing at all.
    expect(await docs.asRole('finanz_app', null, 'select * from inbox')).toEqual([]);
    expect(await docs.asRole('finanz_app', other, 'select file_name from inbox')).toEqual([
      { file_name: 'nachbar.xml' },
    ]);
  });

  it('answers search, filter and list from indexes', async () => {
    await docs.all(
      `insert into document (client_id, id, number, kind, state, channel, file_kind, received_at, received_by_name, search)
       select $1, gen_random_uuid(), 'E-2025-' || lpad(n::text, 6, '0'), 'invoice', case when n % 20 = 0 then 'new' else 'posted' end, 'upload', 'none',
         timestamptz '2025-01-01' + n * interval '1 minute', 'Test', to_tsvector('simple', 'wort' || n || ' alle')
       from generate_series(1, 20000) n`,
      [other],
    );
    await docs.all('vacuum (analyze) document');
    const plan = async (sql: string): Promise<string> =>
      (await docs.asRole('finanz_app', other, `explain ${sql}`)).map((row: any) => row['QUERY PLAN']).join('\n');
    expect(await plan(`select id from inbox where search @@ to_tsquery('simple', 'wort17:*')`)).toContain(
      'document_by_words',
    );
    expect(await plan(`select id from inbox order by received_at desc, id desc limit 50`)).toContain('document_by_age');
    expect(await plan(`select id from inbox where state = 'new' order by received_at, id limit 50`)).toContain(
      'document_by_state',
    );
    expect(
      await plan(`select id from inbox where assignees @> array['${'0'.repeat(8)}-0000-4000-8000-000000000000'::uuid]`),
    ).toContain('document_by_assignee');
    // Without the view, row-level security keeps PostgreSQL from asking the index.
    expect(await plan(`select id from document where search @@ to_tsquery('simple', 'wort17:*')`)).not.toContain(
      'document_by_words',
    );
  });
});
