import type { OidcOptions } from '@lib/access';
import { SettingError, settingOrFile } from './settings.js';

/** Single sign-on by configuration: all of `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `PUBLIC_URL`, or none. */
export function oidcSettings(env: NodeJS.ProcessEnv = process.env): OidcOptions | null {
  const issuer = env['OIDC_ISSUER'];
  if (!issuer) return null;
  const clientId = env['OIDC_CLIENT_ID'];
  const clientSecret = settingOrFile('OIDC_CLIENT_SECRET', env);
  const publicUrl = env['PUBLIC_URL'];
  if (!clientId || !clientSecret || !publicUrl) {
    throw new SettingError('OIDC_ISSUER is set; OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL are needed with it.');
  }
  return {
    issuer,
    clientId,
    clientSecret,
    publicUrl,
    label: env['OIDC_LABEL'] || 'Single Sign-on',
    ...(env['OIDC_CLAIM'] && { claim: env['OIDC_CLAIM'] }),
  };
}
