import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditPerson, AuditRecord } from '~/api/types';
import { formatInstant } from '~/lib/dates';
import type { Filters } from '~/lib/search-params';
import { SidePanel } from '~/ui/SidePanel';
import { useAuditWords } from './use-audit-words';

interface AuditPanelProps {
  record: AuditRecord;
  people: AuditPerson[];
  narrow: (patch: Filters) => void;
  onClose: () => void;
}

/** Everything the log keeps of one event, and ways to what else the person did or was done to the object. */
export function AuditPanel({ record, people, narrow, onClose }: AuditPanelProps) {
  const { t } = useTranslation();
  const words = useAuditWords(people);
  const { before, object, after } = words.sentence(record);
  const facts: [string, string | null][] = [
    [t('audit.at'), formatInstant(record.at)],
    [t('signIn.userName'), record.userName],
    [t('frame.client'), words.client(record.clientId)],
    [t('audit.action'), record.action],
    [t('audit.object'), record.resource],
    [t('audit.outcome'), words.outcome(record)],
    [t('audit.address'), record.ip],
  ];
  const detail = Object.entries(record.detail ?? {});
  return (
    <SidePanel title={t('audit.record', { id: record.id })} onClose={onClose}>
      <p style={{ marginBottom: 12 }}>
        <strong>{words.who(record)}</strong> {before}
        {object}
        {after}
      </p>
      <dl className="audit-facts">
        {[...facts, ...detail.map(([name, value]) => [name, textOf(value)] as [string, string])].map(
          ([name, value], index) =>
            value && (
              <div key={index}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <div className="form-actions">
        {record.userId && (
          <Button variant="default" onClick={() => narrow({ userId: record.userId! })}>
            {t('audit.onlyPerson')}
          </Button>
        )}
        {record.resource && (
          <Button variant="default" onClick={() => narrow({ object: record.resource! })}>
            {t('audit.onlyObject')}
          </Button>
        )}
      </div>
    </SidePanel>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
