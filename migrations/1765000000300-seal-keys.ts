import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The row of keys that seals are signed with, and fingerprints of the centre's secrets. Keys change within ten years: each stays with
 * what it signed, and the next one is handed over by the one before or visibly stands after a break.
 */
export class SealKeys1765000000300 implements MigrationInterface {
  name = 'SealKeys1765000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${keys}
      ${secrets}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger key_in_force on seal;
      drop table secret_fingerprint, seal_key;
      drop function refuse_other_key, follow_keys`);
  }
}

const keys = `
  create table seal_key (
    key_no int primary key check (key_no > 0),
    -- The first 16 digits of the SHA-256 of the public key, as seals name it.
    key_id text not null unique check (key_id ~ '^[0-9a-f]{16}$'),
    public_pem text not null,
    kind text not null check (kind in ('first', 'hand-over', 'break')),
    valid_from timestamptz not null,
    reason text not null check (length(reason) between 3 and 500 and reason !~ '[\\x01-\\x1f\\x7f]'),
    -- What is signed: number, fingerprint, instant, kind, the fingerprint of the key before, reason.
    statement text not null,
    -- By the key itself: whoever registers a key has it.
    signature bytea not null,
    -- By the key before it: only a hand-over has that.
    previous_signature bytea,
    -- A break can stand first: in books whose seals were signed by a key that was lost before keys were registered.
    check (kind <> 'first' or key_no = 1),
    check (kind <> 'hand-over' or key_no > 1),
    check ((kind = 'hand-over') = (previous_signature is not null))
  );
  grant select on seal_key to finanz_auditor;
  grant select, insert on seal_key to finanz_app;
  create trigger append_only before update or delete or truncate on seal_key for each statement execute function refuse_change();

  -- Keys follow one another without a gap, and none is registered while a seal is being set. The first one of books that have seals
  -- already is the one that signed the last of them: as the owner, because seals of all clients count.
  create function follow_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    signer text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('finanzzentrum.seal_key', 0));
    if new.key_no <> coalesce((select max(key_no) from seal_key), 0) + 1
        or new.valid_from <= (select max(valid_from) from seal_key) then
      raise exception 'key % does not follow the one before it', new.key_no
        using errcode = '23514', constraint = 'seal_key_follows', table = 'seal_key';
    end if;
    if new.kind = 'first' then
      select key_id into signer from seal order by sealed_at desc limit 1;
      if signer <> new.key_id then
        raise exception 'the seals are signed by key %', signer
          using errcode = '23514', constraint = 'seal_key_first', table = 'seal_key', detail = signer;
      end if;
    end if;
    return new;
  end $$;
  create trigger follow before insert on seal_key for each row execute function follow_keys();
  revoke execute on function follow_keys from public;

  -- Only the key in force signs, whichever instance asks.
  create function refuse_other_key() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('finanzzentrum.seal_key', 0));
    if new.key_id is distinct from (select key_id from seal_key order by key_no desc limit 1) then
      raise exception 'key % is not in force', new.key_id
        using errcode = '23514', constraint = 'seal_key_in_force', table = 'seal';
    end if;
    return new;
  end $$;
  create trigger key_in_force before insert on seal for each row execute function refuse_other_key();
  revoke execute on function refuse_other_key from public;
`;

const secrets = `
  -- By which a start tells that it has the secret that the data was protected with; the secret does not follow from it.
  create table secret_fingerprint (
    name text primary key check (name = 'secret-key'),
    fingerprint bytea not null check (length(fingerprint) = 32),
    since timestamptz not null default clock_timestamp()
  );
  grant select, insert on secret_fingerprint to finanz_app;
`;
