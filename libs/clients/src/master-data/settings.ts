import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { type LocalDate, parseEuro } from '@lib/kernel';
import { clientProblems } from '../problems.js';
import { refuseDuplicate } from '../refuse-duplicate.js';

type Shape = 'percent' | 'amount' | 'days' | 'text' | 'account';

/** What can be set, and what kind of value each takes. */
export const SETTINGS: Record<string, Shape> = {
  'vat.standardRate': 'percent',
  'vat.reducedRate': 'percent',
  'assets.lowValueLimit': 'amount',
  'statements.investmentThreshold': 'amount',
  'payments.termDays': 'days',
  // accounts that purchases are booked with besides those of the coding; without a value the state's chart has one
  'purchases.inputTaxAccount': 'account',
  'purchases.reverseChargeTaxAccount': 'account',
  'purchases.acquisitionTaxAccount': 'account',
  'purchases.vatCashAccount': 'account',
  'purchases.accrualAccount': 'account',
  // what the client's own invoices say about it
  'invoicing.department': 'text',
  'invoicing.contactName': 'text',
  'invoicing.contactPhone': 'text',
  'invoicing.contactEmail': 'text',
  'invoicing.taxNumber': 'text',
  'invoicing.sellerNumber': 'text',
  'invoicing.standardVatAccount': 'account',
  'invoicing.reducedVatAccount': 'account',
  'invoicing.vatCashAccount': 'account',
};

const EXPECTED: Record<Shape, string> = {
  percent: '"19", "7.5"',
  amount: '"800.00"',
  days: '0–365',
  text: '"Ada Alster" (1–120)',
  account: '"3712"',
};

const FITS: Record<Shape, (value: unknown) => boolean> = {
  percent: (value) => typeof value === 'string' && /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) <= 100,
  amount: (value) => typeof value === 'string' && !value.startsWith('-') && parseEuro(value).ok,
  days: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 365,
  text: (value) => typeof value === 'string' && /^(?=.*\S)[^\p{C}]{1,120}$/u.test(value),
  account: (value) => typeof value === 'string' && /^\d{1,10}$/.test(value),
};

/** One value of a setting with the day from which it holds; it ends the day before the next one begins. */
export interface Setting {
  key: string;
  value: unknown;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  /** The rule or decision it rests on. */
  source: string;
  decidedAt: string;
}

/** Every value there has been and will be, by key and day. */
export function listSettings(tx: ClientTx): Promise<Setting[]> {
  return tx.query(
    `select key, value, valid_from as "validFrom",
       lead(valid_from) over (partition by client_id, key order by valid_from) - 1 as "validTo", source, decided_at as "decidedAt"
     from client_setting where client_id = $1 order by key, valid_from`,
    [tx.clientId],
  );
}

/** The value of a setting on a day, or undefined when none was in force. */
export async function settingOn(tx: ClientTx, key: string, day: LocalDate): Promise<unknown> {
  const [row] = await tx.query<{ value: unknown }>(
    `select value from client_setting where client_id = $1 and key = $2 and valid_from <= $3::date order by valid_from desc limit 1`,
    [tx.clientId, key, day],
  );
  return row?.value;
}

/** The values of several settings in force on a day; those without one are missing. */
export async function settingsOn(tx: ClientTx, keys: readonly string[], day: LocalDate): Promise<Map<string, unknown>> {
  const rows = await tx.query<{ key: string; value: unknown }>(
    `select distinct on (key) key, value from client_setting where client_id = $1 and key = any ($2) and valid_from <= $3::date
     order by key, valid_from desc`,
    [tx.clientId, keys, day],
  );
  return new Map(rows.map((row) => [row.key, row.value]));
}

export interface SettingWish {
  key: string;
  value: unknown;
  validFrom: LocalDate;
  source?: string;
}

/**
 * Adds a value from a day on. Earlier ones are never changed: what was computed with them stays explainable.
 * @throws Problem SettingUnknown, SettingValueWrong, AlreadyExists when a value begins on that day already
 */
export async function addSetting(tx: ClientTx, wish: SettingWish, by: Actor): Promise<Setting> {
  const shape = Object.hasOwn(SETTINGS, wish.key) ? SETTINGS[wish.key] : undefined;
  if (!shape) throw clientProblems.SettingUnknown({ value: wish.key, known: Object.keys(SETTINGS).join(', ') }, '/key');
  if (!FITS[shape](wish.value))
    throw clientProblems.SettingValueWrong({ key: wish.key, expected: EXPECTED[shape] }, '/value');
  if (shape === 'account') {
    const [known] = await tx.query('select 1 from account where client_id = $1 and number = $2 and postable', [
      tx.clientId,
      wish.value,
    ]);
    if (!known) throw clientProblems.SettingValueWrong({ key: wish.key, expected: EXPECTED[shape] }, '/value');
  }
  await refuseDuplicate(`${wish.key} / ${wish.validFrom}`, '/validFrom', () =>
    tx.query(
      'insert into client_setting (client_id, key, valid_from, value, source, decided_by) values ($1, $2, $3, $4, $5, $6)',
      [tx.clientId, wish.key, wish.validFrom, JSON.stringify(wish.value), wish.source ?? '', by.userId],
    ),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'setting.create',
    resource: `clients/${tx.clientId}/settings/${wish.key}`,
    detail: { ...wish },
  });
  return (await listSettings(tx)).find((setting) => setting.key === wish.key && setting.validFrom === wish.validFrom)!;
}
