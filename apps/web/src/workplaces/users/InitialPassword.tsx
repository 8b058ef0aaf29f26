import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface InitialPasswordProps {
  userName: string;
  password: string;
  onClose: () => void;
}

/** Shown once; the person has to change it at the first sign-in. */
export function InitialPassword({ userName, password, onClose }: InitialPasswordProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('users.initialPassword')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('users.initialPasswordHint', { userName })}</p>
      <p className="secret" style={{ margin: '10px 0' }}>
        {password}
      </p>
      <div className="form-actions">
        <Button onClick={() => void navigator.clipboard?.writeText(password)}>{t('common.copy')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Modal>
  );
}
