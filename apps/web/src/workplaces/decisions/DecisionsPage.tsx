import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { myDecisionsQuery } from '~/api/documents';
import type { DecisionItem } from '~/api/document-types';
import { ClientContext, useSession } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { useKeys } from '~/lib/keys';
import { AmountCell } from '~/ui/Amount';
import { Arms } from '~/ui/Arms';
import { ClockIcon } from '~/ui/icons';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { counterpartOf } from '../documents/internal';
import { DecisionCard } from './DecisionCard';
import { byDeadline, currentOf, followingOf, keyOf } from './order';
import '../documents/documents.css';
import './decisions.css';

/** Everything that waits for the person signed in, over all clients; on a telephone one card after the other. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const { data, error, refetch } = useQuery(myDecisionsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set());
  const [decided, setDecided] = useState(0);
  const items = useMemo(() => [...(data ?? [])].sort(byDeadline), [data]);
  const current = currentOf(items, chosen, putOff);
  const position = current ? items.indexOf(current) + 1 : 0;
  const client = session.clients.find((one) => one.id === current?.clientId);
  const step = (by: number) => {
    const next = items[Math.min(Math.max(position - 1 + by, 0), items.length - 1)];
    if (next) setChosen(keyOf(next));
  };
  // What had the focus is gone with the card that was decided: the next one takes it, so that nobody starts at the top.
  const left = useRef<string | null>(null);
  const shown = current ? keyOf(current) : null;
  useEffect(() => {
    if (!data || left.current === null || left.current === shown) return;
    left.current = null;
    (document.querySelector<HTMLElement>('.decision h2') ?? document.getElementById('main'))?.focus();
  }, [data, shown]);
  const leave = (item: DecisionItem) => {
    left.current = keyOf(item);
    setChosen(followingOf(items, keyOf(item)));
  };
  useKeys(t('decisions.title'), [
    { keys: ['j'], shown: 'J', label: t('documents.keys.next'), run: () => step(1) },
    { keys: ['k'], shown: 'K', label: t('documents.keys.before'), run: () => step(-1) },
  ]);

  return (
    <Page
      title={t('decisions.title')}
      fill
      aside={
        items.length > 0 && (
          <span className="quiet" aria-live="polite">
            {t('decisions.position', { position, count: items.length })}
          </span>
        )
      }
    >
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <div className="page-body">
          <SkeletonBlock lines={10} />
        </div>
      )}
      {data && items.length === 0 && (
        <EmptyState title={decided > 0 ? t('decisions.allDone') : t('decisions.none')}>
          <p>{t('decisions.noneHint')}</p>
        </EmptyState>
      )}
      {current && client && (
        <div className="decisions">
          <DecisionList items={items} current={current} choose={setChosen} />
          <ClientContext.Provider value={client}>
            <DecisionCard
              key={keyOf(current)}
              item={current}
              onDecided={() => {
                setDecided(decided + 1);
                leave(current);
              }}
              onSkip={
                items.length > 1
                  ? () => {
                      setPutOff(new Set([...putOff, keyOf(current)]));
                      leave(current);
                    }
                  : undefined
              }
            />
          </ClientContext.Provider>
        </div>
      )}
    </Page>
  );
}

interface DecisionListProps {
  items: DecisionItem[];
  current: DecisionItem;
  choose: (key: string) => void;
}

function DecisionList({ items, current, choose }: DecisionListProps) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <TableRegion label={t('decisions.list')} fills>
      <table className="ledger roomy">
        <thead>
          <tr>
            <th scope="col">{t('decisions.deadline')}</th>
            <th scope="col">{t('frame.client')}</th>
            <th scope="col">{t('documents.supplier')}</th>
            <th scope="col" className="amount">
              {t('documents.amount')}
            </th>
            <th scope="col">{t('decisions.step')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const client = session.clients.find((one) => one.id === item.clientId);
            const late = item.overdue;
            return (
              <tr key={keyOf(item)} data-current={item === current}>
                <td>
                  {late ? (
                    <span className="sign bad">
                      {formatDay(item.task.dueOn)} <ClockIcon />
                      <span className="sr-only">{t('decisions.overdue')}</span>
                    </span>
                  ) : (
                    formatDay(item.task.dueOn)
                  )}
                </td>
                <td>
                  <span className="inline-arms">
                    {client && <Arms client={client} size={16} />} {client?.shortName ?? client?.name}
                  </span>
                </td>
                <th scope="row" className="wraps">
                  <button type="button" className="row-open" onClick={() => choose(keyOf(item))}>
                    {counterpartOf(item.document, t('documents.kinds.internal')) || item.document.number}
                  </button>
                  {item.coding?.text && <div className="quiet">{item.coding.text}</div>}
                </th>
                <AmountCell value={item.task.amount} />
                <td>
                  {t(`documents.stepShort.${item.task.step}`)}
                  {item.deputyFor && (
                    <div className="quiet">{t('decisions.deputyShort', { name: item.deputyFor.name })}</div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
