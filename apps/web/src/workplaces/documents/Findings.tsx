import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptDocument, fileDocument, letterQuery, rejectDocument } from '~/api/documents';
import type { Alarm, DocumentDetail, Finding, Letter } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { StopIcon, WarnIcon } from '~/ui/icons';
import { ProblemNotice } from '~/ui/States';

type Group = 'fatal' | 'warning' | 'own';
const GROUPS: Group[] = ['fatal', 'warning', 'own'];
const isFatal = (finding: Finding): boolean => finding.severity === 'fatal' || finding.severity === 'error';
export const groupOf = (finding: Finding): Group =>
  !finding.official ? 'own' : isFatal(finding) ? 'fatal' : 'warning';

const OPEN_DECISIONS = ['reject', 'no-scenario', 'not-en16931', 'reject-before-parsing', 'unreadable'];
const ANSWERED: string[] = ['WrongClient', 'TotalsDiffer', 'VisibleDiffers', 'Incomplete'] satisfies Alarm[];

/** Whether somebody has to answer for the document with a reason before it goes on. */
const isAcceptable = (document: DocumentDetail): boolean =>
  document.acceptedAt === null &&
  (document.errors > 0 ||
    OPEN_DECISIONS.includes(document.decision ?? '') ||
    document.alarms.some((alarm) => ANSWERED.includes(alarm)));

/** What the checks found, in plain words beside the invoice, and what can be done about it. */
export function Findings({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [dialog, setDialog] = useState<'accept' | 'reject' | 'file' | null>(null);
  const [shownAll, setShownAll] = useState(false);
  const { findings } = document;
  const fatal = findings.some((finding) => isFatal(finding));
  const open = document.state === 'new' || document.state === 'returned';
  const mayJudge = may('documents:intake') && (open || document.state === 'quarantined');
  const acceptable = open && isAcceptable(document);
  const shown = fatal || acceptable || shownAll;
  if (findings.length === 0 && !mayJudge) return null;
  return (
    <section className="findings" aria-label={t('findings.title')}>
      {document.acceptedAt && (
        <p className="notice good">
          {t('findings.accepted', { name: document.acceptedByName ?? '', at: formatInstant(document.acceptedAt) })}{' '}
          {document.acceptedReason}
        </p>
      )}
      {acceptable && OPEN_DECISIONS.includes(document.decision ?? '') && (
        <p className="notice warn">{t(`findings.decisions.${document.decision as 'reject'}`)}</p>
      )}
      {findings.length > 0 && !shown && (
        <p>
          <span className="sign warn">
            <WarnIcon /> {t('findings.onlyWarnings', { count: findings.length })}
          </span>{' '}
          <button type="button" className="link" onClick={() => setShownAll(true)}>
            {t('findings.show')}
          </button>
        </p>
      )}
      {shown &&
        GROUPS.map((group) => {
          const members = findings.filter((finding) => groupOf(finding) === group);
          if (members.length === 0) return null;
          return (
            <section key={group} className={`finding-group ${group}`}>
              <h3>
                {group === 'fatal' ? <StopIcon /> : <WarnIcon />}{' '}
                {t(`findings.groups.${group}`, { count: members.length })}
              </h3>
              <ul>
                {members.map((finding, i) => (
                  <li key={finding.id + i}>
                    {finding.message}{' '}
                    <span className="quiet">
                      {[finding.id, finding.terms.join(', '), finding.where].filter(Boolean).join(' · ')}
                    </span>
                    {finding.hint && (
                      <div className="finding-hint">
                        <strong>{t('findings.whatToDo')}</strong> {finding.hint}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      {mayJudge && (
        <div className="form-actions">
          <Button variant="default" onClick={() => setDialog('reject')}>
            {t('findings.reject')}
          </Button>
          {acceptable && (
            <Button variant="default" onClick={() => setDialog('accept')}>
              {t('findings.accept')}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => setDialog('file')}>
            {t('findings.file')}
          </Button>
        </div>
      )}
      {dialog === 'accept' && <AcceptDialog document={document} onClose={() => setDialog(null)} />}
      {dialog === 'file' && <FileDialog document={document} onClose={() => setDialog(null)} />}
      {dialog === 'reject' && <RejectDialog document={document} onClose={() => setDialog(null)} />}
    </section>
  );
}

function AcceptDialog({ document, onClose }: { document: DocumentDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <FormDialog<{ reason: string }>
      title={t('findings.acceptTitle', { number: document.number })}
      submit={t('findings.accept')}
      fields={[
        { name: 'reason', label: t('journal.reason'), type: 'long', required: true, help: t('findings.acceptHelp') },
      ]}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await acceptDocument(client.id, document.id, { reason, version: document.version });
        await refreshClient(client.id);
        announce(t('findings.acceptedNow', { number: document.number }));
      }}
    />
  );
}

/** What is no invoice is put aside, with a reason, and can be found again. */
function FileDialog({ document, onClose }: { document: DocumentDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <FormDialog<{ reason: string }>
      title={t('findings.fileTitle', { number: document.number })}
      submit={t('findings.fileNow')}
      fields={[
        { name: 'reason', label: t('journal.reason'), type: 'long', required: true, help: t('findings.fileHelp') },
      ]}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await fileDocument(client.id, document.id, { reason, version: document.version });
        await refreshClient(client.id);
        announce(t('common.saved'));
      }}
    />
  );
}

/** Rejection with the reasons of the check already chosen; the letter may be sent, or copied and sent by oneself. */
function RejectDialog({ document, onClose }: { document: DocumentDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(document.findings.filter((finding) => isFatal(finding)).map((finding) => finding.id)),
  );
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [letter, setLetter] = useState<Letter | null>(null);
  const preview = useQuery(letterQuery(client.id, document.id, [...chosen], useDebouncedValue(note.trim(), 300)[0]));
  const distinct = [...new Map(document.findings.map((finding) => [finding.id, finding])).values()];

  const reject = async (send: boolean) => {
    if (chosen.size === 0 && note.trim() === '') return setProblem(new Error(t('findings.reasonMissing')));
    setBusy(true);
    setProblem(null);
    try {
      setLetter(
        await rejectDocument(client.id, document.id, {
          note: note.trim(),
          findings: [...chosen],
          send,
          version: document.version,
        }),
      );
      announce(t('findings.rejected', { number: document.number }));
      void refreshClient(client.id);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const toggle = (id: string) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('findings.rejectTitle', { number: document.number, supplier: document.supplierName })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {letter ? (
        <div className="form">
          <p className="notice good" role="status">
            {letter.sent ? t('findings.sentTo', { to: letter.to }) : t('findings.copyText')}
          </p>
          <div className="letter">
            <p className="strong">{letter.subject}</p>
            <p className="pre-line">{letter.body}</p>
          </div>
          <div className="form-actions">
            {!letter.sent && (
              <Button
                data-autofocus
                onClick={() =>
                  void navigator.clipboard
                    .writeText(`${letter.subject}\n\n${letter.body}`)
                    .then(() => announce(t('common.copied')))
                }
              >
                {t('common.copy')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('common.close')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="form">
          {problem !== null && <ProblemNotice error={problem} />}
          {distinct.length > 0 && (
            <fieldset className="plain-fieldset">
              <legend>{t('findings.reasons')}</legend>
              {distinct.map((finding) => (
                <Checkbox
                  key={finding.id}
                  size="xs"
                  mt={4}
                  label={`${finding.message} (${finding.id})`}
                  checked={chosen.has(finding.id)}
                  onChange={() => toggle(finding.id)}
                />
              ))}
            </fieldset>
          )}
          <Textarea
            label={t('findings.note')}
            description={t('findings.noteHelp')}
            autosize
            minRows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {preview.data && (
            <details>
              <summary>
                {t('findings.preview')}
                {preview.data.to && ` (${preview.data.to})`}
              </summary>
              <div className="letter">
                <p className="strong">{preview.data.subject}</p>
                <p className="pre-line">{preview.data.body}</p>
              </div>
            </details>
          )}
          <div className="form-actions">
            <Button loading={busy} onClick={() => void reject(true)}>
              {t('findings.send')}
            </Button>
            <Button variant="default" loading={busy} onClick={() => void reject(false)}>
              {t('findings.withoutSending')}
            </Button>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
