import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commentDocument } from '~/api/documents';
import type { DocumentDetail, DocumentEvent } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant } from '~/lib/dates';
import { formatMoney, fromApi } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { ProblemNotice } from '~/ui/States';
import { spanOf, useDuration } from './duration';

/** Everything that happened to the document, by whom and how long it took; and where it is now. */
export function History({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const events = [...document.history].sort((a, b) => a.at.localeCompare(b.at));
  const open = document.tasks.filter((task) => task.state === 'open');
  return (
    <div className="history">
      {open.length > 0 && (
        <section className="notice">
          <h3>{t('history.now')}</h3>
          <ul>
            {open.map((task) => (
              <li key={task.no}>
                {t('history.waits', {
                  step: t(`documents.steps.${task.step}`),
                  who:
                    task.people.map((person) => person.name).join(', ') ||
                    (task.role ? t(`roles.${task.role}`) : t('history.nobody')),
                })}{' '}
                {t('history.since', { at: formatInstant(task.openedAt), span: duration(task.openedAt, null) })}
                {task.share !== null && ` · ${t('coding.shareNo', { no: task.share })}`}
                {task.dueOn && ` · ${t('history.due', { day: formatDay(task.dueOn) })}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Related document={document} />
      <ol className="events">
        {events.map((event, i) => (
          <li key={event.id}>
            <span className="event-when">
              {formatInstant(event.at)}
              {i > 0 && spanOf(events[i - 1]!.at, event.at).count > 0 && (
                <span className="quiet">{t('history.after', { span: duration(events[i - 1]!.at, event.at) })}</span>
              )}
            </span>
            <span>
              <strong>
                {t(`history.kinds.${event.kind as 'received'}`, { defaultValue: event.kind })}
                <StepOf event={event} />
              </strong>{' '}
              <span className="quiet">{event.byName}</span>
              {event.note && <p className="pre-line">{event.note}</p>}
            </span>
          </li>
        ))}
      </ol>
      <Comment document={document} />
    </div>
  );
}

/** Which step was decided, for whom somebody stood in, and to whom it went. */
function StepOf({ event }: { event: DocumentEvent }) {
  const { t } = useTranslation();
  const { step, deputyFor, to } = event.detail as {
    step?: string;
    deputyFor?: { name: string };
    to?: { name: string } | string;
  };
  const words = [
    step && t(`documents.steps.${step as 'order'}`, { defaultValue: step }),
    deputyFor && t('decisions.deputyShort', { name: deputyFor.name }),
  ].filter(Boolean);
  const target = typeof to === 'object' && to !== null ? ` → ${to.name}` : '';
  return words.length > 0 || target ? <>{`: ${words.join(' · ')}${target}`}</> : null;
}

/** The entry, the open items and the documents around this one, each one click away. */
export function Related({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const [, change] = useFilters();
  const { links } = document;
  if (document.entries.length === 0 && links.length === 0) return null;
  return (
    <dl className="facts">
      {document.entries.length > 0 && (
        <>
          <dt>{t('history.entries')}</dt>
          <dd>
            {document.entries.map((entry) => (
              <span key={entry.id} className="inline-item">
                <ClientLink page={`entries/${entry.id}`}>{entry.id}</ClientLink>{' '}
                {entry.bookingDate && formatDay(entry.bookingDate)}
              </span>
            ))}
          </dd>
        </>
      )}
      {links.map((link) => (
        <div key={link.kind + link.id} style={{ display: 'contents' }}>
          <dt>{t(`history.links.${link.kind as 'corrects'}`, { defaultValue: link.kind })}</dt>
          <dd>
            {link.kind === 'open-item' ? (
              <button
                type="button"
                className="link"
                onClick={() => change({ item: link.id, entry: undefined }, { push: true })}
              >
                {link.number}
              </button>
            ) : (
              <ClientLink page={`${link.kind === 'partner' ? 'partners' : 'documents'}/${link.id}`}>
                {link.number ?? link.id}
              </ClientLink>
            )}{' '}
            {link.label}
            {link.amount && ` · ${formatMoney(fromApi(link.amount))} EUR`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Comment({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await commentDocument(client.id, document.id, text.trim());
      setText('');
      await refreshClient(client.id);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="form">
      {problem !== null && <ProblemNotice error={problem} />}
      <Textarea
        label={t('history.comment')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="form-actions">
        <Button variant="default" disabled={text.trim() === ''} loading={busy} onClick={() => void send()}>
          {t('history.addComment')}
        </Button>
      </div>
    </div>
  );
}
