import QRCode from 'qrcode';
import { type Cents, formatEuro } from '@lib/kernel';

export interface EpcTransfer {
  holder: string;
  iban: string;
  bic: string | null;
  amount: Cents;
  purpose: string;
}

/** Most that one transfer of the scheme may carry: 999,999,999.99 EUR. */
const MOST: Cents = 99_999_999_999n;

/**
 * What a banking app reads (EPC069-12, version 002, UTF-8): a SEPA transfer ready to be released; null where the scheme has
 * no room for it.
 */
export function epcText({ holder, iban, bic, amount, purpose }: EpcTransfer): string | null {
  if (amount <= 0n || amount > MOST) return null;
  const lines = ['BCD', '002', '1', 'SCT', bic ?? '', oneLine(holder, 70), iban, `EUR${formatEuro(amount)}`, '', ''];
  return [...lines, oneLine(purpose, 140)].join('\n');
}

const oneLine = (text: string, most: number): string => [...text.replace(/\s+/g, ' ')].slice(0, most).join('');

/** The code as a drawing: error correction M and at most version 13, as the scheme prescribes. */
export async function epcCode(transfer: EpcTransfer): Promise<string | null> {
  const text = epcText(transfer);
  if (text === null) return null;
  const { modules } = QRCode.create([{ data: Buffer.from(text, 'utf8'), mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      runs.push(`M${from} ${row}h${column - from + 1}v1h-${column - from + 1}z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${runs.join('')}" fill="#000000"/></svg>`;
}
