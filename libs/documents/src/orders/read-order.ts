import { err, type FieldRefusal, isLocalDate, isPlainText, ok, type Result } from '@lib/kernel';
import { readCoding } from '../coding/coding.js';
import type { OrderWish } from './orders.js';
import { RHYTHMS, type Rhythm } from './rhythm.js';

const KINDS = ['single', 'collective', 'standing', 'internal'] as const;
const FIELDS = ['kind', 'coding', 'department', 'submit', 'standing'];
const STANDING_FIELDS = ['name', 'rhythm', 'firstDate', 'lastDate'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads an order from parsed JSON; every fault with its pointer. */
export function readOrder(body: unknown): Result<OrderWish, FieldRefusal[]> {
  const refusals: FieldRefusal[] = [];
  const refuse = (pointer: string, code: string, params: FieldRefusal['params'] = {}): void => {
    refusals.push({ pointer, code, params });
  };
  if (!isObject(body)) return err([{ pointer: '', code: 'NotAnObject', params: {} }]);
  for (const field of Object.keys(body))
    if (!FIELDS.includes(field)) refuse(`/${field.slice(0, 60)}`, 'UnknownField', { value: field.slice(0, 60) });
  const kind = KINDS.find((one) => one === body['kind']);
  if (!kind) refuse('/kind', 'NotACode', { value: '–' });
  const { department = null, submit = true } = body;
  if (department !== null && (typeof department !== 'string' || department.length > 20 || department === ''))
    refuse('/department', 'NotACode', { value: '–' });
  if (typeof submit !== 'boolean') refuse('/submit', 'isBoolean');
  const coding = readCoding(body['coding']);
  if (!coding.ok) for (const refusal of coding.error) refuse(`/coding${refusal.pointer}`, refusal.code, refusal.params);
  const standing = readStanding(body['standing'] ?? null, kind === 'standing', refuse);
  if (refusals.length > 0 || !coding.ok) return err(refusals);
  return ok({
    kind: kind!,
    coding: coding.value,
    department: department as string | null,
    submit: submit as boolean,
    standing,
  });
}

function readStanding(
  value: unknown,
  wanted: boolean,
  refuse: (pointer: string, code: string, params?: FieldRefusal['params']) => void,
): OrderWish['standing'] {
  if (!wanted) {
    if (value !== null) refuse('/standing', 'UnknownField', { value: 'standing' });
    return null;
  }
  if (!isObject(value)) {
    refuse('/standing', 'NotAnObject');
    return null;
  }
  for (const field of Object.keys(value))
    if (!STANDING_FIELDS.includes(field))
      refuse(`/standing/${field.slice(0, 60)}`, 'UnknownField', { value: field.slice(0, 60) });
  const { name, rhythm, firstDate, lastDate = null } = value;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 120 || !isPlainText(name))
    refuse('/standing/name', 'TextMissing');
  if (typeof rhythm !== 'string' || !Object.hasOwn(RHYTHMS, rhythm))
    refuse('/standing/rhythm', 'NotACode', { value: '–' });
  if (!isLocalDate(firstDate)) refuse('/standing/firstDate', 'NotADate', { value: '–' });
  if (lastDate !== null && !isLocalDate(lastDate)) refuse('/standing/lastDate', 'NotADate', { value: '–' });
  else if (lastDate !== null && (lastDate as string) < (firstDate as string))
    refuse('/standing/lastDate', 'EndsBeforeItBegins', { first: firstDate as string, last: lastDate as string });
  return {
    name: name as string,
    rhythm: rhythm as Rhythm,
    firstDate: firstDate as string,
    lastDate: lastDate as string | null,
  };
}
