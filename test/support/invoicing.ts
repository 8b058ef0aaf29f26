import { randomUUID } from 'node:crypto';
import { addBankAccount, addSetting, changeClient, findClient } from '@lib/clients';
import type { ClientTx, Database } from '@lib/database';
import { addAddress, addPartner, type Partner, type PartnerWish } from '@lib/partners';
import { ANNA, BERND } from './open-items.js';

const BY = { userId: ANNA.userId, userName: ANNA.userName };

/** Gives a client all that its invoices say about it. */
export async function readyToInvoice(db: Database, clientId: number): Promise<void> {
  await db.inClient(clientId, async (tx) => {
    const client = (await findClient(tx, clientId))!;
    await changeClient(
      tx,
      clientId,
      {
        version: client.version,
        officialKey: '05999004',
        address: { street: 'Rathausplatz 1', postcode: '48999', city: 'Ahlenbrück' },
        email: 'rechnung@ahlenbrueck.example',
        phone: '02599 1234-0',
        creditorIdentifier: 'DE98ZZZ09999999999',
        vatId: 'DE999999999',
        vatStatus: 'regular',
      },
      BY,
    );
    for (const [key, value] of Object.entries({
      'invoicing.contactName': 'Ada Alster',
      'invoicing.department': 'Fachbereich Finanzen',
      'invoicing.taxNumber': '337/5999/0048',
    }))
      await addSetting(tx, { key, value, validFrom: '2026-01-01' }, BY);
    await addBankAccount(
      tx,
      { name: 'Sparkasse Beispielland', iban: 'DE02120300000000202051', bic: 'BYLADEM1001', account: '1811' },
      BY,
    );
  });
}

/** Somebody who gets invoices: with an address and an e-mail address. */
export function debtor(db: Database, clientId: number, wish: Partial<PartnerWish> = {}): Promise<Partner> {
  return db.inClient(clientId, async (tx) => {
    const partner = await addPartner(
      tx,
      { kind: 'company', name: 'Fahrradhaus Müller & Söhne GmbH', email: 'buchhaltung@fahrradhaus.example', ...wish },
      ANNA,
    );
    await addAddress(
      tx,
      partner.id,
      { street: 'Gewerbering 12', postalCode: '48999', city: 'Ahlenbrück', validFrom: '2020-01-01' },
      ANNA,
    );
    return partner;
  });
}

/** A draft as the API takes it: one month's rent. */
export function rent(partnerId: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'invoice',
    partnerId,
    serviceFrom: '2026-03-01',
    serviceTo: '2026-03-31',
    lines: [
      {
        text: 'Miete Ladenlokal Marktplatz 3',
        quantity: '1',
        unit: 'MON',
        price: '850.00',
        vat: { category: 'E', rate: '0', reason: 'Steuerfrei nach § 4 Nr. 12 Buchst. a UStG' },
        account: '4411',
        product: '111',
      },
    ],
    ...more,
  };
}

/** A line with 19 per cent. */
export const service = (price: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  text: 'Überlassung Festhalle',
  quantity: '1',
  unit: 'LS',
  price,
  vat: { category: 'S', rate: '19' },
  account: '4461',
  product: '111',
  ...more,
});

/** One issued invoice with its three files, past all rules of the application, for tests of what the database itself holds up. */
export async function insertOwnInvoiceRows(
  tx: ClientTx,
  partnerId: string,
  entry: { fiscalYear: number; entryNo: number },
): Promise<void> {
  const at = tx.clientId;
  const id = randomUUID();
  for (const sql of [
    `insert into outgoing_invoice (client_id, id, kind, partner_id, content, net, tax, gross, drafted_by_name, changed_by_name)
       values (${at}, '${id}', 'invoice', '${partnerId}', '{}', 100, 0, 100, 'x', 'x')`,
    `insert into case_duty (client_id, case_id, person, duty) values (${at}, '${id}', '${BERND.userId}', 'order')`,
    `update outgoing_invoice set state = 'issued', number = 'AR-${entry.fiscalYear}-00001', number_year = ${entry.fiscalYear}, number_no = 1,
       issue_date = '${entry.fiscalYear}-03-01', booking_date = '${entry.fiscalYear}-03-01', due_on = '${entry.fiscalYear}-03-31',
       entry_year = ${entry.fiscalYear}, entry_no = ${entry.entryNo}, facts = '{}', issued_by = '${BERND.userId}', issued_by_name = 'x',
       issued_at = now() where client_id = ${at} and id = '${id}'`,
    ...['ubl', 'cii', 'pdf'].map(
      (kind) => `insert into outgoing_invoice_file (client_id, invoice_id, kind, sha256, bytes)
       values (${at}, '${id}', '${kind}', sha256('${kind}'), '${kind}')`,
    ),
  ])
    await tx.query(sql);
}
