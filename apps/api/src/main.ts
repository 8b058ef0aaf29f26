// The beginning of everything, and nothing more: Node opens all modules at once, and where the system allows too few files that fails before
// any of them could say so.
import { ExitCode } from './exit-codes.js';

await import('./serve.js').catch((error: NodeJS.ErrnoException) => {
  const tooFew = error.code === 'EMFILE' || error.code === 'ENFILE';
  process.stderr.write(
    tooFew
      ? '\nFinanzzentrum cannot run: the system lets it open too few files at the same time. Raise the limit to 4096 or more ' +
          '(ulimit -n 4096; LimitNOFILE=4096 in a systemd unit; --ulimit nofile=4096 for a container) and start again.\n'
      : `\nFinanzzentrum cannot run: ${error.stack ?? error.message}\n`,
  );
  process.exit(tooFew ? ExitCode.SystemLimit : ExitCode.Failed);
});
