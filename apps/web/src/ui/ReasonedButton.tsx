import { Button, type ButtonProps } from '@mantine/core';
import { useId } from 'react';

interface ReasonedButtonProps extends ButtonProps {
  /** Why it cannot be pressed; null: it can. */
  reason: string | null;
  onClick: () => void;
  type?: 'button' | 'submit';
}

/** A button that stays reachable while it is greyed, and says beside itself and to readers what is missing. */
export function ReasonedButton({ reason, onClick, children, ...button }: ReasonedButtonProps) {
  const id = useId();
  return (
    <span className="reasoned">
      <Button
        {...button}
        data-disabled={reason !== null || undefined}
        aria-disabled={reason !== null || undefined}
        aria-describedby={reason === null ? undefined : id}
        title={reason ?? undefined}
        onClick={() => reason === null && onClick()}
      >
        {children}
      </Button>
      {reason !== null && (
        <span id={id} className="reasoned-why">
          {reason}
        </span>
      )}
    </span>
  );
}
