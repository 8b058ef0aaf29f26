import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentQuery, entryDocumentsQuery, pageHref } from '~/api/documents';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { counterpartOf } from './internal';
import { InvoiceSheet } from './InvoiceSheet';
import { PagePictures } from './PagePictures';
import './documents.css';

/** The documents behind an entry; the picture of each is one click away from here. */
export function EntryDocuments({ entryId }: { entryId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: documents = [] } = useQuery({
    ...entryDocumentsQuery(client.id, entryId),
    enabled: may('documents:read'),
  });
  const [open, setOpen] = useState<string | null>(null);
  if (documents.length === 0) return null;
  return (
    <section className="entry-documents" aria-label={t('documents.ofEntry')}>
      <h3>{t('documents.ofEntry')}</h3>
      <ul className="plain-list">
        {documents.map((document) => (
          <li key={document.id}>
            <ClientLink page={`documents/${document.id}`}>{document.number}</ClientLink>
            <span>
              {counterpartOf(document, t('documents.kinds.internal'))} {document.invoiceNo}
            </span>
            <button
              type="button"
              className="link"
              aria-expanded={open === document.id}
              onClick={() => setOpen(open === document.id ? null : document.id)}
            >
              {open === document.id ? t('decisions.hidePicture') : t('decisions.picture')}
            </button>
          </li>
        ))}
      </ul>
      {open && <Picture id={open} />}
    </section>
  );
}

function Picture({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data } = useQuery(documentQuery(client.id, id));
  if (!data) return null;
  if (data.pages > 0)
    return (
      <PagePictures
        count={data.pages}
        title={data.number}
        href={(page, width) => pageHref(client.id, id, page, width)}
      />
    );
  if (data.invoice) return <InvoiceSheet invoice={data.invoice} withTerms={false} />;
  return <p className="quiet">{t('documents.noFile')}</p>;
}
