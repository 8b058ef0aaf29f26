import { finderOf } from './lookup';

const accounts = [
  { code: '5221', name: 'Unterhaltung des Infrastrukturvermögens' },
  { code: '5241', name: 'Bewirtschaftung der Grundstücke und baulichen Anlagen' },
  { code: '5431', name: 'Geschäftsaufwendungen' },
  { code: '1811', name: 'Sparkasse, Girokonto' },
  { code: '18111', name: 'Sparkasse, Tagesgeld' },
];
const codes = (typed: string, recent: string[] = []) => finderOf(accounts, recent)(typed).map((item) => item.code);

describe('looking up an account', () => {
  test('the exact number comes first, longer numbers follow', () => {
    expect(codes('1811')).toEqual(['1811', '18111']);
  });
  test('words are found anywhere, in any order, with or without umlauts', () => {
    expect(codes('grundstuecke bewirt')).toEqual(['5241']);
    expect(codes('vermögen')).toEqual(['5221']);
  });
  test('one mistyped letter is forgiven', () => {
    expect(codes('spakasse')).toEqual(['1811', '18111']);
    expect(codes('geschfät')).toEqual(['5431']);
  });
  test('recently used ones are on top before anything is typed', () => {
    expect(codes('', ['5431'])[0]).toBe('5431');
  });
  test('nonsense finds nothing', () => {
    expect(codes('xyzzy')).toEqual([]);
  });
});
