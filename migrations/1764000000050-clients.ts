import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToPosting, separate } from './support.js';

/** Clients with master data, settings with validity dates, bank accounts, chart, products and cost centres. */
export class Clients1764000000050 implements MigrationInterface {
  name = 'Clients1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;

      create table client (
        id int generated always as identity primary key,
        uuid uuid not null default gen_random_uuid() unique,
        key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
        name text not null check (length(name) between 2 and 120),
        short_name text not null check (length(short_name) between 1 and 40),
        kind text not null check (kind in ('municipality', 'special-fund')),
        official_key text check (official_key ~ '^[0-9]{8}$'),
        parent_client_id int references client (id),
        address jsonb not null default '{}',
        email text,
        phone text,
        creditor_identifier text check (creditor_identifier ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$'),
        vat_id text,
        vat_status text not null default 'none' check (vat_status in ('none', 'small', 'regular')),
        colour text not null default '#1f5f8b' check (colour ~ '^#[0-9a-f]{6}$'),
        arms text check (length(arms) < 60000),
        chart text not null,
        version int not null default 1,
        created_at timestamptz not null default clock_timestamp()
      );
      grant select, insert on client to finanz_app;
      grant update (name, short_name, official_key, parent_client_id, address, email, phone, creditor_identifier, vat_id,
        vat_status, colour, arms, version) on client to finanz_app;
      grant select on client to finanz_auditor, finanz_writer;

      create table client_setting (
        client_id int not null references client (id),
        key text not null check (key ~ '^[a-z][a-zA-Z.]{1,60}$'),
        valid_from date not null,
        value jsonb not null,
        source text not null default '',
        decided_by uuid,
        decided_at timestamptz not null default clock_timestamp(),
        primary key (client_id, key, valid_from)
      );
      ${separate('client_setting')}
      grant select, insert on client_setting to finanz_app;

      create table account (
        client_id int not null references client (id),
        number text not null check (number ~ '^[0-9]{1,10}$'),
        parent text,
        name text not null check (length(name) between 1 and 200),
        level text not null check (level in ('klasse', 'gruppe', 'art', 'konto')),
        kind text not null,
        side text check (side in ('debit', 'credit')),
        statement_line text,
        default_cash_account text,
        postable boolean not null,
        liquid boolean not null default false,
        product_required boolean not null default false,
        locked boolean not null default false,
        origin text not null check (origin in ('chart', 'own')),
        version int not null default 1,
        primary key (client_id, number),
        foreign key (client_id, parent) references account (client_id, number),
        check (number like parent || '%' and number <> parent)
      );
      ${separate('account')}
      ${openToPosting('account')}
      grant select, insert on account to finanz_app;
      grant update (name, locked, product_required, default_cash_account, version) on account to finanz_app;

      create table product (
        client_id int not null references client (id),
        code text not null check (code ~ '^[0-9]{2,3}([.][0-9A-Za-z]{1,12}){0,3}$'),
        parent text,
        name text not null check (length(name) between 1 and 200),
        level text not null check (level in ('produktbereich', 'produktgruppe', 'produkt')),
        postable boolean not null default true,
        locked boolean not null default false,
        origin text not null check (origin in ('frame', 'own')),
        version int not null default 1,
        primary key (client_id, code),
        foreign key (client_id, parent) references product (client_id, code)
      );
      ${separate('product')}
      ${openToPosting('product')}
      grant select, insert on product to finanz_app;
      grant update (name, locked, version) on product to finanz_app;

      create table cost_centre (
        client_id int not null references client (id),
        code text not null check (code ~ '^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$'),
        name text not null check (length(name) between 1 and 200),
        locked boolean not null default false,
        version int not null default 1,
        primary key (client_id, code)
      );
      ${separate('cost_centre')}
      ${openToPosting('cost_centre')}
      grant select, insert on cost_centre to finanz_app;
      grant update (name, locked, version) on cost_centre to finanz_app;

      create table client_bank_account (
        client_id int not null references client (id),
        id uuid not null default gen_random_uuid(),
        name text not null check (length(name) between 1 and 120),
        iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
        bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
        account text not null,
        active boolean not null default true,
        version int not null default 1,
        primary key (client_id, id),
        unique (client_id, iban),
        foreign key (client_id, account) references account (client_id, number)
      );
      ${separate('client_bank_account')}
      grant select, insert on client_bank_account to finanz_app;
      grant update (name, bic, account, active, version) on client_bank_account to finanz_app;

      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table client_bank_account, cost_centre, product, account, client_setting, client');
  }
}
