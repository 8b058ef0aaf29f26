import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { documentProblems } from '../problems.js';

class NoSuchObject extends Error {}

/** An object store that speaks the S3 protocol. */
export interface ObjectStoreOptions {
  /** `https://s3.example.org` – the bucket follows in the path. */
  endpoint: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  region: string;
  /** How long one request may take. Default 30 s. */
  timeoutMs?: number;
}

/** Reads the store's settings from the environment; null where none is configured. @throws Error naming the setting that is missing */
export function objectStoreOptions(env: NodeJS.ProcessEnv = process.env): ObjectStoreOptions | null {
  const endpoint = env['S3_ENDPOINT'];
  if (!endpoint) return null;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error('S3_ENDPOINT must be an address such as https://s3.example.org.');
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`S3_ENDPOINT is set, so ${name} must be set as well.`);
    return value;
  };
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    bucket: needed('S3_BUCKET'),
    accessKey: needed('S3_ACCESS_KEY'),
    secretKey: needed('S3_SECRET_KEY'),
    region: env['S3_REGION'] || 'us-east-1',
  };
}

/** Puts and gets whole objects under keys that never change their content. */
export class ObjectStore {
  private readonly logger = new Logger('ContentStore');
  private readonly client: AwsClient;

  constructor(private readonly options: ObjectStoreOptions) {
    this.client = new AwsClient({
      accessKeyId: options.accessKey,
      secretAccessKey: options.secretKey,
      region: options.region,
      service: 's3',
      retries: 2,
    });
  }

  /**
   * Stores bytes under a key and reads them back: what the store acknowledged and did not keep would be lost.
   * @throws Problem ContentStoreUnavailable when it cannot be reached, refuses, or answers other bytes
   */
  async put(key: string, bytes: Uint8Array, sha256: Buffer): Promise<void> {
    try {
      const answer = await this.request('PUT', key, bytes, sha256);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`PUT answered ${answer.status}`);
      const hash = createHash('sha256');
      for await (const piece of this.pieces(key)) hash.update(piece);
      if (!hash.digest().equals(sha256)) throw new Error('the object read back differs from what was stored');
    } catch (error) {
      this.logger.error(`object ${key}: ${(error as Error).message}`);
      throw documentProblems.ContentStoreUnavailable({ seconds: 30 });
    }
  }

  /** @throws Problem ContentStoreUnavailable, or ContentDamaged when the store says that it has no such object */
  async *get(key: string): AsyncGenerator<Buffer> {
    try {
      yield* this.pieces(key);
    } catch (error) {
      this.logger.error(`object ${key}: ${(error as Error).message}`);
      if (error instanceof NoSuchObject) throw documentProblems.ContentDamaged({ sha256: key.split('/').at(-1)! });
      throw documentProblems.ContentStoreUnavailable({ seconds: 30 });
    }
  }

  private async *pieces(key: string): AsyncGenerator<Buffer> {
    const answer = await this.request('GET', key);
    if (!answer.ok || !answer.body) {
      const reason = await answer.text();
      // Without its bucket the store is not reachable; that says nothing about the object.
      if (answer.status === 404 && !reason.includes('NoSuchBucket'))
        throw new NoSuchObject('the store has no such object');
      throw new Error(`GET answered ${answer.status}`);
    }
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) yield Buffer.from(piece);
  }

  private request(method: string, key: string, bytes?: Uint8Array, sha256?: Buffer): Promise<Response> {
    return this.client.fetch(`${this.options.endpoint}/${this.options.bucket}/${key}`, {
      method,
      ...(bytes && { body: bytes as BodyInit }),
      headers: {
        ...(bytes && { 'content-type': 'application/octet-stream' }),
        // Signed with the request: a proxy that changes the bytes is found out by the store.
        ...(sha256 && { 'x-amz-content-sha256': sha256.toString('hex') }),
      },
      signal: AbortSignal.timeout(this.options.timeoutMs ?? 30_000),
    });
  }
}
