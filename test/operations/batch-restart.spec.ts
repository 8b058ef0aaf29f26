import { setTimeout as sleep } from 'node:timers/promises';
import { type Centre, cleanUp, newDataDir, startCentre, superuser } from '../support/centre.js';
import { ibanFor, invoiceXml, leitwegIdFor, mail, plainPdf } from '../support/invoice-files.js';

const FILES = 160;
const LEITWEG_ID = leitwegIdFor('05999009', 'STAPEL');

/** The built application as an operator runs it, ended by force while files are taken in. */
describe('a batch of files that was interrupted', () => {
  let centre: Centre;
  let headers: Record<string, string>;
  let clientId: number;
  const dataDir = newDataDir();

  afterAll(cleanUp);

  async function call(method: string, path: string, body?: unknown): Promise<any> {
    const answer = await fetch(`${centre.url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('fz_session='));
    if (cookie) headers['cookie'] = cookie.split(';')[0]!;
    const json = text ? JSON.parse(text) : undefined;
    if (json?.csrfToken) headers['x-csrf-token'] = json.csrfToken;
    return json;
  }

  async function signIn(userName: string, password: string, next: string): Promise<void> {
    headers = {};
    await call('POST', '/auth/sign-in', { userName, password });
    await call('POST', '/auth/password', { currentPassword: password, newPassword: next });
  }

  /** Files of every kind; each is another document, and each tenth is a copy of the one before. */
  function* files(run: string): Generator<{ name: string; bytes: Buffer }> {
    let before: Buffer = Buffer.alloc(0);
    for (let n = 0; n < FILES; n++) {
      const wish = {
        number: `${run}-${n}`,
        net: `${n + 1}.00`,
        sellerName: `L ${run} ${n}`,
        iban: ibanFor(`${n + 1}`),
        buyerReference: LEITWEG_ID,
      };
      if (n % 10 === 9) yield { name: `${n}.xml`, bytes: before };
      else if (n % 10 === 5) yield { name: `${n}.pdf`, bytes: plainPdf([`Rechnung ${run} ${n}`]) };
      else if (n % 10 === 7)
        yield {
          name: `${n}.eml`,
          bytes: mail([{ name: 'r.xml', mime: 'application/xml', bytes: invoiceXml(wish) }], {
            subject: `${run} ${n}`,
          }),
        };
      else yield { name: `${n}.xml`, bytes: (before = invoiceXml(wish)) };
    }
  }

  const send = async (path: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<number> => {
    const answer = await fetch(`${centre.url}/api/v1${path}?fileName=${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    await answer.arrayBuffer();
    return answer.status;
  };

  beforeAll(async () => {
    centre = await startCentre({ DATA_DIR: dataDir });
    const [, initial] = /password (\S+)/.exec(centre.output())!;
    await signIn('admin', initial!, 'korrektes-pferd-batterie-1');
    const lead = await call('POST', '/centre/users', {
      userName: 'lead',
      displayName: 'Leitung',
      password: 'sieben-graue-spatzen-1',
    });
    await call('POST', `/centre/users/${lead.id}/roles`, { role: 'centre-lead', clientId: null });
    await signIn('lead', 'sieben-graue-spatzen-1', 'sieben-graue-spatzen-2');
    clientId = (
      await call('POST', '/clients', { template: 'nrw-municipality', key: 'ort', name: 'Ort', fiscalYear: 2026 })
    ).id;
    await call('POST', `/clients/${clientId}/routes`, { kind: 'leitweg-id', value: LEITWEG_ID });
  });

  /** Sends the files, ends the process while they are worked off, starts it anew and waits until all are done. */
  async function interrupted(base: string, run: string, signal: NodeJS.Signals): Promise<any> {
    const { id } = await call('POST', base, { name: run });
    const accepted: string[] = [];
    const all = [...files(run)];
    let next = 0;
    const sender = async (): Promise<void> => {
      while (next < all.length) {
        const file = all[next++]!;
        if ((await send(`${base}/${id}/files`, file)) === 202) accepted.push(file.name);
      }
    };
    await Promise.all(Array.from({ length: 4 }, sender));
    expect(accepted).toHaveLength(FILES);
    await call('POST', `${base}/${id}/completion`, {});
    for (let batch = await call('GET', `${base}/${id}`); ; batch = await call('GET', `${base}/${id}`)) {
      if (batch.state === 'done') throw new Error('it was over before it could be interrupted');
      if (batch.counts.done > 5) break;
      await sleep(10);
    }
    await centre.stop(signal);
    centre = await startCentre({ DATA_DIR: dataDir });
    for (const end = Date.now() + 150_000; Date.now() < end; await sleep(250)) {
      const batch = await call('GET', `${base}/${id}`);
      if (batch.state === 'done') return batch;
    }
    throw new Error('the batch was not taken up again');
  }

  /** Every file is one document: as many receipts as files, and no number drawn in vain. */
  async function accounted(run: string): Promise<void> {
    const database = await superuser(dataDir);
    try {
      const one = async (sql: string, ...params: unknown[]): Promise<any> =>
        (await database.query(sql, params)).rows[0];
      const documents = await one(
        `select count(*)::int as n, count(distinct d.sha256)::int as files from document d
         where client_id = $1 and (file_name ~ '^\\d+\\.' or part_of is not null)
           and exists (select from document_event e where e.client_id = d.client_id and e.document_id = d.id)`,
        clientId,
      );
      expect(documents.n).toBe(documents.files);
      const receipts = await one(
        `select count(*) filter (where kind = 'received')::int as first, count(*) filter (where kind = 'received-again')::int as again
         from document_event where client_id = $1`,
        clientId,
      );
      const total = await one(
        'select count(*)::int as n, max(right(number, 6)::int) as last from document where client_id = $1',
        clientId,
      );
      expect([receipts.first, total.last]).toEqual([total.n, total.n]);
      const invoices = await one(
        `select count(*)::int as n from document where client_id = $1 and invoice_no like $2`,
        clientId,
        `${run}-%`,
      );
      expect(invoices.n).toBe((FILES / 10) * 8);
    } finally {
      await database.end();
    }
  }

  it.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])(
    'by %s is done by the next start, each file exactly once',
    async (signal) => {
      const batch = await interrupted(`/clients/${clientId}/document-batches`, signal, signal);
      expect(batch.counts).toMatchObject({
        received: FILES,
        done: FILES,
        documents: (FILES / 10) * 9,
        duplicates: FILES / 10,
        failed: 0,
      });
      await accounted(signal);
    },
    240_000,
  );

  it('by SIGKILL on its way to the clients is routed by the next start, each file exactly once', async () => {
    const batch = await interrupted('/centre/intake-batches', 'ROUTED', 'SIGKILL');
    // A plain PDF names nobody: it waits for a person. A copy is routed to its first and noted there.
    expect(batch.counts).toMatchObject({ received: FILES, done: FILES, cleared: FILES / 10, failed: 0 });
    await accounted('ROUTED');
  });
});
