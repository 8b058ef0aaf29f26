import { findWords, fold } from './find-words.js';

const accounts = [
  { number: '4013', name: 'Gewerbesteuer' },
  { number: '401310', name: 'Gewerbesteuer Vorauszahlungen' },
  { number: '6013', name: 'Gewerbesteuer' },
  { number: '432140', name: 'Straßenreinigungs- und Winterdienstgebühren' },
  { number: '1633', name: 'Steuerforderungen Gewerbesteuer' },
  { number: '40', name: 'Steuern und ähnliche Abgaben', aside: true },
];
const find = (query: string): string[] =>
  findWords(accounts, query, (account) => account).map((account) => account.number);

describe('finding by number or words', () => {
  it('does not mind case, ß and umlauts, typed either way', () => {
    expect(fold('Gebühren')).toBe(fold('GEBUEHREN'));
    expect(fold('Straße')).toBe('strasse');
    for (const query of ['straßenreinigung', 'STRASSENREIN', 'gebühren', 'gebuehren', 'gebuhren winter']) {
      expect(find(query)).toEqual(['432140']);
    }
  });

  it('puts the exact number first, then numbers that begin with it, then names', () => {
    expect(find('4013')).toEqual(['4013', '401310']);
    expect(find('40')).toEqual(['40', '4013', '401310']);
    expect(find('gewerbe')).toEqual(['4013', '401310', '6013', '1633']);
    expect(find('gewerbesteuer voraus')).toEqual(['401310']);
  });

  it('offers what cannot be booked on last', () => {
    expect(find('steuer').at(0)).toBe('1633');
    expect(find('steuer').indexOf('40')).toBe(1);
    expect(find('4').at(-1)).toBe('40');
  });

  it('finds nothing for punctuation, and everything for nothing', () => {
    expect(find('%_\u0000!')).toEqual([]);
    expect(find(' ')).toHaveLength(accounts.length);
  });
});
