import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { promisify } from 'node:util';
import pg from 'pg';
import { plainPdf } from '../../apps/api/src/demo/documents/plain-pdf.js';
import type { DoorOptions } from '../../apps/api/src/create-app.js';
import { eventually } from '../support/centre.js';
import { type TestUser } from '../support/access.js';
import { type Peer, peer, type Say, stoppedReader } from '../support/peers.js';
import { type Application, startApplication } from './application.js';

// Those outside who hold what others need: too slow, too many, no longer entitled.

let town: Application;
const peers: Peer[] = [];

const open = async (say: Say): Promise<Peer> => {
  const one = await peer(town.port, say);
  peers.push(one);
  return one;
};
const stopped = async (say: Say): Promise<Peer> => {
  const one = await stoppedReader(town.port, say);
  peers.push(one);
  return one;
};
const connections = (): Promise<number> => {
  const server = town.app.getHttpServer() as Server;
  return promisify(server.getConnections.bind(server))();
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

afterEach(() => peers.splice(0).forEach((one) => one.leave()));

/** A document whose file is larger than what kernels and streams keep by themselves. */
async function largeFile(): Promise<{ path: string; bytes: Buffer }> {
  const bytes = Buffer.concat([await plainPdf(['Rechnung 4711']), Buffer.from(`\n%${'x'.repeat(12_000_000)}\n`)]);
  const url = `/clients/${town.own}/documents`;
  const { body } = await town.send(town.lead, 'POST', `${url}?fileName=r.pdf`, bytes, {
    'content-type': 'application/octet-stream',
  });
  return { path: `/api/v1${url}/${body.id}/files/1`, bytes };
}

describe('who stands still', () => {
  let file: { path: string; bytes: Buffer };

  beforeAll(async () => {
    town = await startApplication({ door: { stallSeconds: 1 } });
    file = await largeFile();
  });
  afterAll(() => town.close());

  it('with an answer is cut off, and its connection is free', async () => {
    const reader = await stopped({ path: file.path, headers: town.lead.headers });
    expect(reader.heard()).toMatch(/^HTTP\/1\.1 200/);
    await eventually(async () => (await connections()) === 0);
  });

  it('is not who listens to events while nothing happens', async () => {
    const { body } = await town.send(town.lead, 'POST', `/clients/${town.own}/document-batches`, {
      name: 'Wochenende',
    });
    const at = `/api/v1/clients/${town.own}/document-batches/${body.id}`;
    const watcher = await open({ path: `${at}/events`, headers: town.lead.headers });
    await eventually(async () => watcher.heard().includes('event: batch'));
    await pause(3_000);
    expect(watcher.isCut()).toBe(false);
  });

  it('is not who reads slowly: the file arrives whole', async () => {
    const reader = await open({ path: file.path, headers: { ...town.lead.headers, connection: 'close' } });
    const { socket } = reader;
    const hash = createHash('sha256');
    let body = -1;
    let head = '';
    socket.on('data', (bytes: Buffer) => {
      if (body < 0) {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        bytes = Buffer.from(head.slice(end + 4), 'latin1');
        body = 0;
      }
      hash.update(bytes);
      const before = body;
      body += bytes.length;
      // Half a second's rest after each two megabytes: several times the patience in all, never at once.
      if (Math.floor(before / 2_000_000) < Math.floor(body / 2_000_000)) {
        socket.pause();
        setTimeout(() => socket.resume(), 500);
      }
    });
    await eventually(async () => reader.isCut());
    expect(body).toBe(file.bytes.length);
    expect(hash.digest('hex')).toBe(createHash('sha256').update(file.bytes).digest('hex'));
  });

  it('with a body is cut off and told so, in the middle or before its first byte', async () => {
    const say = {
      method: 'POST',
      path: `/api/v1/clients/${town.own}/journal-entries`,
      headers: { ...town.clerk.headers, 'content-type': 'application/json', 'content-length': '500' },
    };
    const senders = [await open({ ...say, body: '{"bookingDate"' }), await open(say)];
    for (const sender of senders) {
      await eventually(async () => sender.isCut());
      expect(sender.heard()).toMatch(/^HTTP\/1\.1 408 /);
      expect(sender.heard()).toContain('"code":"TooSlow"');
    }
  });

  it('needs no right to be there: a sign-in that never comes to its end is cut off', async () => {
    const sender = await open({
      method: 'POST',
      path: '/api/v1/auth/sign-in',
      headers: { 'content-type': 'application/json', 'content-length': '100' },
      body: '{"userName":"',
    });
    await eventually(async () => sender.isCut());
    expect(sender.heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is also who sends a file byte by byte; a line of a modem’s speed is enough', async () => {
    const bytes = file.bytes.subarray(0, 30_000);
    const say = {
      method: 'POST',
      path: `/api/v1/clients/${town.own}/documents?fileName=halb.pdf`,
      headers: {
        ...town.lead.headers,
        'content-type': 'application/octet-stream',
        'content-length': String(bytes.length),
      },
    };
    const [slow, steady] = [await open(say), await open(say)];
    let at = 0;
    const crumbs = setInterval(() => slow.socket.write('x'), 100);
    const pieces = setInterval(() => steady.socket.write(bytes.subarray(at, (at += 1_000))), 200);
    try {
      await eventually(async () => slow.isCut());
      expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 /);
      await eventually(async () => steady.heard() !== '');
      expect(steady.heard()).toMatch(/^HTTP\/1\.1 201 /);
    } finally {
      clearInterval(crumbs);
      clearInterval(pieces);
    }
  });
});

it('the process ends although somebody listens to events', async () => {
  town = await startApplication({ door: { stallSeconds: 600 } });
  const url = `/clients/${town.own}/document-batches`;
  const { body } = await town.send(town.lead, 'POST', url, { name: 'Wochenende' });
  const watcher = await open({ path: `/api/v1${url}/${body.id}/events`, headers: town.lead.headers });
  await eventually(async () => watcher.heard().includes('event: batch'));
  await town.close();
  await eventually(async () => watcher.isCut());
});

describe('too many from one address', () => {
  afterEach(async () => {
    peers.splice(0).forEach((one) => one.leave());
    await town.close();
  });
  const start = async (door: Partial<DoorOptions>): Promise<void> =>
    void (town = await startApplication({ door: { connectionsPerAddress: 8, ...door } }));
  const live = (headers: Record<string, string> = {}): Promise<Peer> => open({ path: '/api/health/live', headers });

  it('are turned away at the door, until somebody leaves', async () => {
    await start({});
    const inside = await Promise.all(Array.from({ length: 8 }, () => live()));
    for (const one of inside) await eventually(async () => one.heard().startsWith('HTTP/1.1 200'));
    const ninth = await live();
    await eventually(async () => ninth.isCut());
    expect(ninth.heard()).toMatch(/^HTTP\/1\.1 429 /);
    inside[0]!.leave();
    await eventually(async () => {
      const next = await live();
      await pause(100);
      return next.heard().startsWith('HTTP/1.1 200');
    });
  });

  it('behind a proxy are those for whom it speaks, not the proxy', async () => {
    await start({ trustProxy: 1 });
    const url = `/clients/${town.own}/document-batches`;
    const { body } = await town.send(town.lead, 'POST', url, { name: 'Wochenende' });
    const watch = (from: string): Promise<Peer> =>
      open({
        path: `/api/v1${url}/${body.id}/events`,
        headers: { ...town.lead.headers, 'x-forwarded-for': `198.51.100.1, ${from}` },
      });
    const inside = await Promise.all(Array.from({ length: 8 }, () => watch('203.0.113.7')));
    for (const one of inside) await eventually(async () => one.heard().startsWith('HTTP/1.1 200'));
    const ninth = await watch('203.0.113.7');
    await eventually(async () => ninth.heard() !== '');
    expect(ninth.heard()).toMatch(/^HTTP\/1\.1 429 /);
    expect(ninth.heard()).toContain('"code":"TooManyConnections"');
    const other = await watch('203.0.113.8');
    await eventually(async () => other.heard().startsWith('HTTP/1.1 200'));
  });
});

describe('an address that a proxy tells', () => {
  afterEach(async () => {
    peers.splice(0).forEach((one) => one.leave());
    await town.close();
  });

  const seenAs = async (trustProxy: DoorOptions['trustProxy'], forwarded: string): Promise<string> => {
    town = await startApplication({ door: { trustProxy } });
    const agent = `agent ${forwarded}`;
    const { body } = await town.send(
      null,
      'POST',
      '/auth/sign-in',
      { userName: 'niemand', password: 'rät es nie' },
      {
        'x-forwarded-for': forwarded,
        'user-agent': agent,
      },
    );
    expect(body.code).toBe('SignInFailed');
    const admin = new pg.Client({ connectionString: town.database.adminUrl });
    await admin.connect();
    const { rows } = await admin.query(
      `select ip::text from audit_event where action = 'sign-in' and outcome = 'failed'`,
    );
    await admin.end();
    return rows[0].ip;
  };

  it.each<[string, DoorOptions['trustProxy'], string, string]>([
    ['nobody is trusted', false, '198.51.100.1, 203.0.113.7', '127.0.0.1'],
    ['one proxy: the last entry, whatever the sender wrote before it', 1, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['two proxies: the last but one', 2, '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    [
      'a list: the last entry that is none of them',
      ['loopback', '10.0.0.0/8'],
      '198.51.100.1, 203.0.113.7, 10.0.0.2',
      '203.0.113.7',
    ],
    ['a list the sender is not in: the sender', ['10.0.0.0/8'], '198.51.100.1, 203.0.113.7', '127.0.0.1'],
  ])('%s', async (_, trustProxy, forwarded, seen) => {
    expect(await seenAs(trustProxy, forwarded)).toBe(seen);
  });

  it('is not changed by what a guesser writes before it: the count goes on', async () => {
    town = await startApplication({ door: { trustProxy: 1 }, access: { failuresPerAddress: 3 } });
    const statuses: number[] = [];
    for (let no = 1; no <= 4; no++) {
      const { status } = await town.send(
        null,
        'POST',
        '/auth/sign-in',
        { userName: `name-${no}`, password: 'rät es nie' },
        {
          'x-forwarded-for': `198.51.100.${no}, 203.0.113.7`,
        },
      );
      statuses.push(status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
  });
});

describe('a right that ends while an answer runs', () => {
  let file: { path: string; bytes: Buffer };
  let admin: pg.Client;
  let events: string;

  beforeAll(async () => {
    town = await startApplication({
      access: { recheckSeconds: 0.2, streamsPerPerson: 3 },
      door: { stallSeconds: 600 },
    });
    admin = new pg.Client({ connectionString: town.database.adminUrl });
    await admin.connect();
    file = await largeFile();
    const { body } = await town.send(town.lead, 'POST', `/clients/${town.own}/document-batches`, {
      name: 'Wochenende',
    });
    events = `/api/v1/clients/${town.own}/document-batches/${body.id}/events`;
  });
  afterAll(async () => {
    await admin.end();
    await town.close();
  });

  const session = async (user: TestUser): Promise<Record<string, string>> => {
    const { headers, body } = await town.send(null, 'POST', '/auth/sign-in', {
      userName: user.userName,
      password: user.password,
    });
    return { cookie: String(headers['set-cookie']).split(';')[0]!, 'x-csrf-token': body.csrfToken };
  };
  const watching = async (headers: Record<string, string>): Promise<Peer> => {
    const watcher = await open({ path: events, headers });
    await eventually(async () => watcher.heard().includes('event: batch'));
    return watcher;
  };
  const isOver = async (one: Peer): Promise<void> => {
    one.socket.resume();
    await eventually(async () => one.isCut());
  };

  it('ends the events with the sign-out, those of the same person elsewhere go on', async () => {
    const [here, elsewhere] = [await session(town.clerk), await session(town.clerk)];
    const [mine, other] = [await watching(here), await watching(elsewhere)];
    expect((await town.send(null, 'POST', '/auth/sign-out', {}, here)).status).toBe(204);
    await isOver(mine);
    expect(other.isCut()).toBe(false);
  });

  it.each<[string, string]>([
    ['runs out', `update session set expires_at = now() - interval '1 second' where user_id = $1`],
    ['is ended by another instance', 'delete from session where user_id = $1'],
    ['belongs to an account that is closed', 'update user_account set active = false where id = $1'],
    [
      'belongs to somebody whose role is withdrawn',
      `update role_assignment set valid_from = current_date - 2, valid_to = current_date - 1 where user_id = $1`,
    ],
  ])('ends events, a file half-way out and a file half-way in when the session %s', async (_, sql) => {
    const user = town.second;
    await admin.query('update user_account set active = true where id = $1', [user.id]);
    await admin.query('update role_assignment set valid_from = current_date, valid_to = null where user_id = $1', [
      user.id,
    ]);
    await eventually(async () => (await town.send(user, 'GET', `/clients/${town.own}`)).status === 200);
    const headers = await session(user);
    const watcher = await watching(headers);
    const reader = await stopped({ path: file.path, headers });
    expect(reader.heard()).toMatch(/^HTTP\/1\.1 200/);
    const sender = await open({
      method: 'POST',
      path: `/api/v1/clients/${town.own}/documents?fileName=halb.pdf`,
      headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': '5000' },
      body: '%PDF-1.7 und dann nichts mehr',
    });
    await pause(500);
    expect([watcher.isCut(), sender.isCut()]).toEqual([false, false]);
    await admin.query(sql, [user.id]);
    await Promise.all([watcher, sender].map(isOver));
    await pause(500); // who went on reading at once might still get everything
    await isOver(reader);
    expect(reader.heard().length).toBeLessThan(file.bytes.length);
    expect(sender.heard()).toBe('');
  });

  it('is not kept alive by a stream left open', async () => {
    const { id } = town.clerk;
    const headers = await session(town.clerk);
    await watching(headers);
    await admin.query(`update session set last_seen_at = now() - interval '2 hours' where user_id = $1`, [id]);
    await pause(6_000); // longer than what was used waits to be written
    const { rows } = await admin.query(
      `select 1 from session where user_id = $1 and last_seen_at > now() - interval '1 hour'`,
      [id],
    );
    expect(rows).toEqual([]);
  });

  it('and a person has so many streams at the same time and no more; whoever leaves makes room', async () => {
    const watchers = [];
    for (let no = 0; no < 3; no++) watchers.push(await watching(town.lead.headers));
    const fourth = await open({ path: events, headers: town.lead.headers });
    await eventually(async () => fourth.heard() !== '');
    expect(fourth.heard()).toMatch(/^HTTP\/1\.1 429 /);
    expect(fourth.heard()).toContain('"code":"TooManyStreams"');
    // Pages and bookings are no streams.
    expect((await town.send(town.lead, 'GET', `/clients/${town.own}/documents`)).status).toBe(200);
    watchers[0]!.leave();
    await eventually(async () => {
      const next = await open({ path: events, headers: town.lead.headers });
      await pause(100);
      return next.heard().startsWith('HTTP/1.1 200');
    });
  });
});
