import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { type LocalDate, problems } from '@lib/kernel';
import { clientProblems } from '../problems.js';

/**
 * What a tax key is for. Own turnover: `output` taxed, `output-zero` (§ 12(3) UStG), `output-exempt` (§ 4 UStG),
 * `output-reverse-charge` (the recipient owes, § 13b UStG). Purchases: `input`. What the recipient owes and what is deducted of it:
 * `acquisition` (§ 1a UStG), `reverse-charge` (§ 13b(2) UStG), `reverse-charge-eu` (§ 13b(1) UStG), each with its `…-input`.
 */
export const TAX_USAGES = [
  'output',
  'output-zero',
  'output-exempt',
  'output-reverse-charge',
  'input',
  'acquisition',
  'acquisition-input',
  'reverse-charge',
  'reverse-charge-eu',
  'reverse-charge-input',
] as const;
export type TaxUsage = (typeof TAX_USAGES)[number];

/** A tax key as it holds between two days. */
export interface TaxKey {
  code: string;
  usage: TaxUsage;
  /** Per cent with two decimals, `"19.00"`. */
  rate: string;
  /** Where the tax is booked; null where there is none. */
  account: string | null;
  /** Figures of the pre-return in which base and tax are declared. */
  baseFigure: string | null;
  taxFigure: string | null;
  name: string;
  law: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

const COLUMNS = `code, usage, rate::text as rate, account, base_figure as "baseFigure", tax_figure as "taxFigure", name, law,
  valid_from as "validFrom", valid_to as "validTo"`;

/** Every key there has been and will be, by code and day. */
export function listTaxKeys(tx: ClientTx): Promise<TaxKey[]> {
  return tx.query(`select ${COLUMNS} from tax_key where client_id = $1 order by code, valid_from`, [tx.clientId]);
}

/** The keys in force on a day. */
export async function taxKeysOn(tx: ClientTx, day: LocalDate): Promise<TaxKeys> {
  return new TaxKeys(
    await tx.query<TaxKey>(
      `select ${COLUMNS} from tax_key where client_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)
       order by code`,
      [tx.clientId, day],
    ),
  );
}

const twoDecimals = (rate: string): string => {
  const [whole = '0', decimals = ''] = rate.split('.');
  return `${whole}.${decimals.padEnd(2, '0').slice(0, 2)}`;
};

/** The keys of one day, found by what they are for. */
export class TaxKeys {
  constructor(readonly all: readonly TaxKey[]) {}

  /** @param rate per cent, `"19"`, `"19.0"` or `"19.00"` */
  find(usage: TaxUsage, rate: string): TaxKey | null {
    const wanted = twoDecimals(rate);
    return this.all.find((key) => key.usage === usage && key.rate === wanted) ?? null;
  }
}

export interface TaxKeyWish extends Omit<TaxKey, 'validTo' | 'law'> {
  law?: string;
}

/**
 * Adds a key, or what a known one means from a day on: the earlier meaning ends the day before.
 * @throws Problem SettingValueWrong, AlreadyExists
 */
export async function addTaxKey(tx: ClientTx, wish: TaxKeyWish, by: Actor): Promise<TaxKey> {
  if (wish.account === null ? Number(wish.rate) > 0 : !(await isPostable(tx, wish.account)))
    throw clientProblems.SettingValueWrong({ key: wish.code, expected: '"3712"' }, '/account');
  await tx.query(
    `update tax_key set valid_to = $3::date - 1 where client_id = $1 and code = $2 and valid_from < $3::date
       and (valid_to is null or valid_to >= $3::date)`,
    [tx.clientId, wish.code, wish.validFrom],
  );
  try {
    await tx.query(
      `insert into tax_key (client_id, code, valid_from, usage, rate, account, base_figure, tax_figure, name, law, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.clientId,
        wish.code,
        wish.validFrom,
        wish.usage,
        wish.rate,
        wish.account,
        wish.baseFigure,
        wish.taxFigure,
        wish.name,
        wish.law ?? '',
        by.userId,
      ],
    );
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw problems.AlreadyExists({ value: `${wish.usage} ${wish.rate} %` }, '/code');
    throw error;
  }
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'tax-key.create',
    resource: `clients/${tx.clientId}/tax-keys/${wish.code}`,
    detail: { ...wish },
  });
  return (await listTaxKeys(tx)).find((key) => key.code === wish.code && key.validFrom === wish.validFrom)!;
}

async function isPostable(tx: ClientTx, account: string): Promise<boolean> {
  const rows = await tx.query('select 1 from account where client_id = $1 and number = $2 and postable', [
    tx.clientId,
    account,
  ]);
  return rows.length > 0;
}
