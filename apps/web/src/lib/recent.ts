/** Codes used lately, per client and catalogue, on this device only. */
const MOST = 8;
const nameOf = (clientId: number, catalogue: string) => `finanzzentrum.recent.${clientId}.${catalogue}`;

export function recentCodes(clientId: number, catalogue: string): string[] {
  try {
    return JSON.parse(localStorage.getItem(nameOf(clientId, catalogue)) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export function rememberCode(clientId: number, catalogue: string, code: string): void {
  const codes = [code, ...recentCodes(clientId, catalogue).filter((one) => one !== code)].slice(0, MOST);
  localStorage.setItem(nameOf(clientId, catalogue), JSON.stringify(codes));
}
