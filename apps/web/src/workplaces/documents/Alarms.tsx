import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideDuplicate, documentQuery } from '~/api/documents';
import type { DocumentDetail } from '~/api/document-types';
import { decideBankAccount, partnerQuery, proposeBankAccount } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay, useSession } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant } from '~/lib/dates';
import { Amount } from '~/ui/Amount';
import { announce } from '~/ui/Announcer';
import { findFocus, FormDialog } from '~/ui/FormDialog';
import { StopIcon, WarnIcon } from '~/ui/icons';
import { formatIban, ibanDifference } from './said';

/** What somebody has to look at before anything else happens; each says what to do, and who may. */
export function Alarms({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const alarms = [...new Set(document.alarms)];
  return (
    <>
      {alarms.map((alarm) => {
        if (alarm === 'DuplicateNumber' || alarm === 'DuplicateAmount')
          return <DuplicateAlarm key={alarm} document={document} alarm={alarm} />;
        if (alarm === 'IbanChanged') return <IbanAlarm key={alarm} document={document} />;
        return (
          <Alarm key={alarm} title={t(`documents.alarms.${alarm as 'WrongClient'}`, { defaultValue: alarm })}>
            {document.acceptedAt === null && (
              <p>{t(`documents.alarmHelp.${alarm as 'WrongClient'}`, { defaultValue: '' })}</p>
            )}
          </Alarm>
        );
      })}
    </>
  );
}

function Alarm({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="notice bad alarm">
      <h3>
        <WarnIcon /> {title}
      </h3>
      {children}
    </section>
  );
}

const isOpen = (document: DocumentDetail): boolean => document.state === 'new' || document.state === 'returned';

/** The other document beside this one, so that nobody has to go and look. */
function DuplicateAlarm({
  document,
  alarm,
}: {
  document: DocumentDetail;
  alarm: 'DuplicateNumber' | 'DuplicateAmount';
}) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [asking, setAsking] = useState<'yes' | 'no' | null>(null);
  const otherId = document.duplicateOf ?? document.links.find((link) => link.kind === 'duplicate-of')?.id;
  const { data: other } = useQuery({ ...documentQuery(client.id, otherId ?? ''), enabled: !!otherId });
  const decidable = may('documents:intake') && (isOpen(document) || document.state === 'duplicate');
  return (
    <Alarm title={t(`documents.alarms.${alarm}`)}>
      {other ? (
        <table className="ledger compare">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('documents.thisOne')}</th>
              <th scope="col">
                <ClientLink page={`documents/${other.id}`}>{other.number}</ClientLink>
              </th>
            </tr>
          </thead>
          <tbody>
            {(
              [
                [t('documents.supplier'), document.supplierName, other.supplierName],
                [t('documents.invoiceNo'), document.invoiceNo, other.invoiceNo],
                [t('documents.issueDate'), formatDay(document.issueDate), formatDay(other.issueDate)],
                [
                  t('documents.amount'),
                  <Amount key="a" value={document.gross} />,
                  <Amount key="b" value={other.gross} />,
                ],
                [t('documents.received'), formatInstant(document.receivedAt), formatInstant(other.receivedAt)],
                [t('documents.state'), t(`documents.states.${document.state}`), t(`documents.states.${other.state}`)],
              ] as [string, ReactNode, ReactNode][]
            ).map(([label, mine, theirs]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="wraps">{mine}</td>
                <td className="wraps">{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t(`documents.alarmHelp.${alarm}`)}</p>
      )}
      {decidable && (
        <div className="form-actions">
          <Button onClick={() => setAsking('yes')}>{t('documents.isDuplicate')}</Button>
          <Button variant="default" onClick={() => setAsking('no')}>
            {t('documents.isNoDuplicate')}
          </Button>
        </div>
      )}
      {asking && (
        <FormDialog<{ reason: string }>
          title={asking === 'yes' ? t('documents.isDuplicate') : t('documents.isNoDuplicate')}
          submit={asking === 'yes' ? t('documents.isDuplicate') : t('documents.isNoDuplicate')}
          fields={[{ name: 'reason', label: t('journal.reason'), type: 'long', required: true }]}
          onClose={() => setAsking(null)}
          onSubmit={async ({ reason }) => {
            await decideDuplicate(client.id, document.id, {
              duplicate: asking === 'yes',
              reason,
              version: document.version,
            });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </Alarm>
  );
}

/** Payment diversion is the costliest fraud there is: old and new account side by side, and a second person says yes or no. */
function IbanAlarm({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const session = useSession();
  const may = useMay();
  const [asking, setAsking] = useState<'confirm' | 'refuse' | null>(null);
  const { data: partner } = useQuery({
    ...partnerQuery(client.id, document.partnerId ?? ''),
    enabled: !!document.partnerId,
  });
  const plainIban = (document.iban ?? '').replace(/\s/g, '');
  const known = partner?.bankAccounts.filter((account) => account.state === 'confirmed') ?? [];
  const proposed = partner?.bankAccounts.find((account) => account.iban === plainIban && account.state === 'proposed');
  const refused = partner?.bankAccounts.find((account) => account.iban === plainIban && account.state === 'refused');
  const own = proposed?.proposedBy?.id === session.user.id;
  const compared = known[0] ? ibanDifference(known[0].iban, plainIban) : null;
  const groups = (side: 0 | 1) =>
    compared?.[side]?.map((group, i) => (
      <span key={i} className={group.same ? undefined : 'differs'}>
        {group.text}{' '}
      </span>
    ));
  return (
    <Alarm title={t('documents.alarms.IbanChanged')}>
      <table className="ledger compare">
        <tbody>
          <tr>
            <th scope="row">{t('documents.iban.known')}</th>
            <td className="wraps mono">
              {compared ? groups(0) : t('documents.iban.noneKnown')}
              {known[0] && (
                <div className="quiet">
                  {known[0].holder} ·{' '}
                  {t('documents.iban.confirmedBy', {
                    name: known[0].decidedBy?.name ?? '–',
                    at: formatInstant(known[0].decidedAt),
                  })}
                </div>
              )}
              {known.slice(1).map((account) => (
                <div key={account.no}>{formatIban(account.iban)}</div>
              ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('documents.iban.onInvoice')}</th>
            <td className="wraps mono">{compared ? groups(1) : formatIban(plainIban)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        {refused
          ? t('documents.iban.refused')
          : proposed
            ? own
              ? t('documents.iban.own')
              : t('documents.iban.proposedBy', {
                  name: proposed.proposedBy?.name ?? '–',
                  at: formatInstant(proposed.proposedAt),
                })
            : t('documents.iban.help')}
      </p>
      {may('partners:manage') && partner && (
        <div className="form-actions">
          {proposed && !own && (
            <>
              <Button onClick={() => setAsking('confirm')}>{t('documents.iban.confirm')}</Button>
              <Button variant="default" onClick={() => setAsking('refuse')}>
                {t('documents.iban.refuse')}
              </Button>
            </>
          )}
          {!proposed && !refused && plainIban && (
            <Button
              variant="default"
              onClick={() =>
                void proposeBankAccount(client.id, partner.id, {
                  iban: plainIban,
                  source: t('coding.fromDocument', { number: document.number }),
                }).then(
                  async () => {
                    announce(t('documents.iban.proposedNow'));
                    await refreshClient(client.id);
                    setTimeout(findFocus);
                  },
                  (error: Error) => announce(error.message, 'bad'),
                )
              }
            >
              {t('documents.iban.propose')}
            </Button>
          )}
          <ClientLink page={`partners/${partner.id}`}>{t('documents.iban.partner')}</ClientLink>
        </div>
      )}
      {asking && proposed && partner && (
        <FormDialog<{ note?: string }>
          title={asking === 'confirm' ? t('documents.iban.confirm') : t('documents.iban.refuse')}
          submit={asking === 'confirm' ? t('documents.iban.confirm') : t('documents.iban.refuse')}
          fields={[
            {
              name: 'note',
              label: t('documents.iban.note'),
              type: 'long',
              required: true,
              help: t('documents.iban.noteHelp'),
            },
          ]}
          onClose={() => setAsking(null)}
          onSubmit={async ({ note = '' }) => {
            await decideBankAccount(client.id, partner.id, proposed.no, { confirm: asking === 'confirm', note });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
      {document.alarms.includes('IbanInvalid') && (
        <p className="sign bad">
          <StopIcon /> {t('documents.alarms.IbanInvalid')}
        </p>
      )}
    </Alarm>
  );
}
