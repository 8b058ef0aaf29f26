import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rolesQuery } from '~/api/centre';

/** The name of a role in the language of the screen, as the service calls it. */
export function useRoleNames(): (role: string) => string {
  const { i18n } = useTranslation();
  const { data: roles } = useQuery(rolesQuery);
  const language = i18n.language === 'en' ? 'en' : 'de';
  return (role) => roles?.find((one) => one.role === role)?.label[language] ?? role;
}
