import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAYMENT_METHODS, type PaymentMethod } from '~/api/document-types';
import { documentQuery } from '~/api/documents';
import {
  changeOpenItem,
  type OpenItem,
  openItemQuery,
  type OpenItemRow,
  openItemsQuery,
  offsetOpenItems,
} from '~/api/open-items';
import { outgoingInvoiceQuery } from '~/api/outgoing-invoices';
import { partnerQuery } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant, today } from '~/lib/dates';
import { formatMoney, fromApi, toApi } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { Amount, AmountCell, BalanceCells } from '~/ui/Amount';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { SidePanel } from '~/ui/SidePanel';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { formatIban } from '../documents/said';
import { counterparts, isCredit, mostToOffset, namedAmong, type Naming } from './item-due';
import { ItemSigns } from './OpenItemTable';
import '../documents/documents.css';
import './open-items.css';

/** One open item beside the page: what moved it, what it will be paid with, what was changed about it. */
export function OpenItemPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: item, error, refetch } = useQuery(openItemQuery(client.id, id));
  return (
    <SidePanel
      title={item ? t('openItems.one', { no: item.no }) : t('openItems.title')}
      subtitle={
        <>
          {client.name}
          {item && (
            <>
              {' · '}
              {isCredit(item) ? t('openItems.creditNote') : t(`openItems.kindOne.${item.kind}`)} ·{' '}
              <Amount value={item.open} /> EUR {t('openItems.open')}
            </>
          )}
        </>
      }
      onClose={onClose}
    >
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!item && !error && <SkeletonBlock lines={14} />}
      {item && <ItemDetails key={item.id} item={item} />}
    </SidePanel>
  );
}

function ItemDetails({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  const may = useMay();
  const blocked = item.paymentBlock ?? item.partner.paymentBlock;
  return (
    <>
      <p>
        <ItemSigns item={item} />
      </p>
      {blocked && (
        <p className="notice bad">
          {item.paymentBlock
            ? `${t('openItems.isBlocked')}: ${item.paymentBlock}`
            : t('openItems.blockOfPartner', { reason: blocked })}
        </p>
      )}
      <dl className="facts">
        <Fact label={t('openItems.partner')}>
          <ClientLink page={`partners/${item.partner.id}`}>{item.partner.name}</ClientLink> · {item.partner.number}
        </Fact>
        <Fact label={t('openItems.reference')}>{item.reference}</Fact>
        <Fact label={t('openItems.text')}>{item.text}</Fact>
        <Fact label={t('openItems.amount')}>
          <Amount value={item.amount} /> EUR
        </Fact>
        <Fact label={t('openItems.dueOn')}>{formatDay(item.dueOn)}</Fact>
        {item.discountOn && (
          <Fact label={t('openItems.discountOn')}>
            {formatDay(item.discountOn)} · <Amount value={item.discountAmount} /> EUR
          </Fact>
        )}
        <Fact label={t('openItems.method')}>{t(`coding.methods.${item.method}`)}</Fact>
        <Fact label={t('openItems.bankAccount')}>
          {item.iban ? (
            <>
              {formatIban(item.iban)}
              {item.holder && <span className="quiet"> · {item.holder}</span>}
            </>
          ) : (
            t('openItems.noBankAccount')
          )}
        </Fact>
        <Fact label={t('openItems.account')}>
          <ClientLink page={`ledger/${item.account}`}>{item.account}</ClientLink>
        </Fact>
        {item.origin && (
          <Fact label={t('openItems.origin')}>
            {t('openItems.originNumber', { number: item.origin.number })}
            {item.origin.originatedOn && ` · ${formatDay(item.origin.originatedOn)}`} · {t('openItems.originAmount')}{' '}
            <Amount value={item.origin.originalAmount} /> EUR
            {item.origin.dunningLevel > 0 && (
              <>
                {' '}
                <span className="tag warn">{t('openItems.dunningLevel', { level: item.origin.dunningLevel })}</span>
              </>
            )}
          </Fact>
        )}
        {item.documentId && (
          <Fact label={t('openItems.document')}>
            {/* Claims come from own invoices, liabilities from what was received or ordered. */}
            <ClientLink page={`${item.kind === 'claim' ? 'outgoing-invoices' : 'documents'}/${item.documentId}`}>
              {item.kind === 'claim' ? t('openItems.toOwnInvoice') : t('openItems.toDocument')}
            </ClientLink>
          </Fact>
        )}
      </dl>
      {item.state === 'open' &&
        (may('open-items:manage') ? <Deeds item={item} /> : <p className="quiet">{t('openItems.mayNot')}</p>)}
      <Movements item={item} />
      <Shares item={item} />
      <History item={item} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Deeds({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  const client = useClient();
  const [asking, setAsking] = useState<'block' | 'change' | 'offset' | null>(null);
  const close = () => setAsking(null);
  const unblock = () =>
    changeOpenItem(client.id, item.id, { paymentBlock: null, version: item.version }).then(
      () => {
        announce(t('openItems.unblocked'));
        return refreshClient(client.id);
      },
      (error: Error) => announce(error.message, 'bad'),
    );
  return (
    <div className="form-actions">
      {item.paymentBlock ? (
        <Button variant="default" onClick={() => void unblock()}>
          {t('openItems.unblock')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setAsking('block')}>
          {t('openItems.block')}
        </Button>
      )}
      <Button variant="default" onClick={() => setAsking('change')}>
        {t('openItems.change')}
      </Button>
      <Button variant="default" onClick={() => setAsking('offset')}>
        {t('openItems.offset')}
      </Button>
      {asking === 'block' && (
        <FormDialog<{ paymentBlock: string }>
          title={t('openItems.blockTitle', { no: item.no })}
          submit={t('openItems.block')}
          fields={[
            {
              name: 'paymentBlock',
              label: t('openItems.blockReason'),
              type: 'long',
              required: true,
              help: t('openItems.blockHelp'),
            },
          ]}
          onClose={close}
          onSubmit={async ({ paymentBlock }) => {
            await changeOpenItem(client.id, item.id, { paymentBlock, version: item.version });
            await refreshClient(client.id);
            announce(t('openItems.blockedNow', { no: item.no }));
          }}
        />
      )}
      {asking === 'change' && <ChangeDialog item={item} onClose={close} />}
      {asking === 'offset' && <OffsetDialog item={item} onClose={close} />}
    </div>
  );
}

interface ChangeForm {
  dueOn?: string;
  discountOn?: string | null;
  discountAmount?: string | null;
  method?: PaymentMethod;
  bankAccountNo?: string | null;
}

function ChangeDialog({ item, onClose }: { item: OpenItem; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: partner } = useQuery(partnerQuery(client.id, item.partner.id));
  const accounts = (partner?.bankAccounts ?? []).filter(
    (account) => account.state === 'confirmed' || account.no === item.bankAccountNo,
  );
  return (
    <FormDialog<ChangeForm>
      title={t('openItems.changeTitle', { no: item.no })}
      submit={t('common.save')}
      initial={{
        dueOn: item.dueOn,
        discountOn: item.discountOn,
        discountAmount: item.discountAmount,
        method: item.method,
        bankAccountNo: item.bankAccountNo === null ? '' : String(item.bankAccountNo),
      }}
      fields={[
        { name: 'dueOn', label: t('openItems.dueOn'), type: 'day', required: true },
        { name: 'discountOn', label: t('openItems.discountOn'), type: 'day', row: 'discount' },
        { name: 'discountAmount', label: t('openItems.discountAmount'), type: 'amount', row: 'discount' },
        {
          name: 'method',
          label: t('openItems.method'),
          type: 'select',
          options: PAYMENT_METHODS.map((value) => ({ value, label: t(`coding.methods.${value}`) })),
        },
        {
          name: 'bankAccountNo',
          label: t('openItems.bankAccount'),
          type: 'select',
          options: [
            { value: '', label: t('openItems.noBankAccount') },
            ...accounts.map((account) => ({ value: String(account.no), label: formatIban(account.iban) })),
          ],
        },
      ]}
      onClose={onClose}
      onSubmit={async ({ bankAccountNo, ...body }) => {
        await changeOpenItem(client.id, item.id, {
          ...body,
          ...(bankAccountNo !== undefined && { bankAccountNo: bankAccountNo === null ? null : Number(bankAccountNo) }),
          version: item.version,
        });
        await refreshClient(client.id);
        announce(t('common.saved'));
      }}
    >
      <p className="quiet">{t('openItems.changeHelp')}</p>
    </FormDialog>
  );
}

/** A credit note is set against an invoice of the same partner; no money moves. */
function OffsetDialog({ item, onClose }: { item: OpenItem; onClose: () => void }) {
  const client = useClient();
  const list = useInfiniteQuery(openItemsQuery(client.id, { partner: item.partner.id, kind: item.kind }, 500));
  const naming = useNaming(item);
  if (!list.data || !naming) return null;
  const others = counterparts(
    item,
    list.data.pages.flatMap((page) => page.items),
  );
  return <OffsetForm item={item} others={others} naming={naming} onClose={onClose} />;
}

/** Which invoice a credit note names as the earlier one (BT-25), from the side of either; undefined while it is looked for. */
function useNaming(item: OpenItem): Naming | undefined {
  const client = useClient();
  const id = item.documentId ?? '';
  const own = item.kind === 'claim';
  const received = useQuery({ ...documentQuery(client.id, id), enabled: id !== '' && !own });
  const issued = useQuery({ ...outgoingInvoiceQuery(client.id, id), enabled: id !== '' && own });
  const asked = own ? issued : received;
  if (id === '' || asked.error) return NOTHING_NAMED;
  if (asked.data === undefined) return undefined;
  const ids = (...found: (string | null | undefined)[]) => found.filter((one) => !!one) as string[];
  if (own) {
    const { corrects, cancelledBy } = issued.data!;
    return { documents: ids(corrects?.id, cancelledBy?.id), numbers: [] };
  }
  const { corrects, links, invoice } = received.data!;
  return {
    documents: ids(corrects, ...links.filter((link) => link.kind === 'corrected-by').map((link) => link.id)),
    numbers: isCredit(item) ? ids(...(invoice?.precedingInvoices ?? []).map((one) => one.number)) : [],
  };
}

const NOTHING_NAMED: Naming = { documents: [], numbers: [] };

interface OffsetFormProps {
  item: OpenItem;
  others: OpenItemRow[];
  naming: Naming;
  onClose: () => void;
}

function OffsetForm({ item, others, naming, onClose }: OffsetFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const key = useRef(crypto.randomUUID());
  const named = namedAmong(others, naming);
  const first = named ?? others[0];
  const label = (one: OpenItemRow) =>
    `${one.no} · ${one.reference || one.text} · ${formatDay(one.dueOn)} · ${formatMoney(fromApi(one.open))}`;
  const whyChosen = (): string | undefined => {
    if (named)
      return t(isCredit(item) ? 'openItems.offsetNamed' : 'openItems.offsetNamedBy', {
        reference: named.reference || named.no,
      });
    return naming.numbers.length > 0
      ? t('openItems.offsetNamedGone', { reference: naming.numbers.join(', ') })
      : undefined;
  };
  if (!first) {
    return (
      <FormDialog
        title={t('openItems.offsetTitle')}
        submit={t('common.close')}
        fields={[]}
        onClose={onClose}
        onSubmit={() => Promise.resolve()}
      >
        <p>{isCredit(item) ? t('openItems.offsetNothingOwed') : t('openItems.offsetNothing')}</p>
      </FormDialog>
    );
  }
  return (
    <FormDialog<{ other: string; amount?: string; bookingDate: string; text?: string }>
      title={t('openItems.offsetTitle')}
      submit={t('openItems.offset')}
      initial={{ other: first.id, amount: toApi(mostToOffset(item, first)), bookingDate: today() }}
      fields={[
        {
          name: 'other',
          label: t('openItems.offsetWith'),
          type: 'select',
          options: others.map((one) => ({ value: one.id, label: label(one) })),
          help: whyChosen(),
        },
        {
          name: 'amount',
          label: t('openItems.offsetAmount'),
          type: 'amount',
          row: 'what',
          ...(others.length === 1 && {
            help: t('openItems.offsetAmountHelp', { most: formatMoney(mostToOffset(item, first)) }),
          }),
        },
        { name: 'bookingDate', label: t('journal.bookingDate'), type: 'day', required: true, row: 'what' },
        { name: 'text', label: t('openItems.text') },
      ]}
      onClose={onClose}
      onSubmit={async ({ other, amount, bookingDate, text }) => {
        const [liability, credit] = isCredit(item) ? [other, item.id] : [item.id, other];
        const done = await offsetOpenItems(
          client.id,
          { liability, credit, bookingDate, ...(amount && { amount }), ...(text && { text }) },
          key.current,
        );
        await refreshClient(client.id);
        announce(t('openItems.offsetDone', { amount: formatMoney(fromApi(done.amount)), entry: done.entryId }));
      }}
    />
  );
}

function Movements({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  const [, change] = useFilters();
  return (
    <section className="section">
      <h3>{t('openItems.movements')}</h3>
      <TableRegion label={t('openItems.movements')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('journal.bookingDate')}</th>
              <th scope="col">{t('journal.number')}</th>
              <th scope="col">{t('openItems.what')}</th>
              <th scope="col" className="amount">
                {t('journal.debit')}
              </th>
              <th scope="col" className="amount">
                {t('journal.credit')}
              </th>
              <th scope="col" className="amount second-to-go" colSpan={2}>
                {t('ledger.balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {item.movements.map((movement, i) => (
              <tr key={i}>
                <td>{formatDay(movement.bookingDate)}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="row-open"
                    onClick={() => change({ entry: movement.entryId, item: undefined }, { push: true })}
                  >
                    {movement.entryId}
                  </button>
                </th>
                <td title={movement.text}>{t(`openItems.moved.${movement.what}`)}</td>
                <AmountCell value={movement.debit} />
                <AmountCell value={movement.credit} />
                <BalanceCells value={movement.balance} dash className="second-to-go" />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function Shares({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  if (item.shares.length === 0) return null;
  return (
    <section className="section">
      <h3>{t('openItems.shares')}</h3>
      <TableRegion label={t('openItems.shares')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('journal.cashAccount')}</th>
              <th scope="col">{t('journal.product')}</th>
              <th scope="col">{t('journal.costCentre')}</th>
              <th scope="col" className="amount">
                {t('openItems.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {item.shares.map((share, i) => (
              <tr key={i}>
                <th scope="row">{share.cashAccount}</th>
                <td>{share.product}</td>
                <td>{share.costCentre}</td>
                <AmountCell value={share.amount} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function History({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  if (item.history.length === 0) return null;
  return (
    <section className="section">
      <h3>{t('openItems.history')}</h3>
      <ul className="plain-accounts">
        {item.history.map((change, i) => (
          <li key={i} className="item-change">
            <span className="quiet">
              {formatInstant(change.at)} · {change.by}
            </span>
            <div>
              {t(`openItems.fields.${change.field as 'due_on'}`, { defaultValue: change.field })}:{' '}
              {said(change.field, change.before)} → {said(change.field, change.after)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Days and account numbers of the history as people write them. */
function said(field: string, value: string | null): string {
  if (value === null || value === '') return '–';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value);
  if (field === 'iban') return formatIban(value);
  if (field === 'discount_amount' && /^-?\d+$/.test(value)) return formatMoney(BigInt(value));
  return value;
}
