import fastifyHelmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What an answer with data needs. Fixed texts: a thousand bookings a second should not compute them anew each time. */
const API_HEADERS = {
  'Cache-Control': 'no-store', // books are nobody's cache's business
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const HSTS = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };
/** Read by people in a browser: these take the headers of pages. */
const API_PAGES = '/api/docs';

/** Sets the security headers of pages and of the API on every answer. `https` tells that a proxy in front ends TLS. */
export async function secureHeaders(app: NestFastifyApplication, https: boolean): Promise<void> {
  await app.register(fastifyHelmet as never, {
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  });
  const apiHeaders = https ? { ...API_HEADERS, ...HSTS } : API_HEADERS;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (request.url.startsWith('/api/') && !request.url.startsWith(API_PAGES)) reply.headers(apiHeaders);
      else await (reply as unknown as { helmet(): Promise<void> }).helmet();
    });
}
