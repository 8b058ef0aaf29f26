import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deciderQuery } from '~/api/documents';
import { declareOwnMatter, endOwnMatter, type OwnMatter, ownMattersQuery } from '~/api/partner-records';
import type { Partner } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay, useSession } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { confirm } from '~/ui/Confirm';
import { FormDialog } from '~/ui/FormDialog';
import { ReasonedButton } from '~/ui/ReasonedButton';

const KINDS = ['self', 'relative', 'other'] as const;

/** Who decides nothing about this partner, because it is their own matter or that of somebody close to them. */
export function OwnMatters({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const session = useSession();
  const may = useMay();
  const mayRead = may('documents:read');
  const { data: matters = [] } = useQuery({ ...ownMattersQuery(client.id), enabled: mayRead });
  const [asking, setAsking] = useState<'self' | 'other' | null>(null);
  const { data: people = [] } = useQuery({ ...deciderQuery(client.id), enabled: asking === 'other' });
  if (!mayRead) return null;
  const here = matters.filter((matter) => matter.partner.id === partner.id && matter.endedAt === null);

  const end = async (matter: OwnMatter) => {
    const sure = await confirm({
      title: t('partners.endMatter'),
      text: t('partners.endMatterText', { name: matter.personName }),
      yes: t('partners.endMatter'),
    });
    if (!sure) return;
    await endOwnMatter(client.id, { person: matter.person, partnerId: partner.id }).then(
      () => announce(t('common.saved')),
      (error: Error) => announce(error.message, 'bad'),
    );
    await refreshClient(client.id);
  };

  return (
    <section className="section">
      <h2>{t('partners.ownMatters')}</h2>
      <p className="quiet">{here.length === 0 ? t('partners.noOwnMatters') : t('partners.ownMattersHelp')}</p>
      <ul className="plain-accounts">
        {here.map((matter) => (
          <li key={matter.person} className="bank-account">
            <span className="strong">{matter.personName}</span> {t(`partners.matterKinds.${matter.kind}`)}
            <div className="quiet">
              {t('partners.declared', { at: formatInstant(matter.declaredAt), by: matter.declaredBy })}
              {matter.note && ` · ${matter.note}`}
            </div>
            {may('partners:manage') && (
              <ReasonedButton
                variant="subtle"
                size="compact-xs"
                reason={matter.person === session.user.id ? t('partners.endMatterOwn') : null}
                onClick={() => void end(matter)}
              >
                {t('partners.endMatter')}
              </ReasonedButton>
            )}
          </li>
        ))}
      </ul>
      <p className="code-links">
        {!here.some((matter) => matter.person === session.user.id) && (
          <button type="button" className="link" onClick={() => setAsking('self')}>
            {t('partners.declareOwn')}
          </button>
        )}
        {may('partners:manage') && (
          <button type="button" className="link" onClick={() => setAsking('other')}>
            {t('partners.declareOther')}
          </button>
        )}
      </p>
      {asking && (
        <FormDialog<{ person?: string; kind: OwnMatter['kind']; note?: string }>
          key={people.length}
          title={t('partners.declareTitle')}
          submit={t('common.save')}
          initial={{ kind: 'self' }}
          fields={[
            ...(asking === 'other'
              ? [
                  {
                    name: 'person',
                    label: t('partners.person'),
                    type: 'select' as const,
                    required: true,
                    options: [
                      { value: '', label: t('partners.choosePerson') },
                      ...people.map(({ id, name }) => ({ value: id, label: name })),
                    ],
                  },
                ]
              : []),
            {
              name: 'kind',
              label: t('partners.matterKind'),
              type: 'select',
              options: KINDS.map((value) => ({ value, label: t(`partners.matterKinds.${value}`) })),
            },
            { name: 'note', label: t('partners.field.note'), type: 'long' },
          ]}
          onClose={() => setAsking(null)}
          onSubmit={async ({ person, kind, note }) => {
            await declareOwnMatter(client.id, {
              person: person ?? session.user.id,
              partnerId: partner.id,
              kind,
              ...(note && { note }),
            });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
