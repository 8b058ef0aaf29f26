import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditRecord } from '../../api/types';
import { operationsOf, readDocument } from '../../../../../test/support/api-document.js';
import { EVENTS, REQUESTS } from './phrases';
import { linkOf, type Names, type Sentence, sentenceOf } from './sentence';

const USER = '0b8f6d52-6a5e-4d0e-9a57-0c1d7d8c6a11';
const names: Names = {
  person: (id) => (id === USER ? 'K. Roth' : undefined),
  role: (role) => (role === 'clerk' ? 'Buchhaltung' : role),
};
const record = (action: string, resource: string | null = null, more: Partial<AuditRecord> = {}): AuditRecord => ({
  id: '1',
  at: '2026-12-01T08:00:00Z',
  userId: null,
  userName: 'demo',
  clientId: null,
  ip: null,
  outcome: 'ok',
  detail: {},
  action,
  resource,
  ...more,
});
const said = ({ before, object, after }: Sentence): string => before + object + after;
const both = (one: AuditRecord): string[] =>
  (['de', 'en'] as const).map((language) => said(sentenceOf(one, language, names)));

describe('a line of the audit log', () => {
  it.each<[AuditRecord, string, string]>([
    [
      record('GET /clients/:clientId/journal-entries/:entryId', 'clients/3/journal-entries/2026-17'),
      'hat die Buchung 2026-17 gelesen',
      'read the entry 2026-17',
    ],
    [
      record('GET /clients/:clientId/journal-entries/:entryId', 'clients/3/journal-entries/2026-17', {
        outcome: '403',
      }),
      'hat versucht, die Buchung 2026-17 zu lesen',
      'tried to read the entry 2026-17',
    ],
    [
      record('role.assign', `users/${USER}/roles/1`, { detail: { role: 'clerk' } }),
      'hat K. Roth die Rolle Buchhaltung gegeben',
      'gave K. Roth the role Buchhaltung',
    ],
    [
      record(
        'POST /clients/:clientId/fiscal-years/:year/periods/:period/state',
        'clients/3/fiscal-years/2026/periods/4/state',
      ),
      'hat den Stand der Periode 4/2026 geändert',
      'changed the state of period 4/2026',
    ],
    [
      record('period.closed', 'clients/3/fiscal-years/2026/periods/4'),
      'hat die Periode 4/2026 geschlossen',
      'closed the period 4/2026',
    ],
    [record('sign-in', null, { outcome: 'failed' }), 'konnte sich nicht anmelden', 'could not sign in'],
    [
      record('user.create', 'users/unknown', { detail: { displayName: 'N. Neu' } }),
      'hat das Konto von N. Neu angelegt',
      'created the account of N. Neu',
    ],
    [record('account.change', 'clients/3/accounts/5431'), 'hat das Konto 5431 geändert', 'changed the account 5431'],
    // What this version does not know is told as it stands.
    [record('later.thing', 'clients/3/x'), 'later.thing clients/3/x', 'later.thing clients/3/x'],
  ])('%#: %j', (one, de, en) => {
    expect(both(one)).toEqual([de, en]);
  });

  it('leads to what it was about, where that can be seen', () => {
    const key = (id: number) => (id === 3 ? 'north' : undefined);
    const link = (action: string, resource: string) => linkOf(record(action, resource), key);
    expect(link('GET x', 'clients/3/journal-entries/2026-17')).toBe('/clients/north/entries/2026-17');
    expect(link('GET x', 'clients/3/accounts/1811/ledger')).toBe('/clients/north/ledger/1811');
    expect(link('GET x', 'clients/3/documents/abc/pages/2')).toBe('/clients/north/documents/abc');
    expect(link('GET x', 'clients/3/dashboard')).toBe('/clients/north');
    expect(link('role.assign', `users/${USER}/roles/1`)).toBe(`/centre/users/${USER}`);
    expect(link('GET x', `centre/users/${USER}`)).toBe(`/centre/users/${USER}`);
    expect(link('GET x', 'clients/9/documents/abc')).toBeNull();
    expect(link('DELETE /clients/:clientId/drafts/:draftId', 'clients/3/drafts/abc')).toBeNull();
    expect(link('GET x', 'clients/3/search')).toBeNull();
  });
});

describe('there are words', () => {
  it('for every route that somebody signed in can ask', () => {
    const routes = operationsOf(readDocument())
      .filter(({ operation, path: route }) => operation['x-access'].kind !== 'public' && route.startsWith('/api/v1'))
      .map(
        ({ method, path: route }) =>
          `${method.toUpperCase()} ${route.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`,
      );
    expect(routes.length).toBeGreaterThan(150);
    expect(routes.filter((route) => !REQUESTS[route])).toEqual([]);
    expect(Object.keys(REQUESTS).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('for everything that the service records by name', () => {
    const root = path.resolve(__dirname, '../../../../..');
    const sources = readdirSync(path.join(root, 'libs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|node_modules|einvoice/.test(file))
      .map((file) => readFileSync(path.join(root, 'libs', file), 'utf8'))
      .filter((text) => /recordEvent|audit\.(record|note)|action:/.test(text));
    const named = sources.flatMap((text) => [
      ...text.matchAll(/(?:action: |tx, |by, )'([a-z][a-z-]*(?:\.[a-z-]+)*)'/g),
    ]);
    const actions = new Set(
      named.map((match) => match[1]!).filter((name) => name.includes('.') || name.startsWith('sign-')),
    );
    expect(actions.size).toBeGreaterThan(40);
    expect([...actions].filter((action) => !EVENTS[action])).toEqual([]);
  });
});
