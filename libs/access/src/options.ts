/** Injection token of {@link AccessOptions}. */
export const ACCESS_OPTIONS = Symbol('ACCESS_OPTIONS');

export interface OidcOptions {
  /** The provider's issuer, `https://login.example/realms/town`; plain http only on this machine. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  label: string;
  /** Where people reach this application; the redirect address is `<publicUrl>/api/v1/auth/oidc/callback`. */
  publicUrl: string;
  /** The claim that names the user at the first sign-in: `preferred_username` (default), `email` (must be verified) or another. */
  claim?: string;
  /** Default `openid profile email`. */
  scope?: string;
}

export interface AccessOptions {
  /** At least 32 random bytes: seals one-time-password secrets and derives CSRF tokens. */
  secretKey: Buffer;
  /** The name of the centre, shown in the head of every page. */
  centreName: string;
  /** A session ends after this many hours without a request (default 8)… */
  sessionIdleHours?: number;
  /** …and in any case after this many (default 12). */
  sessionHours?: number;
  /** Failed sign-ins of one address within ten minutes before it must wait (default 30). */
  failuresPerAddress?: number;
  /** Streams, exports and uploads that one person may have at the same time (default 32). */
  streamsPerPerson?: number;
  /** How often the right to a long answer is asked again (default 5 seconds). */
  recheckSeconds?: number;
  /** How long an API token works when nothing is said, and at most, in days (default 90 and 366). */
  tokenDays?: { usual: number; longest: number };
  oidc?: OidcOptions | null;
}
