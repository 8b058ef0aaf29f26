import type { AccessOptions } from '@lib/access';
import { SettingError } from './settings.js';

type Lengths = Required<Pick<AccessOptions, 'sessionIdleHours' | 'sessionHours' | 'tokenDays'>>;

/** How long sessions and API tokens last. */
export function accessSettings(env: NodeJS.ProcessEnv = process.env): Lengths {
  const sessionHours = whole('SESSION_HOURS', 12, 1, 168, env);
  const sessionIdleHours = whole('SESSION_IDLE_MINUTES', 480, 5, 10_080, env) / 60;
  if (sessionIdleHours > sessionHours)
    throw new SettingError(
      'SESSION_IDLE_MINUTES is longer than SESSION_HOURS; a session ends after the shorter of both.',
    );
  const longest = whole('API_TOKEN_MAX_DAYS', 366, 1, 3660, env);
  const usual = whole('API_TOKEN_DAYS', Math.min(90, longest), 1, longest, env);
  return { sessionHours, sessionIdleHours, tokenDays: { usual, longest } };
}

function whole(name: string, fallback: number, least: number, most: number, env: NodeJS.ProcessEnv): number {
  const text = env[name] || String(fallback);
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new SettingError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
}
