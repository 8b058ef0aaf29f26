import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useBooks, useClient } from '~/frame/client-context';
import { hasMaskErrors } from '~/lib/mask-errors';
import { formatMoney } from '~/lib/money';
import { useKeys } from '~/lib/keys';
import { Arms } from '~/ui/Arms';
import { confirm } from '~/ui/Confirm';
import { DayField } from '~/ui/DayField';
import { emptyMask, isRowEmpty, type MaskKind, totalsOf } from './mask';
import { MaskLine } from './MaskLine';
import { PeriodHint } from './PeriodHint';
import type { Booking } from './use-booking';
import './booking.css';

interface BookingMaskProps {
  booking: Booking;
  mayPost: boolean;
  /** Further buttons, e.g. to save as a draft. */
  actions?: ReactNode;
}

const KINDS: MaskKind[] = ['regular', 'opening', 'closing'];

/** The booking mask: everything from the keyboard, debit and credit in words, the difference always in sight. */
export function BookingMask({ booking, mayPost, actions }: BookingMaskProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { year } = useBooks();
  const form = useRef<HTMLFormElement>(null);
  const { mask, errors } = booking;
  const totals = totalsOf(mask);

  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[data-mask-field="${name}"]`)?.focus();
  const focusFirst = () => focus(`${mask.rows[0]!.id}.amount`);
  const posted = booking.posting.data;
  useEffect(() => focusFirst(), [posted]); // at first, and after each posting
  useEffect(() => {
    if (hasMaskErrors(errors)) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const addRow = () => focus(`${flushSync(booking.addRow).id}.amount`);

  /** Leaves the field for a moment, so that what is being typed counts, then acts. */
  const afterField = (act: () => void) => {
    const field = document.activeElement as HTMLElement | null;
    flushSync(() => field?.blur());
    field?.focus();
    act();
  };
  const clear = async () => {
    const answer =
      !booking.dirty ||
      (await confirm({
        title: t('booking.clearTitle'),
        text: t('booking.clearText'),
        yes: t('booking.clear'),
        danger: true,
      }));
    if (!answer) return;
    booking.replace(emptyMask());
    setTimeout(focusFirst);
  };

  useKeys(t('booking.title'), [
    {
      keys: ['NumpadMultiply', 'Ctrl+Enter'],
      shown: '* / Ctrl+Enter',
      label: t('booking.keys.post'),
      run: () => mayPost && afterField(booking.post),
    },
    { keys: ['F8'], label: t('booking.keys.tryOut'), run: () => afterField(booking.tryOut) },
    { keys: ['Enter'], shown: '↵', label: t('booking.keys.next') },
    { keys: ['NumpadAdd'], shown: '+ / −', label: t('booking.keys.sign') },
    { keys: ['F2'], label: t('booking.keys.repeat') },
    { keys: ['F4'], label: t('booking.keys.lookup') },
    { keys: ['Escape'], shown: 'Esc', label: t('booking.keys.clear'), run: () => void clear(), inFields: true },
  ]);

  const onEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (!target.dataset.maskField) return;
    event.preventDefault();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mask-field]')];
    const next = fields[fields.indexOf(target) + 1];
    if (next?.dataset.maskField) return next.focus();
    afterLastField();
  };
  /** Behind the last field: a further line while a difference is left, else the button that posts. */
  const afterLastField = () => {
    const last = booking.mask.rows.at(-1)!;
    if (totals.difference === 0n || isRowEmpty(last))
      return form.current?.querySelector<HTMLElement>('[data-post]')?.focus();
    addRow();
  };

  return (
    <form
      ref={form}
      className="mask"
      aria-label={t('booking.maskOf', { client: client.name })}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onEnter}
    >
      <header className="mask-head">
        <Arms client={client} size={22} />
        <strong>{client.name}</strong>
        <PeriodHint day={mask.bookingDate} kind={mask.kind} />
        <DayField
          label={t('booking.documentDate')}
          error={errors.head.documentDate}
          classNames={{ root: 'mask-document-date' }}
          year={year}
          value={mask.documentDate}
          onChange={(documentDate) => booking.changeHead({ documentDate })}
        />
        <NativeSelect
          className="mask-kind"
          aria-label={t('booking.kind')}
          value={mask.kind}
          onChange={(event) => booking.changeHead({ kind: event.currentTarget.value as MaskKind })}
          data={KINDS.map((kind) => ({ value: kind, label: t(`entryKinds.${kind}`) }))}
        />
      </header>
      {mask.kind === 'opening' && (
        <TextInput
          className="mask-correction"
          label={t('booking.correction')}
          description={t('booking.correctionHelp')}
          maxLength={500}
          value={mask.correction}
          onChange={(event) => booking.changeHead({ correction: event.currentTarget.value })}
        />
      )}
      {errors.general.length > 0 && (
        <div className="notice bad" role="alert">
          {errors.general.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <div className="mask-lines">
        {mask.rows.map((row, index) => (
          <MaskLine key={row.id} booking={booking} row={row} index={index} year={year} />
        ))}
      </div>
      <footer className="mask-foot">
        <Button variant="subtle" onClick={addRow}>
          {t('booking.addLine')}
        </Button>
        <dl className="mask-totals" aria-live="polite">
          <div>
            <dt>{t('booking.debit')}</dt>
            <dd>{formatMoney(totals.debit)}</dd>
          </div>
          <div>
            <dt>{t('booking.credit')}</dt>
            <dd>{formatMoney(totals.credit)}</dd>
          </div>
          <div className={totals.difference === 0n ? (totals.debit === 0n ? undefined : 'good') : 'bad strong'}>
            <dt>{t('booking.difference')}</dt>
            <dd>
              {totals.debit === totals.credit && totals.debit !== 0n
                ? t('booking.balanced')
                : formatMoney(totals.difference)}
            </dd>
          </div>
        </dl>
        <div className="mask-actions">
          {mayPost && (
            <Button data-post loading={booking.posting.isPending} onClick={booking.post}>
              {t('booking.post')}&ensp;<kbd>*</kbd>
            </Button>
          )}
          <Button variant="default" loading={booking.trial.isPending} onClick={booking.tryOut}>
            {t('booking.tryOut')}&ensp;<kbd>F8</kbd>
          </Button>
          {actions}
          <Button variant="subtle" color="gray" onClick={() => void clear()}>
            {t('booking.clear')}
          </Button>
        </div>
      </footer>
    </form>
  );
}
