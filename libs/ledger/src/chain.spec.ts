import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Books, CLERK, entry, newKey, openBooks, postDirectly, toPost } from '../../../test/support/books.js';
import { newPartner, raiseAndPost, settle } from '../../../test/support/open-items.js';
import { SYSTEM } from '@lib/access';
import { addFiscalYear } from '@lib/clients';
import { isPlainText } from '@lib/kernel';
import { mirrored } from './journal-entry.js';
import { postWithin } from './posting.js';

let books: Books;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const UNIT = '\u001f';

interface Entry {
  year: number;
  no: string;
  period: number;
  day: string;
  kind: string;
  text: string;
  reference: string;
  source: string;
  key: string | null;
  author: string;
  reverses: string | null;
  reason: string;
  scope: string;
  voucher: string | null;
  at: string;
  content_hash: Buffer;
  chain_hash: Buffer;
  lines: {
    no: number;
    account: string;
    product: string | null;
    centre: string | null;
    cash: string | null;
    amount: string;
    text: string;
    item: string | null;
    tax: { code: string; rate: string; base: string } | null;
  }[];
}

/** The canonical form as the posting function documents it, computed a second time from nothing but the stored rows. */
function contentOf(one: Entry): Buffer {
  const head = [
    `fz1`,
    one.kind,
    one.year,
    one.period,
    one.day,
    one.text,
    one.reference,
    one.source,
    one.key ?? '',
    one.author,
    one.reverses ?? '',
    one.reason,
    ...(one.scope === 'request' && one.voucher === null ? [] : [one.scope, one.voucher ?? '']),
  ];
  const lines = one.lines.map(
    (line) =>
      `\u001e${[line.no, line.account, line.product ?? '', line.centre ?? '', line.cash ?? '', line.amount, line.text].join(UNIT)}` +
      (line.tax === null
        ? line.item === null
          ? ''
          : `${UNIT}${line.item}`
        : UNIT + [line.item ?? '', line.tax.code, line.tax.rate, line.tax.base].join(UNIT)),
  );
  return sha256(head.join(UNIT) + lines.join(''));
}

async function storedChain(
  clientId: number,
): Promise<{ entries: Entry[]; heads: { year: number; head: Buffer }[]; uuid: string }> {
  const entries = await books.all<Entry>(
    `select fiscal_year as year, entry_no as no, period, booking_date::text as day, kind, text, reference, source, idempotency_key as key,
       author, reverses_year || '-' || reverses_no as reverses, reason, idempotency_scope as scope,
       document_date::text as voucher, content_hash, chain_hash,
       to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       (select jsonb_agg(jsonb_build_object('no', line_no, 'account', account, 'product', product, 'centre', cost_centre,
          'cash', cash_account, 'amount', amount::text, 'text', text, 'item', open_item,
          'tax', case when tax_code is not null then jsonb_build_object('code', tax_code, 'rate', tax_rate::text, 'base', tax_base::text) end)
          order by line_no)
        from journal_line l where l.client_id = e.client_id and l.fiscal_year = e.fiscal_year and l.entry_no = e.entry_no) as lines
     from journal_entry e where client_id = $1 order by fiscal_year, entry_no`,
    [clientId],
  );
  const heads = await books.all<{ year: number; head: Buffer }>(
    'select year, head from fiscal_year where client_id = $1 order by year',
    [clientId],
  );
  const [client] = await books.all<{ uuid: string }>('select uuid from client where id = $1', [clientId]);
  return { entries, heads, uuid: client!.uuid };
}

/** Follows the chain from its documented beginning; answers the head of each year. */
function recomputed(chain: { entries: Entry[]; heads: { year: number }[]; uuid: string }): Map<number, Buffer> {
  const heads = new Map(
    chain.heads.map(({ year }) => [year, sha256(['finanzzentrum-chain-v1', chain.uuid, year].join(UNIT))]),
  );
  for (const one of chain.entries) {
    const content = contentOf(one);
    expect([one.no, one.content_hash.toString('hex')]).toEqual([one.no, content.toString('hex')]);
    const next = sha256(heads.get(one.year)!, [one.year, one.no, one.at, ''].join(UNIT), content);
    expect([one.no, one.chain_hash.toString('hex')]).toEqual([one.no, next.toString('hex')]);
    heads.set(one.year, next);
  }
  return heads;
}

const ODD = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '"',
      '\\',
      '{}',
      'NULL',
      ',',
      '\\"',
      '🏦',
      'é',
      'é',
      '\u200f',
      '\ufeff',
      '\u0085',
      'ﬀ',
      '𝔄',
      "';--",
      '\\x41',
      ' ',
    ),
    fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', ',', ' ', 'N', '\u2028', 'ß', '€', '👩‍👩‍👧') }),
  )
  .filter((text) => isPlainText(text) && text.length <= 200);

it('the stored chain is what anybody can recompute from the rows, whatever the texts are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          text: ODD,
          reference: ODD.map((text) => text.slice(0, 60)).filter(isPlainText),
          lineText: ODD,
          cents: fc.bigInt(1n, 10n ** 12n),
          keyed: fc.boolean(),
          scope: fc.constantFrom('request' as const, 'document' as const),
          documentDate: fc.constantFrom(null, '2026-06-30'),
          tax: fc.constantFrom(null, { code: 'VST19', rate: '19.00', base: 12_345n }),
        }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      async (wishes) => {
        const { id } = await books.client();
        const postings = wishes.map((one) => {
          const made = toPost(
            id,
            entry('2026-07-01', '1632 S 1.00, 4012@611 H 1.00', { text: `x${one.text}`, reference: one.reference }),
          );
          made.lines[0]!.amount = one.cents;
          made.lines[1]!.amount = -one.cents;
          made.lines[0]!.text = one.lineText;
          made.lines[0]!.tax = one.tax;
          return {
            ...made,
            documentDate: one.documentDate,
            scope: one.scope,
            idempotencyKey: one.keyed ? newKey() : null,
          };
        });
        const half = Math.ceil(postings.length / 2);
        const answers = [
          ...(await postDirectly(books.db, postings.slice(0, half))),
          ...(await postDirectly(books.db, postings.slice(half))),
        ];
        expect(answers.map((answer) => answer.outcome)).toEqual(postings.map(() => 'Posted'));
        const chain = await storedChain(id);
        expect(chain.entries.map((one) => [one.text, one.reference, one.lines[0]!.text])).toEqual(
          wishes.map((one) => [`x${one.text}`, one.reference, one.lineText]),
        );
        const heads = recomputed(chain);
        expect(chain.heads.map(({ year, head }) => [year, head.toString('hex')])).toEqual(
          [...heads].map(([year, head]) => [year, head.toString('hex')]),
        );
        expect(answers.at(-1)!.chainHash.toString('hex')).toBe(chain.heads[0]!.head.toString('hex'));
      },
    ),
    { numRuns: 15 },
  );
});

it('lines that name open items are chained with them', async () => {
  const { id } = await books.client();
  const item = await books.db.inClient(id, async (tx) => {
    const partner = await newPartner(tx);
    const raised = await raiseAndPost(tx, { partnerId: partner.id, amount: -100n });
    await settle(tx, { id: raised.id, account: '351101', balance: -100n }, 40n);
    return raised;
  });
  const chain = await storedChain(id);
  expect(chain.entries.map((one) => one.lines.map((line) => line.item))).toEqual([
    [null, item.id],
    [item.id, null],
  ]);
  expect([...recomputed(chain).values()].map((head) => head.toString('hex'))).toEqual(
    chain.heads.map(({ head }) => head.toString('hex')),
  );
});

it('reversals, keys and several years are chained alike', async () => {
  const { id } = await books.client({ fiscalYear: 2025 });
  await books.db.inClient(id, (tx) => addFiscalYear(tx, 2026, SYSTEM));
  const first = toPost(id, entry('2025-05-05', '1632 S 5.00, 4012 H 5.00'), { idempotencyKey: 'eins' });
  const back = {
    ...toPost(id, entry('2026-02-02', '1632 S 5.00, 4012 H 5.00')),
    kind: 'reversal' as const,
    lines: mirrored(first.lines),
    reverses: { fiscalYear: 2025, entryNo: 1 },
    reason: 'falsch',
  };
  await books.db.inClient(id, (tx) => postWithin(tx, [first]));
  await books.db.inClient(id, (tx) => postWithin(tx, [back]));
  const chain = await storedChain(id);
  expect(chain.entries.map((one) => [one.year, one.reverses, one.key, one.author])).toEqual([
    [2025, null, 'eins', CLERK.id],
    [2026, '2025-1', null, CLERK.id],
  ]);
  const heads = recomputed(chain);
  expect(chain.heads.map(({ head }) => head.toString('hex'))).toEqual(
    [...heads.values()].map((head) => head.toString('hex')),
  );
});
