import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SchemaVerdict } from '../../libs/einvoice/src/schemas.js';

/** The official schemas, applied by the product in a process of its own. */
export interface SchemaProcess {
  validate(bytes: Uint8Array, syntax: string): Promise<SchemaVerdict>;
  stop(): void;
}

export function startSchemas(folder: string): SchemaProcess {
  const script = path.join(__dirname, 'einvoice-schemas.mjs');
  const loader = path.join(__dirname, 'run-typescript.mjs');
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ['--import', loader, script, folder]);
  const waiting: { resolve: (verdict: SchemaVerdict) => void; reject: (error: Error) => void }[] = [];
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as SchemaVerdict);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`the schema process ended: ${complaint}`));
  });
  return {
    validate(bytes, syntax) {
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify({ base64: Buffer.from(bytes).toString('base64'), syntax })}\n`);
      });
    },
    stop() {
      child.kill();
    },
  };
}
