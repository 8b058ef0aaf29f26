import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createPartner } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { newPartnerFields, partnerChangeOf, type PartnerForm } from './partner-fields';

interface NewPartnerDialogProps {
  /** What was searched for and not found. */
  initialName?: string;
  onClose: () => void;
}

type Nested = { address?: { city?: string }; bankAccount?: { iban?: string; source?: string } };

/** A partner with what one usually knows at first; the rest is on its page. */
export function NewPartnerDialog({ initialName, onClose }: NewPartnerDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  return (
    <FormDialog<PartnerForm & Nested>
      title={t('partners.add')}
      wide
      submit={t('partners.add')}
      fields={newPartnerFields(t)}
      initial={{
        kind: 'company',
        name: initialName && /\p{L}{3}/u.test(initialName) ? initialName : null,
        'address.country': 'DE',
      }}
      onClose={onClose}
      onSubmit={async ({ address, bankAccount, ...form }) => {
        const partner = await createPartner(client.id, {
          ...partnerChangeOf(form),
          ...(address?.city && { address: { ...address, validFrom: today() } }),
          ...(bankAccount?.iban && { bankAccount: { ...bankAccount, source: bankAccount.source ?? '' } }),
        } as Parameters<typeof createPartner>[1]);
        await refreshClient(client.id);
        announce(t('partners.created', { name: partner.name, number: partner.number }));
        await navigate({ to: `/clients/${client.key}/partners/${partner.id}` as '/' });
      }}
    />
  );
}
