import type { Content, Document, Schema } from './openapi.js';

/** Strings whose name says what they hold. */
const SHAPES: [name: RegExp, schema: Schema & { format: string }][] = [
  [/(At|Until)$|^at$|^knownOn$/, { format: 'date-time', example: '2026-03-31T09:15:00.000000Z' }],
  [/(Date|On|From|To)$|^(from|to|asOf|date)$/, { format: 'date', example: '2026-03-31' }],
  [
    /^(debit|credit|amount|amountLimit|total|opening|closing|before|change|after|balance|priorYear|actual|left|right|liquidFunds|result)$/,
    { format: 'euro', example: '1234.50' },
  ],
];

/** Format and example of a string with this name, as far as the name says it. */
export const shapeOf = (name: string) => SHAPES.find(([pattern]) => pattern.test(name))?.[1];

const SOMEBODY = '5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10';

const BY_NAME: Record<string, unknown> = {
  id: SOMEBODY,
  uuid: SOMEBODY,
  userId: SOMEBODY,
  partnerId: SOMEBODY,
  person: SOMEBODY,
  liability: SOMEBODY,
  deputyUserId: SOMEBODY,
  userName: 'clerk',
  displayName: 'Ada Alster',
  deputyName: 'Ludwig Leine',
  email: 'kaemmerei@ahlenbrueck.example',
  password: 'vier zufällige Wörter reichen',
  currentPassword: 'vier zufällige Wörter reichen',
  newPassword: 'andere vier Wörter tun es auch',
  key: 'ahlenbrueck',
  name: 'Gemeinde Ahlenbrück',
  shortName: 'Ahlenbrück',
  colour: '#1f5f8b',
  chart: 'nkf-2019',
  fiscalYear: 2026,
  year: 2026,
  number: '1811',
  account: '1811',
  accountName: 'Sparkasse, laufendes Konto',
  parent: '181',
  contra: '4012',
  code: '111.01',
  product: null,
  costCentre: null,
  cashAccount: null,
  defaultCashAccount: null,
  text: 'Grundsteuer B, I. Quartal',
  reference: 'GRD-2026-0411',
  reason: 'doppelt erfasst',
  note: 'Beleg fehlt noch',
  label: 'Steuern und ähnliche Abgaben',
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
  level: 1,
  entry: { text: 'Miete Jugendzentrum', lines: [{ account: '5422', debit: '850.00', product: '366.01' }] },
  rule: 'AccountLocked',
  message: 'Das Konto 5431 ist gesperrt.',
  pointer: '/lines/0/account',
  ip: '192.0.2.17',
  secret: 'JBSWY3DPEHPK3PXP',
  token: 'fzt_…',
  csrfToken: '9pX0…',
  keyId: '3c1f0a9be27d4586',
  signature: 'MEUCIQD…',
  initialPassword: 'Anfang-7Kq2-xw9P',
  language: 'de',
  statementLine: 'A2.4',
  statement: 'results',
  hint: 'Aktivkonto',
  action: 'role.assign',
  resource: 'users/clerk',
  outcome: 'ok',
  detail: {},
  source: '§ 36 Abs. 3 KomHVO NRW',
  value: '800.00',
  decidedBy: 'Ludwig Leine',
  sealedBy: 'Finanzzentrum',
  publicKey: '-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n',
  head: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  lastError: null,
  lockedUntil: null,
  reverses: null,
  reversedBy: null,
};

const TAX = {
  account: '1811',
  product: null,
  costCentre: null,
  cashAccount: '6012',
  debit: '1234.50',
  credit: null,
  text: '',
  openItem: null,
  tax: null,
};
const REVENUE = {
  account: '4012',
  product: '611.01',
  costCentre: null,
  cashAccount: null,
  debit: null,
  credit: '1234.50',
  text: '',
  openItem: null,
  tax: null,
};
const TAX_NAMES = { accountName: 'Sparkasse, laufendes Konto', productName: null, cashAccountName: 'Grundsteuer B' };
const REVENUE_NAMES = {
  accountName: 'Grundsteuer B',
  productName: 'Steuern und allgemeine Zuweisungen',
  cashAccountName: null,
};

/** Lists whose items only make sense together. */
const LISTS: Record<string, unknown[]> = {
  NewLine: [
    { account: '1811', debit: '1234.50', cashAccount: '6012' },
    { account: '4012', credit: '1234.50', product: '611.01' },
  ],
  PostedLine: [
    { lineNo: 1, ...TAX },
    { lineNo: 2, ...REVENUE },
  ],
  JournalLine: [
    { lineNo: 1, ...TAX, ...TAX_NAMES },
    { lineNo: 2, ...REVENUE, ...REVENUE_NAMES },
  ],
};

/** Of the words that a field may hold, the one that shows it best. */
const USUAL = [
  'regular',
  'asset',
  'konto',
  'journal',
  'standing',
  'municipality',
  'active',
  'done',
  'open',
  'results',
  'clerk',
  'books:read',
  'de',
];

const nameOf = (ref: string): string => ref.split('/').at(-1)!;

/** Gives every JSON body an example that its schema accepts; in requests with what is required or has an example of its own. */
export function addExamples(document: Document): void {
  const { schemas } = document.components;
  const exampleOf = (schema: Schema, name: string, asks: boolean): unknown => {
    if (schema.example !== undefined) return schema.example;
    if (schema.$ref) return exampleOf(schemas[nameOf(schema.$ref)]!, name, asks);
    const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (choice) return exampleOf(choice[0]!, name, asks);
    if (schema.enum) return USUAL.find((word) => schema.enum!.includes(word)) ?? schema.enum[0];
    const types = [schema.type].flat();
    if (types.includes('array')) {
      const items = schema.items ?? {};
      return (items.$ref && LISTS[nameOf(items.$ref)]) ?? [exampleOf(items, name, asks)];
    }
    if (schema.properties) {
      const shown = Object.entries(schema.properties).filter(
        ([property, below]) => !asks || schema.required?.includes(property) || below.example !== undefined,
      );
      return Object.fromEntries(shown.map(([property, below]) => [property, exampleOf(below, property, asks)]));
    }
    const known = BY_NAME[name];
    if (
      known !== undefined &&
      types.includes(known === null ? 'null' : Number.isInteger(known) ? 'integer' : typeof known)
    )
      return known;
    if (types.includes('null')) return null;
    if (types.includes('integer')) return schema.minimum ?? 1;
    if (types.includes('boolean')) return false;
    return types.includes('object') ? {} : '…';
  };
  const fill = (content: Content | undefined, asks: boolean): void => {
    const json = content?.['application/json'];
    if (json?.schema) json.example ??= exampleOf(json.schema, '', asks);
  };
  for (const operation of Object.values(document.paths).flatMap((operations) => Object.values(operations))) {
    fill(operation.requestBody?.content, true);
    for (const response of Object.values(operation.responses)) fill(response.content, false);
  }
}
