import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Large files are posted in turns, between which others post: what of a file is in the books, and the books held still meanwhile. */
export class ImportTurns1765000000410 implements MigrationInterface {
  name = 'ImportTurns1765000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      -- What of the file is in the books, written with each turn. While 'holds', nothing changes by which the rest could be refused.
      alter table import_job add column posted jsonb, add column holds boolean not null default false;
      create index import_job_holding on import_job (client_id) where holds;
      grant update (posted, holds) on import_job to finanz_app;
      ${stillness}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger import_under_way on period;
      drop trigger import_under_way on account;
      drop trigger import_under_way on product;
      drop trigger import_under_way on cost_centre;
      drop function refuse_while_importing, await_changes_of_books;
      alter table import_job drop column posted, drop column holds`);
  }
}

/*
 * Who changes a period, an account, a product or a cost centre holds a lock with others; an import takes it alone for a moment after it has
 * said that it begins. So each change is either seen by the import's check or sees the import.
 */
const stillness = `
  create function refuse_while_importing() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    -- A migration is no change by which somebody could pass an import by; the rest of a file is then told to have stopped.
    if session_user = 'finanz_app' then
      perform pg_advisory_xact_lock_shared(4711002, new.client_id);
      if exists (select from import_job where client_id = new.client_id and holds) then
        raise exception 'a file is being imported: its entries have been held against % as it is', tg_table_name using errcode = '55P03';
      end if;
    end if;
    return new;
  end $$;
  revoke execute on function refuse_while_importing from public;
  create trigger import_under_way before update on period for each row when (old is distinct from new)
    execute function refuse_while_importing();
  create trigger import_under_way before update on account for each row when (old is distinct from new)
    execute function refuse_while_importing();
  create trigger import_under_way before update on product for each row when (old is distinct from new)
    execute function refuse_while_importing();
  create trigger import_under_way before update on cost_centre for each row when (old is distinct from new)
    execute function refuse_while_importing();

  create function await_changes_of_books() returns void language sql as $$
    select pg_advisory_xact_lock(4711002, nullif(current_setting('app.client_id', true), '')::int)
  $$;
  grant execute on function await_changes_of_books to finanz_app;
`;
