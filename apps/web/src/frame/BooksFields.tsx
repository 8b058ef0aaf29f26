import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { endOfDay, useBooks } from './client-context';

/** Fiscal year and the pair of dates: *as of* a booking date, *as known on* a day. */
export function BooksFields() {
  const { t } = useTranslation();
  const books = useBooks();
  const [, change] = useFilters();
  const years = books.years.length > 0 ? books.years.map((one) => one.year) : [books.year];
  return (
    <>
      <label className="head-field">
        {t('frame.year')}
        <select
          className="head-select"
          value={books.year}
          onChange={(event) =>
            change({ year: event.currentTarget.value, asOf: undefined, after: undefined }, { push: true })
          }
        >
          {[...new Set([...years, books.year])]
            .sort((a, b) => b - a)
            .map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
        </select>
      </label>
      <div className="head-field" data-set={!!books.asOf}>
        <label htmlFor="as-of">{t('frame.asOf')}</label>
        <DayField
          id="as-of"
          year={books.year}
          value={books.asOf}
          onChange={(day) => change({ asOf: day ?? undefined })}
        />
      </div>
      <div className="head-field" data-set={!!books.knownOn}>
        <label htmlFor="known-on">{t('frame.knownOn')}</label>
        <DayField
          id="known-on"
          year={books.year}
          value={books.knownOn}
          onChange={(day) => change({ knownOn: day ?? undefined })}
        />
      </div>
    </>
  );
}

/** Says in words that the figures are not the newest ones, and leads back to them. */
export function DatePairNotice() {
  const { t } = useTranslation();
  const { asOf, knownOn } = useBooks();
  const [, change] = useFilters();
  if (!asOf && !knownOn) return null;
  return (
    <div className="stand" role="note">
      {asOf && <span>{t('frame.standAsOf', { day: formatDay(asOf) })}</span>}
      {knownOn && <span>{t('frame.standKnownOn', { instant: formatInstant(endOfDay(knownOn)) })}</span>}
      <button type="button" className="link no-print" onClick={() => change({ asOf: undefined, knownOn: undefined })}>
        {t('frame.standReset')}
      </button>
    </div>
  );
}
