import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verifyBooks } from '../../../../apps/api/src/commands/verify-books.js';
import { entry, postDirectly, toPost } from '../../../../test/support/books.js';
import { type DocumentsApp, startDocuments } from '../../../../test/support/documents.js';
import { decoded, type MailServer, startMailServer } from '../../../../test/support/mail-server.js';
import { SealMail } from './seal-mail.js';

let mails: MailServer;
let docs: DocumentsApp;
let clients: number[];
beforeAll(async () => {
  mails = await startMailServer();
  docs = await startDocuments({ smtpUrl: mails.url });
  clients = [
    await docs.newClient({ name: 'Gemeinde Ahlenbrück' }),
    await docs.newClient({ name: 'Gemeinde Wesenrode' }),
  ];
  const auditors = [
    ['haus@pruefung.example', null],
    ['ahlen@pruefung.example', clients[0]!],
  ] as const;
  for (const [email, clientId] of auditors) {
    const { id } = await docs.newUser([{ role: 'auditor', clientId }]);
    await docs.all('update user_account set email = $2 where id = $1', [id, email]);
  }
  const clerk = await docs.newUser([{ role: 'clerk', clientId: null }]);
  await docs.all(`update user_account set email = 'clerk@haus.example' where id = $1`, [clerk.id]);
});
afterAll(async () => {
  await docs.close();
  await mails.close();
});

const run = (): Promise<number> => docs.app.get(SealMail).run();
async function seal(client: number): Promise<void> {
  await postDirectly(docs.db, [toPost(client, entry('2026-03-01', '1811/6012 S 100.00, 4012@611 H 100.00'))]);
  expect((await docs.send('POST', `/clients/${client}/seals`, {})).status).toBe(201);
}
const to = (mail: string): string => /^To: .*?([\w.@]+)>?\r$/m.exec(mail)![1]!;
/** The file that a mail carries. */
function attached(mail: string): string {
  const [, head = '', body = ''] =
    /(Content-Type: [^\n]*; name=siegel\.seal(?:.|\r\n(?!\r\n))*)\r\n\r\n((?:.|\r\n)*?)\r\n--/.exec(mail)!;
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : decoded(body);
}

it('every seal goes to the auditors of its client, once, in one letter for all of their clients', async () => {
  for (const client of clients) await seal(client);
  expect(await run()).toBe(2);
  expect(mails.mails.map(to).sort()).toEqual(['ahlen@pruefung.example', 'haus@pruefung.example']);
  const house = mails.mails.find((mail) => to(mail) === 'haus@pruefung.example')!;
  expect(decoded(house)).toContain('Gemeinde Ahlenbrück, Siegel 1');
  expect(decoded(house)).toContain('Gemeinde Wesenrode, Siegel 1');
  expect(await run()).toBe(0);
  const { body } = await docs.send('GET', `/clients/${clients[0]}/integrity`);
  expect(body.mailedTo).toBe(2);
});

it('what was mailed proves later that a seal was taken away', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'mailed-'));
  try {
    const kept = path.join(directory, 'siegel.seal');
    writeFileSync(kept, attached(mails.mails.find((mail) => to(mail) === 'haus@pruefung.example')!));
    const books = path.join(directory, 'books.jsonl');
    const download = async (): Promise<void> =>
      writeFileSync(books, (await docs.send('GET', `/clients/${clients[1]}/exports/books?gzip=false`)).bytes);
    await download();
    expect(await verifyBooks(books, { against: kept })).toMatchObject({ ok: true, earlier: { seals: 1 } });
    await docs.all(`begin; set local session_replication_role = replica;
      delete from seal where client_id = ${clients[1]}; delete from seal_letter where client_id = ${clients[1]}; commit`);
    await download();
    const verdict = await verifyBooks(books, { against: kept });
    expect(verdict.faults.map(({ where, rule }) => `${where}: ${rule}`)).toEqual([
      'seal 1: seal as siegel.seal has it',
    ]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

it('a server that refuses is tried again later, and nothing is lost', async () => {
  mails.mails.length = 0;
  mails.refuse = true;
  await seal(clients[0]!);
  expect(await run()).toBe(0);
  mails.refuse = false;
  expect(await run()).toBe(0);
  const waiting = await docs.all(
    `select attempts, last_error is not null as told from seal_letter where sent_at is null`,
  );
  expect(waiting).toEqual([
    { attempts: 1, told: true },
    { attempts: 1, told: true },
  ]);
  await docs.all(`update seal_letter set next_attempt_at = now() where sent_at is null`);
  expect(await run()).toBe(2);
  expect(mails.mails).toHaveLength(2);
});
