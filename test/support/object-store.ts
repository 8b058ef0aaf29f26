import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ACCESS = 'AKEXAMPLE';
const SECRET = 'geheim/und+lang';
const REGION = 'eu-central-1';

/** A small object store that speaks as much of the S3 protocol as we use, and believes no signature that it has not computed itself. */
export interface ObjectServer {
  options: {
    endpoint: string;
    bucket: string;
    accessKey: string;
    secretKey: string;
    region: string;
    timeoutMs: number;
  };
  objects: Map<string, Buffer>;
  /** What it does to requests from now on. */
  fault: 'none' | 'down' | 'loses' | 'changes' | 'refuses' | 'slow';
  requests: string[];
  close(): Promise<void>;
}

export async function startObjectServer(): Promise<ObjectServer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store: ObjectServer = {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'belege',
      accessKey: ACCESS,
      secretKey: SECRET,
      region: REGION,
      timeoutMs: 1_000,
    },
    objects: new Map(),
    fault: 'none',
    requests: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const say = (status: number, content: Buffer | string = ''): void => void response.writeHead(status).end(content);
    store.requests.push(`${request.method} ${request.url}`);
    if (store.fault === 'down') return void request.socket.destroy();
    if (store.fault === 'slow') return; // never answers
    if (store.fault === 'refuses') return say(403, '<Error><Code>AccessDenied</Code></Error>');
    if (!isSigned(request, body)) return say(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const key = decodeURIComponent(request.url!.replace(/^\/belege\//, ''));
    if (request.method === 'PUT') {
      if (store.fault !== 'loses')
        store.objects.set(key, store.fault === 'changes' ? Buffer.concat([body, Buffer.from('!')]) : body);
      return say(200);
    }
    const found = store.objects.get(key);
    return found ? say(200, found) : say(404, '<Error><Code>NoSuchKey</Code></Error>');
  }
  return store;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Signature version 4, computed anew from what arrived: the body's own hash included. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!match) return false;
  const [, access, day, region, names, signature] = match as unknown as string[];
  const claimed = String(request.headers['x-amz-content-sha256']);
  if (access !== ACCESS || region !== REGION) return false;
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== sha256(body)) return false;
  if (body.length > 0 && claimed === 'UNSIGNED-PAYLOAD') return false; // what is stored is signed
  const headers = names!.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url!.split('?')[0], '', headers.join(''), names, claimed].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, day!), region!), 's3'), 'aws4_request');
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature!, 'hex'));
}
