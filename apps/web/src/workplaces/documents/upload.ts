import { completeBatch, createBatch, sendToBatch } from '../../api/documents';
import { refreshClient } from '../../api/query-client';
import { createStore } from '../../lib/store';

export interface FailedFile {
  file: File;
  reason: unknown;
}

/** Files on their way into one batch; outside of any page, so that they keep going when the page is left. */
export interface Upload {
  clientId: number;
  batchId: string | null;
  name: string;
  total: number;
  sent: number;
  failed: FailedFile[];
  startedAt: number;
  /** Everything was tried; what failed may be tried again. */
  settled: boolean;
  /** The batch could not be opened at all. */
  problem: unknown;
}

const AT_ONCE = 3;
const uploads = createStore<Upload[]>([]);
export const useUploads = uploads.use;

const change = (upload: Upload, patch: Partial<Upload>): Upload => {
  const next = { ...upload, ...patch };
  uploads.set((all) => all.map((one) => (one.startedAt === upload.startedAt ? next : one)));
  return next;
};

/** How fast it goes and how long it will take, from what has been sent so far. */
export function paceOf(sent: number, total: number, seconds: number): { rate: number; remaining: number | null } {
  const rate = seconds > 0 ? sent / seconds : 0;
  return { rate, remaining: sent > 2 && rate > 0 ? Math.ceil((total - sent) / rate) : null };
}

/** Opens a batch and sends the files, three at a time; each failure is named and the others go on. */
export async function startUpload(clientId: number, name: string, files: File[]): Promise<void> {
  if (files.length === 0) return;
  let upload: Upload = {
    clientId,
    batchId: null,
    name,
    total: files.length,
    sent: 0,
    failed: [],
    startedAt: Date.now() + Math.random(),
    settled: false,
    problem: null,
  };
  uploads.set((all) => [...all.filter((one) => !one.settled || one.failed.length > 0), upload]);
  try {
    upload = change(upload, { batchId: (await createBatch(clientId, name)).id });
  } catch (problem) {
    change(upload, { problem, settled: true, failed: files.map((file) => ({ file, reason: problem })) });
    return;
  }
  await send(upload, files);
}

async function send(start: Upload, files: File[]): Promise<void> {
  let upload = start;
  const waiting = [...files];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      try {
        await sendToBatch(upload.clientId, upload.batchId!, file);
        upload = change(upload, { sent: upload.sent + 1 });
      } catch (reason) {
        upload = change(upload, { failed: [...upload.failed, { file, reason }] });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (upload.failed.length === 0) await finish(upload);
  else change(upload, { settled: true });
}

/** Tells the service that nothing more comes, so that it need not wait. */
export async function finish(upload: Upload): Promise<void> {
  if (upload.batchId) await completeBatch(upload.clientId, upload.batchId).catch(() => undefined);
  uploads.set((all) => all.filter((one) => one.startedAt !== upload.startedAt));
  await refreshClient(upload.clientId);
}

export async function retry(upload: Upload): Promise<void> {
  const files = upload.failed.map(({ file }) => file);
  if (!upload.batchId) {
    uploads.set((all) => all.filter((one) => one.startedAt !== upload.startedAt));
    return startUpload(upload.clientId, upload.name, files);
  }
  await send(change(upload, { failed: [], settled: false, problem: null }), files);
}

globalThis.window?.addEventListener('beforeunload', (event) => {
  if (uploads.get().some((upload) => !upload.settled)) event.preventDefault();
});
