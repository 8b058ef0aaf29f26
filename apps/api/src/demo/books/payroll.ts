import { type Cents, split } from '@lib/kernel';
import { bankDay, dateOf } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { BANK, type Books, MONTHS, yearly } from './books.js';

/** Where people work, and how much of the pay falls there (in thousandths). */
const TOWN_STAFF: readonly (readonly [product: string, share: bigint])[] = [
  ['111.02', 90n],
  ['111.03', 110n],
  ['111.04', 60n],
  ['111.05', 60n],
  ['111.06', 120n],
  ['111.07', 190n],
  ['122.01', 50n],
  ['122.02', 80n],
  ['243.01', 90n],
  ['366.01', 50n],
  ['313.01', 50n],
  ['521.01', 50n],
];

interface Pay {
  staff: readonly (readonly [product: string, share: bigint])[];
  /** Gross pay of employees under collective agreement a year, in whole euros for the base size. */
  employees: number;
  /** Pay of civil servants a year; they are paid for the month to come (§ 3(4) LBesG NRW). */
  officials: number;
}

/** Monthly pay: what is earned, what is withheld, and the three payments that follow. */
export function payStaff(
  books: Books,
  pay: Pay = { staff: TOWN_STAFF, employees: 2_560_000, officials: 620_000 },
): void {
  const { journal, random, year } = books;
  const weights = pay.staff.map(([, share]) => share);
  const perProduct = (account: string, amount: Cents) =>
    split(amount, weights).map((part, index) => debit(account, part, { product: pay.staff[index]![0] }));
  const product = pay.staff[0]![0];

  // November is paid with the yearly bonus (Jahressonderzahlung).
  const months = split(yearly(books, pay.employees), [10n, 10n, 10n, 10n, 10n, 10n, 10n, 10n, 10n, 10n, 17n, 10n]);
  months.forEach((gross, index) => {
    const month = index + 1;
    const social = (gross * 206n) / 1000n;
    const pension = (gross * 78n) / 1000n;
    const tax = (gross * BigInt(random.int(148, 156))) / 1000n;
    const withheld = (gross * 204n) / 1000n;
    const net = gross - tax - withheld;
    const due = bankDay(dateOf(year, month, 28));
    const reference = `PA-${year}-${String(month).padStart(2, '0')}`;
    const name = `${MONTHS[index]!} ${year}`;
    journal.add(due, `Entgeltabrechnung ${name}`, reference, [
      ...perProduct('5012', gross),
      ...perProduct('5032', social),
      ...perProduct('5022', pension),
      credit('3718', net),
      credit('3716', tax),
      credit('3717', social + pension + withheld),
    ]);
    journal.add(due, `Auszahlung Entgelte ${name}`, reference, [
      debit('3718', net),
      credit(BANK, net, { cash: '7012', product }),
    ]);
    journal.add(due, `Sozialversicherungsbeiträge ${name}`, reference, [
      debit('3717', social + withheld),
      credit(BANK, social + withheld, { cash: '7032', product }),
    ]);
    journal.add(due, `Zusatzversorgungskasse ${name}`, reference, [
      debit('3717', pension),
      credit(BANK, pension, { cash: '7022', product }),
    ]);
    const taxDay = month === 12 ? dateOf(year + 1, 1, 10) : dateOf(year, month + 1, 10);
    const paid = bankDay(taxDay);
    journal.add(paid, `Lohnsteuer ${name} an das Finanzamt`, reference, [
      debit('3716', tax),
      credit(BANK, tax, { cash: '7012', product }),
    ]);
  });

  if (pay.officials === 0) return;
  const official = yearly(books, pay.officials) / 12n;
  for (let month = 1; month <= 12; month++) {
    const reference = `BZ-${year}-${String(month).padStart(2, '0')}`;
    // January was paid in December: it comes out of the accrual.
    if (month === 1) {
      journal.add(dateOf(year, 1, 2), `Besoldung Januar ${year}: Auflösung der Abgrenzung`, reference, [
        ...perProduct('5011', official),
        credit('1913', official),
      ]);
    } else {
      journal.add(bankDay(dateOf(year, month - 1, 27)), `Besoldung ${MONTHS[month - 1]!} ${year}`, reference, [
        ...perProduct('5011', official),
        credit(BANK, official, { cash: '7011', product }),
      ]);
    }
  }
  const next = yearly({ ...books, yearNo: books.yearNo + 1 }, pay.officials) / 12n;
  journal.add(
    bankDay(dateOf(year, 12, 27)),
    `Besoldung Januar ${year + 1}: Auszahlung im Dezember`,
    `BZ-${year + 1}-01`,
    [debit('1913', next), credit(BANK, next, { cash: '7011', product })],
  );
  const fund = yearly(books, 180_000) / 4n;
  for (const month of [2, 5, 8, 11]) {
    const day = bankDay(dateOf(year, month, 15));
    journal.add(day, 'Umlage Versorgungskasse', `VK-${year}-${month}`, [
      ...perProduct('5021', fund),
      credit(BANK, fund, { cash: '7021', product }),
    ]);
  }
}
