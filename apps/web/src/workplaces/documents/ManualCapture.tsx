import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDocument } from '~/api/documents';
import { DOCUMENT_KINDS, type DocumentDetail, type DocumentKind } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useBooks, useClient } from '~/frame/client-context';
import { type Day, formatDay } from '~/lib/dates';
import { type Cents, formatMoney, fromApi, toApi } from '~/lib/money';
import { announce } from '~/ui/Announcer';
import { AmountField } from '~/ui/AmountField';
import { DayField } from '~/ui/DayField';
import { PartnerField } from '~/ui/PartnerField';
import { ProblemNotice } from '~/ui/States';
import { candidatesOf, type CaptureField } from './candidates';
import { formatIban } from './said';

interface Captured {
  kind: Exclude<DocumentKind, 'order'>;
  partnerId: string;
  supplierName: string;
  invoiceNo: string;
  issueDate: Day | null;
  dueOn: Day | null;
  serviceFrom: Day | null;
  serviceTo: Day | null;
  gross: Cents | null;
  iban: string;
}

const KINDS = DOCUMENT_KINDS.filter((kind) => kind !== 'order').filter((kind) => kind !== 'internal');

/**
 * What a picture says, entered by hand. Values found in the text of the file stand below each field to be taken with one
 * click; none of them is ever taken by itself.
 */
export function ManualCapture({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const { year } = useBooks();
  const [values, setValues] = useState<Captured>(() => ({
    kind: document.kind === 'order' ? 'other' : document.kind,
    partnerId: document.partnerId ?? '',
    supplierName: document.supplierName,
    invoiceNo: document.invoiceNo ?? '',
    issueDate: document.issueDate,
    dueOn: document.dueOn,
    serviceFrom: document.serviceFrom,
    serviceTo: document.serviceTo,
    gross: document.gross === null ? null : fromApi(document.gross),
    iban: formatIban(document.iban),
  }));
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (patch: Partial<Captured>) => setValues((old) => ({ ...old, ...patch }));
  const complete =
    document.gross !== null && document.invoiceNo !== null && !!(document.partnerId || document.supplierName);
  const [open, setOpen] = useState(!complete);

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const gross = values.gross === null ? null : toApi(values.gross);
      await changeDocument(client.id, document.id, {
        kind: values.kind,
        partnerId: values.partnerId || null,
        supplierName: values.supplierName.trim(),
        invoiceNo: values.invoiceNo.trim() || null,
        issueDate: values.issueDate,
        dueOn: values.dueOn,
        serviceFrom: values.serviceFrom,
        serviceTo: values.serviceTo,
        gross,
        payable: gross,
        currency: 'EUR',
        iban: values.iban.replace(/\s/g, '') || null,
        version: document.version,
      });
      await refreshClient(client.id);
      announce(t('capture.saved'));
      setOpen(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const proposals = (
    field: CaptureField,
    take: (value: string) => void,
    show: (value: string) => string = (value) => value,
  ) => <Candidates values={candidatesOf(document.suggestions, field)} take={take} show={show} />;

  if (!open)
    return (
      <p className="code-links">
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t('capture.again')}
        </button>
      </p>
    );
  return (
    <section className="capture" aria-label={t('capture.title')}>
      <h3>{t('capture.title')}</h3>
      <p className="quiet">{t('capture.note')}</p>
      {problem !== null && <ProblemNotice error={problem} />}
      <div className="capture-fields">
        <NativeSelect
          label={t('documents.kind')}
          value={values.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as Captured['kind'] })}
          data={KINDS.map((kind) => ({ value: kind, label: t(`documents.kinds.${kind}`) }))}
        />
        <PartnerField
          label={t('documents.supplier')}
          value={values.partnerId}
          onChange={(partnerId, partner) => set({ partnerId, supplierName: partner?.name ?? values.supplierName })}
        />
        <div>
          <TextInput
            label={t('capture.supplierName')}
            value={values.supplierName}
            onChange={(event) => set({ supplierName: event.currentTarget.value })}
          />
          {proposals('supplierName', (supplierName) => set({ supplierName }))}
        </div>
        <div>
          <TextInput
            label={t('documents.invoiceNo')}
            value={values.invoiceNo}
            onChange={(event) => set({ invoiceNo: event.currentTarget.value })}
          />
          {proposals('invoiceNo', (invoiceNo) => set({ invoiceNo }))}
        </div>
        <div>
          <DayField
            label={t('documents.issueDate')}
            year={year}
            value={values.issueDate}
            onChange={(issueDate) => set({ issueDate })}
          />
          {proposals('issueDate', (issueDate) => set({ issueDate }), formatDay)}
        </div>
        <div>
          <AmountField label={t('capture.gross')} value={values.gross} onChange={(gross) => set({ gross })} />
          {proposals(
            'gross',
            (gross) => set({ gross: fromApi(gross) }),
            (gross) => formatMoney(fromApi(gross)),
          )}
        </div>
        <div>
          <DayField label={t('coding.dueOn')} year={year} value={values.dueOn} onChange={(dueOn) => set({ dueOn })} />
          {proposals('dueOn', (dueOn) => set({ dueOn }), formatDay)}
        </div>
        <div>
          <TextInput
            label="IBAN"
            value={values.iban}
            onChange={(event) => set({ iban: event.currentTarget.value })}
            onBlur={() => set({ iban: formatIban(values.iban) })}
          />
          {proposals('iban', (iban) => set({ iban: formatIban(iban) }), formatIban)}
        </div>
        <DayField
          label={t('coding.serviceFrom')}
          year={year}
          value={values.serviceFrom}
          onChange={(serviceFrom) => set({ serviceFrom })}
        />
        <DayField
          label={t('coding.serviceTo')}
          year={year}
          value={values.serviceTo}
          onChange={(serviceTo) => set({ serviceTo })}
        />
      </div>
      <div className="form-actions">
        <Button loading={busy} onClick={() => void save()}>
          {t('capture.save')}
        </Button>
        {complete && (
          <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface CandidatesProps {
  values: { value: string; where: string | null }[];
  take: (value: string) => void;
  show: (value: string) => string;
}

function Candidates({ values, take, show }: CandidatesProps) {
  const { t } = useTranslation();
  if (values.length === 0) return null;
  return (
    <p className="candidates">
      {t('capture.found')}{' '}
      {values.map((one) => (
        <button
          key={one.value}
          type="button"
          className="link"
          title={one.where ?? undefined}
          onClick={() => take(one.value)}
        >
          {show(one.value)}
        </button>
      ))}
    </p>
  );
}
