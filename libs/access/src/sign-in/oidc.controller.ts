import { problems } from '@lib/kernel';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public } from '../guard/decorators.js';
import { type AccessRequest, cookie, cookieOf, openedCookies, type Reply } from '../guard/request.js';
import type { Actor } from '../principal.js';
import { Oidc, OIDC_COOKIE, OIDC_PATH, OIDC_SECONDS } from './oidc.js';

/** Sign-in through the central service of the town, where one is configured. */
@ApiTags('Sign-in')
@Controller('auth/oidc')
@Public()
export class OidcController {
  constructor(private readonly oidc: Oidc) {}

  /** Sends the browser to the sign-in service. */
  @Get('start')
  @ApiFoundResponse({ description: 'To the sign-in service' })
  async start(@Req() request: AccessRequest, @Res() reply: Reply): Promise<void> {
    if (!this.oidc.configured) throw problems.NotFound();
    const { address, cookie: kept } = await this.oidc.start();
    // Lax, not Strict: the browser comes back from another site.
    void reply.header(
      'set-cookie',
      cookie(request, OIDC_COOKIE, kept, { sameSite: 'Lax', path: OIDC_PATH, maxAge: OIDC_SECONDS }),
    );
    await reply.header('cache-control', 'no-store').redirect(address, 302);
  }

  /** Takes the browser back: to the application with a session, or to the application’s sign-in with a reason. */
  @Get('callback')
  @ApiFoundResponse({ description: 'To the application; with `?problem=` where the sign-in failed' })
  async callback(@Req() request: AccessRequest, @Res() reply: Reply, @CurrentActor() by: Actor): Promise<void> {
    if (!this.oidc.configured) throw problems.NotFound();
    const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const origin = { by, userAgent: request.headers['user-agent']?.slice(0, 400) ?? null };
    const answer = await this.oidc.finish(search, cookieOf(request, OIDC_COOKIE), origin);
    const cookies = [cookie(request, OIDC_COOKIE, '', { sameSite: 'Lax', path: OIDC_PATH, maxAge: 0 })];
    if ('token' in answer) cookies.push(...openedCookies(request, answer));
    const target = 'token' in answer ? '/' : `/?problem=oidc-${answer.refused}`;
    await reply.header('set-cookie', cookies).header('cache-control', 'no-store').redirect(target, 302);
  }
}
