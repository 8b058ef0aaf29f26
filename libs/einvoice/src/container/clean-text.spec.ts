import fc from 'fast-check';
import { cleanFileName, hiddenCharacters, showText, stripHidden } from './clean-text.js';

describe('hidden characters', () => {
  test('are shown, named and left out', () => {
    const trick = 'rechnung\u202efdp.exe\u0000\u200b';
    expect(showText(trick)).toBe('rechnung⟦U+202E⟧fdp.exe⟦U+0000⟧⟦U+200B⟧');
    expect(hiddenCharacters(trick)).toEqual(['U+202E', 'U+0000', 'U+200B']);
    expect(stripHidden(trick)).toBe('rechnungfdp.exe');
    expect(hiddenCharacters('Müller & Söhne\n\tStraße 5 – 10 € 🚰 日本')).toEqual([]);
  });

  test('what is shown hides nothing any more, and is well-formed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\u2066', '\ud800', '\u{e0041}', '\u0085', ''),
        (value, hidden) => {
          const shown = showText(value + hidden);
          expect(hiddenCharacters(shown)).toEqual([]);
          expect(shown.isWellFormed()).toBe(true);
          expect(showText(shown)).toBe(shown);
        },
      ),
    );
  });
});

describe('file names', () => {
  test.each([
    ['../../../../etc/cron.d/evil.pdf', 'evil.pdf'],
    ['C:\\Windows\\System32\\calc.exe', 'calc.exe'],
    ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
    ['', 'unbenannt'],
    [null, 'unbenannt'],
    ['...', 'unbenannt'],
    ['con.pdf', '_con.pdf'],
    ['Rechnung  März\n2026?.pdf', 'Rechnung März_2026_.pdf'],
    ['/', 'unbenannt'],
  ])('%s → %s', (given, expected) => expect(cleanFileName(given)).toBe(expected));

  test('are safe whatever comes, short, and stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[/\\:"<>|?*\n\r\t]|^\.|[. ]$/);
        expect(clean.length).toBeGreaterThan(0);
        expect([...clean].length).toBeLessThanOrEqual(120);
        expect(hiddenCharacters(clean)).toEqual([]);
        expect(cleanFileName(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });

  test('keep their extension when cut', () => {
    expect(cleanFileName(`${'x'.repeat(500)}.pdf`)).toMatch(/^x{116}\.pdf$/);
  });
});
