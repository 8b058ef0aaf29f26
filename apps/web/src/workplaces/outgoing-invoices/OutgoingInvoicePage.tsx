import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  issueOutgoingInvoice,
  type OutgoingInvoice,
  outgoingFileHref,
  outgoingInvoiceQuery,
  removeOutgoingInvoice,
} from '~/api/outgoing-invoices';
import { queryClient, refreshClient } from '~/api/query-client';
import { useClient, useMay, useSession } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { announce } from '~/ui/Announcer';
import { BackLink } from '~/ui/BackLink';
import { confirm } from '~/ui/Confirm';
import { FormDialog } from '~/ui/FormDialog';
import { Page } from '~/ui/Page';
import { ReasonedButton } from '~/ui/ReasonedButton';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { InvoiceEditor } from './InvoiceEditor';
import { IssuedInvoice } from './IssuedInvoice';
import { MissingList } from './MissingList';
import { OwnStateTag } from './OwnInvoiceTable';
import { useDraft } from './use-draft';
import '../booking/booking.css';
import '../documents/documents.css';
import '../orders/orders.css';
import './outgoing.css';

/** An own invoice: the draft with its editor and what still stands against it, or what went out and stands for ever. */
export function OutgoingInvoicePage() {
  const { t } = useTranslation();
  const client = useClient();
  const { invoiceId } = useParams({ strict: false }) as { invoiceId: string };
  const {
    data: invoice,
    error,
    refetch,
  } = useQuery({
    ...outgoingInvoiceQuery(client.id, invoiceId),
    enabled: invoiceId !== 'new',
  });
  if (invoiceId === 'new') return <NewInvoice />;
  if (invoice?.state === 'draft') return <Draft key={invoice.id} invoice={invoice} />;
  return (
    <Page
      title={
        invoice
          ? t('ownInvoices.numbered', { kind: t(`ownInvoices.kinds.${invoice.kind}`), number: invoice.number })
          : t('ownInvoices.title')
      }
      back={<BackLink page="outgoing-invoices">{t('ownInvoices.title')}</BackLink>}
      aside={invoice && <OwnStateTag state={invoice.state} />}
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!invoice && !error && <SkeletonBlock lines={16} />}
        {invoice && <IssuedInvoice invoice={invoice} />}
      </div>
    </Page>
  );
}

function NewInvoice() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [filters] = useFilters();
  const form = useRef<HTMLFormElement>(null);
  const work = useDraft({
    invoice: null,
    initial: {
      ...(filters.partner && { partnerId: filters.partner }),
      ...(filters.corrects && { corrects: filters.corrects, kind: 'credit-note' }),
    },
    onCreated: (id) =>
      void navigate({
        to: `/clients/${client.key}/outgoing-invoices/${id}` as '/',
        search: {} as never,
        replace: true,
      }),
  });
  const readOnly = !may('invoicing:write');
  return (
    <Page
      title={t('ownInvoices.newTitle')}
      back={<BackLink page="outgoing-invoices">{t('ownInvoices.title')}</BackLink>}
    >
      <div className="page-body">
        {readOnly && <p className="notice">{t('ownInvoices.why.write')}</p>}
        <InvoiceEditor work={work} form={form} readOnly={readOnly} />
      </div>
    </Page>
  );
}

function Draft({ invoice }: { invoice: OutgoingInvoice }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const work = useDraft({ invoice, onCreated: () => undefined });
  const readOnly = !may('invoicing:write');
  const remove = async () => {
    const sure = await confirm({
      title: t('ownInvoices.removeTitle'),
      text: t('ownInvoices.removeText', { name: invoice.partner.name }),
      yes: t('ownInvoices.remove'),
      danger: true,
    });
    if (!sure) return;
    await removeOutgoingInvoice(client.id, invoice).then(
      async () => {
        announce(t('ownInvoices.removed'));
        await navigate({ to: `/clients/${client.key}/outgoing-invoices` as '/' });
        await refreshClient(client.id);
      },
      (error: Error) => announce(error.message, 'bad'),
    );
  };
  return (
    <Page
      title={t('ownInvoices.draftOf', {
        kind: t(`ownInvoices.kinds.${invoice.kind}`),
        name: invoice.partner.name,
      })}
      back={<BackLink page="outgoing-invoices">{t('ownInvoices.title')}</BackLink>}
      aside={
        <span className="quiet">
          {t('ownInvoices.draftedBy')} {invoice.draftedBy}, {formatInstant(invoice.draftedAt)}
        </span>
      }
      actions={
        <>
          {may('documents:read') && (
            <Button
              variant="default"
              component="a"
              href={outgoingFileHref(client.id, invoice.id, 'preview')}
              download
              disabled={work.isDirty}
            >
              {t('ownInvoices.preview')}
            </Button>
          )}
          {!readOnly && (
            <Button variant="subtle" color="gray" onClick={() => void remove()}>
              {t('ownInvoices.remove')}
            </Button>
          )}
        </>
      }
    >
      <div className="page-body own-columns">
        <InvoiceEditor work={work} form={form} readOnly={readOnly} />
        <aside className="own-side" aria-label={t('ownInvoices.check')}>
          <MissingList invoice={invoice} mask={work.mask} isDirty={work.isDirty} form={form} />
          <Issue invoice={invoice} isDirty={work.isDirty} />
        </aside>
      </div>
    </Page>
  );
}

/** Goes out by somebody else than who drafted it; a greyed button says why. */
function Issue({ invoice, isDirty }: { invoice: OutgoingInvoice; isDirty: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  const session = useSession();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const key = useRef(crypto.randomUUID());
  const reason = reasonAgainst();

  function reasonAgainst(): string | null {
    if (!may('documents:decide')) return t('ownInvoices.why.permission');
    if (!invoice.mayIssue)
      return invoice.draftedBy === session.user.displayName ? t('ownInvoices.why.own') : t('ownInvoices.why.concerned');
    if (isDirty) return t('ownInvoices.why.unsaved');
    if (invoice.missing.length > 0) return t('ownInvoices.why.missing', { count: invoice.missing.length });
    return null;
  }

  return (
    <div className="own-issue">
      <ReasonedButton reason={reason} onClick={() => setAsking(true)}>
        {t('ownInvoices.issue')}
      </ReasonedButton>
      {asking && (
        <FormDialog<{ bookingDate?: string }>
          title={t('ownInvoices.issueTitle')}
          submit={t('ownInvoices.issue')}
          fields={[
            {
              name: 'bookingDate',
              label: t('ownInvoices.bookingDate'),
              type: 'day',
              help: t('ownInvoices.bookingDateHelp'),
            },
          ]}
          onClose={() => setAsking(false)}
          onSubmit={async (body) => {
            const issued = await issueOutgoingInvoice(
              client.id,
              invoice.id,
              { ...body, version: invoice.version },
              key.current,
            );
            announce(t('ownInvoices.issuedNow', { number: issued.number }));
            queryClient.setQueryData(outgoingInvoiceQuery(client.id, invoice.id).queryKey, issued);
            await refreshClient(client.id);
          }}
        >
          <p>{t('ownInvoices.issueHelp')}</p>
        </FormDialog>
      )}
    </div>
  );
}
