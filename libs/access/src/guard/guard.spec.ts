import { Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import {
  Authenticator,
  ClientId,
  CurrentUser,
  Needs,
  NeedsCentre,
  type Permission,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Principal,
  Public,
  ROLES,
  SCOPE_OF,
  TOKEN_SCOPES,
  routesOf,
  SignedIn,
} from '@lib/access';
import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { createBareClient, createTestUser, type TestUser } from '../../../../test/support/access.js';

@Controller('undeclared')
class Undeclared {
  @Get()
  read() {
    return 'nobody said who may see this';
  }
}

/** One route for every permission. */
@Controller('clients/:clientId')
class ClientRoutes {
  @Get('books')
  @Needs('books:read')
  books(@ClientId() clientId: number, @CurrentUser() who: Principal) {
    return { clientId, who: who.userName };
  }
  @Put('drafts')
  @Needs('drafts:write')
  drafts() {
    return {};
  }
  @Post('entries')
  @Needs('journal:post')
  entries() {
    return {};
  }
  @Post('closings')
  @Needs('journal:close')
  closings() {
    return {};
  }
  @Post('periods')
  @Needs('periods:manage')
  periods() {
    return {};
  }
  @Patch('accounts')
  @Needs('masterdata:manage')
  accounts() {
    return {};
  }
  @Post('imports')
  @Needs('imports:run')
  imports() {
    return {};
  }
  @Get('exports')
  @Needs('exports:run')
  exports() {
    return {};
  }
  @Post('seals')
  @Needs('seals:create')
  seals() {
    return {};
  }
  @Delete('client')
  @Needs('clients:manage')
  client() {
    return {};
  }
  @Get('users')
  @Needs('users:manage')
  users() {
    return {};
  }
  @Get('audit')
  @Needs('audit:read')
  audit() {
    return {};
  }
  @Get('documents')
  @Needs('documents:read')
  documents() {
    return {};
  }
  @Post('uploads')
  @Needs('documents:intake')
  uploads() {
    return {};
  }
  @Post('decisions')
  @Needs('documents:decide')
  decisions() {
    return {};
  }
  @Patch('partners')
  @Needs('partners:manage')
  partners() {
    return {};
  }
  @Patch('open-items')
  @Needs('open-items:manage')
  openItems() {
    return {};
  }
  @Put('invoices')
  @Needs('invoicing:write')
  invoices() {
    return {};
  }
  @Post('workflows')
  @Needs('workflow:manage')
  workflows() {
    return {};
  }
  @Post('clearing')
  @Needs('clearing:manage')
  clearing() {
    return {};
  }
}

@Controller('open')
class Open {
  @Get()
  @Public()
  everybody() {
    return {};
  }
  @Get('signed-in')
  @SignedIn()
  signedIn() {
    return {};
  }
  @Get('centre')
  @NeedsCentre('clients:manage')
  centre() {
    return {};
  }
}

let centre: AccessApp;
let north: number;
let south: number;

beforeAll(async () => {
  centre = await startAccess({}, [Undeclared, ClientRoutes, Open]);
  north = await createBareClient(centre.db, 'north');
  south = await createBareClient(centre.db, 'south');
});
afterAll(() => centre.close());

const clientRoutes = () =>
  routesOf(centre.app).flatMap((route) =>
    route.access?.kind === 'client' ? [{ ...route, permission: route.access.permission }] : [],
  );
const call = (route: { method: string; path: string }, clientId: number | string, user: TestUser) =>
  centre.send(
    route.method as 'GET',
    route.path.replace(':clientId', String(clientId)),
    route.method === 'GET' ? undefined : {},
    user.headers,
  );

describe('a route', () => {
  it('that does not say who may use it is closed to everybody', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    for (const headers of [{}, lead.headers]) {
      const answer = await centre.send('GET', '/undeclared', undefined, headers);
      expect(answer.json()).toMatchObject({ status: 403, code: 'AccessUndeclared' });
    }
  });

  it('is listed with its rule, so that a forgotten one shows', () => {
    const routes = routesOf(centre.app);
    expect(routes.filter((route) => !route.access)).toEqual([
      { method: 'GET', path: '/undeclared', handler: 'Undeclared.read', access: undefined },
    ]);
    expect(routes).toContainEqual({
      method: 'POST',
      path: '/centre/users/:userId/roles',
      handler: 'UsersController.assignRole',
      access: { kind: 'centre', permission: 'users:manage' },
    });
    expect(new Set(clientRoutes().map((route) => route.permission))).toEqual(new Set(PERMISSIONS));
  });

  it('of this lib is open to the public only for signing in', () => {
    const open = routesOf(centre.app).filter(
      (route) => route.access?.kind === 'public' && !route.handler.startsWith('Open.'),
    );
    expect(open.map((route) => `${route.method} ${route.path}`).sort()).toEqual([
      'GET /auth/oidc/callback',
      'GET /auth/oidc/start',
      'GET /auth/options',
      'POST /auth/sign-in',
    ]);
  });

  it('that is open is open, and every other wants to know who asks', async () => {
    expect((await centre.send('GET', '/open')).statusCode).toBe(200);
    expect((await centre.send('GET', '/open/signed-in')).json()).toMatchObject({ status: 401, code: 'SignInRequired' });
    for (const route of routesOf(centre.app).filter((each) => each.access && each.access.kind !== 'public')) {
      const path = route.path
        .replace(':clientId', String(north))
        .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
      const answer = await centre.send(route.method as 'GET', path, route.method === 'GET' ? undefined : {});
      expect([path, answer.json()]).toMatchObject([path, { status: 401, code: 'SignInRequired' }]);
    }
  });
});

describe.each(ROLES)('%s', (role) => {
  it('may at the own client exactly what the role permits', async () => {
    const clientId = role === 'administrator' ? null : north;
    const user = await createTestUser(centre.db, { roles: [{ role, clientId }] });
    for (const route of clientRoutes()) {
      const answer = await call(route, north, user);
      const permitted = PERMISSIONS_OF[role].includes(route.permission);
      expect([route.permission, answer.statusCode < 300]).toEqual([route.permission, permitted]);
      if (!permitted) {
        expect(answer.json()).toMatchObject({ status: 403, code: 'Forbidden' });
        expect(answer.json<{ detail: string }>().detail).toContain(route.permission);
      }
    }
  });
});

describe.each(TOKEN_SCOPES)('a token for %s', (scope) => {
  it('opens what it covers and its person may, and nothing else', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }], scopes: [scope] });
    const routes = [...clientRoutes(), { method: 'GET', path: '/open/centre', permission: 'clients:manage' as const }];
    for (const route of routes) {
      const answer = await call(route, north, lead);
      const [held, covered] = [
        PERMISSIONS_OF['centre-lead'].includes(route.permission),
        scope === 'all' || SCOPE_OF[route.permission] === scope,
      ];
      expect([route.permission, answer.statusCode < 300]).toEqual([route.permission, held && covered]);
      if (!covered) expect(answer.json()).toMatchObject({ status: 403, code: 'TokenScope' });
      else if (!held) expect(answer.json()).toMatchObject({ status: 403, code: 'Forbidden' });
    }
  });

  it('shows the person what it may, and changes nothing about them unless it is for all', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }], scopes: [scope] });
    const session = (await centre.send('GET', '/auth/session', undefined, lead.headers)).json<{
      permissions: Permission[];
    }>();
    const expected = PERMISSIONS_OF['centre-lead'].filter((one) => scope === 'all' || SCOPE_OF[one] === scope);
    expect(session.permissions.sort()).toEqual([...expected].sort());
    const language = await centre.send('POST', '/auth/language', { language: 'de' }, lead.headers);
    expect(language.statusCode).toBe(scope === 'all' ? 204 : 403);
    expect((await centre.send('GET', '/open/signed-in', undefined, lead.headers)).statusCode).toBe(200);
  });
});

describe('another client', () => {
  it('is not found, on every route, as if it did not exist', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: north }] });
    for (const route of clientRoutes()) {
      const [foreign, absent] = [await call(route, south, lead), await call(route, 999_999, lead)];
      expect([route.path, foreign.statusCode]).toEqual([route.path, 404]);
      const told = (answer: typeof foreign) => ({ ...answer.json<object>(), instance: '' });
      expect(told(foreign)).toEqual(told(absent));
    }
  });

  it.each(['0', '-1', '1.5', '01', '1e3', 'north', '99999999999', '2147483648', '%00', '1%20or%201=1'])(
    'is not %s either',
    async (id) => {
      const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
      const answer = await call({ method: 'GET', path: '/clients/:clientId/books' }, id, lead);
      expect(answer.json()).toMatchObject({ status: 404, code: 'NotFound' });
    },
  );

  it('is there for the whole centre as soon as it was created', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    expect((await call({ method: 'GET', path: '/clients/:clientId/books' }, north, lead)).statusCode).toBe(200);
    const fresh = await createBareClient(centre.db);
    const answer = await call({ method: 'GET', path: '/clients/:clientId/books' }, fresh, lead);
    expect(answer.json()).toEqual({ clientId: fresh, who: lead.userName });
  });

  it('does not make somebody the lead of the centre', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: north }] });
    expect((await centre.send('GET', '/open/centre', undefined, lead.headers)).json()).toMatchObject({
      status: 403,
      code: 'Forbidden',
    });
  });
});

describe('knowing who asks', () => {
  it('costs a busy client one query a second', async () => {
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    centre.app.get(Authenticator).forget();
    const query = jest.spyOn(centre.db.pool, 'query');
    const route = { method: 'GET', path: '/clients/:clientId/books' };
    await Promise.all(Array.from({ length: 100 }, () => call(route, north, clerk)));
    const asked = query.mock.calls.filter(([statement]) => (statement as { name?: string }).name === 'access-by-token');
    query.mockRestore();
    expect(asked).toHaveLength(1);
  });

  it('is forgotten with a change made here, even when asked at the same moment', async () => {
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const route = { method: 'GET', path: '/clients/:clientId/books' };
    expect((await call(route, north, clerk)).statusCode).toBe(200);
    const underWay = call(route, north, clerk);
    await centre.db.inCentre((tx) =>
      tx.query('update role_assignment set valid_to = valid_from - 1 where user_id = $1', [clerk.id]),
    );
    centre.app.get(Authenticator).forget();
    await underWay;
    expect((await call(route, north, clerk)).statusCode).toBe(404);
  });

  it('is written down once a minute at most, beside the requests', async () => {
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const used = async (): Promise<string | null> => {
      const rows = await centre.db.inCentre((tx) =>
        tx.query<{ last_used_at: string | null }>('select last_used_at from api_token where user_id = $1', [clerk.id]),
      );
      return rows[0]!.last_used_at;
    };
    const route = { method: 'GET', path: '/clients/:clientId/books' };
    await call(route, north, clerk);
    expect(await used()).toBeNull();
    await centre.restart();
    const first = await used();
    expect(first).not.toBeNull();
    centre.clock.advance({ seconds: 30 });
    await call(route, north, clerk);
    await centre.restart();
    expect(await used()).toBe(first);
    centre.clock.advance({ seconds: 31 });
    await call(route, north, clerk);
    await centre.restart();
    expect(await used()).not.toBe(first);
  });
});

test('every permission is somebody’s', () => {
  const granted = new Set<Permission>(ROLES.flatMap((role) => [...PERMISSIONS_OF[role]]));
  expect(granted).toEqual(new Set(PERMISSIONS));
});
