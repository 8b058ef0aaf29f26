import { growth, IN_PROPORTION } from '../../../../test/support/growth.js';
import { readFileSync } from 'node:fs';
import { samples, testEach } from '../../../../test/support/samples.js';
import { type CandidateField, invoiceCandidates, showsAmount } from './invoice-candidates.js';
import { openPdf } from './pdf/open-pdf.js';

const plain = samples('einvoice/pdf/own', (name) => /^plain-text-.*\.pdf$/.test(name));

const first = (pages: string[], field: CandidateField): string | undefined =>
  invoiceCandidates(pages).find((one) => one.field === field)?.value;

describe('proposals from plain text', () => {
  testEach('%s: what a person would find', plain, async ({ file }) => {
    const expected = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as {
      visibleText: Record<string, string | null>;
    };
    const { texts } = await openPdf(readFileSync(file));
    const visible = expected.visibleText;
    const found = (field: CandidateField): string | null => first(texts, field) ?? null;
    expect({
      number: found('number'),
      issueDate: found('issueDate'),
      dueDate: found('dueDate'),
      gross: found('gross'),
      net: found('net'),
      iban: found('iban'),
      sellerVatId: found('vatId'),
      buyerReference: found('buyerReference'),
    }).toEqual({
      number: visible.number,
      issueDate: visible.issueDate,
      dueDate: visible.dueDate,
      gross: visible.gross,
      net: visible.net,
      iban: visible.iban,
      sellerVatId: visible.sellerVatId,
      buyerReference: visible.buyerReference,
    });
  });

  test('every proposal names its place', () => {
    const pages = ['Stadtwerke\nRechnungs-Nr.: 2026/0815\n', 'Gesamtbetrag 1.234,50 €'];
    for (const { page, offset, raw } of invoiceCandidates(pages)) {
      expect(pages[page - 1]!.slice(offset, offset + raw.length)).toBe(raw);
    }
    expect(invoiceCandidates(pages).map(({ field, value, page }) => [field, value, page])).toEqual([
      ['number', '2026/0815', 1],
      ['gross', '1234.50', 2],
    ]);
  });

  test('spellings of dates, amounts, accounts', () => {
    expect(first(['Rechnungsdatum: 3. März 2026'], 'issueDate')).toBe('2026-03-03');
    expect(first(['Invoice date 2026-03-03'], 'issueDate')).toBe('2026-03-03');
    expect(first(['Rechnungsdatum: 31.02.2026'], 'issueDate')).toBeUndefined();
    expect(first(['Amount due: EUR 12,345.60'], 'gross')).toBe('12345.60');
    expect(first(["Rechnungsbetrag 1'234.50"], 'gross')).toBe('1234.50');
    const sums = 'Gesamtbetrag: 297,50 EUR (enthält 19 % USt 47,50 EUR)';
    expect([first([sums], 'gross'), first([sums], 'vat')]).toEqual(['297.50', '47.50']);
    expect(first(['Gesamtbetrag inkl. 19 % USt 297,50'], 'gross')).toBe('297.50');
    const row = 'Netto 250,00 zzgl. 19 % MwSt 47,50 Brutto 297,50';
    expect([first([row], 'net'), first([row], 'vat'), first([row], 'gross')]).toEqual(['250.00', '47.50', '297.50']);
    expect(first(['IBAN DE32 5999 0003 7000 0407 37 BIC GENODEF1XXX'], 'iban')).toBe('DE32599900037000040737');
    expect(first(['IBAN DE33 5999 0003 7000 0407 37'], 'iban')).toBeUndefined();
    expect(first(['Summe\n2.000,00 EUR'], 'gross')).toBe('2000.00');
  });

  test.each(['Rechnung Nr', '1.000', 'Rechnung\n', 'DE12 '])(
    'a hostile text of nothing but %j costs no more than reading it',
    async (word) => {
      const page = (times: number) => [word.repeat(times)];
      expect(await growth(200_000, page, invoiceCandidates)).toBeLessThan(IN_PROPORTION);
    },
  );

  test('an amount is recognised in every usual spelling', () => {
    for (const text of ['1.234,50', '1,234.50', '1234.50', '1 234,50 €', 'EUR 1234,50.'])
      expect(showsAmount(text, '1234.50')).toBe(true);
    for (const text of ['11.234,50', '1.234,505', '234,50', '1234,5']) expect(showsAmount(text, '1234.50')).toBe(false);
    expect(showsAmount('5.000,- EUR', '5000')).toBe(true);
    expect(showsAmount('100', '100.00')).toBe(true);
  });
});
