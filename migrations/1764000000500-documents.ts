import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * The inbox: the bytes of every file as they were received, the documents made of them, what happened to each, the
 * batches in which files arrive, and the centre's clearing list for files whose client is not known yet. What is
 * evidence (bytes, events, letters, links to entries) is only ever added to.
 */
export class Documents1764000000500 implements MigrationInterface {
  name = 'Documents1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${content}
      ${routing}
      ${documents}
      ${evidence}
      ${batches}
      ${clearing}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view inbox;
      drop table clearing_event, clearing_chunk, clearing_item, intake_batch, document_batch_file, document_batch, document_letter,
        document_entry, document_event, document_file, document_identity, document, document_counter, route, route_key,
        department, content_chunk, content`);
  }
}

const appendOnly = (table: string): string =>
  `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change();`;

const content = `
  -- One row per distinct file of a client. The bytes lie in pieces beside it, or in an object store under client/sha256.
  create table content (
    client_id int not null references client (id),
    sha256 bytea not null check (length(sha256) = 32),
    size bigint not null check (size > 0),
    store text not null check (store in ('database', 's3')),
    stored_at timestamptz not null default clock_timestamp(),
    primary key (client_id, sha256)
  );
  ${separate('content')}
  grant select, insert on content to finanz_app;
  ${appendOnly('content')}

  create table content_chunk (
    client_id int not null,
    sha256 bytea not null,
    chunk_no int not null check (chunk_no > 0),
    bytes bytea not null check (length(bytes) between 1 and 1048576),
    primary key (client_id, sha256, chunk_no),
    foreign key (client_id, sha256) references content (client_id, sha256)
  );
  alter table content_chunk alter column bytes set storage external; -- PDF and pictures are compressed already
  ${separate('content_chunk')}
  grant select, insert on content_chunk to finanz_app;
  ${appendOnly('content_chunk')}
`;

const routing = `
  create table department (
    client_id int not null references client (id),
    code text not null check (code ~ '^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß._-]{0,19}$'),
    name text not null check (length(name) between 1 and 120),
    email text check (length(email) between 3 and 254),
    active boolean not null default true,
    version int not null default 1,
    primary key (client_id, code)
  );
  ${separate('department')}
  grant select, insert on department to finanz_app;
  grant update (name, email, active, version) on department to finanz_app;

  -- Which client an address belongs to, and nothing else about it: the one table in which the routes of all clients meet,
  -- because only so the database can refuse that two clients claim the same address.
  create table route_key (
    kind text not null check (kind in ('leitweg-id', 'vat-id', 'email', 'name')),
    key text not null check (length(key) between 1 and 254),
    client_id int not null references client (id),
    primary key (kind, key)
  );
  create index route_key_by_client on route_key (client_id);
  grant select, insert, delete on route_key to finanz_app;

  create table route (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('leitweg-id', 'vat-id', 'email', 'name')),
    value text not null check (length(value) between 1 and 254),
    key text not null,
    department text,
    note text not null default '' check (length(note) <= 300),
    active boolean not null default true,
    version int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    primary key (client_id, id),
    foreign key (client_id, department) references department (client_id, code)
  );
  create unique index route_active_once on route (client_id, kind, key) where active;
  ${separate('route')}
  grant select, insert on route to finanz_app;
  grant update (department, note, active, version) on route to finanz_app;
`;

const documents = `
  -- Numbers without gaps per client and year of receipt.
  create table document_counter (
    client_id int not null references client (id),
    year smallint not null,
    next_no bigint not null default 1,
    primary key (client_id, year)
  ) with (fillfactor = 50);
  ${separate('document_counter')}
  grant select, insert on document_counter to finanz_app;
  grant update (next_no) on document_counter to finanz_app;

  create table document (
    client_id int not null references client (id),
    id uuid not null,
    number text not null check (number ~ '^E-[0-9]{4}-[0-9]{6,}$'),
    kind text not null check (kind in ('invoice', 'credit-note', 'correction', 'partial-invoice', 'final-invoice', 'order', 'internal',
      'other')),
    state text not null check (state in ('new', 'quarantined', 'in-decision', 'returned', 'decided', 'posted', 'rejected', 'duplicate',
      'filed')),
    -- How it came; never changed.
    channel text not null check (channel in ('upload', 'api', 'folder', 'mail', 'intake', 'internal')),
    file_name text not null default '' check (length(file_name) <= 200),
    file_kind text not null check (file_kind in ('xml', 'hybrid-pdf', 'pdf', 'image', 'mail', 'other', 'none')),
    sha256 bytea,
    received_at timestamptz not null,
    received_by uuid,
    received_by_name text not null,
    sender text not null default '' check (length(sender) <= 254),
    part_of uuid,
    -- What it says.
    department text,
    partner_id uuid,
    supplier_name text not null default '' check (length(supplier_name) <= 300),
    supplier_key text,
    invoice_no text check (length(invoice_no) <= 200),
    invoice_no_key text,
    issue_date date,
    service_from date,
    service_to date,
    due_on date,
    discount_on date,
    currency text check (currency ~ '^[A-Z]{3}$'),
    net bigint,
    tax bigint,
    gross bigint,
    payable bigint,
    buyer_reference text check (length(buyer_reference) <= 200),
    order_reference text check (length(order_reference) <= 200),
    contract_reference text check (length(contract_reference) <= 200),
    payment_means text check (length(payment_means) <= 10),
    iban text check (length(iban) <= 40),
    invoice jsonb,
    body text not null default '',
    search tsvector not null default '',
    pages int not null default 0,
    -- What the checks say.
    decision text check (decision in ('accept', 'reject', 'no-scenario', 'no-structured-invoice', 'not-en16931', 'reject-before-parsing',
      'unreadable')),
    legal_class text check (legal_class in ('e-rechnung', 'sonstige-rechnung', 'not-an-invoice-file', 'unclear')),
    edition text,
    errors int not null default 0,
    warnings int not null default 0,
    findings jsonb not null default '[]',
    suggestions jsonb not null default '{}',
    alarms text[] not null default '{}',
    recognised_by text,
    duplicate_of uuid,
    corrects uuid,
    -- What people said about it.
    accepted_at timestamptz,
    accepted_by uuid,
    accepted_by_name text,
    accepted_reason text,
    coding jsonb,
    step text,
    step_since timestamptz,
    step_due date,
    assignees uuid[] not null default '{}',
    -- How long it is kept (§ 59 KomHVO NRW, § 147 AO).
    retention_class text not null default 'voucher' check (retention_class in ('voucher', 'letter', 'book', 'permanent')),
    retention_starts_on date,
    deletable_from date,
    legal_hold boolean not null default false,
    legal_hold_reason text not null default '' check (length(legal_hold_reason) <= 500),
    version int not null default 1,
    primary key (client_id, id),
    constraint document_number_once unique (client_id, number),
    foreign key (client_id, sha256) references content (client_id, sha256),
    foreign key (client_id, department) references department (client_id, code),
    foreign key (client_id, partner_id) references partner (client_id, id),
    foreign key (client_id, part_of) references document (client_id, id),
    foreign key (client_id, duplicate_of) references document (client_id, id),
    foreign key (client_id, corrects) references document (client_id, id),
    check ((file_kind = 'none') = (sha256 is null)),
    check (accepted_at is null or length(accepted_reason) >= 3),
    check (not legal_hold or length(legal_hold_reason) >= 3)
  ) with (fillfactor = 85, toast_tuple_target = 256);
  -- The same bytes are one document, whoever sends them how often at the same time.
  create unique index document_content_once on document (client_id, sha256) where sha256 is not null;
  create index document_by_age on document (client_id, received_at, id);
  create index document_by_state on document (client_id, state, received_at, id);
  create index document_by_due on document (client_id, due_on, id) where due_on is not null;
  create index document_by_discount on document (client_id, discount_on, id) where discount_on is not null;
  create index document_by_gross on document (client_id, gross, id) where gross is not null;
  create index document_by_partner on document (client_id, partner_id, received_at, id) where partner_id is not null;
  create index document_by_supplier on document (client_id, supplier_key, gross, issue_date) where supplier_key is not null;
  create index document_by_department on document (client_id, department, received_at, id) where department is not null;
  create index document_with_alarm on document (client_id, received_at, id) where alarms <> '{}';
  create index document_in_step on document (client_id, step, step_due) where step is not null;
  create index document_parts on document (client_id, part_of) where part_of is not null;
  create index document_repeating on document (client_id, duplicate_of) where duplicate_of is not null;
  create index document_correcting on document (client_id, corrects) where corrects is not null;
  create index document_by_assignee on document using gin (assignees);
  create index document_by_words on document using gin (search) with (fastupdate = off);
  ${separate('document')}
  grant select, insert on document to finanz_app;
  -- How and when it came, its bytes and its number are not among these: nobody rewrites them.
  grant update (kind, state, department, partner_id, supplier_name, supplier_key, invoice_no, invoice_no_key, issue_date, service_from,
    service_to, due_on, discount_on, currency, net, tax, gross, payable, buyer_reference, order_reference, contract_reference,
    payment_means, iban, invoice, body, search, pages, decision, legal_class, edition, errors, warnings, findings, suggestions, alarms,
    recognised_by, duplicate_of, corrects, accepted_at, accepted_by, accepted_by_name, accepted_reason, coding, step, step_since,
    step_due, assignees, retention_class, retention_starts_on, deletable_from, legal_hold, legal_hold_reason, version)
    on document to finanz_app;

  -- Under row-level security PostgreSQL answers no full-text or array condition from an index, because these operators may tell in an
  -- error what they saw. The view compares the client itself and runs as the tables' owner, so lists and search use every index.
  create view inbox as
    select * from document where client_id = nullif(current_setting('app.client_id', true), '')::int;
  grant select on inbox to finanz_app;

  -- Who holds an invoice number: one row for each way in which the seller can be told (VAT id, tax number, name and IBAN, partner). Two
  -- documents of one seller with one number cannot both get their rows, however close in time they come.
  create table document_identity (
    client_id int not null,
    seller text not null check (length(seller) <= 400),
    invoice_no_key text not null check (length(invoice_no_key) between 1 and 200),
    class text not null check (class in ('invoice', 'credit-note', 'correction')),
    document_id uuid not null,
    primary key (client_id, seller, invoice_no_key, class),
    foreign key (client_id, document_id) references document (client_id, id)
  );
  create index document_identity_by_document on document_identity (client_id, document_id);
  ${separate('document_identity')}
  grant select, insert, delete on document_identity to finanz_app;

  create table document_file (
    client_id int not null,
    document_id uuid not null,
    file_no int not null check (file_no > 0),
    role text not null check (role in ('original', 'invoice-xml', 'attachment')),
    name text not null check (length(name) between 1 and 200),
    mime text not null check (length(mime) between 3 and 120),
    size bigint,
    sha256 bytea,
    -- A file inside the original is unpacked when somebody asks for it: its bytes are kept with the original.
    inner_no int,
    primary key (client_id, document_id, file_no),
    foreign key (client_id, document_id) references document (client_id, id),
    foreign key (client_id, sha256) references content (client_id, sha256),
    check ((sha256 is null) = (inner_no is not null))
  );
  ${separate('document_file')}
  grant select, insert on document_file to finanz_app;
  ${appendOnly('document_file')}
`;

const evidence = `
  create table document_event (
    client_id int not null,
    id bigint generated always as identity,
    document_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    by uuid,
    by_name text not null check (length(by_name) between 1 and 120),
    kind text not null check (kind ~ '^[a-z][a-z-]{2,39}$'),
    note text not null default '' check (length(note) <= 2000),
    detail jsonb not null default '{}',
    primary key (client_id, id),
    foreign key (client_id, document_id) references document (client_id, id)
  );
  create index document_event_by_document on document_event (client_id, document_id, id);
  ${separate('document_event')}
  grant select, insert on document_event to finanz_app;
  ${appendOnly('document_event')}

  -- The document hangs on the entry for ever.
  create table document_entry (
    client_id int not null,
    document_id uuid not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    linked_at timestamptz not null default clock_timestamp(),
    primary key (client_id, document_id, fiscal_year, entry_no),
    foreign key (client_id, document_id) references document (client_id, id),
    foreign key (client_id, fiscal_year, entry_no) references journal_entry (client_id, fiscal_year, entry_no)
  );
  create index document_entry_by_entry on document_entry (client_id, fiscal_year, entry_no);
  ${separate('document_entry')}
  grant select, insert on document_entry to finanz_app;
  ${appendOnly('document_entry')}

  -- Letters to senders, and the outbox from which they are mailed.
  create table document_letter (
    client_id int not null,
    id uuid not null default gen_random_uuid(),
    document_id uuid not null,
    recipient text not null default '' check (length(recipient) <= 254),
    subject text not null check (length(subject) between 1 and 300),
    body text not null,
    state text not null check (state in ('copied', 'waiting', 'sent', 'failed')),
    attempts int not null default 0,
    next_attempt_at timestamptz,
    sent_at timestamptz,
    last_error text check (length(last_error) <= 500),
    written_at timestamptz not null default clock_timestamp(),
    written_by uuid,
    written_by_name text not null,
    primary key (client_id, id),
    foreign key (client_id, document_id) references document (client_id, id)
  );
  create index document_letter_waiting on document_letter (client_id, next_attempt_at) where state = 'waiting';
  create index document_letter_by_document on document_letter (client_id, document_id);
  ${separate('document_letter')}
  grant select, insert on document_letter to finanz_app;
  grant update (state, attempts, next_attempt_at, sent_at, last_error) on document_letter to finanz_app;
`;

const batches = `
  create table document_batch (
    client_id int not null references client (id),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    created_by_name text not null,
    -- How many files it knows of: the number of the last.
    files int not null default 0,
    completed_at timestamptz,
    primary key (client_id, id)
  );
  create index document_batch_by_age on document_batch (client_id, created_at);
  ${separate('document_batch')}
  grant select, insert on document_batch to finanz_app;
  grant update (files, completed_at) on document_batch to finanz_app;

  -- A file of a batch from the moment in which its first byte is awaited: one that never arrives whole is named, not forgotten.
  create table document_batch_file (
    client_id int not null,
    batch_id uuid not null,
    file_no int not null check (file_no > 0),
    name text not null check (length(name) between 1 and 200),
    state text not null check (state in ('arriving', 'waiting', 'running', 'done', 'missing', 'refused', 'failed')),
    sha256 bytea,
    size bigint,
    -- done: what became of it; refused, missing, failed: why.
    outcome text check (outcome in ('document', 'duplicate', 'quarantined', 'received-again')),
    document_id uuid,
    reason text,
    params jsonb not null default '{}',
    taker uuid,
    attempts int not null default 0,
    arrived_at timestamptz not null default clock_timestamp(),
    heartbeat_at timestamptz,
    finished_at timestamptz,
    primary key (client_id, batch_id, file_no),
    foreign key (client_id, batch_id) references document_batch (client_id, id),
    foreign key (client_id, sha256) references content (client_id, sha256),
    foreign key (client_id, document_id) references document (client_id, id)
  ) with (fillfactor = 70);
  create index document_batch_file_open on document_batch_file (client_id, arrived_at) where state in ('arriving', 'waiting', 'running');
  ${separate('document_batch_file')}
  grant select, insert on document_batch_file to finanz_app;
  grant update (state, sha256, size, outcome, document_id, reason, params, taker, attempts, arrived_at, heartbeat_at, finished_at)
    on document_batch_file to finanz_app;
`;

const clearing = `
  create table intake_batch (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    created_by_name text not null,
    files int not null default 0,
    completed_at timestamptz
  );
  grant select, insert on intake_batch to finanz_app;
  grant update (files, completed_at) on intake_batch to finanz_app;

  -- Files that came to the centre and not to a client. A file stays only until its client is known; then its bytes move into that
  -- client's store and the row remains as the record of the way it took; what was read of it (summary) is wiped then.
  create table clearing_item (
    id uuid primary key,
    batch_id uuid references intake_batch (id),
    file_no int,
    channel text not null check (channel in ('upload', 'api', 'folder', 'mail')),
    file_name text not null check (length(file_name) between 1 and 200),
    sha256 bytea check (length(sha256) = 32),
    size bigint,
    mailbox text not null default '' check (length(mailbox) <= 254),
    received_at timestamptz not null default clock_timestamp(),
    received_by uuid,
    received_by_name text not null,
    state text not null check (state in ('arriving', 'waiting', 'running', 'open', 'routed', 'rejected', 'duplicate', 'missing', 'refused',
      'failed')),
    -- Why no client was found, for the person who decides.
    reason text,
    params jsonb not null default '{}',
    summary jsonb not null default '{}',
    -- Set from the beginning where the way says whose file it is: a client's own folder.
    client_id int references client (id),
    document_id uuid,
    routed_by text,
    taker uuid,
    attempts int not null default 0,
    heartbeat_at timestamptz,
    finished_at timestamptz,
    version int not null default 1
  ) with (fillfactor = 70);
  create index clearing_item_queue on clearing_item (received_at) where state in ('arriving', 'waiting', 'running');
  create index clearing_item_open on clearing_item (received_at, id) where state = 'open';
  create index clearing_item_by_age on clearing_item (received_at, id);
  create index clearing_item_by_batch on clearing_item (batch_id) where batch_id is not null;
  -- One file lies in the list once, however often it comes.
  create unique index clearing_item_open_once on clearing_item (sha256) where state = 'open';
  grant select, insert on clearing_item to finanz_app;
  grant update (sha256, size, mailbox, state, reason, params, summary, client_id, document_id, routed_by, taker, attempts, heartbeat_at,
    finished_at, version) on clearing_item to finanz_app;

  create table clearing_chunk (
    item_id uuid not null references clearing_item (id),
    chunk_no int not null check (chunk_no > 0),
    bytes bytea not null check (length(bytes) between 1 and 1048576),
    primary key (item_id, chunk_no)
  );
  alter table clearing_chunk alter column bytes set storage external;
  grant select, insert, delete on clearing_chunk to finanz_app;

  create table clearing_event (
    id bigint generated always as identity primary key,
    item_id uuid not null references clearing_item (id),
    at timestamptz not null default clock_timestamp(),
    by uuid,
    by_name text not null check (length(by_name) between 1 and 120),
    kind text not null check (kind ~ '^[a-z][a-z-]{2,39}$'),
    note text not null default '' check (length(note) <= 2000),
    detail jsonb not null default '{}'
  );
  create index clearing_event_by_item on clearing_event (item_id, id);
  grant select, insert on clearing_event to finanz_app;
  ${appendOnly('clearing_event')}
`;
