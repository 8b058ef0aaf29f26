import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workflowQuery } from '~/api/documents';
import { useClient, useMay } from '~/frame/client-context';
import { formatDay, formatInstant } from '~/lib/dates';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { Departments } from './Departments';
import { Responsibilities } from './Responsibilities';
import { Routes } from './Routes';
import { StepsForm } from './StepsForm';
import { StepsTable } from './StepsTable';
import '../documents/documents.css';
import './workflow.css';

/** The way of an invoice through the house: steps, people, deadlines; departments and how invoices find here. */
export function WorkflowPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { client, data, error, refetch } = useWorkflow();
  return (
    <Page title={t('workflow.title')} note={t('workflow.note')}>
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <SkeletonBlock lines={10} />}
        {!may('workflow:manage') && <p className="notice">{t('workflow.readOnly')}</p>}
        {data && !may('workflow:manage') && <StepsTable workflow={data.current} />}
        {data && may('workflow:manage') && (
          <StepsForm
            key={data.versions[0]?.version}
            newest={data.versions[0]?.version ?? data.current.version}
            workflow={data.current}
          />
        )}
        {data && data.versions.length > 1 && (
          <section className="section">
            <header>
              <h2>{t('workflow.versions')}</h2>
            </header>
            <TableRegion label={t('workflow.versions')}>
              <table className="ledger narrow">
                <tbody>
                  {data.versions.map((version) => (
                    <tr key={version.version}>
                      <th scope="row">
                        {t('workflow.version', { version: version.version, day: formatDay(version.validFrom) })}
                      </th>
                      <td>
                        {version.decidedByName} · {formatInstant(version.decidedAt)}
                      </td>
                      <td className="wraps">{version.note}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
          </section>
        )}
        <Responsibilities key={`people-${client.id}`} />
        <Departments />
        <Routes />
      </div>
    </Page>
  );
}

function useWorkflow() {
  const client = useClient();
  return { client, ...useQuery(workflowQuery(client.id)) };
}
