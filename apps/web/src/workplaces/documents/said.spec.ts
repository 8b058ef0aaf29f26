import { addressLines, ibanDifference, readTerms, saidDay, saidMoney, saidNumber, saidQuantity } from './said';

describe('what an invoice says', () => {
  test.each([
    ['1234.5', '1.234,50'],
    ['-0.005', '−0,005'],
    ['1000000', '1.000.000,00'],
    ['12.340000', '12,34'],
    ['00012.30', '12,30'],
    ['.5', '0,50'],
    ['zwölf', 'zwölf'],
    ['', null],
  ])('writes the amount %s as %s', (raw, shown) => {
    expect(saidMoney(raw)).toBe(shown);
  });

  test('quantities carry no decimals they do not have', () => {
    expect(saidQuantity({ value: '3', unit: 'C62' })).toBe('3');
    expect(saidQuantity('2.500')).toBe('2,5');
    expect(saidNumber(null)).toBeNull();
  });

  test('a day that is none stays as it was written', () => {
    expect(saidDay('2026-03-31')).toBe('31.03.2026');
    expect(saidDay('31. Februar')).toBe('31. Februar');
    expect(saidDay('2026-03-31')).toBe('31.03.2026');
  });

  test('an address has only the lines that are filled, a country only abroad', () => {
    expect(
      addressLines({ line1: 'Hauptstr. 1', line2: ' ', postcode: '48301', city: 'Nottuln', country: 'DE' }),
    ).toEqual(['Hauptstr. 1', '48301 Nottuln']);
    expect(addressLines({ city: 'Enschede', country: 'NL' })).toEqual(['Enschede', 'NL']);
  });

  test('Skonto stands apart from the words of the payment terms', () => {
    const terms = readTerms(
      '#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=300.00#\n#VERZUG#TAGE=30#PROZENT=5.00#\nDanach netto.\n',
    );
    expect(terms.skonto).toEqual([
      { kind: 'discount', days: 14, percent: '2.25', base: '300.00' },
      { kind: 'interest', days: 30, percent: '5.00', base: null },
    ]);
    expect(terms.text).toBe('Danach netto.');
    expect(readTerms('#SKONTO#TAGE=x#').skonto).toEqual([]);
  });

  test('differing groups of two account numbers are marked on both sides', () => {
    const [old, now] = ibanDifference('DE02120300000000202051', 'DE02 1203 0000 0000 2020 15');
    expect(old!.filter((group) => !group.same).map((group) => group.text)).toEqual(['51']);
    expect(now!.filter((group) => !group.same).map((group) => group.text)).toEqual(['15']);
  });
});
