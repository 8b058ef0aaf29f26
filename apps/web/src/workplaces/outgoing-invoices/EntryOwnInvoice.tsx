import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownInvoiceOfEntryQuery } from '~/api/outgoing-invoices';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';

/** The own invoice that an entry of the journal stands for, if there is one. */
export function EntryOwnInvoice({ entryId }: { entryId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: invoice } = useQuery(ownInvoiceOfEntryQuery(client.id, entryId));
  if (!invoice) return null;
  return (
    <p className="entry-documents">
      {t(`ownInvoices.kinds.${invoice.kind}`)}{' '}
      <ClientLink page={`outgoing-invoices/${invoice.id}`}>{invoice.number}</ClientLink> · {invoice.partner.name}
    </p>
  );
}
