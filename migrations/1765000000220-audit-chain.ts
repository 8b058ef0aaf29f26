import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log is chained: whoever changes, removes or slips in an event breaks it. Not event by event, which would let every
 * request of the centre queue for the one before it, but block by block, a second or two after the commit.
 */
export class AuditChain1765000000220 implements MigrationInterface {
  name = 'AuditChain1765000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${tables}
      ${functions}
      ${filters}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_event_by_resource, audit_event_written;
      drop trigger waits_for_block on audit_event;
      drop function chain_audit_events, audit_chain_hash, audit_content, note_audit_events;
      drop table audit_proof, audit_block, audit_waiting;
      grant insert on audit_event to finanz_app`);
  }
}

const tables = `
  -- Events that are in no block yet. The trigger writes it in the transaction of the event, the chaining function takes from it;
  -- the application can do neither.
  create table audit_waiting (event_id bigint primary key);
  grant select on audit_waiting to finanz_app, finanz_auditor;

  -- Numbers of events rise by transaction begun, not committed: a block names exactly the events that it holds.
  create table audit_block (
    no bigint primary key check (no > 0),
    events int8multirange not null,
    event_count int not null check (event_count > 0),
    content_hash bytea not null check (length(content_hash) = 32),
    sealed_at timestamptz not null,
    chain_hash bytea not null check (length(chain_hash) = 32)
  );
  grant select on audit_block to finanz_app, finanz_auditor;
  create trigger append_only before update or delete or truncate on audit_block
    for each statement execute function refuse_change();

  -- What the checks found. The head of an earlier proof must still be in the chain of a later one.
  create table audit_proof (
    id bigint generated always as identity primary key,
    proven_at timestamptz not null default clock_timestamp(),
    ok boolean not null,
    events bigint not null,
    head_no bigint not null,
    head_hash bytea not null,
    findings jsonb not null
  );
  grant select, insert on audit_proof to finanz_app;
  grant select on audit_proof to finanz_auditor;
  create trigger append_only before update or delete or truncate on audit_proof
    for each statement execute function refuse_change();

  -- The number of an event is the database's.
  revoke insert on audit_event from finanz_app;
  grant insert (at, user_id, user_name, client_id, action, resource, outcome, detail, ip, request_id) on audit_event to finanz_app;
`;

const functions = `
  create function note_audit_events() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into audit_waiting select id from fresh;
    return null;
  end $$;
  revoke execute on function note_audit_events from public;
  create trigger waits_for_block after insert on audit_event referencing new table as fresh
    for each statement execute function note_audit_events();

  -- The events of a block as they stand in the log: how many, and their SHA-256. JSON keeps fields apart, whatever they hold.
  create function audit_content(p_events int8multirange, out event_count int, out content_hash bytea) language sql stable as $$
    select count(*)::int, sha256(convert_to(coalesce(string_agg(jsonb_build_array(e.id,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.user_id, e.user_name, e.client_id, e.action,
        e.resource, e.outcome, e.detail, e.ip, e.request_id)::text, chr(10) order by e.id), ''), 'UTF8'))
    from unnest(p_events) as r
    -- The offset keeps this a look into the index per range: joined freely, the planner reads the whole log for each block.
    cross join lateral (select * from audit_event where id >= lower(r) and id < upper(r) offset 0) e
  $$;

  create function audit_chain_hash(p_before bytea, p_no bigint, p_events int8multirange, p_count int, p_at timestamptz,
    p_content bytea) returns bytea language sql stable as $$
    select sha256(p_before || convert_to(concat_ws(chr(31), p_no, p_events::text, p_count,
      to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || chr(31), 'UTF8') || p_content)
  $$;

  -- Puts what waits into one block, 5,000 events at most, and answers how many. One at a time: whoever finds another at it leaves.
  create function chain_audit_events() returns int language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    v_events int8multirange;
    v_at timestamptz;
    v_no bigint;
    v_before bytea;
    v_count int;
    v_content bytea;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('finanzzentrum.audit-chain', 0)) then return 0; end if;
    with taken as (
      delete from audit_waiting where event_id in (select event_id from audit_waiting order by event_id limit 5000)
      returning event_id)
    select range_agg(int8range(event_id, event_id, '[]')) into v_events from taken;
    if v_events is null then return 0; end if;
    select no, chain_hash into v_no, v_before from audit_block order by no desc limit 1;
    v_no := coalesce(v_no, 0) + 1;
    v_before := coalesce(v_before, sha256(convert_to('finanzzentrum-audit-v1', 'UTF8')));
    select c.event_count, c.content_hash into v_count, v_content from audit_content(v_events) c;
    v_at := clock_timestamp();
    insert into audit_block (no, events, event_count, content_hash, sealed_at, chain_hash)
      values (v_no, v_events, v_count, v_content, v_at, audit_chain_hash(v_before, v_no, v_events, v_count, v_at, v_content));
    return v_count;
  end $$;
  revoke execute on function chain_audit_events from public;
  grant execute on function chain_audit_events to finanz_app;

  -- What was recorded before there was a chain is chained first, as it stands.
  insert into audit_waiting select id from audit_event;
`;

const filters = `
  create index audit_event_by_resource on audit_event (resource text_pattern_ops, id);
  create index audit_event_written on audit_event (id) where action not like 'GET %';
`;
