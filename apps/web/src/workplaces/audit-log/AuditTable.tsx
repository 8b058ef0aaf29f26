import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditPerson, AuditRecord } from '~/api/types';
import { formatInstant } from '~/lib/dates';
import { SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { useAuditWords } from './use-audit-words';
import { wasRefused } from './sentence';

interface AuditTableProps {
  records: AuditRecord[] | undefined;
  people: AuditPerson[];
  busy: boolean;
  onOpen: (record: AuditRecord) => void;
}

/** One line per event: when, who did what and how that went, at which client. */
export function AuditTable({ records, people, busy, onOpen }: AuditTableProps) {
  const { t } = useTranslation();
  const words = useAuditWords(people);
  return (
    <TableRegion label={t('audit.title')} fills>
      <table className="ledger" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col" className="audit-what">
              {t('audit.what')}
            </th>
            <th scope="col" className="first-to-go">
              {t('frame.client')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('common.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {!records && <SkeletonRows columns={4} rows={24} />}
          {records?.map((record) => {
            const { before, object, after } = words.sentence(record);
            const link = words.link(record);
            return (
              <tr key={record.id}>
                <td>{formatInstant(record.at)}</td>
                <td className="wraps">
                  <strong>{words.who(record)}</strong> {before}
                  {link && object && !wasRefused(record) ? <Link to={link as '/'}>{object}</Link> : object}
                  {after} {wasRefused(record) && <span className="tag bad audit-outcome">{words.outcome(record)}</span>}
                </td>
                <td className="first-to-go">{words.client(record.clientId)}</td>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t('audit.detail')}: ${words.who(record)} ${before}${object}${after}`}
                    onClick={() => onOpen(record)}
                  >
                    {t('audit.detail')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
