import { problems } from '@lib/kernel';

/** The place in a list that goes by time: instant and id. */
export function timeCursor(after: string | undefined): { createdAt: string; id: string } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after ?? '');
  if (after !== undefined && !match) throw problems.InvalidField({ reason: 'after' }, '/after');
  return match ? { createdAt: match[1]!, id: match[2]! } : null;
}
