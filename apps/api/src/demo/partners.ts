import type { ClientTx } from '@lib/database';
import { type LocalDate, monthOf, yearOf } from '@lib/kernel';
import { type Author, isPosted, type Line, posting, postWithin } from '@lib/ledger';
import { raiseOpenItems, type RaiseWish } from '@lib/open-items';
import {
  addAddress,
  addPartner,
  changePartner,
  decideBankAccount,
  type DoingPerson,
  type Partner,
  type PartnerWish,
  proposeBankAccount,
} from '@lib/partners';
import { addDays } from './days.js';
import { inventedIban } from './town.js';

/** The eight digits of a bank that does not exist. */
const BANK = '99990020';

interface DemoPartner extends PartnerWish {
  street: string;
  postalCode: string;
  city: string;
}

const company = (
  name: string,
  no: number,
  street: string,
  postalCode: string,
  city: string,
  more: Partial<PartnerWish> = {},
): DemoPartner => ({
  kind: 'company',
  name,
  // Numbers of nobody: the check digits of a real VAT id do not hold.
  vatId: `DE9990001${String(no).padStart(2, '0')}`,
  taxNumber: `999/5801/0${String(no).padStart(3, '0')}`,
  email: `rechnung@partner-${no}.example`,
  paymentTermDays: 30,
  street,
  postalCode,
  city,
  ...more,
});

/** With whom a town deals. None of them exists. */
const PARTNERS: readonly DemoPartner[] = [
  company('Dachdeckerei Musterdach GmbH', 1, 'Ziegelweg 4', '00011', 'Beispielstadt'),
  company('Elektro Probe GmbH', 2, 'Stromgasse 12', '00012', 'Probeheim'),
  company('Stadtwerke Beispielland GmbH', 3, 'Energieallee 1', '00013', 'Beispielstadt', { paymentTermDays: 14 }),
  company('Malerbetrieb Farbprobe', 4, 'Am Pinsel 7', '00014', 'Wesenrode'),
  company('Spielgeräte Beispiel GmbH', 5, 'Rutschweg 3', '00015', 'Spielbach'),
  company('Bürobedarf Muster & Partner KG', 6, 'Papierstraße 22', '00016', 'Beispielstadt'),
  company('Tiefbau Schotter & Söhne GmbH & Co. KG', 7, 'Kieswerk 1', '00017', 'Lindhoven', {
    registerId: 'HRA 99007',
  }),
  company('Ingenieurbüro Reißbrett', 8, 'Planstraße 5', '00018', 'Ahlenbrück', { tradingName: 'Reißbrett Planung' }),
  company('Schulbuch Muster KG', 9, 'Lesepfad 2', '00019', 'Probeheim'),
  company('Entsorgung Tonne Beispiel GmbH', 10, 'Deponiestraße 9', '00020', 'Beispielstadt', {
    supplierNumber: 'L-4711',
  }),
  company('Softwarehaus Nullzeiger AG', 11, 'Serverring 8', '00021', 'Probeheim', {
    endpointScheme: 'EM',
    endpoint: 'rechnung@nullzeiger.example',
  }),
  {
    kind: 'public-body',
    name: 'Kreis Musterland',
    leitwegId: '99999-99-77',
    email: 'kreiskasse@musterland.example',
    street: 'Kreishausplatz 1',
    postalCode: '00022',
    city: 'Musterkreisstadt',
  },
  {
    kind: 'person',
    name: 'Mia Mieterin (Demo)',
    phone: '00999 4712',
    street: 'Feldstraße 14',
    postalCode: '00001',
    city: 'Ahlenbrück',
  },
];

interface Item extends Pick<RaiseWish, 'kind' | 'account'> {
  partner: number;
  /** Signed cents. */
  amount: bigint;
  other: string;
  reference: string;
  text: string;
  /** Days before today on which it was booked, and days after that until it is due. */
  before: number;
  term: number;
  discount?: bigint;
  block?: string;
  cashAccount: string;
}

const ITEMS: readonly Item[] = [
  item(1, -238_000n, '5211', 'RE-2087', 'Reparatur Dachrinne Grundschule', 21, 30, { discount: 4_760n }),
  item(2, -89_250n, '5211', '26-1180', 'Austausch Leuchten Turnhalle', 16, 30),
  item(3, -412_335n, '5241', 'SW-88123', 'Strom, Abschlag', 12, 14),
  item(4, -154_700n, '5211', 'FP-311', 'Anstrich Flur', 30, 14, { block: 'Mangel gerügt: Farbe blättert ab' }),
  item(6, -23_681n, '5431', 'BM-50417', 'Büromaterial', 8, 30),
  item(6, 4_760n, '5431', 'BM-GS-177', 'Gutschrift Rücksendung Ordner', 3, 30),
  item(11, -119_000n, '5431', 'NZ-2231', 'Lizenzen Fachverfahren', 5, 30),
  {
    ...item(13, 52_000n, '4411', 'M-0114', 'Miete', 20, 10, {}),
    kind: 'claim',
    account: '171101',
    cashAccount: '6411',
  },
];

function item(
  partner: number,
  amount: bigint,
  other: string,
  reference: string,
  text: string,
  before: number,
  term: number,
  more: Partial<Item> = {},
): Item {
  const cashAccount = other === '5241' ? '7241' : other === '5431' ? '7431' : '7211';
  return {
    kind: 'liability',
    account: '351101',
    partner,
    amount,
    other,
    reference,
    text,
    before,
    term,
    cashAccount,
    ...more,
  };
}

/**
 * A dozen creditors and a debtor with addresses and bank accounts that two people agreed on, one account that still waits for
 * the second, a payment block, somebody's own matter, and some open items.
 * @returns how many entries were posted
 */
export async function introducePartners(
  tx: ClientTx,
  today: LocalDate,
  people: { proposer: DoingPerson; decider: DoingPerson; employee: DoingPerson; author: Author },
  product: string,
): Promise<number> {
  const { proposer, decider, employee, author } = people;
  const partners: Partner[] = [];
  for (const [index, { street, postalCode, city, ...wish }] of PARTNERS.entries()) {
    const partner = await addPartner(tx, wish, proposer);
    const validFrom = `${yearOf(today) - 1}-01-01`;
    await addAddress(tx, partner.id, { street, postalCode, city, validFrom }, proposer);
    const iban = inventedIban(BANK, tx.clientId * 1000 + index + 1);
    const { no } = await proposeBankAccount(tx, partner.id, { iban, source: 'Rechnung aus dem Vorjahr' }, proposer);
    await decideBankAccount(tx, partner.id, no, { confirm: true, note: 'Rückruf unter bekannter Nummer' }, decider);
    partners.push(partner);
  }
  await proposeBankAccount(
    tx,
    partners[8]!.id,
    { iban: inventedIban(BANK, tx.clientId * 1000 + 900), source: 'Schreiben: „neue Bankverbindung“' },
    proposer,
  );
  const blocked = partners[9]!;
  await changePartner(tx, blocked.id, blocked.version, { paymentBlock: 'Pfändung liegt vor, Klärung läuft' }, proposer);
  const own = await addPartner(
    tx,
    { kind: 'employee', name: employee.displayName, userId: employee.userId, note: 'Reisekosten' },
    proposer,
  );
  await addAddress(tx, own.id, { city: 'Ahlenbrück', validFrom: `${yearOf(today) - 1}-01-01` }, proposer);
  return raise(tx, partners, today, proposer, author, product);
}

async function raise(
  tx: ClientTx,
  partners: readonly Partner[],
  today: LocalDate,
  by: DoingPerson,
  author: Author,
  product: string,
): Promise<number> {
  const firstDay = `${yearOf(today)}-01-01`;
  const dayOf = (one: Item): LocalDate => {
    const day = addDays(today, -one.before);
    return day < firstDay ? firstDay : day;
  };
  const inOrder = [...ITEMS].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const raised = await raiseOpenItems(
    tx,
    inOrder.map((one): RaiseWish => ({
      kind: one.kind,
      account: one.account,
      partnerId: partners[one.partner - 1]!.id,
      amount: one.amount,
      reference: one.reference,
      text: one.text,
      raisedOn: dayOf(one),
      dueOn: addDays(dayOf(one), one.term),
      discountOn: one.discount ? addDays(dayOf(one), 10) : null,
      discountAmount: one.discount ?? null,
      method: one.kind === 'liability' ? 'transfer' : 'none',
      bankAccountNo: one.kind === 'liability' ? 1 : null,
      paymentBlock: one.block ?? null,
      shares: [{ product, costCentre: null, cashAccount: one.cashAccount, amount: one.amount }],
    })),
    by,
  );
  const line = (account: string, amount: bigint, more: Partial<Line>): Line => ({
    account,
    product: null,
    costCentre: null,
    cashAccount: null,
    amount,
    text: '',
    ...more,
  });
  const answers = await postWithin(
    tx,
    inOrder.map((one, index) => {
      const bookingDate = dayOf(one);
      return posting(
        {
          fiscalYear: yearOf(bookingDate),
          period: monthOf(bookingDate),
          bookingDate,
          kind: 'regular',
          text: `${partners[one.partner - 1]!.name}: ${one.text}`,
          reference: one.reference,
          lines: [
            line(one.other, -one.amount, { product }),
            line(one.account, one.amount, { openItem: raised[index]!.id }),
          ],
        },
        { clientId: tx.clientId, author, source: 'demo' },
      );
    }),
  );
  const refused = answers.find((answer) => !isPosted(answer));
  if (refused) throw new Error(`demonstration item refused (${refused.outcome} ${refused.lineNo})`);
  return answers.length;
}
