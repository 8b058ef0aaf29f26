import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { recordEvent } from '@lib/access';
import { insertFiscalYear } from '@lib/clients';
import type { ClientTx, Tx } from '@lib/database';
import { proveLedger } from '@lib/ledger';
import { EXIT_TABLES, type ExitTable, hasRows, rowsOf } from './exit-tables.js';
import { tableHash } from './exit-package.js';
import { Intake } from './intake.js';
import { takeInPeople } from './people.js';
import { postOriginals } from './post-originals.js';
import { takeInBankAccountsAndItems, takeInContents, takeInOutgoingInvoices } from './staged-tables.js';
import { ExitPackageError, type Unpacked } from './unpack.js';

export interface TakeInSettings {
  /** Short name of the client here, where its own is taken. */
  key?: string | undefined;
  /** Who takes it in, for the audit log. */
  by: string;
  say?: (line: string) => void;
}

export interface TakenIn {
  clientId: number;
  key: string;
  entries: number;
  /** Rows that are the same on both sides, by table. */
  agreed: Record<string, number>;
}

/**
 * Takes a client in as another installation gave it away: all of it, proved equal row by row, or nothing. The caller has opened a
 * transaction as the database's administrator. Tables are written as their owner, with every constraint and trigger in force; the
 * journal is posted by the posting function, in the order in which it was recorded, so that numbers, balances and items come about
 * anew and can be compared.
 * @throws ExitPackageError naming what does not fit or does not agree; the transaction must then be rolled back
 */
export async function takeIn(admin: Tx, given: Unpacked, settings: TakeInSettings): Promise<TakenIn> {
  const say = settings.say ?? (() => undefined);
  await admin.query(`set local timezone = 'UTC'`);
  await checkVersion(admin, given);
  await admin.query('set local role finanz_owner');
  const { id, key } = await insertClient(admin, given, settings.key);
  await admin.query(`set local app.client_id = '${Math.trunc(id)}'`);
  const tx: ClientTx = { clientId: id, query: admin.query };
  const intake = new Intake(tx, given.folder);
  const people = await takeInPeople(tx, given.folder);
  if (people > 0)
    say(`${people} people were not here: they have closed accounts now, so that their names can be read.`);

  await takeInMasterData(intake);
  say('Master data, partners and items are in.');
  const entries = await postOriginals(intake);
  say(`${entries} entries are posted.`);
  await settleFlags(intake);
  await takeInRest(intake);
  say('Documents, decisions and invoices are in.');
  await keepOrigin(intake, given, settings.by);
  await admin.query('set constraints all immediate');
  const agreed = await compare(intake, given);
  say('Every row agrees.');
  return { clientId: id, key, entries, agreed };
}

async function checkVersion(admin: Tx, { manifest }: Unpacked): Promise<void> {
  const known = await admin.query('select 1 from schema_migration where name = $1', [manifest.migration]);
  if (known.length === 0) throw new ExitPackageError('it comes from a later version than this one');
  const [there] = await admin.query<{ name: string }>('select name from client where uuid = $1', [
    manifest.client.uuid,
  ]);
  if (there) throw new ExitPackageError(`the client is here already (${there.name})`);
}

async function insertClient(
  admin: Tx,
  { folder, manifest }: Unpacked,
  wished: string | undefined,
): Promise<{ id: number; key: string }> {
  const text = await readFile(path.join(folder, 'client.json'), 'utf8');
  const { id: _id, parent_client_id: _parent, ...row } = JSON.parse(text) as Record<string, unknown>;
  const key = wished ?? manifest.client.key;
  const columns = Object.keys(row).map((column) => `"${column.replaceAll('"', '')}"`);
  try {
    const [client] = await admin.query<{ id: number }>(
      `insert into client (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_record(null::client, $1::json) returning id`,
      [JSON.stringify({ ...row, key })],
    );
    return { id: client!.id, key };
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'client_key_key') throw error;
    throw new ExitPackageError(`the short name "${key}" is taken here; give another one with --key`);
  }
}

/** What entries need. An account or product that is locked today was not while its entries were posted. */
async function takeInMasterData(intake: Intake): Promise<void> {
  for (const table of EXIT_TABLES.filter((one) => one.when === 'before')) {
    if (table.way === 'copied') await intake.copy(table);
    else if (table.name === 'account') await intake.copy(table, { locked: 'false', product_required: OF_A_PRODUCT });
    else if (table.name === 'product' || table.name === 'cost_centre') await intake.copy(table, { locked: 'false' });
    else if (table.name === 'fiscal_year') await insertYears(intake);
    else if (table.name === 'open_item') await takeInBankAccountsAndItems(intake);
  }
}

/** Accounts on which a product is always named; on others a client may have asked for one since. */
const OF_A_PRODUCT = `i.kind in ('revenue', 'expense', 'inpayment', 'outpayment')`;

async function insertYears(intake: Intake): Promise<void> {
  const { tx } = intake;
  await intake.load('fiscal_year');
  const years = await tx.query<{ year: number }>('select year from in_fiscal_year order by year');
  // As the application, which opens years by the function that alone writes them.
  await tx.query('set local role finanz_app');
  for (const { year } of years) await insertFiscalYear(tx, tx.clientId, year);
  await tx.query('set local role finanz_owner');
  await tx.query(`update period set state = 'open' where client_id = $1`, [tx.clientId]);
}

/** Locks, duties to name a product and closed periods, now that what they keep out is in. */
async function settleFlags(intake: Intake): Promise<void> {
  const { tx } = intake;
  await tx.query(
    `update account a set locked = i.locked, product_required = i.product_required from in_account i
     where a.client_id = $1 and a.number = i.number and (a.locked, a.product_required) is distinct from (i.locked, i.product_required)`,
    [tx.clientId],
  );
  for (const table of ['product', 'cost_centre'])
    await tx.query(
      `update ${table} a set locked = true from in_${table} i where a.client_id = $1 and a.code = i.code and i.locked`,
      [tx.clientId],
    );
}

async function takeInRest(intake: Intake): Promise<void> {
  const { tx } = intake;
  for (const table of EXIT_TABLES.filter((one) => one.when === 'after')) {
    if (table.name === 'content') {
      await intake.copy(table, { store: `'database'` });
      await takeInContents(intake);
    } else if (table.name === 'route') await takeInRoutes(intake, table);
    else if (table.way === 'copied') await intake.copy(table);
    else if (table.name === 'outgoing_invoice') await takeInOutgoingInvoices(intake, table);
  }
  await intake.load('period');
  await tx.query(
    `update period p set state = i.state, version = i.version from in_period i
     where p.client_id = $1 and (p.fiscal_year, p.period) = (i.fiscal_year, i.period)`,
    [tx.clientId],
  );
}

/** An address of a client stands once in the centre; here it may be another's. */
async function takeInRoutes(intake: Intake, table: ExitTable): Promise<void> {
  const { tx } = intake;
  await intake.copy(table);
  const taken = await tx.query<{ value: string }>(
    `with own as (insert into route_key (kind, key, client_id) select kind, key, client_id from route where client_id = $1 and active
       on conflict do nothing returning kind, key)
     select value from route r where client_id = $1 and active and not exists (select from own where own.kind = r.kind and own.key = r.key)`,
    [tx.clientId],
  );
  if (taken.length > 0)
    throw new ExitPackageError(
      `addresses of it belong to another client here: ${taken.map(({ value }) => value).join(', ')}`,
    );
}

async function keepOrigin(intake: Intake, { manifest, text, signature }: Unpacked, by: string): Promise<void> {
  const { tx } = intake;
  const seals: string[] = [];
  for await (const seal of intake.lines('seal')) seals.push(seal);
  await tx.query(
    `insert into client_origin (client_id, taken_in_by, created_at, manifest, key_id, public_key, signature, seals)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.clientId, by, manifest.createdAt, text, manifest.keyId, manifest.publicKey, signature, `[${seals.join(',')}]`],
  );
  await tx.query('set local role finanz_app');
  await recordEvent(tx, {
    by: { userId: null, userName: by },
    clientId: tx.clientId,
    action: 'client.take-in',
    resource: `clients/${tx.clientId}`,
    detail: { uuid: manifest.client.uuid, createdAt: manifest.createdAt, keyId: manifest.keyId },
  });
  await tx.query('set local role finanz_owner');
}

/** Row by row what is here is what was there; and the books prove themselves. */
async function compare(intake: Intake, { manifest }: Unpacked): Promise<Record<string, number>> {
  const { tx } = intake;
  const agreed: Record<string, number> = {};
  for (const table of EXIT_TABLES.filter((one) => one.way !== 'evidence' && hasRows(one))) {
    const [there, here] = [manifest.tables[table.name], await tableHash(tx, table)];
    if (there && there.rows === here.rows && there.sha256 === here.sha256) agreed[table.name] = here.rows;
    else
      throw new ExitPackageError(`"${table.name}" does not agree: ${await firstDifference(intake, table, here.rows)}`);
  }
  const proof = await proveLedger(tx);
  if (!proof.ok) throw new ExitPackageError(`the books do not prove: ${JSON.stringify(proof.findings).slice(0, 500)}`);
  return agreed;
}

async function firstDifference(intake: Intake, table: ExitTable, rows: number): Promise<string> {
  const given = intake.lines(table.name);
  const without = (line: string): unknown =>
    JSON.stringify({
      ...(JSON.parse(line) as object),
      ...Object.fromEntries((table.ownOnly ?? []).map((key) => [key, undefined])),
    });
  for await (const page of rowsOf(intake.tx, table, true)) {
    for (const line of page) {
      const { value } = (await given.next()) as { value: string | undefined };
      if (value === undefined) return 'the package has fewer rows';
      if (without(value) !== without(line))
        return `the package has ${value.slice(0, 600)}, here is ${line.slice(0, 600)}`;
    }
  }
  return `the package has more than ${rows} rows`;
}
