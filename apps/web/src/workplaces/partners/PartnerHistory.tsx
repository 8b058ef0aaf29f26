import { useTranslation } from 'react-i18next';
import type { Partner } from '~/api/partners';
import { formatInstant } from '~/lib/dates';
import { TableRegion } from '~/ui/TableRegion';

/** Who changed what and when, before and after. */
export function PartnerHistory({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  if (partner.history.length === 0) return <p className="quiet">{t('partners.historyEmpty')}</p>;
  return (
    <TableRegion label={t('partners.view.history')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('partners.at')}</th>
            <th scope="col">{t('partners.by')}</th>
            <th scope="col">{t('partners.what')}</th>
            <th scope="col">{t('partners.before')}</th>
            <th scope="col">{t('partners.after')}</th>
          </tr>
        </thead>
        <tbody>
          {partner.history.map((change, i) => (
            <tr key={i}>
              <td>{formatInstant(change.at)}</td>
              <td>{change.by}</td>
              <th scope="row">
                <FieldName field={change.field} />
              </th>
              <td className="wraps quiet">{change.before ?? '–'}</td>
              <td className="wraps">{change.after ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** The service names fields as its tables do. */
function FieldName({ field }: { field: string }) {
  const { t } = useTranslation();
  const plain = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return <>{t(`partners.field.${plain as 'name'}`, { defaultValue: field })}</>;
}
