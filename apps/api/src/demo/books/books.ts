import type { Cents } from '@lib/kernel';
import type { DemoJournal } from '../demo-journal.js';
import type { DemoRandom } from '../random.js';
import { type Town, indexed, sized } from '../town.js';

/** One year of one town, being written. */
export interface Books {
  town: Town;
  journal: DemoJournal;
  random: DemoRandom;
  year: number;
  /** 0 in the first year of the demonstration, 1 in the second. */
  yearNo: number;
}

/** What a town of this size receives or spends in this year, given in whole euros for the base size in the first year. */
export const yearly = (books: Books, euro: number): Cents => indexed(sized(books.town, euro), books.yearNo);

/** Quarterly tax dates (§ 28 GrStG, § 19 GewStG). */
export const TAX_DATES = [
  [2, 15],
  [5, 15],
  [8, 15],
  [11, 15],
] as const;

export const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

/** Main giro account, second giro account, instant-access savings and cash till of every town. */
export const BANK = '1811';
export const SECOND_BANK = '1812';
export const SAVINGS = '1831';
export const TILL = '1821';
