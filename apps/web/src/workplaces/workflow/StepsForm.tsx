import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deciderQuery, saveWorkflow } from '~/api/documents';
import type { Assignment, Workflow, WorkflowStep } from '~/api/document-types';
import { isProblem } from '~/api/problem';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { type Day, formatDay, today } from '~/lib/dates';
import { fromApi, toApi } from '~/lib/money';
import { announce } from '~/ui/Announcer';
import { AmountField } from '~/ui/AmountField';
import { DayField } from '~/ui/DayField';
import { ProblemNotice } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { assignmentOf, DECIDING_ROLES, valueOf, withSecondOrder } from './steps';

interface StepsFormProps {
  workflow: Workflow;
  /** The newest version there is, which may begin later than today. */
  newest: number;
}

/** The steps as one table; storing makes a new version from a day on, what is on its way keeps the one it set out with. */
export function StepsForm({ workflow, newest }: StepsFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: people = [] } = useQuery(deciderQuery(client.id));
  const [steps, setSteps] = useState(workflow.steps);
  const [validFrom, setValidFrom] = useState<Day | null>(today());
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (index: number, patch: Partial<WorkflowStep>) =>
    setSteps((old) => old.map((step, i) => (i === index ? { ...step, ...patch } : step)));
  const errorAt = (index: number, field: string): string | undefined =>
    isProblem(problem)
      ? problem.errors.find((one) => one.pointer?.startsWith(`/steps/${index}/${field}`))?.message
      : undefined;

  const roles = DECIDING_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const assignments = [
    { value: 'budget-holder', label: t('workflow.to.budget-holder') },
    { value: 'department-head', label: t('workflow.to.department-head') },
    ...roles.map(({ value, label }) => ({ value: `role:${value}`, label: t('workflow.to.role', { role: label }) })),
    ...people.map((person) => ({ value: `people:${person.id}`, label: person.name })),
  ];
  const choices = (assignment: Assignment) => {
    const value = valueOf(assignment);
    return assignments.some((one) => one.value === value)
      ? assignments
      : [...assignments, { value, label: t('workflow.to.people') }];
  };
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await saveWorkflow(client.id, { steps, validFrom: validFrom ?? today(), note: note.trim(), version: newest });
      await refreshClient(client.id);
      announce(t('workflow.saved', { day: formatDay(validFrom ?? today()) }));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const label = (step: WorkflowStep, what: string) => `${t(`documents.steps.${step.step}`)}: ${what}`;

  return (
    <section>
      <header className="aside-head">
        <h2>{t('workflow.steps')}</h2>
        <span className="quiet">
          {t('workflow.version', { version: workflow.version, day: formatDay(workflow.validFrom) })}
        </span>
      </header>
      {problem !== null && <ProblemNotice error={problem} />}
      <TableRegion label={t('workflow.steps')}>
        <table className="ledger roomy steps">
          <thead>
            <tr>
              <th scope="col">{t('workflow.step')}</th>
              <th scope="col">{t('workflow.assignment')}</th>
              <th scope="col">{t('workflow.fallback')}</th>
              <th scope="col">{t('workflow.deadline')}</th>
              <th scope="col">{t('workflow.reminder')}</th>
              <th scope="col">{t('workflow.escalation')}</th>
              <th scope="col">{t('workflow.escalationDays')}</th>
              <th scope="col">{t('workflow.fromAmount')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              <tr key={step.step}>
                <th scope="row">{t(`documents.steps.${step.step}`)}</th>
                <td>
                  <NativeSelect
                    aria-label={label(step, t('workflow.assignment'))}
                    error={errorAt(index, 'assignment')}
                    value={valueOf(step.assignment)}
                    onChange={(event) =>
                      set(index, { assignment: assignmentOf(event.currentTarget.value, step.assignment) })
                    }
                    data={choices(step.assignment)}
                  />
                </td>
                <td>
                  <NativeSelect
                    aria-label={label(step, t('workflow.fallback'))}
                    error={errorAt(index, 'fallback')}
                    value={step.fallback}
                    onChange={(event) => set(index, { fallback: event.currentTarget.value })}
                    data={roles}
                  />
                </td>
                {(['deadlineDays', 'reminderDays'] as const).map((name) => (
                  <td key={name}>
                    <TextInput
                      w={64}
                      type="number"
                      min={0}
                      max={90}
                      aria-label={label(step, t(name === 'deadlineDays' ? 'workflow.deadline' : 'workflow.reminder'))}
                      error={errorAt(index, name)}
                      value={step[name]}
                      onChange={(event) => set(index, { [name]: Number(event.currentTarget.value) })}
                    />
                  </td>
                ))}
                <td>
                  <NativeSelect
                    aria-label={label(step, t('workflow.escalation'))}
                    error={errorAt(index, 'escalation')}
                    value={step.escalation?.to ?? ''}
                    onChange={(event) => {
                      const to = event.currentTarget.value;
                      set(index, { escalation: to ? { afterDays: step.escalation?.afterDays ?? 3, to } : null });
                    }}
                    data={[
                      { value: '', label: t('workflow.never') },
                      { value: 'deputy', label: t('workflow.deputy') },
                      ...roles,
                    ]}
                  />
                </td>
                <td>
                  {step.escalation && (
                    <TextInput
                      w={64}
                      type="number"
                      min={0}
                      max={90}
                      aria-label={label(step, t('workflow.escalationDays'))}
                      value={step.escalation.afterDays}
                      onChange={(event) =>
                        set(index, {
                          escalation: { ...step.escalation!, afterDays: Number(event.currentTarget.value) },
                        })
                      }
                    />
                  )}
                </td>
                <td>
                  {step.step === 'second-order' ? (
                    <AmountField
                      w={120}
                      aria-label={label(step, t('workflow.fromAmount'))}
                      error={errorAt(index, 'fromAmount')}
                      value={step.fromAmount ? fromApi(step.fromAmount) : null}
                      onChange={(cents) => set(index, { fromAmount: cents === null ? null : toApi(cents) })}
                    />
                  ) : (
                    <span className="quiet">{t('workflow.always')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <BySystem steps={steps} set={set} />
      <Checkbox
        size="xs"
        mt={8}
        label={t('workflow.useSecondOrder')}
        checked={steps.some((step) => step.step === 'second-order')}
        onChange={(event) => setSteps(withSecondOrder(steps, event.currentTarget.checked))}
      />
      <div className="form-actions" style={{ alignItems: 'end', marginTop: 10 }}>
        <DayField w={130} label={t('workflow.validFrom')} value={validFrom} onChange={setValidFrom} />
        <TextInput
          w={320}
          maxLength={300}
          label={t('workflow.changeNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button loading={busy} onClick={() => void save()}>
          {t('workflow.save')}
        </Button>
      </div>
    </section>
  );
}

interface BySystemProps {
  steps: WorkflowStep[];
  set: (index: number, patch: Partial<WorkflowStep>) => void;
}

/** Whether the exact recomputation of an electronic invoice stands in for the arithmetic certification, and up to what amount. */
function BySystem({ steps, set }: BySystemProps) {
  const { t } = useTranslation();
  const index = steps.findIndex((step) => step.step === 'arithmetic');
  const step = steps[index];
  if (!step) return null;
  return (
    <div className="by-system">
      <Checkbox
        size="xs"
        label={t('workflow.bySystem')}
        description={t('workflow.bySystemHelp')}
        checked={step.bySystem !== null}
        onChange={(event) => set(index, { bySystem: event.currentTarget.checked ? { upTo: null } : null })}
      />
      {step.bySystem && (
        <AmountField
          w={160}
          label={t('workflow.bySystemUpTo')}
          placeholder={t('workflow.anyAmount')}
          value={step.bySystem.upTo ? fromApi(step.bySystem.upTo) : null}
          onChange={(cents) => set(index, { bySystem: { upTo: cents === null ? null : toApi(cents) } })}
        />
      )}
    </div>
  );
}
