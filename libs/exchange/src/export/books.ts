import { createHash } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { requireSealKey, type SealKey, voucherEnd } from '@lib/ledger';
import { journalPages, yearsOf, type ExportedEntry } from './journal-rows.js';

const FORMAT = 'finanzzentrum-books';
/** Version of the form; the verifier refuses others. */
const VERSION = 2;

/** Names of the fields in the two arrays of an entry, so that the file explains itself. */
const CONTENT = [
  'form',
  'kind',
  'fiscalYear',
  'period',
  'bookingDate',
  'text',
  'reference',
  'source',
  'idempotencyKey',
  'authorId',
  'reverses',
  'reason',
  'scope of the key (only with the next, where one of both says something)',
  'documentDate',
];
const LINE = [
  'lineNo',
  'account',
  'product',
  'costCentre',
  'cashAccount',
  'amountInCents',
  'text',
  'openItem (only where there is one or tax is stated)',
  'taxCode (with the next two, only where tax is stated)',
  'taxRate',
  'taxBaseInCents',
];

/**
 * The books of one client as an auditor takes them away: one JSON object a line. First the manifest, the chart, the years, the
 * seals and all keys, then every entry with what its hash covers, the voucher log, the kept sums, and an end mark that
 * signs all bytes before it.
 * @throws Problem SealKeyNotInForce
 */
export async function* books(tx: ClientTx, createdAt: string, key: SealKey): AsyncGenerator<string> {
  const fingerprint = createHash('sha256');
  let records = 0;
  for await (const piece of pieces(tx, createdAt, key)) {
    fingerprint.update(piece.text, 'utf8');
    records += piece.records;
    yield piece.text;
  }
  const sha256 = fingerprint.digest('hex');
  const signature = key.sign(`${FORMAT}-v${VERSION}\n${sha256}\n`).toString('base64');
  yield `${JSON.stringify({ type: 'end', records, sha256, keyId: key.id, signature })}\n`;
}

interface Piece {
  text: string;
  records: number;
}

async function* pieces(tx: ClientTx, createdAt: string, key: SealKey): AsyncGenerator<Piece> {
  const record = (type: string, fields: object): Piece => ({
    text: `${JSON.stringify({ type, ...fields })}\n`,
    records: 1,
  });
  const all = async (type: string, sql: string): Promise<Piece> => {
    const rows = await tx.query(sql, [tx.clientId]);
    return { text: rows.map((row) => record(type, row).text).join(''), records: rows.length };
  };

  const keys = await requireSealKey(tx, key);
  const [client] = await tx.query<{ uuid: string }>(
    `select uuid, key, name, kind, official_key as "officialKey", chart from client where id = $1`,
    [tx.clientId],
  );
  yield record('manifest', {
    format: FORMAT,
    version: VERSION,
    createdAt,
    client,
    entryContent: CONTENT,
    entryLine: LINE,
    contentHash: 'sha256(content joined by U+001F, then per line U+001E and its fields joined by U+001F), UTF-8',
    chainHash: 'sha256(previous chain hash, fiscalYear U+001F no U+001F at U+001F, content hash)',
    firstHash: "sha256('finanzzentrum-chain-v1' U+001F client uuid U+001F fiscalYear)",
    voucherHash:
      "sha256(previous voucher's hash, 'fv1' U+001F no U+001F at U+001F source U+001F number U+001F documentId U+001F entry U+001F file U+001F role U+001F size U+001F sha256 U+001F name)",
    firstVoucherHash: "sha256('finanzzentrum-voucher-chain-v1' U+001F client uuid)",
  });
  yield await all(
    'account',
    `select number, name, parent, kind, side, statement_line as "statementLine", default_cash_account as "defaultCashAccount", postable,
       liquid, origin from account where client_id = $1 order by number collate "C"`,
  );
  yield await all('product', `select code, name, parent from product where client_id = $1 order by code collate "C"`);
  yield await all('cost-centre', `select code, name from cost_centre where client_id = $1 order by code collate "C"`);
  for (const year of await yearsOf(tx)) yield record('year', { ...year, entries: Number(year.entries) });
  yield await all(
    'period',
    `select fiscal_year as year, period, starts_on as "startsOn", ends_on as "endsOn", state from period where client_id = $1
     order by fiscal_year, period`,
  );
  yield await all(
    'seal',
    `select seal_no::int as no, statement, key_id as "keyId", encode(signature, 'base64') as signature from seal
     where client_id = $1 order by seal_no`,
  );
  for (const { id, publicKey, keyNo, inForceSince, ...handOver } of keys)
    yield record('public-key', { id, pem: publicKey, no: keyNo, validFrom: inForceSince, ...handOver });
  yield record('voucher-log', await voucherEnd(tx));
  for await (const page of journalPages(tx)) {
    yield { text: page.map(entryRecord).join(''), records: page.length };
  }
  for (let after = 0; ;) {
    const page = await tx.query<{ no: number }>(VOUCHERS, [tx.clientId, after]);
    if (page.length === 0) break;
    yield { text: page.map((row) => record('voucher', row).text).join(''), records: page.length };
    after = page.at(-1)!.no;
  }
  yield await all(
    'balance',
    `select fiscal_year as year, account, cash_account as "cashAccount", sum(debit)::text as debit, sum(credit)::text as credit,
       sum(lines)::int as lines
     from account_balance where client_id = $1 group by fiscal_year, account, cash_account
     order by fiscal_year, account collate "C", cash_account collate "C"`,
  );
  yield await all('partner', PARTNERS);
  yield await all('open-item', OPEN_ITEMS);
}

const VOUCHERS = `
  select voucher_no::int as no, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, source, number,
    document_id as "documentId", fiscal_year || '-' || entry_no as entry, file_no as file, role, size, encode(sha256, 'hex') as sha256, name,
    encode(chain_hash, 'hex') as hash
  from voucher_log where client_id = $1 and voucher_no > $2 order by voucher_no limit 5000`;

const PARTNERS = `
  select p.number, p.kind, p.name, p.vat_id as "vatId", p.tax_number as "taxNumber",
    (select coalesce(json_agg(json_build_object('validFrom', a.valid_from, 'street', a.street, 'postalCode', a.postal_code, 'city', a.city,
        'country', a.country) order by a.no), '[]') from partner_address a where a.client_id = p.client_id and a.partner_id = p.id) as addresses,
    (select coalesce(json_agg(json_build_object('iban', b.iban, 'state', b.state, 'proposedBy', b.proposed_by_name, 'decidedBy',
        b.decided_by_name) order by b.no), '[]') from partner_bank_account b where b.client_id = p.client_id and b.partner_id = p.id)
      as "bankAccounts"
  from partner p where p.client_id = $1 order by p.number`;

const OPEN_ITEMS = `
  select o.id, o.no::int as no, o.kind, p.number as partner, o.account, o.amount, o.balance, o.state,
    o.raised_year || '-' || o.raised_no as entry, o.reference, o.text, o.raised_on as "raisedOn", o.due_on as "dueOn", o.iban,
    o.payment_block as "paymentBlock"
  from open_item o join partner p on p.client_id = o.client_id and p.id = o.partner_id
  where o.client_id = $1 order by o.no`;

/** Written by hand: the arrays hold the fields of the canonical bytes in their order, all as text. */
function entryRecord(entry: ExportedEntry): string {
  const content = [
    'fz1',
    entry.kind,
    String(entry.fiscalYear),
    String(entry.period),
    entry.bookingDate,
    entry.text,
    entry.reference,
    entry.source,
    entry.idempotencyKey ?? '',
    entry.author,
    entry.reverses,
    entry.reason,
    ...(entry.scope !== 'request' || entry.documentDate !== null ? [entry.scope, entry.documentDate ?? ''] : []),
  ];
  const lines = entry.lines.map((line) => [
    String(line.lineNo),
    line.account,
    line.product ?? '',
    line.costCentre ?? '',
    line.cashAccount ?? '',
    line.amount,
    line.text,
    ...(line.taxCode === null
      ? line.openItem === null
        ? []
        : [line.openItem]
      : [line.openItem ?? '', line.taxCode, line.taxRate!, line.taxBase!]),
  ]);
  return (
    `{"type":"entry","no":${entry.entryNo},"at":"${entry.recordedAt}","author":${JSON.stringify(entry.authorName)},` +
    `"hash":"${entry.chainHash}","content":${JSON.stringify(content)},"lines":${JSON.stringify(lines)}}\n`
  );
}
