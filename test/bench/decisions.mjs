// The last approval: from the click to the posted liability, over HTTP and durable.
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { invoice, ubl } from './invoices.mjs';

const DOCUMENTS = Number(process.env.BENCH_DECISIONS_DOCUMENTS ?? 200);
const MILLISECONDS = 50;

/**
 * Invoices that only the posting is left of, posted one after the other: duty, entry, open item, link, history and state in one
 * transaction. The yardstick is a plain booking of two lines on the same books.
 */
export async function lastApproval(centre) {
  const clientId = await centre.newClient('anordnung');
  const orderer = await secondPerson(centre.adminUrl);
  const ask = asker(centre.port, `/api/v1/clients/${clientId}`);
  const lead = (method, path, body, type) => ask(centre.token, method, path, body, type);
  const roles = { arithmetic: 'centre-lead', factual: 'centre-lead', order: 'treasurer', posting: 'centre-lead' };
  const { current } = await lead('GET', '/workflow');
  await lead('PUT', '/workflow', {
    validFrom: new Date().toISOString().slice(0, 10),
    version: current.version,
    steps: Object.entries(roles).map(([step, role]) => ({
      step,
      assignment: { to: 'role', role },
      fallback: role,
      deadlineDays: 5,
      reminderDays: 1,
      escalation: null,
      fromAmount: null,
      bySystem: null,
    })),
  });
  const partner = await lead('POST', '/partners', { kind: 'company', name: 'Messung GmbH' });
  const ready = await inParallel(DOCUMENTS, async (no) => {
    const bytes = Buffer.from(ubl(invoice({ number: `M-${no}`, seller: no })));
    let document = await lead('POST', `/documents?fileName=m-${no}.xml`, bytes, 'application/octet-stream');
    if (document.errors > 0 || document.decision !== 'accept')
      document = await lead('POST', `/documents/${document.id}/acceptance`, {
        reason: 'zum Messen',
        version: document.version,
      }).catch(() => document);
    const { coding } = await lead('GET', `/documents/${document.id}/proposal`);
    const coded = await lead('PUT', `/documents/${document.id}/coding`, {
      ...coding,
      partnerId: partner.id,
      text: `Messung ${no}`,
      lines: coding.lines.map((line) => ({ ...line, account: '5241', product: '111' })),
      version: document.version,
    });
    document = await lead('POST', `/documents/${document.id}/submission`, { version: coded.version });
    for (const step of ['arithmetic', 'factual', 'order'])
      document = await ask(step === 'order' ? orderer : centre.token, 'POST', `/documents/${document.id}/decisions`, {
        step,
        decision: 'approve',
        version: document.version,
      });
    return document;
  });
  const bookingDate = '2026-03-31';
  const plain = await timed(ready, () =>
    lead('POST', '/journal-entries', {
      bookingDate,
      text: 'Messung',
      lines: [
        { account: '5241', product: '111', debit: '119.00' },
        { account: '3511', credit: '119.00' },
      ],
    }),
  );
  const approvals = await timed(ready, (document) =>
    lead('POST', `/documents/${document.id}/decisions`, {
      step: 'posting',
      decision: 'approve',
      version: document.version,
      bookingDate,
    }),
  );
  const worst = quantile(approvals, 0.95);
  return {
    figure: `${quantile(approvals, 0.5).toFixed(1)} ms, p95 ${worst.toFixed(1)} ms`,
    reach: `p95 < ${MILLISECONDS} ms`,
    reached: worst < MILLISECONDS,
    detail: `${DOCUMENTS} documents one after the other; a plain booking there ${quantile(plain, 0.5).toFixed(1)} ms`,
  };
}

/** Somebody else who orders: four eyes hold while measuring, too. */
async function secondPerson(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const token = `fzt_${randomUUID().replaceAll('-', '')}`;
  const { rows } = await client.query(
    `insert into user_account (user_name, display_name) values ('bench-order', 'Anordnung') returning id`,
  );
  await client.query(`insert into role_assignment (user_id, role, valid_from) values ($1, 'treasurer', '2020-01-01')`, [
    rows[0].id,
  ]);
  await client.query(`insert into api_token (user_id, name, token_hash) values ($1, 'bench', $2)`, [
    rows[0].id,
    createHash('sha256').update(token).digest(),
  ]);
  await client.end();
  return token;
}

const asker = (port, base) => async (token, method, path, body, type) => {
  const answer = await fetch(`http://127.0.0.1:${port}${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': type ?? 'application/json' }) },
    ...(body && { body: type ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
};

async function inParallel(count, work, width = 8) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const no = next++;
      results[no] = await work(no);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

async function timed(items, work) {
  const taken = [];
  for (const item of items) {
    const began = performance.now();
    await work(item);
    taken.push(performance.now() - began);
  }
  return taken;
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
