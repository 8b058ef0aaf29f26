import { type Cents, type LocalDate } from '@lib/kernel';
import { addDays, bankDay, dateOf, statementNo } from '../days.js';
import { type DemoEntry, DemoJournal, credit, debit } from '../demo-journal.js';
import { DemoRandom } from '../random.js';
import { type Town, sized } from '../town.js';
import { BANK, type Books, TAX_DATES, yearly } from './books.js';
import { payStaff } from './payroll.js';
import { type Purchase, buy } from './purchases.js';
import { useResultOfYearBefore } from './year-end.js';

/** Opening balance in thousand euros for the base size; the allgemeine Rücklage is what remains. */
const OPENING: readonly (readonly [account: string, value: number])[] = [
  ['0411', 620],
  ['0441', 23_400],
  ['0442', 9_800],
  ['0713', 130],
  ['0811', 60],
  ['1612', 150],
  ['1711', 12],
  [BANK, 1_450],
  ['1812', 480],
  ['2041', -210],
  ['2311', -1_640],
  ['2323', -8_150],
  ['2332', -240],
  ['2821', -22],
  ['3251', -11_700],
  ['3511', -190],
  ['3716', -9],
  ['3717', -5],
];

const PURCHASES: readonly Purchase[] = [
  {
    account: '524110',
    cash: '7241',
    invoices: 60,
    amount: 390_000,
    suppliers: ['Stadtwerke Beispielland'],
    texts: ['Strom Kläranlage', 'Strom Pumpwerke'],
    places: [
      ['538.02', '310'],
      ['538.01', '220'],
    ],
  },
  {
    account: '5216',
    cash: '7216',
    invoices: 90,
    amount: 480_000,
    suppliers: ['Kanalservice Muster GmbH', 'Tiefbau Musterkamp GmbH', 'Pumpentechnik Probe'],
    texts: ['Kanalreinigung', 'TV-Inspektion', 'Reparatur Schacht', 'Instandsetzung Pumpe'],
    places: [
      ['538.01', '210'],
      ['538.01', '220'],
      ['538.03', '210'],
    ],
  },
  {
    account: '5291',
    cash: '7291',
    invoices: 48,
    amount: 320_000,
    suppliers: ['Entsorgung Musterkreis GmbH', 'Labor Wasserprobe'],
    texts: ['Klärschlammverwertung', 'Analytik', 'Transport Rechengut'],
    places: [
      ['538.02', '320'],
      ['538.02', '310'],
    ],
  },
  {
    account: '5281',
    cash: '7281',
    invoices: 36,
    amount: 140_000,
    suppliers: ['Chemiehandel Musterfluss'],
    texts: ['Fällmittel', 'Flockungsmittel', 'Laborbedarf'],
    places: [['538.02', '310']],
  },
  {
    account: '543110',
    cash: '7431',
    invoices: 24,
    amount: 26_000,
    suppliers: ['Papier Demohl KG', 'Telefon Beispiel AG'],
    texts: ['Büromaterial', 'Fernwirktechnik, Datenleitung'],
    places: [['538.01', '100']],
  },
  {
    account: '5232',
    cash: '7232',
    invoices: 2,
    amount: 80_000,
    suppliers: ['Gemeinde Ahlenbrück'],
    texts: ['Verwaltungskostenbeitrag'],
    places: [['538.01', '100']],
  },
];

/** Two fiscal years of a sewage works that a municipality runs as a special fund (§ 97 GO NRW), up to today. */
export function sewageBooks(town: Town, firstYear: number, today: LocalDate): DemoEntry[] {
  const journal = new DemoJournal();
  const random = new DemoRandom(`sewage ${town.key}`);
  const years = [firstYear, firstYear + 1].map((year, yearNo): Books => ({ town, journal, random, year, yearNo }));
  open(years[0]!);
  for (const books of years) {
    fees(books);
    payStaff(books, {
      staff: [
        ['538.01', 45n],
        ['538.02', 55n],
      ],
      employees: 430_000,
      officials: 0,
    });
    buy(books, PURCHASES);
    loans(books);
    build(books);
    close(books);
    if (books.yearNo === 0) useResultOfYearBefore(years[1]!, -journal.sum(books.year, /^[45]/));
  }
  return journal.until(today);
}

function open({ journal, year, town }: Books): void {
  const thousand = (value: number): Cents => (value < 0 ? -sized(town, -value * 1_000) : sized(town, value * 1_000));
  const lines = OPENING.map(([account, value]) => debit(account, thousand(value)));
  const balance = lines.reduce((sum, line) => sum + line.amount, 0n);
  const text = `Eröffnungsbilanzwerte Abwasserwerk zum 01.01.${year}`;
  journal.add(dateOf(year, 1, 1), text, `EB-${year}`, [...lines, credit('2011', balance)], 'opening');
}

function fees(books: Books): void {
  const { journal, random, year } = books;
  for (const [text, revenue, product, amount] of [
    ['Schmutzwassergebühren', '432110', '538.02', 2_480_000],
    ['Niederschlagswassergebühren', '432120', '538.03', 990_000],
  ] as const) {
    random.parts(yearly(books, amount), 4).forEach((part, quarter) => {
      const [month, day] = TAX_DATES[quarter]!;
      const due = dateOf(year, month, day);
      journal.add(
        addDays(due, -12),
        `${text}, ${quarter + 1}. Abschlag ${year}: Hebeliste`,
        `HL-${year}-${revenue}-${quarter + 1}`,
        [debit('1612', part), credit(revenue, part, { product })],
      );
      random.parts((part * 988n) / 1000n, 24).forEach((share, index) => {
        const paid = bankDay(addDays(due, Math.floor(index / 3)));
        journal.add(
          paid,
          `${text}, ${quarter + 1}. Abschlag: ${index === 0 ? 'SEPA-Lastschrifteinzug' : 'Überweisung'}`,
          statementNo(paid),
          [debit(index % 12 === 11 ? '1812' : BANK, share, { product, cash: '6321' }), credit('1612', share)],
        );
      });
    });
  }
  random.parts(yearly(books, 110_000), 14).forEach((part, index) => {
    const date = dateOf(year, random.int(1, 11), random.int(1, 28));
    const reference = `KA-B-${year}-${String(index + 1).padStart(2, '0')}`;
    journal.add(date, `Kanalanschlussbeitrag Nordfeld, Parzelle ${index + 1}`, reference, [
      debit('1621', part),
      credit('2323', part, { product: '538.01' }),
    ]);
    const paid = bankDay(addDays(date, 30));
    journal.add(paid, `Kanalanschlussbeitrag Nordfeld, Parzelle ${index + 1}: Zahlung`, reference, [
      debit(BANK, part, { product: '538.01', cash: '6881' }),
      credit('1621', part),
    ]);
  });
}

function loans(books: Books): void {
  const { journal, year, yearNo, town } = books;
  const product = '612.01';
  for (let quarter = 1; quarter <= 4; quarter++) {
    const repayment = sized(town, 105_000);
    const interest = ((sized(town, 11_700_000) - repayment * BigInt(yearNo * 4 + quarter - 1)) * 265n) / 40_000n;
    const day = bankDay(dateOf(year, quarter * 3, 30));
    journal.add(day, `Investitionskredite Kanalnetz: Zins und Tilgung ${quarter}/${year}`, `DA-1-${year}-${quarter}`, [
      debit('5517', interest, { product }),
      debit('3251', repayment, { product }),
      credit(BANK, interest, { product, cash: '7517', text: 'Zins' }),
      credit(BANK, repayment, { product, cash: '7927', text: 'Tilgung' }),
    ]);
  }
  const levy = yearly(books, 150_000);
  const day = bankDay(dateOf(year, 3, 31));
  journal.add(day, `Abwasserabgabe ${year - 1} an das Land`, `AA-${year - 1}`, [
    debit('5371', levy, { product: '538.02' }),
    credit(BANK, levy, { product: '538.02', cash: '7371' }),
  ]);
}

function build(books: Books): void {
  const { journal, random, year } = books;
  random.parts(yearly(books, 720_000), 12).forEach((part, index) => {
    const date = dateOf(year, 2 + Math.floor((index * 10) / 12), random.int(2, 26));
    const reference = `IN-${year}-538.01-${index + 1}`;
    const text = `Kanalsanierung Ortskern: ${index + 1}. Abschlagsrechnung Tiefbau Musterkamp GmbH`;
    journal.add(date, text, reference, [debit('0913', part, { product: '538.01' }), credit('3512', part)]);
    const paid = bankDay(addDays(date, 25));
    journal.add(paid, 'Kanalsanierung Ortskern: Zahlung', reference, [
      debit('3512', part),
      credit(BANK, part, { product: '538.01', cash: '7852' }),
    ]);
  });
}

function close(books: Books): void {
  const { journal, year } = books;
  const day = dateOf(year, 12, 31);
  const finished = journal.sum(year, /^0913$/);
  const entries: [string, string, string, string, Cents][] = [
    [`Abschreibung Kanalnetz ${year}`, '5713', '0441', '538.01', yearly(books, 720_000)],
    [`Abschreibung Kläranlage ${year}`, '5713', '0442', '538.02', yearly(books, 410_000)],
    [`Abschreibung Fahrzeuge ${year}`, '5714', '0713', '538.01', yearly(books, 22_000)],
    [`Auflösung Sonderposten Beiträge ${year}`, '2323', '4371', '538.01', yearly(books, 235_000)],
    [`Auflösung Sonderposten Zuwendungen ${year}`, '2311', '4161', '538.02', yearly(books, 62_000)],
    [`Zuführung Gebührenausgleich ${year}`, '5484', '2332', '538.02', yearly(books, 85_000)],
    ['Aktivierung sanierter Kanäle', '0441', '0913', '538.01', finished],
  ];
  entries.forEach(([text, from, to, product, amount], index) => {
    const reference = `JA-${year}-${String(index + 1).padStart(3, '0')}`;
    journal.add(day, text, reference, [debit(from, amount, { product }), credit(to, amount, { product })], 'closing');
  });
}
