import { type LocalDate } from '@lib/kernel';
import { DemoJournal, type DemoEntry } from '../demo-journal.js';
import { DemoRandom } from '../random.js';
import { type Town, sized } from '../town.js';
import type { Books } from './books.js';
import { collectFeesAndRents } from './everyday-income.js';
import { invest } from './investments.js';
import { openTheBooks, settleOpeningItems } from './opening-balance.js';
import { payStaff } from './payroll.js';
import { buy, TOWN_PURCHASES } from './purchases.js';
import { raiseTaxes, receiveGrants } from './taxes-and-grants.js';
import { passOnMoney, payTransfers, serveLoans } from './transfers-and-loans.js';
import { chargeInternalServices, closeTheYear, useResultOfYearBefore } from './year-end.js';

/** Two fiscal years of a municipality, up to today. The same town, years and day give the same entries. */
export function townBooks(town: Town, firstYear: number, today: LocalDate): DemoEntry[] {
  const journal = new DemoJournal();
  const random = new DemoRandom(`town ${town.key}`);
  const years = [firstYear, firstYear + 1].map((year, yearNo): Books => ({ town, journal, random, year, yearNo }));
  openTheBooks(years[0]!);
  settleOpeningItems(years[0]!);
  useResultOfYearBefore(years[0]!, sized(town, 1_800_000));
  for (const books of years) {
    raiseTaxes(books);
    receiveGrants(books);
    collectFeesAndRents(books);
    payStaff(books);
    buy(books, TOWN_PURCHASES);
    payTransfers(books);
    serveLoans(books, sized(town, 16_270_000), sized(town, 1_200_000));
    passOnMoney(books);
    invest(books);
    chargeInternalServices(books);
    closeTheYear(books);
    if (books.yearNo === 0) useResultOfYearBefore(years[1]!, -journal.sum(books.year, /^[45]/));
  }
  return journal.until(today);
}
