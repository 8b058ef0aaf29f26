import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, startEmbeddedServer } from '@lib/database';
import { ExitCode } from '../exit-codes.js';
import { readSettings } from '../settings.js';
import { explainStartFailure } from '../startup.js';
import { goOnWithoutSealKey, goOnWithoutSecretKey, type KeyRoom, rotateSealKey, showKeys } from './change-keys.js';
import { CommandError } from './command.js';

const USAGE = `Shows and changes the keys of a stopped centre (docs/operations.md, "Keys").

  npm run keys -- show
  npm run keys -- rotate-seal-key --reason <text> [--new <Ed25519 private key, PEM>]
  npm run keys -- seal-key-lost --reason <text>
  npm run keys -- secret-key-lost`;

async function carryOut(room: KeyRoom, order: string, reason: string | undefined, brought?: string): Promise<string[]> {
  const needed = (): string => {
    if (reason === undefined || reason.trim().length < 3) throw new CommandError(`Say why with --reason.\n\n${USAGE}`);
    return reason.trim();
  };
  switch (order) {
    case 'show':
      return showKeys(room);
    case 'rotate-seal-key': {
      const { id, fingerprint } = await rotateSealKey(room, needed(), brought);
      return [
        `Seals are signed by the key ${id} from now on; the key before it signed that.`,
        `Its fingerprint for the auditors: ${fingerprint.match(/.{4}/g)!.join(' ')}`,
        brought === undefined
          ? 'It lies in the data directory; back it up. The former key beside it is needed no more: destroy it.'
          : 'Set SEAL_KEY to it before the next start.',
      ];
    }
    case 'seal-key-lost': {
      const { id, fingerprint } = await goOnWithoutSealKey(room, needed());
      return [
        `Seals are signed by the key ${id} from now on. Nobody signed that hand-over: tell the auditors, every verifier shows the break.`,
        `Its fingerprint: ${fingerprint.match(/.{4}/g)!.join(' ')}`,
      ];
    }
    case 'secret-key-lost':
      return [
        `The centre goes on with the secret key it was given. ${await goOnWithoutSecretKey(room)} people set up their one-time codes anew.`,
      ];
    default:
      throw new CommandError(USAGE);
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reason: { type: 'string' }, new: { type: 'string' } },
  });
  const brought =
    values.new === undefined
      ? undefined
      : readFileSync(path.resolve(process.env['INIT_CWD'] ?? '.', values.new), 'utf8');
  const { dataDir, databaseUrl } = readSettings();
  const server = databaseUrl ? undefined : await startEmbeddedServer({ dataDir });
  try {
    const adminUrl = databaseUrl ?? server!.adminUrl;
    await migrate(adminUrl);
    const room = { adminUrl, dataDir, env: process.env };
    for (const line of await carryOut(room, positionals[0] ?? '', values.reason, brought)) console.log(line);
  } finally {
    await server?.stop();
  }
  process.exit(ExitCode.Ok);
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  const isUsage = error instanceof CommandError || /^ERR_PARSE_ARGS/.test(code ?? '');
  console.error(`\n${isUsage ? message : explainStartFailure(error).message}`);
  process.exit(isUsage ? ExitCode.Usage : explainStartFailure(error).exitCode);
}
