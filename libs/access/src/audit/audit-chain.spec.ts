import pg from 'pg';
import { AuditLog } from '@lib/access';
import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { createTestUser } from '../../../../test/support/access.js';
import { recordEvent } from './audit-event.js';
import { auditIntegrity, proveAuditLog } from './prove-audit-log.js';

let centre: AccessApp;
let superuser: pg.Client;

beforeAll(async () => {
  centre = await startAccess();
  superuser = new pg.Client({ connectionString: centre.database.adminUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await centre.close();
});

const record = (...actions: string[]) =>
  centre.db.inCentre(async (tx) => {
    for (const action of actions) await recordEvent(tx, { action, detail: { separator: '\u001f', pair: 'a"b\\c' } });
  });
const chain = () => centre.app.get(AuditLog).chain();
const rulesBroken = async () => {
  const { findings } = await proveAuditLog(centre.db);
  return [...new Set(findings.map(({ rule }) => rule))];
};
/** What somebody with all rights on the server could do, without a trace in the triggers. */
const tamper = async (sql: string) => {
  await superuser.query('set session_replication_role = replica');
  await superuser.query(sql);
  await superuser.query('set session_replication_role = origin');
};
const CONTENT = 'content';
const CHAIN = 'chain';
const MEMBER = 'member';

describe('the chain of the audit log', () => {
  it('holds whatever was written, and its end moves on', async () => {
    await record('first', 'second');
    await chain();
    const before = await centre.db.inCentre(auditIntegrity);
    expect(before).toMatchObject({ waiting: 0, headHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await record('third');
    expect(await centre.db.inCentre(auditIntegrity)).toMatchObject({ headHash: before.headHash, waiting: 1 });
    await chain();
    const after = await centre.db.inCentre(auditIntegrity);
    expect(after.headNo).toBe(before.headNo + 1);
    const proof = await proveAuditLog(centre.db);
    expect(proof).toMatchObject({ ok: true, findings: [], headNo: after.headNo, headHash: after.headHash });
    const [row] = await centre.db.inCentre((tx) =>
      tx.query<{ count: number }>('select count(*)::int as count from audit_event'),
    );
    expect(proof.events).toBe(row!.count);
  });

  it('takes an event into the block after its commit, however many numbers were given out meanwhile', async () => {
    const slow = await centre.db.pool.connect();
    await slow.query('begin');
    await slow.query(`insert into audit_event (action, outcome) values ('slow', 'ok')`);
    await record('quick');
    await chain();
    expect(await rulesBroken()).toEqual([]);
    await slow.query('commit');
    slow.release();
    await chain();
    expect(await rulesBroken()).toEqual([]);
    const [row] = await centre.db.inCentre((tx) =>
      tx.query<{ slow: number; quick: number }>(
        `select (select no::int from audit_block where (select id from audit_event where action = 'slow') <@ events) as slow,
           (select no::int from audit_block where (select id from audit_event where action = 'quick') <@ events) as quick`,
      ),
    );
    expect(row!.slow).toBe(row!.quick + 1);
  });

  it('is one chain, however many write and chain at the same time', async () => {
    const write = async (who: number) => {
      for (let event = 0; event < 20; event++) {
        await record(`race.${who}.${event}`);
        await centre.db.pool.query('select chain_audit_events()');
      }
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map(write));
    await chain();
    expect(await proveAuditLog(centre.db)).toMatchObject({ ok: true });
    expect(await centre.db.inCentre(auditIntegrity)).toMatchObject({ waiting: 0 });
  });

  it.each([
    `update audit_event set outcome = 'ok'`,
    `update audit_event set user_name = 'somebody else'`,
    `update audit_event set at = at - interval '1 microsecond'`,
    `update audit_event set detail = detail || '{"amount": "1.00"}'`,
    `update audit_event set resource = ip, ip = resource`,
    'delete from audit_event',
  ])('shows what was done to an event: %s', async (statement) => {
    const action = `victim.${statement}`;
    const by = { userId: null, userName: 'culprit', ip: '192.0.2.9' };
    await centre.db.inCentre((tx) => recordEvent(tx, { action, by, outcome: 'failed', resource: 'users/1' }));
    await chain();
    await superuser.query(
      `create temp table kept as select * from audit_event where action = '${action.replaceAll("'", "''")}'`,
    );
    await tamper(`${statement} where id = (select id from kept)`);
    expect(await rulesBroken()).toEqual([CONTENT]);
    await tamper('delete from audit_event where id = (select id from kept)');
    await tamper('insert into audit_event overriding system value select * from kept');
    await superuser.query('drop table kept');
    expect(await rulesBroken()).toEqual([]);
  });

  it('shows an event that was slipped in, also where it takes the number of none', async () => {
    await tamper(
      `insert into audit_event (id, action, outcome) overriding system value values (1000000, 'planted', 'ok')`,
    );
    expect(await rulesBroken()).toEqual([MEMBER]);
    await tamper(`delete from audit_event where action = 'planted'`);
    expect(await rulesBroken()).toEqual([]);
  });

  it('shows a block that was taken out, written anew or cut off', async () => {
    await record('one');
    await chain();
    await record('two');
    await chain();
    expect(await rulesBroken()).toEqual([]);
    await superuser.query(
      'create temp table kept as select * from audit_block where no = (select max(no) - 1 from audit_block)',
    );
    await tamper('delete from audit_block where no = (select no from kept)');
    expect(await rulesBroken()).toEqual([CHAIN, MEMBER]);
    await tamper(`insert into audit_block (no, events, event_count, content_hash, sealed_at, chain_hash)
      select no, events, event_count, content_hash, sealed_at - interval '1 day', chain_hash from kept`);
    expect(await rulesBroken()).toEqual([CHAIN]);
    await tamper('delete from audit_block where no = (select no from kept)');
    await tamper('insert into audit_block select * from kept');
    await superuser.query('drop table kept');
    expect(await rulesBroken()).toEqual([]);
    // The end cut off with its events: only an earlier proof knows that there was more.
    await tamper(`with gone as (delete from audit_block where no = (select max(no) from audit_block) returning events)
      delete from audit_event e using gone where e.id <@ gone.events`);
    expect(await rulesBroken()).toEqual(['head']);
  });
});

describe('the application', () => {
  const sql = (text: string) => centre.db.inCentre((tx) => tx.query(text));

  it.each([
    'insert into audit_waiting values (1)',
    'delete from audit_waiting',
    'update audit_waiting set event_id = 0',
    'truncate audit_waiting',
    'delete from audit_block',
    `update audit_block set event_count = 1`,
    `insert into audit_block values (9999, '{[1,2)}', 1, sha256(''), now(), sha256(''))`,
    'delete from audit_proof',
    `update audit_proof set ok = true`,
    'alter table audit_event disable trigger waits_for_block',
    'drop trigger waits_for_block on audit_event',
    'select note_audit_events()',
    `insert into audit_event (id, action, outcome) overriding system value values (-1, 'x', 'ok')`,
    'set session_replication_role = replica',
  ])('cannot keep an event from its block, nor write a block itself: %s', async (statement) => {
    await expect(sql(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0A000)$/) });
  });
});

test('the people who read the log see how it stands, and can have it proven', async () => {
  const fresh = await startAccess();
  try {
    const lead = await createTestUser(fresh.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    const clerk = await createTestUser(fresh.db, { roles: [] });
    const send = (method: 'GET' | 'POST', path: string, who = lead) =>
      fresh.send(method, `/centre/audit-log/${path}`, method === 'POST' ? {} : undefined, who.headers);
    await fresh.app.get(AuditLog).chain();
    expect((await send('GET', 'integrity')).json()).toMatchObject({ proof: null, headNo: expect.any(Number) });
    const proven = await send('POST', 'proofs');
    expect([proven.statusCode, proven.json()]).toMatchObject([201, { ok: true, findings: [] }]);
    expect((await send('GET', 'integrity')).json()).toMatchObject({ proof: proven.json<object>() });
    for (const path of ['GET integrity', 'POST proofs'] as const) {
      const [method, name] = path.split(' ') as ['GET', string];
      expect((await send(method, name, clerk)).statusCode).toBe(403);
    }
  } finally {
    await fresh.close();
  }
});
