import { addPartner, decideBankAccount, proposeBankAccount } from '@lib/partners';
import {
  type InventedBuyer,
  type InventedSupplier,
  type SupplierInvoice,
  supplierFile,
} from '../../apps/api/src/demo/documents/supplier-invoice.js';
import type { TestUser } from './access.js';
import { type Answer, type DocumentsApp, startDocuments } from './documents.js';
import { ANNA, BERND } from './open-items.js';

export const BUYER: InventedBuyer = {
  name: 'Gemeinde Brakenfeld',
  reference: '05711-06001-79',
  street: 'Kirchstraße 4',
  postcode: '48998',
  city: 'Brakenfeld',
  email: 'rechnung@brakenfeld.example',
};
export const SUPPLIER: InventedSupplier = {
  name: 'Nordtal Energie GmbH',
  vatId: 'DE123456788',
  street: 'Werkstraße 1',
  postcode: '48999',
  city: 'Ahlenbrück',
  iban: 'DE02120300000000202051',
  contact: 'Rita Rosen',
};

/** A client with people for every duty, a supplier with a confirmed bank account, and invoices that come in. */
export interface Office {
  app: DocumentsApp;
  clientId: number;
  partnerId: string;
  /** Two clerks, two budget holders (products 111 and 126), somebody certifying, a treasurer. */
  anna: TestUser;
  bernd: TestUser;
  hanna: TestUser;
  ivo: TestUser;
  frieda: TestUser;
  treasurer: TestUser;
  /** An invoice comes in; answers its document. */
  arrives(wish?: Partial<SupplierInvoice>): Promise<any>;
  send(user: TestUser, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<Answer>;
  /** Codes a document with its proposal and whatever the test wants different, and sends it on its way. */
  submits(document: any, more?: Record<string, unknown>): Promise<any>;
  /** Somebody decides; answers the document. */
  decides(user: TestUser, document: any, step: string, decision?: string, more?: object): Promise<Answer>;
  /** Approves all steps up to (not including) one. */
  walksTo(document: any, step: string): Promise<any>;
}

let numbers = 0;

export async function openOffice(
  wish: { amountLimits?: Partial<Record<string, bigint>>; vatStatus?: 'none' | 'regular' } = {},
): Promise<Office> {
  const app = await startDocuments();
  const clientId = await app.newClient({ vatStatus: wish.vatStatus ?? 'none' });
  const limit = (name: string) => wish.amountLimits?.[name] ?? null;
  const anna = await app.newUser([{ role: 'clerk', clientId, amountLimit: limit('anna') }]);
  const bernd = await app.newUser([{ role: 'clerk', clientId }]);
  const hanna = await app.newUser([{ role: 'budget-holder', clientId, amountLimit: limit('hanna') }]);
  const ivo = await app.newUser([{ role: 'budget-holder', clientId }]);
  const frieda = await app.newUser([{ role: 'budget-holder', clientId }]);
  const treasurer = await app.newUser([{ role: 'treasurer', clientId }]);
  const partnerId = await app.db.inClient(clientId, async (tx) => {
    const partner = await addPartner(tx, { kind: 'company', name: SUPPLIER.name, vatId: SUPPLIER.vatId }, ANNA);
    const account = await proposeBankAccount(tx, partner.id, { iban: SUPPLIER.iban!, source: 'Rechnung' }, ANNA);
    await decideBankAccount(tx, partner.id, account.no, { confirm: true }, BERND);
    for (const [kind, key, user] of [
      ['budget-holder', '111', hanna],
      ['budget-holder', '126', ivo],
    ] as const)
      await tx.query(
        `insert into responsibility (client_id, kind, key, user_id, valid_from) values ($1, $2, $3, $4, '2020-01-01')`,
        [clientId, kind, key, user.id],
      );
    await tx.query(`insert into department (client_id, code, name) values ($1, 'FB1', 'Zentrale Dienste')`, [clientId]);
    await tx.query(
      `insert into responsibility (client_id, kind, key, user_id, valid_from) values ($1, 'department-head', 'FB1', $2, '2020-01-01')`,
      [clientId, frieda.id],
    );
    return partner.id;
  });
  // Tests run standing orders on days of their own.
  await app.all(`update role_assignment set valid_from = '2020-01-01'`);
  const at = `/clients/${clientId}`;
  const send: Office['send'] = (user, method, path, body) => app.send(method, `${at}${path}`, body, { user });
  const good = (answer: Answer): any => {
    if (answer.status >= 400) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const office: Office = {
    app,
    clientId,
    partnerId,
    anna,
    bernd,
    hanna,
    ivo,
    frieda,
    treasurer,
    send,
    async arrives(more = {}) {
      const file = supplierFile({
        number: `R-${++numbers}`,
        issueDate: '2026-03-02',
        seller: SUPPLIER,
        buyer: BUYER,
        lines: [{ name: 'Strom', net: 10_000n }],
        ...more,
      });
      const document = await app.upload(clientId, `rechnung-${numbers}.xml`, file, anna);
      return document.department === 'FB1'
        ? document
        : good(
            await send(anna, 'PATCH', `/documents/${document.id}`, { department: 'FB1', version: document.version }),
          );
    },
    async submits(document, more = {}) {
      const { coding } = good(await send(anna, 'GET', `/documents/${document.id}/proposal`));
      const lines = coding.lines.map((line: any) => ({
        ...line,
        account: line.account || '5241',
        product: line.product ?? '111',
      }));
      const coded = good(
        await send(anna, 'PUT', `/documents/${document.id}/coding`, {
          ...coding,
          lines,
          ...more,
          version: document.version,
        }),
      );
      return good(await send(anna, 'POST', `/documents/${document.id}/submission`, { version: coded.version }));
    },
    decides: (user, document, step, decision = 'approve', more = {}) =>
      send(user, 'POST', `/documents/${document.id}/decisions`, { step, decision, version: document.version, ...more }),
    async walksTo(document, step) {
      const who: Record<string, TestUser> = {
        arithmetic: anna,
        factual: frieda,
        order: hanna,
        'second-order': treasurer,
        posting: bernd,
      };
      let current = document;
      while (current.step !== null && current.step !== step)
        current = good(await office.decides(who[current.step]!, current, current.step));
      return current;
    },
  };
  return office;
}
