import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '~/api/document-types';
import { createPartner } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { said } from './said';

interface NewPartnerProps {
  document: DocumentDetail;
  onCreated: (partnerId: string) => void;
}

interface NewPartnerWish {
  name: string;
  vatId?: string;
  taxNumber?: string;
  email?: string;
  address?: { street?: string; postalCode?: string; city?: string; country?: string };
  iban?: string;
}

/** A supplier not known yet, filled in from the invoice; its bank account waits for a second person. */
export function NewPartner({ document, onCreated }: NewPartnerProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [open, setOpen] = useState(false);
  const seller = document.invoice?.seller;
  return (
    <p className="code-links">
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('coding.newPartner')}
      </button>
      {open && (
        <FormDialog<NewPartnerWish>
          title={t('coding.newPartner')}
          submit={t('coding.createPartner')}
          initial={{
            name: said(seller?.name) ?? document.supplierName,
            vatId: said(seller?.vatId),
            taxNumber: said(seller?.taxNumber),
            email: said(seller?.contact?.email),
            'address.street': said(seller?.address?.line1),
            'address.postalCode': said(seller?.address?.postcode),
            'address.city': said(seller?.address?.city),
            'address.country': said(seller?.address?.country) ?? 'DE',
            iban: document.iban,
          }}
          fields={[
            { name: 'name', label: t('coding.partnerName'), required: true },
            { name: 'vatId', label: t('invoice.vatId'), row: 'tax' },
            { name: 'taxNumber', label: t('invoice.taxNumber'), row: 'tax' },
            { name: 'email', label: t('coding.partnerEmail') },
            { name: 'address.street', label: t('coding.partnerStreet') },
            { name: 'address.postalCode', label: t('coding.partnerPostalCode'), row: 'place' },
            { name: 'address.city', label: t('coding.partnerCity'), row: 'place' },
            { name: 'address.country', label: t('coding.partnerCountry'), row: 'place' },
            { name: 'iban', label: 'IBAN', help: t('coding.partnerIbanHelp') },
          ]}
          onClose={() => setOpen(false)}
          onSubmit={async ({ iban, address, ...body }) => {
            const partner = await createPartner(client.id, {
              kind: 'company',
              ...body,
              ...(address?.city && {
                address: { ...address, city: address.city, validFrom: document.issueDate ?? today() },
              }),
              ...(iban && { bankAccount: { iban, source: t('coding.fromDocument', { number: document.number }) } }),
            });
            await refreshClient(client.id);
            announce(t('coding.partnerCreated', { name: partner.name, number: partner.number }));
            onCreated(partner.id);
          }}
        />
      )}
    </p>
  );
}
