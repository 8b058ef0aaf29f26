import { accessSettings } from './access-settings.js';

describe('how long sessions and tokens last', () => {
  it('is as the documentation says where nothing is set', () => {
    expect(accessSettings({})).toEqual({
      sessionHours: 12,
      sessionIdleHours: 8,
      tokenDays: { usual: 90, longest: 366 },
    });
  });

  it('is what the operator sets', () => {
    const env = { SESSION_HOURS: '10', SESSION_IDLE_MINUTES: '30', API_TOKEN_DAYS: '14', API_TOKEN_MAX_DAYS: '60' };
    expect(accessSettings(env)).toEqual({
      sessionHours: 10,
      sessionIdleHours: 0.5,
      tokenDays: { usual: 14, longest: 60 },
    });
    expect(accessSettings({ API_TOKEN_MAX_DAYS: '30' }).tokenDays).toEqual({ usual: 30, longest: 30 });
  });

  it.each([
    [{ SESSION_HOURS: '0' }, 'SESSION_HOURS is "0"'],
    [{ SESSION_HOURS: 'twelve' }, 'whole number from 1 to 168'],
    [{ SESSION_IDLE_MINUTES: '1.5' }, 'SESSION_IDLE_MINUTES is "1.5"'],
    [{ SESSION_HOURS: '4' }, 'SESSION_IDLE_MINUTES is longer than SESSION_HOURS'],
    [{ API_TOKEN_DAYS: '400' }, 'from 1 to 366'],
    [{ API_TOKEN_MAX_DAYS: '9999' }, 'from 1 to 3660'],
  ])('is refused in words: %j', (env, words) => {
    expect(() => accessSettings(env)).toThrow(words);
  });
});
