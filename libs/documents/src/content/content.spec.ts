import { randomBytes } from 'node:crypto';
import { type DocumentsApp, startDocuments } from '../../../../test/support/documents.js';
import { invoiceXml, plainPdf } from '../../../../test/support/invoice-files.js';
import { type ObjectServer, startObjectServer } from '../../../../test/support/object-store.js';
import { ContentStore, sha256Of } from './content.store.js';
import { objectStoreOptions } from './object-store.js';

const fileOf = (docs: DocumentsApp, client: number, id: string) =>
  docs.send('GET', `/clients/${client}/documents/${id}/files/1`);
let numbers = 0;
const invoice = (): Buffer => invoiceXml({ number: `S-${++numbers}`, net: `${numbers}00.00` });

describe('bytes in the database', () => {
  let docs: DocumentsApp;
  let client: number;
  let other: number;
  beforeAll(async () => {
    docs = await startDocuments();
    [client, other] = [await docs.newClient(), await docs.newClient()];
  });
  afterAll(() => docs.close());

  it.each([1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 + 17])(
    'come back as they went in: %i bytes',
    async (size) => {
      const contents = docs.app.get(ContentStore);
      const bytes = randomBytes(size);
      const prepared = await contents.prepare(client, bytes);
      await docs.db.inClient(client, (tx) => contents.keep(tx, prepared));
      await docs.db.inClient(client, (tx) => contents.keep(tx, prepared)); // once more changes nothing
      expect((await contents.read(client, sha256Of(bytes))).equals(bytes)).toBe(true);
      const chunks = await docs.all(
        'select length(bytes) as n from content_chunk where client_id = $1 and sha256 = $2',
        [client, sha256Of(bytes)],
      );
      expect(chunks).toHaveLength(Math.ceil(size / (1024 * 1024)));
    },
  );

  it('of a file that two clients have are kept for each', async () => {
    const bytes = invoice();
    const [here, there] = [await docs.upload(client, 'r.xml', bytes), await docs.upload(other, 'r.xml', bytes)];
    expect(here.id).not.toBe(there.id);
    expect(await docs.all('select 1 from content where sha256 = $1', [sha256Of(bytes)])).toHaveLength(2);
    await expect(docs.app.get(ContentStore).read(999, sha256Of(bytes))).rejects.toMatchObject({
      code: 'ContentDamaged',
    });
  });

  it('that were damaged are not handed out', async () => {
    const bytes = invoice();
    const { id } = await docs.upload(client, 'r.xml', bytes);
    await docs.all('alter table content_chunk disable trigger append_only');
    await docs.all(`update content_chunk set bytes = set_byte(bytes, 100, 0) where client_id = $1 and sha256 = $2`, [
      client,
      sha256Of(bytes),
    ]);
    await docs.all('alter table content_chunk enable trigger append_only');
    const answer = await fileOf(docs, client, id).catch((error: Error) => error);
    // The connection breaks off or the answer is a refusal; never the damaged bytes as if they were whole.
    if (!(answer instanceof Error)) {
      expect(answer.bytes.length).toBeLessThan(bytes.length);
      expect(answer.status === 200 ? answer.bytes.length : answer.body.code).toBe(
        answer.status === 200 ? 0 : 'ContentDamaged',
      );
    }
    await expect(docs.app.get(ContentStore).read(client, sha256Of(bytes))).rejects.toMatchObject({
      code: 'ContentDamaged',
    });
  });
});

describe('bytes in an object store', () => {
  let store: ObjectServer;
  let docs: DocumentsApp;
  let client: number;
  beforeAll(async () => {
    store = await startObjectServer();
    docs = await startDocuments({ objectStore: store.options });
    client = await docs.newClient();
  });
  afterAll(async () => {
    await docs.close();
    await store.close();
  });
  afterEach(() => void (store.fault = 'none'));
  const rows = async (): Promise<number> =>
    (await docs.all(`select 1 from document where client_id = $1`, [client])).length;

  it('lie under client and fingerprint, signed, and come back as they were', async () => {
    const bytes = invoice();
    const { id } = await docs.upload(client, 'r.xml', bytes);
    const key = `${client}/${sha256Of(bytes).toString('hex')}`;
    expect(store.objects.get(key)?.equals(bytes)).toBe(true);
    // Written and read back before anything was committed.
    expect(store.requests).toEqual([`PUT /belege/${key}`, `GET /belege/${key}`]);
    expect((await fileOf(docs, client, id)).bytes.equals(bytes)).toBe(true);
    expect(await docs.all('select store from content')).toEqual([{ store: 's3' }]);
    expect(await docs.all('select 1 from content_chunk')).toEqual([]);
    // Pages are made of the same bytes.
    const pdf = await docs.upload(client, 'r.pdf', plainPdf(['Seite']));
    expect((await docs.send('GET', `/clients/${client}/documents/${pdf.id}/pages/1?width=200`)).status).toBe(200);
  });

  it.each(['down', 'slow', 'refuses', 'loses', 'changes'] as const)(
    'nothing is taken over while the store %s',
    async (fault) => {
      const before = await rows();
      const bytes = invoice();
      store.fault = fault;
      const answer = await docs.sendFile(`/clients/${client}/documents`, 'r.xml', bytes);
      expect(answer).toMatchObject({ status: 503, body: { code: 'ContentStoreUnavailable' } });
      expect(answer.headers['retry-after']).toBeDefined();
      expect(await rows()).toBe(before);
      store.fault = 'none';
      expect((await docs.sendFile(`/clients/${client}/documents`, 'r.xml', bytes)).status).toBe(201);
    },
    30_000,
  );

  it('that the store changed or lost later are not handed out', async () => {
    const bytes = invoice();
    const { id } = await docs.upload(client, 'r.xml', bytes);
    const key = `${client}/${sha256Of(bytes).toString('hex')}`;
    store.objects.set(key, Buffer.concat([bytes.subarray(0, -1), Buffer.from('X')]));
    const changed = await fileOf(docs, client, id).catch(() => undefined);
    expect(changed?.status === 200 && changed.bytes.length > 0).toBe(false);
    store.objects.delete(key);
    const lost = await fileOf(docs, client, id).catch(() => undefined);
    expect(lost?.status === 200 && lost.bytes.length > 0).toBe(false);
  });

  it('wait in a batch until the store is there again', async () => {
    const { IntakeWorker } = await import('@lib/documents');
    const { id } = (await docs.send('POST', `/clients/${client}/document-batches`, { name: 'Ablage' })).body;
    const at = `/clients/${client}/document-batches/${id}`;
    await docs.sendFile(`${at}/files`, 'r.xml', invoice());
    store.fault = 'down';
    await docs.app.get(IntakeWorker).wake();
    expect((await docs.send('GET', at)).body.counts).toMatchObject({ done: 0, failed: 0 });
    store.fault = 'none';
    await docs.app.get(IntakeWorker).wake();
    expect((await docs.send('GET', at)).body.counts).toMatchObject({ done: 1, documents: 1 });
  });
});

describe('the settings of the object store', () => {
  const whole = { S3_ENDPOINT: 'https://s3.example.org/', S3_BUCKET: 'b', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's' };

  it('are read from the environment, and say what is missing', () => {
    expect(objectStoreOptions({})).toBeNull();
    expect(objectStoreOptions(whole)).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'b',
      accessKey: 'a',
      secretKey: 's',
      region: 'us-east-1',
    });
    for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'])
      expect(() => objectStoreOptions({ ...whole, [name]: '' })).toThrow(name);
    expect(() => objectStoreOptions({ ...whole, S3_ENDPOINT: 'ftp://x' })).toThrow('S3_ENDPOINT');
  });
});
