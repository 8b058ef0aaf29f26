import { candidatesOf } from './candidates';

describe('values found in the text of a file', () => {
  test('are offered as the API takes them, each once and in their order', () => {
    const suggestions = {
      gross: [
        { value: '1.190,00', where: 'Gesamtbetrag 1.190,00 EUR' },
        { value: '190,00', where: null },
        { value: '1190.00', where: 'Summe' },
      ],
      issueDate: [{ value: '31.03.2026' }, { value: 'morgen' }],
      iban: [{ value: 'de02 1203 0000 0000 2020 51' }],
    };
    expect(candidatesOf(suggestions, 'gross').map((one) => one.value)).toEqual(['1190.00', '190.00']);
    expect(candidatesOf(suggestions, 'gross')[0]!.where).toBe('Gesamtbetrag 1.190,00 EUR');
    expect(candidatesOf(suggestions, 'issueDate')).toEqual([{ value: '2026-03-31', where: null }]);
    expect(candidatesOf(suggestions, 'iban')[0]!.value).toBe('DE02120300000000202051');
    expect(candidatesOf(suggestions, 'supplierName')).toEqual([]);
  });
});
