// The yardstick: bare PostgreSQL. The same rows into tables with the same primary keys and nothing else, one transaction per
// entry, eight connections, synchronous_commit=on; pgbench where it is installed, else a prepared, pipelined loop.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

export const CONNECTIONS = 8;

const ENTRY = `insert into bare_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, reference, source,
  idempotency_key, author, author_name, reason, line_count, total, content_hash, chain_hash)
  values ($client, 2026, nextval('bare_no'), 3, '2026-03-15', clock_timestamp(), 'regular', 'Abschlag Stromlieferung Rathaus', $reference, 'api',
  $reference, '0a1b2c3d-0000-4000-8000-000000000001', 'Messung', '', 2, 1234,
  '\\x8b6e5bfa1d31f429b9b08bd95a22942f0bc4161eb9fe0d8d9a5192931d3d9093', '\\x8b6e5bfa1d31f429b9b08bd95a22942f0bc4161eb9fe0d8d9a5192931d3d9093')
  returning entry_no`;
const LINE = `insert into bare_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, product, amount, text)
  values ($client, 2026, $no, $line, 3, '2026-03-15', $account, $product, $amount, '')`;

/** Creates the bare tables anew. */
export async function prepareBare(adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`
    drop table if exists bare_line, bare_entry;
    drop sequence if exists bare_no;
    create table bare_entry (like journal_entry including defaults, primary key (client_id, fiscal_year, entry_no));
    create table bare_line (like journal_line including defaults, primary key (client_id, fiscal_year, entry_no, line_no));
    create sequence bare_no`);
  await admin.end();
}

/** Entries per second of bare PostgreSQL; `clients` spreads them as the measured load is spread. */
export async function bareRate(adminUrl, seconds, clients = 1) {
  return hasPgbench()
    ? { by: 'pgbench', perSecond: await pgbench(adminUrl, seconds, clients) }
    : { by: 'pg loop', perSecond: await loop(adminUrl, seconds, clients) };
}

const hasPgbench = () => spawnSync('pgbench', ['--version']).status === 0;

async function pgbench(adminUrl, seconds, clients) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'bare-'));
  const fill = (sql, values) => sql.replace(/\$(\w+)/g, (_, name) => values[name]);
  const script = [
    `\\set client random(1, ${clients})`,
    '\\set r random(1, 1000000000)',
    'begin;',
    `${fill(ENTRY, { client: ':client', reference: "'RE-' || :r" })} as no \\gset`,
    `${fill(LINE, { client: ':client', no: ':no', line: 1, account: "'5241'", product: "'111'", amount: 1234 })};`,
    `${fill(LINE, { client: ':client', no: ':no', line: 2, account: "'3511'", product: 'null', amount: -1234 })};`,
    'commit;',
  ].join('\n');
  const file = path.join(dir, 'bare.sql');
  writeFileSync(file, script.replaceAll(/\n {2,}/g, ' '));
  const { stdout } = await promisify(execFile)('pgbench', [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CONNECTIONS),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-f',
    file,
    adminUrl,
  ]);
  rmSync(dir, { recursive: true });
  return Number(/tps = ([\d.]+)/.exec(stdout)[1]);
}

async function loop(adminUrl, seconds, clients) {
  const number = (sql, names) => names.reduce((text, name, index) => text.replaceAll(`$${name}`, `$${index + 1}`), sql);
  const entry = { name: 'entry', text: number(ENTRY, ['client', 'reference']) };
  const line = { name: 'line', text: number(LINE, ['client', 'no', 'line', 'account', 'product', 'amount']) };
  const until = Date.now() + seconds * 1000;
  let posted = 0;
  const one = async (seat) => {
    const connection = new pg.Client({ connectionString: adminUrl });
    await connection.connect();
    while (Date.now() < until) {
      const client = 1 + (posted % clients);
      void connection.query('begin');
      const { rows } = await connection.query({ ...entry, values: [client, `RE-${seat}-${posted}`] });
      const no = rows[0].entry_no;
      void connection.query({ ...line, values: [client, no, 1, '5241', '111', 1234] });
      void connection.query({ ...line, values: [client, no, 2, '3511', null, -1234] });
      await connection.query('commit');
      posted++;
    }
    await connection.end();
  };
  const began = Date.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, seat) => one(seat)));
  return posted / ((Date.now() - began) / 1000);
}
