import type { ChartVersion } from '../chart/chart.js';

export const CLIENT_TEMPLATES = ['nrw-municipality', 'nrw-special-fund'] as const;
export type ClientTemplate = (typeof CLIENT_TEMPLATES)[number];
export const CLIENT_KINDS = ['municipality', 'special-fund'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

export interface SettingSeed {
  key: string;
  validFrom: string;
  value: unknown;
  source: string;
}

/** What a new client starts with. */
export interface Template {
  kind: ClientKind;
  chart: ChartVersion;
  /** Special funds (§ 97 GO NRW) usually trade and are liable to VAT; a municipality mostly is not (§ 2b UStG). */
  vatStatus: 'none' | 'regular';
  settings: readonly SettingSeed[];
}

/** Rules that hold everywhere in NRW; a council's own decisions are added with the day from which they hold. */
const COMMON: readonly SettingSeed[] = [
  { key: 'vat.standardRate', validFrom: '2007-01-01', value: '19', source: '§ 12 Abs. 1 UStG' },
  { key: 'vat.standardRate', validFrom: '2020-07-01', value: '16', source: '§ 28 Abs. 1 UStG' },
  { key: 'vat.standardRate', validFrom: '2021-01-01', value: '19', source: '§ 12 Abs. 1 UStG' },
  { key: 'vat.reducedRate', validFrom: '1983-07-01', value: '7', source: '§ 12 Abs. 2 UStG' },
  { key: 'vat.reducedRate', validFrom: '2020-07-01', value: '5', source: '§ 28 Abs. 2 UStG' },
  { key: 'vat.reducedRate', validFrom: '2021-01-01', value: '7', source: '§ 12 Abs. 2 UStG' },
  { key: 'assets.lowValueLimit', validFrom: '2019-01-01', value: '800.00', source: '§ 36 Abs. 3 KomHVO NRW' },
  { key: 'payments.termDays', validFrom: '2019-01-01', value: 30, source: '§ 286 Abs. 3 BGB' },
];

export const TEMPLATES: Record<ClientTemplate, Template> = {
  'nrw-municipality': { kind: 'municipality', chart: 'nkf-2019', vatStatus: 'none', settings: COMMON },
  'nrw-special-fund': { kind: 'special-fund', chart: 'nkf-2019', vatStatus: 'regular', settings: COMMON },
};
