import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * Books that come from another installation of this software: where they came from, and how each entry stood there. Nobody but the
 * command that takes them in writes here; the entries themselves are posted like any other.
 */
export class ExitPackage1765000000510 implements MigrationInterface {
  name = 'ExitPackage1765000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;

      create table client_origin (
        client_id int primary key references client (id),
        taken_in_at timestamptz not null default clock_timestamp(),
        taken_in_by text not null check (length(taken_in_by) between 1 and 120),
        -- When the package was made, and its manifest as it was signed there.
        created_at timestamptz not null,
        manifest text not null,
        key_id text not null,
        public_key text not null,
        signature bytea not null,
        -- The seals of the chain there, with the chain's heads in their signed statements.
        seals jsonb not null
      );
      ${separate('client_origin')}
      grant select on client_origin to finanz_app;
      create trigger append_only before update or delete or truncate on client_origin for each statement execute function refuse_change();

      -- An entry as the installation recorded it that it came from; number, date, text and lines are the same here.
      create table journal_origin (
        client_id int not null,
        fiscal_year smallint not null,
        entry_no bigint not null,
        recorded_at timestamptz not null,
        source text not null,
        content_hash bytea not null,
        chain_hash bytea not null,
        primary key (client_id, fiscal_year, entry_no),
        foreign key (client_id, fiscal_year, entry_no) references journal_entry (client_id, fiscal_year, entry_no)
      );
      ${separate('journal_origin')}
      grant select on journal_origin to finanz_app;
      create trigger append_only before update or delete or truncate on journal_origin for each statement execute function refuse_change();
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table journal_origin, client_origin');
  }
}
