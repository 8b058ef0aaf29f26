import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createDraft } from '~/api/desk';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { Page } from '~/ui/Page';
import { FormDialog } from '~/ui/FormDialog';
import { EmptyState } from '~/ui/States';
import { BookingMask } from './BookingMask';
import { keepMask, keptMask, useHandedOver } from './kept-mask';
import { emptyMask, isMaskEmpty } from './mask';
import { RecentEntries } from './RecentEntries';
import { Templates } from './Templates';
import { TrialPreview } from './TrialPreview';
import { useBooking } from './use-booking';

export function BookingPage() {
  const { t } = useTranslation();
  const may = useMay();
  const handedOver = useHandedOver();
  if (may('drafts:write')) return <Workplace key={handedOver} />;
  return (
    <Page title={t('booking.title')}>
      <EmptyState title={t('errors.forbidden')}>
        <p>{t('errors.forbiddenHint')}</p>
      </EmptyState>
    </Page>
  );
}

function Workplace() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [initial] = useState(() => keptMask(client.id));
  const [asDraft, setAsDraft] = useState(false);
  const booking = useBooking({ initial, onChange: (mask) => keepMask(client.id, mask) });

  return (
    <Page
      title={t('booking.title')}
      actions={
        <span className="quiet hide-narrow">
          <kbd>?</kbd> {t('frame.keyMap')}
        </span>
      }
    >
      <div className="page-body">
        <BookingMask
          booking={booking}
          mayPost={may(booking.mask.kind === 'regular' ? 'journal:post' : 'journal:close')}
          actions={
            <Button variant="default" disabled={isMaskEmpty(booking.mask)} onClick={() => setAsDraft(true)}>
              {t('booking.saveDraft')}
            </Button>
          }
        />
        <div className="below-mask">
          <RecentEntries />
          <div>
            {booking.trial.data ? <TrialPreview trial={booking.trial.data} /> : <Templates booking={booking} />}
            {booking.trial.data && (
              <Button variant="subtle" mt={8} onClick={() => booking.trial.reset()}>
                {t('booking.closeTrial')}
              </Button>
            )}
          </div>
        </div>
      </div>
      {asDraft && (
        <FormDialog
          title={t('booking.saveDraft')}
          submit={t('common.save')}
          fields={[{ name: 'note', label: t('drafts.note'), type: 'long', help: t('drafts.noteHelp') }]}
          onClose={() => setAsDraft(false)}
          onSubmit={async ({ note }) => {
            const { entry } = booking.build();
            const draft = await createDraft(
              client.id,
              { ...entry, bookingDate: entry.bookingDate || undefined },
              note as string | undefined,
            );
            booking.replace(emptyMask({ ...booking.mask, documentDate: null }));
            await refreshClient(client.id);
            announce(t('drafts.saved'));
            void navigate({ to: `/clients/${client.key}/drafts` as '/', search: { draft: String(draft.id) } as never });
          }}
        />
      )}
    </Page>
  );
}
