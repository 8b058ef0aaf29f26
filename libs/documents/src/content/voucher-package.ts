import { pack } from 'tar-stream';
import type { ClientTx, Database } from '@lib/database';
import type { ContentStore } from './content.store.js';

interface LoggedFile {
  no: string;
  source: 'document' | 'outgoing-invoice';
  number: string;
  documentId: string;
  fileNo: number;
  role: string;
  name: string;
  sha256: Buffer;
  recordedAt: string;
}

const PAGE = 500;

/** Where a voucher's file lies in the archive: `E-2026-000017/1-original.pdf`. The verifier looks for it there. */
const placeOf = ({ number, fileNo, role, name }: LoggedFile): string =>
  `${number}/${fileNo}-${role}.${/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'}`;

/**
 * The files of all vouchers of a client as a tar archive, in the order of the log. Each is read in a transaction of its own, so a slow
 * reader holds no connection; one file at a time is in memory.
 */
export async function* voucherPackage(
  database: Database,
  contents: ContentStore,
  clientId: number,
): AsyncGenerator<Buffer> {
  const tar = pack();
  const filling = fill().catch((error: Error) => tar.destroy(error));
  try {
    yield* tar as unknown as AsyncIterable<Buffer>;
  } finally {
    tar.destroy(); // the reader may have gone before the end
    await filling;
  }

  async function fill(): Promise<void> {
    for (let after = '0'; ;) {
      const page = await database.inClient(clientId, (tx) => loggedFiles(tx, after));
      for (const file of page) {
        const bytes = await bytesOf(file);
        if (bytes) await add(file, bytes);
      }
      if (page.length < PAGE) break;
      after = page.at(-1)!.no;
    }
    tar.finalize();
  }

  function bytesOf(file: LoggedFile): Promise<Buffer | undefined> {
    if (file.source === 'document') return contents.asFound(clientId, file.sha256);
    return database.inClient(clientId, async (tx) => {
      const [row] = await tx.query<{ bytes: Buffer }>(
        'select bytes from outgoing_invoice_file where client_id = $1 and invoice_id = $2 and kind = $3',
        [clientId, file.documentId, file.role],
      );
      return row?.bytes;
    });
  }

  function add(file: LoggedFile, bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry = tar.entry(
        { name: placeOf(file), size: bytes.length, mode: 0o444, mtime: new Date(file.recordedAt) },
        (error) => (error ? reject(error) : resolve()),
      );
      entry.end(bytes);
    });
  }
}

/** Files of the log behind a number, each once: a document may hang on several entries. */
function loggedFiles(tx: ClientTx, after: string): Promise<LoggedFile[]> {
  return tx.query(
    `select voucher_no as no, source, number, document_id as "documentId", file_no as "fileNo", role, name, sha256, recorded_at as "recordedAt"
     from voucher_log v where client_id = $1 and voucher_no > $2 and not exists (select from voucher_log w
       where w.client_id = v.client_id and w.document_id = v.document_id and w.file_no = v.file_no and w.voucher_no < v.voucher_no)
     order by voucher_no limit ${PAGE}`,
    [tx.clientId, after],
  );
}
