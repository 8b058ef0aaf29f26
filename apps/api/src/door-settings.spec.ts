import { doorSettings, httpSettings, streamsPerPerson } from './door-settings.js';
import { SettingError } from './settings.js';

const trusted = (text: string): unknown => doorSettings({ TRUST_PROXY: text }).trustProxy;

describe('proxies in front', () => {
  it('are trusted only where something is set', () => {
    expect(doorSettings({})).toEqual({ trustProxy: false, stallSeconds: 30, connectionsPerAddress: 512 });
    expect([trusted('false'), trusted('0')]).toEqual([false, false]);
  });

  it('are a number, or a list of addresses and networks', () => {
    expect([trusted('true'), trusted('1'), trusted('2')]).toEqual([1, 1, 2]);
    expect(trusted('10.0.0.5, 192.168.7.0/24,fd00::/8, loopback')).toEqual([
      '10.0.0.5',
      '192.168.7.0/24',
      'fd00::/8',
      'loopback',
    ]);
  });

  it.each([
    'yes',
    '10',
    '-1',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.1/8/8',
    'proxy.example',
    '10.0.0.5,,',
    '1.5',
  ])('TRUST_PROXY=%s ends the start and says what is possible', (text) => {
    expect(() => trusted(text)).toThrow(SettingError);
    expect(() => trusted(text)).toThrow('TRUST_PROXY is');
  });
});

it.each([
  ['STALL_SECONDS', '4'],
  ['STALL_SECONDS', '601'],
  ['STALL_SECONDS', 'bald'],
  ['CONNECTIONS_PER_ADDRESS', '0'],
  ['CONNECTIONS_PER_ADDRESS', '1e3'],
])('%s=%s ends the start', (name, text) => {
  expect(() => doorSettings({ [name]: text })).toThrow(SettingError);
});

it('streams and room on the disk have bounds of their own', () => {
  expect([streamsPerPerson({}), streamsPerPerson({ STREAMS_PER_PERSON: '3' })]).toEqual([32, 3]);
  expect(httpSettings('/data', {})).toEqual({ spoolFolder: '/data/spool', leastFree: 1024 ** 3 });
  expect(() => streamsPerPerson({ STREAMS_PER_PERSON: '0' })).toThrow(SettingError);
  expect(() => httpSettings('/data', { LEAST_FREE_MB: 'viel' })).toThrow('LEAST_FREE_MB');
});
