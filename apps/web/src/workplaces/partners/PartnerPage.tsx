import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { partnerQuery } from '~/api/partners';
import { useClient, useMay } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { BackLink } from '~/ui/BackLink';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { Tabs } from '~/ui/Tabs';
import { MasterData } from './MasterData';
import { PartnerDocuments } from './PartnerDocuments';
import { PartnerHistory } from './PartnerHistory';
import { PartnerOverview } from './PartnerOverview';
import { PartnerSigns } from './PartnersPage';
import { Statement } from './Statement';
import '../documents/documents.css';
import './partners.css';

const VIEWS = ['overview', 'data', 'statement', 'documents', 'history'] as const;
type View = (typeof VIEWS)[number];

/** Everything about one partner: what is open, where it is paid to, who it is and was. */
export function PartnerPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const { partnerId } = useParams({ strict: false }) as { partnerId: string };
  const [filters, change] = useFilters();
  const { data: partner, error, refetch } = useQuery(partnerQuery(client.id, partnerId));
  const view: View = VIEWS.find((one) => one === filters.view) ?? 'overview';
  return (
    <Page
      title={
        partner
          ? `${partner.name} · ${partner.number}${partner.formerNumber ? ` (${t('partners.formerNumber', { number: partner.formerNumber })})` : ''}`
          : t('partners.title')
      }
      back={<BackLink page="partners">{t('partners.title')}</BackLink>}
      aside={partner && <PartnerSigns partner={partner} />}
      actions={
        partner &&
        may('invoicing:write') && (
          <Button
            variant="default"
            onClick={() =>
              void navigate({
                to: `/clients/${client.key}/outgoing-invoices/new` as '/',
                search: { partner: partner.id } as never,
              })
            }
          >
            {t('partners.invoiceWrite')}
          </Button>
        )
      }
    >
      <div className="partner-tabs">
        <Tabs
          label={t('partners.views')}
          tabs={VIEWS.map((id) => ({ id, label: t(`partners.view.${id}`) }))}
          current={view}
          choose={(next) => change({ view: next === 'overview' ? undefined : next })}
        />
      </div>
      <div className="page-body" role="tabpanel" aria-label={t(`partners.view.${view}`)}>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!partner && !error && <SkeletonBlock lines={16} />}
        {partner && (
          <>
            {partner.paymentBlock && (
              <p className="notice bad">{t('partners.blockedBecause', { reason: partner.paymentBlock })}</p>
            )}
            {view === 'overview' && <PartnerOverview partner={partner} />}
            {view === 'data' && <MasterData key={partner.version} partner={partner} />}
            {view === 'statement' && <Statement partner={partner} />}
            {view === 'documents' && <PartnerDocuments partner={partner} />}
            {view === 'history' && <PartnerHistory partner={partner} />}
            <p className="quiet section">
              {t('partners.since', {
                at: formatInstant(partner.createdAt),
                by: partner.createdBy,
                changedAt: formatInstant(partner.changedAt),
                changedBy: partner.changedBy,
              })}
            </p>
          </>
        )}
      </div>
    </Page>
  );
}
