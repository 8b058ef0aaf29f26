import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSeal, integrityQuery, proveBooks, sealsQuery } from '~/api/exchange';
import { refreshClient } from '~/api/query-client';
import type { Integrity, Proof } from '~/api/types';
import { useClient, useMay } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { Page } from '~/ui/Page';
import { ErrorState, ProblemNotice, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { SealKeys } from './SealKeys';

/** Whether the books are whole: hash chain, sums and numbers proven again, and the signed seals. */
export function IntegrityPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data, error, refetch } = useQuery(integrityQuery(client.id));
  const [busy, setBusy] = useState<'proof' | 'seal' | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const run = async (what: 'proof' | 'seal') => {
    setBusy(what);
    setProblem(null);
    try {
      await (what === 'proof' ? proveBooks(client.id) : createSeal(client.id));
      announce(t(what === 'proof' ? 'integrity.proven' : 'integrity.sealed'));
    } catch (failure) {
      setProblem(failure);
    }
    await refreshClient(client.id);
    setBusy(null);
  };

  return (
    <Page
      title={t('integrity.title')}
      note={t('integrity.note')}
      actions={
        <>
          <Button loading={busy === 'proof'} onClick={() => void run('proof')}>
            {t('integrity.prove')}
          </Button>
          {may('seals:create') && (
            <Button variant="default" loading={busy === 'seal'} onClick={() => void run('seal')}>
              {t('integrity.seal')}
            </Button>
          )}
        </>
      }
    >
      <div className="page-body">
        {problem !== null && <ProblemNotice error={problem} />}
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <SkeletonBlock lines={8} />}
        {data && (
          <>
            <ProofResult proof={data.lastProof} />
            <Vouchers vouchers={data.vouchers} />
            <SealKeys keys={data.keys} />
            <Outside filing={data.filing} mailedTo={data.mailedTo} />
            <section className="section">
              <h2>{t('integrity.chains')}</h2>
              <TableRegion label={t('integrity.chains')}>
                <table className="ledger narrow">
                  <thead>
                    <tr>
                      <th scope="col">{t('frame.year')}</th>
                      <th scope="col" className="amount">
                        {t('imports.entries')}
                      </th>
                      <th scope="col">{t('integrity.head')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.years.map((year) => (
                      <tr key={year.fiscalYear}>
                        <th scope="row">{year.fiscalYear}</th>
                        <td className="amount">{year.entries.toLocaleString('de-DE')}</td>
                        <td className="mono">{year.head}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableRegion>
            </section>
          </>
        )}
        <Seals />
      </div>
    </Page>
  );
}

function ProofResult({ proof }: { proof: Proof | null }) {
  const { t } = useTranslation();
  if (!proof) return <p className="notice">{t('integrity.neverProven')}</p>;
  return (
    <div className={proof.ok ? 'notice good' : 'notice bad'} role="status">
      <strong>{proof.ok ? t('integrity.ok') : t('integrity.notOk')}</strong>
      <p className="quiet">
        {t('integrity.provenAt', { at: formatInstant(proof.provenAt), entries: proof.entries.toLocaleString('de-DE') })}
      </p>
      {proof.findings.length > 0 && (
        <ul>
          {proof.findings.map((finding) => (
            <li key={finding.rule + finding.where}>
              {t(`integrity.rules.${finding.rule}`, { defaultValue: finding.rule })}: {finding.where}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The log of the files behind the entries, and when their bytes were last read again. */
function Vouchers({ vouchers }: { vouchers: Integrity['vouchers'] }) {
  const { t } = useTranslation();
  const { entries, head, files, checked, allCheckedSince, lastCheckedAt, damaged } = vouchers;
  const whole = files > 0 && checked === files && damaged.length === 0;
  return (
    <section className="section">
      <h2>{t('integrity.vouchers')}</h2>
      {damaged.length > 0 && (
        <div className="notice bad" role="status">
          <strong>{t('integrity.vouchersDamaged')}</strong>
          <ul>
            {damaged.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className="facts">
        <dt>{t('integrity.voucherLog')}</dt>
        <dd>{t('integrity.voucherRows', { count: entries })}</dd>
        <dt>{t('integrity.head')}</dt>
        <dd className="mono">{head}</dd>
        <dt>{t('integrity.filesRead')}</dt>
        <dd>
          {checked === 0
            ? t('integrity.notYetRead')
            : [
                t('integrity.filesReadOf', {
                  checked: checked.toLocaleString('de-DE'),
                  files: files.toLocaleString('de-DE'),
                }),
                allCheckedSince && t('integrity.allReadSince', { at: formatInstant(allCheckedSince) }),
                lastCheckedAt && t('integrity.lastRead', { at: formatInstant(lastCheckedAt) }),
              ]
                .filter(Boolean)
                .join(', ')}
          {whole && <p className="quiet">{t('integrity.vouchersIntact')}</p>}
        </dd>
      </dl>
    </section>
  );
}

/** Whether the seals lie where nobody of the house can change them. */
function Outside({ filing, mailedTo }: Pick<Integrity, 'filing' | 'mailedTo'>) {
  const { t } = useTranslation();
  const filed =
    filing === null
      ? t('integrity.notFiled')
      : filing.lastFiled === 0
        ? t('integrity.filedNothing')
        : t('integrity.filedUpTo', { no: filing.lastFiled });
  return (
    <section className="section">
      <h2>{t('integrity.outside')}</h2>
      <p className="quiet">{t('integrity.outsideNote')}</p>
      {filing?.finding && (
        <p className="notice bad" role="status">
          {t('integrity.filingDiffers', {
            finding: t(`integrity.filingFindings.${filing.finding}`, { no: filing.lastFiled }),
          })}
        </p>
      )}
      <dl className="facts">
        <dt>{t('integrity.filed')}</dt>
        <dd>{filing?.finding ? '–' : filed}</dd>
        <dt>{t('integrity.mailed')}</dt>
        <dd>{mailedTo > 0 ? t('integrity.mailedTo', { count: mailedTo }) : t('integrity.notMailed')}</dd>
      </dl>
    </section>
  );
}

function Seals() {
  const { t } = useTranslation();
  const client = useClient();
  const { data: seals } = useQuery(sealsQuery(client.id));
  return (
    <section className="section">
      <h2>{t('integrity.seals')}</h2>
      {seals?.length === 0 && <p className="quiet">{t('integrity.noSeals')}</p>}
      {seals && seals.length > 0 && (
        <TableRegion label={t('integrity.seals')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('statements.number')}</th>
                <th scope="col">{t('integrity.sealedAt')}</th>
                <th scope="col">{t('integrity.sealedBy')}</th>
                <th scope="col">{t('integrity.key')}</th>
                <th scope="col">{t('integrity.signature')}</th>
              </tr>
            </thead>
            <tbody>
              {seals.map((seal) => (
                <tr key={seal.sealNo}>
                  <th scope="row">{seal.sealNo}</th>
                  <td>{formatInstant(seal.sealedAt)}</td>
                  <td>{seal.sealedBy}</td>
                  <td className="mono">{seal.keyId}</td>
                  <td className="mono">{seal.signature.slice(0, 44)}…</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
