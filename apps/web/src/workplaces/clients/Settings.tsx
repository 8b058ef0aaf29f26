import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addSetting, settingsQuery } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';

/** Settings with the day from which they hold and where they were decided; the old ones stay. */
export function Settings() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const query = settingsQuery(client.id);
  const { data: settings = [], isSuccess } = useQuery(query);
  const [adding, setAdding] = useState(false);
  return (
    <section className="section">
      <header>
        <h2>{t('clients.settings')}</h2>
        {may('masterdata:manage') && (
          <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
            {t('clients.addSetting')}
          </Button>
        )}
      </header>
      {isSuccess && settings.length === 0 && <p className="quiet">{t('clients.noSettings')}</p>}
      {settings.length > 0 && (
        <TableRegion label={t('clients.settings')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('clients.setting')}</th>
                <th scope="col">{t('clients.value')}</th>
                <th scope="col">{t('clients.validity')}</th>
                <th scope="col">{t('clients.source')}</th>
              </tr>
            </thead>
            <tbody>
              {settings.map((setting) => (
                <tr key={setting.key + setting.validFrom}>
                  <th scope="row">{setting.key}</th>
                  <td className="wraps">
                    {typeof setting.value === 'object' ? JSON.stringify(setting.value) : String(setting.value)}
                  </td>
                  <td>
                    {formatDay(setting.validFrom)} – {formatDay(setting.validTo) || t('standing.open')}
                  </td>
                  <td className="wraps">{setting.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {adding && (
        <FormDialog<Parameters<typeof addSetting>[1]>
          title={t('clients.addSetting')}
          submit={t('common.add')}
          fields={[
            { name: 'key', label: t('clients.setting'), required: true },
            { name: 'value', label: t('clients.value'), required: true },
            { name: 'validFrom', label: t('clients.validFrom'), type: 'day', required: true },
            { name: 'source', label: t('clients.source'), help: t('clients.sourceHelp') },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            await addSetting(client.id, body);
            await queryClient.invalidateQueries({ queryKey: query.queryKey });
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
