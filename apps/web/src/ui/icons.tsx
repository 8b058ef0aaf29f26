import type { ReactNode } from 'react';

function Icon({ children, size = 16 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const MenuIcon = () => (
  <Icon>
    <path d="M2 4h12M2 8h12M2 12h12" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon size={13}>
    <path d="M4 6l4 4 4-4" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon size={14}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5L14 14" />
  </Icon>
);
export const UserIcon = () => (
  <Icon>
    <circle cx="8" cy="5.5" r="2.6" />
    <path d="M3 14c.6-3 2.4-4.3 5-4.3s4.4 1.3 5 4.3" />
  </Icon>
);
export const CalendarIcon = () => (
  <Icon size={14}>
    <rect x="2" y="3" width="12" height="11" rx="1" />
    <path d="M2 6.5h12M5 1.5v3M11 1.5v3" />
  </Icon>
);
export const WarnIcon = () => (
  <Icon size={14}>
    <path d="M8 2l6.5 11.5h-13zM8 6.5v3.5M8 12v.1" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={14}>
    <path d="M3 8.5l3.5 3.5L13 4.5" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon size={14}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.5V8l2.5 1.5" />
  </Icon>
);
export const StopIcon = () => (
  <Icon size={14}>
    <path d="M5.5 1.8h5l3.7 3.7v5l-3.7 3.7h-5l-3.7-3.7v-5zM8 5v3.6M8 10.8v.1" />
  </Icon>
);
export const ClipIcon = () => (
  <Icon size={14}>
    <path d="M11.5 6.5l-5 5a2 2 0 01-3-3l6-6a3.2 3.2 0 014.6 4.5l-6.1 6.1" />
  </Icon>
);
