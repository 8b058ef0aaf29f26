import { growth, IN_PROPORTION } from '../../../test/support/growth.js';
import {
  checkEInvoice,
  type CheckResult,
  EDITIONS,
  editionFor,
  type EInvoiceReading,
  readEInvoice,
  RULE_SETS,
} from './index.js';
import { CII_INVOICE, UBL_CREDIT_NOTE, UBL_INVOICE } from './rules/cases/base-invoices.js';
import { XRECHNUNG_3, XRECHNUNG_3_CVD, XRECHNUNG_3_EXTENSION } from './rules/xrechnung-ids.js';

const RECEIVED = '2026-11-22';

function check(text: string, options: Partial<Parameters<typeof checkEInvoice>[1]> = {}): CheckResult {
  return checkEInvoice(readEInvoice(new TextEncoder().encode(text)), { receivedOn: RECEIVED, ...options });
}

describe('a verdict', () => {
  it.each([
    ['UBL invoice', UBL_INVOICE],
    ['UBL credit note', UBL_CREDIT_NOTE],
    ['CII', CII_INVOICE],
  ])('accepts a good %s without a word', (_, text) => {
    expect(check(text)).toMatchObject({ decision: 'accept', findings: [], errors: [], warnings: [], complete: true });
  });

  it('names rule, terms, place and figures', () => {
    const result = check(
      UBL_INVOICE.replace('<cbc:TaxAmount currencyID="EUR">125.40<', '<cbc:TaxAmount currencyID="EUR">1125.40<'),
    );
    expect(result.decision).toBe('reject');
    expect(result.errors).toEqual(['BR-CO-14', 'BR-CO-15']);
    expect(result.findings[0]).toMatchObject({
      id: 'BR-CO-14',
      level: 'error',
      severity: 'fatal',
      ruleSet: 'en16931@1.3.16',
      terms: ['BT-110', 'BT-117'],
      message: {
        de: 'Die Umsatzsteuer (BT-110: 1.125,40 €) ist nicht die Summe der Steuerbeträge je Satz (BT-117: 125,40 €).',
        en: 'The VAT (BT-110: 1,125.40 EUR) is not the sum of the tax amounts per rate (BT-117: 125.40 EUR).',
      },
      path: '/ubl:Invoice/cac:TaxTotal',
      line: expect.any(Number),
      invoiceLine: null,
    });
  });

  it('says which line a finding is about', () => {
    const result = check(CII_INVOICE.replace('<ram:Name>Anlieferung</ram:Name>', ''));
    expect(result.findings.find(({ id }) => id === 'BR-25')).toMatchObject({
      invoiceLine: '2',
      message: { de: 'Position 2: Es fehlt: Artikelname (BT-153).', en: 'Line 2: Missing: item name (BT-153).' },
      path: '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem[2]',
    });
  });

  it('finds what the official rules tolerate, and says so in its own name', () => {
    const result = check(
      UBL_INVOICE.replaceAll('125.40', '125.90').replace('>785.40<', '>785.90<').replace('>85.40<', '>85.90<'),
    );
    expect(result).toMatchObject({ decision: 'accept', errors: [], warnings: [] });
    expect(result.findings.map(({ id, level }) => `${id} ${level}`)).toContain('FZ-TOTALS warning');
  });

  it('warns of a Leitweg-ID with wrong check digits, which passes all official rules', () => {
    const result = check(
      UBL_INVOICE.replace('>05999001-RE01-10</cbc:BuyerReference>', '>05999001-RE01-11</cbc:BuyerReference>'),
    );
    expect(result.decision).toBe('accept');
    expect(result.findings.map(({ id }) => id)).toEqual(['FZ-LEITWEG-ID']);
  });

  it('warns of a wrong IBAN once, by the official rule', () => {
    const result = check(UBL_INVOICE.replace('2020 51', '2020 52'));
    expect(result.warnings).toEqual(['BR-DE-19']);
  });

  it('breaks off where a number cannot be read, as the official engine does', () => {
    const result = check(UBL_INVOICE.replace('>485.00<', '>viel<'));
    expect(result).toMatchObject({ decision: 'reject', errors: [] });
    expect(result.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['FZ-FORM', 'FZ-STOPPED']));
  });

  it('takes a no-break space around a number for a fault of form, as the schema does', () => {
    const result = check(UBL_INVOICE.replace('>485.00<', '>\u00a0485.00<'));
    expect(result.decision).toBe('reject');
    expect(result.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['FZ-FORM', 'FZ-STOPPED']));
  });

  it.each(['NaN', 'INF', '-INF'])('survives %s in sums that the rules make in floating point', (value) => {
    const result = check(
      CII_INVOICE.replace(
        /<ram:CalculatedAmount>[^<]*<\/ram:CalculatedAmount>/,
        `<ram:CalculatedAmount>${value}</ram:CalculatedAmount>`,
      ),
    );
    expect(result.decision).toBe('reject');
    expect(result.findings.map(({ id }) => id)).toContain('FZ-FORM');
  });

  it('knows the group that may be empty by its name as written, as the official rule does', () => {
    const empty = CII_INVOICE.replace(
      /<ram:ApplicableHeaderTradeDelivery>.*?<\/ram:ApplicableHeaderTradeDelivery>/s,
      '<ram:ApplicableHeaderTradeDelivery/>',
    );
    expect(empty).not.toBe(CII_INVOICE);
    expect(check(empty).errors).toEqual([]);
    const otherPrefix = empty
      .replaceAll('<ram:', '<n2:')
      .replaceAll('</ram:', '</n2:')
      .replace('xmlns:ram=', 'xmlns:n2=');
    expect(check(otherPrefix).errors).toEqual(['PEPPOL-EN16931-R008']);
    expect(check(otherPrefix).findings[0]!.path).toContain('/ram:ApplicableHeaderTradeDelivery');
  });

  it('breaks off at an electronic address with two schemes, as the official engine does', () => {
    const result = check(CII_INVOICE.replace(/<ram:URIID schemeID.*?<\/ram:URIID>/s, '$&$&'));
    expect(result).toMatchObject({ decision: 'reject', errors: [] });
    expect(result.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['FZ-FORM', 'FZ-STOPPED']));
  });

  it('lists twenty places of one rule and counts the others', () => {
    const line = /<cac:InvoiceLine>.*?<\/cac:InvoiceLine>/s.exec(UBL_INVOICE)![0];
    const result = check(UBL_INVOICE.replace(line, line.replace('<cbc:Name>Pflasterstein</cbc:Name>', '').repeat(100)));
    const found = result.findings.filter(({ id }) => id === 'BR-25');
    expect(found).toHaveLength(20);
    expect(found.at(-1)!.further).toBe(80);
  });

  it.each([
    ['<!DOCTYPE x><x/>', 'reject-before-parsing'],
    ['<Invoice', 'reject'],
    ['<Order/>', 'reject'],
    ['', 'reject'],
    ['<CrossIndustryDocument xmlns="urn:ferd:CrossIndustryDocument:invoice:1p0"/>', 'not-en16931'],
  ])('of %s is %s', (text, decision) => {
    expect(check(text)).toMatchObject({ decision, edition: null });
    expect(check(text).findings).toHaveLength(1);
  });
});

describe('the time', () => {
  const line = /<cac:InvoiceLine>.*?<\/cac:InvoiceLine>/s.exec(UBL_INVOICE)![0];
  const long = UBL_INVOICE.replace(line, line.repeat(400));

  it('ends a check that would take too long, and the verdict says so', () => {
    let clock = 0;
    const result = check(long, { budget: 50, now: () => (clock += 60) });
    expect(result).toMatchObject({ decision: 'incomplete', complete: false });
    expect(result.findings.at(-1)).toMatchObject({ id: 'FZ-INCOMPLETE', level: 'warning' });
  });

  it('does not hide what was found before', () => {
    let clock = 0;
    const result = check(long.replace('<cbc:ID>BH-2026-0815</cbc:ID>', ''), { budget: 50, now: () => (clock += 60) });
    expect(result).toMatchObject({ decision: 'reject', complete: false });
  });

  it('grows no faster than the lines', async () => {
    const readingOf = (lines: number) =>
      readEInvoice(new TextEncoder().encode(UBL_INVOICE.replace(line, line.repeat(lines))));
    const verdict = (reading: EInvoiceReading) => checkEInvoice(reading, { receivedOn: RECEIVED, budget: 60_000 });
    expect(await growth(1000, readingOf, verdict)).toBeLessThan(IN_PROPORTION);
  });
});

describe('the table of editions', () => {
  const withSpecification = (id: string): string => UBL_INVOICE.replace(`>${XRECHNUNG_3}<`, `>${id}<`);

  it('has a row for every specification on every day, and no two', () => {
    for (const day of ['2020-01-01', '2026-03-29', '2026-03-30', '2026-11-22', '2030-01-01']) {
      for (const specification of new Set(EDITIONS.flatMap(({ specifications }) => specifications))) {
        const rows = EDITIONS.filter(
          (row) =>
            row.specifications.includes(specification) &&
            (row.validFrom ?? '') <= day &&
            day <= (row.validTo ?? '9999-12-31'),
        );
        expect(rows).toHaveLength(1);
      }
    }
  });

  it('names only rule sets that exist', () => {
    const sets = new Set(RULE_SETS.map(({ id }) => id));
    expect(EDITIONS.flatMap(({ ruleSets }) => ruleSets).filter((id) => !sets.has(id))).toEqual([]);
  });

  it('changes the level of rules that exist', () => {
    const rules = new Set(RULE_SETS.flatMap((set) => set.rules.map(({ id }) => id)));
    const changed = EDITIONS.flatMap(({ levels }) => Object.values(levels).flatMap((level) => Object.keys(level)));
    expect(changed.filter((id) => !rules.has(id))).toEqual([]);
  });

  it.each([
    [XRECHNUNG_3, 'xrechnung-3.0', 'accept'],
    ['urn:cen.eu:en16931:2017', 'en16931', 'accept'],
    ['urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'peppol-bis-3', 'accept'],
    ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'factur-x', 'accept'],
    ['urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3', 'xrechnung-outdated', 'no-scenario'],
    ['urn:example:unknown', 'en16931', 'no-scenario'],
    [XRECHNUNG_3_EXTENSION, 'xrechnung-3.0-extension', 'accept'],
    [XRECHNUNG_3_CVD, 'xrechnung-3.0-cvd', 'reject'],
  ])('%s is checked as %s and decided %s', (specification, kind, decision) => {
    const result = check(withSpecification(specification));
    expect(result.edition!.id).toBe(`${kind}/en16931@1.3.16`);
    expect(result.decision).toBe(decision);
  });

  it('has no scenario for an extension credit note', () => {
    expect(check(UBL_CREDIT_NOTE.replace(`>${XRECHNUNG_3}<`, `>${XRECHNUNG_3_EXTENSION}<`)).decision).toBe(
      'no-scenario',
    );
  });

  it('asks for due date or terms only before the rules dropped it', () => {
    const without = UBL_INVOICE.replace(/<cbc:DueDate>.*?<\/cbc:DueDate>/, '').replace(
      /<cac:PaymentTerms>.*?<\/cac:PaymentTerms>/s,
      '',
    );
    expect(check(without, { receivedOn: '2026-03-29' }).errors).toEqual(['BR-CO-25']);
    expect(check(without, { receivedOn: '2026-03-30' }).errors).toEqual([]);
  });

  it('makes of some findings less, and of some more', () => {
    const units = check(UBL_INVOICE.replaceAll('unitCode="XPP"', 'unitCode="STUECK"'));
    expect(units).toMatchObject({ decision: 'accept', errors: [], warnings: ['BR-CL-23'] });
    const plain = check(withSpecification('urn:cen.eu:en16931:2017').replaceAll('unitCode="XPP"', 'unitCode="STUECK"'));
    expect(plain).toMatchObject({ decision: 'reject', errors: ['BR-CL-23'] });
  });

  it('answers for every syntax', () => {
    expect(editionFor(XRECHNUNG_3, 'cii', RECEIVED)).toMatchObject({ known: true });
    expect(editionFor(null, 'cii', RECEIVED)).toMatchObject({
      known: false,
      edition: { id: 'en16931/en16931@1.3.16' },
    });
  });
});
