import fc from 'fast-check';
import { readArms } from './arms.js';

const svg = (content: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`)}`;

describe('arms', () => {
  it('may be a drawing, which is kept as base64', () => {
    const read = readArms(svg('<path fill="url(#g)" d="M0 0h9"/><use href="#a"/>'));
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.value).toMatch(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/);
    expect(readArms(read.ok ? read.value : '')).toEqual(read);
  });

  it('may be a small PNG', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]).toString('base64');
    expect(readArms(`data:image/png;base64,${png}`).ok).toBe(true);
    expect(readArms(`data:image/png;base64,${Buffer.from('GIF89a').toString('base64')}`).ok).toBe(false);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in capitals', svg('<SCRIPT/>')],
    ['an event handler', svg('<path onload="alert(1)"/>')],
    ['an event handler behind a slash', svg('<path/onclick=alert(1) d="M0 0"/>')],
    ['foreign HTML', svg('<foreignObject><p/></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>')],
    ['a link in use', svg('<use xlink:href="https://example.org/a.svg#x"/>')],
    ['a disguised address', svg('<use href="&#104;ttps://example.org/"/>')],
    ['a loading style', svg('<path style="fill:url(https://example.org)"/>')],
    ['a style sheet', svg('<style>@import "x"</style>')],
    ['an animation', svg('<set attributeName="href" to="x"/>')],
    ['an entity', 'data:image/svg+xml,<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'],
    ['another type', 'data:text/html,<svg></svg>'],
    ['text', 'https://example.org/arms.svg'],
    ['too much of it', svg(`<path d="${'M0 0'.repeat(12_000)}"/>`)],
    ['a broken escape', 'data:image/svg+xml,%E0%A4%A'],
    ['another encoding', `data:image/svg+xml;base64,${Buffer.from('<svg>ä</svg>', 'latin1').toString('base64')}`],
  ])('may not contain %s', (_, uri) => {
    expect(readArms(uri).ok).toBe(false);
  });

  it('stay harmless whatever is put between the elements of a drawing', () => {
    const pieces = fc.constantFrom(
      '<path d="M0 0"',
      '/>',
      '>',
      '<g',
      '</g>',
      ' on',
      'load',
      '=',
      '"',
      "'",
      '<script',
      '<',
      'href',
      '#a',
      'http:',
      '/',
      '&#x6a;',
      '<!--',
      'url(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const read = readArms(svg(parts.join('')));
        if (!read.ok) return;
        const kept = Buffer.from(read.value.split(',')[1]!, 'base64').toString();
        expect(kept).not.toMatch(/<script|<!|[\s/"']on\w+\s*=|href\s*=\s*["']?[^#"'\s]|url\(\s*["']?[^#"'\s]/i);
      }),
      { numRuns: 2_000 },
    );
  });
});
