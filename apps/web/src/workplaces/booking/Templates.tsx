import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createTemplate, removeTemplate, templatesQuery } from '~/api/desk';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { confirm } from '~/ui/Confirm';
import { FormDialog } from '~/ui/FormDialog';
import { mayReplace } from './kept-mask';
import { isMaskEmpty, maskOf } from './mask';
import type { Booking } from './use-booking';

/** Templates of the client: one click fills the mask; date and reference stay as typed. */
export function Templates({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: templates = [] } = useQuery(templatesQuery(client.id));
  const [naming, setNaming] = useState(false);
  const { mask } = booking;

  const fill = async (index: number) => {
    if (!(await mayReplace(mask))) return;
    const template = maskOf(templates[index]!.entry);
    booking.replace({ ...template, bookingDate: mask.bookingDate, reference: mask.reference || template.reference });
  };
  const remove = async (index: number) => {
    const template = templates[index]!;
    if (
      !(await confirm({
        title: t('booking.removeTemplate'),
        text: template.name,
        yes: t('common.remove'),
        danger: true,
      }))
    )
      return;
    await removeTemplate(client.id, template.id);
    await refreshClient(client.id);
  };

  return (
    <section aria-label={t('booking.templates')}>
      <header className="aside-head">
        <h2>{t('booking.templates')}</h2>
        <Button variant="subtle" size="compact-xs" disabled={isMaskEmpty(mask)} onClick={() => setNaming(true)}>
          {t('booking.saveTemplate')}
        </Button>
      </header>
      {templates.length === 0 && <p className="quiet">{t('booking.noTemplates')}</p>}
      <ul className="plain-list">
        {templates.map((template, index) => (
          <li key={template.id}>
            <button type="button" className="link" onClick={() => void fill(index)}>
              {template.name}
            </button>
            <button
              type="button"
              className="plain quiet"
              aria-label={`${t('common.remove')}: ${template.name}`}
              onClick={() => void remove(index)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {naming && (
        <FormDialog
          title={t('booking.saveTemplate')}
          submit={t('common.save')}
          fields={[{ name: 'name', label: t('booking.templateName'), required: true }]}
          onClose={() => setNaming(false)}
          onSubmit={async ({ name }) => {
            const { bookingDate: _date, fiscalYear: _year, ...entry } = booking.build().entry;
            await createTemplate(client.id, String(name), entry);
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
