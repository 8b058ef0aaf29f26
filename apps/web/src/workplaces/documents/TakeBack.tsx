import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recallDocument } from '~/api/documents';
import type { DocumentDetail, DocumentTask } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay, useSession } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { useDecision } from './DecisionBox';

const isOnItsWay = (document: DocumentDetail): boolean =>
  document.state === 'in-decision' || document.state === 'decided';

/** Back to the desk while nobody has decided, or one's own approval back while nobody has decided after it. */
export function TakeBack({ document }: { document: DocumentDetail }) {
  const session = useSession();
  const may = useMay();
  if (!isOnItsWay(document)) return null;
  const approved = document.tasks.filter((task) => task.state === 'approved' && !task.voided && !task.bySystem);
  const last = approved.sort((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? '')).at(-1);
  if (last?.decidedBy?.id === session.user.id) return <Withdraw document={document} task={last} />;
  return !last && may('documents:intake') ? <Recall document={document} /> : null;
}

function Recall({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const [asking, setAsking] = useState(false);
  return (
    <div className="form-actions">
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('documents.recall')}
      </Button>
      {asking && (
        <FormDialog<{ note: string }>
          title={t('documents.recallTitle', { number: document.number })}
          submit={t('documents.recall')}
          fields={[
            { name: 'note', label: t('journal.reason'), type: 'long', required: true, help: t('documents.recallHelp') },
          ]}
          onClose={() => setAsking(false)}
          onSubmit={async ({ note }) => {
            await recallDocument(client.id, document.id, { note, version: document.version });
            await refreshClient(client.id);
            announce(t('documents.recalled', { number: document.number }));
          }}
        />
      )}
    </div>
  );
}

function Withdraw({ document, task }: { document: DocumentDetail; task: DocumentTask }) {
  const { t } = useTranslation();
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const { decide } = useDecision({ ...document, clientId: client.id }, task, () => undefined);
  return (
    <div className="form-actions">
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('documents.withdraw')}
      </Button>
      {asking && (
        <FormDialog<{ note: string }>
          title={t('documents.withdraw')}
          submit={t('documents.withdraw')}
          fields={[
            {
              name: 'note',
              label: t('journal.reason'),
              type: 'long',
              required: true,
              help: t('documents.withdrawHelp'),
            },
          ]}
          onClose={() => setAsking(false)}
          onSubmit={({ note }) => decide({ decision: 'withdraw', note }, true)}
        />
      )}
    </div>
  );
}
