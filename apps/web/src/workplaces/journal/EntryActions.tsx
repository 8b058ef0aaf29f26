import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reverseEntry } from '~/api/books';
import { refreshClient } from '~/api/query-client';
import type { Entry, PostedEntry } from '~/api/types';
import { useClient, useMay } from '~/frame/client-context';
import { today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { maskOfEntry } from '../booking/mask';
import { handOver } from '../booking/kept-mask';

/** What can follow an entry: its reversal, or a new entry with the same lines. */
export function EntryActions({ entry, onReversed }: { entry: Entry; onReversed?: (reversal: PostedEntry) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [reversing, setReversing] = useState(false);
  const key = useRef(crypto.randomUUID());
  const reversible = !entry.reversedBy && !entry.reverses;

  const copy = async () => {
    if (!(await handOver(client.id, maskOfEntry(entry)))) return;
    await navigate({ to: `/clients/${client.key}/booking` as '/' });
  };

  return (
    <div className="form-actions no-print">
      {may('journal:post') && reversible && (
        <Button variant="default" onClick={() => setReversing(true)}>
          {t('journal.reverse')}
        </Button>
      )}
      {may('drafts:write') && (
        <Button variant="default" onClick={() => void copy()}>
          {t('journal.copyToMask')}
        </Button>
      )}
      {reversing && (
        <FormDialog<{ bookingDate: string; reason: string }>
          title={t('journal.reverseTitle', { id: entry.id })}
          submit={t('journal.reverse')}
          initial={{ bookingDate: today() }}
          fields={[
            { name: 'bookingDate', label: t('journal.bookingDate'), type: 'day', required: true },
            { name: 'reason', label: t('journal.reason'), type: 'long', required: true, help: t('journal.reasonHelp') },
          ]}
          onClose={() => setReversing(false)}
          onSubmit={async (body) => {
            const reversal = await reverseEntry(client.id, entry.id, body, key.current);
            await refreshClient(client.id);
            announce(t('journal.reversedAs', { id: entry.id, reversal: reversal.id }));
            onReversed?.(reversal);
          }}
        />
      )}
    </div>
  );
}
