import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft, EntryIn } from '~/api/types';
import { formatInstant } from '~/lib/dates';
import { confirm } from '~/ui/Confirm';
import { differencesOf } from './differences';
import { nameOf } from './DraftsPage';

interface ConflictNoticeProps {
  mine: Partial<EntryIn>;
  theirs: Draft;
  takeTheirs: () => void;
  takeMine: () => void;
}

/** Two clerks on one draft: the second is told who was first and what differs, and decides. */
export function ConflictNotice({ mine, theirs, takeTheirs, takeMine }: ConflictNoticeProps) {
  const { t } = useTranslation();
  const name = nameOf(theirs.updatedBy);
  const differences = differencesOf(mine, theirs.entry);
  const overwrite = async () => {
    const sure = await confirm({
      title: t('drafts.takeMineTitle'),
      text: t('drafts.takeMineText', { name }),
      yes: t('drafts.takeMine'),
      danger: true,
    });
    if (sure) takeMine();
  };
  return (
    <div className="notice warn" role="alert">
      <strong>{t('drafts.conflictTitle')}</strong>
      <p>{t('drafts.conflictText', { name, at: formatInstant(theirs.updatedAt) })}</p>
      {differences.length === 0 ? (
        <p>{t('drafts.conflictNoDifference')}</p>
      ) : (
        <table className="ledger narrow" style={{ margin: '6px 0' }}>
          <thead>
            <tr>
              <th scope="col">{t('drafts.field')}</th>
              <th scope="col">{t('drafts.mine')}</th>
              <th scope="col">{t('drafts.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => (
              <tr key={one.field + (one.lineNo ?? '')}>
                <th scope="row">
                  {one.field === 'line' ? t('booking.line', { number: one.lineNo }) : t(`journal.${one.field}`)}
                </th>
                <td className="wraps">{one.mine || '–'}</td>
                <td className="wraps">{one.theirs || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="form-actions">
        <Button onClick={takeTheirs}>{t('drafts.takeTheirs')}</Button>
        <Button variant="default" onClick={() => void overwrite()}>
          {t('drafts.takeMine')}
        </Button>
      </div>
    </div>
  );
}
