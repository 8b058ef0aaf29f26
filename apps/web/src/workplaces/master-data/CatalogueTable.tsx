import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '~/api/master-data';
import type { Account, CostCentre, Product } from '~/api/types';
import { ClientLink } from '~/frame/ClientLink';
import { rowHeight } from '~/ui/row-height';
import { SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

export type Item = Account | Product | CostCentre;
export const codeOf = (item: Item): string => ('number' in item ? item.number : item.code);
const isPostable = (item: Item): boolean => !('postable' in item) || item.postable;

interface CatalogueTableProps {
  catalogue: Catalogue;
  items: Item[] | undefined;
  edit?: (item: Item) => void;
  addBelow?: (item: Item) => void;
}

/** A long catalogue as one list; headings of the frame in bold, what can be posted to below them. */
export function CatalogueTable({ catalogue, items, edit, addBelow }: CatalogueTableProps) {
  const { t } = useTranslation();
  const region = useRef<HTMLDivElement>(null);
  const count = items?.length ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => region.current,
    estimateSize: rowHeight,
    overscan: 24,
  });
  const rows = virtual.getVirtualItems();
  const before = rows[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  const isChart = catalogue === 'accounts';
  const columns = isChart ? 6 : 3;
  return (
    <TableRegion label={t('masterData.list')} fills ref={region}>
      <table className="ledger long" aria-rowcount={count + 1} aria-busy={!items}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('masterData.number')}</th>
            <th scope="col">{t('ledger.name')}</th>
            {isChart && (
              <>
                <th scope="col" className="second-to-go">
                  {t('masterData.kind')}
                </th>
                <th scope="col" className="second-to-go">
                  {t('masterData.statementLine')}
                </th>
                <th scope="col" className="second-to-go">
                  {t('journal.cashAccount')}
                </th>
              </>
            )}
            <th scope="col">
              <span className="sr-only">{t('common.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {!items && <SkeletonRows columns={columns} rows={30} />}
          {before > 0 && <Spacer height={before} columns={columns} />}
          {rows.map(({ index }) => (
            <Row key={codeOf(items![index]!)} item={items![index]!} index={index} edit={edit} addBelow={addBelow} />
          ))}
          {after > 0 && <Spacer height={after} columns={columns} />}
        </tbody>
      </table>
    </TableRegion>
  );
}

const Spacer = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden="true">
    <td colSpan={columns} style={{ height, padding: 0 }} />
  </tr>
);

interface RowProps {
  item: Item;
  index: number;
  edit?: (item: Item) => void;
  addBelow?: (item: Item) => void;
}

function Row({ item, index, edit, addBelow }: RowProps) {
  const { t } = useTranslation();
  const code = codeOf(item);
  const account = 'number' in item ? item : null;
  return (
    <tr aria-rowindex={index + 2} data-fifth={index % 5 === 4} className={isPostable(item) ? undefined : 'heading-row'}>
      <th scope="row">
        {account?.postable ? (
          <ClientLink page={`ledger/${code}`} className="row-open">
            {code}
          </ClientLink>
        ) : (
          code
        )}
      </th>
      <td className="grow" title={item.name} style={{ paddingLeft: 8 + Math.min(code.length, 6) * 6 }}>
        {item.name} {'origin' in item && item.origin === 'own' && <span className="tag">{t('masterData.own')}</span>}{' '}
        {item.locked && <span className="tag warn">{t('masterData.locked')}</span>}
      </td>
      {account && (
        <>
          <td className="second-to-go">
            {t(`accountKinds.${account.kind as 'asset'}`, { defaultValue: account.kind })}
            {account.liquid && ` · ${t('masterData.liquid')}`}
          </td>
          <td className="second-to-go">{account.statementLine}</td>
          <td className="second-to-go">{account.defaultCashAccount}</td>
        </>
      )}
      <td style={{ textAlign: 'right' }}>
        {addBelow && (
          <button
            type="button"
            className="link row-action second-to-go"
            aria-label={`${t('masterData.addBelow')}: ${code}`}
            onClick={() => addBelow(item)}
          >
            {t('masterData.addBelow')}
          </button>
        )}
        {edit && (
          <button
            type="button"
            className="link row-action"
            aria-label={`${t('common.change')}: ${code}`}
            onClick={() => edit(item)}
          >
            {t('common.change')}
          </button>
        )}
      </td>
    </tr>
  );
}
