/** Why the embedded server could not be started, or kept running; the message of the error says what to do about it. */
export type EmbeddedServerErrorCode =
  | 'UnsupportedPlatform'
  | 'BinariesMissing'
  | 'DataDirectoryUnreachable'
  | 'DataDirectoryUnwritable'
  | 'DataDirectoryInUse'
  | 'ServerVersionMismatch'
  | 'PasswordMissing'
  | 'RestoreCutOff'
  | 'PortOccupied'
  | 'InitialisationFailed'
  | 'StartFailed'
  | 'ServerLost';

/** The embedded server cannot run. `code` is stable, the text is written for the person at the console. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';

  constructor(
    readonly code: EmbeddedServerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `code` of a Node system error (`ENOENT`, `EACCES`, …), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null | undefined)?.code;
}
