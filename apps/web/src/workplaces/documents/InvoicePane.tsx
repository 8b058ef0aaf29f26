import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileHref, holdDocument, pageHref } from '~/api/documents';
import type { DocumentDetail, DocumentFile } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { Tabs } from '~/ui/Tabs';
import { InvoiceSheet } from './InvoiceSheet';
import { PagePictures } from './PagePictures';
import { fileSize } from './said';

const TERMS_STORED = 'finanzzentrum.terms';
type Tab = 'invoice' | 'picture' | 'files' | 'mail';

/** What came in, in every form there is of it: readable, as a picture, the files themselves, the mail around it. */
export function InvoicePane({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const [filters, change] = useFilters();
  const [withTerms, setWithTerms] = useState(localStorage.getItem(TERMS_STORED) === 'yes');
  const quarantined = document.state === 'quarantined';
  const original = document.files.find((file) => file.role === 'original');
  const others = document.files.filter((file) => file.role !== 'original');
  const tabs: Tab[] = [
    ...(document.invoice && !quarantined ? (['invoice'] as const) : []),
    ...(document.pages > 0 && !quarantined ? (['picture'] as const) : []),
    ...(document.files.length > 0 ? (['files'] as const) : []),
    ...(document.mail ? (['mail'] as const) : []),
  ];
  const tab = tabs.find((one) => one === filters.view) ?? tabs[0];

  if (quarantined)
    return (
      <div className="pane-body">
        <div className="notice bad">
          <strong>{t('documents.quarantine.title')}</strong>
          <p>{t('documents.quarantine.text')}</p>
        </div>
        <FileFacts document={document} original={original} />
      </div>
    );
  if (tabs.length === 0) return <p className="pane-body quiet">{t('documents.noFile')}</p>;
  return (
    <>
      <div className="pane-tabs">
        <Tabs
          label={t('documents.views')}
          tabs={tabs.map((one) => ({
            id: one,
            label:
              one === 'files'
                ? t('documents.view.files', { count: document.files.length })
                : t(`documents.view.${one}`),
          }))}
          current={tab!}
          choose={(view) => change({ view: view === tabs[0] ? undefined : view })}
        />
        {tab === 'invoice' && (
          <Checkbox
            size="xs"
            label={t('invoice.withTerms')}
            checked={withTerms}
            onChange={(event) => {
              localStorage.setItem(TERMS_STORED, event.currentTarget.checked ? 'yes' : 'no');
              setWithTerms(event.currentTarget.checked);
            }}
          />
        )}
        {original && (
          <a className="pane-original" href={fileHref(client.id, document.id, original.no)} download={original.name}>
            {t('documents.original')}
          </a>
        )}
      </div>
      <div
        className="pane-body"
        role="tabpanel"
        aria-label={
          tab === 'files' ? t('documents.files') : t(`documents.view.${tab!}`, { count: document.files.length })
        }
        tabIndex={0}
      >
        {tab === 'invoice' && document.invoice && <InvoiceSheet invoice={document.invoice} withTerms={withTerms} />}
        {tab === 'picture' && (
          <PagePictures
            key={document.id}
            count={document.pages}
            href={(page, width) => pageHref(client.id, document.id, page, width)}
            title={document.number}
          />
        )}
        {tab === 'files' && (
          <>
            <Files document={document} files={[...(original ? [original] : []), ...others]} />
            <FileFacts document={document} original={original} />
            <LegalHold document={document} />
          </>
        )}
        {tab === 'mail' && document.mail && <Mail mail={document.mail} />}
      </div>
    </>
  );
}

function Files({ document, files }: { document: DocumentDetail; files: DocumentFile[] }) {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <table className="ledger roomy">
      <caption>{t('documents.files')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.file')}</th>
          <th scope="col">{t('documents.fileRole')}</th>
          <th scope="col" className="amount">
            {t('documents.fileSize')}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.no}>
            <th scope="row" className="wraps">
              <a className="row-open" href={fileHref(client.id, document.id, file.no)} download={file.name}>
                {file.name}
              </a>
            </th>
            <td>{t(`documents.fileRoles.${file.role}`)}</td>
            <td className="amount">{file.size !== null && fileSize(file.size)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Keeps the document from ever being deleted while an audit or dispute lasts. */
function LegalHold({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('periods:manage')) return null;
  const hold = !document.retention.legalHold;
  const label = hold ? t('documents.hold') : t('documents.liftHold');
  return (
    <div className="form-actions">
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <FormDialog<{ reason: string }>
          title={label}
          submit={label}
          fields={[
            { name: 'reason', label: t('journal.reason'), type: 'long', required: true, help: t('documents.holdHelp') },
          ]}
          onClose={() => setAsking(false)}
          onSubmit={async ({ reason }) => {
            await holdDocument(client.id, document.id, { hold, reason });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </div>
  );
}

/** What proves that the file is the one that came. */
function FileFacts({ document, original }: { document: DocumentDetail; original: DocumentFile | undefined }) {
  const { t } = useTranslation();
  return (
    <dl className="facts" style={{ marginTop: 12 }}>
      <dt>{t('imports.file')}</dt>
      <dd>
        {document.fileName || '–'}
        {original?.size != null && ` · ${fileSize(original.size)}`}
      </dd>
      <dt>{t('documents.channel')}</dt>
      <dd>
        {t(`documents.channels.${document.channel as 'upload'}`, { defaultValue: document.channel })}
        {document.sender && ` · ${document.sender}`}
      </dd>
      {document.edition && (
        <>
          <dt>{t('documents.edition')}</dt>
          <dd>{document.edition}</dd>
        </>
      )}
      {document.sha256 && (
        <>
          <dt>SHA-256</dt>
          <dd className="mono">{document.sha256}</dd>
        </>
      )}
      {document.retention.deletableFrom && (
        <>
          <dt>{t('documents.keptUntil')}</dt>
          <dd>{document.retention.deletableFrom.split('-').reverse().join('.')}</dd>
        </>
      )}
      {document.retention.legalHold && (
        <>
          <dt>{t('documents.legalHold')}</dt>
          <dd>{document.retention.legalHoldReason}</dd>
        </>
      )}
    </dl>
  );
}

function Mail({ mail }: { mail: NonNullable<DocumentDetail['mail']> }) {
  const { t } = useTranslation();
  return (
    <article>
      <dl className="facts">
        <dt>{t('documents.mail.from')}</dt>
        <dd>{mail.from}</dd>
        <dt>{t('documents.mail.to')}</dt>
        <dd>{mail.to}</dd>
        <dt>{t('documents.mail.subject')}</dt>
        <dd className="strong">{mail.subject}</dd>
      </dl>
      <p className="pre-line">{mail.text}</p>
    </article>
  );
}
