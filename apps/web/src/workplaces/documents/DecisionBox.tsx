import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideDocument, deciderQuery, type DecisionWish, documentQuery, tryPosting } from '~/api/documents';
import { type DocumentDetail, type DocumentTask, type StepKey, STEPS } from '~/api/document-types';
import { clientKey, queryClient, refreshClient } from '~/api/query-client';
import { useBooks, useMay, useSession } from '~/frame/client-context';
import { type Day, formatDay, today } from '~/lib/dates';
import { useKeys } from '~/lib/keys';
import { announce } from '~/ui/Announcer';
import { DayField } from '~/ui/DayField';
import { ProblemNotice } from '~/ui/States';
import { PostingPreview } from './PostingPreview';

export interface Subject {
  clientId: number;
  id: string;
  number: string;
  version: number;
}

/** The task as far as a decision names it. */
export type TaskRef = Pick<DocumentTask, 'step' | 'share'>;

/** Sends a decision; what it meant stays in the history with the name of who took it. */
export function useDecision(document: Subject, task: TaskRef, onDecided: () => void) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const decide = async (
    wish: Pick<DecisionWish, 'decision' | 'note' | 'to' | 'toStep' | 'bookingDate'>,
    /** The caller shows the refusal itself. */
    rethrow = false,
  ): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const decided = await decideDocument(
        document.clientId,
        document.id,
        { step: task.step, share: task.share ?? undefined, version: document.version, ...wish },
        key.current,
      );
      const entry = decided.entries?.at(-1);
      announce(
        wish.decision === 'approve' && task.step === 'posting' && entry
          ? t('decisions.posted', { number: document.number, entry: entry.id })
          : t(`decisions.done.${wish.decision}`, { number: document.number }),
      );
      queryClient.setQueryData(
        documentQuery(document.clientId, document.id).queryKey,
        (old) => old && { ...old, ...decided },
      );
      void refreshClient(document.clientId);
      void queryClient.invalidateQueries({ queryKey: ['decisions'] });
      onDecided();
      return true;
    } catch (error) {
      key.current = crypto.randomUUID();
      if (rethrow) throw error;
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { decide, problem, busy };
}

interface DecisionBoxProps {
  document: DocumentDetail;
  clientId: number;
  onDecided: () => void;
}

/** The decision that waits for the person at the screen: approve, return with a note, forward; for the last step: post. */
export function DecisionBox({ document, clientId, onDecided }: DecisionBoxProps) {
  const tasks = document.tasks.filter((task) => task.state === 'open' && task.mine);
  return (
    <>
      {tasks.map((task) =>
        task.step === 'posting' ? (
          <PostingTask key={task.no} document={document} clientId={clientId} task={task} onDecided={onDecided} />
        ) : (
          <Task key={task.no} document={document} clientId={clientId} task={task} onDecided={onDecided} />
        ),
      )}
    </>
  );
}

interface TaskProps extends DecisionBoxProps {
  task: DocumentTask;
}

function Task({ document, clientId, task, onDecided }: TaskProps) {
  const { t } = useTranslation();
  const { decide, problem, busy } = useDecision({ ...document, clientId }, task, onDecided);
  const [dialog, setDialog] = useState<'return' | 'forward' | null>(null);
  useKeys(t('decisions.title'), [
    {
      keys: ['NumpadMultiply', 'Ctrl+Enter'],
      shown: '* / Ctrl+Enter',
      label: t('decisions.approve'),
      run: () => !busy && void decide({ decision: 'approve' }),
    },
  ]);
  return (
    <section className="decision-box">
      <TaskHead task={task} split={isSplit(document)} />
      {problem !== null && <ProblemNotice error={problem} />}
      <div className="form-actions">
        <Button loading={busy} onClick={() => void decide({ decision: 'approve' })}>
          {t(`decisions.approveStep.${task.step}`)}&ensp;<kbd>*</kbd>
        </Button>
        <Button variant="default" onClick={() => setDialog('return')}>
          {t('decisions.return')}
        </Button>
        <Button variant="default" onClick={() => setDialog('forward')}>
          {t('decisions.forward')}
        </Button>
      </div>
      {dialog === 'return' && (
        <ReturnDialog task={task} decide={decide} busy={busy} problem={problem} onClose={() => setDialog(null)} />
      )}
      {dialog === 'forward' && (
        <ForwardDialog
          clientId={clientId}
          task={task}
          decide={decide}
          busy={busy}
          problem={problem}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}

/** Whether several shares are decided side by side; a document of one holder is a single one, and called none. */
const isSplit = ({ tasks }: DocumentDetail): boolean => new Set(tasks.flatMap((task) => task.share ?? [])).size > 1;

function TaskHead({ task, split }: { task: DocumentTask; split: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>
        {t('decisions.yours', { step: t(`documents.steps.${task.step}`) })}
        {split && task.share !== null && ` · ${t('coding.shareNo', { no: task.share })}`}
      </h3>
      <p className="quiet">
        {task.deputyFor && `${t('decisions.asDeputy', { name: task.deputyFor.name })} `}
        {task.dueOn && t('decisions.until', { day: formatDay(task.dueOn) })}
      </p>
    </>
  );
}

export interface DialogProps {
  task: TaskRef;
  decide: ReturnType<typeof useDecision>['decide'];
  busy: boolean;
  problem: unknown;
  onClose: () => void;
}

export function ReturnDialog({ task, decide, busy, problem, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [toStep, setToStep] = useState<StepKey | ''>('');
  const [missing, setMissing] = useState(false);
  const earlier = STEPS.slice(0, STEPS.indexOf(task.step)).filter((step) => step !== 'second-order');
  const send = async () => {
    setMissing(note.trim() === '');
    if (note.trim() === '') return;
    if (await decide({ decision: 'return', note: note.trim(), toStep: toStep || undefined })) onClose();
  };
  return (
    <DecisionDialog title={t('decisions.returnTitle')} onClose={onClose} problem={problem}>
      <Textarea
        data-autofocus
        label={t('decisions.note')}
        required
        error={missing ? t('errors.required') : undefined}
        autosize
        minRows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {earlier.length > 0 && (
        <NativeSelect
          label={t('decisions.returnTo')}
          value={toStep}
          onChange={(event) => setToStep(event.currentTarget.value as StepKey | '')}
          data={[
            { value: '', label: t('decisions.toClerk') },
            ...earlier.map((step) => ({ value: step, label: t(`documents.steps.${step}`) })),
          ]}
        />
      )}
      <div className="form-actions">
        <Button loading={busy} onClick={() => void send()}>
          {t('decisions.return')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </DecisionDialog>
  );
}

export function ForwardDialog({ clientId, decide, busy, problem, onClose }: DialogProps & { clientId: number }) {
  const { t } = useTranslation();
  const session = useSession();
  const { data: people = [] } = useQuery(deciderQuery(clientId));
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async () => {
    setMissing(to === '' || note.trim() === '');
    if (to && note.trim() && (await decide({ decision: 'forward', to, note: note.trim() }))) onClose();
  };
  return (
    <DecisionDialog title={t('decisions.forwardTitle')} onClose={onClose} problem={problem}>
      <NativeSelect
        data-autofocus
        label={t('decisions.to')}
        required
        error={missing && to === '' ? t('errors.required') : undefined}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={[
          { value: '', label: t('decisions.choosePerson') },
          ...people.filter((one) => one.id !== session.user.id).map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <Textarea
        label={t('decisions.forwardNote')}
        required
        error={missing && note.trim() === '' ? t('errors.required') : undefined}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="form-actions">
        <Button loading={busy} onClick={() => void send()}>
          {t('decisions.forward')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </DecisionDialog>
  );
}

interface DecisionDialogProps {
  title: string;
  problem: unknown;
  onClose: () => void;
  children: ReactNode;
}

function DecisionDialog({ title, problem, onClose, children }: DecisionDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className="form">
        {problem !== null && <ProblemNotice error={problem} />}
        {children}
      </div>
    </Modal>
  );
}

/** The last step: the entry is shown as it will stand in the journal, then posted with one key. */
function PostingTask({ document, clientId, task, onDecided }: TaskProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { year } = useBooks();
  const [bookingDate, setBookingDate] = useState<Day | null>(document.coding?.bookingDate ?? today());
  const [dialog, setDialog] = useState(false);
  const { decide, problem, busy } = useDecision({ ...document, clientId }, task, onDecided);
  const trial = useQuery({
    queryKey: clientKey(clientId, 'posting-trial', document.id, document.version, bookingDate),
    queryFn: () => tryPosting(clientId, document.id, bookingDate ?? undefined),
    placeholderData: undefined,
  });
  const post = () => !busy && void decide({ decision: 'approve', bookingDate: bookingDate ?? undefined });
  useKeys(t('decisions.title'), [
    { keys: ['NumpadMultiply', 'Ctrl+Enter'], shown: '* / Ctrl+Enter', label: t('booking.post'), run: post },
  ]);
  return (
    <section className="decision-box">
      <TaskHead task={task} split={isSplit(document)} />
      {problem !== null && <ProblemNotice error={problem} />}
      <div className="form-actions" style={{ alignItems: 'end' }}>
        <DayField w={120} label={t('booking.bookingDate')} year={year} value={bookingDate} onChange={setBookingDate} />
        {may('journal:post') && (
          <Button loading={busy} disabled={trial.data && !trial.data.postable} onClick={post}>
            {t('booking.post')}&ensp;<kbd>*</kbd>
          </Button>
        )}
        <Button variant="default" onClick={() => setDialog(true)}>
          {t('decisions.return')}
        </Button>
      </div>
      {trial.error && <ProblemNotice error={trial.error} />}
      {trial.data && <PostingPreview trial={trial.data} />}
      {dialog && (
        <ReturnDialog task={task} decide={decide} busy={busy} problem={problem} onClose={() => setDialog(false)} />
      )}
    </section>
  );
}
