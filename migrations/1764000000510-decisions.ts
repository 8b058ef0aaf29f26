import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * The way of a document: workflows as data, who answers for what, running cases with their tasks, and what orders money without
 * an invoice. An approval stands on the duty that its person took in the case; the conflicts between duties are unique indexes
 * there. What was decided is never changed.
 */
export class Decisions1764000000510 implements MigrationInterface {
  name = 'Decisions1764000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${workflows}
      ${cases}
      ${orders}
      ${reopening}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger reopens_document on journal_entry;
      drop trigger default_workflow on client;
      drop function reopen_document, give_workflow, guard_decided_task, refuse_one_person_ordering_twice;
      drop table standing_order_document, standing_order, contract_document, contract, document_task, document_share, document_case,
        responsibility, workflow`);
  }
}

// What every client begins with. Frozen here; the code's own default is held against it by a test.
const DEFAULT_STEPS = JSON.stringify([
  {
    step: 'arithmetic',
    assignment: { to: 'role', role: 'clerk' },
    fallback: 'clerk',
    deadlineDays: 3,
    reminderDays: 1,
    escalation: { afterDays: 3, to: 'treasurer' },
    fromAmount: null,
    bySystem: null,
  },
  {
    step: 'factual',
    assignment: { to: 'department-head' },
    fallback: 'budget-holder',
    deadlineDays: 5,
    reminderDays: 1,
    escalation: { afterDays: 3, to: 'treasurer' },
    fromAmount: null,
    bySystem: null,
  },
  {
    step: 'order',
    assignment: { to: 'budget-holder' },
    fallback: 'budget-holder',
    deadlineDays: 5,
    reminderDays: 1,
    escalation: { afterDays: 3, to: 'deputy' },
    fromAmount: null,
    bySystem: null,
  },
  {
    step: 'second-order',
    assignment: { to: 'role', role: 'treasurer' },
    fallback: 'treasurer',
    deadlineDays: 3,
    reminderDays: 1,
    escalation: { afterDays: 3, to: 'treasurer' },
    fromAmount: '25000.00',
    bySystem: null,
  },
  {
    step: 'posting',
    assignment: { to: 'role', role: 'clerk' },
    fallback: 'clerk',
    deadlineDays: 2,
    reminderDays: 1,
    escalation: { afterDays: 3, to: 'centre-lead' },
    fromAmount: null,
    bySystem: null,
  },
]);

const workflows = `
  -- A change is a new version from a day on; a running case keeps the steps with which it set out.
  create table workflow (
    client_id int not null references client (id),
    version int not null check (version > 0),
    valid_from date not null,
    steps jsonb not null check (jsonb_typeof(steps) = 'array'),
    note text not null default '' check (length(note) <= 500),
    decided_by uuid,
    decided_by_name text not null,
    decided_at timestamptz not null default clock_timestamp(),
    primary key (client_id, version)
  );
  ${separate('workflow')}
  grant select, insert on workflow to finanz_app;
  create trigger append_only before update or delete or truncate on workflow for each statement execute function refuse_change();

  create function give_workflow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into workflow (client_id, version, valid_from, steps, note, decided_by_name)
      values (new.id, 1, '2019-01-01', '${DEFAULT_STEPS}', 'Vorgabe', 'System');
    return null;
  end $$;
  revoke execute on function give_workflow from public;
  create trigger default_workflow after insert on client for each row execute function give_workflow();
  insert into workflow (client_id, version, valid_from, steps, note, decided_by_name)
    select id, 1, '2019-01-01', '${DEFAULT_STEPS}', 'Vorgabe', 'System' from client;

  -- Who answers for the budget of a product (and what lies below it), and who heads a department.
  create table responsibility (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('budget-holder', 'department-head')),
    key text not null check (length(key) between 1 and 20),
    user_id uuid not null,
    valid_from date not null,
    valid_to date,
    version int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    primary key (client_id, id),
    check (valid_to is null or valid_to >= valid_from - 1)
  );
  create index responsibility_by_key on responsibility (client_id, kind, key);
  create index responsibility_by_user on responsibility (client_id, user_id);
  ${separate('responsibility')}
  grant select, insert on responsibility to finanz_app;
  grant update (valid_to, version) on responsibility to finanz_app;
`;

const cases = `
  create table document_case (
    client_id int not null,
    document_id uuid not null,
    workflow_version int not null,
    -- The steps that this document takes, with everything the workflow said about them when it set out.
    steps jsonb not null,
    total bigint not null,
    submitted_at timestamptz not null,
    submitted_by uuid,
    submitted_by_name text not null,
    -- The document's version when its coding was last changed: a decision about a share does not grow old by one about another.
    coded_version int not null,
    primary key (client_id, document_id),
    foreign key (client_id, document_id) references document (client_id, id),
    foreign key (client_id, workflow_version) references workflow (client_id, version)
  );
  ${separate('document_case')}
  grant select, insert on document_case to finanz_app;
  grant update (workflow_version, steps, total, submitted_at, submitted_by, submitted_by_name, coded_version) on document_case to finanz_app;

  create table document_share (
    client_id int not null,
    document_id uuid not null,
    share_no int not null check (share_no > 0),
    holder uuid,
    amount bigint not null,
    note text not null default '' check (length(note) <= 300),
    primary key (client_id, document_id, share_no),
    foreign key (client_id, document_id) references document_case (client_id, document_id)
  );
  ${separate('document_share')}
  grant select, insert, delete on document_share to finanz_app;

  -- Who was asked, since when, and what they decided. An approval stands on the duty of the person who gave it.
  create table document_task (
    client_id int not null,
    document_id uuid not null,
    task_no int not null check (task_no > 0),
    step text not null check (step in ('arithmetic', 'factual', 'order', 'second-order', 'posting')),
    duty text not null generated always as (case step when 'posting' then 'post' when 'second-order' then 'order' else step end) stored,
    share_no int,
    amount bigint not null,
    assigned_to uuid[] not null default '{}',
    role text,
    opened_at timestamptz not null default clock_timestamp(),
    due_on date not null,
    remind_on date not null,
    reminded_at timestamptz,
    escalate_on date,
    escalate_to text,
    escalated_at timestamptz,
    instead_of int,
    state text not null default 'open' check (state in ('open', 'approved', 'returned', 'forwarded', 'withdrawn')),
    voided boolean not null default false,
    by_system boolean not null default false,
    decided_by uuid,
    decided_by_name text,
    deputy_for uuid,
    decided_at timestamptz,
    note text not null default '' check (length(note) <= 2000),
    approver uuid generated always as (case when state = 'approved' then decided_by end) stored,
    primary key (client_id, document_id, task_no),
    foreign key (client_id, document_id) references document_case (client_id, document_id),
    constraint document_task_stands_on_duty
      foreign key (client_id, document_id, approver, duty) references case_duty (client_id, case_id, person, duty),
    check (assigned_to <> '{}' or role is not null),
    check ((state = 'open') = (decided_at is null)),
    check (state <> 'approved' or (decided_by is null) = by_system),
    check (not by_system or step = 'arithmetic'),
    check (not voided or state = 'approved'),
    check (deputy_for is null or deputy_for <> decided_by)
  ) with (fillfactor = 80);
  create index document_task_open on document_task (client_id, due_on) where state = 'open';
  -- Nobody is asked twice about the same thing at the same time.
  create unique index document_task_open_once on document_task (client_id, document_id, step, coalesce(share_no, 0)) where state = 'open';
  ${separate('document_task')}
  grant select, insert on document_task to finanz_app;
  grant update (state, voided, decided_by, decided_by_name, deputy_for, decided_at, note, reminded_at, escalated_at) on document_task to finanz_app;

  create function guard_decided_task() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or (old.state <> 'open' and (old.voided or not new.voided or row(new.state, new.decided_by, new.decided_by_name,
        new.deputy_for, new.decided_at, new.note) is distinct from row(old.state, old.decided_by, old.decided_by_name, old.deputy_for,
        old.decided_at, old.note))) then
      raise exception 'what was decided stays decided' using errcode = '42501', constraint = 'document_task_decided';
    end if;
    return new;
  end $$;
  create trigger decided before update or delete on document_task for each row execute function guard_decided_task();

  -- The second order is a second person's; two at the same time wait for each other at the document.
  create function refuse_one_person_ordering_twice() returns trigger language plpgsql as $$
  begin
    perform from document where client_id = new.client_id and id = new.document_id for update;
    if exists (select from document_task where client_id = new.client_id and document_id = new.document_id and approver = new.decided_by
        and duty = 'order' and step <> new.step and not voided) then
      raise exception 'the second order needs a second person'
        using errcode = '23505', constraint = 'second_order_second_person', table = 'document_task';
    end if;
    return new;
  end $$;
  create trigger two_orders before insert or update of state on document_task
    for each row when (new.state = 'approved' and new.step in ('order', 'second-order')) execute function refuse_one_person_ordering_twice();
`;

const orders = `
  -- What a supplier bills again and again: how it is coded, how much and when it is expected.
  create table contract (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    number text not null check (length(number) between 1 and 60),
    number_key text not null,
    partner_id uuid not null,
    subject text not null check (length(subject) between 1 and 200),
    account text,
    product text,
    cost_centre text,
    treatment text check (treatment in ('sovereign', 'business', 'partial', 'reverse-charge', 'intra-community')),
    deductible_percent text check (deductible_percent ~ '^[0-9]{1,3}([.][0-9]{1,4})?$'),
    expected_amount bigint check (expected_amount > 0),
    tolerance bigint not null default 0 check (tolerance >= 0),
    rhythm text not null check (rhythm in ('monthly', 'quarterly', 'half-yearly', 'yearly', 'none')),
    first_on date not null,
    next_on date,
    ends_on date,
    note text not null default '' check (length(note) <= 1000),
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    created_by_name text not null,
    version int not null default 1,
    primary key (client_id, id),
    constraint contract_number_once unique (client_id, partner_id, number_key),
    foreign key (client_id, partner_id) references partner (client_id, id),
    foreign key (client_id, account) references account (client_id, number),
    foreign key (client_id, product) references product (client_id, code),
    foreign key (client_id, cost_centre) references cost_centre (client_id, code),
    check (ends_on is null or ends_on >= first_on),
    check (rhythm <> 'none' or next_on is null)
  );
  create index contract_expected on contract (client_id, next_on) where next_on is not null;
  ${separate('contract')}
  grant select, insert on contract to finanz_app;
  grant update (subject, account, product, cost_centre, treatment, deductible_percent, expected_amount, tolerance, rhythm, next_on, ends_on,
    note, version) on contract to finanz_app;

  -- Which invoice met which expectation.
  create table contract_document (
    client_id int not null,
    contract_id uuid not null,
    document_id uuid not null,
    expected_on date,
    within_tolerance boolean,
    matched_at timestamptz not null default clock_timestamp(),
    primary key (client_id, contract_id, document_id),
    foreign key (client_id, contract_id) references contract (client_id, id),
    foreign key (client_id, document_id) references document (client_id, id)
  );
  create unique index contract_document_once on contract_document (client_id, document_id);
  ${separate('contract_document')}
  grant select, insert on contract_document to finanz_app;

  -- A standing order is decided once; each of its dates becomes a document and an entry of its own.
  create table standing_order (
    client_id int not null,
    id uuid not null,
    name text not null check (length(name) between 1 and 120),
    rhythm text not null check (rhythm in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
    first_date date not null,
    last_date date,
    next_date date,
    state text not null default 'undecided' check (state in ('undecided', 'active', 'ended', 'failed')),
    last_error text,
    raised_count int not null default 0,
    author uuid,
    author_name text,
    ended_by_name text,
    version int not null default 1,
    primary key (client_id, id),
    -- The document that orders it; its coding is what each date repeats.
    foreign key (client_id, id) references document (client_id, id),
    check (last_date is null or last_date >= first_date),
    check ((state = 'ended') = (next_date is null)),
    check (state not in ('active', 'failed') or author is not null)
  );
  create index standing_order_due on standing_order (client_id, next_date) where state = 'active';
  ${separate('standing_order')}
  grant select, insert on standing_order to finanz_app;
  grant update (next_date, last_date, state, last_error, raised_count, author, author_name, ended_by_name, version) on standing_order to finanz_app;

  create table standing_order_document (
    client_id int not null,
    order_id uuid not null,
    due_date date not null,
    document_id uuid not null,
    primary key (client_id, order_id, due_date),
    foreign key (client_id, order_id) references standing_order (client_id, id),
    foreign key (client_id, document_id) references document (client_id, id)
  );
  ${separate('standing_order_document')}
  grant select, insert on standing_order_document to finanz_app;
  create trigger append_only before update or delete or truncate on standing_order_document
    for each statement execute function refuse_change();
`;

/*
 * Whoever takes an entry back takes the document behind it out of the books: it lies with bookkeeping again, whichever way the
 * reversal came. Owned by the tables' owner because the posting function's role knows no documents.
 */
const reopening = `
  create function reopen_document() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    one record;
  begin
    for one in
      update document d set state = 'returned', step = null, step_since = null, step_due = null, assignees = '{}', version = version + 1
        from document_entry e
        where e.client_id = new.client_id and e.fiscal_year = new.reverses_year and e.entry_no = new.reverses_no
          and d.client_id = e.client_id and d.id = e.document_id and d.state = 'posted'
        returning d.id
    loop
      update document_task set voided = true
        where client_id = new.client_id and document_id = one.id and state = 'approved' and not voided;
      insert into document_entry (client_id, document_id, fiscal_year, entry_no)
        values (new.client_id, one.id, new.fiscal_year, new.entry_no) on conflict do nothing;
      insert into document_event (client_id, document_id, by, by_name, kind, note, detail)
        values (new.client_id, one.id, new.author, new.author_name, 'reversed', new.reason,
          jsonb_build_object('entry', new.reverses_year || '-' || new.reverses_no, 'reversal', new.fiscal_year || '-' || new.entry_no));
    end loop;
    return null;
  end $$;
  revoke execute on function reopen_document from public;
  create trigger reopens_document after insert on journal_entry
    for each row when (new.reverses_no is not null) execute function reopen_document();
`;
