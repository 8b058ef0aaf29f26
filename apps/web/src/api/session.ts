import { queryOptions } from '@tanstack/react-query';
import { api, setCsrfToken } from './http';
import { isProblem } from './problem';
import type { ApiToken, Session } from './types';

/** The running session, or null if nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await api.get<Session>('/auth/session', { signInAgain: false });
      setCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
  placeholderData: undefined,
});

export interface Credentials {
  userName: string;
  password: string;
  totp?: string;
}

export async function signIn(credentials: Credentials): Promise<Session> {
  const session = await api.post<Session>('/auth/sign-in', credentials, { signInAgain: false });
  setCsrfToken(session.csrfToken);
  return session;
}

export const authOptionsQuery = queryOptions({
  queryKey: ['auth-options'],
  queryFn: () => api.get<{ oidc: { label: string } | null }>('/auth/options', { signInAgain: false }),
  staleTime: Infinity,
});

export const signOut = () => api.post<void>('/auth/sign-out', {}, { signInAgain: false });
export const changeLanguage = (language: string) => api.post<void>('/auth/language', { language });
export const changePassword = (body: { currentPassword: string; newPassword: string }) =>
  api.post<void>('/auth/password', body);

export const beginTotp = () => api.post<{ secret: string; uri: string; qrSvg: string }>('/auth/totp', {});
export const confirmTotp = (code: string) => api.post<void>('/auth/totp/confirmation', { code });
export const removeTotp = (password: string) => api.post<void>('/auth/totp/removal', { password });

export const apiTokensQuery = queryOptions({
  queryKey: ['api-tokens'],
  queryFn: async () => listOf<ApiToken>(await api.get('/auth/api-tokens')),
});
export const createApiToken = (body: { name: string; expiresOn?: string }) =>
  api.post<ApiToken>('/auth/api-tokens', body);
export const removeApiToken = (id: ApiToken['id']) => api.del<void>(`/auth/api-tokens/${id}`);

/** Some short lists come bare, long ones as a page. */
export const listOf = <T>(answer: T[] | { items: T[] }): T[] => (Array.isArray(answer) ? answer : answer.items);
