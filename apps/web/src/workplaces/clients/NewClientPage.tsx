import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clientsQuery, createClient } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import { sessionQuery } from '~/api/session';
import type { NewClient } from '~/api/types';
import { today, yearOf } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { Page } from '~/ui/Page';
import { type FieldSpec, RecordForm } from '~/ui/RecordForm';
import { clientFields, withParentId } from './client-fields';

const TEMPLATES = ['nrw-municipality', 'nrw-special-fund'] as const;

/** A new client from a template: chart, products, settings and the first year in one request. */
export function NewClientPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: clients = [] } = useQuery(clientsQuery);
  const fields: FieldSpec[] = [
    {
      name: 'template',
      label: t('clients.template'),
      type: 'select',
      row: 'template',
      options: TEMPLATES.map((value) => ({ value, label: t(`clients.templates.${value}`) })),
    },
    { name: 'fiscalYear', label: t('clients.firstYear'), required: true, row: 'template' },
    { name: 'key', label: t('clients.key'), required: true, help: t('clients.keyHelp') },
    ...clientFields(t, clients),
  ];
  return (
    <Page
      title={t('clients.add')}
      note={t('clients.addNote')}
      back={<Link to={'/centre/clients' as '/'}>← {t('clients.title')}</Link>}
    >
      <div className="page-body">
        <RecordForm<NewClient>
          fields={fields}
          initial={{
            template: 'nrw-municipality',
            fiscalYear: String(yearOf(today())),
            vatStatus: 'none',
            colour: '#3d5a73',
          }}
          submit={t('clients.create')}
          onSubmit={async (body) => {
            const kind = body.template === 'nrw-special-fund' ? 'special-fund' : 'municipality';
            const client = await createClient({ ...withParentId(body), kind, fiscalYear: Number(body.fiscalYear) });
            await queryClient.invalidateQueries({ queryKey: ['centre'] });
            await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
            announce(t('clients.created', { name: client.name }));
            void navigate({ to: `/centre/clients/${client.id}` as '/' });
          }}
        />
      </div>
    </Page>
  );
}
