import pg from 'pg';
import { type Application, startApplication } from './application.js';

let town: Application;
afterEach(() => town.close());

const send = (name: string): ReturnType<Application['send']> =>
  town.send(town.lead, 'POST', `/clients/${town.own}/documents?fileName=${name}`, Buffer.from('%PDF-1.7'), {
    'content-type': 'application/octet-stream',
  });

describe('a disk on which little room is left', () => {
  it('takes no uploads and no exports, says so early, and goes on booking', async () => {
    town = await startApplication({ http: { leastFree: Number.MAX_SAFE_INTEGER } });
    const ready = await town.send(null, 'GET', '/api/health/ready');
    expect([ready.status, ready.body]).toMatchObject([200, { status: 'ok', warnings: ['disk-low'] }]);

    const refused = await send('r.pdf');
    expect([refused.status, refused.body.code]).toEqual([507, 'DiskFull']);
    const export_ = await town.send(town.lead, 'GET', `/clients/${town.own}/exports/journal`);
    expect([export_.status, export_.body.code]).toEqual([507, 'DiskFull']);

    const booked = await town.send(town.clerk, 'POST', `/clients/${town.own}/cost-centres`, {
      code: '0815',
      name: 'Bauhof',
    });
    expect(booked.status).not.toBe(507);
    const page = await town.send(town.clerk, 'GET', `/clients/${town.own}/documents`);
    expect(page.status).toBe(200);
  });

  it('is no matter where there is room', async () => {
    town = await startApplication({ http: { leastFree: 1 } });
    expect((await town.send(null, 'GET', '/api/health/ready')).body).toMatchObject({ status: 'ok', warnings: [] });
    expect((await town.send(town.lead, 'GET', `/clients/${town.own}/exports/journal`)).status).toBe(200);
  });
});

it('a database without room is 507, not our mistake', async () => {
  town = await startApplication();
  const admin = new pg.Client({ connectionString: town.database.adminUrl });
  await admin.connect();
  // What the server says when a table cannot grow.
  await admin.query(`create function no_room() returns trigger language plpgsql as $$
    begin raise 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
  await admin.query('create trigger no_room before insert on document_batch execute function no_room()');
  await admin.end();
  const answer = await town.send(town.lead, 'POST', `/clients/${town.own}/document-batches`, { name: 'Wochenende' });
  expect([answer.status, answer.body.code]).toEqual([507, 'DiskFull']);
});
