import { XRECHNUNG_3, XRECHNUNG_3_CVD, XRECHNUNG_3_EXTENSION } from './xrechnung-ids.js';
import type { Words } from './terms.js';

/*
 * Which rules an invoice is checked with: one row for each specification (BT-24) and time. A new version of XRechnung or
 * a new release of the rules is a new row here, and nothing else (docs/concepts/e-invoice-rules.md).
 *
 * Dates are dates of receipt. `[M]` marks a date or an assignment that is ours, because no authority has set one.
 */

export type InvoiceSyntax = 'ubl-invoice' | 'ubl-creditnote' | 'cii';

/** What a finding counts for. */
export type Level = 'error' | 'warning' | 'information';

/** Rules that count for more or less than they say of themselves, by the id of the rule. */
export type Levels = Readonly<Record<string, Level>>;

export interface Edition {
  id: string;
  name: Words;
  /** The values of BT-24 that choose this row. */
  specifications: readonly string[];
  /** First and last day of receipt; null: open. */
  validFrom: string | null;
  validTo: string | null;
  /** Ids of rule sets, in the order of checking. */
  ruleSets: readonly string[];
  /**
   * What the specification is to an automatic check: `scenario` is decided; `outdated` is checked, but a person decides
   * about accepting it, as the official validator has no scenario for it.
   */
  standing: 'scenario' | 'outdated';
  /** Levels that the official configuration changes, by syntax; a syntax that is missing has no scenario. */
  levels: Readonly<Partial<Record<InvoiceSyntax, Levels>>>;
  source: string;
  /** What of this row is our own assumption. */
  assumed: string | null;
}

const NO_CHANGE: Levels = {};
const EVERY_SYNTAX = { 'ubl-invoice': NO_CHANGE, 'ubl-creditnote': NO_CHANGE, cii: NO_CHANGE };

/** The day on which the rules of CEN 1.3.16 appeared; invoices received earlier were checked with 1.3.15. */
const CEN_1_3_16_SINCE = '2026-03-30';
const CEN_1_3_15_UNTIL = '2026-03-29';
const CEN_ASSUMED =
  '[M] the change of release on the day of publication; KoSIT’s configuration of 31 January 2026 still has 1.3.15';

const KOSIT = 'itplr-kosit/validator-configuration-xrechnung, scenarios of 31 January 2026';

/** Codes of units and items are kept apart from the rest: what suppliers write there should not stop an invoice. */
const LENIENT_CODES: Levels = { 'BR-CL-23': 'warning', 'BR-CL-21': 'warning' };
const CII_CARDINALITY: Levels = { 'CII-SR-452': 'error', 'CII-SR-453': 'error', 'CII-SR-454': 'error' };
const NO_SUB_LINES: Levels = { 'UBL-CR-646': 'error' };
/** The extension has own rules for these. */
const EXTENDED_CODES: Levels = {
  'BR-CL-10': 'information',
  'BR-CL-11': 'information',
  'BR-CL-21': 'information',
  'BR-CL-23': 'warning',
  'BR-CL-24': 'information',
  'BR-CL-25': 'information',
  'BR-CL-26': 'information',
};
const VEHICLE_CODES: Levels = { ...LENIENT_CODES, 'BR-CL-13': 'information' };

interface Kind {
  id: string;
  name: Words;
  specifications: readonly string[];
  standing: Edition['standing'];
  levels: Edition['levels'];
  source: string;
  xrechnung: boolean;
}

const KINDS: readonly Kind[] = [
  {
    id: 'xrechnung-3.0',
    name: { de: 'XRechnung 3.0', en: 'XRechnung 3.0' },
    specifications: [XRECHNUNG_3],
    standing: 'scenario',
    levels: {
      'ubl-invoice': { ...LENIENT_CODES, ...NO_SUB_LINES },
      'ubl-creditnote': LENIENT_CODES,
      cii: { ...LENIENT_CODES, ...CII_CARDINALITY },
    },
    source: KOSIT,
    xrechnung: true,
  },
  {
    id: 'xrechnung-3.0-extension',
    name: { de: 'XRechnung 3.0 mit Extension', en: 'XRechnung 3.0 with extension' },
    specifications: [XRECHNUNG_3_EXTENSION],
    standing: 'scenario',
    levels: {
      'ubl-invoice': {
        ...EXTENDED_CODES,
        'BR-CO-16': 'information',
        'UBL-CR-470': 'information',
        'UBL-CR-646': 'information',
      },
      cii: { ...EXTENDED_CODES, ...CII_CARDINALITY },
    },
    source: KOSIT,
    xrechnung: true,
  },
  {
    id: 'xrechnung-3.0-cvd',
    name: { de: 'XRechnung 3.0 für saubere Fahrzeuge (CVD 0.9)', en: 'XRechnung 3.0 for clean vehicles (CVD 0.9)' },
    specifications: [XRECHNUNG_3_CVD],
    standing: 'scenario',
    levels: {
      'ubl-invoice': { ...VEHICLE_CODES, ...NO_SUB_LINES },
      'ubl-creditnote': { ...VEHICLE_CODES, ...NO_SUB_LINES },
      cii: { ...VEHICLE_CODES, ...CII_CARDINALITY },
    },
    source: KOSIT,
    xrechnung: true,
  },
  {
    id: 'xrechnung-outdated',
    name: { de: 'frühere XRechnung', en: 'earlier XRechnung' },
    specifications: [
      'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_1.1',
      ...['1.2', '2.0', '2.1', '2.2', '2.3'].flatMap((version) => [
        `urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_${version}`,
        `urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_${version}#conformant#urn:xoev-de:kosit:extension:xrechnung_${version}`,
      ]),
    ],
    standing: 'outdated',
    levels: EVERY_SYNTAX,
    source: 'XRechnung 3.0 replaced version 2.3 on 1 February 2024; the official validator has no scenario for it',
    xrechnung: true,
  },
  {
    id: 'en16931',
    name: { de: 'EN 16931', en: 'EN 16931' },
    specifications: ['urn:cen.eu:en16931:2017'],
    standing: 'scenario',
    levels: EVERY_SYNTAX,
    source: KOSIT,
    xrechnung: false,
  },
  {
    id: 'peppol-bis-3',
    name: { de: 'Peppol BIS Billing 3.0', en: 'Peppol BIS Billing 3.0' },
    specifications: [
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0',
    ],
    standing: 'scenario',
    levels: EVERY_SYNTAX,
    source: '[M] checked with the rules of EN 16931; Peppol’s own rules are not in the product',
    xrechnung: false,
  },
  {
    id: 'factur-x',
    name: { de: 'ZUGFeRD / Factur-X', en: 'ZUGFeRD / Factur-X' },
    specifications: [
      ...['minimum', 'basicwl'].flatMap((profile) => [
        `urn:factur-x.eu:1p0:${profile}`,
        `urn:zugferd.de:2p0:${profile}`,
      ]),
      ...['factur-x.eu:1p0', 'zugferd.de:2p0'].flatMap((family) => [
        `urn:cen.eu:en16931:2017#compliant#urn:${family}:basic`,
        `urn:cen.eu:en16931:2017#conformant#urn:${family}:extended`,
        `urn:cen.eu:en16931:2017:compliant:${family}:basic`,
        `urn:cen.eu:en16931:2017:compliant:${family}:extended`,
        `urn:cen.eu:en16931:2017:conformant:${family}:extended`,
      ]),
    ],
    standing: 'scenario',
    levels: EVERY_SYNTAX,
    source: '[M] checked with the rules of EN 16931; the laxer rules of the profiles are not in the product',
    xrechnung: false,
  },
];

/** Every kind of invoice under the two releases of the rules of EN 16931. */
export const EDITIONS: readonly Edition[] = KINDS.flatMap((kind) =>
  [
    { cen: 'en16931@1.3.16', validFrom: CEN_1_3_16_SINCE, validTo: null },
    { cen: 'en16931@1.3.15', validFrom: null, validTo: CEN_1_3_15_UNTIL },
  ].map(({ cen, validFrom, validTo }) => ({
    id: `${kind.id}/${cen}`,
    name: kind.name,
    specifications: kind.specifications,
    validFrom,
    validTo,
    ruleSets: kind.xrechnung ? [cen, 'xrechnung@3.0.2-2.5.0'] : [cen],
    standing: kind.standing,
    levels: kind.levels,
    source: kind.source,
    assumed: CEN_ASSUMED,
  })),
);

/** With which rules an invoice is shown whose BT-24 is unknown. */
const FALLBACK = 'en16931';

/**
 * The row for an invoice.
 *
 * @param specification BT-24 without white space at its ends; null where the invoice has none
 * @param receivedOn date of receipt (YYYY-MM-DD)
 * @returns `known` false where no row names the specification, or none for this syntax: then `edition` is the one of plain EN 16931
 */
export function editionFor(
  specification: string | null,
  syntax: InvoiceSyntax,
  receivedOn: string,
): { edition: Edition; known: boolean } {
  const inForce = EDITIONS.filter(
    (edition) =>
      (edition.validFrom === null || edition.validFrom <= receivedOn) &&
      (edition.validTo === null || receivedOn <= edition.validTo),
  );
  const edition = inForce.find((one) => specification !== null && one.specifications.includes(specification));
  if (edition?.levels[syntax] !== undefined) return { edition, known: true };
  const fallback = inForce.find((one) => one.id.startsWith(`${FALLBACK}/`))!;
  return { edition: edition ?? fallback, known: false };
}
