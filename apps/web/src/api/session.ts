import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { setCsrfToken } from './http';
import { isProblem } from './problem';
import type { ApiToken, NewApiToken, Session } from './types';

/** The running session, or null if nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return remember((await api.get('/auth/session', { signInAgain: false })) as Session);
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

export const signIn = async (credentials: Credentials): Promise<Session> =>
  remember((await api.post('/auth/sign-in', { body: credentials, signInAgain: false })) as Session);

function remember(session: Session): Session {
  setCsrfToken(session.csrfToken);
  return session;
}

export const authOptionsQuery = queryOptions({
  queryKey: ['auth-options'],
  queryFn: () => api.get('/auth/options', { signInAgain: false }),
  staleTime: Infinity,
});

export const signOut = () => api.post('/auth/sign-out', { signInAgain: false });
export const changeLanguage = (language: 'de' | 'en') => api.post('/auth/language', { body: { language } });
export const changePassword = (body: { currentPassword: string; newPassword: string }) =>
  api.post('/auth/password', { body });

export const beginTotp = () => api.post('/auth/totp');
export const confirmTotp = (code: string) => api.post('/auth/totp/confirmation', { body: { code } });
export const removeTotp = (password: string) => api.post('/auth/totp/removal', { body: { password } });

export const deputyshipsQuery = queryOptions({
  queryKey: ['deputyships'],
  queryFn: () => api.get('/auth/deputyships'),
});

export const apiTokensQuery = queryOptions({
  queryKey: ['api-tokens'],
  queryFn: () => api.get('/auth/api-tokens'),
});
export const createApiToken = (body: NewApiToken) => api.post('/auth/api-tokens', { body });
export const removeApiToken = (tokenId: ApiToken['id']) => api.del('/auth/api-tokens/{tokenId}', { path: { tokenId } });
