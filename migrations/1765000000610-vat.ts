import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * Value added tax can be declared from the books: the keys of a client say at which rate, on which account and in which figure of
 * the pre-return tax is shown; each taxed line has its day; an open item keeps the tax in it, so that a discount corrects it.
 */
export class Vat1765000000610 implements MigrationInterface {
  name = 'Vat1765000000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${figures}
      ${keys}
      ${accounts}
      ${lines}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger default_tax_keys on client;
      drop table open_item_tax, tax_line, tax_key, tax_key_template, tax_figure;
      drop function give_tax_keys, refuse_tax_key_twice;
      drop index journal_line_taxed`);
  }
}

/*
 * Figures of the pre-return (Umsatzsteuer-Voranmeldung, USt 1 A), as they have stood since 2021. A form that changes ends a row and
 * begins another.
 */
const figures = `
  create table tax_figure (
    figure text not null check (figure ~ '^[0-9]{2}$'),
    valid_from date not null,
    valid_to date,
    -- Base (Bemessungsgrundlage) or tax, and whether the tax is owed or deducted.
    measure text not null check (measure in ('base', 'tax')),
    side text not null check (side in ('owed', 'deducted')),
    name text not null,
    law text not null,
    source text not null,
    primary key (figure, valid_from),
    check (valid_to is null or valid_to >= valid_from)
  );
  grant select on tax_figure to finanz_app, finanz_auditor;
  insert into tax_figure (figure, valid_from, measure, side, name, law, source)
    select figure, valid_from::date, measure, side, name, law, 'Vordruck USt 1 A (BMF)' from (values
      ('81', '2021-01-01', 'base', 'owed', 'Steuerpflichtige Umsätze zum Steuersatz von 19 %', '§ 12 Abs. 1 UStG'),
      ('86', '2021-01-01', 'base', 'owed', 'Steuerpflichtige Umsätze zum Steuersatz von 7 %', '§ 12 Abs. 2 UStG'),
      ('87', '2023-01-01', 'base', 'owed', 'Steuerpflichtige Umsätze zum Steuersatz von 0 %', '§ 12 Abs. 3 UStG'),
      ('35', '2021-01-01', 'base', 'owed', 'Steuerpflichtige Umsätze zu anderen Steuersätzen', '§ 12 UStG'),
      ('36', '2021-01-01', 'tax', 'owed', 'Steuer auf Umsätze zu anderen Steuersätzen', '§ 12 UStG'),
      ('48', '2021-01-01', 'base', 'owed', 'Steuerfreie Umsätze ohne Vorsteuerabzug', '§ 4 Nr. 8 bis 29 UStG'),
      ('60', '2021-01-01', 'base', 'owed', 'Umsätze, für die der Leistungsempfänger die Steuer schuldet', '§ 13b Abs. 5 UStG'),
      ('89', '2021-01-01', 'base', 'owed', 'Innergemeinschaftliche Erwerbe zum Steuersatz von 19 %', '§ 1a UStG'),
      ('93', '2021-01-01', 'base', 'owed', 'Innergemeinschaftliche Erwerbe zum Steuersatz von 7 %', '§ 1a UStG'),
      ('95', '2021-01-01', 'base', 'owed', 'Innergemeinschaftliche Erwerbe zu anderen Steuersätzen', '§ 1a UStG'),
      ('98', '2021-01-01', 'tax', 'owed', 'Steuer auf innergemeinschaftliche Erwerbe zu anderen Steuersätzen', '§ 1a UStG'),
      ('46', '2021-01-01', 'base', 'owed', 'Sonstige Leistungen eines im übrigen Gemeinschaftsgebiet ansässigen Unternehmers', '§ 13b Abs. 1 UStG'),
      ('47', '2021-01-01', 'tax', 'owed', 'Steuer auf sonstige Leistungen eines im übrigen Gemeinschaftsgebiet ansässigen Unternehmers', '§ 13b Abs. 1 UStG'),
      ('84', '2021-01-01', 'base', 'owed', 'Andere Leistungen, für die der Leistungsempfänger die Steuer schuldet', '§ 13b Abs. 2 UStG'),
      ('85', '2021-01-01', 'tax', 'owed', 'Steuer auf andere Leistungen, die der Leistungsempfänger schuldet', '§ 13b Abs. 2 UStG'),
      ('66', '2021-01-01', 'tax', 'deducted', 'Vorsteuer aus Rechnungen von anderen Unternehmern', '§ 15 Abs. 1 Satz 1 Nr. 1 UStG'),
      ('61', '2021-01-01', 'tax', 'deducted', 'Vorsteuer aus innergemeinschaftlichem Erwerb', '§ 15 Abs. 1 Satz 1 Nr. 3 UStG'),
      ('67', '2021-01-01', 'tax', 'deducted', 'Vorsteuer aus Leistungen im Sinne des § 13b UStG', '§ 15 Abs. 1 Satz 1 Nr. 4 UStG')
    ) v (figure, valid_from, measure, side, name, law);
`;

const COLUMNS = `code, valid_from, valid_to, usage, rate, account, base_figure, tax_figure, name, law`;

const keys = `
  -- What a new client begins with. The law's rates with the days on which they held; half a year of 2020 had lower ones (§ 28 UStG).
  create table tax_key_template (
    code text not null,
    valid_from date not null,
    valid_to date,
    usage text not null,
    rate numeric(5, 2) not null,
    account text,
    base_figure text,
    tax_figure text,
    name text not null,
    law text not null,
    primary key (code, valid_from)
  );
  grant select on tax_key_template to finanz_app, finanz_auditor;

  create table tax_key (
    client_id int not null references client (id),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
    valid_from date not null,
    valid_to date,
    -- What it is for: own turnover, purchases, and what the recipient owes with what is deducted of it.
    usage text not null check (usage in ('output', 'output-exempt', 'output-zero', 'output-reverse-charge', 'input',
      'acquisition', 'acquisition-input', 'reverse-charge', 'reverse-charge-eu', 'reverse-charge-input')),
    rate numeric(5, 2) not null check (rate between 0 and 100),
    -- Where the tax is booked; null where there is none to book.
    account text,
    base_figure text check (base_figure ~ '^[0-9]{2}$'),
    tax_figure text check (tax_figure ~ '^[0-9]{2}$'),
    name text not null check (length(name) between 1 and 120),
    law text not null default '' check (length(law) <= 120),
    decided_by uuid,
    decided_at timestamptz not null default clock_timestamp(),
    primary key (client_id, code, valid_from),
    check (valid_to is null or valid_to >= valid_from),
    check (account is not null or rate = 0)
  );
  ${separate('tax_key')}
  grant select, insert, update (valid_to) on tax_key to finanz_app;

  -- On each day one key for a use and a rate, and one meaning of a code.
  create function refuse_tax_key_twice() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('tax_key', new.client_id));
    if exists (select from tax_key k where k.client_id = new.client_id and (k.code, k.valid_from) <> (new.code, new.valid_from)
        and (k.code = new.code or (k.usage = new.usage and k.rate = new.rate))
        and daterange(k.valid_from, k.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')) then
      raise exception 'another tax key holds on these days' using errcode = '23505', constraint = 'tax_key_once', table = 'tax_key';
    end if;
    return new;
  end $$;
  create trigger once before insert or update on tax_key for each row execute function refuse_tax_key_twice();

  with rate (percent, label, valid_from, valid_to, standard) as (values
    (19.00, '19', date '2007-01-01', date '2020-06-30', true), (16.00, '16', date '2020-07-01', date '2020-12-31', true),
    (19.00, '19', date '2021-01-01', null, true),
    (7.00, '7', date '1983-07-01', date '2020-06-30', false), (5.00, '5', date '2020-07-01', date '2020-12-31', false),
    (7.00, '7', date '2021-01-01', null, false)
  ), usual (code, usage, standard_account, reduced_account, base_19, base_7, base_other, tax_always, tax_other, name, law) as (values
    ('UST', 'output', '3712', '3713', '81', '86', '35', null, '36', 'Umsatzsteuer', '§ 12 UStG'),
    ('VST', 'input', '1762', '1762', null, null, null, '66', null, 'Vorsteuer', '§ 15 Abs. 1 Satz 1 Nr. 1 UStG'),
    ('IGE', 'acquisition', '371201', '371301', '89', '93', '95', null, '98', 'Umsatzsteuer innergemeinschaftlicher Erwerb', '§ 1a UStG'),
    ('VST-IGE', 'acquisition-input', '1762', '1762', null, null, null, '61', null, 'Vorsteuer innergemeinschaftlicher Erwerb',
      '§ 15 Abs. 1 Satz 1 Nr. 3 UStG'),
    ('UST13B', 'reverse-charge', '3714', '371401', '84', '84', '84', '85', null, 'Umsatzsteuer nach § 13b UStG', '§ 13b Abs. 2 UStG'),
    ('UST13B-EU', 'reverse-charge-eu', '371402', '371402', '46', '46', '46', '47', null, 'Umsatzsteuer nach § 13b Abs. 1 UStG',
      '§ 13b Abs. 1 UStG'),
    ('VST13B', 'reverse-charge-input', '1762', '1762', null, null, null, '67', null, 'Vorsteuer nach § 13b UStG',
      '§ 15 Abs. 1 Satz 1 Nr. 4 UStG')
  )
  insert into tax_key_template (${COLUMNS})
    select u.code || case when u.code ~ '[0-9]|-' then '-' else '' end || r.label, r.valid_from, r.valid_to, u.usage, r.percent,
      case when r.standard then u.standard_account else u.reduced_account end,
      case r.percent when 19 then u.base_19 when 7 then u.base_7 else u.base_other end,
      coalesce(u.tax_always, case when r.percent not in (19, 7) then u.tax_other end), u.name || ' ' || r.label || ' %', u.law
    from usual u cross join rate r;
  insert into tax_key_template (${COLUMNS}) values
    ('UST0', '2023-01-01', null, 'output-zero', 0, null, '87', null, 'Umsätze zum Steuersatz von 0 %', '§ 12 Abs. 3 UStG'),
    ('USTFREI', '1980-01-01', null, 'output-exempt', 0, null, '48', null, 'Steuerfreie Umsätze ohne Vorsteuerabzug', '§ 4 Nr. 8 bis 29 UStG'),
    ('UST-AE', '2010-01-01', null, 'output-reverse-charge', 0, null, '60', null, 'Der Leistungsempfänger schuldet die Steuer',
      '§ 13b Abs. 5 UStG');

  create function give_tax_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into tax_key (client_id, ${COLUMNS}) select new.id, ${COLUMNS} from tax_key_template;
    return null;
  end $$;
  revoke execute on function give_tax_keys from public;
  create trigger default_tax_keys after insert on client for each row execute function give_tax_keys();
  insert into tax_key (client_id, ${COLUMNS}) select c.id, ${COLUMNS.split(', ')
    .map((column) => `t.${column}`)
    .join(', ')} from client c, tax_key_template t;
`;

const accounts = `
  -- Tax of acquisitions and of § 13b UStG stands apart from that on own turnover. A client's own account of that number serves, too.
  insert into account (client_id, number, parent, name, level, kind, side, statement_line, default_cash_account, postable, liquid,
      product_required, origin)
    select p.client_id, t.number, p.number, t.name, 'konto', p.kind, p.side, p.statement_line, p.default_cash_account, true, false, false, 'own'
    from (values ('371201', '3712', 'Umsatzsteuer 19 % innergemeinschaftlicher Erwerb'),
        ('371301', '3713', 'Umsatzsteuer 7 % innergemeinschaftlicher Erwerb'),
        ('371401', '3714', 'Umsatzsteuer 7 % nach § 13b UStG'),
        ('371402', '3714', 'Umsatzsteuer nach § 13b Abs. 1 UStG (EU)')) t (number, parent, name)
    join account p on p.number = t.parent
    on conflict (client_id, number) do nothing;
`;

const lines = `
  -- The day that decides in which month a line's tax is declared (tax point); without a row the booking date.
  create table tax_line (
    client_id int not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    line_no int not null,
    tax_point date not null,
    primary key (client_id, fiscal_year, entry_no, line_no),
    foreign key (client_id, fiscal_year, entry_no, line_no) references journal_line (client_id, fiscal_year, entry_no, line_no)
  );
  create index tax_line_by_day on tax_line (client_id, tax_point);
  ${separate('tax_line')}
  grant select, insert on tax_line to finanz_app;
  create trigger append_only before update or delete or truncate on tax_line for each statement execute function refuse_change();
  create index journal_line_taxed on journal_line (client_id, booking_date) where tax_code is not null;

  -- The tax in an open item: when less is paid than was billed, base and tax fall with it (§ 17 UStG), with § 13b both sides.
  create table open_item_tax (
    client_id int not null,
    item_id uuid not null,
    no int not null check (no > 0),
    code text not null check (length(code) between 1 and 20),
    rate numeric(5, 2) not null,
    account text not null,
    -- Whole cents with the journal's sign, as the entry that raised the item has them.
    base bigint not null,
    tax bigint not null,
    primary key (client_id, item_id, no),
    foreign key (client_id, item_id) references open_item (client_id, id),
    foreign key (client_id, account) references account (client_id, number)
  );
  ${separate('open_item_tax')}
  grant select, insert on open_item_tax to finanz_app;
  create trigger append_only before update or delete or truncate on open_item_tax for each statement execute function refuse_change();
`;
