// Jest's global setup: one PostgreSQL for the whole run, holding one migrated template that every suite clones.
// It runs the compiled code and compiles it first if the sources have changed.
import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { buildApi } from '../apps/api/prepare.mjs';

const TEMPLATE = 'finanzzentrum_template';

export default async function globalSetup() {
  if (process.env.TEST_TEMPLATE) return; // a run within a run uses the server and the template of that run
  const compiled = new URL('../dist/libs/database/src/index.js', import.meta.url);
  // A folder elsewhere that does not compile yet is no reason to run no test here; `npm test` itself is stricter.
  if ((await buildApi()) !== 0 && !existsSync(compiled)) throw new Error('the service could not be built');
  const { migrate, startEmbeddedServer } = await import(compiled.href);

  let adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'finanzzentrum-test-'));
    // Nothing of a test run has to survive a power cut.
    const settings = {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      shared_buffers: '128MB',
    };
    const server = await startEmbeddedServer({ dataDir, settings });
    globalThis.testServer = { server, dataDir };
    adminUrl = withDatabase(server.adminUrl, 'postgres');
  }

  await recreate(adminUrl, TEMPLATE);
  await migrate(withDatabase(adminUrl, TEMPLATE));
  process.env.TEST_PG_ADMIN_URL = adminUrl;
  process.env.TEST_TEMPLATE = TEMPLATE;
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function recreate(adminUrl, database) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
