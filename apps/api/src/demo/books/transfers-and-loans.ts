import { type Cents, split } from '@lib/kernel';
import { addDays, bankDay, dateOf, statementNo } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { count } from '../town.js';
import { BANK, type Books, MONTHS, TAX_DATES, yearly } from './books.js';

/** Levies of the district, grants to others, social benefits. */
export function payTransfers(books: Books): void {
  const { journal, random, year, town } = books;
  const owed = (
    date: string,
    text: string,
    reference: string,
    account: string,
    payable: string,
    cash: string,
    product: string,
    amount: Cents,
    days: number,
  ): void => {
    journal.add(date, `${text}: Bescheid`, reference, [debit(account, amount, { product }), credit(payable, amount)]);
    const paid = bankDay(addDays(date, days));
    journal.add(paid, `${text}: Zahlung`, reference, [debit(payable, amount), credit(BANK, amount, { product, cash })]);
  };
  for (const [text, account, amount] of [
    ['Kreisumlage', '537210', 7_100_000],
    ['Jugendamtsumlage', '537220', 3_600_000],
  ] as const) {
    split(yearly(books, amount), new Array<bigint>(12).fill(1n)).forEach((part, month) => {
      const reference = `${account}-${year}-${String(month + 1).padStart(2, '0')}`;
      owed(
        dateOf(year, month + 1, 8),
        `${text} ${MONTHS[month]!}`,
        reference,
        account,
        '3612',
        '7372',
        '611.01',
        part,
        7,
      );
    });
  }
  random.parts(yearly(books, 270_000), 2).forEach((part, half) => {
    const reference = `KH-${year}-${half + 1}`;
    owed(
      dateOf(year, half * 6 + 3, 6),
      `Krankenhausinvestitionsumlage ${half + 1}. Rate`,
      reference,
      '5371',
      '3611',
      '7371',
      '611.01',
      part,
      9,
    );
  });
  random.parts((yearly(books, 290_000) * BigInt(town.trade)) / 100n, 4).forEach((part, quarter) => {
    const [month] = TAX_DATES[quarter]!;
    owed(
      dateOf(year, month, 3),
      `Gewerbesteuerumlage ${quarter + 1}. Quartal`,
      `GU-${year}-${quarter + 1}`,
      '5341',
      '3613',
      '7341',
      '611.01',
      part,
      12,
    );
  });
  split(yearly(books, 620_000), new Array<bigint>(12).fill(1n)).forEach((part, month) => {
    owed(
      dateOf(year, month + 1, 2),
      `Betriebskostenzuschuss Kindertageseinrichtungen ${MONTHS[month]!}`,
      `BK-${year}-${month + 1}`,
      '5312',
      '3611',
      '7312',
      '361.01',
      part,
      13,
    );
  });

  const clubs = [
    'Turnverein Beispiel',
    'Schützenbruderschaft Muster',
    'Heimatverein',
    'Musikkapelle Probe',
    'Landjugend',
    'Kirchenchor',
    'Bürgerbusverein',
  ];
  random.parts(yearly(books, 190_000), count(town, 54)).forEach((part, index) => {
    const product = random.pick(['421.01', '281.01', '366.01']);
    const date = dateOf(year, random.int(2, 11), random.int(1, 28));
    owed(
      date,
      `Zuschuss ${random.pick(clubs)}`,
      `ZU-${year}-${String(index + 1).padStart(3, '0')}`,
      '5318',
      '3611',
      '7318',
      product,
      part,
      14,
    );
  });
  const cases = count(town, 18);
  random.parts(yearly(books, 400_000), 12).forEach((month, index) => {
    random.parts(month, cases).forEach((part, place) => {
      const day = bankDay(dateOf(year, index + 1, 1));
      journal.add(
        day,
        `Leistungen nach AsylbLG ${MONTHS[index]!}, Fall ${300 + place}`,
        `AS-${year}-${String(index + 1).padStart(2, '0')}`,
        [debit('5339', part, { product: '313.01' }), credit(BANK, part, { product: '313.01', cash: '7339' })],
      );
    });
  });
  const association = yearly(books, 120_000) / 4n;
  for (const month of [1, 4, 7, 10]) {
    owed(
      dateOf(year, month, 12),
      'Umlage Volkshochschulzweckverband',
      `VZ-${year}-${month}`,
      '5313',
      '3611',
      '7313',
      '281.01',
      association,
      14,
    );
  }
}

/** Loans at the beginning, as shares of account 3251 in thousandths, with interest in hundredths of a percent. */
const LOANS = [
  ['Investitionskredit Schulzentrum', 310n, 285n],
  ['Investitionskredit Feuerwehrhaus', 220n, 195n],
  ['Investitionskredit Ortskern', 180n, 340n],
  ['Investitionskredit Sporthalle', 150n, 240n],
  ['Investitionskredit Straßenbau', 140n, 310n],
] as const;

/** Quarterly interest and repayment, and a new loan in the second year. */
export function serveLoans(books: Books, debtAtBeginning: Cents, newLoan: Cents): void {
  const { journal, year, yearNo } = books;
  const product = '612.01';
  LOANS.forEach(([name, share, rate], index) => {
    const loan = (debtAtBeginning * share) / 1000n;
    const repayment = (loan * 38n) / 4000n;
    for (let quarter = 1; quarter <= 4; quarter++) {
      const paidQuarters = BigInt(yearNo * 4 + quarter - 1);
      const interest = ((loan - repayment * paidQuarters) * rate) / 40_000n;
      const day = bankDay(dateOf(year, quarter * 3, 30));
      journal.add(day, `${name}: Zins und Tilgung ${quarter}/${year}`, `DA-${index + 1}-${year}-${quarter}`, [
        debit('5517', interest, { product }),
        debit('3251', repayment, { product }),
        credit(BANK, interest, { product, cash: '7517', text: 'Zins' }),
        credit(BANK, repayment, { product, cash: '7927', text: 'Tilgung' }),
      ]);
    }
  });
  if (yearNo === 1 && newLoan > 0n) {
    const day = bankDay(dateOf(year, 5, 20));
    journal.add(day, 'Aufnahme Investitionskredit Ortsdurchfahrt', `DA-6-${year}`, [
      debit(BANK, newLoan, { product, cash: '6927' }),
      credit('3251', newLoan, { product }),
    ]);
  }
}

/** Money of others that passes through (§ 15 KomHVO NRW), and the quota of the credit-like transactions. */
export function passOnMoney(books: Books): void {
  const { journal, random, year, town } = books;
  for (let index = 0; index < count(town, 40); index++) {
    const amount = random.cents(40, 900);
    const day = bankDay(dateOf(year, random.int(1, 12), random.int(1, 27)));
    const reference = `AH-${year}-${String(index + 1).padStart(3, '0')}`;
    journal.add(day, 'Amtshilfe: eingezogene Forderung einer anderen Behörde', reference, [
      debit(BANK, amount, { cash: '6991' }),
      credit('3795', amount),
    ]);
    const on = bankDay(addDays(day, random.int(8, 25)));
    journal.add(on, 'Amtshilfe: Weiterleitung', reference, [
      debit('3795', amount),
      credit(BANK, amount, { cash: '7991' }),
    ]);
  }
  for (let index = 0; index < count(town, 10); index++) {
    const day = bankDay(dateOf(year, random.int(1, 12), random.int(1, 27)));
    journal.add(day, 'Einzahlung ohne Zuordnung, Klärung läuft', statementNo(day), [
      debit(BANK, 15_000n + BigInt(index) * 777n, { cash: '6991' }),
      credit('3793', 15_000n + BigInt(index) * 777n),
    ]);
  }
}
