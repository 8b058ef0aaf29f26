import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutgoingInvoice } from '~/api/outgoing-invoices';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { CheckIcon, WarnIcon } from '~/ui/icons';
import { type DraftMask, placeOf } from './draft';

interface MissingListProps {
  invoice: OutgoingInvoice;
  mask: DraftMask;
  isDirty: boolean;
  form: RefObject<HTMLFormElement | null>;
}

/** What stands against the draft, each with the way to where it is mended. */
export function MissingList({ invoice, mask, isDirty, form }: MissingListProps) {
  const { t } = useTranslation();
  const { missing } = invoice;
  return (
    <section className="own-check">
      <h2>{t('ownInvoices.check')}</h2>
      {isDirty && <p className="quiet">{t('ownInvoices.checkAfterSave')}</p>}
      {missing.length === 0 ? (
        <p className="sign good own-complete">
          <CheckIcon /> {t('ownInvoices.complete')}
        </p>
      ) : (
        <>
          <p className="sign warn own-complete">
            <WarnIcon /> {t('ownInvoices.missingTitle', { count: missing.length })}
          </p>
          <ul className="own-missing">
            {missing.map((one, i) => (
              <li key={i}>
                {one.message} <Way pointer={one.pointer} invoice={invoice} mask={mask} form={form} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface WayProps {
  pointer: string;
  invoice: OutgoingInvoice;
  mask: DraftMask;
  form: RefObject<HTMLFormElement | null>;
}

function Way({ pointer, invoice, mask, form }: WayProps) {
  const { t } = useTranslation();
  const client = useClient();
  const place = placeOf(pointer, mask);
  switch (place.at) {
    case 'client':
      return <Link to={`/centre/clients/${client.id}` as '/'}>{t('ownInvoices.toClient')}</Link>;
    case 'partner':
      return (
        <ClientLink page={`partners/${invoice.partner.id}`} search={{ view: 'data' }}>
          {t('ownInvoices.toPartner')}
        </ClientLink>
      );
    case 'field':
      return (
        <button
          type="button"
          className="link"
          onClick={() => form.current?.querySelector<HTMLElement>(`[data-mask-field="${place.name}"]`)?.focus()}
        >
          {t('ownInvoices.goThere')}
        </button>
      );
    default:
      return null;
  }
}
