import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/** How many documents of a client are in which state, kept as changes that are added up, so that no two writers wait for one row. */
export class InboxCounts1765000000420 implements MigrationInterface {
  name = 'InboxCounts1765000000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;

      create table document_count (
        client_id int not null,
        id bigint generated always as identity,
        state text not null,
        change bigint not null,
        primary key (client_id, id)
      );
      ${separate('document_count')}
      grant select on document_count to finanz_app;

      -- Every now and then a writer puts together what lies there and is nobody's at the moment.
      create function add_up_document_counts(p_client int) returns void language plpgsql
        security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if random() < 0.05 then
          with free as (
            select id from document_count where client_id = p_client order by id limit 2000 for update skip locked),
          gone as (
            delete from document_count c using free where c.client_id = p_client and c.id = free.id returning c.state, c.change)
          insert into document_count (client_id, state, change)
            select p_client, state, sum(change) from gone group by state having sum(change) <> 0;
        end if;
      end $$;

      -- As the owner, so that nobody else writes counts. Many documents of one statement are one change for each state.
      create function count_new_documents() returns trigger language plpgsql
        security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        insert into document_count (client_id, state, change) select client_id, state, count(*) from arrived group by 1, 2;
        perform add_up_document_counts(client_id) from (select distinct client_id from arrived) a;
        return null;
      end $$;
      create function count_document() returns trigger language plpgsql
        security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        client constant int := old.client_id;
      begin
        insert into document_count (client_id, state, change) values (client, old.state, -1);
        if tg_op = 'UPDATE' then
          insert into document_count (client_id, state, change) values (client, new.state, 1);
        end if;
        perform add_up_document_counts(client);
        return null;
      end $$;
      revoke execute on function count_new_documents, count_document, add_up_document_counts from public;
      create trigger counted after insert on document referencing new table as arrived
        for each statement execute function count_new_documents();
      create trigger counted_anew after update of state on document for each row when (old.state <> new.state)
        execute function count_document();
      create trigger counted_off after delete on document for each row execute function count_document();

      insert into document_count (client_id, state, change) select client_id, state, count(*) from document group by 1, 2;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger counted on document;
      drop trigger counted_anew on document;
      drop trigger counted_off on document;
      drop function count_document, count_new_documents, add_up_document_counts;
      drop table document_count`);
  }
}
