// The beginning of everything, and nothing more: Node opens all modules at once, and where the system allows too few files that fails before
// any of them could say so.
import { readFileSync } from 'node:fs';
import { ExitCode } from './exit-codes.js';

/** Files that are certainly enough to open all modules at once. */
const ENOUGH_FILES = 4096;

/** Whether the system, where it says so, lets this process open fewer files than that. */
function limitIsLow(): boolean {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/Max open files\s+(\d+)/.exec(limits)?.[1]) < ENOUGH_FILES;
  } catch (error) {
    // Not even this one can be opened; elsewhere than on Linux there is none.
    return (error as NodeJS.ErrnoException).code === 'EMFILE';
  }
}

await import('./serve.js').catch((error: NodeJS.ErrnoException) => {
  // A package that cannot be opened looks to Node like one that is not there.
  const tooFew =
    error.code === 'EMFILE' || error.code === 'ENFILE' || (error.code === 'ERR_MODULE_NOT_FOUND' && limitIsLow());
  process.stderr.write(
    tooFew
      ? '\nFinanzzentrum cannot run: the system lets it open too few files at the same time. Raise the limit to 4096 or more ' +
          '(ulimit -n 4096; LimitNOFILE=4096 in a systemd unit; --ulimit nofile=4096 for a container) and start again.\n'
      : `\nFinanzzentrum cannot run: ${error.stack ?? error.message}\n`,
  );
  process.exit(tooFew ? ExitCode.SystemLimit : ExitCode.Failed);
});
