import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * Imports as jobs that survive a restart. The file lies in pieces beside its job until the job is finished; the result is
 * written in the transaction that posts, so no job can be done twice.
 */
export class Exchange1764000000300 implements MigrationInterface {
  name = 'Exchange1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;

      create table import_job (
        client_id int not null references client (id),
        id uuid not null default gen_random_uuid(),
        kind text not null check (kind in ('journal', 'opening-balances', 'cash-flows')),
        format text not null check (format in ('csv', 'jsonl')),
        dry_run boolean not null,
        file_name text not null check (length(file_name) between 1 and 200),
        options jsonb not null default '{}',
        sha256 bytea not null,
        bytes_total bigint not null check (bytes_total > 0),
        idempotency_key text,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
        -- Who works on it; a new taker writes a new token, and whoever lost the job notices.
        taker uuid,
        attempts int not null default 0,
        heartbeat_at timestamptz,
        bytes_read bigint not null default 0,
        entries bigint not null default 0,
        lines bigint not null default 0,
        result jsonb,
        errors jsonb not null default '[]',
        error_count bigint not null default 0,
        created_by uuid not null,
        user_name text not null,
        display_name text not null,
        privileged boolean not null,
        amount_limit bigint,
        created_at timestamptz not null default clock_timestamp(),
        started_at timestamptz,
        finished_at timestamptz,
        primary key (client_id, id),
        unique (client_id, created_by, idempotency_key)
      ) with (fillfactor = 60);
      create index import_job_unfinished on import_job (client_id, created_at) where state in ('waiting', 'running');
      create index import_job_by_age on import_job (client_id, created_at);
      ${separate('import_job')}
      grant select, insert on import_job to finanz_app;
      grant update (state, taker, attempts, heartbeat_at, bytes_read, entries, lines, result, errors, error_count, started_at,
        finished_at) on import_job to finanz_app;

      create table import_chunk (
        client_id int not null,
        job_id uuid not null,
        chunk_no int not null check (chunk_no > 0),
        content bytea not null,
        primary key (client_id, job_id, chunk_no),
        -- The pieces come first: size and fingerprint of the file are known when it has arrived.
        foreign key (client_id, job_id) references import_job (client_id, id) deferrable initially deferred
      );
      alter table import_chunk alter column content set storage external; -- read once and deleted: compressing costs more than it saves
      ${separate('import_chunk')}
      grant select, insert, delete on import_chunk to finanz_app;

      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_chunk, import_job');
  }
}
