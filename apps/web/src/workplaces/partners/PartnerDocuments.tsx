import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentsQuery } from '~/api/documents';
import { contractsQuery } from '~/api/orders';
import { outgoingInvoicesQuery } from '~/api/outgoing-invoices';
import type { Partner } from '~/api/partners';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { TableRegion } from '~/ui/TableRegion';
import { StateTag } from '../documents/Signs';
import { ContractTable } from '../orders/ContractTable';
import { OwnInvoiceTable } from '../outgoing-invoices/OwnInvoiceTable';

/** What came from the partner, what we sent, and what was agreed. */
export function PartnerDocuments({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const mayRead = may('documents:read');
  const contracts = useQuery({ ...contractsQuery(client.id, { partner: partner.id }), enabled: mayRead });
  const sent = useInfiniteQuery(outgoingInvoicesQuery(client.id, { partner: partner.id }));
  const invoices = sent.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {mayRead && <Received partner={partner} />}
      <section className="section">
        <h2>{t('partners.sent')}</h2>
        {invoices?.length === 0 && <p className="quiet">{t('partners.noSent')}</p>}
        {invoices && invoices.length > 0 && (
          <TableRegion label={t('partners.sent')}>
            <OwnInvoiceTable invoices={invoices} loading={sent.isFetching} />
          </TableRegion>
        )}
      </section>
      {mayRead && (
        <section className="section">
          <h2>{t('partners.contracts')}</h2>
          {contracts.data?.length === 0 && <p className="quiet">{t('partners.noContracts')}</p>}
          {contracts.data && contracts.data.length > 0 && <ContractTable contracts={contracts.data} />}
        </section>
      )}
    </>
  );
}

function Received({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const list = useInfiniteQuery(documentsQuery(client.id, { supplier: partner.id }, 50));
  const documents = list.data?.pages.flatMap((page) => page.items);
  return (
    <section>
      <h2>{t('partners.received')}</h2>
      {documents?.length === 0 && <p className="quiet">{t('partners.noReceived')}</p>}
      {documents && documents.length > 0 && (
        <TableRegion label={t('partners.received')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('partners.number')}</th>
                <th scope="col" className="second-to-go">
                  {t('partners.kind')}
                </th>
                <th scope="col">{t('documents.invoiceNo')}</th>
                <th scope="col" className="second-to-go">
                  {t('documents.issueDate')}
                </th>
                <th scope="col">{t('documents.state')}</th>
                <th scope="col" className="amount">
                  {t('documents.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {documents.map((document) => (
                <tr key={document.id}>
                  <th scope="row">
                    <ClientLink page={`documents/${document.id}`} className="row-open">
                      {document.number}
                    </ClientLink>
                  </th>
                  <td className="second-to-go">{t(`documents.kinds.${document.kind}`)}</td>
                  <td>{document.invoiceNo}</td>
                  <td className="second-to-go">{formatDay(document.issueDate)}</td>
                  <td>
                    <StateTag state={document.state} />
                  </td>
                  <AmountCell value={document.gross} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {list.hasNextPage && (
        <button type="button" className="link" onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </section>
  );
}
