import { createHash } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import type { Person } from './drafts.js';
import type { SealDto } from './evidence.dto.js';
import { requireSealKey, type SealKey } from './seal-keys.js';
import { voucherEnd } from './vouchers.queries.js';

export type Seal = SealDto;

const COLUMNS = `seal_no::int as "sealNo", sealed_at as "sealedAt", sealed_by_name as "sealedBy", statement, key_id as "keyId",
  encode(signature, 'base64') as signature`;

export function seals(tx: ClientTx, limit = 400): Promise<Seal[]> {
  return tx.query<Seal>(`select ${COLUMNS} from seal where client_id = $1 order by seal_no desc limit $2`, [
    tx.clientId,
    limit,
  ]);
}

/** To how many auditors the last seal was mailed. */
export async function mailedTo(tx: ClientTx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from seal_letter where client_id = $1 and sent_at is not null
       and seal_no = (select max(seal_no) from seal where client_id = $1)`,
    [tx.clientId],
  );
  return row!.n;
}

/**
 * Signs the heads of all years and of the voucher log of a client: the text names client, number, instant, the previous seal, per
 * year the last number and chain hash, and those of the vouchers. Whoever holds a seal can tell whether anything before it was
 * changed, without trusting the centre.
 * @returns undefined when nothing was added since the last seal, unless `force`
 * @throws Problem SealKeyNotInForce
 */
export async function sealClient(
  tx: ClientTx,
  key: SealKey,
  by: Person | null,
  force = false,
): Promise<Seal | undefined> {
  for (;;) {
    const seal = await sealOnce(tx, key, by, force);
    if (seal !== 'overtaken') return seal;
  }
}

/** `overtaken`: another instance took the number meanwhile; its seal is the one before ours now. */
async function sealOnce(
  tx: ClientTx,
  key: SealKey,
  by: Person | null,
  force: boolean,
): Promise<Seal | undefined | 'overtaken'> {
  await requireSealKey(tx, key);
  const [client] = await tx.query<{ uuid: string; now: string }>(
    'select uuid, clock_timestamp() as now from client where id = $1',
    [tx.clientId],
  );
  const [last] = await seals(tx, 1);
  const heads = await tx.query<{ year: number; last: string; head: string }>(
    `select year, next_entry_no - 1 as last, encode(head, 'hex') as head from fiscal_year where client_id = $1 order by year`,
    [tx.clientId],
  );
  const vouchers = await voucherEnd(tx);
  const ends = [
    ...heads.map((head) => `year ${head.year}: ${head.last} ${head.head}`),
    `vouchers: ${vouchers.entries} ${vouchers.head}`,
  ].join('\n');
  if (!force && last?.statement.endsWith(`\n${ends}\n`)) return undefined;
  const sealNo = (last?.sealNo ?? 0) + 1;
  const previous = last ? createHash('sha256').update(last.statement).digest('hex') : '-';
  const statement = `finanzzentrum-seal-v2\nclient: ${client!.uuid}\nseal: ${sealNo}\nsealed-at: ${client!.now}\nprevious: ${previous}\n${ends}\n`;
  const [row] = await tx.query<Seal>(
    `insert into seal (client_id, seal_no, sealed_at, sealed_by, sealed_by_name, statement, key_id, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${COLUMNS}`,
    [
      tx.clientId,
      sealNo,
      client!.now,
      by?.id ?? null,
      by?.name ?? 'Finanzzentrum',
      statement,
      key.id,
      key.sign(statement),
    ],
  );
  return row ?? 'overtaken';
}
