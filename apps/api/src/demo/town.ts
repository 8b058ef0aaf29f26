import type { Address } from '@lib/clients';
import type { Cents } from '@lib/kernel';

/**
 * A municipality that does not exist. Its figures follow its size: 19,400 inhabitants carry a balance sheet of about
 * 128.7 million euros and payments of about 27 million a year, as real municipalities of that size do.
 */
export interface Town {
  key: string;
  name: string;
  shortName: string;
  officialKey: string;
  inhabitants: number;
  colour: string;
  arms: string;
  address: Address;
  /** How strong its trade is, in percent of what is usual for its size. */
  trade: number;
  /** Bank of invention: the eight digits where a real IBAN names a bank. */
  bank: { code: string; name: string };
}

/** Size in which the figures of the demonstration are written down. */
const BASE_INHABITANTS = 19_400n;

/** An amount written down for the base size, in whole euros, for a town of this size and in cents. */
export const sized = (town: Pick<Town, 'inhabitants'>, euro: number): Cents =>
  (BigInt(euro) * 100n * BigInt(town.inhabitants)) / BASE_INHABITANTS;

/** How many of something a town of this size has, at least one. */
export const count = (town: Pick<Town, 'inhabitants'>, atBaseSize: number): number =>
  Math.max(1, Math.round((atBaseSize * town.inhabitants) / Number(BASE_INHABITANTS)));

/** Prices and pay rise by 2.4 percent from the first year of the demonstration to the second. */
export const indexed = (amount: Cents, yearNo: number): Cents => (amount * (1000n + 24n * BigInt(yearNo))) / 1000n;

const dataUri = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
const SHIELD = 'M4 3h56v34c0 14-12 23-28 29C16 60 4 51 4 37z';
const shield = (field: string, charges: string): string =>
  dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 70"><defs><clipPath id="s"><path d="${SHIELD}"/></clipPath></defs>` +
      `<g clip-path="url(#s)"><path fill="${field}" d="M0 0h64v70H0z"/>${charges}</g>` +
      `<path d="${SHIELD}" fill="none" stroke="#1b1b1b" stroke-width="2.5"/></svg>`,
  );

/** A bridge over water below two alder leaves. */
const ARMS_AHLENBRUECK = shield(
  '#1e5b8f',
  `<path fill="#f4f1e6" d="M0 28h64v24H54a9 9 0 0 0-18 0h-8a9 9 0 0 0-18 0H0z"/>` +
    `<path fill="none" stroke="#f4f1e6" stroke-width="2.5" d="M8 58q6-4 12 0t12 0 12 0 12 0"/>` +
    `<path fill="#f2c84b" d="M20 25c-7-3-8-11-3-17 7 4 8 12 3 17zM44 25c-5-5-4-13 3-17 5 6 4 14-3 17z"/>`,
);
/** Three ears of corn above a green meadow. */
const ARMS_WESENRODE = shield(
  '#f6edc8',
  `<path fill="#2f6b35" d="M0 46q32-12 64 0v24H0z"/>` +
    ['16', '32', '48']
      .map(
        (x, place) =>
          `<g fill="#9a6a00"><path d="M${Number(x) - 1} ${place === 1 ? 16 : 22}h2v26h-2z"/>` +
          [0, 6, 12]
            .map(
              (y) =>
                `<ellipse cx="${Number(x) - 4}" cy="${y + (place === 1 ? 18 : 24)}" rx="2.4" ry="4"/><ellipse cx="${Number(x) + 4}" cy="${y + (place === 1 ? 18 : 24)}" rx="2.4" ry="4"/>`,
            )
            .join('') +
          `</g>`,
      )
      .join(''),
);
/** A linden tree on a red field, split by a silver bar. */
const ARMS_LINDHOVEN = shield(
  '#8e2430',
  `<path fill="#f4f1e6" d="M29 34h6v22h-6z"/><path fill="#f4f1e6" d="M32 8c11 0 18 8 18 16 0 9-8 14-18 14s-18-5-18-14C14 16 21 8 32 8z"/>` +
    `<path fill="#8e2430" d="M24 20l4 4-4 4-4-4zM40 20l4 4-4 4-4-4zM32 13l4 4-4 4-4-4zM32 27l4 4-4 4-4-4z"/><path fill="#f4f1e6" d="M0 52h64v5H0z"/>`,
);
/** A drop above waves. */
export const ARMS_SEWAGE = shield(
  '#0f6a6a',
  `<path fill="#f4f1e6" d="M32 10c9 12 13 17 13 23a13 13 0 0 1-26 0c0-6 4-11 13-23z"/>` +
    `<path fill="none" stroke="#f4f1e6" stroke-width="3" d="M4 54q7-5 14 0t14 0 14 0 14 0"/>`,
);

export const TOWNS: readonly Town[] = [
  {
    key: 'ahlenbrueck',
    name: 'Gemeinde Ahlenbrück',
    shortName: 'Ahlenbrück',
    officialKey: '05999004',
    inhabitants: 19_400,
    colour: '#1e5b8f',
    arms: ARMS_AHLENBRUECK,
    address: { street: 'Rathausplatz 1', postcode: '00001', city: 'Ahlenbrück' },
    trade: 100,
    bank: { code: '99990004', name: 'Sparkasse Ahlenbrück (Demo)' },
  },
  {
    key: 'wesenrode',
    name: 'Gemeinde Wesenrode',
    shortName: 'Wesenrode',
    officialKey: '05999008',
    inhabitants: 11_600,
    colour: '#2f6b35',
    arms: ARMS_WESENRODE,
    address: { street: 'Am Kornmarkt 7', postcode: '00002', city: 'Wesenrode' },
    trade: 118,
    bank: { code: '99990008', name: 'Sparkasse Wesenrode (Demo)' },
  },
  {
    key: 'lindhoven',
    name: 'Stadt Lindhoven',
    shortName: 'Lindhoven',
    officialKey: '05999012',
    inhabitants: 6_300,
    colour: '#8e2430',
    arms: ARMS_LINDHOVEN,
    address: { street: 'Unter der Linde 3', postcode: '00003', city: 'Lindhoven' },
    trade: 84,
    bank: { code: '99990012', name: 'Volksbank Lindhoven (Demo)' },
  },
];

/** A German IBAN with right check digits, of a bank that does not exist. */
export function inventedIban(bankCode: string, account: number): string {
  const number = bankCode + String(account).padStart(10, '0');
  const check = 98n - (BigInt(`${number}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${number}`;
}
