import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExitTable } from './exit-tables.js';
import type { Intake } from './intake.js';
import { ExitPackageError } from './unpack.js';

/*
 * Tables whose rows only come about step by step, because triggers hold everybody to the steps: nothing is written past them.
 */

const UNDECIDED = {
  state: `'proposed'`,
  decided_by: 'null',
  decided_by_name: 'null',
  decided_at: 'null',
  ended_by: 'null',
  ended_by_name: 'null',
  ended_at: 'null',
};
/** What the posting function keeps. */
const UNRAISED = { balance: '0', state: `'new'`, raised_year: 'null', raised_no: 'null' };

/**
 * Bank accounts are proposed, decided and ended as they were, and items are raised while the account that they name is confirmed. An
 * IBAN that was ended and proposed again comes in rounds: it stands once at a time.
 */
export async function takeInBankAccountsAndItems(intake: Intake): Promise<void> {
  const { tx } = intake;
  await intake.load('partner_bank_account');
  await intake.load('open_item');
  await tx.query(`create temp table in_round on commit drop as select partner_id, no,
    row_number() over (partition by partner_id, iban order by no)::int as round from in_partner_bank_account`);
  const [last] = await tx.query<{ round: number }>('select coalesce(max(round), 0) as round from in_round');
  for (let round = 1; round <= last!.round; round++) {
    const inRound = (no: string): string =>
      `exists (select from in_round r where r.partner_id = i.partner_id and r.no = i.${no} and r.round = ${round})`;
    const step = (set: string, states: string): Promise<unknown> =>
      tx.query(
        `update partner_bank_account b set ${set} from in_partner_bank_account i where b.client_id = $1
           and (b.partner_id, b.no) = (i.partner_id, i.no) and i.state in (${states}) and ${inRound('no')}`,
        [tx.clientId],
      );
    await intake.insert('partner_bank_account', UNDECIDED, inRound('no'));
    await step(
      `state = case i.state when 'refused' then 'refused' else 'confirmed' end, decided_by = i.decided_by,
         decided_by_name = i.decided_by_name, decided_at = i.decided_at`,
      `'confirmed', 'refused', 'ended'`,
    );
    await intake.insert('open_item', UNRAISED, inRound('bank_account_no'));
    await step(
      `state = 'ended', ended_by = i.ended_by, ended_by_name = i.ended_by_name, ended_at = i.ended_at`,
      `'ended'`,
    );
  }
  await intake.insert('open_item', UNRAISED, 'i.bank_account_no is null');
}

const PIECE = 1024 * 1024;

/** The files of documents, in the pieces in which they are kept. */
export async function takeInContents({ tx, folder }: Intake): Promise<void> {
  const contents = await tx.query<{ sha256: string; size: string }>(
    `select encode(sha256, 'hex') as sha256, size from content where client_id = $1`,
    [tx.clientId],
  );
  for (const { sha256, size } of contents) {
    let [no, length] = [0, 0];
    const pieces = createReadStream(path.join(folder, 'files', sha256), { highWaterMark: PIECE });
    for await (const bytes of pieces as AsyncIterable<Buffer>) {
      length += bytes.length;
      await tx.query('insert into content_chunk (client_id, sha256, chunk_no, bytes) values ($1, $2, $3, $4)', [
        tx.clientId,
        Buffer.from(sha256, 'hex'),
        ++no,
        bytes,
      ]);
    }
    if (String(length) !== size) throw new ExitPackageError(`file ${sha256} has ${length} bytes instead of ${size}`);
  }
}

/** What a draft has not yet. */
const DRAFT = {
  state: `'draft'`,
  ...Object.fromEntries(
    [
      ...[
        'facts',
        'number',
        'number_year',
        'number_no',
        'issue_date',
        'booking_date',
        'due_on',
        'entry_year',
        'entry_no',
      ],
      ...['open_item', 'issued_by', 'issued_by_name', 'issued_at', 'cancelled_by', 'cancel_reason'],
    ].map((column) => [column, 'null']),
  ),
};

/** Own invoices are drafted, issued in the order of their numbers with their files, and taken back as they were. */
export async function takeInOutgoingInvoices(intake: Intake, table: ExitTable): Promise<void> {
  const { tx } = intake;
  await intake.copy(table, DRAFT);
  await intake.load('outgoing_invoice_file');
  const set = (columns: readonly string[], instead: Readonly<Record<string, string>>): string =>
    columns.map((column) => `${column} = ${instead[column] ?? `i.${column}`}`).join(', ');
  const columns = intake.columnsOf('outgoing_invoice').filter((column) => column !== 'id');
  const issued = await tx.query<{ id: string; cancelled: boolean }>(
    `select id, state = 'cancelled' as cancelled from in_outgoing_invoice where state <> 'draft'
     order by issued_at, number_year, number_no`,
  );
  const first = set(columns, { state: `'issued'`, cancelled_by: 'null', cancel_reason: 'null' });
  const update = (assignments: string, id: string): Promise<unknown> =>
    tx.query(
      `update outgoing_invoice o set ${assignments} from in_outgoing_invoice i where o.client_id = $1 and o.id = i.id and i.id = $2`,
      [tx.clientId, id],
    );
  for (const { id } of issued) {
    await update(first, id);
    await insertFiles(intake, id);
  }
  for (const { id } of issued.filter((one) => one.cancelled))
    await update('state = i.state, cancelled_by = i.cancelled_by, cancel_reason = i.cancel_reason', id);
}

async function insertFiles({ tx, folder }: Intake, invoiceId: string): Promise<void> {
  const files = await tx.query<{ kind: string; sha256: Buffer; storedAt: string }>(
    'select kind, sha256, stored_at as "storedAt" from in_outgoing_invoice_file where invoice_id = $1',
    [invoiceId],
  );
  for (const { kind, sha256, storedAt } of files)
    await tx.query(
      'insert into outgoing_invoice_file (client_id, invoice_id, kind, sha256, bytes, stored_at) values ($1, $2, $3, $4, $5, $6)',
      [
        tx.clientId,
        invoiceId,
        kind,
        sha256,
        await readFile(path.join(folder, 'files', sha256.toString('hex'))),
        storedAt,
      ],
    );
}
