import { useTranslation } from 'react-i18next';
import { useBooks } from '~/frame/client-context';
import { type Day, monthOf, yearOf } from '~/lib/dates';
import { periodName } from '../journal/EntryDetails';
import type { MaskKind } from './mask';

const PERIOD_OF_KIND: Partial<Record<MaskKind, number>> = { opening: 0, closing: 13 };

/** Says while typing whether the period of the date takes entries. */
export function PeriodHint({ day, kind }: { day: Day | null; kind: MaskKind }) {
  const { t } = useTranslation();
  const { years, year: shownYear } = useBooks();
  if (!day && kind === 'regular') return null;
  const year = kind === 'regular' ? yearOf(day!) : shownYear;
  const period = PERIOD_OF_KIND[kind] ?? monthOf(day!);
  const name = `${periodName(period)}/${year}`;
  const found = years.find((one) => one.year === year);
  if (!found) return <span className="bad">{t('booking.noYear', { year })}</span>;
  const state = found.periods.find((one) => one.period === period)?.state ?? 'open';
  return (
    <span className={state === 'open' ? 'quiet' : 'bad strong'}>
      {t('booking.period', { name })} – {t(`periodStates.${state}`)}
    </span>
  );
}
