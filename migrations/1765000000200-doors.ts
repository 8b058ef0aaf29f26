import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Doors that a stranger cannot lock: failures are counted per name and source. A person is linked to the OpenID provider only
 * where an administrator allowed it. A session says how it was opened.
 */
export class Doors1765000000200 implements MigrationInterface {
  name = 'Doors1765000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;
      ${sources}
      ${linking}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session drop column method;
      alter table user_account drop column oidc_link_until;
      drop table sign_in_source;
      create table sign_in_failure (
        user_name text primary key check (length(user_name) <= 100),
        failures int not null,
        last_failed_at timestamptz not null,
        locked_until timestamptz
      );
      alter table sign_in_failure owner to finanz_owner;
      grant select, insert, update, delete on sign_in_failure to finanz_app`);
  }
}

const sources = `
  -- Where a name was tried from: \`device:…\` (a browser that signed in under this name), \`net:…\` (a network), or \`elsewhere\`
  -- (all unknown sources together). By name, not by user: a name that nobody has is treated in the same way.
  create table sign_in_source (
    user_name text not null check (length(user_name) <= 100),
    source text not null check (length(source) <= 100),
    failures int not null default 0,
    last_failed_at timestamptz,
    locked_until timestamptz,
    signed_in_at timestamptz,
    primary key (user_name, source)
  );
  grant select, insert, update, delete on sign_in_source to finanz_app;

  -- Whoever has signed in from a network lately is known there from the first moment.
  insert into sign_in_source (user_name, source, signed_in_at)
    select user_name, 'net:' || regexp_replace(ip, '^::ffff:', '', 'i'), max(at) from audit_event
    where action = 'sign-in' and outcome = 'ok' and at > now() - interval '90 days' and length(user_name) <= 100
      and ip ~* '^(::ffff:)?[0-9]+([.][0-9]+){3}$'
    group by 1, 2;
  -- A lock-out under way goes on, for strangers.
  insert into sign_in_source (user_name, source, failures, last_failed_at, locked_until)
    select user_name, 'elsewhere', failures, last_failed_at, locked_until from sign_in_failure;
  drop table sign_in_failure;
`;

const linking = `
  -- Until then a first sign-in at the OpenID provider under this person's name links the account to whoever signs in there.
  alter table user_account add column oidc_link_until timestamptz;
  grant update (oidc_link_until) on user_account to finanz_app;

  alter table session add column method text not null default 'password' check (method in ('password', 'oidc'));
`;
