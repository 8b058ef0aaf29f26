import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SealKey } from '~/api/types';
import { formatInstant } from '~/lib/dates';
import { TableRegion } from '~/ui/TableRegion';

/** 64 digits in groups of four, as they are read out. */
const groups = (fingerprint: string): string => fingerprint.match(/.{4}/g)!.join(' ');

/** The key in force with what an auditor compares by telephone, and the row of keys behind it. */
export function SealKeys({ keys }: { keys: SealKey[] }) {
  const { t } = useTranslation();
  const inForce = keys.at(-1);
  if (!inForce) return null;
  return (
    <section className="section">
      <h2>{t('integrity.sealKey')}</h2>
      <dl className="facts">
        <dt>{t('integrity.fingerprint')}</dt>
        <dd>
          <span className="mono">{groups(inForce.fingerprint)}</span>
          <p className="quiet">{t('integrity.fingerprintHow')}</p>
        </dd>
        <dt>{t('integrity.validFrom')}</dt>
        <dd>{formatInstant(inForce.inForceSince)}</dd>
      </dl>
      <Button
        variant="default"
        size="compact-sm"
        component="a"
        download={`siegel-${inForce.id}.pem`}
        href={`data:application/x-pem-file,${encodeURIComponent(inForce.publicKey)}`}
      >
        {t('integrity.keyFile')}
      </Button>
      {keys.length > 1 && (
        <TableRegion label={t('integrity.earlierKeys')}>
          <table className="ledger narrow">
            <thead>
              <tr>
                <th scope="col">{t('statements.number')}</th>
                <th scope="col">{t('integrity.key')}</th>
                <th scope="col">{t('integrity.validFrom')}</th>
                <th scope="col">{t('integrity.handOver')}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <th scope="row">{key.keyNo}</th>
                  <td className="mono">{key.id}</td>
                  <td>{formatInstant(key.inForceSince)}</td>
                  <td className="wraps">
                    {t(`integrity.handOvers.${key.kind}`)}. {key.reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
