import { describe, expect, it } from '@jest/globals';
import { armsSvg, renderPdf } from './print-statement.js';
import type { StatementDto } from './reporting.dto.js';
import { printedEuro, statementDocument } from './statement-document.js';

const view: StatementDto = {
  statement: 'results',
  fiscalYear: 2025,
  asOf: '2025-12-31',
  knownOn: null,
  product: null,
  unit: 'EUR',
  columns: ['priorYear', 'actual'],
  lines: [
    {
      code: 'ER01',
      number: '01',
      label: 'Steuern und ähnliche Abgaben',
      kind: 'line',
      level: 1,
      priorYear: '0.00',
      actual: '1234567.80',
    },
    {
      code: 'ER26',
      number: '26',
      label: 'Jahresergebnis',
      kind: 'subtotal',
      level: 0,
      priorYear: '-5.00',
      actual: '1234567.80',
    },
  ],
  checks: [{ rule: 'internal-services-cancel', ok: false, left: '1.00', right: '0.00' }],
};
const head = {
  name: 'Gemeinde Probe',
  colour: '#1f5f8b',
  arms: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
  product: null,
  sealKey: null,
};
const now = new Date('2026-01-02T03:04:05Z');

describe('a printed statement', () => {
  it('writes figures as a German page does', () => {
    expect(['1234567.80', '-5.00', '0.00', '-0.00', '999.99', '1000.00'].map(printedEuro)).toEqual([
      '1.234.567,80',
      '−5,00',
      '–',
      '–',
      '999,99',
      '1.000,00',
    ]);
  });

  it('holds every line, both years, and says loudly what does not agree', () => {
    const text = JSON.stringify(statementDocument(view, head, now).content);
    for (const expected of ['Steuern und ähnliche Abgaben', '1.234.567,80', '−5,00', '2025', '2024', 'STIMMT NICHT']) {
      expect(text).toContain(expected);
    }
  });

  it('names the part it shows when it is a Teilrechnung', () => {
    const { info } = statementDocument(view, { ...head, product: '11 Ver- und Entsorgung' }, now);
    expect(info?.title).toBe('Teilergebnisrechnung 2025 - Gemeinde Probe');
  });

  it('says on every page by what the key of the seals is recognised, and how that is compared', () => {
    const sealKey = '0123456789abcdef'.repeat(4);
    const { footer } = statementDocument(view, { ...head, sealKey }, now);
    const text = JSON.stringify((footer as (page: number, pages: number) => unknown)(1, 2));
    expect(text).toContain('Seite 1 von 2');
    expect(text).toContain(`Siegelschlüssel: ${'0123 4567 89ab cdef '.repeat(4).trim()}`);
    expect(text).toContain('unter einer Nummer, die nicht von diesem Blatt stammt');
  });

  it('becomes a PDF', async () => {
    const pdf = await renderPdf(statementDocument(view, head, now));
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.subarray(-8).toString('latin1')).toContain('%%EOF');
  });

  it('takes arms from their data URI, and only drawings', () => {
    expect(armsSvg(`data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`)).toBe('<svg/>');
    expect(armsSvg('data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E')).toBe('<svg/>');
    expect(armsSvg('data:image/png;base64,AAAA')).toBeNull();
    expect(armsSvg(null)).toBeNull();
  });
});
