import type { Language, LocalDate } from '@lib/kernel';
import type { Letter } from '../letters/rejection-letter.js';
import type { StepKey } from '../workflow/workflow.js';

export interface Reminder {
  /** Of the document: `E-2026-000123`. */
  number: string;
  clientName: string;
  step: StepKey;
  dueOn: LocalDate;
  /** The deadline passed long enough ago for somebody else to be asked besides. */
  escalated: boolean;
}

const STEPS: Record<StepKey, Record<Language, string>> = {
  arithmetic: { de: 'die rechnerische Feststellung', en: 'the arithmetic certification' },
  factual: { de: 'die sachliche Feststellung', en: 'the factual certification' },
  order: { de: 'die Anordnung', en: 'the order' },
  'second-order': { de: 'die zweite Anordnung', en: 'the second order' },
  posting: { de: 'die Buchung', en: 'the posting' },
};

/**
 * Tells somebody by mail that a decision waits for them. It names neither supplier nor amount: mails are read in passing and
 * forwarded, and who is paid what stays within the service.
 */
export function reminderLetter(
  { number, clientName, step, dueOn, escalated }: Reminder,
  { name, language }: { name: string; language: Language },
): Letter {
  const what = STEPS[step][language];
  const day = language === 'de' ? dueOn.split('-').reverse().join('.') : dueOn;
  if (language === 'de')
    return {
      subject: `${escalated ? 'Frist überschritten' : 'Erinnerung'}: ${number} wartet auf Sie (${clientName})`,
      body: [
        `Guten Tag ${name},`,
        escalated
          ? `zum Dokument ${number} (${clientName}) steht ${what} noch aus. Die Frist endete am ${day}; deshalb können jetzt auch Sie entscheiden.`
          : `zum Dokument ${number} (${clientName}) wartet ${what} auf Sie. Die Frist endet am ${day}.`,
        'Sie finden es im Finanzzentrum unter „Meine Entscheidungen“.',
        'Diese Nachricht wurde vom System erzeugt. Bitte antworten Sie nicht darauf.',
      ].join('\n\n'),
    };
  return {
    subject: `${escalated ? 'Deadline passed' : 'Reminder'}: ${number} waits for you (${clientName})`,
    body: [
      `Dear ${name},`,
      escalated
        ? `${what} on document ${number} (${clientName}) is still open. The deadline ended on ${day}; therefore you may decide, too, now.`
        : `${what} on document ${number} (${clientName}) waits for you. The deadline ends on ${day}.`,
      'You find it in the finance centre under “My decisions”.',
      'This message was made by the system. Please do not reply to it.',
    ].join('\n\n'),
  };
}
