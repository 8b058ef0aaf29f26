import { randomUUID } from 'node:crypto';
import type { Client } from '@lib/clients';
import { Clock } from '@lib/kernel';
import { recordDuty } from '@lib/open-items';
import { type Books, openBooks } from '../../../test/support/books.js';
import { debtor, readyToInvoice, rent } from '../../../test/support/invoicing.js';
import { ANNA, BERND } from '../../../test/support/open-items.js';
import { fileBytes, invoiceOf, issueInvoice, type Issuer, judged, saveDraft, type StoredInvoice } from './index.js';
import type { OutgoingInvoiceWishDto } from './invoicing.dto.js';
import { readDraft } from './view.js';

let books: Books;
let client: Client;
let partner: string;

beforeAll(async () => {
  books = await openBooks();
  client = await books.client();
  await readyToInvoice(books.db, client.id);
  partner = (await debtor(books.db, client.id)).id;
});
afterAll(() => books.close());

const issuer: Issuer = {
  person: BERND,
  author: { id: BERND.userId, name: BERND.displayName, privileged: false },
  language: 'de',
  requireLimit: () => undefined,
  clock: new Clock(),
};

const drafted = (by = ANNA): Promise<StoredInvoice> =>
  books.db.inClient(client.id, (tx) =>
    saveDraft(tx, readDraft(rent(partner) as unknown as OutgoingInvoiceWishDto), by),
  );
const issued = async (): Promise<StoredInvoice> => {
  const { id } = await drafted();
  return books.db.inClient(client.id, (tx) => issueInvoice(tx, id, { version: 1 }, issuer));
};
/** What the application's role answers, past every rule in TypeScript. */
const attempt = (sql: string, params: unknown[] = [], clientId = client.id) =>
  books.asRole('finanz_app', clientId, sql, params).then(
    (rows) => rows,
    (error: { code: string; constraint?: string }) => error.constraint ?? error.code,
  );

const NEXT = `(select coalesce(max(number_no), 0) from outgoing_invoice)`;
/** Issues a draft by hand: with any number, any entry, by anybody. */
const byHand = (more = '', person = BERND.userId) =>
  `update outgoing_invoice i set state = 'issued', number_year = extract(year from current_date), number_no = ${NEXT} + 1,
     number = 'AR-' || extract(year from current_date) || '-' || lpad((${NEXT} + 1)::text, 5, '0'), issue_date = current_date,
     booking_date = current_date, due_on = current_date, facts = '{}', issued_by = '${person}', issued_by_name = 'x', issued_at = now(),
     entry_year = e.fiscal_year, entry_no = e.entry_no ${more}
   from (select fiscal_year, entry_no from journal_entry order by entry_no limit 1) e where i.id = $1`;

describe('an issued invoice', () => {
  it('is not changed, deleted or issued again, by no statement of the application', async () => {
    const { id } = await issued();
    for (const sql of [
      `update outgoing_invoice set gross = gross, net = net + 0, content = '{}' where id = $1`,
      `update outgoing_invoice set net = net + 1, gross = gross + 1 where id = $1`,
      `update outgoing_invoice set number = 'AR-2026-99999', number_no = 99999 where id = $1`,
      `update outgoing_invoice set state = 'draft' where id = $1`,
      `update outgoing_invoice set open_item = null where id = $1`,
      `update outgoing_invoice set version = version + 1 where id = $1`,
      `update outgoing_invoice set state = 'cancelled', cancelled_by = id, cancel_reason = 'weil', gross = gross + 1, net = net + 1 where id = $1`,
      `delete from outgoing_invoice where id = $1`,
      `update outgoing_invoice_file set bytes = 'x', sha256 = sha256('x') where invoice_id = $1`,
      `delete from outgoing_invoice_file where invoice_id = $1`,
    ])
      expect([sql, await attempt(sql, [id])]).toEqual([sql, '42501']);
    for (const table of ['outgoing_invoice', 'outgoing_invoice_file'])
      expect(await attempt(`truncate ${table} cascade`)).toBe('42501');
    await expect(books.asRole('finanz_owner', client.id, 'truncate outgoing_invoice_file')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('has its three files, each with its hash', async () => {
    const invoice = await issued();
    for (const kind of ['ubl', 'cii'] as const) {
      const { bytes } = await books.db.inClient(client.id, (tx) => fileBytes(tx, invoice.id, kind));
      expect(judged(bytes, invoice.issueDate!)).toEqual([]);
    }
    const add = (bytes: string, hash: string) =>
      attempt(
        `insert into outgoing_invoice_file (client_id, invoice_id, kind, bytes, sha256) values ($1, $2, 'pdf', ${bytes}, ${hash})`,
        [client.id, invoice.id],
      );
    expect(await add(`'x'`, `sha256('y')`)).toBe('outgoing_invoice_file_check');
    expect(await add(`'x'`, `sha256('x')`)).toBe('outgoing_invoice_file_pkey');
  });
});

describe('issuing past the application’s rules', () => {
  it('needs the duty of ordering, and never by who drafted', async () => {
    const { id } = await drafted();
    expect(await attempt(byHand(), [id])).toBe('outgoing_invoice_client_id_id_issued_by_issued_duty_fkey');
    expect(await attempt(byHand('', ANNA.userId), [id])).toBe(
      'outgoing_invoice_client_id_id_issued_by_issued_duty_fkey',
    );
    expect(
      await attempt(`insert into case_duty (client_id, case_id, person, duty) values ($1, $2, $3, 'order')`, [
        client.id,
        id,
        ANNA.userId,
      ]),
    ).toBe('four_eyes_request__order');
  });

  it('leaves no gap between numbers and needs every file', async () => {
    await issued();
    const { id } = await drafted();
    await books.db.inClient(client.id, (tx) => recordDuty(tx, { caseId: id, person: BERND.userId, duty: 'order' }));
    expect(await attempt(byHand(), [id])).toBe('outgoing_invoice_files');
    const gap = byHand().replaceAll(`${NEXT} + 1`, `${NEXT} + 2`);
    expect(await attempt(gap, [id])).toBe('outgoing_invoice_gapless');
    const other = byHand().replace(`'AR-' ||`, `'XX-' ||`);
    expect(await attempt(other, [id])).toBe('outgoing_invoice_number');
    expect(await attempt(`update outgoing_invoice set state = 'issued' where id = $1`, [id])).toBe(
      'outgoing_invoice_issue',
    );
    expect(await attempt(`update outgoing_invoice set state = 'cancelled' where id = $1`, [id])).toBe('42501');
  });

  it('credits no more than was billed', async () => {
    const original = await issued();
    const { id } = await drafted();
    await books.db.inClient(client.id, (tx) => recordDuty(tx, { caseId: id, person: BERND.userId, duty: 'order' }));
    const credit = (gross: string) =>
      attempt(
        byHand(`, kind = 'credit-note', corrects = '${original.id}', net = ${gross}, tax = 0, gross = ${gross}`),
        [id],
      );
    expect(await credit(`${original.gross} + 1`)).toBe('outgoing_invoice_credit');
    expect(await credit(original.gross)).toBe('outgoing_invoice_files');
  });

  it('a draft begins as one, in the name of who asked for it', async () => {
    const insert = (columns: string, values: string) =>
      attempt(
        `insert into outgoing_invoice (client_id, kind, partner_id, content, net, tax, gross, changed_by_name, drafted_by_name${columns})
         values ($1, 'invoice', $2, '{}', 1, 0, 1, 'x', 'x'${values})`,
        [client.id, partner],
      );
    expect(await insert(', state', `, 'issued'`)).toBe('42501');
    expect(await insert(', drafted_by', `, '${ANNA.userId}'`)).toBe(
      'outgoing_invoice_client_id_id_drafted_by_drafted_duty_fkey',
    );
  });
});

describe('another client', () => {
  it('sees nothing of it and changes nothing', async () => {
    const { id } = await issued();
    const draft = await drafted();
    const other = (await books.client()).id;
    expect(await attempt('select 1 from outgoing_invoice', [], other)).toEqual([]);
    expect(await attempt('select 1 from outgoing_invoice_file', [], other)).toEqual([]);
    expect(await attempt('delete from outgoing_invoice where id = $1 returning 1', [draft.id], other)).toEqual([]);
    expect(
      await attempt(`update outgoing_invoice set content = '{}' where id = $1 returning 1`, [draft.id], other),
    ).toEqual([]);
    await expect(books.db.inClient(other, (tx) => invoiceOf(tx, id))).rejects.toMatchObject({ code: 'NotFound' });
    const steal = `insert into outgoing_invoice (client_id, id, kind, partner_id, content, net, tax, gross, drafted_by_name, changed_by_name)
      values ($1, $2, 'invoice', $3, '{}', 1, 0, 1, 'x', 'x')`;
    expect(await attempt(steal, [client.id, randomUUID(), partner], other)).toBe('42501');
    expect(await attempt(steal, [other, randomUUID(), partner], other)).toBe(
      'outgoing_invoice_client_id_partner_id_fkey',
    );
  });
});

it('the claims of all invoices are the balance of their control accounts', async () => {
  await issued();
  const rows = await books.all<{ account: string; items: string; ledger: string }>(
    `select o.account, sum(o.balance) as items,
       (select sum(amount) from journal_line l where l.client_id = $1 and l.account = o.account) as ledger
     from open_item o where o.client_id = $1 group by o.account`,
    [client.id],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.items).toBe(row.ledger);
});
