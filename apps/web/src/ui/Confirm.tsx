import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { createStore } from '~/lib/store';

interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
  danger?: boolean;
}

const question = createStore<(Question & { answer: (yes: boolean) => void }) | null>(null);

/** Asks before something would be lost; resolves to false when dismissed. */
export function confirm(wish: Question): Promise<boolean> {
  return new Promise((resolve) => {
    question.set({
      ...wish,
      answer: (yes) => {
        question.set(null);
        resolve(yes);
      },
    });
  });
}

export function ConfirmHost() {
  const { t } = useTranslation();
  const asked = question.use();
  return (
    <Modal
      opened={asked !== null}
      onClose={() => asked?.answer(false)}
      title={asked?.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{asked?.text}</p>
      <div className="form-actions" style={{ marginTop: 16 }}>
        <Button data-autofocus color={asked?.danger ? 'red.8' : undefined} onClick={() => asked?.answer(true)}>
          {asked?.yes}
        </Button>
        <Button variant="default" onClick={() => asked?.answer(false)}>
          {asked?.no ?? t('common.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
