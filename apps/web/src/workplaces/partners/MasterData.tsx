import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPartnerAddress, changePartner } from '~/api/partner-records';
import type { Partner } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { formatDay, formatInstant, today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { RecordForm } from '~/ui/RecordForm';
import { TableRegion } from '~/ui/TableRegion';
import { partnerChangeOf, partnerFields, type PartnerForm, partnerValues } from './partner-fields';

/** Who the partner is; what it was before stays in the history. */
export function MasterData({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  return (
    <div className="partner-columns">
      <section className="partner-form">
        {may('partners:manage') ? (
          <RecordForm<PartnerForm>
            fields={partnerFields(t)}
            initial={partnerValues(partner)}
            submit={t('common.save')}
            onSubmit={async (form) => {
              await changePartner(client.id, partner.id, { ...partnerChangeOf(form), version: partner.version });
              await refreshClient(client.id);
              announce(t('common.saved'));
            }}
          />
        ) : (
          <Facts partner={partner} />
        )}
      </section>
      <Addresses partner={partner} />
    </div>
  );
}

/** For those who may look only: the same fields as text that can be read and copied. */
function Facts({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const values = partnerValues(partner);
  const shown = partnerFields(t).flatMap(({ name, label, options }) => {
    const value = values[name];
    if (value === null || value === undefined || value === '') return [];
    const text = typeof value === 'boolean' ? (value ? t('common.yes') : t('common.no')) : value;
    return { label, text: options?.find((option) => option.value === value)?.label ?? text };
  });
  return (
    <>
      <p className="notice">{t('partners.help.readOnly')}</p>
      <dl className="facts">
        {shown.map(({ label, text }) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Addresses({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <header className="aside-head">
        <h2>{t('partners.addresses')}</h2>
        {may('partners:manage') && (
          <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
            {t('partners.addAddress')}
          </Button>
        )}
      </header>
      {partner.addresses.length === 0 ? (
        <p className="quiet">{t('partners.noAddress')}</p>
      ) : (
        <TableRegion label={t('partners.addresses')}>
          <table className="ledger roomy">
            <thead>
              <tr>
                <th scope="col">{t('partners.validFrom')}</th>
                <th scope="col">{t('partners.field.address')}</th>
                <th scope="col">{t('partners.recorded')}</th>
              </tr>
            </thead>
            <tbody>
              {partner.addresses.map((address) => (
                <tr key={address.no}>
                  <td>
                    {formatDay(address.validFrom)}{' '}
                    {address.no === partner.address?.no && <span className="tag good">{t('partners.current')}</span>}
                  </td>
                  <td className="wraps">
                    {[address.street, address.addition].filter(Boolean).join(', ')}
                    <br />
                    {address.postalCode} {address.city} {address.country === 'DE' ? '' : address.country}
                  </td>
                  <td className="wraps quiet">
                    {formatInstant(address.recordedAt)} · {address.recordedBy}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {adding && (
        <FormDialog<Parameters<typeof addPartnerAddress>[2]>
          title={t('partners.addAddress')}
          submit={t('common.add')}
          initial={{ validFrom: today(), country: partner.address?.country ?? 'DE' }}
          fields={[
            { name: 'street', label: t('partners.street') },
            { name: 'addition', label: t('partners.addition') },
            { name: 'postalCode', label: t('partners.postalCode'), row: 'place' },
            { name: 'city', label: t('partners.city'), required: true, row: 'place' },
            { name: 'country', label: t('partners.country'), row: 'place' },
            { name: 'validFrom', label: t('partners.validFrom'), type: 'day', required: true },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            await addPartnerAddress(client.id, partner.id, body);
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
