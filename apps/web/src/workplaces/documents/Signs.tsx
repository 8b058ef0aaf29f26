import { useTranslation } from 'react-i18next';
import type { DocumentRow, DocumentState } from '~/api/document-types';
import { CheckIcon, StopIcon, WarnIcon } from '~/ui/icons';

const TONE: Record<DocumentState, string> = {
  new: 'tag',
  'in-decision': 'tag',
  returned: 'tag warn',
  decided: 'tag',
  posted: 'tag good',
  rejected: 'tag bad',
  quarantined: 'tag bad',
  duplicate: 'tag warn',
  filed: 'tag',
};

export function StateTag({ state }: { state: DocumentState }) {
  const { t } = useTranslation();
  return <span className={TONE[state]}>{t(`documents.states.${state}`)}</span>;
}

type Sign = Pick<DocumentRow, 'alarms' | 'errors' | 'warnings' | 'decision' | 'fileKind' | 'state' | 'duplicateOf'>;

/** What needs an eye before anything else: in words with a picture, never by colour alone. */
export function AlarmSigns({ row }: { row: Sign }) {
  const { t } = useTranslation();
  const alarms = [...new Set(row.alarms)];
  const shown = alarms.slice(0, 2);
  const structured = row.fileKind === 'xml' || row.fileKind === 'hybrid-pdf';
  return (
    <span className="signs">
      {row.state === 'quarantined' && (
        <span className="sign bad">
          <StopIcon /> {t('documents.signs.quarantined')}
        </span>
      )}
      {shown.map((alarm) => (
        <span
          key={alarm}
          className="sign bad"
          title={t(`documents.alarms.${alarm as 'duplicate'}`, { defaultValue: alarm })}
        >
          <WarnIcon /> {t(`documents.signs.${alarm as 'duplicate'}`, { defaultValue: alarm })}
        </span>
      ))}
      {alarms.length > shown.length && <span className="sign bad">+{alarms.length - shown.length}</span>}
      {row.errors > 0 && (
        <span className="sign bad">
          <StopIcon /> {t('documents.signs.errors', { count: row.errors })}
        </span>
      )}
      {row.errors === 0 && row.warnings > 0 && alarms.length === 0 && (
        <span className="sign warn">
          <WarnIcon /> {t('documents.signs.warnings', { count: row.warnings })}
        </span>
      )}
      {alarms.length === 0 && row.errors === 0 && row.warnings === 0 && structured && row.decision === 'accept' && (
        <span className="sign good">
          <CheckIcon /> {t('documents.signs.clean')}
        </span>
      )}
      {!structured && row.fileKind !== 'none' && row.state !== 'quarantined' && (
        <span className="sign quiet">{t('documents.signs.plain')}</span>
      )}
    </span>
  );
}
