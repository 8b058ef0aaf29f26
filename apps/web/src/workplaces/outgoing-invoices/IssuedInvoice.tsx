import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelOutgoingInvoice, type OutgoingInvoice, outgoingFileHref } from '~/api/outgoing-invoices';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant } from '~/lib/dates';
import { formatMoney, fromApi } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { Amount, AmountCell } from '~/ui/Amount';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';
import { fileSize } from '../documents/said';
import { shownNumber, type VatCategory } from './draft';

/** What went out: its lines, its files, the claim and the entry behind it. */
export function IssuedInvoice({ invoice }: { invoice: OutgoingInvoice }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [, change] = useFilters();
  return (
    <div className="own-columns">
      <div>
        {invoice.cancelledBy && (
          <p className="notice warn">
            {t('ownInvoices.cancelledBy')}{' '}
            <ClientLink page={`outgoing-invoices/${invoice.cancelledBy.id}`}>{invoice.cancelledBy.number}</ClientLink>
            {invoice.cancelReason && `: ${invoice.cancelReason}`}
          </p>
        )}
        <dl className="facts">
          <dt>{t('ownInvoices.buyer')}</dt>
          <dd>
            <ClientLink page={`partners/${invoice.partner.id}`}>{invoice.partner.name}</ClientLink> ·{' '}
            {invoice.partner.number}
          </dd>
          {invoice.corrects && (
            <>
              <dt>{t('ownInvoices.corrects')}</dt>
              <dd>
                <ClientLink page={`outgoing-invoices/${invoice.corrects.id}`}>
                  {invoice.corrects.number ?? t('ownInvoices.states.draft')}
                </ClientLink>
              </dd>
            </>
          )}
          <dt>{t('ownInvoices.issued')}</dt>
          <dd>
            {formatDay(invoice.issueDate)}
            {invoice.issuedBy && (
              <span className="quiet">
                {' · '}
                {t('ownInvoices.issuedBy', { at: formatInstant(invoice.issuedAt), by: invoice.issuedBy })}
              </span>
            )}
          </dd>
          <dt>{t('ownInvoices.dueOn')}</dt>
          <dd>{formatDay(invoice.dueOn) || '–'}</dd>
          {(invoice.serviceFrom ?? invoice.serviceTo) && (
            <>
              <dt>{t('ownInvoices.servicePeriod')}</dt>
              <dd>
                {[...new Set([invoice.serviceFrom, invoice.serviceTo].filter(Boolean))]
                  .map((day) => formatDay(day))
                  .join(' – ')}
              </dd>
            </>
          )}
          {invoice.buyerReference && (
            <>
              <dt>{t('ownInvoices.buyerReference')}</dt>
              <dd>{invoice.buyerReference}</dd>
            </>
          )}
        </dl>
        {invoice.introduction && <p className="pre-line own-text">{invoice.introduction}</p>}
        <Lines invoice={invoice} />
        {invoice.closing && <p className="pre-line own-text">{invoice.closing}</p>}
      </div>
      <aside className="own-side" aria-label={t('ownInvoices.files')}>
        {may('documents:read') && invoice.files.length > 0 && (
          <section>
            <h2>{t('ownInvoices.files')}</h2>
            <ul className="plain-list">
              {invoice.files.map((file) => (
                <li key={file.kind}>
                  <a href={outgoingFileHref(client.id, invoice.id, file.kind)} download={file.name}>
                    {t(`ownInvoices.fileKinds.${file.kind}`)}
                  </a>
                  <span className="quiet">{fileSize(file.size)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="section">
          <h2>{t('ownInvoices.claim')}</h2>
          <ul className="plain-list">
            {invoice.openItem && (
              <li>
                <button
                  type="button"
                  className="link"
                  onClick={() => change({ item: invoice.openItem!.id, entry: undefined }, { push: true })}
                >
                  {t('ownInvoices.claimLine', {
                    no: invoice.openItem.no,
                    open: formatMoney(fromApi(invoice.openItem.open)),
                  })}
                </button>
              </li>
            )}
            {invoice.entryId && (
              <li>
                <button
                  type="button"
                  className="link"
                  onClick={() => change({ entry: invoice.entryId!, item: undefined }, { push: true })}
                >
                  {t('ownInvoices.entry')} {invoice.entryId}
                </button>
              </li>
            )}
          </ul>
        </section>
        <Deeds invoice={invoice} />
      </aside>
    </div>
  );
}

function Lines({ invoice }: { invoice: OutgoingInvoice }) {
  const { t } = useTranslation();
  return (
    <TableRegion label={t('ownInvoices.lines')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('ownInvoices.lineText')}</th>
            <th scope="col" className="amount">
              {t('ownInvoices.quantity')}
            </th>
            <th scope="col" className="amount second-to-go">
              {t('ownInvoices.price')}
            </th>
            <th scope="col" className="second-to-go">
              {t('ownInvoices.vat')}
            </th>
            <th scope="col" className="second-to-go">
              {t('ownInvoices.account')}
            </th>
            <th scope="col" className="first-to-go second-to-go">
              {t('ownInvoices.product')}
            </th>
            <th scope="col" className="amount">
              {t('ownInvoices.lineNet')}
            </th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, i) => (
            <tr key={i}>
              <th scope="row" className="wraps">
                {line.text}
                {line.description && <div className="quiet pre-line">{line.description}</div>}
              </th>
              <td className="amount">
                {shownNumber(line.quantity)} {t(`ownInvoices.units.${line.unit as 'C62'}`, { defaultValue: line.unit })}
              </td>
              <td className="amount second-to-go">{shownNumber(line.price, 2)}</td>
              <td className="second-to-go">{vatName(line.vat, t)}</td>
              <td className="second-to-go">
                <ClientLink page={`ledger/${line.account}`}>{line.account}</ClientLink>
              </td>
              <td className="first-to-go second-to-go">{line.product}</td>
              <AmountCell value={line.net} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t('ownInvoices.totalGross')}
              <div className="quiet own-sum-words">
                {t('ownInvoices.net')} <Amount value={invoice.net} />, {t('ownInvoices.tax')}{' '}
                <Amount value={invoice.tax} dash />
              </div>
            </th>
            <td />
            <td className="second-to-go" />
            <td className="second-to-go" />
            <td className="second-to-go" />
            <td className="first-to-go second-to-go" />
            <AmountCell value={invoice.gross} />
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  );
}

function vatName(vat: { category: string; rate: string }, t: TFunction): string {
  return vat.category === 'S'
    ? `${shownNumber(vat.rate)} %`
    : t(`ownInvoices.vatKinds.${vat.category as Exclude<VatCategory, 'S'>}`);
}

/** Taking it back makes a credit note over the whole; a part is taken back with a credit note of its own. */
function Deeds({ invoice }: { invoice: OutgoingInvoice }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const key = useRef(crypto.randomUUID());
  if (invoice.state !== 'issued' || invoice.kind === 'credit-note') return null;
  return (
    <div className="form-actions section">
      {may('documents:decide') && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('ownInvoices.cancel')}
        </Button>
      )}
      {may('invoicing:write') && (
        <Button
          variant="default"
          onClick={() =>
            void navigate({
              to: `/clients/${client.key}/outgoing-invoices/new` as '/',
              search: { partner: invoice.partner.id, corrects: invoice.id } as never,
            })
          }
        >
          {t('ownInvoices.creditNote')}
        </Button>
      )}
      {asking && (
        <FormDialog<{ reason: string; bookingDate?: string }>
          title={t('ownInvoices.cancelTitle', { number: invoice.number })}
          submit={t('ownInvoices.cancel')}
          fields={[
            {
              name: 'reason',
              label: t('ownInvoices.cancelReason'),
              type: 'long',
              required: true,
              help: t('ownInvoices.cancelHelp'),
            },
            {
              name: 'bookingDate',
              label: t('ownInvoices.bookingDate'),
              type: 'day',
              help: t('ownInvoices.bookingDateHelp'),
            },
          ]}
          onClose={() => setAsking(false)}
          onSubmit={async (body) => {
            const credit = await cancelOutgoingInvoice(
              client.id,
              invoice.id,
              { ...body, version: invoice.version },
              key.current,
            );
            announce(t('ownInvoices.cancelledNow', { number: credit.number }));
            await refreshClient(client.id);
          }}
        />
      )}
    </div>
  );
}
