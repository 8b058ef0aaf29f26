import { ActionIcon } from '@mantine/core';
import { CloseIcon } from './icons';

interface RemoveRowProps {
  label: string;
  /** The only row of a mask stays. */
  isOnly: boolean;
  onRemove: () => void;
}

/** Takes a row out of a mask; not a stop of the tabulator. */
export function RemoveRow({ label, isOnly, onRemove }: RemoveRowProps) {
  return (
    <ActionIcon
      className="mask-remove"
      variant="subtle"
      color="gray"
      tabIndex={-1}
      disabled={isOnly}
      aria-label={label}
      onClick={onRemove}
    >
      <CloseIcon />
    </ActionIcon>
  );
}
