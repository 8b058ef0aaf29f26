import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deputyshipsQuery } from '~/api/session';
import type { Deputyship } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

/** Who stands in for oneself and for whom one stands in, with the days; an administrator enters them. */
export function Deputyships() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(deputyshipsQuery);
  return (
    <section className="section">
      <header>
        <h2>{t('account.deputyships')}</h2>
      </header>
      <p className="quiet">{t('account.deputyshipsHelp')}</p>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonBlock lines={4} />}
      {data && (
        <>
          <List title={t('account.deputies')} none={t('account.noDeputies')} list={data.deputies} />
          <List title={t('account.represented')} none={t('account.noRepresented')} list={data.represented} />
        </>
      )}
    </section>
  );
}

function List({ title, none, list }: { title: string; none: string; list: Deputyship[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 style={{ marginTop: 12 }}>{title}</h3>
      {list.length === 0 && <p className="quiet">{none}</p>}
      {list.length > 0 && (
        <TableRegion label={title}>
          <table className="ledger narrow roomy">
            <thead>
              <tr>
                <th scope="col">{t('account.deputyPerson')}</th>
                <th scope="col">{t('users.scope')}</th>
                <th scope="col">{t('clients.validity')}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="wraps">
                    {one.personName}
                  </th>
                  <td className="wraps">{one.clientId === null ? t('users.wholeCentre') : one.clientName}</td>
                  <td className="wraps">
                    {formatDay(one.validFrom)} – {formatDay(one.validTo)}{' '}
                    {one.current ? (
                      <span className="tag good">{t('account.deputyNow')}</span>
                    ) : (
                      <span className="tag">{t('account.deputyLater')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </>
  );
}
