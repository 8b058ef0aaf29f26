import { cut } from './index.js';

it('cuts a text without cutting a character in two', () => {
  expect(cut('abc', 2)).toBe('ab');
  expect(cut('a😀', 3)).toBe('a😀');
  expect([cut('a😀', 2), cut('😀', 1), cut('', 5)]).toEqual(['a', '', '']);
});
