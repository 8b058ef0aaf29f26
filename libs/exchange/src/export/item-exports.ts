import type { ClientTx } from '@lib/database';
import { formatEuro } from '@lib/kernel';
import { type Column, csvOf, germanEuro } from '@lib/ledger';

interface PartnerRow {
  number: string;
  kind: string;
  name: string;
  vatId: string | null;
  taxNumber: string | null;
  address: string | null;
  validFrom: string | null;
  iban: string | null;
  ibanState: string | null;
  proposedBy: string | null;
  decidedBy: string | null;
  paymentBlock: string | null;
  active: boolean;
}

const PARTNERS = `
  select p.number, p.kind, p.name, p.vat_id as "vatId", p.tax_number as "taxNumber",
    a.address, a.valid_from as "validFrom", b.iban, b.state as "ibanState", b.proposed_by_name as "proposedBy",
    b.decided_by_name as "decidedBy", p.payment_block as "paymentBlock", p.active
  from partner p
  left join lateral (select concat_ws(', ', nullif(street, ''), nullif(trim(postal_code || ' ' || city), ''), country) as address, valid_from
    from partner_address where client_id = p.client_id and partner_id = p.id and valid_from <= current_date
    order by valid_from desc, no desc limit 1) a on true
  left join partner_bank_account b on b.client_id = p.client_id and b.partner_id = p.id
  where p.client_id = $1 order by p.number, b.no`;

const PARTNER_COLUMNS: Column<PartnerRow>[] = [
  { heading: 'Partner', value: (row) => row.number },
  { heading: 'Art', value: (row) => row.kind },
  { heading: 'Name', value: (row) => row.name },
  { heading: 'USt-IdNr.', value: (row) => row.vatId },
  { heading: 'Steuernummer', value: (row) => row.taxNumber },
  { heading: 'Anschrift', value: (row) => row.address },
  { heading: 'Gültig ab', value: (row) => row.validFrom },
  { heading: 'IBAN', value: (row) => row.iban },
  { heading: 'Stand der Bankverbindung', value: (row) => row.ibanState },
  { heading: 'Vorgeschlagen von', value: (row) => row.proposedBy },
  { heading: 'Entschieden von', value: (row) => row.decidedBy },
  { heading: 'Zahlsperre', value: (row) => row.paymentBlock },
  { heading: 'Aktiv', value: (row) => (row.active ? 'ja' : 'nein') },
];

/** All partners with the address in force, a row for each bank account that there is or was. */
export async function partnersCsv(tx: ClientTx): Promise<string> {
  return csvOf(await tx.query<PartnerRow>(PARTNERS, [tx.clientId]), PARTNER_COLUMNS);
}

interface ItemRow {
  no: string;
  kind: string;
  partner: string;
  name: string;
  account: string;
  amount: string;
  balance: string;
  state: string;
  entry: string;
  reference: string;
  text: string;
  raisedOn: string;
  dueOn: string;
  iban: string | null;
  paymentBlock: string | null;
  id: string;
}

const ITEMS = `
  select o.no, o.kind, p.number as partner, p.name, o.account, o.amount, o.balance, o.state, o.raised_year || '-' || o.raised_no as entry,
    o.reference, o.text, o.raised_on as "raisedOn", o.due_on as "dueOn", o.iban, o.payment_block as "paymentBlock", o.id
  from open_item o join partner p on p.client_id = o.client_id and p.id = o.partner_id
  where o.client_id = $1 order by o.no`;

const euro = (cents: string): string => germanEuro(formatEuro(cents));

const ITEM_COLUMNS: Column<ItemRow>[] = [
  { heading: 'Posten', value: (row) => row.no },
  { heading: 'Art', value: (row) => (row.kind === 'liability' ? 'Verbindlichkeit' : 'Forderung') },
  { heading: 'Partner', value: (row) => row.partner },
  { heading: 'Name', value: (row) => row.name },
  { heading: 'Konto', value: (row) => row.account },
  { heading: 'Betrag (Soll positiv)', value: (row) => euro(row.amount) },
  { heading: 'Offen (Soll positiv)', value: (row) => euro(row.balance) },
  { heading: 'Stand', value: (row) => row.state },
  { heading: 'Buchung', value: (row) => row.entry },
  { heading: 'Rechnung', value: (row) => row.reference },
  { heading: 'Text', value: (row) => row.text },
  { heading: 'Entstanden', value: (row) => row.raisedOn },
  { heading: 'Fällig', value: (row) => row.dueOn },
  { heading: 'IBAN', value: (row) => row.iban },
  { heading: 'Zahlsperre', value: (row) => row.paymentBlock },
  { heading: 'Kennung in den Buchungszeilen', value: (row) => row.id },
];

/** All open items that there are or were, with the id by which lines of the journal name them. */
export async function openItemsCsv(tx: ClientTx): Promise<string> {
  return csvOf(await tx.query<ItemRow>(ITEMS, [tx.clientId]), ITEM_COLUMNS);
}
