import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type KeyBinding, useKeyGroups } from '~/lib/keys';

const written = (binding: KeyBinding): string[] => (binding.shown ? binding.shown.split(' / ') : binding.keys);

/** Every key that works on the page on the screen. */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = useKeyGroups();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('frame.keyMap')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {groups.map((group) => (
        <table key={group.title} className="ledger narrow roomy" style={{ marginBottom: 14, width: '100%' }}>
          <caption>{group.title}</caption>
          <tbody>
            {group.bindings.map((binding) => (
              <tr key={binding.keys.join() + binding.label}>
                <th scope="row" style={{ width: 190 }}>
                  {written(binding).map((key, i) => (
                    <span key={key}>
                      {i > 0 && ' / '}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </th>
                <td className="wraps">{binding.label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Modal>
  );
}
