import { isCreditorIdentifier } from './creditor-identifier.js';

describe('a creditor identifier', () => {
  it('has check digits over the national part and the country', () => {
    expect(isCreditorIdentifier('DE98ZZZ09999999999')).toBe(true); // the example of the Bundesbank
    expect(isCreditorIdentifier('DE98ABC09999999999')).toBe(true); // the business code does not count
    expect(isCreditorIdentifier('AT61ZZZ01234567890')).toBe(true);
  });

  it('is refused with a digit changed, missing or in another place', () => {
    for (const wrong of [
      'DE97ZZZ09999999999',
      'DE98ZZZ09999999989',
      'DE98ZZZ0999999999',
      'DE98ZZZ19999999999',
      'de98zzz09999999999',
      '',
    ]) {
      expect(isCreditorIdentifier(wrong)).toBe(false);
    }
  });
});
