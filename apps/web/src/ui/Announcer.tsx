import { useTranslation } from 'react-i18next';
import { createStore } from '~/lib/store';

interface Message {
  id: number;
  text: string;
  tone: 'good' | 'bad';
}

const messages = createStore<Message[]>([]);
let nextId = 1;

/** Says in a live region, and for a few seconds on the screen, what has just happened. */
export function announce(text: string, tone: Message['tone'] = 'good'): void {
  const message = { id: nextId++, text, tone };
  messages.set((all) => [...all.slice(-2), message]);
  setTimeout(() => messages.set((all) => all.filter((one) => one !== message)), tone === 'bad' ? 12_000 : 6_000);
}

export function Announcer() {
  const { t } = useTranslation();
  const shown = messages.use();
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label={t('common.messages')}>
      {shown.map((message) => (
        <p key={message.id} className={`toast ${message.tone}`}>
          {message.text}
        </p>
      ))}
    </div>
  );
}
