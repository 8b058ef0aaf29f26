import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';

export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the provider says about a subject. */
  claims: Map<string, Record<string, unknown>>;
  /** Lets the person sign in at the provider and answers the address it sends the browser back to. */
  visit(address: string, subject: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT_ID = 'finanzzentrum';
const CLIENT_SECRET = 'secret-of-the-test-provider';

/** A real, certified OpenID provider on this machine, with a person who says yes to everything. */
export async function startOpenIdProvider(redirectUri: string): Promise<OpenIdProvider> {
  const claims = new Map<string, Record<string, unknown>>();
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let subject = '';
  const provider = await createQuietly(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only for tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...claims.get(id) }),
    }),
  });
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return void provider.callback()(request, response);
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: subject } });
      }
      const grant = new provider.Grant({ accountId: session!.accountId, clientId: params['client_id'] as string });
      grant.addOIDCScope(params['scope'] as string);
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    })();
  });
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    claims,
    async visit(address, who) {
      subject = who;
      const jar = new Map<string, string>();
      let next = address;
      for (let step = 0; step < 10 && next.startsWith(issuer); step++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [name, value] = line.split(';')[0]!.split('=', 2) as [string, string];
          if (value) jar.set(name, value);
          else jar.delete(name);
        }
        const location = answer.headers.get('location');
        if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
        next = new URL(location, issuer).href;
      }
      return next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The provider warns at length that it is set up for a test. */
async function createQuietly(issuer: string, configuration: object): Promise<Provider> {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    const { default: Implementation } = await import('oidc-provider');
    return new Implementation(issuer, configuration);
  } finally {
    Object.assign(console, { warn, info });
  }
}
