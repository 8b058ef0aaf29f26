import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * The voucher belongs to the proof. Every file that hangs on an entry stands in a chained log of its client with the fingerprint of its
 * bytes; the seals sign where that log ends. Triggers write it, so that no way in passes by. And all kept bytes are read again in turn.
 */
export class VoucherLog1765000000310 implements MigrationInterface {
  name = 'VoucherLog1765000000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${log}
      ${writing}
      ${takingOver}
      ${checks}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger voucher_logged on document_entry;
      drop trigger voucher_logged on document_file;
      drop trigger voucher_logged on outgoing_invoice_file;
      drop trigger to_be_checked on content;
      drop trigger to_be_checked on outgoing_invoice_file;
      drop function log_entry_vouchers, log_file_voucher, log_outgoing_voucher, log_voucher, voucher_hash, voucher_start, plan_content_check;
      drop table content_check, voucher_log, voucher_chain`);
  }
}

const log = `
  -- Where the log of a client ends: whoever adds to it waits for this row.
  create table voucher_chain (
    client_id int primary key references client (id),
    next_no bigint not null,
    head bytea not null,
    last_recorded_at timestamptz not null
  ) with (fillfactor = 50);
  ${separate('voucher_chain')}
  grant select on voucher_chain to finanz_app;

  create table voucher_log (
    client_id int not null references client (id),
    voucher_no bigint not null check (voucher_no > 0),
    recorded_at timestamptz not null,
    source text not null check (source in ('document', 'outgoing-invoice')),
    number text not null check (number ~ '^[A-Z]+-[0-9]{4}-[0-9]+$'),
    document_id uuid not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    file_no int not null check (file_no > 0),
    role text not null check (role ~ '^[a-z-]{2,20}$'),
    name text not null check (length(name) between 1 and 200),
    size bigint not null check (size > 0),
    sha256 bytea not null check (length(sha256) = 32),
    chain_hash bytea not null check (length(chain_hash) = 32),
    primary key (client_id, voucher_no),
    -- A file of an entry is logged once, whichever trigger comes first.
    constraint voucher_log_once unique (client_id, document_id, fiscal_year, entry_no, file_no),
    foreign key (client_id, fiscal_year, entry_no) references journal_entry (client_id, fiscal_year, entry_no)
  );
  create index voucher_log_by_content on voucher_log (client_id, sha256);
  ${separate('voucher_log')}
  grant select on voucher_log to finanz_app;
  create trigger append_only before update or delete or truncate on voucher_log for each statement execute function refuse_change();
`;

/*
 * sha256( hash before ‖ fv1 ␟ number ␟ recorded-at ␟ source ␟ document ␟ document-id ␟ entry ␟ file-no ␟ role ␟ size ␟ sha256 ␟ name ).
 * The name stands last and is the only free text, so that no name can make the form mean something else.
 */
const writing = `
  create function voucher_start(p_client int) returns bytea language sql stable as $$
    select sha256(convert_to('finanzzentrum-voucher-chain-v1' || chr(31) || uuid, 'UTF8')) from client where id = p_client
  $$;

  create function voucher_hash(p_before bytea, p voucher_log) returns bytea language sql stable as $$
    select sha256(p_before || convert_to(concat_ws(chr(31), 'fv1', p.voucher_no,
      to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p.source, p.number, p.document_id,
      p.fiscal_year || '-' || p.entry_no, p.file_no, p.role, p.size, encode(p.sha256, 'hex'), p.name), 'UTF8'))
  $$;

  -- Adds a row to the log of its client. Everything but number, instant and hash is given.
  create function log_voucher(p voucher_log) returns void language plpgsql as $$
  declare
    chain voucher_chain;
  begin
    insert into voucher_chain (client_id, next_no, head, last_recorded_at)
      values (p.client_id, 1, voucher_start(p.client_id), clock_timestamp()) on conflict do nothing;
    select * into chain from voucher_chain where client_id = p.client_id for no key update;
    if exists (select from voucher_log where client_id = p.client_id and document_id = p.document_id and fiscal_year = p.fiscal_year
        and entry_no = p.entry_no and file_no = p.file_no) then
      return;
    end if;
    p.voucher_no := chain.next_no;
    p.recorded_at := greatest(clock_timestamp(), chain.last_recorded_at);
    p.chain_hash := voucher_hash(chain.head, p);
    insert into voucher_log select p.*;
    update voucher_chain set next_no = p.voucher_no + 1, head = p.chain_hash, last_recorded_at = p.recorded_at
      where client_id = p.client_id;
  end $$;

  -- The triggers run at the commit: the row that all wait for is locked last and for a moment only. As the owner, because by then the
  -- transaction may be bound to another client.
  create function log_entry_vouchers() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    file document_file;
    number text := (select d.number from document d where d.client_id = new.client_id and d.id = new.document_id);
  begin
    for file in select * from document_file f where f.client_id = new.client_id and f.document_id = new.document_id
        and f.sha256 is not null order by f.file_no loop
      perform log_voucher(row(new.client_id, null, null, 'document', number, new.document_id, new.fiscal_year, new.entry_no,
        file.file_no, file.role, file.name, (select size from content c where c.client_id = file.client_id and c.sha256 = file.sha256),
        file.sha256, null)::voucher_log);
    end loop;
    return null;
  end $$;
  create constraint trigger voucher_logged after insert on document_entry deferrable initially deferred
    for each row execute function log_entry_vouchers();

  -- A file that comes to a document which hangs on an entry already.
  create function log_file_voucher() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    entry document_entry;
    number text := (select d.number from document d where d.client_id = new.client_id and d.id = new.document_id);
  begin
    for entry in select * from document_entry e where e.client_id = new.client_id and e.document_id = new.document_id
        order by e.fiscal_year, e.entry_no loop
      perform log_voucher(row(new.client_id, null, null, 'document', number, new.document_id, entry.fiscal_year, entry.entry_no,
        new.file_no, new.role, new.name, (select size from content c where c.client_id = new.client_id and c.sha256 = new.sha256),
        new.sha256, null)::voucher_log);
    end loop;
    return null;
  end $$;
  create constraint trigger voucher_logged after insert on document_file deferrable initially deferred
    for each row when (new.sha256 is not null) execute function log_file_voucher();

  create function log_outgoing_voucher() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    invoice outgoing_invoice;
  begin
    select * into invoice from outgoing_invoice i where i.client_id = new.client_id and i.id = new.invoice_id;
    perform log_voucher(row(new.client_id, null, null, 'outgoing-invoice', invoice.number, new.invoice_id, invoice.entry_year,
      invoice.entry_no, array_position(array['pdf', 'ubl', 'cii'], new.kind), new.kind,
      invoice.number || case new.kind when 'pdf' then '.pdf' else '-' || new.kind || '.xml' end, length(new.bytes), new.sha256,
      null)::voucher_log);
    return null;
  end $$;
  create constraint trigger voucher_logged after insert on outgoing_invoice_file deferrable initially deferred
    for each row execute function log_outgoing_voucher();

  revoke execute on function log_voucher, log_entry_vouchers, log_file_voucher, log_outgoing_voucher from public;
`;

const takingOver = `
  -- What hangs on entries already, oldest first. In one pass: a row that one transaction updates over and over gets slower each time.
  do $$
  declare
    p voucher_log;
    head bytea;
    client int;
    no bigint;
    now timestamptz := clock_timestamp();
  begin
    for p in
      select e.client_id, 0, now, 'document', d.number, d.id, e.fiscal_year, e.entry_no, f.file_no, f.role, f.name, c.size, f.sha256, null::bytea
      from document_entry e
      join document d on d.client_id = e.client_id and d.id = e.document_id
      join document_file f on f.client_id = e.client_id and f.document_id = e.document_id
      join content c on c.client_id = f.client_id and c.sha256 = f.sha256
      union all
      select i.client_id, 0, now, 'outgoing-invoice', i.number, i.id, i.entry_year, i.entry_no,
        array_position(array['pdf', 'ubl', 'cii'], f.kind), f.kind,
        i.number || case f.kind when 'pdf' then '.pdf' else '-' || f.kind || '.xml' end, length(f.bytes), f.sha256, null::bytea
      from outgoing_invoice i join outgoing_invoice_file f on f.client_id = i.client_id and f.invoice_id = i.id
      order by 1, 7, 8, 6, 9
    loop
      if client is distinct from p.client_id then
        client := p.client_id;
        no := 0;
        head := voucher_start(client);
      end if;
      no := no + 1;
      p.voucher_no := no;
      p.chain_hash := voucher_hash(head, p);
      head := p.chain_hash;
      insert into voucher_log select p.*;
    end loop;
    insert into voucher_chain (client_id, next_no, head, last_recorded_at)
      select distinct on (client_id) client_id, voucher_no + 1, chain_hash, recorded_at from voucher_log
      order by client_id, voucher_no desc;
  end $$;
`;

const checks = `
  -- When the bytes of a file were last read again and held against their fingerprint. A row comes with the bytes.
  create table content_check (
    client_id int not null references client (id),
    kept text not null check (kept in ('content', 'outgoing-invoice')),
    sha256 bytea not null check (length(sha256) = 32),
    checked_at timestamptz not null default '-infinity',
    -- An instance that reads it says so; another one takes the next.
    claimed_at timestamptz not null default '-infinity',
    intact boolean,
    primary key (client_id, kept, sha256)
  ) with (fillfactor = 70);
  create index content_check_oldest on content_check (client_id, checked_at);
  create index content_check_damaged on content_check (client_id) where not intact;
  ${separate('content_check')}
  grant select on content_check to finanz_app;
  grant update (checked_at, claimed_at, intact) on content_check to finanz_app;

  create function plan_content_check() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into content_check (client_id, kept, sha256) values (new.client_id, tg_argv[0], new.sha256) on conflict do nothing;
    return null;
  end $$;
  create trigger to_be_checked after insert on content for each row execute function plan_content_check('content');
  create trigger to_be_checked after insert on outgoing_invoice_file
    for each row execute function plan_content_check('outgoing-invoice');
  revoke execute on function plan_content_check from public;

  insert into content_check (client_id, kept, sha256) select client_id, 'content', sha256 from content;
  insert into content_check (client_id, kept, sha256) select client_id, 'outgoing-invoice', sha256 from outgoing_invoice_file
    on conflict do nothing;
`;
