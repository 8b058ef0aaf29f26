import { useTranslation } from 'react-i18next';
import type { OutgoingInvoiceRow } from '~/api/outgoing-invoices';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { SkeletonRows } from '~/ui/States';

interface OwnInvoiceTableProps {
  invoices: OutgoingInvoiceRow[];
  loading: boolean;
}

/** Own invoices; a draft has no number yet and is opened by its name. */
export function OwnInvoiceTable({ invoices, loading }: OwnInvoiceTableProps) {
  const { t } = useTranslation();
  return (
    <table className="ledger" aria-busy={loading}>
      <thead>
        <tr>
          <th scope="col">{t('ownInvoices.number')}</th>
          <th scope="col" className="second-to-go">
            {t('ownInvoices.kind')}
          </th>
          <th scope="col">{t('ownInvoices.buyer')}</th>
          <th scope="col" className="second-to-go">
            {t('ownInvoices.state')}
          </th>
          <th scope="col" className="second-to-go">
            {t('ownInvoices.issued')}
          </th>
          <th scope="col" className="second-to-go">
            {t('ownInvoices.dueOn')}
          </th>
          <th scope="col" className="amount second-to-go">
            {t('ownInvoices.net')}
          </th>
          <th scope="col" className="amount second-to-go">
            {t('ownInvoices.tax')}
          </th>
          <th scope="col" className="amount">
            {t('ownInvoices.gross')}
          </th>
          <th scope="col" className="amount second-to-go">
            {t('ownInvoices.open')}
          </th>
          <th scope="col" className="first-to-go second-to-go">
            {t('ownInvoices.draftedBy')}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoices.map((invoice) => (
          <tr key={invoice.id}>
            <th scope="row">
              <ClientLink page={`outgoing-invoices/${invoice.id}`} className="row-open">
                {invoice.number ?? t('ownInvoices.states.draft')}
              </ClientLink>
            </th>
            <td className="second-to-go">{t(`ownInvoices.kinds.${invoice.kind}`)}</td>
            <td className="grow" title={invoice.partner.name}>
              {invoice.partner.name}
            </td>
            <td className="second-to-go">
              <OwnStateTag state={invoice.state} />
            </td>
            <td className="second-to-go">{formatDay(invoice.issueDate)}</td>
            <td className="second-to-go">{formatDay(invoice.dueOn)}</td>
            <AmountCell value={invoice.net} className="second-to-go" />
            <AmountCell value={invoice.tax} dash className="second-to-go" />
            <AmountCell value={invoice.gross} />
            <AmountCell value={invoice.open} dash className="second-to-go" />
            <td className="first-to-go second-to-go">{invoice.draftedBy}</td>
          </tr>
        ))}
        {loading && invoices.length === 0 && <SkeletonRows columns={11} rows={12} />}
      </tbody>
    </table>
  );
}

const TONE = { draft: 'tag', issued: 'tag good', cancelled: 'tag warn' } as const;

export function OwnStateTag({ state }: { state: OutgoingInvoiceRow['state'] }) {
  const { t } = useTranslation();
  return <span className={TONE[state]}>{t(`ownInvoices.states.${state}`)}</span>;
}
