// A centre to measure: its own PostgreSQL with the settings of production, and the built application as its own process.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { startEmbeddedServer } = await import(`${ROOT}/dist/libs/database/src/index.js`);

/** Starts server and application and prepares people and a token that may do everything at every client. */
export async function startCentre() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'finanzzentrum-bench-'));
  const server = await startEmbeddedServer({ dataDir });
  const app = spawn(process.execPath, [path.join(ROOT, 'dist/apps/api/src/main.js')], {
    env: {
      ...process.env,
      DATABASE_URL: server.adminUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      DEMO: 'off',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  // Whatever goes wrong, neither process outlives the bench.
  process.once('exit', () => app.kill('SIGKILL'));
  const words = await new Promise((resolve, reject) => {
    let said = '';
    app.stderr.on('data', (chunk) => {
      said += chunk;
      if (/password \S+/.test(said)) resolve(said);
    });
    app.once('exit', (code) => reject(new Error(`the application ended with ${code}: ${said}`)));
  });
  const port = Number(/localhost:(\d+)/.exec(words)[1]);
  const initialPassword = /password (\S+)/.exec(words)[1];
  const api = new Api(port);
  await api.signIn('admin', initialPassword, 'korrektes-pferd-batterie-1');
  const lead = await api.post('/centre/users', {
    userName: 'bench',
    displayName: 'Messung',
    password: 'sieben-graue-spatzen-1',
  });
  await api.post(`/centre/users/${lead.id}/roles`, { role: 'centre-lead', clientId: null });
  await api.post('/auth/sign-out');
  await api.signIn('bench', 'sieben-graue-spatzen-1', 'sieben-graue-spatzen-2');
  const { token } = await api.post('/auth/api-tokens', { name: 'bench', scopes: ['all'] });
  return {
    root: ROOT,
    adminUrl: server.adminUrl,
    port,
    token,
    api,
    pid: app.pid,
    /** Creates a client with the fiscal year 2026 and answers its id. */
    newClient: async (key) =>
      (
        await api.post('/clients', {
          template: 'nrw-municipality',
          key,
          name: `Gemeinde ${key}`,
          kind: 'municipality',
          fiscalYear: 2026,
        })
      ).id,
    stop: async () => {
      app.kill('SIGTERM');
      await new Promise((resolve) => app.once('exit', resolve));
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

class Api {
  constructor(port) {
    this.base = `http://127.0.0.1:${port}/api/v1`;
    this.cookie = '';
    this.csrf = '';
  }

  async signIn(userName, password, newPassword) {
    await this.post('/auth/sign-in', { userName, password });
    await this.post('/auth/password', { currentPassword: password, newPassword });
  }

  post(path, body = {}) {
    return this.call('POST', path, body);
  }

  get(path) {
    return this.call('GET', path);
  }

  async call(method, path, body) {
    const headers = {
      cookie: this.cookie,
      'x-csrf-token': this.csrf,
      ...(body && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(this.base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('fz_session='));
    if (cookie) this.cookie = cookie.split(';')[0];
    const text = await answer.text();
    const json = text ? JSON.parse(text) : undefined;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    if (json?.csrfToken) this.csrf = json.csrfToken;
    return json;
  }
}
