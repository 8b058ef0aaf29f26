import { setTimeout as sleep } from 'node:timers/promises';
import { type Centre, cleanUp, newDataDir, startCentre } from '../support/centre.js';

const ENTRIES = 40_000;

function* csv(): Generator<string> {
  yield 'entry;bookingDate;text;account;product;debit;credit\n';
  for (let i = 0; i < ENTRIES; i++) yield `${i};2026-03-15;Rechnung ${i};5241;111;12,34;\n${i};;;3511;;;12,34\n`;
}

/** The built application as an operator runs it, ended in the middle of an import: by force, and in order. */
describe('an import that was interrupted', () => {
  let centre: Centre;
  let headers: Record<string, string>;
  let clientId: number;
  const dataDir = newDataDir();

  afterAll(cleanUp);

  async function call(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<any> {
    const answer = await fetch(`${centre.url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...more, ...(body !== undefined && { 'content-type': 'application/json' }) },
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

  /** Sends the file and waits until entries of it are being posted. */
  async function begin(): Promise<string> {
    const answer = await fetch(`${centre.url}/api/v1/clients/${clientId}/imports?kind=journal&repeat=true`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: [...csv()].join(''),
    });
    const { id } = (await answer.json()) as { id: string };
    for (;;) {
      const job = await call('GET', `/clients/${clientId}/jobs/${id}`);
      if (job.progress.entries > 0 && job.state === 'running') return id;
      if (job.state === 'done') throw new Error('it was over before it could be interrupted');
      await sleep(50);
    }
  }

  async function finished(id: string): Promise<any> {
    for (const end = Date.now() + 90_000; Date.now() < end; await sleep(200)) {
      const job = await call('GET', `/clients/${clientId}/jobs/${id}`);
      if (job.state === 'done' || job.state === 'failed') return job;
    }
    throw new Error('the import was not taken up again');
  }
  const entries = async (): Promise<number> =>
    (await call('GET', `/clients/${clientId}/fiscal-years`)).items[0].entries;

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
  });

  it.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])(
    'by %s is done by the next start, once and whole',
    async (signal) => {
      const before = await entries();
      const id = await begin();
      await centre.stop(signal);
      centre = await startCentre({ DATA_DIR: dataDir });
      // What its turns posted before is there, and not all of it.
      const met = await entries();
      expect(met).toBeGreaterThanOrEqual(before);
      expect(met).toBeLessThan(before + ENTRIES);
      expect(await finished(id)).toMatchObject({ state: 'done', result: { entries: ENTRIES, lines: 2 * ENTRIES } });
      expect(await entries()).toBe(before + ENTRIES);
    },
    180_000,
  );
});
