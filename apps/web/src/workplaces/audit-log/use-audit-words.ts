import { useTranslation } from 'react-i18next';
import type { AuditPerson, AuditRecord } from '~/api/types';
import { useSession } from '~/frame/client-context';
import { useRoleNames } from '../users/role-names';
import { linkOf, type Sentence, sentenceOf } from './sentence';

/** The words for records of the log, in the language of the screen. */
export function useAuditWords(people: AuditPerson[]): {
  who: (record: AuditRecord) => string;
  sentence: (record: AuditRecord) => Sentence;
  link: (record: AuditRecord) => string | null;
  client: (id: number | null) => string;
  outcome: (record: AuditRecord) => string;
} {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const role = useRoleNames();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const person = (id: string) => people.find((one) => one.id === id)?.displayName;
  const clientOf = (id: number) => session.clients.find((client) => client.id === id);
  return {
    who: ({ userId, userName }) => {
      if (userName === 'system') return t('audit.system');
      return (userId && person(userId)) || userName || t('audit.nobody');
    },
    sentence: (record) => sentenceOf(record, language, { person, role }),
    link: (record) => linkOf(record, (id) => clientOf(id)?.key),
    client: (id) => (id === null ? '' : (clientOf(id)?.name ?? `#${id}`)),
    outcome: ({ outcome }) => {
      if (outcome === 'ok') return t('audit.ok');
      if (outcome === 'failed') return t('audit.failed');
      if (outcome === 'locked') return t('audit.lockedOut');
      return t('audit.refused', { status: outcome });
    },
  };
}
