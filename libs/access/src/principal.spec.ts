import fc from 'fast-check';
import { type Grant, limitOf, type Principal, requireClient, requireLimit, scopesOf } from './principal.js';
import { PERMISSIONS_OF, ROLES } from './role.js';

const who = (grants: Grant[], allClients: number[] = [1, 2, 3]): Principal => ({
  userId: 'u',
  userName: 'u',
  displayName: 'U',
  language: 'de',
  via: 'session',
  mustChangePassword: false,
  ...scopesOf(grants, allClients),
});
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what a person may do', () => {
  const clerk = who([{ role: 'clerk', clientId: 1, amountLimit: 500_000n }]);

  it('is what their roles at this client allow', () => {
    expect(requireClient(clerk, 1, 'journal:post').roles).toEqual(['clerk']);
    expect(refusal(() => requireClient(clerk, 1, 'periods:manage'))).toBe('Forbidden');
    expect(clerk.centrePermissions.size).toBe(0);
  });

  it('does not tell another client from one that does not exist', () => {
    expect(refusal(() => requireClient(clerk, 2, 'books:read'))).toBe('NotFound');
    expect(refusal(() => requireClient(clerk, 99, 'books:read'))).toBe('NotFound');
  });

  it('reaches every client with a role for the whole centre', () => {
    const lead = who([{ role: 'centre-lead', clientId: null, amountLimit: null }]);
    for (const clientId of [1, 2, 3]) expect(requireClient(lead, clientId, 'journal:post').amountLimit).toBeNull();
    expect(refusal(() => requireClient(lead, 4, 'books:read'))).toBe('NotFound');
    expect(lead.centrePermissions.has('clients:manage')).toBe(true);
  });

  it('never includes the books for an administrator', () => {
    const administrator = who([{ role: 'administrator', clientId: null, amountLimit: null }]);
    expect(refusal(() => requireClient(administrator, 1, 'books:read'))).toBe('Forbidden');
    expect(PERMISSIONS_OF.administrator).toEqual(['clients:manage', 'users:manage', 'audit:read']);
  });

  it('never includes deciding on documents without reading the books behind them, nor deciding and paying together', () => {
    for (const role of ROLES) {
      const held = PERMISSIONS_OF[role];
      expect(held.includes('documents:read')).toBe(held.includes('books:read'));
      if (held.includes('documents:decide')) expect(held).toContain('documents:read');
    }
    expect(PERMISSIONS_OF['cash-officer']).not.toContain('documents:decide');
    expect(PERMISSIONS_OF.auditor).toEqual(['books:read', 'exports:run', 'audit:read', 'documents:read']);
  });

  it('ends at the limit of the role that permits it, to the cent', () => {
    expect(refusal(() => requireLimit(clerk, 1, 'journal:post', 500_000n))).toBe('none');
    expect(refusal(() => requireLimit(clerk, 1, 'journal:post', 500_001n))).toBe('AmountLimitExceeded');
    expect(limitOf(clerk, 2, 'journal:post')).toBe(0n);
  });

  it('is not widened by a role that does not permit it', () => {
    const both = who([
      { role: 'clerk', clientId: 1, amountLimit: 100n },
      { role: 'treasurer', clientId: 1, amountLimit: null },
    ]);
    expect(limitOf(both, 1, 'journal:post')).toBe(100n); // the treasurer does not post
    expect(limitOf(both, 1, 'drafts:write')).toBeNull();
  });
});

const grant = fc.record({
  role: fc.constantFrom(...ROLES),
  clientId: fc.option(fc.integer({ min: 1, max: 3 })),
  amountLimit: fc.option(fc.bigInt({ min: 0n, max: 10_000n })),
});

test('any roles: permissions are exactly those granted, limits the widest, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 8 }), (grants) => {
      const { clients } = scopesOf(grants, [1, 2, 3]);
      const reversed = scopesOf([...grants].reverse(), [1, 2, 3]).clients;
      for (const clientId of [1, 2, 3]) {
        const here = grants.filter((held) => held.clientId === null || held.clientId === clientId);
        const scope = clients.get(clientId);
        expect(scope === undefined).toBe(here.length === 0);
        expect(new Set(scope?.permissions)).toEqual(new Set(here.flatMap((held) => PERMISSIONS_OF[held.role])));
        for (const [permission, limit] of scope?.limits ?? []) {
          const limits = here
            .filter((held) => PERMISSIONS_OF[held.role].includes(permission))
            .map((held) => held.amountLimit);
          const widest = limits.includes(null) ? null : limits.reduce((a, b) => (a! > b! ? a : b));
          expect(limit).toBe(widest);
          expect(reversed.get(clientId)!.limits.get(permission)).toBe(widest);
        }
      }
    }),
  );
});
