import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditIntegrityQuery, proveAuditLog } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { ProblemNotice } from '~/ui/States';

/** Whether the log is whole, when that was last proven, and the end of its chain for noting elsewhere. */
export function Chain() {
  const { t } = useTranslation();
  const { data } = useQuery(auditIntegrityQuery);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (!data) return null;
  const { proof } = data;

  const prove = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await proveAuditLog();
      await queryClient.invalidateQueries({ queryKey: auditIntegrityQuery.queryKey });
      announce(t('audit.proven'));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  const at = formatInstant(proof?.provenAt);
  return (
    <div className={proof && !proof.ok ? 'notice bad audit-chain' : 'audit-chain'}>
      {problem !== null && <ProblemNotice error={problem} />}
      <div>
        {!proof && t('audit.chainNever')}
        {proof?.ok && t('audit.chainGood', { events: proof.events.toLocaleString('de-DE'), at })}
        {proof && !proof.ok && (
          <>
            <strong>{t('audit.chainBad', { at })}</strong>
            <ul>
              {proof.findings.slice(0, 5).map((finding, index) => (
                <li key={index}>
                  {t(`auditRules.${finding.rule}`)} <span lang="en">({finding.where})</span>
                </li>
              ))}
            </ul>
          </>
        )}{' '}
        <Button variant="default" size="compact-xs" loading={busy} onClick={() => void prove()}>
          {t('audit.prove')}
        </Button>
      </div>
      {data.headNo > 0 && (
        <details>
          <summary>
            {t('audit.chainEnd', { no: data.headNo.toLocaleString('de-DE'), hash: `${data.headHash.slice(0, 12)}…` })}
          </summary>
          <p className="mono">{data.headHash}</p>
          <p className="quiet">{t('audit.chainHelp')}</p>
        </details>
      )}
    </div>
  );
}
