import type { Cents } from '@lib/kernel';
import { addDays, bankDay, dateOf, statementNo } from '../days.js';
import { type DemoEntry, credit, debit } from '../demo-journal.js';
import { count } from '../town.js';
import { BANK, type Books, SECOND_BANK, yearly } from './books.js';

/** Something that is bought again and again. */
export interface Purchase {
  account: string;
  cash: string;
  /** Invoices a year at the base size. */
  invoices: number;
  /** Whole euros a year for the base size. */
  amount: number;
  suppliers: readonly string[];
  texts: readonly string[];
  /** Products with the cost centre, if any. */
  places: readonly (readonly [product: string, costCentre?: string])[];
}

const BUILDINGS = [
  ['111.06', '1010'],
  ['211.01', '2110'],
  ['211.02', '2120'],
  ['218.01', '2180'],
  ['424.01', '4240'],
  ['126.01', '1210'],
  ['126.01', '1220'],
  ['315.01', '3150'],
  ['366.01', '3660'],
  ['272.01', '2720'],
] as const;

/** What the town buys. None of the suppliers exists. */
export const TOWN_PURCHASES: readonly Purchase[] = [
  {
    account: '5211',
    cash: '7211',
    invoices: 230,
    amount: 1_050_000,
    suppliers: [
      'Dachdeckerei Musterdach',
      'Sanitär Probst & Muster',
      'Malerbetrieb Farbprobe',
      'Elektro Probe GmbH',
      'Schlosserei Denkmal',
      'Glaserei Klarsicht-Muster',
    ],
    texts: [
      'Reparatur Dachrinne',
      'Wartung Heizungsanlage',
      'Anstrich Flur',
      'Austausch Leuchten',
      'Reparatur Fenster',
      'Prüfung Brandschutztüren',
    ],
    places: BUILDINGS,
  },
  {
    account: '524110',
    cash: '7241',
    invoices: 132,
    amount: 520_000,
    suppliers: ['Stadtwerke Beispielland', 'Energie Musterkreis AG'],
    texts: ['Strom, Abschlag', 'Strom, Monatsrechnung'],
    places: [...BUILDINGS, ['541.01', '5410']],
  },
  {
    account: '524120',
    cash: '7241',
    invoices: 110,
    amount: 430_000,
    suppliers: ['Stadtwerke Beispielland', 'Nahwärme Musterfeld eG'],
    texts: ['Gas, Abschlag', 'Nahwärme, Monatsrechnung'],
    places: BUILDINGS,
  },
  {
    account: '524140',
    cash: '7241',
    invoices: 96,
    amount: 380_000,
    suppliers: ['Gebäudereinigung Blitzblank-Demo', 'Sauber & Muster GmbH'],
    texts: ['Unterhaltsreinigung', 'Glasreinigung', 'Grundreinigung Ferien'],
    places: BUILDINGS,
  },
  {
    account: '524130',
    cash: '7241',
    invoices: 60,
    amount: 95_000,
    suppliers: ['Wasserversorgung Beispielland', 'Abwasserwerk Ahlenbrück'],
    texts: ['Wasser und Abwasser, Abschlag'],
    places: BUILDINGS,
  },
  {
    account: '5221',
    cash: '7221',
    invoices: 90,
    amount: 780_000,
    suppliers: ['Tiefbau Musterkamp GmbH', 'Straßenbau Erdacht KG', 'Garten- und Landschaftsbau Musterwiese'],
    texts: ['Deckensanierung', 'Reparatur Gehweg', 'Bankette schälen', 'Baumpflege', 'Pflege Grünanlage'],
    places: [['541.01', '5410'], ['551.01'], ['553.01', '5530']],
  },
  {
    account: '5251',
    cash: '7251',
    invoices: 110,
    amount: 120_000,
    suppliers: ['Autohaus Mustermann GmbH', 'Tankstelle Beispiel', 'Landtechnik Demofeld GmbH'],
    texts: ['Diesel', 'Inspektion', 'Reifenwechsel', 'Ersatzteile Kehrmaschine', 'Hauptuntersuchung'],
    places: [
      ['111.07', '7010'],
      ['126.01', '1210'],
      ['111.02', '1010'],
    ],
  },
  {
    account: '5255',
    cash: '7255',
    invoices: 70,
    amount: 60_000,
    suppliers: ['Bürotechnik Demohl', 'Feuerwehrbedarf Muster', 'Spielgeräte Beispiel GmbH'],
    texts: ['Wartung Kopierer', 'Prüfung Atemschutzgeräte', 'Reparatur Spielgerät', 'Kleingeräte'],
    places: [['111.05'], ['126.01', '1210'], ['551.01']],
  },
  {
    account: '529110',
    cash: '7291',
    invoices: 60,
    amount: 340_000,
    suppliers: ['Kommunales Rechenzentrum Beispielland', 'Softwarehaus Nullinger'],
    texts: ['Softwarepflege', 'Verfahrensumlage', 'IT-Dienstleistung', 'Lizenzen Arbeitsplätze'],
    places: [['111.05'], ['111.03']],
  },
  {
    account: '529120',
    cash: '7291',
    invoices: 24,
    amount: 430_000,
    suppliers: ['Reisedienst Fiktiva', 'Verkehrsbetriebe Musterkreis'],
    texts: ['Schülerbeförderung', 'Schülertickets'],
    places: [['241.01']],
  },
  {
    account: '529150',
    cash: '7291',
    invoices: 36,
    amount: 840_000,
    suppliers: ['Entsorgung Musterkreis GmbH', 'Kompostwerk Beispiel'],
    texts: ['Abfuhr Restabfall', 'Abfuhr Bioabfall', 'Deponiegebühren', 'Papiersammlung'],
    places: [['537.01']],
  },
  {
    account: '529140',
    cash: '7291',
    invoices: 12,
    amount: 60_000,
    suppliers: ['Landtechnik Demofeld GmbH', 'Maschinenring Muster'],
    texts: ['Räum- und Streudienst', 'Bereitschaftspauschale'],
    places: [['545.01', '5410']],
  },
  {
    account: '5291',
    cash: '7291',
    invoices: 60,
    amount: 250_000,
    suppliers: ['Mensa Musterküche GmbH', 'Planungsbüro Erdacht', 'Sicherheitsdienst Probe'],
    texts: ['Mittagsverpflegung', 'Bebauungsplan Nordfeld, Abschlag', 'Schließdienst'],
    places: [['218.01', '2180'], ['511.01'], ['211.01', '2110']],
  },
  {
    account: '5271',
    cash: '7271',
    invoices: 40,
    amount: 42_000,
    suppliers: ['Buchhandlung Leseprobe', 'Schulbuch Muster KG'],
    texts: ['Schulbücher', 'Arbeitshefte', 'Klassensätze'],
    places: [
      ['211.01', '2110'],
      ['211.02', '2120'],
      ['218.01', '2180'],
    ],
  },
  {
    account: '5281',
    cash: '7281',
    invoices: 56,
    amount: 70_000,
    suppliers: ['Buchhandlung Leseprobe', 'Bastelbedarf Muster', 'Floristik Beispiel'],
    texts: ['Medien Bücherei', 'Material Ferienprogramm', 'Repräsentation'],
    places: [['272.01', '2720'], ['366.01', '3660'], ['281.01']],
  },
  {
    account: '543110',
    cash: '7431',
    invoices: 120,
    amount: 180_000,
    suppliers: ['Papier Demohl KG', 'Postdienst Muster', 'Telefon Beispiel AG'],
    texts: ['Büromaterial', 'Frankierung', 'Telefon und Internet', 'Bekanntmachung'],
    places: [['111.02', '1010'], ['111.03'], ['122.02', '1020'], ['111.04']],
  },
  {
    account: '543120',
    cash: '7431',
    invoices: 18,
    amount: 150_000,
    suppliers: ['Kanzlei Muster & Probe', 'Prüfungsgesellschaft Beispiel'],
    texts: ['Rechtsberatung', 'Prüfung Jahresabschluss', 'Gutachten'],
    places: [['111.03'], ['521.01'], ['111.02']],
  },
  {
    account: '544110',
    cash: '7441',
    invoices: 10,
    amount: 260_000,
    suppliers: ['Kommunalversicherung Muster'],
    texts: ['Gebäudeversicherung', 'Haftpflicht', 'Kfz-Versicherung'],
    places: [['111.06'], ['111.07', '7010'], ['111.04']],
  },
  {
    account: '5422',
    cash: '7422',
    invoices: 36,
    amount: 230_000,
    suppliers: ['Wohnbau Beispielheim eG', 'Containerdienst Muster'],
    texts: ['Miete Unterkunft', 'Miete Containeranlage'],
    places: [
      ['315.01', '3150'],
      ['218.01', '2180'],
    ],
  },
  {
    account: '5412',
    cash: '7412',
    invoices: 40,
    amount: 62_000,
    suppliers: ['Studieninstitut Muster', 'Arbeitsschutz Probe GmbH'],
    texts: ['Fortbildung', 'Dienstkleidung', 'Reisekosten'],
    places: [['111.04'], ['126.01'], ['111.07']],
  },
  {
    account: '5421',
    cash: '7421',
    invoices: 12,
    amount: 150_000,
    suppliers: ['Ratsmitglieder'],
    texts: ['Aufwandsentschädigungen und Sitzungsgelder'],
    places: [['111.01'], ['126.01']],
  },
];

interface Invoice {
  date: string;
  amount: Cents;
  purchase: Purchase;
  supplier: string;
  text: string;
  place: readonly [product: string, costCentre?: string];
}

const REASONS = [
  'Falsches Produkt angegeben',
  'Rechnung doppelt erfasst',
  'Betrag falsch abgelesen',
  'Rechnung wurde storniert und neu gestellt',
] as const;

/** Invoices and their payments two to five weeks later; one in ninety was wrong and is taken back. */
export function buy(books: Books, purchases: readonly Purchase[]): void {
  const { random, year, town } = books;
  const invoices = purchases.flatMap((purchase): Invoice[] =>
    random.parts(yearly(books, purchase.amount), count(town, purchase.invoices)).map((amount, index, all) => ({
      date: dateOf(year, Math.floor((index * 12) / all.length) + 1, random.int(1, 28)),
      amount,
      purchase,
      supplier: random.pick(purchase.suppliers),
      text: random.pick(purchase.texts),
      place: random.pick(purchase.places),
    })),
  );
  invoices.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  invoices.forEach((invoice, index) => {
    const reference = `ER-${year}-${String(index + 1).padStart(5, '0')}`;
    const entered = enterInvoice(books, invoice, reference);
    if (random.int(1, 90) === 1) {
      entered.takenBack = { date: addDays(invoice.date, random.int(1, 3)), reason: random.pick(REASONS) };
      if (entered.takenBack.date.slice(0, 7) !== invoice.date.slice(0, 7)) entered.takenBack.date = invoice.date;
      return;
    }
    payInvoice(books, invoice, reference);
  });
}

function enterInvoice(
  { journal }: Books,
  { date, amount, purchase, supplier, text, place }: Invoice,
  reference: string,
): DemoEntry {
  const [product, costCentre] = place;
  return journal.add(date, `${supplier}: ${text}`, reference, [
    debit(purchase.account, amount, { product, costCentre, text }),
    credit('3511', amount, { text: supplier }),
  ]);
}

function payInvoice(
  { journal, random }: Books,
  { date, amount, purchase, supplier, place }: Invoice,
  reference: string,
): void {
  const paid = bankDay(addDays(date, random.int(14, 35)));
  const bank = random.chance(88) ? BANK : SECOND_BANK;
  journal.add(paid, `Zahlung an ${supplier}`, reference, [
    debit('3511', amount, { text: statementNo(paid) }),
    credit(bank, amount, { product: place[0], cash: purchase.cash }),
  ]);
}
