import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from './icons';

interface SidePanelProps {
  title: string;
  subtitle?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Follows a figure without losing the page: opens beside it, Esc closes, and the focus goes back to where it was. */
export function SidePanel({ title, subtitle, onClose, children }: SidePanelProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Taken while rendering: when one panel replaces another, the first gives the focus back before effects run.
  const [opener] = useState(() => document.activeElement as HTMLElement | null);

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (opener?.isConnected) opener.focus({ preventScroll: true });
    };
  }, [opener]);

  return (
    <aside
      className="side-panel"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close.current();
      }}
    >
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {subtitle && <div className="quiet">{subtitle}</div>}
        </div>
        <ActionIcon className="close" variant="subtle" color="gray" aria-label={t('common.close')} onClick={onClose}>
          <CloseIcon />
        </ActionIcon>
      </header>
      <div className="side-body">{children}</div>
    </aside>
  );
}
