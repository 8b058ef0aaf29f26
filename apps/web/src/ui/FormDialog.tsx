import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldSpec, RecordForm, type Values } from './RecordForm';

interface FormDialogProps {
  title: string;
  fields: FieldSpec[];
  initial?: Values;
  submit: string;
  onSubmit: (body: Record<string, unknown>) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** A small form over the page; stays open with the reason when it is refused. */
export function FormDialog({ title, onClose, children, onSubmit, ...form }: FormDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} size="md" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <RecordForm
        {...form}
        onCancel={onClose}
        onSubmit={async (body) => {
          await onSubmit(body);
          onClose();
        }}
      >
        {children}
      </RecordForm>
    </Modal>
  );
}
