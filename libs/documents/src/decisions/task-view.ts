import type { ClientTx } from '@lib/database';
import { formatEuro, type LocalDate } from '@lib/kernel';
import { findCase, type StoredTask } from './case.store.js';
import type { DocumentTaskDto } from './decisions.dto.js';
import { actingAs, namesOf, type Standing, standingOf } from './people.js';

/** Every step of a document's decisions, waiting and decided, in the order in which they were opened. */
export async function taskViews(
  tx: ClientTx,
  documentId: string,
  viewer: { userId: string; today: LocalDate },
): Promise<DocumentTaskDto[]> {
  const running = await findCase(tx, documentId);
  if (!running) return [];
  const { tasks } = running;
  const names = await namesOf(tx, [
    ...new Set(
      tasks.flatMap((task) => [...task.assignedTo, task.decidedBy, task.deputyFor].filter((id) => id !== null)),
    ),
  ]);
  const standing = tasks.some((task) => task.state === 'open')
    ? await standingOf(tx, viewer.userId, tx.clientId, viewer.today)
    : null;
  return tasks.map((task) => taskView(task, names, standing));
}

/** A task as the API answers it. `standing`: of the person who asks. */
export function taskView(
  task: StoredTask,
  names: ReadonlyMap<string, string>,
  standing: Standing | null,
): DocumentTaskDto {
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '–' });
  const people = task.assignedTo.map((id) => ({ id, name: names.get(id) ?? '–' }));
  const escalatedTo = task.escalatedAt === null ? null : task.escalateTo;
  return {
    no: task.no,
    step: task.step,
    share: task.share,
    amount: formatEuro(task.amount),
    assignedTo: people.length === 1 ? people[0]! : null,
    people,
    role: task.role,
    state: task.state,
    voided: task.voided,
    bySystem: task.bySystem,
    openedAt: task.openedAt,
    dueOn: task.dueOn,
    remindedAt: task.remindedAt,
    escalatedTo,
    decidedBy: task.decidedBy === null ? null : { id: task.decidedBy, name: task.decidedByName ?? '–' },
    deputyFor: person(task.deputyFor),
    decidedAt: task.decidedAt,
    note: task.note,
    mine:
      task.state === 'open' &&
      standing !== null &&
      actingAs(standing, { assignedTo: task.assignedTo, role: task.role, escalatedTo }) !== null,
  };
}
