import type { Database, Tx } from '@lib/database';

/**
 * What does not hold: `content` - the events of a block are those that were recorded; `chain` - every block is chained to the one before
 * it; `member` - every event is in one block or waits for one; `waiting` - none waits for long; `head` - the chain still holds what
 * earlier proofs found as its end.
 */
export type AuditRule = 'content' | 'chain' | 'member' | 'waiting' | 'head';

/** Where the log does not hold: the rule, and the block or event. */
export interface AuditFinding {
  rule: AuditRule;
  where: string;
}

export interface AuditProof {
  provenAt: string;
  ok: boolean;
  /** Events that stand in blocks. */
  events: number;
  /** Number and hash of the last block: who keeps them elsewhere can tell whether the log was written anew. */
  headNo: number;
  headHash: string;
  findings: AuditFinding[];
}

export interface AuditIntegrity {
  /** The last proof, or null before the first. */
  proof: AuditProof | null;
  headNo: number;
  headHash: string;
  /** Events that are in no block yet. */
  waiting: number;
}

const BLOCKS_AT_ONCE = 100;
const MOST_FINDINGS = 50;
/** A block is made within seconds; what waits longer is kept from it. */
const LONGEST_WAIT = '10 minutes';

/**
 * Recomputes the audit log: changed, removed and slipped-in events, blocks and links. Blocks never change, so they are read in
 * portions and nothing waits meanwhile. Stores the result.
 */
export async function proveAuditLog(db: Database): Promise<AuditProof> {
  const findings: AuditFinding[] = [];
  let events = 0;
  let head = { no: 0, hash: '' };
  for (;;) {
    const from = head.no;
    const portion = await db.inCentre((tx) => blocksAfter(tx, from));
    for (const block of portion) {
      if (!block.content) findings.push({ rule: 'content', where: placeOf(block) });
      if (!block.chained) findings.push({ rule: 'chain', where: placeOf(block) });
      events += block.count;
      head = { no: block.no, hash: block.hash };
    }
    if (portion.length < BLOCKS_AT_ONCE) break;
  }
  return db.inCentre(async (tx) => {
    findings.push(...(await strayEvents(tx)), ...(await lateEvents(tx)), ...(await lostHeads(tx)));
    return storeProof(tx, { ok: findings.length === 0, events, head, findings: findings.slice(0, MOST_FINDINGS) });
  });
}

interface Block {
  no: number;
  count: number;
  hash: string;
  from: string;
  to: string;
  sealedAt: string;
  content: boolean;
  chained: boolean;
}

const placeOf = ({ no, from, to, sealedAt }: Block): string =>
  `block ${no} (events ${from} to ${to}, before ${sealedAt})`;

const blocksAfter = (tx: Tx, no: number): Promise<Block[]> =>
  tx.query<Block>(
    `select b.no::int as no, b.event_count as count, encode(b.chain_hash, 'hex') as hash, lower(b.events)::text as from,
       (upper(b.events) - 1)::text as to, b.sealed_at as "sealedAt",
       (c.event_count, c.content_hash) is not distinct from (b.event_count, b.content_hash) as content,
       b.chain_hash = audit_chain_hash(coalesce(before.chain_hash, sha256(convert_to('finanzzentrum-audit-v1', 'UTF8'))),
         b.no, b.events, b.event_count, b.sealed_at, b.content_hash) and (b.no = 1 or before.no is not null) as chained
     from (select * from audit_block where no > $1 order by no limit ${BLOCKS_AT_ONCE}) b
     left join audit_block before on before.no = b.no - 1
     cross join lateral audit_content(b.events) c
     order by b.no`,
    [no],
  );

/** Events in no block, and those in more than one. */
async function strayEvents(tx: Tx): Promise<AuditFinding[]> {
  const rows = await tx.query<{ id: string }>(
    `with chained as (select coalesce(range_agg(events), '{}'::int8multirange) as events from audit_block)
     (select e.id::text as id from audit_event e, chained where not e.id <@ chained.events
       and not exists (select from audit_waiting w where w.event_id = e.id) limit ${MOST_FINDINGS})
     union all
     select 'twice ' || w.event_id from audit_waiting w, chained where w.event_id <@ chained.events`,
  );
  return rows.map(({ id }) => ({ rule: 'member' as const, where: `event ${id}` }));
}

async function lateEvents(tx: Tx): Promise<AuditFinding[]> {
  const rows = await tx.query<{ id: string }>(
    `select w.event_id::text as id from audit_waiting w left join audit_event e on e.id = w.event_id
     where e.id is null or (select max(sealed_at) from audit_block) > e.at + interval '${LONGEST_WAIT}'
       and e.id < (select max(upper(events)) from audit_block) limit ${MOST_FINDINGS}`,
  );
  return rows.map(({ id }) => ({ rule: 'waiting' as const, where: `event ${id}` }));
}

async function lostHeads(tx: Tx): Promise<AuditFinding[]> {
  const rows = await tx.query<{ no: string; at: string }>(
    `select p.head_no::text as no, p.proven_at as at from audit_proof p
     left join audit_block b on b.no = p.head_no and b.chain_hash = p.head_hash
     where p.head_no > 0 and b.no is null order by p.id limit ${MOST_FINDINGS}`,
  );
  return rows.map(({ no, at }) => ({ rule: 'head' as const, where: `block ${no}, proven ${at}` }));
}

const PROOF = `proven_at as "provenAt", ok, events::int as events, head_no::int as "headNo", encode(head_hash, 'hex') as "headHash", findings`;

async function storeProof(
  tx: Tx,
  proof: { ok: boolean; events: number; head: { no: number; hash: string }; findings: AuditFinding[] },
): Promise<AuditProof> {
  const [stored] = await tx.query<AuditProof>(
    `insert into audit_proof (ok, events, head_no, head_hash, findings) values ($1, $2, $3, decode($4, 'hex'), $5) returning ${PROOF}`,
    [proof.ok, proof.events, proof.head.no, proof.head.hash, JSON.stringify(proof.findings)],
  );
  return stored!;
}

/** How the log stands: the last proof and the end of the chain. */
export async function auditIntegrity(tx: Tx): Promise<AuditIntegrity> {
  const [proof] = await tx.query<AuditProof>(`select ${PROOF} from audit_proof order by id desc limit 1`);
  const [row] = await tx.query<Omit<AuditIntegrity, 'proof'>>(
    `select coalesce(b.no, 0)::int as "headNo", coalesce(encode(b.chain_hash, 'hex'), '') as "headHash",
       (select count(*)::int from audit_waiting) as waiting
     from (values (1)) one left join lateral (select no, chain_hash from audit_block order by no desc limit 1) b on true`,
  );
  return { proof: proof ?? null, ...row! };
}

/** Proves the log when nobody did within a day; of several instances one. */
export async function proveDaily(db: Database): Promise<AuditProof | null> {
  const due = await db.inCentre(async (tx) => {
    const [row] = await tx.query<{ due: boolean }>(
      `select not exists (select from audit_proof where proven_at > now() - interval '23 hours') as due`,
    );
    return row!.due;
  });
  return due ? proveAuditLog(db) : null;
}
