import { type Cents } from '@lib/kernel';
import { dateOf } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { sized } from '../town.js';
import { type Books, BANK, SAVINGS, SECOND_BANK, TILL } from './books.js';

/** Balance sheet at the beginning, in thousand euros for the base size; the allgemeine Rücklage is what remains. */
const ASSETS: readonly (readonly [string, number])[] = [
  ['0113', 100],
  ['0211', 9_200],
  ['0212', 4_530],
  ['0221', 890],
  ['0231', 190],
  ['0241', 2_650],
  ['0311', 200],
  ['0312', 500],
  ['0321', 5_830],
  ['0322', 20_000],
  ['0391', 2_700],
  ['0392', 7_000],
  ['0411', 11_720],
  ['0451', 12_000],
  ['0452', 17_210],
  ['0453', 780],
  ['0491', 1_740],
  ['0511', 50],
  ['0611', 10],
  ['0712', 3_950],
  ['0713', 300],
  ['0714', 450],
  ['0811', 500],
  ['0812', 210],
  ['0813', 280],
  ['0912', 40],
  ['0913', 30],
  ['1011', 500],
  ['1211', 13_730],
  ['1411', 140],
  ['1391', 10],
  ['1513', 60],
  ['1612', 10],
  ['1632', 130],
  ['1633', 290],
  ['1641', 75],
  ['1659', 600],
  ['1711', 50],
  ['1761', 480],
  [BANK, 5_400],
  [SECOND_BANK, 2_400],
  [SAVINGS, 1_660],
  [TILL, 5],
  ['1911', 48],
  ['1913', 52],
];

const EQUITY_AND_LIABILITIES: readonly (readonly [string, number])[] = [
  ['2031', 270],
  ['2041', 630],
  ['2081', 1_800],
  ['2113', -40],
  ['2311', 12_980],
  ['2312', 8_000],
  ['2321', 12_000],
  ['2322', 6_760],
  ['2331', 175],
  ['2391', 1_310],
  ['2511', 6_900],
  ['2512', 3_260],
  ['2711', 220],
  ['2712', 100],
  ['2821', 300],
  ['2822', 120],
  ['2815', 300],
  ['3251', 16_270],
  ['3401', 7_040],
  ['3511', 730],
  ['3611', 150],
  ['3716', 110],
  ['3717', 60],
  ['3711', 200],
  ['3791', 30],
  ['3912', 8],
];

/** The allowances of group 21 stand on the credit side although they belong to the assets. */
const thousand = (books: Books, value: number): Cents => sized(books.town, (value < 0 ? -value : value) * 1_000);

/** The opening balance of the first year, all of it in one entry. */
export function openTheBooks(books: Books): void {
  const { journal, year, town } = books;
  const assets = ASSETS.map(([account, value]) => debit(account, thousand(books, value)));
  const others = EQUITY_AND_LIABILITIES.map(([account, value]) => credit(account, thousand(books, value)));
  const balance = [...assets, ...others].reduce((sum, line) => sum + line.amount, 0n);
  journal.add(
    dateOf(year, 1, 1),
    `Eröffnungsbilanzwerte ${town.shortName} zum 01.01.${year}`,
    `EB-${year}`,
    [...assets, ...others, credit('2011', balance)],
    'opening',
  );
}

/** What was owed and owing at the beginning is paid in the first weeks. */
export function settleOpeningItems(books: Books): void {
  const { journal, random, year } = books;
  const paid = (account: string, amount: Cents, cash: string, product: string, text: string): void => {
    random.parts(amount, 6).forEach((part, index) => {
      const day = dateOf(year, 1, 5 + index * 4);
      journal.add(day, `${text} aus Vorjahr ${index + 1}/6`, `AO-${year - 1}-${900 + index}`, [
        debit(account, part),
        credit(BANK, part, { cash, product }),
      ]);
    });
  };
  const received = (account: string, amount: Cents, cash: string, product: string, text: string): void => {
    random.parts(amount, 4).forEach((part, index) => {
      const day = dateOf(year, 1, 8 + index * 6);
      journal.add(day, `${text} aus Vorjahr ${index + 1}/4`, `AE-${year - 1}-${700 + index}`, [
        debit(BANK, part, { cash, product }),
        credit(account, part),
      ]);
    });
  };
  paid('3511', thousand(books, 730), '7211', '111.06', 'Zahlung Lieferantenrechnung');
  paid('3611', thousand(books, 150), '7318', '361.01', 'Zahlung bewilligter Zuschuss');
  received('1632', thousand(books, 110), '6012', '611.01', 'Zahlung Grundsteuer B');
  received('1633', thousand(books, 240), '6013', '611.01', 'Zahlung Gewerbesteuer');
  received('1641', thousand(books, 75), '6141', '243.01', 'Landeszuweisung');
}
