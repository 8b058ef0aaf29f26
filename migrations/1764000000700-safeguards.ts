import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a closer look found open: whoever is a partner decided on that mark and on the partner's bank account; a discount ended after the
 * item was due; an earlier invoice was cleared or replaced twice; more was credited than billed. And a share says which lines of the
 * coding make it up.
 */
export class Safeguards1764000000700 implements MigrationInterface {
  name = 'Safeguards1764000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${ownMatters}
      ${discounts}
      ${shares}
      ${clearing}
      ${credits}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger credit_limit on outgoing_invoice;
      drop trigger cleared_once on document;
      drop index document_clearing;
      drop trigger own_matter on partner_bank_account;
      drop trigger own_person on partner;
      drop function refuse_overcredit, creditable_amount, refuse_clearing_twice, cleared_amount, coded_amount, refuse_own_bank_account, keep_own_person;
      alter table document_share drop column lines;
      alter table open_item drop constraint open_item_discount_before_due`);
  }
}

const ownMatters = `
  -- Whoever is the partner decides nothing about them, and does not take that back themselves (§ 31 GO NRW).
  create function keep_own_person() returns trigger language plpgsql as $$
  begin
    if old.user_id = new.changed_by and new.user_id is distinct from old.user_id then
      raise exception 'nobody declares themselves another' using errcode = '23514', constraint = 'partner_own_person', table = 'partner';
    end if;
    return new;
  end $$;
  create trigger own_person before update of user_id on partner for each row execute function keep_own_person();

  -- The account to which one's own money goes is the first thing that somebody else looks at.
  create function refuse_own_bank_account() returns trigger language plpgsql as $$
  begin
    if is_own_matter(new.client_id, new.decided_by, new.partner_id) then
      raise exception 'nobody decides their own matter' using errcode = '23514', constraint = 'own_matter', table = tg_table_name;
    end if;
    return new;
  end $$;
  create trigger own_matter before update of decided_by on partner_bank_account
    for each row execute function refuse_own_bank_account();
`;

const discounts = `
  -- An item is due no earlier than its discount ends; its history tells what the day was before.
  update open_item set due_on = discount_on, version = version + 1, changed_at = clock_timestamp(), changed_by = null,
    changed_by_name = 'System' where discount_on > due_on;
  alter table open_item add constraint open_item_discount_before_due check (discount_on <= due_on);
`;

const shares = `
  -- Which lines of the coding make it up, from 0; empty where that was not noted.
  alter table document_share add column lines smallint[] not null default '{}';
  update document_share s set lines = l.lines
    from (select d.client_id, d.id, (line ->> 'share')::int as no, array_agg((at - 1)::smallint order by at) as lines
      from document d, jsonb_array_elements(d.coding -> 'lines') with ordinality as l (line, at)
      where line ->> 'share' is not null group by 1, 2, 3) l
    where s.client_id = l.client_id and s.document_id = l.id and s.share_no = l.no;
`;

/*
 * An earlier invoice is cleared once: what posted documents clear of it never comes to more than it was coded with, and one
 * document alone stands in the place of a corrected one. Who comes second waits for the first. Amounts in cents.
 */
const clearing = `
  create index document_clearing on document using gin ((coding -> 'prepaid') jsonb_path_ops)
    where state = 'posted' and coding -> 'prepaid' <> '[]';

  create function coded_amount(p_client int, p_document uuid) returns bigint language sql stable as $$
    select coalesce(abs(sum((l ->> 'gross')::numeric) * 100), 0)::bigint
    from document d, jsonb_array_elements(d.coding -> 'lines') l where d.client_id = p_client and d.id = p_document
  $$;
  create function cleared_amount(p_client int, p_document uuid, p_but uuid) returns bigint language sql stable as $$
    select coalesce(sum(abs((p ->> 'amount')::numeric)) * 100, 0)::bigint
    from document d, jsonb_array_elements(d.coding -> 'prepaid') p
    where d.client_id = p_client and d.id is distinct from p_but and d.state = 'posted' and d.coding -> 'prepaid' <> '[]'
      and d.coding -> 'prepaid' @> jsonb_build_array(jsonb_build_object('documentId', p_document))
      and (p ->> 'documentId')::uuid = p_document
  $$;

  -- As the owner: at the commit the transaction may be bound to another client, whose rows alone it would see.
  create function refuse_clearing_twice() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    earlier uuid;
  begin
    for earlier in select distinct (p ->> 'documentId')::uuid from jsonb_array_elements(new.coding -> 'prepaid') p
        where p ->> 'documentId' is not null order by 1 loop
      perform pg_advisory_xact_lock(hashtextextended(earlier::text, new.client_id));
      if cleared_amount(new.client_id, earlier, null) > coded_amount(new.client_id, earlier) then
        raise exception 'document % is cleared twice', earlier
          using errcode = '23514', constraint = 'document_cleared_once', table = 'document';
      end if;
    end loop;
    if new.coding ->> 'correction' = 'replacement' then
      perform pg_advisory_xact_lock(hashtextextended(new.corrects::text, new.client_id));
      if exists (select from document where client_id = new.client_id and corrects = new.corrects and id <> new.id and state = 'posted'
          and coding ->> 'correction' = 'replacement') then
        raise exception 'document % is replaced twice', new.corrects
          using errcode = '23514', constraint = 'document_replaced_once', table = 'document';
      end if;
    end if;
    return null;
  end $$;
  -- Last of all, when the document has been held against the books: until then the refusal is told in words.
  create constraint trigger cleared_once after insert or update of state on document deferrable initially deferred
    for each row when (new.state = 'posted') execute function refuse_clearing_twice();
  revoke execute on function refuse_clearing_twice from public;
`;

const credits = `
  -- What is left of an issued invoice after its credit notes and corrections: no more is ever credited. A cancelled correction
  -- was taken back by a credit note of its own.
  create function creditable_amount(p_client int, p_invoice uuid) returns bigint language sql stable as $$
    select gross - coalesce((select sum(case c.kind when 'credit-note' then c.gross else -c.gross end) from outgoing_invoice c
      where c.client_id = p_client and c.corrects = p_invoice and c.state = 'issued'), 0)::bigint
    from outgoing_invoice where client_id = p_client and id = p_invoice and kind <> 'credit-note' and state <> 'draft'
  $$;

  -- Who credits second waits for the first.
  create function refuse_overcredit() returns trigger language plpgsql as $$
  begin
    perform from outgoing_invoice where client_id = new.client_id and id = new.corrects for no key update;
    if (case new.kind when 'credit-note' then new.gross else -new.gross end)
        > creditable_amount(new.client_id, new.corrects) then
      raise exception 'invoice % credits more than was billed', new.number
        using errcode = '23514', constraint = 'outgoing_invoice_credit', table = 'outgoing_invoice';
    end if;
    return new;
  end $$;
  create trigger credit_limit before update of state on outgoing_invoice for each row
    when (old.state = 'draft' and new.state = 'issued' and new.corrects is not null and new.gross <> 0)
    execute function refuse_overcredit();
`;
