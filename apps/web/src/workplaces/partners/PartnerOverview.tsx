import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openItemsQuery } from '~/api/open-items';
import type { Partner } from '~/api/partners';
import { useBooks, useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { useFilters } from '~/lib/search-params';
import { Amount } from '~/ui/Amount';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { OpenItemTable } from '../open-items/OpenItemTable';
import { BankAccounts } from './BankAccounts';
import { OwnMatters } from './OwnMatters';

/** What is open, where to it is paid, how to reach them: the questions asked on the telephone. */
export function PartnerOverview({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const { asOf } = useBooks();
  const [filters, change] = useFilters();
  const list = useInfiniteQuery(openItemsQuery(client.id, { partner: partner.id, asOf }));
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className="partner-columns">
      <section>
        <dl className="partner-figures">
          <div>
            <dt>{t('partners.liabilities')}</dt>
            <dd>
              <Amount value={list.data?.pages[0]?.totals.liabilities ?? partner.liabilities} /> €
            </dd>
          </div>
          <div>
            <dt>{t('partners.claims')}</dt>
            <dd>
              <Amount value={list.data?.pages[0]?.totals.claims ?? partner.claims} /> €
            </dd>
          </div>
        </dl>
        <header className="aside-head">
          <h2>{t('partners.openItems')}</h2>
          <ClientLink page="open-items" search={{ partner: partner.id, state: 'all' }}>
            {t('partners.allOpenItems')}
          </ClientLink>
        </header>
        {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
        {!items && !list.error && <SkeletonBlock lines={6} />}
        {items?.length === 0 && <p className="quiet">{t('partners.noOpenItems')}</p>}
        {items && items.length > 0 && (
          <TableRegion label={t('partners.openItems')}>
            <OpenItemTable
              items={items}
              loading={list.isFetching}
              short
              current={filters.item}
              open={(item) => change({ item }, { push: !filters.item })}
            />
          </TableRegion>
        )}
        {list.hasNextPage && (
          <button type="button" className="link" onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </section>
      <div>
        <BankAccounts partner={partner} />
        <Contact partner={partner} />
        <OwnMatters partner={partner} />
      </div>
    </div>
  );
}

function Contact({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const { address } = partner;
  const facts = [
    [
      t('partners.field.phone'),
      partner.phone && <a href={`tel:${partner.phone.replace(/[^\d+]/g, '')}`}>{partner.phone}</a>,
    ],
    [t('partners.field.email'), partner.email && <a href={`mailto:${partner.email}`}>{partner.email}</a>],
    [t('partners.field.vatId'), partner.vatId],
    [t('partners.field.leitwegId'), partner.leitwegId],
    [t('partners.field.paymentTermDays'), partner.paymentTermDays],
    [t('partners.field.note'), partner.note],
  ] as const;
  return (
    <section className="section">
      <h2>{t('partners.contact')}</h2>
      <dl className="facts">
        <dt>{t('partners.field.address')}</dt>
        <dd>
          {address
            ? [
                address.street,
                address.addition,
                `${address.postalCode} ${address.city}`,
                address.country === 'DE' ? '' : address.country,
              ]
                .filter((part) => part.trim() !== '')
                .join(', ')
            : t('partners.noAddress')}
        </dd>
        {facts.map(
          ([label, value]) =>
            value !== null &&
            value !== '' && (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
