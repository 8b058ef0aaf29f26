import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldSpec, RecordForm, type Values } from './RecordForm';

interface FormDialogProps<Wish> {
  title: string;
  fields: FieldSpec[];
  initial?: Values;
  submit: string;
  onSubmit: (body: Wish) => Promise<unknown>;
  onClose: () => void;
  /** Room for two fields beside each other. */
  wide?: boolean;
  children?: ReactNode;
}

/** A small form over the page; stays open with the reason when it is refused. */
export function FormDialog<Wish = Record<string, unknown>>({
  title,
  onClose,
  wide = false,
  children,
  onSubmit,
  ...form
}: FormDialogProps<Wish>) {
  const { t } = useTranslation();
  useEffect(() => () => void setTimeout(findFocus), []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 680 : 'md'}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RecordForm<Wish>
        {...form}
        onCancel={onClose}
        onSubmit={async (body: Wish) => {
          await onSubmit(body);
          onClose();
        }}
      >
        {children}
      </RecordForm>
    </Modal>
  );
}

/** The button that was pressed may be gone by what was done with it; then the panel or page around it has the focus. */
export function findFocus(): void {
  if (document.activeElement !== document.body) return;
  (document.querySelector<HTMLElement>('.side-panel h2') ?? document.getElementById('main'))?.focus({
    preventScroll: true,
  });
}
