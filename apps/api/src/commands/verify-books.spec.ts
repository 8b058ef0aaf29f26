import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ExchangeApp, startExchange } from '../../../../test/support/exchange.js';
import { confirmedAccount, newPartner, raiseAndPost, settle } from '../../../../test/support/open-items.js';
import { type Verdict, verifyBooks } from './verify-books.js';

/** An honest export of two years, sealed twice; every test takes a copy and touches it somewhere. */
describe('the offline verifier', () => {
  let exchange: ExchangeApp;
  let directory: string;
  let clientUuid: string;
  let honest: string[];
  let files = 0;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'verify-'));
    exchange = await startExchange();
    const clientId = await exchange.newClient(2024);
    await exchange.send('POST', `/clients/${clientId}/fiscal-years`, { year: 2025 });
    const post = async (year: number, count: number): Promise<void> => {
      const lines = Array.from({ length: count }, (_, i) =>
        JSON.stringify({
          bookingDate: `${year}-0${1 + (i % 9)}-15`,
          text: i % 3 === 0 ? `Rechnung "${i}" für Öl` : `Rechnung ${i}`,
          lines: [
            { account: '5211', debit: `${10 + i}.25`, product: '111' },
            { account: '3511', credit: `${10 + i}.25` },
          ],
        }),
      );
      const job = await exchange.importFile(
        clientId,
        { kind: 'journal', format: 'jsonl', repeat: true },
        `${lines.join('\n')}\n`,
      );
      expect(job.state).toBe('done');
    };
    const seal = async (): Promise<void> =>
      void expect((await exchange.send('POST', `/clients/${clientId}/seals`, {})).statusCode).toBe(201);
    await post(2024, 20);
    await seal();
    await post(2025, 12);
    await seal();
    await post(2025, 5);
    honest = (await exchange.download(`/clients/${clientId}/exports/books?gzip=false`))
      .toString('utf8')
      .split('\n')
      .slice(0, -1);
    clientUuid = JSON.parse(honest[0]!).client.uuid;
  });
  afterAll(async () => {
    await exchange?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  function written(lines: string[], end = '\n'): string {
    const file = path.join(directory, `books-${++files}.jsonl`);
    writeFileSync(file, `${lines.join('\n')}${end}`);
    return file;
  }
  const verified = (lines: string[], publicKey?: string): Promise<Verdict> =>
    verifyBooks(written(lines), { publicKey });
  const placeOf = (year: number, no: number): number =>
    honest.findIndex((line) => line.includes(`{"type":"entry","no":${no},`) && line.includes(`","${year}","`));
  const isOf = (type: string) => (line: string) => line.startsWith(`{"type":"${type}"`);
  /** The honest file with one line changed. */
  function touched(index: number, change: (record: any) => void): string[] {
    const record = JSON.parse(honest[index]!);
    change(record);
    return honest.map((line, at) => (at === index ? JSON.stringify(record) : line));
  }
  /** What the verifier names, besides that the signature of the whole file no longer fits, which every touch brings about. */
  const faults = (verdict: Verdict): string[] =>
    verdict.faults.map(({ where, rule }) => `${where}: ${rule}`).filter((fault) => fault !== 'the file: fingerprint');

  /** What a forger does who knows the form: hashes from an entry of 2025 on are computed anew. */
  function rechained(lines: string[]): string[] {
    const unit = '\x1f';
    const sha = (...parts: (string | Buffer)[]) =>
      parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
    let head = sha(`finanzzentrum-chain-v1${unit}${clientUuid}${unit}2025`);
    return lines.map((line) => {
      const record = JSON.parse(line);
      if (record.type === 'year' && record.year === 2025) return JSON.stringify(record); // the forger comes back to it below
      if (record.type !== 'entry' || record.content[2] !== '2025') return line;
      const canonical =
        record.content.join(unit) + record.lines.map((one: string[]) => `\x1e${one.join(unit)}`).join('');
      head = sha(head, `2025${unit}${record.no}${unit}${record.at}${unit}`, sha(canonical));
      return JSON.stringify({ ...record, hash: head.toString('hex') });
    });
  }

  it('finds that an honest export holds, compressed or not, with the key given or its own', async () => {
    for (const publicKey of [undefined, exchange.sealKey.publicPem]) {
      const verdict = await verified(honest, publicKey);
      expect(verdict).toMatchObject({ ok: true, faults: [], entries: 37, lines: 74, seals: 2, unsealed: 5 });
      expect(verdict.key).toEqual({ id: exchange.sealKey.id, given: publicKey !== undefined });
      expect(verdict.years.map(({ year, entries }) => [year, entries])).toEqual([
        [2024, 20],
        [2025, 17],
      ]);
    }
    const zipped = path.join(directory, 'books.jsonl.gz');
    writeFileSync(zipped, gzipSync(readFileSync(written(honest))));
    expect(await verifyBooks(zipped)).toMatchObject({ ok: true });
  });

  it('finds a changed amount, that the entry no longer balances, and which sums are touched', async () => {
    const verdict = await verified(touched(placeOf(2025, 3), (entry) => (entry.lines[0][5] = '999900')));
    expect(faults(verdict)).toEqual([
      '2025-3: balance',
      '2025-3: hash of content and entry before',
      '2025 account 5211: kept sums',
    ]);
    expect(verdict.faults[0]).toMatchObject({ expected: 'credit 9999.00 as debit', found: 'credit 12.25' });
  });

  it('finds amounts changed on both sides', async () => {
    const change = (entry: any): void => ([entry.lines[0][5], entry.lines[1][5]] = ['1', '-1'] as any);
    expect(faults(await verified(touched(placeOf(2024, 7), change)))).toContain(
      '2024-7: hash of content and entry before',
    );
  });

  it.each([
    ['text', (entry: any) => (entry.content[5] = 'Rechnung 99')],
    ['text with quotes', (entry: any) => (entry.content[5] = 'Rechnung "99"')],
    ['booking date', (entry: any) => (entry.content[4] = '2025-02-16')],
    ['author', (entry: any) => (entry.content[9] = '00000000-0000-4000-8000-000000000000')],
    ['account', (entry: any) => (entry.lines[0][1] = '5221')],
    ['product', (entry: any) => (entry.lines[0][2] = '122')],
    ['instant of recording', (entry: any) => (entry.at = '2099-01-01T00:00:00.000000Z')],
    ['hash', (entry: any) => (entry.hash = 'ab'.repeat(32))],
  ])('finds a changed %s', async (_, change) => {
    const verdict = await verified(touched(placeOf(2025, 2), change));
    expect(faults(verdict)).toContain('2025-2: hash of content and entry before');
  });

  it('finds fields shifted by a smuggled separator', async () => {
    const index = placeOf(2025, 2);
    const smuggled = JSON.parse(honest[index]!);
    smuggled.content.splice(5, 2, `${smuggled.content[5]}\x1f${smuggled.content[6]}`, '');
    const verdict = await verified(honest.map((line, at) => (at === index ? JSON.stringify(smuggled) : line)));
    expect(verdict.ok).toBe(false);
    expect(verdict.faults[0]!.where).toMatch(/^line \d+ of the file$/);
  });

  it('finds a changed number', async () => {
    const verdict = await verified(touched(placeOf(2025, 4), (entry) => (entry.no = 40)));
    expect(verdict.faults[0]).toEqual({ where: '2025-40', rule: 'number', expected: '2025-4', found: '2025-40' });
  });

  it('finds a missing entry', async () => {
    const verdict = await verified(honest.filter((_, at) => at !== placeOf(2025, 5)));
    expect(verdict.faults[0]).toEqual({ where: '2025-6', rule: 'number', expected: '2025-5', found: '2025-6' });
    expect(faults(verdict)).toContain('end of the file: number of records');
  });

  it('finds the last entries missing, even if year, sums and end mark were made to fit', async () => {
    const cut = honest.filter((_, at) => at !== placeOf(2025, 12));
    expect(faults(await verified(cut))).toContain('2025-13: number');
    const last = honest.filter((_, at) => at !== placeOf(2025, 17));
    expect(faults(await verified(last))).toEqual(
      expect.arrayContaining(['2025: number of entries', '2025: head of the chain']),
    );
  });

  it('finds swapped entries', async () => {
    const [a, b] = [placeOf(2025, 6), placeOf(2025, 7)];
    const swapped = honest.map((line, at) => (at === a ? honest[b]! : at === b ? honest[a]! : line));
    expect(faults(await verified(swapped))).toEqual(expect.arrayContaining(['2025-7: number', '2025-6: number']));
  });

  it('finds an entry brought in twice', async () => {
    const index = placeOf(2025, 6);
    expect(
      faults(await verified([...honest.slice(0, index + 1), honest[index]!, ...honest.slice(index + 1)])),
    ).toContain('2025-6: number');
  });

  it('finds a forgery with all hashes computed anew: the seals do not fit', async () => {
    const forged = rechained(
      touched(placeOf(2025, 3), (entry) => ([entry.lines[0][5], entry.lines[1][5]] = ['1', '-1'] as any)),
    );
    const head = JSON.parse(forged[placeOf(2025, 17)]!).hash;
    const dressed = forged.map((line) =>
      isOf('year')(line) && line.includes('"year":2025') ? JSON.stringify({ ...JSON.parse(line), head }) : line,
    );
    expect(faults(await verified(dressed))).toEqual([
      '2025 account 5211: kept sums',
      '2025 account 3511: kept sums',
      '2025-12: hash that seal 2 signs',
    ]);
  });

  it('finds a seal whose statement was changed', async () => {
    const index = honest.findIndex(isOf('seal'));
    const verdict = await verified(
      touched(
        index,
        (seal) => (seal.statement = seal.statement.replace(/sealed-at: .*/, 'sealed-at: 2001-01-01T00:00:00.000000Z')),
      ),
    );
    expect(faults(verdict)).toEqual(['seal 1: signature', 'seal 2: seal before']);
  });

  it('finds a seal taken out', async () => {
    const index = honest.findIndex(isOf('seal'));
    expect(faults(await verified(honest.filter((_, at) => at !== index)))).toContain('seal 2: number of the seal');
  });

  it('finds seals signed by somebody else, when the true key is given', async () => {
    const foreign = generateKeyPairSync('ed25519');
    const pem = foreign.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const fingerprint = createHash('sha256')
      .update(foreign.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    const id = fingerprint.slice(0, 16);
    const signed = (text: string): string => sign(null, Buffer.from(text), foreign.privateKey).toString('base64');
    const books = createHash('sha256');
    const forged = honest.map((line) => {
      const record = JSON.parse(line);
      if (record.type === 'end') {
        const sha256 = books.digest('hex');
        return JSON.stringify({
          ...record,
          sha256,
          keyId: id,
          signature: signed(`finanzzentrum-books-v2\n${sha256}\n`),
        });
      }
      const own = foreignRecord(line, record);
      books.update(`${own}\n`);
      return own;
    });
    function foreignRecord(line: string, record: any): string {
      if (record.type === 'public-key') {
        const statement = record.statement.replace(record.fingerprint, fingerprint);
        return JSON.stringify({ ...record, id, pem, fingerprint, statement, signature: signed(statement) });
      }
      if (record.type !== 'seal') return line;
      return JSON.stringify({ ...record, keyId: id, signature: signed(record.statement) });
    }
    expect(await verified(forged)).toMatchObject({ ok: true, key: { id, given: false } }); // in itself it is whole: hence --key
    expect(faults(await verified(forged, exchange.sealKey.publicPem))).toEqual([
      'seal 1: key',
      'seal 2: key',
      'the file: key',
    ]);
  });

  it('finds a year of another client', async () => {
    const verdict = await verified(
      touched(0, (manifest) => (manifest.client.uuid = '00000000-0000-4000-8000-000000000000')),
    );
    expect(faults(verdict)).toEqual(
      expect.arrayContaining([
        '2024-1: hash of content and entry before',
        '2025-1: hash of content and entry before',
        'seal 1: client',
      ]),
    );
  });

  it('finds changed kept sums, and a trial balance that is missing', async () => {
    const index = honest.findIndex(isOf('balance'));
    expect(faults(await verified(touched(index, (balance) => (balance.debit = '1'))))).toEqual([
      expect.stringMatching(/^2024 account \d+: kept sums$/),
    ]);
    expect((await verified(honest.filter((line) => !isOf('balance')(line)))).ok).toBe(false);
  });

  it('finds a file that was cut off, within a line or between two, compressed or not', async () => {
    expect(faults(await verified(honest.slice(0, -1)))).toEqual(['end of the file: whole file']);
    const half = honest.slice(0, placeOf(2025, 5));
    expect(faults(await verifyBooks(written([...half, honest[placeOf(2025, 5)]!.slice(0, 100)], '')))).toContain(
      'end of the file: whole file',
    );
    const zipped = path.join(directory, 'cut.gz');
    const whole = gzipSync(readFileSync(written(honest)));
    writeFileSync(zipped, whole.subarray(0, whole.length - 200));
    expect(faults(await verifyBooks(zipped))).toContain('the file: readable');
  });

  it('finds something behind the end', async () => {
    expect((await verified([...honest, honest[1]!])).ok).toBe(false);
  });

  it('refuses what is no export at all', async () => {
    expect(faults(await verified(['{"type":"manifest","format":"something","version":9}']))).toContain(
      'line 1 of the file: form of the file',
    );
    expect((await verified(['PK\u0003\u0004'])).ok).toBe(false);
    await expect(verifyBooks(path.join(directory, 'missing.jsonl'))).rejects.toThrow(/ENOENT/);
  });

  it('is caught whichever byte of an entry is touched', async () => {
    const index = placeOf(2025, 8);
    const line = honest[index]!;
    for (let at = 17; at < line.length - 3; at += 3) {
      const other = line[at] === '7' ? '8' : '7';
      const changed = line.slice(0, at) + other + line.slice(at + 1);
      const verdict = await verified(honest.map((one, place) => (place === index ? changed : one)));
      if (verdict.ok) throw new Error(`not caught at ${at}: ${line.slice(at - 10, at)}[${line[at]}→${other}]`);
    }
  });

  describe('with open items', () => {
    let items: string[];
    let settled: string;
    beforeAll(async () => {
      const clientId = await exchange.newClient(2026);
      settled = await exchange.db.inClient(clientId, async (tx) => {
        const { id: partnerId } = await newPartner(tx, { name: 'Öl & Gas "Nord"' });
        await confirmedAccount(tx, partnerId, 1);
        const first = await raiseAndPost(tx, { partnerId, amount: -11_900n, text: 'Öl' });
        await raiseAndPost(tx, { partnerId, amount: -500n });
        await settle(tx, { id: first.id, account: '351101', balance: -11_900n }, 1_900n);
        return first.id;
      });
      items = (await exchange.download(`/clients/${clientId}/exports/books?gzip=false`))
        .toString('utf8')
        .split('\n')
        .slice(0, -1);
    });
    const changed = (index: number, change: (record: any) => void): string[] => {
      const record = JSON.parse(items[index]!);
      change(record);
      return items.map((line, at) => (at === index ? JSON.stringify(record) : line));
    };
    const entryNo = (no: number): number => items.findIndex((line) => line.startsWith(`{"type":"entry","no":${no},`));

    it('an honest export holds, however its entries are read', async () => {
      expect(await verified(items)).toMatchObject({ ok: true, faults: [], entries: 3 });
      expect(JSON.parse(items[entryNo(1)]!).lines.map((line: string[]) => line.length)).toEqual([7, 8]);
      // The same entry in another order of its fields goes through the JSON parser instead of the bytes.
      const slow = changed(entryNo(1), (entry) => {
        const { type } = entry;
        delete entry.type;
        entry.type = type;
      }).map((line) =>
        line
          .replace(/^\{"no":1,(.*),"type":"entry"\}$/, '{"type":"entry","at":"",$1,"no":1}')
          .replace('"at":"","at"', '"at"'),
      );
      expect(slow[entryNo(1)]).not.toBe(items[entryNo(1)]);
      expect(faults(await verified(slow))).toEqual([]);
    });

    it('finds an item whose balance was changed, or that was left out', async () => {
      const index = items.findIndex((line) => line.includes('"type":"open-item"') && line.includes(settled));
      expect(JSON.parse(items[index]!)).toMatchObject({ balance: '-10000', amount: '-11900', no: 1 });
      expect(faults(await verified(changed(index, (item) => (item.balance = '-9999'))))).toEqual([
        'open item 1: balance of the open item',
      ]);
      expect(faults(await verified(items.filter((_, at) => at !== index)))).toEqual([
        'end of the file: number of records',
        `open item ${settled}: balance of the open item`,
      ]);
    });

    it('finds a line moved to another item, stripped of its item, or given one', async () => {
      const other = '00000000-0000-4000-8000-000000000000';
      const hash = '2026-2: hash of content and entry before';
      expect(faults(await verified(changed(entryNo(2), (entry) => (entry.lines[1][7] = other))))).toContain(hash);
      expect(faults(await verified(changed(entryNo(2), (entry) => entry.lines[1].pop())))).toContain(hash);
      expect(faults(await verified(changed(entryNo(2), (entry) => entry.lines[0].push(other))))).toContain(hash);
      expect(faults(await verified(changed(entryNo(2), (entry) => entry.lines[0].push(''))))).toEqual(
        expect.arrayContaining([hash, '2026-2 line 1: open item']),
      );
      expect(faults(await verified(changed(entryNo(2), (entry) => entry.lines[1].push('x'))))).toContain(
        '2026-2 line 2: fields of a line',
      );
    });
  });

  it('a package of the first form, without open items, vouchers and hand-overs of keys, still holds', async () => {
    let previous = '-';
    const earlier = honest.slice(0, -1).flatMap((line) => {
      const record = JSON.parse(line);
      if (['partner', 'open-item', 'voucher', 'voucher-log'].includes(record.type)) return [];
      if (record.type === 'manifest')
        return [JSON.stringify({ ...record, version: 1, entryLine: record.entryLine.slice(0, 7) })];
      if (record.type === 'public-key') return [JSON.stringify({ type: 'public-key', id: record.id, pem: record.pem })];
      if (record.type !== 'seal') return [line];
      const statement = record.statement
        .replace('finanzzentrum-seal-v2', 'finanzzentrum-seal-v1')
        .replace(/vouchers: .*\n/, '')
        .replace(/previous: .*/, `previous: ${previous}`);
      previous = createHash('sha256').update(statement).digest('hex');
      return [JSON.stringify({ ...record, statement, signature: exchange.sealKey.sign(statement).toString('base64') })];
    });
    const sha256 = createHash('sha256')
      .update(earlier.map((line) => `${line}\n`).join(''))
      .digest('hex');
    const signature = exchange.sealKey.sign(`finanzzentrum-books-v1\n${sha256}\n`).toString('base64');
    const end = { type: 'end', records: earlier.length, sha256, keyId: exchange.sealKey.id, signature };
    const verdict = await verified([...earlier, JSON.stringify(end)], exchange.sealKey.publicPem);
    expect(verdict).toMatchObject({ ok: true, faults: [], entries: 37, seals: 2, vouchers: 0 });
  });

  it('is caught in records that no hash of an entry covers: names, chart, years', async () => {
    for (const type of ['account', 'product', 'period', 'manifest']) {
      const index = honest.findIndex(isOf(type));
      const verdict = await verified(touched(index, (record) => (record.name = 'Anders')));
      expect(verdict.faults.map(({ where, rule }) => `${where}: ${rule}`)).toEqual(['the file: fingerprint']);
    }
    const end = honest.length - 1;
    expect(faults(await verified(touched(end, (record) => (record.sha256 = '0'.repeat(64)))))).toEqual([
      'the file: signature',
    ]);
  });
});
