/**
 * One accent colour per client. Clients choose any colour for their arms; text and controls need at least 4.5:1
 * (WCAG 2.1, 1.4.3), so the shade actually used is moved towards black or white until it reaches that.
 */
type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK_GROUND: Rgb = [27, 28, 31];
const NEUTRAL = '#3d5a73';

export type Shades = [string, string, string, string, string, string, string, string, string, string];

export interface Accent {
  /** Mantine's ten shades, 6 and 8 carry white text, 4 is readable on the dark ground. */
  shades: Shades;
  onLight: string;
  onDark: string;
  raw: string;
}

export function accentOf(colour: string | null | undefined): Accent {
  const raw = colour && /^#[0-9a-f]{6}$/i.test(colour) ? colour : NEUTRAL;
  const base = parse(raw);
  const onLight = until(base, BLACK, (shade) => contrast(shade, WHITE) >= 5.6);
  const onDark = until(base, WHITE, (shade) => contrast(shade, DARK_GROUND) >= 6);
  const tints = [0.93, 0.84, 0.7, 0.5].map((share) => hex(mix(onLight, WHITE, share)));
  const deep = hex(mix(onLight, BLACK, 0.15));
  const filled = hex(onLight);
  return {
    shades: [tints[0]!, tints[1]!, tints[2]!, tints[3]!, hex(onDark), hex(onDark), filled, deep, filled, deep],
    onLight: filled,
    onDark: hex(onDark),
    raw,
  };
}

function until(from: Rgb, towards: Rgb, enough: (shade: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mix(from, towards, share);
    if (enough(shade)) return shade;
  }
  return towards;
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  [0, 1, 2].map((i) => Math.round(a[i]! + (b[i]! - a[i]!) * share)) as unknown as Rgb;

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const parse = (text: string): Rgb => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)) as unknown as Rgb;
const hex = (colour: Rgb): string => `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
