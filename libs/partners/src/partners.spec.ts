import fc from 'fast-check';
import { type Books, openBooks } from '../../../test/support/books.js';
import { ANNA, BERND, confirmedAccount, newPartner, testIban } from '../../../test/support/open-items.js';
import { addressOn } from './addresses.js';
import { proposeBankAccount } from './bank-accounts.js';
import { drawNumbers } from './counter.js';
import { nameKey, readBic, readIban, taxKey, vatKey } from './partner.js';
import { addPartner, changePartner, changesOf, listPartners, matchPartners, partnerOf } from './partners.store.js';

let books: Books;
let clientId: number;
beforeAll(async () => {
  books = await openBooks();
  clientId = (await books.client()).id;
});
afterAll(() => books.close());

describe('a name', () => {
  it.each([
    ['Müller & Söhne GmbH & Co. KG', 'Mueller und Soehne'],
    ['Tiefbau Nord GmbH', 'TIEFBAU NORD'],
    ['Elektro-Technik e.K.', 'Elektro Technik'],
    ['Bäckerei Größmann, Inh. Anna Größmann', 'Baeckerei Grössmann Anna Großmann'],
  ])('%s is the same company as %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Tiefbau Nord GmbH', 'Tiefbau Süd GmbH'],
    ['AG', 'KG'],
    ['Stadtwerke A', 'Stadtwerke B'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('an IBAN', () => {
  it('is read however it is written, and refused with one digit wrong or two swapped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (no, place, by) => {
          const iban = testIban(no);
          expect(readIban(iban)).toBe(iban);
          expect(readIban(` ${iban.toLowerCase().replace(/(.{4})/g, '$1 ')}`)).toBe(iban);
          const at = 2 + (place % (iban.length - 2));
          const wrong = iban.slice(0, at) + ((Number(iban[at]) + by) % 10) + iban.slice(at + 1);
          expect(readIban(wrong)).toBeNull();
          const next = at + 1 < iban.length ? at : at - 1;
          if (iban[next] !== iban[next + 1])
            expect(readIban(iban.slice(0, next) + iban[next + 1] + iban[next] + iban.slice(next + 2))).toBeNull();
        },
      ),
    );
    for (const text of ['', 'DE', '1', 'XX00', 'DE00'.padEnd(40, '0')]) expect(readIban(text)).toBeNull();
    expect(readBic('bylade m1001')).toBe('BYLADEM1001');
    expect(readBic('BYLA')).toBeNull();
  });
});

describe('the address in force', () => {
  const address = (no: number, validFrom: string) => ({
    no,
    validFrom,
    city: String(no),
    street: '',
    addition: '',
    postalCode: '',
    country: 'DE',
    recordedAt: '',
    recordedBy: '',
  });

  it('is the latest that has come; of two from one day the one recorded later', () => {
    const all = [
      address(1, '2020-01-01'),
      address(2, '2026-01-01'),
      address(3, '2026-01-01'),
      address(4, '2027-01-01'),
    ];
    expect(addressOn(all, '2026-06-01')?.no).toBe(3);
    expect(addressOn(all, '2025-12-31')?.no).toBe(1);
    expect(addressOn(all, '2027-01-01')?.no).toBe(4);
    expect(addressOn(all, '2019-12-31')).toBeUndefined();
  });
});

describe('numbers', () => {
  it('drawn at once by many are all different and without a gap, and taken back with what used them', async () => {
    const drawn = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        books.db
          .inClient(clientId, async (tx) => {
            const first = await drawNumbers(tx, 'test', 3);
            if (index % 5 === 0) throw new Error('taken back');
            return first;
          })
          .catch(() => null),
      ),
    );
    const kept = drawn.filter((first) => first !== null).sort((a, b) => a - b);
    expect(kept).toEqual(Array.from({ length: 16 }, (_, index) => 1 + 3 * index));
  });
});

describe('recognising', () => {
  const facts = {
    vatId: 'DE 111.222.333',
    taxNumber: '205/5801/9999',
    name: 'Wiesengrund Gartenbau GmbH & Co. KG',
    registerId: 'HRB 4711',
  };
  let gardener: string;
  let namesake: string;
  beforeAll(async () => {
    [gardener, namesake] = await books.db.inClient(clientId, async (tx) => {
      const one = await newPartner(tx, { ...facts });
      await confirmedAccount(tx, one.id, 4001);
      await proposeBankAccount(tx, one.id, { iban: testIban(4002), source: 'Brief' }, ANNA);
      const other = await newPartner(tx, { name: 'Wiesengrund Gartenbau', vatId: 'DE444555666' });
      const aside = await newPartner(tx, { name: 'Wiesengrund Gartenbau e.K.' });
      await changePartner(tx, aside.id, 1, { active: false }, ANNA);
      return [one.id, other.id];
    });
  });
  const match = (wanted: Parameters<typeof matchPartners>[1]) =>
    books.db.inClient(clientId, async (tx) =>
      (await matchPartners(tx, wanted)).map(({ partner, by }) => [partner.id, by.join(' ')]),
    );

  it('goes by VAT id, tax number, confirmed IBAN and name, however they are written', async () => {
    expect(await match({ vatId: 'de111222333' })).toEqual([[gardener, 'vat-id']]);
    expect(await match({ taxNumber: '20558019999' })).toEqual([[gardener, 'tax-number']]);
    expect(await match({ registerId: ' HRB 4711 ' })).toEqual([[gardener, 'register-id']]);
    expect(await match({ iban: testIban(4001).toLowerCase() })).toEqual([[gardener, 'iban']]);
    expect(await match({ iban: testIban(4002) })).toEqual([]);
    expect(await match({ name: 'GARTENBAU Wiesengrund' })).toEqual([]);
  });

  it('names everybody who could be meant, the surest first, and nobody laid aside', async () => {
    expect(await match({ name: 'Wiesengrund Gartenbau GmbH' })).toEqual([
      [gardener, 'name'],
      [namesake, 'name'],
    ]);
    expect(await match({ name: 'Wiesengrund Gartenbau', vatId: 'DE444555666', iban: testIban(4001) })).toEqual([
      [namesake, 'vat-id name'],
      [gardener, 'iban name'],
    ]);
    expect(await match({})).toEqual([]);
    expect(await match({ name: '', vatId: '', taxNumber: '-', iban: 'kein Konto' })).toEqual([]);
    expect(await match({ name: '%' })).toEqual([]);
  });
});

describe('a partner', () => {
  it('has the history of everything that changed, field by field', async () => {
    await books.db.inClient(clientId, async (tx) => {
      const { id } = await addPartner(tx, { kind: 'company', name: '  Alt GmbH ', email: '' }, ANNA);
      expect(await partnerOf(tx, id)).toMatchObject({ name: 'Alt GmbH', email: null, createdBy: 'Anna Aller' });
      await changePartner(tx, id, 1, { name: 'Neu GmbH', paymentBlock: 'Pfändung', vatId: 'DE1234' }, BERND);
      await changePartner(tx, id, 2, { paymentBlock: null }, ANNA);
      await changePartner(tx, id, 3, { name: 'Neu GmbH' }, ANNA);
      const history = (await changesOf(tx, id)).map(({ by, field, before, after }) => [by, field, before, after]);
      expect(history).toEqual([
        ['Anna Aller', 'payment_block', 'Pfändung', null],
        ['Bernd Bode', 'vat_id', null, 'DE1234'],
        ['Bernd Bode', 'payment_block', null, 'Pfändung'],
        ['Bernd Bode', 'name', 'Alt GmbH', 'Neu GmbH'],
      ]);
    });
  });

  it('keys compare letters and digits only', () => {
    expect(vatKey(' de 123.456-789 ')).toBe('DE123456789');
    expect(taxKey('205/5801/4711')).toBe('20558014711');
  });

  it('lists turn page by page in the order of numbers, each once', async () => {
    const other = (await books.client()).id;
    await books.db.inClient(other, async (tx) => {
      for (let index = 0; index < 25; index++) await newPartner(tx);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page: Awaited<ReturnType<typeof listPartners>> = await listPartners(tx, { limit: 7, after });
        seen.push(...page.items.map((row) => row.number));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `P${String(index + 1).padStart(6, '0')}`));
    });
  });
});
