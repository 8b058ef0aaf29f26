import { useTranslation } from 'react-i18next';
import type { LedgerLine, LedgerPage } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { AmountCell, BalanceCells } from '~/ui/Amount';
import { SkeletonRows } from '~/ui/States';

interface LedgerTableProps {
  pages: LedgerPage[] | undefined;
  loading: boolean;
  open: (entryId: string) => void;
  /** On control accounts each line leads to its open item. */
  openItem?: (id: string) => void;
  current?: string;
  /** For the side panel: date, text and amounts only. */
  short?: boolean;
}

/** The lines of an account with running balance, carried forward on top and summed up below. */
export function LedgerTable({ pages, loading, open, openItem, current, short = false }: LedgerTableProps) {
  const { t } = useTranslation();
  const first = pages?.[0];
  const totals = pages?.at(-1)?.totals;
  return (
    <table className="ledger" aria-busy={loading}>
      <thead>
        <tr>
          <th scope="col">{t('journal.bookingDate')}</th>
          <th scope="col">{t('journal.number')}</th>
          {!short && (
            <th scope="col" className="first-to-go">
              {t('journal.reference')}
            </th>
          )}
          <th scope="col">{t('journal.text')}</th>
          {!short && (
            <>
              <th scope="col" className="second-to-go">
                {t('ledger.contra')}
              </th>
              <th scope="col" className="first-to-go">
                {t('journal.product')}
              </th>
              <th scope="col" className="first-to-go">
                {t('ledger.costCentreShort')}
              </th>
            </>
          )}
          <th scope="col" className="amount">
            {t('journal.debit')}
          </th>
          <th scope="col" className="amount">
            {t('journal.credit')}
          </th>
          {!short && (
            <th scope="col" className="amount second-to-go" colSpan={2}>
              {t('ledger.balance')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {first && !short && (
          <tr className="carried">
            <Lead label={t('ledger.opening')} short={short} />
            <td />
            <td />
            <BalanceCells value={first.opening} dash className="second-to-go" />
          </tr>
        )}
        {pages?.flatMap((page) =>
          page.items.map((line) => (
            <Line
              key={`${line.entryId}.${line.lineNo}`}
              line={line}
              short={short}
              open={open}
              openItem={openItem}
              current={line.entryId === current}
            />
          )),
        )}
        {loading && !first && <SkeletonRows columns={short ? 5 : 11} rows={short ? 8 : 30} />}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <Lead label={t('common.total')} short={short} />
            <AmountCell value={totals.debit} />
            <AmountCell value={totals.credit} />
            {!short && <BalanceCells value={totals.closing} className="second-to-go" />}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The cells before the figures of a carried or summed line, with the same columns hidden as elsewhere. */
function Lead({ label, short }: { label: string; short: boolean }) {
  return (
    <>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      {!short && <td className="first-to-go" />}
      <td />
      {!short && (
        <>
          <td className="second-to-go" />
          <td className="first-to-go" />
          <td className="first-to-go" />
        </>
      )}
    </>
  );
}

interface LineProps {
  line: LedgerLine;
  short: boolean;
  current: boolean;
  open: (entryId: string) => void;
  openItem?: (id: string) => void;
}

function Line({ line, short, current, open, openItem }: LineProps) {
  const { t } = useTranslation();
  return (
    <tr data-current={current}>
      <td>{formatDay(line.bookingDate)}</td>
      <th scope="row">
        <button type="button" className="row-open" onClick={() => open(line.entryId)}>
          {line.entryId}
        </button>
      </th>
      {!short && <td className="first-to-go">{line.reference}</td>}
      <td className="grow tight" title={line.text ?? undefined}>
        {line.openItem && openItem && (
          <button type="button" className="link item-of-line" onClick={() => openItem(line.openItem!.id)}>
            {t('openItems.ofLine', { no: line.openItem.no })}
          </button>
        )}
        {line.text}
      </td>
      {!short && (
        <>
          <td className="second-to-go">{line.contra === 'diverse' ? t('ledger.diverse') : line.contra}</td>
          <td className="first-to-go">{line.product}</td>
          <td className="first-to-go">{line.costCentre}</td>
        </>
      )}
      <AmountCell value={line.debit} />
      <AmountCell value={line.credit} />
      {!short && <BalanceCells value={line.balance} dash className="second-to-go" />}
    </tr>
  );
}
