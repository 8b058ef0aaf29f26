import { Button, FileButton, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  assignClearing,
  clearingFileHref,
  clearingItemQuery,
  clearingPageHref,
  clearingQuery,
  departmentsQuery,
  intakeFile,
  rejectClearing,
} from '~/api/documents';
import type { ClearingItem } from '~/api/document-types';
import { queryClient } from '~/api/query-client';
import type { ClientAccess } from '~/api/types';
import { useSession } from '~/frame/client-context';
import { formatDay, formatInstant } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { Amount, AmountCell } from '~/ui/Amount';
import { announce } from '~/ui/Announcer';
import { Arms } from '~/ui/Arms';
import { FormDialog } from '~/ui/FormDialog';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, ProblemNotice, SkeletonBlock, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { InvoiceSheet } from '../documents/InvoiceSheet';
import { PagePictures } from '../documents/PagePictures';
import { fileSize } from '../documents/said';
import '../documents/documents.css';
import './clearing.css';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['centre', 'clearing'] });

/** Files that found no client: what they say, whose they might be, and a person who decides. */
export function ClearingPage() {
  const { t } = useTranslation();
  const [{ item }, change] = useFilters();
  const { data: items, error, refetch } = useQuery(clearingQuery);
  const current = items?.find((one) => one.id === item) ?? items?.[0];
  // Where a file was decided, its buttons are gone with it: the next one takes the focus.
  const count = useRef(items?.length);
  useEffect(() => {
    const fewer = count.current !== undefined && items !== undefined && items.length < count.current;
    count.current = items?.length;
    if (!fewer) return;
    const goOn = () => {
      if (document.activeElement !== document.body) return;
      (document.querySelector<HTMLElement>('.clearing-item h2') ?? document.getElementById('main'))?.focus();
    };
    goOn();
    const timer = setTimeout(goOn, 300); // a dialog that closes gives the focus back to a button that is gone
    return () => clearTimeout(timer);
  }, [items]);
  return (
    <Page title={t('clearing.title')} note={t('clearing.note')} fill actions={<CentreUpload />}>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {items?.length === 0 && (
        <EmptyState title={t('clearing.empty')}>
          <p>{t('clearing.emptyHint')}</p>
        </EmptyState>
      )}
      {!error && items?.length !== 0 && (
        <div className="clearing">
          <TableRegion label={t('clearing.title')} fills>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('clearing.file')}</th>
                  <th scope="col" className="second-to-go">
                    {t('clearing.supplier')}
                  </th>
                  <th scope="col" className="amount">
                    {t('clearing.amount')}
                  </th>
                  <th scope="col">{t('clearing.received')}</th>
                </tr>
              </thead>
              <tbody>
                {!items && <SkeletonRows columns={4} rows={8} />}
                {items?.map((one) => (
                  <tr key={one.id} data-current={one.id === current?.id}>
                    <th scope="row" className="wraps">
                      <button type="button" className="row-open" onClick={() => change({ item: one.id })}>
                        {one.fileName}
                      </button>
                      {one.reason && <div className="quiet">{one.reason}</div>}
                    </th>
                    <td className="wraps second-to-go">{one.reading?.supplierName}</td>
                    <AmountCell value={one.reading?.gross} />
                    <td>{formatDay(one.receivedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          {current && <Item key={current.id} row={current} />}
        </div>
      )}
    </Page>
  );
}

function Item({ row }: { row: ClearingItem }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(clearingItemQuery(row.id));
  const item = data ?? row;
  const [rejecting, setRejecting] = useState(false);
  const { reading } = item;
  return (
    <section className="clearing-item" aria-label={item.fileName}>
      <h2 tabIndex={-1}>{item.fileName}</h2>
      {error && <ErrorState error={error} />}
      {item.reason && <p className="notice warn">{item.reason}</p>}
      <dl className="facts">
        <dt>{t('clearing.received')}</dt>
        <dd>
          {formatInstant(item.receivedAt)} · {item.mailbox || item.receivedByName}
        </dd>
        {reading && (
          <>
            <dt>{t('clearing.supplier')}</dt>
            <dd>
              {[reading.supplierName, reading.invoiceNo, formatDay(reading.issueDate)].filter(Boolean).join(' · ')}
            </dd>
            <dt>{t('clearing.recipient')}</dt>
            <dd>{[reading.buyerName, reading.buyerReference].filter(Boolean).join(' · ') || '–'}</dd>
            <dt>{t('clearing.amount')}</dt>
            <dd>
              <Amount value={reading.gross} /> {reading.currency}
            </dd>
          </>
        )}
        {item.size !== null && (
          <>
            <dt>{t('documents.fileSize')}</dt>
            <dd>
              {fileSize(item.size)} · <a href={clearingFileHref(item.id)}>{t('clearing.download')}</a>
            </dd>
          </>
        )}
      </dl>
      <Assign item={item} />
      <div className="form-actions">
        <Button variant="default" onClick={() => setRejecting(true)}>
          {t('clearing.reject')}
        </Button>
      </div>
      {rejecting && (
        <FormDialog<{ note: string }>
          title={t('clearing.rejectTitle', { file: item.fileName })}
          submit={t('clearing.reject')}
          fields={[
            { name: 'note', label: t('journal.reason'), type: 'long', required: true, help: t('clearing.rejectHelp') },
          ]}
          onClose={() => setRejecting(false)}
          onSubmit={async ({ note }) => {
            await rejectClearing(item.id, note);
            await refresh();
            announce(t('clearing.rejected', { file: item.fileName }));
          }}
        />
      )}
      {!data && !error && <SkeletonBlock lines={8} />}
      {data && data.pages > 0 && (
        <PagePictures
          count={data.pages}
          title={data.fileName}
          href={(page, width) => clearingPageHref(data.id, page, width)}
        />
      )}
      {data?.invoice && <InvoiceSheet invoice={data.invoice} withTerms={false} />}
    </section>
  );
}

/** Which client: its arms and colour as large as its name, and a second look before the file moves for good. */
function Assign({ item }: { item: ClearingItem }) {
  const { t } = useTranslation();
  const session = useSession();
  const clients = session.clients.filter((client) => client.permissions.includes('clearing:manage'));
  const proposed = (client: ClientAccess) => item.proposals.find((one) => one.clientId === client.id);
  const sorted = [...clients].sort((a, b) => Number(!!proposed(b)) - Number(!!proposed(a)));
  const [clientId, setClientId] = useState<number | null>(item.proposals[0]?.clientId ?? null);
  const [confirming, setConfirming] = useState(false);
  const chosen = clients.find((client) => client.id === clientId);
  return (
    <fieldset className="plain-fieldset">
      <legend>{t('clearing.assignTo')}</legend>
      <div className="client-choice">
        {sorted.map((client) => (
          <label
            key={client.id}
            style={{ borderLeftColor: client.colour ?? undefined }}
            data-chosen={client.id === clientId}
          >
            <input
              type="radio"
              name="client"
              checked={client.id === clientId}
              onChange={() => setClientId(client.id)}
            />
            <Arms client={client} size={26} />
            <span>
              <strong>{client.name}</strong>
              {proposed(client) && (
                <span className="quiet">{t('clearing.byReason', { reason: proposed(client)!.reason })}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div className="form-actions">
        <Button disabled={!chosen} onClick={() => setConfirming(true)}>
          {chosen ? t('clearing.assignConfirm', { client: chosen.name }) : t('clearing.assign')}
        </Button>
        {!chosen && <span className="quiet">{t('clearing.chooseFirst')}</span>}
      </div>
      {confirming && chosen && <AssignDialog item={item} client={chosen} onClose={() => setConfirming(false)} />}
    </fieldset>
  );
}

function AssignDialog({ item, client, onClose }: { item: ClearingItem; client: ClientAccess; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery(client.id));
  const [department, setDepartment] = useState('');
  const [reason, setReason] = useState(item.proposals.find((one) => one.clientId === client.id)?.reason ?? '');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const assign = async () => {
    setMissing(reason.trim().length < 3);
    if (reason.trim().length < 3) return;
    setBusy(true);
    setProblem(null);
    try {
      await assignClearing(item.id, {
        clientId: client.id,
        department: department || undefined,
        reason: reason.trim(),
      });
      announce(t('clearing.assigned', { file: item.fileName, client: client.name }));
      onClose();
      await refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('clearing.assignConfirm', { client: client.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="form">
        <div className="assign-client" style={{ borderColor: client.colour ?? undefined }}>
          <Arms client={client} size={52} />
          <strong>{client.name}</strong>
        </div>
        <p>{t('clearing.assignText', { file: item.fileName, client: client.name })}</p>
        {problem !== null && <ProblemNotice error={problem} />}
        <Textarea
          data-autofocus
          label={t('clearing.reason')}
          required
          error={missing ? t('errors.required') : undefined}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {departments.length > 0 && (
          <NativeSelect
            label={t('clearing.department')}
            value={department}
            onChange={(event) => setDepartment(event.currentTarget.value)}
            data={[
              { value: '', label: t('common.noneChosen') },
              ...departments
                .filter((one) => one.active)
                .map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
            ]}
          />
        )}
        <div className="form-actions">
          <Button loading={busy} onClick={() => void assign()}>
            {t('clearing.assignConfirm', { client: client.name })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

const AT_ONCE = 3;

/** Files for whichever client they name: routed by the service, the rest comes to this list. */
function CentreUpload() {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<{ sent: number; total: number } | null>(null);
  const upload = async (files: File[]) => {
    if (files.length === 0) return;
    const result = { routed: 0, open: 0, failed: 0 };
    const waiting = [...files];
    let sent = 0;
    setProgress({ sent, total: files.length });
    const worker = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        try {
          const answer = await intakeFile(file);
          if (answer.routedTo) result.routed++;
          else result.open++;
        } catch {
          result.failed++;
        }
        setProgress({ sent: ++sent, total: files.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setProgress(null);
    announce(t('clearing.uploadResult', result), result.failed > 0 ? 'bad' : 'good');
    await refresh();
  };
  return (
    <>
      {progress && (
        <span role="status" className="quiet">
          {t('clearing.uploading', progress)}
        </span>
      )}
      <FileButton multiple onChange={(files) => void upload(files)}>
        {(props) => (
          <Button {...props} loading={progress !== null}>
            {t('clearing.upload')}
          </Button>
        )}
      </FileButton>
    </>
  );
}
