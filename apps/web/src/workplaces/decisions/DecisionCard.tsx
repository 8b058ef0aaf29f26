import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentQuery, pageHref } from '~/api/documents';
import type { Coding, CodingLine, DecisionItem } from '~/api/document-types';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, today } from '~/lib/dates';
import { formatMoney, fromApi } from '~/lib/money';
import { Amount } from '~/ui/Amount';
import { Arms } from '~/ui/Arms';
import { ClockIcon, WarnIcon } from '~/ui/icons';
import { ErrorState, ProblemNotice, SkeletonBlock } from '~/ui/States';
import { useAccounts, useCatalogue } from '~/ui/use-catalogue';
import { ForwardDialog, ReturnDialog, useDecision } from '../documents/DecisionBox';
import { counterpartOf, staysInHouse } from '../documents/internal';
import { InvoiceSheet } from '../documents/InvoiceSheet';
import { PagePictures } from '../documents/PagePictures';
import { linesOfShare } from './order';

interface DecisionCardProps {
  item: DecisionItem;
  onDecided: () => void;
  /** Puts it off; absent where nothing else waits. */
  onSkip?: () => void;
}

/** One decision with all it takes: whose money, from whom, how much, what for, the picture, and three large buttons. */
export function DecisionCard({ item, onDecided, onSkip }: DecisionCardProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { document, task, coding } = item;
  const counterpart = counterpartOf(document, t('documents.kinds.internal'));
  // A document of one holder is one share, too, but nobody would call the whole a share.
  const isPart = linesOfShare(coding?.lines ?? [], item.lines).rest.length > 0;
  const { decide, problem, busy } = useDecision({ ...document, clientId: client.id }, task, onDecided);
  const [dialog, setDialog] = useState<'return' | 'forward' | null>(null);
  // On a telephone the picture is asked for; beside a list there is room for it.
  const [looking, setLooking] = useState(() => window.matchMedia('(min-width: 900px)').matches);
  const dialogProps = { task, decide, busy, problem, onClose: () => setDialog(null) };
  return (
    <article className="decision" aria-label={`${document.number} ${counterpart}`}>
      <header className="decision-client" style={{ borderColor: client.colour ?? undefined }}>
        <Arms client={client} size={26} />
        <strong>{client.name}</strong>
        <span className="quiet">{document.number}</span>
      </header>
      <div className="decision-body">
        <h2 tabIndex={-1}>{counterpart || document.number}</h2>
        <p className="decision-amount">
          <Amount value={task.amount} /> EUR
          {task.share !== null && isPart && (
            <span className="quiet decision-share">
              {t('decisions.shareOf', {
                no: task.share,
                gross: document.gross ? formatMoney(fromApi(document.gross)) : '',
              })}
            </span>
          )}
        </p>
        <p>
          {coding?.text}{' '}
          {document.kind !== 'invoice' && document.kind !== 'internal' && (
            <span className="tag">{t(`documents.kinds.${document.kind}`)}</span>
          )}
        </p>
        {document.alarms.map((alarm) => (
          <p key={alarm} className="sign bad">
            <WarnIcon /> {t(`documents.alarms.${alarm as 'WrongClient'}`, { defaultValue: alarm })}
          </p>
        ))}
        <p className={item.overdue ? 'sign bad' : 'quiet'}>
          {item.overdue && <ClockIcon />}
          {t(`documents.steps.${task.step}`)} · {t('decisions.until', { day: formatDay(task.dueOn) })}
          {item.overdue && ` · ${t('decisions.overdue')}`}
        </p>
        {item.deputyFor && <p className="notice">{t('decisions.asDeputy', { name: item.deputyFor.name })}</p>}
        {document.discountOn && document.discountOn >= today() && (
          <p className="sign warn">
            <ClockIcon /> {t('documents.discountOn')} {formatDay(document.discountOn)}
          </p>
        )}
        {coding && <CodingInWords coding={coding} lines={item.lines} />}
        <p className="decision-links">
          <button type="button" className="link" aria-expanded={looking} onClick={() => setLooking(!looking)}>
            {looking ? t('decisions.hidePicture') : t('decisions.picture')}
          </button>
          <ClientLink page={`documents/${document.id}`}>{t('decisions.open')}</ClientLink>
        </p>
        {looking && <Picture clientId={client.id} id={document.id} />}
        {problem !== null && dialog === null && <ProblemNotice error={problem} />}
      </div>
      <footer className="decision-actions">
        {task.step === 'posting' ? (
          <ClientLink page={`documents/${document.id}`} className="decision-post">
            {t('decisions.approveStep.posting')}
          </ClientLink>
        ) : (
          <Button size="md" loading={busy} onClick={() => void decide({ decision: 'approve' })}>
            {t(`decisions.approveStep.${task.step}`)}
          </Button>
        )}
        <Button size="md" variant="default" onClick={() => setDialog('return')}>
          {t('decisions.return')}
        </Button>
        <Button size="md" variant="default" onClick={() => setDialog('forward')}>
          {t('decisions.forward')}
        </Button>
        {onSkip && (
          <Button size="md" variant="subtle" color="gray" onClick={onSkip}>
            {t('decisions.skip')}
          </Button>
        )}
      </footer>
      {dialog === 'return' && <ReturnDialog {...dialogProps} />}
      {dialog === 'forward' && <ForwardDialog {...dialogProps} clientId={client.id} />}
    </article>
  );
}

/** Which budget it is taken from, in words instead of numbers alone; of a split document the own share, the rest on demand. */
function CodingInWords({ coding, lines: places }: { coding: Coding; lines: number[] | null }) {
  const { t } = useTranslation();
  const accounts = useAccounts();
  const products = useCatalogue('products');
  const [showsRest, setShowsRest] = useState(false);
  const { own, rest } = linesOfShare(coding.lines, places);
  const list = (lines: (WordedLine & { amount: string })[], label?: string) => (
    <ul className="decision-lines" aria-label={label}>
      {lines.map((line, i) => (
        <li key={i}>
          <span>
            {accounts.get(line.account)?.name ?? line.account}
            <span className="quiet">
              {' '}
              {[
                line.account,
                line.product && `${line.product} ${products.byCode.get(line.product)?.name ?? ''}`,
                line.costCentre && `${t('ledger.costCentreShort')} ${line.costCentre}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {line.text && line.text !== coding.text && <div>{line.text}</div>}
          </span>
          <span className="amount">
            <Amount value={line.amount} />
          </span>
        </li>
      ))}
    </ul>
  );
  const worded = (lines: CodingLine[]) => lines.map((line) => ({ ...line, amount: line.gross }));
  if (staysInHouse(coding))
    return (
      <>
        <p className="quiet">{t('orders.debitSide')}</p>
        {list(worded(own), t('orders.debitSide'))}
        <p className="quiet">{t('orders.creditSide')}</p>
        {list(
          coding.prepaid.map((part) => ({ ...part, account: part.account ?? '' })),
          t('orders.creditSide'),
        )}
      </>
    );
  return (
    <>
      {list(worded(own))}
      {rest.length > 0 && (
        <p className="decision-links">
          <button type="button" className="link" aria-expanded={showsRest} onClick={() => setShowsRest(!showsRest)}>
            {showsRest ? t('decisions.hideRest') : t('decisions.showRest', { count: rest.length })}
          </button>
        </p>
      )}
      {showsRest && list(worded(rest), t('decisions.rest'))}
    </>
  );
}

type WordedLine = Pick<CodingLine, 'account' | 'product'> & Partial<Pick<CodingLine, 'costCentre' | 'text'>>;

function Picture({ clientId, id }: { clientId: number; id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(documentQuery(clientId, id));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonBlock lines={8} />;
  if (data.pages > 0)
    return (
      <PagePictures
        count={data.pages}
        title={data.number}
        href={(page, width) => pageHref(clientId, id, page, width)}
      />
    );
  if (data.invoice) return <InvoiceSheet invoice={data.invoice} withTerms={false} />;
  return <p className="quiet">{t('documents.noFile')}</p>;
}
