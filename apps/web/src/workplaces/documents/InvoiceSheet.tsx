import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  InvoiceAllowance,
  InvoiceLineView,
  InvoiceParty,
  InvoiceView,
  Said,
  SaidAmount,
} from '~/api/document-types';
import { TableRegion } from '~/ui/TableRegion';
import {
  addressLines,
  formatIban,
  readTerms,
  said,
  saidDay,
  saidId,
  saidMoney,
  saidNumber,
  saidQuantity,
  unitOf,
} from './said';

interface InvoiceSheetProps {
  invoice: InvoiceView;
  /** Shows the numbers of the business terms of EN 16931 behind the labels. */
  withTerms: boolean;
}

type FactList = (readonly [label: string, term: string, value: ReactNode])[];

/** The readable rendering of an XML invoice. Everything a file says is shown as text, whatever it looks like. */
export function InvoiceSheet({ invoice, withTerms }: InvoiceSheetProps) {
  const { t } = useTranslation();
  const currency = said(invoice.currency) ?? 'EUR';
  const facts = (list: FactList) => <Facts list={list} withTerms={withTerms} />;
  const type = said(invoice.typeCode);
  return (
    <article className="sheet" aria-label={t('invoice.sheet')}>
      <header className="sheet-head">
        <h2>
          {type
            ? t(`invoice.types.${type as '380'}`, { defaultValue: t('invoice.typeOther', { code: type }) })
            : t('invoice.sheet')}{' '}
          {said(invoice.number)}
          {withTerms && <Term>BT-1, BT-3</Term>}
        </h2>
        <p className="sheet-total">
          {saidMoney(invoice.totals?.payable) ?? '–'} {currency}
          <span className="quiet">
            {t('invoice.payable')}
            {withTerms && <Term>BT-115</Term>}
          </span>
        </p>
      </header>
      <div className="sheet-parties">
        <PartyBlock title={t('invoice.seller')} group="BG-4" party={invoice.seller} withTerms={withTerms} />
        <PartyBlock title={t('invoice.buyer')} group="BG-7" party={invoice.buyer} withTerms={withTerms} buyer />
      </div>
      <Section title={t('invoice.dates')}>
        {facts([
          [t('invoice.issueDate'), 'BT-2', saidDay(invoice.issueDate)],
          [t('invoice.dueDate'), 'BT-9', saidDay(invoice.dueDate)],
          [t('invoice.taxPointDate'), 'BT-7', saidDay(invoice.taxPointDate)],
          [t('invoice.delivery'), 'BT-72', saidDay(invoice.delivery?.date)],
          [t('invoice.period'), 'BT-73, BT-74', span(invoice.invoicingPeriod)],
          [t('invoice.deliveredTo'), 'BG-15', deliveredTo(invoice)],
          [t('invoice.buyerReference'), 'BT-10', said(invoice.buyerReference)],
          [t('invoice.orderReference'), 'BT-13', said(invoice.purchaseOrderReference)],
          [t('invoice.contractReference'), 'BT-12', said(invoice.contractReference)],
          [t('invoice.projectReference'), 'BT-11', said(invoice.projectReference)],
          [t('invoice.salesOrderReference'), 'BT-14', said(invoice.salesOrderReference)],
          [t('invoice.despatchAdvice'), 'BT-16', said(invoice.despatchAdviceReference)],
          [t('invoice.accountingReference'), 'BT-19', said(invoice.buyerAccountingReference)],
          [
            t('invoice.preceding'),
            'BG-3',
            (invoice.precedingInvoices ?? [])
              .map((one) => [said(one.number), saidDay(one.issueDate)].filter(Boolean).join(', '))
              .join('; ') || null,
          ],
        ])}
      </Section>
      <Lines invoice={invoice} withTerms={withTerms} />
      <Allowances invoice={invoice} withTerms={withTerms} />
      <VatTable invoice={invoice} withTerms={withTerms} />
      <Totals invoice={invoice} currency={currency} withTerms={withTerms} />
      <Payment invoice={invoice} withTerms={withTerms} />
      {(invoice.notes ?? []).some((note) => said(note.text)) && (
        <Section title={t('invoice.notes')} term={withTerms ? 'BT-22' : undefined}>
          {invoice.notes!.map((note, i) => (
            <p key={i} className="pre-line">
              {said(note.text)}
            </p>
          ))}
        </Section>
      )}
      {(invoice.supportingDocuments ?? []).length > 0 && (
        <Section title={t('invoice.supporting')} term={withTerms ? 'BG-24' : undefined}>
          <ul>
            {invoice.supportingDocuments!.map((one, i) => (
              <li key={i}>
                {[said(one.reference), said(one.description)].filter(Boolean).join(' – ')}
                {said(one.externalUri) && (
                  <>
                    {' '}
                    <span className="mono">{said(one.externalUri)}</span>{' '}
                    <span className="quiet">({t('invoice.notFetched')})</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="quiet sheet-foot">
        {said(invoice.specificationId)}
        {withTerms && <Term>BT-24</Term>}
      </p>
    </article>
  );
}

const Term = ({ children }: { children: string }) => <span className="term">{children}</span>;

function Section({ title, term, children }: { title: string; term?: string; children: ReactNode }) {
  return (
    <section className="sheet-section">
      <h3>
        {title}
        {term && <Term>{term}</Term>}
      </h3>
      {children}
    </section>
  );
}

/** Only what the invoice says; a term that is absent takes no line. */
function Facts({ list, withTerms }: { list: FactList; withTerms: boolean }) {
  const filled = list.filter(([, , value]) => value !== null && value !== undefined && value !== '');
  if (filled.length === 0) return null;
  return (
    <dl className="facts">
      {filled.map(([label, term, value]) => (
        <Fragment key={term + label}>
          <dt>
            {label}
            {withTerms && <Term>{term}</Term>}
          </dt>
          <dd className="pre-line">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const span = (period: InvoiceView['invoicingPeriod']): string | null =>
  period && (period.start || period.end) ? `${saidDay(period.start) ?? '…'} – ${saidDay(period.end) ?? '…'}` : null;

const deliveredTo = (invoice: InvoiceView): string | null =>
  [said(invoice.delivery?.name), ...addressLines(invoice.delivery?.address)].filter(Boolean).join(', ') || null;

interface PartyBlockProps {
  title: string;
  group: string;
  party: InvoiceParty | null | undefined;
  withTerms: boolean;
  buyer?: boolean;
}

function PartyBlock({ title, group, party, withTerms, buyer = false }: PartyBlockProps) {
  const { t } = useTranslation();
  return (
    <Section title={title} term={withTerms ? group : undefined}>
      {!party ? (
        <p className="quiet">{t('invoice.noParty')}</p>
      ) : (
        <>
          <p>
            <strong>{said(party.name) ?? '–'}</strong>
            {said(party.tradingName) && said(party.tradingName) !== said(party.name) && <br />}
            {said(party.tradingName) !== said(party.name) && said(party.tradingName)}
            {addressLines(party.address).map((line, i) => (
              <Fragment key={i}>
                <br />
                {line}
              </Fragment>
            ))}
          </p>
          <Facts
            withTerms={withTerms}
            list={[
              [t('invoice.vatId'), buyer ? 'BT-48' : 'BT-31', said(party.vatId)],
              [t('invoice.taxNumber'), 'BT-32', said(party.taxNumber)],
              [
                t('invoice.partyId'),
                buyer ? 'BT-46' : 'BT-29',
                (party.ids ?? []).map(saidId).filter(Boolean).join(', '),
              ],
              [t('invoice.legalId'), buyer ? 'BT-47' : 'BT-30', saidId(party.legalId)],
              [t('invoice.endpoint'), buyer ? 'BT-49' : 'BT-34', saidId(party.electronicAddress)],
              [
                t('invoice.contact'),
                buyer ? 'BG-9' : 'BG-6',
                [said(party.contact?.name), said(party.contact?.phone), said(party.contact?.email)]
                  .filter(Boolean)
                  .join('\n'),
              ],
              [t('invoice.legal'), 'BT-33', said(party.legalInformation)],
            ]}
          />
        </>
      )}
    </Section>
  );
}

const MOST_LINES = 500;

function Lines({ invoice, withTerms }: { invoice: InvoiceView; withTerms: boolean }) {
  const { t } = useTranslation();
  const lines = invoice.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <Section title={t('invoice.lines')} term={withTerms ? 'BG-25' : undefined}>
      <TableRegion label={t('invoice.lines')}>
        <table className="ledger sheet-lines">
          <thead>
            <tr>
              <th scope="col">
                {t('invoice.lineNo')}
                {withTerms && <Term>BT-126</Term>}
              </th>
              <th scope="col">
                {t('invoice.item')}
                {withTerms && <Term>BT-153</Term>}
              </th>
              <th scope="col" className="amount">
                {t('invoice.quantity')}
                {withTerms && <Term>BT-129</Term>}
              </th>
              <th scope="col" className="amount">
                {t('invoice.price')}
                {withTerms && <Term>BT-146</Term>}
              </th>
              <th scope="col" className="amount">
                {t('invoice.vatRate')}
                {withTerms && <Term>BT-152</Term>}
              </th>
              <th scope="col" className="amount">
                {t('invoice.net')}
                {withTerms && <Term>BT-131</Term>}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST_LINES).map((line, i) => (
              <LineRows key={i} line={line} depth={0} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      {lines.length > MOST_LINES && (
        <p className="quiet">{t('invoice.moreLines', { count: lines.length - MOST_LINES })}</p>
      )}
    </Section>
  );
}

function LineRows({ line, depth }: { line: InvoiceLineView; depth: number }) {
  const { t } = useTranslation();
  const unit = unitOf(line.quantity);
  const base = saidQuantity(line.price?.baseQuantity);
  const more = [
    said(line.item?.description),
    said(line.note),
    span(line.period) && `${t('invoice.period')}: ${span(line.period)}`,
    said(line.item?.sellerId) && `${t('invoice.sellerItem')}: ${said(line.item?.sellerId)}`,
    said(line.orderLineReference) && `${t('invoice.orderLine')}: ${said(line.orderLineReference)}`,
    said(line.accountingReference) && `${t('invoice.accountingReference')}: ${said(line.accountingReference)}`,
    ...(line.item?.attributes ?? []).map((one) => `${said(one.name) ?? ''}: ${said(one.value) ?? ''}`),
    ...(line.allowances ?? []).map(
      (one) => `${said(one.reason) ?? t('invoice.allowance')}: −${saidMoney(one.amount) ?? ''}`,
    ),
    ...(line.charges ?? []).map((one) => `${said(one.reason) ?? t('invoice.charge')}: ${saidMoney(one.amount) ?? ''}`),
  ].filter(Boolean);
  return (
    <>
      <tr>
        <td style={{ paddingLeft: 4 + depth * 12 }}>{said(line.id)}</td>
        <th scope="row" className="wraps">
          {said(line.item?.name) ?? '–'}
          {more.length > 0 && <div className="quiet pre-line">{more.join('\n')}</div>}
        </th>
        <td className="amount">
          {saidQuantity(line.quantity)} {unit && t(`invoice.units.${unit as 'C62'}`, { defaultValue: unit })}
        </td>
        <td className="amount">
          {saidNumber(line.price?.net)}
          {base && base !== '1' && ` / ${base}`}
        </td>
        <td className="amount">{rate(line.vat?.category, line.vat?.rate)}</td>
        <td className="amount">{saidMoney(line.netAmount)}</td>
      </tr>
      {(line.subLines ?? []).map((one, i) => (
        <LineRows key={i} line={one} depth={depth + 1} />
      ))}
    </>
  );
}

const rate = (category: Said, percent: SaidAmount): string => {
  const shown = saidQuantity(percent);
  return [shown !== null ? `${shown} %` : null, said(category) === 'S' ? null : said(category)]
    .filter(Boolean)
    .join(' ');
};

function Allowances({ invoice, withTerms }: { invoice: InvoiceView; withTerms: boolean }) {
  const { t } = useTranslation();
  const rows: [InvoiceAllowance, boolean][] = [
    ...(invoice.allowances ?? []).map((one) => [one, true] as [InvoiceAllowance, boolean]),
    ...(invoice.charges ?? []).map((one) => [one, false] as [InvoiceAllowance, boolean]),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t('invoice.allowances')} term={withTerms ? 'BG-20, BG-21' : undefined}>
      <table className="ledger">
        <tbody>
          {rows.map(([one, reduces], i) => (
            <tr key={i}>
              <th scope="row" className="wraps">
                {said(one.reason) ?? said(one.reasonCode) ?? (reduces ? t('invoice.allowance') : t('invoice.charge'))}{' '}
                {saidQuantity(one.percentage) && (
                  <span className="quiet">
                    {saidQuantity(one.percentage)} % {saidMoney(one.baseAmount) && `× ${saidMoney(one.baseAmount)}`}
                  </span>
                )}
              </th>
              <td className="amount">{rate(one.vat?.category, one.vat?.rate)}</td>
              <td className="amount">
                {reduces && '−'}
                {saidMoney(one.amount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function VatTable({ invoice, withTerms }: { invoice: InvoiceView; withTerms: boolean }) {
  const { t } = useTranslation();
  const rows = invoice.vatBreakdown ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t('invoice.vat')} term={withTerms ? 'BG-23' : undefined}>
      <TableRegion label={t('invoice.vat')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('invoice.vatCategory')}</th>
              <th scope="col" className="amount">
                {t('invoice.taxable')}
              </th>
              <th scope="col" className="amount">
                {t('invoice.tax')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                <th scope="row" className="wraps">
                  {saidQuantity(row.rate) !== null && `${saidQuantity(row.rate)} % `}
                  {said(row.category) &&
                    t(`invoice.vatCategories.${said(row.category) as 'S'}`, { defaultValue: said(row.category)! })}
                  {said(row.exemptionReason) && <div className="quiet">{said(row.exemptionReason)}</div>}
                </th>
                <td className="amount">{saidMoney(row.taxableAmount)}</td>
                <td className="amount">{saidMoney(row.taxAmount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}

interface TotalsProps {
  invoice: InvoiceView;
  currency: string;
  withTerms: boolean;
}

function Totals({ invoice, currency, withTerms }: TotalsProps) {
  const { t } = useTranslation();
  const { totals } = invoice;
  if (!totals) return null;
  const rows = (
    [
      ['lineNet', 'BT-106'],
      ['allowances', 'BT-107'],
      ['charges', 'BT-108'],
      ['net', 'BT-109'],
      ['vat', 'BT-110'],
      ['gross', 'BT-112'],
      ['prepaid', 'BT-113'],
      ['rounding', 'BT-114'],
      ['payable', 'BT-115'],
    ] as const
  ).filter(([name]) => saidMoney(totals[name]) !== null);
  return (
    <Section title={t('invoice.totals', { currency })} term={withTerms ? 'BG-22' : undefined}>
      <table className="ledger sheet-totals">
        <tbody>
          {rows.map(([name, term]) => (
            <tr key={name} className={name === 'payable' || name === 'gross' ? 'subtotal' : undefined}>
              <th scope="row">
                {t(`invoice.total.${name}`)}
                {withTerms && <Term>{term}</Term>}
              </th>
              <td className="amount">
                {(name === 'allowances' || name === 'prepaid') && '−'}
                {saidMoney(totals[name])}
              </td>
            </tr>
          ))}
          {(invoice.thirdPartyPayments ?? []).map((one, i) => (
            <tr key={i}>
              <th scope="row">{said(one.description) ?? said(one.type) ?? t('invoice.thirdParty')}</th>
              <td className="amount">{saidMoney(one.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Payment({ invoice, withTerms }: { invoice: InvoiceView; withTerms: boolean }) {
  const { t } = useTranslation();
  const terms = readTerms(invoice.paymentTerms);
  const means = invoice.paymentMeans ?? [];
  const codes = [...new Set(means.map((one) => said(one.typeCode)).filter((code) => code !== null))];
  const accounts = means.flatMap((one) => one.accounts ?? []).filter((account) => said(account.accountId));
  const { directDebit } = invoice;
  return (
    <Section title={t('invoice.payment')} term={withTerms ? 'BG-16' : undefined}>
      <Facts
        withTerms={withTerms}
        list={[
          [
            t('invoice.means'),
            'BT-81',
            codes.map((code) => t(`invoice.paymentCodes.${code as '58'}`, { defaultValue: code })).join(', '),
          ],
          ...accounts.map(
            (account) =>
              [
                t('invoice.account'),
                'BT-84',
                [formatIban(said(account.accountId)), said(account.accountName), said(account.bic)]
                  .filter(Boolean)
                  .join('\n'),
              ] as const,
          ),
          [t('invoice.payee'), 'BT-59', said(invoice.payee?.name)],
          [t('invoice.remittance'), 'BT-83', said(invoice.remittanceInformation)],
          [t('invoice.mandate'), 'BT-89', said(directDebit?.mandateReference)],
          [t('invoice.creditorId'), 'BT-90', said(directDebit?.creditorId)],
          [t('invoice.debited'), 'BT-91', formatIban(said(directDebit?.debitedAccount)) || null],
          ...terms.skonto.map(
            (one) =>
              [
                one.kind === 'discount' ? t('invoice.skonto') : t('invoice.interest'),
                'BT-20',
                t(one.base ? 'invoice.skontoOf' : 'invoice.skontoTerm', {
                  percent: saidQuantity(one.percent),
                  days: one.days,
                  base: one.base ? saidMoney(one.base) : '',
                }),
              ] as const,
          ),
          [t('invoice.terms'), 'BT-20', terms.text || null],
        ]}
      />
    </Section>
  );
}
