import { useTranslation } from 'react-i18next';
import type { OpenItemRow } from '~/api/open-items';
import { formatDay, today } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { StopIcon, WarnIcon } from '~/ui/icons';
import { SkeletonRows } from '~/ui/States';
import { daysPast } from './item-due';

interface OpenItemTableProps {
  items: OpenItemRow[];
  loading: boolean;
  open: (id: string) => void;
  current?: string;
  /** On the partner's own page: without partner, discount and kind. */
  short?: boolean;
}

/** Claims and liabilities by due date; each line opens what moved it. */
export function OpenItemTable({ items, loading, open, current, short = false }: OpenItemTableProps) {
  const { t } = useTranslation();
  return (
    <table className="ledger open-items" aria-busy={loading}>
      <thead>
        <tr>
          <th scope="col">{t('openItems.no')}</th>
          {!short && <th scope="col">{t('openItems.partner')}</th>}
          <th scope="col" className={short ? undefined : 'second-to-go'}>
            {t('openItems.reference')}
          </th>
          <th scope="col" className="first-to-go second-to-go">
            {t('openItems.text')}
          </th>
          {!short && (
            <th scope="col" className="first-to-go second-to-go">
              {t('openItems.kind')}
            </th>
          )}
          <th scope="col">{t('openItems.dueOn')}</th>
          <th scope="col" className="second-to-go">
            {t('openItems.signs')}
          </th>
          {!short && (
            <>
              <th scope="col" className="first-to-go second-to-go">
                {t('openItems.discountOn')}
              </th>
              <th scope="col" className="amount first-to-go second-to-go">
                {t('openItems.discountAmount')}
              </th>
            </>
          )}
          <th scope="col" className="amount first-to-go second-to-go">
            {t('openItems.amount')}
          </th>
          <th scope="col" className="amount">
            {t('openItems.open')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemLine key={item.id} item={item} short={short} open={open} current={item.id === current} />
        ))}
        {loading && items.length === 0 && <SkeletonRows columns={short ? 7 : 11} rows={short ? 5 : 25} />}
      </tbody>
    </table>
  );
}

interface ItemLineProps {
  item: OpenItemRow;
  short: boolean;
  current: boolean;
  open: (id: string) => void;
}

function ItemLine({ item, short, current, open }: ItemLineProps) {
  const { t } = useTranslation();
  const lapsed = item.discountOn !== null && item.discountOn < today();
  return (
    <tr data-current={current}>
      <th scope="row">
        <button type="button" className="row-open" onClick={() => open(item.id)}>
          {item.no}
        </button>
      </th>
      {!short && (
        <td className="grow tight" title={item.partner.name}>
          {item.state === 'open' && (item.paymentBlock ?? item.partner.paymentBlock) && (
            <span className="only-narrow sign bad item-stop">
              <StopIcon /> <span className="sr-only">{t('openItems.isBlocked')}</span>
            </span>
          )}
          {item.partner.name}
        </td>
      )}
      <td className={short ? 'clip' : 'second-to-go clip'} title={item.reference}>
        {item.reference}
      </td>
      <td className="grow first-to-go second-to-go" title={item.text}>
        {item.text}
      </td>
      {!short && <td className="first-to-go second-to-go">{t(`openItems.kindOne.${item.kind}`)}</td>}
      <td>{formatDay(item.dueOn)}</td>
      <td className="second-to-go">
        <ItemSigns item={item} />
      </td>
      {!short && (
        <>
          <td className={`first-to-go second-to-go ${lapsed ? 'quiet' : ''}`}>
            {lapsed ? <s>{formatDay(item.discountOn)}</s> : formatDay(item.discountOn)}
          </td>
          <AmountCell value={item.discountAmount} className="first-to-go second-to-go" />
        </>
      )}
      <AmountCell value={item.amount} className="first-to-go second-to-go" />
      <AmountCell value={item.open} dash />
    </tr>
  );
}

type Signs = Pick<OpenItemRow, 'state' | 'dueOn' | 'paymentBlock' | 'partner' | 'retention' | 'open' | 'amount'>;

/** Overdue, blocked, kept back: in words with a picture, never by colour alone. */
export function ItemSigns({ item }: { item: Signs }) {
  const { t } = useTranslation();
  const past = daysPast(item.dueOn, today());
  const block =
    item.paymentBlock ??
    (item.partner.paymentBlock && t('openItems.blockOfPartner', { reason: item.partner.paymentBlock }));
  if (item.state !== 'open') return <span className="tag">{t(`openItems.states.${item.state}`)}</span>;
  return (
    <span className="signs">
      {block && (
        <span className="sign bad" title={block}>
          <StopIcon /> {t('openItems.isBlocked')}
        </span>
      )}
      {item.retention && <span className="tag">{t('openItems.isRetention')}</span>}
      {item.amount.startsWith('-') ? (
        <span className="tag">{t('openItems.creditNote')}</span>
      ) : (
        past >= 0 && (
          <span className={past > 0 ? 'sign warn' : 'sign'}>
            {past > 0 && <WarnIcon />} {past > 0 ? t('openItems.overdue', { count: past }) : t('openItems.dueToday')}
          </span>
        )
      )}
    </span>
  );
}
