import { cut } from '@lib/kernel';
import {
  type AddressWish,
  formerPartners,
  isMandateReference,
  type MandateKind,
  type MandateSequence,
  type MandateWish,
  PARTNER_KINDS,
  type PartnerKind,
  type PartnerTakeover,
  readBic,
  readIban,
  takenMandates,
  takeOverPartners,
} from '@lib/partners';
import { type FileRecord, fileRecords, type Shape, Taker } from './file-records.js';
import type { RecordCounts, RecordImport } from './import-records.js';

const PARTNERS = {
  columns: {
    number: ['Partner', 'Nummer', 'Partnernummer', 'Geschäftspartner'],
    kind: ['Art'],
    name: ['Name'],
    tradingName: ['Handelsname'],
    vatId: ['USt-IdNr', 'USt-IdNr.'],
    taxNumber: ['Steuernummer'],
    registerId: ['Registernummer'],
    supplierNumber: ['Lieferantennummer'],
    leitwegId: ['Leitweg-ID'],
    email: ['E-Mail'],
    phone: ['Telefon'],
    language: ['Sprache'],
    paymentTermDays: ['Zahlungsziel'],
    paymentBlock: ['Zahlsperre'],
    note: ['Bemerkung'],
    active: ['Aktiv'],
    street: ['Straße', 'Strasse'],
    addition: ['Zusatz'],
    postalCode: ['PLZ', 'Postleitzahl'],
    city: ['Ort'],
    country: ['Land'],
    validFrom: ['Gültig ab'],
    iban: ['IBAN'],
    bic: ['BIC'],
    holder: ['Kontoinhaber'],
    mandate: ['Mandat', 'Mandatsreferenz'],
    mandateKind: ['Mandatsart'],
    mandateSequence: ['Mandatsfolge'],
    mandateSignedOn: ['Mandat vom', 'Unterschrieben am'],
    mandateLastUsedOn: ['Mandat zuletzt genutzt'],
    mandateEnded: ['Mandat beendet'],
  },
  required: ['number', 'name'],
} as const satisfies Shape<string>;
type Key = keyof typeof PARTNERS.columns;
type PartnerRecord = FileRecord<Key>;

const KINDS: Readonly<Record<string, PartnerKind>> = {
  ...(Object.fromEntries(PARTNER_KINDS.map((kind) => [kind.replaceAll('-', ''), kind])) as Record<string, PartnerKind>),
  firma: 'company',
  unternehmen: 'company',
  person: 'person',
  behörde: 'public-body',
  mitarbeiter: 'employee',
};
const LANGUAGES = { de: 'de', en: 'en', deutsch: 'de', englisch: 'en' } as const;
const MANDATE_KIND_WORDS: Readonly<Record<string, MandateKind>> = {
  core: 'core',
  basis: 'core',
  b2b: 'b2b',
  firma: 'b2b',
};
const MANDATE_SEQUENCE_WORDS: Readonly<Record<string, MandateSequence>> = {
  recurrent: 'recurrent',
  wiederkehrend: 'recurrent',
  oneoff: 'one-off',
  einmalig: 'one-off',
};
const NUMBER = /^[0-9A-Za-z][0-9A-Za-z./_-]{0,39}$/;
/** What stands on the first record of a partner and is empty or the same on the others. */
const OF_THE_PARTNER: readonly Key[] = [
  ...['kind', 'name', 'tradingName', 'vatId', 'taxNumber', 'registerId', 'supplierNumber', 'leitwegId', 'email'],
  ...['phone', 'language', 'paymentTermDays', 'paymentBlock', 'note', 'active'],
] as Key[];
/** Partners in one go to the database. */
const BATCH = 1000;
/** An address without a day holds from the beginning. */
const ALWAYS = '1990-01-01';

interface Read {
  wish: PartnerTakeover;
  first: PartnerRecord;
  mandates: { reference: string; record: PartnerRecord }[];
}

/**
 * Takes partners over with their addresses, bank accounts and mandates. One record is a partner with an address, a bank account and
 * its mandate; further records with the same number, following at once, add further ones.
 */
export async function partnersFile(order: RecordImport): Promise<RecordCounts> {
  const { tx, bytes, format, findings, by, passed } = order;
  const take = new Taker(findings);
  const seen = new Set<string>();
  const references = new Set<string>();
  const counts = { taken: 0, unchanged: 0 };
  let batch: Read[] = [];

  const hold = async (): Promise<void> => {
    await refuseKnown(order, batch, take);
    // Once something is wrong nothing is kept; the rest of the file is still read, so that all is told at once.
    if (!findings.any) {
      await takeOverPartners(
        tx,
        batch.map(({ wish }) => wish),
        by,
      );
    }
    counts.taken += batch.length;
    batch = [];
  };
  for await (const records of byPartner(fileRecords<Key>(bytes, format, findings, PARTNERS), take)) {
    const read = partnerOf(records, order, take);
    passed();
    if (!read) continue;
    if (seen.has(read.wish.formerNumber))
      take.refuse(read.first.cell('number'), 'RecordTwice', { value: read.wish.formerNumber });
    seen.add(read.wish.formerNumber);
    for (const { reference, record } of read.mandates) {
      if (references.has(reference)) take.refuse(record.cell('mandate'), 'RecordTwice', { value: reference });
      references.add(reference);
    }
    batch.push(read);
    if (batch.length === BATCH) await hold();
  }
  await hold();
  return counts;
}

/** Numbers and mandates that these books have already. */
async function refuseKnown({ tx }: RecordImport, batch: readonly Read[], take: Taker): Promise<void> {
  const there = await formerPartners(
    tx,
    batch.map(({ wish }) => wish.formerNumber),
  );
  const mandates = batch.flatMap((read) => read.mandates);
  const taken = await takenMandates(
    tx,
    mandates.map(({ reference }) => reference),
  );
  for (const { wish, first } of batch) {
    const known = there.get(wish.formerNumber);
    if (known?.former)
      take.refuse(first.cell('number'), 'PartnerThere', { value: wish.formerNumber, number: known.number });
  }
  for (const { reference, record } of mandates)
    if (taken.has(reference)) take.refuse(record.cell('mandate'), 'MandateThere', { value: reference });
}

/** The records of a partner, together. */
async function* byPartner(records: AsyncIterable<PartnerRecord>, take: Taker): AsyncGenerator<PartnerRecord[]> {
  let open: PartnerRecord[] = [];
  for await (const record of records) {
    const number = record.cell('number');
    if (number.text === '') {
      take.refuse(number, 'ValueMissing');
      continue;
    }
    if (open.length > 0 && open[0]!.cell('number').text !== number.text) {
      yield open;
      open = [];
    }
    open.push(record);
  }
  if (open.length > 0) yield open;
}

function partnerOf(records: readonly PartnerRecord[], order: RecordImport, take: Taker): Read | undefined {
  const [first, ...others] = records as [PartnerRecord, ...PartnerRecord[]];
  for (const record of others)
    for (const key of OF_THE_PARTNER) {
      const { text } = record.cell(key);
      if (text !== '' && text !== first.cell(key).text)
        take.refuse(record.cell(key), 'RecordFieldDiffers', { value: cut(text, 40) });
    }
  const formerNumber = take.code(first.cell('number'), NUMBER, true);
  const data = dataOf(first, take);
  const mandates: Read['mandates'] = [];
  const bankAccounts = accountsOf(records, order, take, mandates);
  const addresses = records.flatMap((record) => addressOf(record, take) ?? []);
  if (formerNumber === null || data.name === '') return undefined;
  return { wish: { formerNumber, data, addresses, bankAccounts }, first, mandates };
}

function dataOf(record: PartnerRecord, take: Taker): PartnerTakeover['data'] {
  const text = (key: Key, least: number, most: number): string | null => {
    const cell = record.cell(key);
    const value = take.text(cell, most);
    if (value !== '' && value.length < least) take.refuse(cell, 'TextTooShort', { limit: least });
    return value || null;
  };
  return {
    kind: take.choice(record.cell('kind'), KINDS) ?? 'company',
    name: take.text(record.cell('name'), 200, true),
    tradingName: text('tradingName', 1, 200),
    vatId: text('vatId', 4, 20),
    taxNumber: text('taxNumber', 3, 30),
    registerId: text('registerId', 1, 60),
    supplierNumber: text('supplierNumber', 1, 60),
    leitwegId: text('leitwegId', 3, 46),
    email: text('email', 3, 254),
    phone: text('phone', 3, 60),
    language: take.choice(record.cell('language'), LANGUAGES) ?? 'de',
    paymentTermDays: take.whole(record.cell('paymentTermDays'), 0, 365),
    paymentBlock: text('paymentBlock', 3, 300),
    note: take.text(record.cell('note'), 2000),
    active: take.flag(record.cell('active')) ?? true,
  };
}

function addressOf(record: PartnerRecord, take: Taker): AddressWish | undefined {
  const [street, addition] = [take.text(record.cell('street'), 200), take.text(record.cell('addition'), 200)];
  const [postalCode, city] = [take.text(record.cell('postalCode'), 20), take.text(record.cell('city'), 120)];
  const country = take.code(record.cell('country'), /^[A-Za-z]{2}$/);
  const validFrom = take.day(record.cell('validFrom'));
  if (city === '') {
    if (street !== '' || postalCode !== '') take.refuse(record.cell('city'), 'ValueMissing');
    return undefined;
  }
  return {
    street,
    addition,
    postalCode,
    city,
    country: (country ?? 'DE').toUpperCase(),
    validFrom: validFrom ?? ALWAYS,
  };
}

/** The bank accounts of a partner's records, each IBAN once, with the mandates signed for it. */
function accountsOf(
  records: readonly PartnerRecord[],
  { source }: RecordImport,
  take: Taker,
  references: Read['mandates'],
): PartnerTakeover['bankAccounts'] {
  const accounts = new Map<
    string,
    { iban: string; bic: string | null; holder: string; source: string; mandates: MandateWish[] }
  >();
  for (const record of records) {
    const [ibanCell, bicCell] = [record.cell('iban'), record.cell('bic')];
    const iban = ibanCell.text === '' ? null : readIban(ibanCell.text);
    const bic = bicCell.text === '' ? null : readBic(bicCell.text);
    const holder = take.text(record.cell('holder'), 140);
    if (ibanCell.text !== '' && iban === null)
      take.refuse(ibanCell, 'PartnerIbanWrong', { value: cut(ibanCell.text, 40) });
    if (bicCell.text !== '' && bic === null) take.refuse(bicCell, 'PartnerBicWrong', { value: cut(bicCell.text, 40) });
    const mandate = mandateOf(record, take);
    if (mandate) references.push({ reference: mandate.reference.toUpperCase(), record });
    if (iban === null) {
      if (mandate && ibanCell.text === '') take.refuse(ibanCell, 'MandateNeedsAccount');
      continue;
    }
    const account = accounts.get(iban) ?? { iban, bic, holder, source, mandates: [] };
    if (mandate) account.mandates.push(mandate);
    accounts.set(iban, account);
  }
  return [...accounts.values()];
}

function mandateOf(record: PartnerRecord, take: Taker): MandateWish | undefined {
  const cell = record.cell('mandate');
  if (cell.text === '') return undefined;
  const signedOn = take.day(record.cell('mandateSignedOn'), true);
  const lastUsedOn = take.day(record.cell('mandateLastUsedOn'));
  const kind = take.choice(record.cell('mandateKind'), MANDATE_KIND_WORDS);
  const sequence = take.choice(record.cell('mandateSequence'), MANDATE_SEQUENCE_WORDS);
  const ended = take.flag(record.cell('mandateEnded')) ?? false;
  if (!isMandateReference(cell.text)) return take.refuse(cell, 'NotAMandate', { value: cut(cell.text, 40) });
  if (signedOn !== null && lastUsedOn !== null && lastUsedOn < signedOn)
    return take.refuse(record.cell('mandateLastUsedOn'), 'NotADate', { value: lastUsedOn });
  if (signedOn === null) return undefined;
  return {
    reference: cell.text,
    signedOn,
    lastUsedOn,
    ended,
    ...(kind && { kind }),
    ...(sequence && { sequence }),
  };
}
