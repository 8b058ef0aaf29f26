import { Button, Checkbox, FileButton, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportKind, isOfRecords, startImport } from '~/api/exchange';
import { isProblem } from '~/api/problem';
import { refreshClient } from '~/api/query-client';
import type { Permission } from '~/api/types';
import { useClient, useMay } from '~/frame/client-context';
import type { Day } from '~/lib/dates';
import { Arms } from '~/ui/Arms';
import { confirm } from '~/ui/Confirm';
import { DayField } from '~/ui/DayField';
import { LookupField } from '~/ui/LookupField';
import { ProblemNotice } from '~/ui/States';

const GROUPS = {
  books: ['journal', 'opening-balances', 'open-items'],
  masterData: ['accounts', 'products', 'cost-centres', 'partners'],
  published: ['cash-flows', 'results'],
} as const satisfies Record<string, readonly ImportKind[]>;
/** What a person needs beside the right to import. */
const NEEDS: Partial<Record<ImportKind, Permission>> = {
  accounts: 'masterdata:manage',
  products: 'masterdata:manage',
  'cost-centres': 'masterdata:manage',
  partners: 'partners:manage',
  'open-items': 'open-items:manage',
};
const DATED: ReadonlySet<ImportKind> = new Set(['opening-balances', 'open-items', 'cash-flows', 'results']);
const WITH_LIQUID_FUNDS: ReadonlySet<ImportKind> = new Set(['opening-balances', 'cash-flows']);
type Encoding = 'utf-8' | 'windows-1252';
const ENCODINGS: { value: Encoding; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
];
const formatOf = (file: File): 'csv' | 'jsonl' => (/\.(jsonl|ndjson|json)$/i.test(file.name) ? 'jsonl' : 'csv');

/** File, kind and date; a dry run first, unless one knows better. */
export function ImportForm() {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>('journal');
  const [file, setFile] = useState<File | null>(null);
  const [dryRun, setDryRun] = useState(true);
  const [bookingDate, setBookingDate] = useState<Day | null>(null);
  const [liquidAccount, setLiquidAccount] = useState('');
  const [encoding, setEncoding] = useState<Encoding>('utf-8');
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const may = useMay();
  const needsDate = DATED.has(kind);
  const needsLiquid = WITH_LIQUID_FUNDS.has(kind);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setFile(event.dataTransfer.files[0] ?? null);
  };
  const start = async (repeat = false) => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      const job = await startImport(client.id, file, {
        kind,
        dryRun,
        encoding,
        format: formatOf(file),
        bookingDate: (needsDate && bookingDate) || undefined,
        liquidAccount: (needsLiquid && liquidAccount) || undefined,
        repeat: repeat || undefined,
      });
      await refreshClient(client.id);
      void navigate({ to: `/clients/${client.key}/imports/${job.id}` as '/' });
    } catch (error) {
      if (isProblem(error, 'AlreadyImported') && !repeat) void offerRepeat(error.detail);
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  /** The very same file once more is most often a mistake, so it takes a second word. */
  const offerRepeat = async (detail: string) => {
    if (await confirm({ title: t('imports.repeatTitle'), text: detail, yes: t('imports.repeat') })) await start(true);
  };

  return (
    <div className="form">
      <p style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Arms client={client} size={20} /> {t('imports.into', { client: client.name })}
      </p>
      {problem !== null && <ProblemNotice error={problem} />}
      <div className="two">
        <NativeSelect
          label={t('imports.kind')}
          value={kind}
          data={Object.entries(GROUPS).map(([group, kinds]) => ({
            group: t(`imports.groups.${group as keyof typeof GROUPS}`),
            items: (kinds as readonly ImportKind[])
              .filter((value) => !NEEDS[value] || may(NEEDS[value]))
              .map((value) => ({ value, label: t(`imports.kinds.${value}`) })),
          }))}
          onChange={(event) => setKind(event.currentTarget.value as ImportKind)}
        />
        <NativeSelect
          label={t('imports.encoding')}
          value={encoding}
          data={ENCODINGS}
          onChange={(event) => setEncoding(event.currentTarget.value as Encoding)}
        />
        {needsDate && <DayField label={t('imports.bookingDate')} value={bookingDate} onChange={setBookingDate} />}
        {needsLiquid && (
          <LookupField
            kind="accounts"
            label={t('imports.liquidAccount')}
            value={liquidAccount}
            onChange={setLiquidAccount}
          />
        )}
      </div>
      <p className="quiet">
        {t('imports.columnsLabel')}: {t(`imports.columns.${kind}`)}
      </p>
      <div
        className="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {file ? (
          <p className="strong">
            {file.name}{' '}
            <span className="quiet">
              ({t('imports.size', { kilobytes: Math.ceil(file.size / 1024).toLocaleString('de-DE') })})
            </span>
          </p>
        ) : (
          <p>{t('imports.drop')}</p>
        )}
        <FileButton onChange={setFile} accept=".csv,.jsonl,.ndjson,.json,text/csv,application/x-ndjson">
          {(props) => (
            <Button {...props} variant="default">
              {file ? t('imports.otherFile') : t('imports.chooseFile')}
            </Button>
          )}
        </FileButton>
        <p className="quiet">{t('imports.formats')}</p>
      </div>
      <Checkbox
        size="xs"
        label={t('imports.dryRun')}
        description={t('imports.dryRunHelp')}
        checked={dryRun}
        onChange={(event) => setDryRun(event.currentTarget.checked)}
      />
      <div className="form-actions">
        <Button disabled={!file} loading={busy} onClick={() => void start()}>
          {dryRun ? t('imports.startDry') : t(isOfRecords(kind) ? 'imports.takeIn' : 'imports.start')}
        </Button>
        {!file && <span className="quiet">{t('imports.fileMissing')}</span>}
      </div>
    </div>
  );
}
