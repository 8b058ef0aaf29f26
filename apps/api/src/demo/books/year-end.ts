import { type Cents, split } from '@lib/kernel';
import { dateOf } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { type Books, MONTHS, yearly } from './books.js';

/** The building yard works for other products; what it earns there others spend, so both cancel out (§ 16 KomHVO NRW). */
export function chargeInternalServices(books: Books): void {
  const { journal, random, year } = books;
  const users = ['541.01', '545.01', '551.01', '553.01', '424.01', '211.01', '218.01'];
  random.parts(yearly(books, 620_000), 12).forEach((part, month) => {
    const shares = random.parts(part, users.length);
    journal.add(
      dateOf(year, month + 1, 28),
      `Interne Leistungsverrechnung Bauhof ${MONTHS[month]!}`,
      `IL-${year}-${String(month + 1).padStart(2, '0')}`,
      [
        ...shares.map((share, index) => debit('5812', share, { product: users[index]!, text: 'Bauhofleistungen' })),
        credit('4812', part, { product: '111.07', costCentre: '7000' }),
      ],
    );
  });
  const overhead = yearly(books, 180_000);
  const bearers = ['537.01', '545.01', '553.01'];
  journal.add(dateOf(year, 12, 30), 'Verwaltungsgemeinkosten Gebührenhaushalte', `IL-${year}-VGK`, [
    ...split(overhead, [5n, 2n, 3n]).map((share, index) => debit('5813', share, { product: bearers[index]! })),
    credit('4813', overhead, { product: '111.03' }),
  ]);
}

const DEPRECIATION: readonly (readonly [asset: string, expense: string, product: string, amount: number])[] = [
  ['0113', '5711', '111.05', 22_000],
  ['0312', '5712', '366.01', 16_000],
  ['0322', '5712', '211.01', 190_000],
  ['0322', '5712', '211.02', 130_000],
  ['0322', '5712', '218.01', 310_000],
  ['0392', '5712', '111.06', 170_000],
  ['0392', '5712', '126.01', 75_000],
  ['0451', '5713', '541.01', 690_000],
  ['0452', '5713', '541.01', 300_000],
  ['0453', '5713', '541.01', 42_000],
  ['0491', '5713', '553.01', 78_000],
  ['0712', '5714', '111.07', 150_000],
  ['0713', '5714', '111.07', 60_000],
  ['0714', '5714', '126.01', 65_000],
  ['0811', '5715', '111.06', 84_000],
  ['0812', '5715', '111.05', 70_000],
  ['0813', '5715', '218.01', 38_000],
];

const RELEASES: readonly (readonly [item: string, revenue: string, product: string, amount: number])[] = [
  ['2311', '4161', '218.01', 420_000],
  ['2311', '4161', '541.01', 260_000],
  ['2312', '4161', '541.01', 370_000],
  ['2321', '4371', '541.01', 430_000],
  ['2322', '4371', '541.01', 210_000],
  ['2391', '4571', '126.01', 40_000],
];

/** Closing entries of period 13: depreciation, special items, provisions, activation, allowances (§§ 36, 37, 44 KomHVO NRW). */
export function closeTheYear(books: Books): void {
  const { journal, year } = books;
  const day = dateOf(year, 12, 31);
  let number = 0;
  const close = (text: string, lines: Parameters<typeof journal.add>[3]): void => {
    journal.add(day, text, `JA-${year}-${String(++number).padStart(3, '0')}`, lines, 'closing');
  };
  for (const [asset, expense, product, euro] of DEPRECIATION) {
    const amount = yearly(books, euro);
    close(`Abschreibung ${year}, Konto ${asset}`, [
      debit(expense, amount, { product }),
      credit(asset, amount, { product }),
    ]);
  }
  for (const [item, revenue, product, euro] of RELEASES) {
    const amount = yearly(books, euro);
    close(`Auflösung Sonderposten ${year}, Konto ${item}`, [
      debit(item, amount, { product }),
      credit(revenue, amount, { product }),
    ]);
  }
  for (const [text, expense, provision, product, euro] of [
    ['Zuführung Pensionsrückstellung Beschäftigte', '5051', '2511', '111.04', 240_000],
    ['Zuführung Pensionsrückstellung Versorgungsempfänger', '5151', '2512', '111.04', 60_000],
    ['Zuführung Rückstellung Urlaub', '5071', '2821', '111.04', 14_000],
    ['Zuführung Rückstellung Überstunden', '5073', '2822', '111.04', 9_000],
    ['Rückstellung ausstehende Rechnungen', '5485', '2815', '111.03', 45_000],
    ['Pauschalwertberichtigung Steuerforderungen', '5474', '2123', '611.01', 12_000],
    ['Zuführung Gebührenausgleich Abfall', '5484', '2331', '537.01', 26_000],
  ] as const) {
    const amount = yearly(books, euro);
    close(text, [debit(expense, amount, { product }), credit(provision, amount)]);
  }
  const finished: Cents = (journal.sum(year, /^0913$/) * 70n) / 100n;
  close('Aktivierung fertiggestellter Straßen', [
    debit('0451', finished, { product: '541.01' }),
    credit('0913', finished, { product: '541.01' }),
  ]);
}

/** The council adopts the statements and decides where the result goes (§ 96 GO NRW): in autumn of the following year. */
export function useResultOfYearBefore(books: Books, result: Cents): void {
  const { journal, year } = books;
  const lines =
    result >= 0n
      ? [debit('2081', result), credit('2041', result, { text: 'Zuführung zur Ausgleichsrücklage' })]
      : [debit('2041', -result, { text: 'Entnahme aus der Ausgleichsrücklage' }), credit('2081', -result)];
  journal.add(
    dateOf(year, 9, 30),
    `Verwendung des Jahresergebnisses ${year - 1} (Ratsbeschluss)`,
    `RB-${year}-09`,
    lines,
  );
}
