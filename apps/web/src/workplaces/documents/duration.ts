import { useTranslation } from 'react-i18next';

export interface Span {
  count: number;
  unit: 'minutes' | 'hours' | 'days';
}

/** How long something took, in the unit people would say it in. */
export function spanOf(from: string, to: string | null, now = Date.now()): Span {
  const minutes = Math.max(0, Math.round(((to ? Date.parse(to) : now) - Date.parse(from)) / 60_000));
  if (minutes < 60) return { count: minutes, unit: 'minutes' };
  if (minutes < 48 * 60) return { count: Math.round(minutes / 60), unit: 'hours' };
  return { count: Math.round(minutes / 1440), unit: 'days' };
}

export function useDuration(): (from: string, to: string | null) => string {
  const { t } = useTranslation();
  return (from, to) => {
    const { count, unit } = spanOf(from, to);
    return t(`history.span.${unit}`, { count });
  };
}
