import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Users, roles with validity and limits, deputies, sessions, tokens and the audit log. All global: they say who may do
 * what at which client and hold nothing of a client's books. What proves something is never deleted.
 */
export class Access1764000000200 implements MigrationInterface {
  name = 'Access1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${users}
      ${roles}
      ${separation}
      ${signIn}
      ${audit}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_event, idempotent_request, api_token, session, sign_in_failure, deputy, role_assignment, user_account;
      drop function refuse_mixed_role, refuse_mixed_deputy, refuse_mixed_administrator`);
  }
}

const users = `
  create table user_account (
    id uuid primary key default gen_random_uuid(),
    user_name text not null unique check (user_name ~ '^[a-z0-9äöüß][a-z0-9äöüß._@-]{1,63}$'),
    display_name text not null check (length(display_name) between 1 and 120),
    email text check (length(email) between 3 and 254),
    language text not null default 'de' check (language in ('de', 'en')),
    password_hash text,
    must_change_password boolean not null default false,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_last_counter bigint,
    oidc_subject text unique,
    active boolean not null default true,
    roles_version int not null default 0,
    version int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    check (totp_confirmed_at is null or totp_secret is not null)
  );
  grant select, insert on user_account to finanz_app;
  grant update (display_name, email, language, password_hash, must_change_password, totp_secret, totp_confirmed_at,
    totp_last_counter, oidc_subject, active, roles_version, version) on user_account to finanz_app;
  -- The auditor sees the people, not their secrets.
  grant select (id, user_name, display_name, email, language, active, version, created_at, created_by)
    on user_account to finanz_auditor;
`;

const roles = `
  -- Both days count; valid_to = valid_from - 1 means "never took effect".
  create table role_assignment (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references user_account (id),
    role text not null check (role in ('clerk', 'budget-holder', 'cash-officer', 'enforcement-officer', 'treasurer',
      'auditor', 'centre-lead', 'administrator')),
    client_id int references client (id),
    amount_limit bigint check (amount_limit >= 0),
    valid_from date not null,
    valid_to date,
    version int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    constraint role_assignment_validity check (valid_to is null or valid_to >= valid_from - 1),
    constraint administrator_whole_centre check (role <> 'administrator' or (client_id is null and amount_limit is null))
  );
  create index role_assignment_by_user on role_assignment (user_id);
  grant select, insert on role_assignment to finanz_app;
  grant update (amount_limit, valid_to, version) on role_assignment to finanz_app;
  grant select on role_assignment to finanz_auditor;

  create table deputy (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references user_account (id),
    deputy_user_id uuid not null references user_account (id),
    client_id int references client (id),
    valid_from date not null,
    valid_to date not null,
    version int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    constraint deputy_other_person check (user_id <> deputy_user_id),
    constraint deputy_validity check (valid_to >= valid_from - 1)
  );
  create index deputy_by_user on deputy (user_id);
  create index deputy_by_deputy on deputy (deputy_user_id);
  grant select, insert on deputy to finanz_app;
  grant update (valid_to, version) on deputy to finanz_app;
  grant select on deputy to finanz_auditor;
`;

const separation = `
  -- Nobody who runs the system also keeps the books, neither by an own role nor as somebody's deputy. The rows of the people
  -- are changed, not merely read: of two transactions at the same time one waits for the other and then sees it.
  create function refuse_mixed_administrator(people uuid[]) returns void language plpgsql as $$
  begin
    perform from user_account where id = any (people) order by id for update;
    update user_account set roles_version = roles_version + 1 where id = any (people);
    if exists (
      select from role_assignment a
      where a.user_id = any (people) and a.role = 'administrator' and (
        exists (select from role_assignment b where b.user_id = a.user_id and b.role <> 'administrator'
          and daterange(a.valid_from, a.valid_to + 1) && daterange(b.valid_from, b.valid_to + 1))
        or exists (select from deputy d where a.user_id in (d.user_id, d.deputy_user_id)
          and daterange(a.valid_from, a.valid_to + 1) && daterange(d.valid_from, d.valid_to + 1)))) then
      raise exception 'an administrator holds no other role and is party to no deputyship'
        using errcode = '23514', constraint = 'administrator_separation';
    end if;
  end $$;

  create function refuse_mixed_role() returns trigger language plpgsql as $$
  begin
    perform refuse_mixed_administrator(array[new.user_id]);
    if exists (select from role_assignment a where a.user_id = new.user_id and a.id <> new.id and a.role = new.role
        and a.client_id is not distinct from new.client_id
        and daterange(a.valid_from, a.valid_to + 1) && daterange(new.valid_from, new.valid_to + 1)) then
      raise exception 'the person holds this role already' using errcode = '23505', constraint = 'role_assignment_once';
    end if;
    return null;
  end $$;
  create constraint trigger separation after insert or update on role_assignment
    for each row execute function refuse_mixed_role();

  create function refuse_mixed_deputy() returns trigger language plpgsql as $$
  begin
    perform refuse_mixed_administrator(array[new.user_id, new.deputy_user_id]);
    return null;
  end $$;
  create constraint trigger separation after insert or update on deputy
    for each row execute function refuse_mixed_deputy();
`;

const signIn = `
  -- By name, not by user: a name that nobody has is locked out in the same way, so nothing tells the two apart.
  create table sign_in_failure (
    user_name text primary key check (length(user_name) <= 100),
    failures int not null,
    last_failed_at timestamptz not null,
    locked_until timestamptz
  );
  grant select, insert, update, delete on sign_in_failure to finanz_app;

  -- Only the SHA-256 of a session's token is kept: who reads the table cannot sign in with it.
  create table session (
    token_hash bytea primary key check (length(token_hash) = 32),
    user_id uuid not null references user_account (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ip text,
    user_agent text check (length(user_agent) <= 400)
  );
  create index session_by_user on session (user_id);
  grant select, insert, delete on session to finanz_app;
  grant update (last_seen_at) on session to finanz_app;

  create table api_token (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references user_account (id),
    name text not null check (length(name) between 1 and 80),
    token_hash bytea not null unique check (length(token_hash) = 32),
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz,
    expires_on date,
    revoked_at timestamptz
  );
  create index api_token_by_user on api_token (user_id);
  grant select, insert on api_token to finanz_app;
  grant update (last_used_at, revoked_at) on api_token to finanz_app;

  -- Answers to creating requests, encrypted because some of them show a secret once.
  create table idempotent_request (
    user_id uuid not null references user_account (id),
    key text not null check (length(key) between 1 and 200),
    request_hash bytea not null,
    answer bytea,
    created_at timestamptz not null default clock_timestamp(),
    primary key (user_id, key)
  );
  grant select, insert, delete on idempotent_request to finanz_app;
  grant update (answer) on idempotent_request to finanz_app;
`;

const audit = `
  create table audit_event (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    user_id uuid,
    user_name text,
    client_id int,
    action text not null check (length(action) between 1 and 200),
    resource text check (length(resource) <= 500),
    outcome text not null check (length(outcome) between 1 and 40),
    detail jsonb not null default '{}',
    ip text,
    request_id text
  );
  create index audit_event_by_client on audit_event (client_id, id);
  create index audit_event_by_user on audit_event (user_id, id);
  create index audit_event_by_time on audit_event (at);
  grant select, insert on audit_event to finanz_app;
  grant select on audit_event to finanz_auditor;
  create trigger append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
`;
