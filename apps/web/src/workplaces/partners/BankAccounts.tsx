import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endPartnerBankAccount } from '~/api/partner-records';
import { decideBankAccount, type Partner, type PartnerBankAccount, proposeBankAccount } from '~/api/partners';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay, useSession } from '~/frame/client-context';
import { formatDay, formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { WarnIcon } from '~/ui/icons';
import { ReasonedButton } from '~/ui/ReasonedButton';
import { formatIban, ibanDifference } from '../documents/said';

const TONE = { proposed: 'tag warn', confirmed: 'tag good', refused: 'tag bad', ended: 'tag' } as const;

/** What the partner signed for direct debits; nothing is shown where there is none. */
function Mandates({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  if (partner.mandates.length === 0) return null;
  return (
    <>
      <h2>{t('partners.mandates')}</h2>
      <ul className="plain-accounts">
        {partner.mandates.map((mandate) => (
          <li key={mandate.reference} className="bank-account">
            <span className="iban">{mandate.reference}</span>{' '}
            <span className={mandate.state === 'active' ? 'tag good' : 'tag'}>
              {t(`partners.mandateStates.${mandate.state}`)}
            </span>
            <div className="quiet">
              {[
                t(`partners.mandateKinds.${mandate.kind}`),
                t('partners.mandateSigned', { day: formatDay(mandate.signedOn) }),
                formatIban(mandate.iban),
              ].join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the partner is paid to. What is proposed comes first: it waits for a second person. */
export function BankAccounts({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PartnerBankAccount | null>(null);
  const proposed = partner.bankAccounts.filter((account) => account.state === 'proposed');
  const done = async () => {
    await refreshClient(client.id);
    announce(t('common.saved'));
  };
  return (
    <section>
      {proposed.map((account) => (
        <Proposal key={account.no} partner={partner} account={account} />
      ))}
      <header className="aside-head">
        <h2>{t('partners.accounts')}</h2>
        {may('partners:manage') && (
          <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
            {t('partners.addAccount')}
          </Button>
        )}
      </header>
      {partner.bankAccounts.length === 0 && <p className="quiet">{t('partners.noAccounts')}</p>}
      <ul className="plain-accounts">
        {partner.bankAccounts.map((account) => (
          <li key={account.no} className="bank-account" data-state={account.state}>
            <span className="iban">{formatIban(account.iban)}</span>{' '}
            <span className={TONE[account.state]}>{t(`partners.accountStates.${account.state}`)}</span>
            <div className="quiet">
              {[account.holder, account.bic].filter(Boolean).join(' · ')}
              {' · '}
              {stageOf(account, t)}
            </div>
            <div className="quiet">
              {t('partners.source')}: {account.source}
              {account.note && ` · ${account.note}`}
            </div>
            {account.sharedWith.length > 0 && (
              <div className="warn">{t('partners.sharedWith', { names: account.sharedWith.join(', ') })}</div>
            )}
            {may('partners:manage') && account.state === 'confirmed' && (
              <button type="button" className="link" onClick={() => setEnding(account)}>
                {t('partners.endAccount')}
                <span className="sr-only"> {formatIban(account.iban)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <Mandates partner={partner} />
      {adding && (
        <FormDialog<Parameters<typeof proposeBankAccount>[2]>
          title={t('partners.addAccount')}
          submit={t('partners.addAccount')}
          fields={[
            { name: 'iban', label: 'IBAN', required: true, help: t('partners.accountHelp') },
            { name: 'bic', label: 'BIC', row: 'bic' },
            { name: 'holder', label: t('partners.holder'), row: 'bic' },
            { name: 'source', label: t('partners.source'), required: true, help: t('partners.sourceHelp') },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            await proposeBankAccount(client.id, partner.id, body);
            await done();
          }}
        />
      )}
      {ending && (
        <FormDialog<{ note: string }>
          title={t('partners.endAccountTitle')}
          submit={t('partners.endAccount')}
          fields={[
            {
              name: 'note',
              label: t('partners.reason'),
              type: 'long',
              required: true,
              help: t('partners.endAccountHelp'),
            },
          ]}
          onClose={() => setEnding(null)}
          onSubmit={async ({ note }) => {
            await endPartnerBankAccount(client.id, partner.id, ending.no, note);
            await done();
          }}
        >
          <p className="strong">{formatIban(ending.iban)}</p>
        </FormDialog>
      )}
    </section>
  );
}

function stageOf(account: PartnerBankAccount, t: TFunction): string {
  const line = (key: 'proposed' | 'confirmed' | 'refused' | 'ended', at: string | null, by: string | undefined) =>
    t(`partners.${key}Line`, { at: formatInstant(at), by: by ?? '–' });
  if (account.state === 'ended') return line('ended', account.endedAt, account.endedBy?.name);
  if (account.state === 'proposed') return line('proposed', account.proposedAt, account.proposedBy.name);
  return line(account.state, account.decidedAt, account.decidedBy?.name);
}

/** Old and new side by side with every differing group marked; the second person says yes or no, and how it was checked. */
function Proposal({ partner, account }: { partner: Partner; account: PartnerBankAccount }) {
  const { t } = useTranslation();
  const client = useClient();
  const session = useSession();
  const may = useMay();
  const [asking, setAsking] = useState<'confirm' | 'refuse' | null>(null);
  const known = partner.bankAccounts.filter((one) => one.state === 'confirmed');
  const compared = known[0] ? ibanDifference(known[0].iban, account.iban) : null;
  const groups = (side: 0 | 1) =>
    compared?.[side]?.map((group, i) => (
      <span key={i} className={group.same ? undefined : 'differs'}>
        {group.text}{' '}
      </span>
    ));
  const reason = !may('partners:manage')
    ? t('partners.mayNotDecide')
    : account.proposedBy.id === session.user.id
      ? t('partners.ownProposal')
      : null;
  return (
    <section className="notice warn alarm">
      <h3>
        <WarnIcon /> {t('partners.pending')}
      </h3>
      <table className="ledger compare">
        <tbody>
          <tr>
            <th scope="row">{t('partners.old')}</th>
            <td className="wraps mono">
              {compared ? groups(0) : t('partners.none')}
              {known.slice(1).map((one) => (
                <div key={one.no}>{formatIban(one.iban)}</div>
              ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('partners.new')}</th>
            <td className="wraps mono">{compared ? groups(1) : formatIban(account.iban)}</td>
          </tr>
          <tr>
            <th scope="row">{t('partners.holder')}</th>
            <td className="wraps">{account.holder}</td>
          </tr>
          <tr>
            <th scope="row">{t('partners.source')}</th>
            <td className="wraps">{account.source}</td>
          </tr>
          <tr>
            <th scope="row">{t('partners.proposedBy')}</th>
            <td className="wraps">
              {account.proposedBy.name}, {formatInstant(account.proposedAt)}
            </td>
          </tr>
        </tbody>
      </table>
      {account.sharedWith.length > 0 && (
        <p className="strong">{t('partners.sharedWith', { names: account.sharedWith.join(', ') })}</p>
      )}
      <p>{t('partners.pendingHelp')}</p>
      <div className="form-actions">
        <ReasonedButton reason={reason} onClick={() => setAsking('confirm')}>
          {t('partners.confirm')}
        </ReasonedButton>
        {reason === null && (
          <Button variant="default" onClick={() => setAsking('refuse')}>
            {t('partners.refuse')}
          </Button>
        )}
      </div>
      {asking && (
        <FormDialog<{ note: string }>
          title={asking === 'confirm' ? t('partners.confirmTitle') : t('partners.refuseTitle')}
          submit={asking === 'confirm' ? t('partners.confirm') : t('partners.refuse')}
          fields={[
            {
              name: 'note',
              label: asking === 'confirm' ? t('partners.checkedHow') : t('partners.refusedWhy'),
              type: 'long',
              required: true,
              help: asking === 'confirm' ? t('partners.checkedHelp') : undefined,
            },
          ]}
          onClose={() => setAsking(null)}
          onSubmit={async ({ note }) => {
            await decideBankAccount(client.id, partner.id, account.no, { confirm: asking === 'confirm', note });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        >
          <p className="strong">
            {partner.name}: {formatIban(account.iban)}
          </p>
        </FormDialog>
      )}
    </section>
  );
}
