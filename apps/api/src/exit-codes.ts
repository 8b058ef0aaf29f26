/**
 * How the process ends, for people and service managers (numbers as in sysexits.h where one fits).
 * `serve.ts` ends a failed start with `failStart(error)` and a running centre with `stopOnSignals(...)`, both in startup.ts.
 */
export const ExitCode = {
  /** Stopped as asked, everything drained. */
  Ok: 0,
  /** A fault of the software; the message on stderr is the place to begin. */
  Failed: 1,
  /** A setting or argument cannot be understood. */
  Usage: 64,
  /** The server of `DATABASE_URL` cannot be reached or refuses the sign-in. */
  DatabaseUnreachable: 68,
  /** `HOST`/`PORT` is occupied or not allowed. */
  PortOccupied: 69,
  /** The database server ended while the centre ran, and could not be brought back. */
  DatabaseLost: 70,
  /** The system allows too little: open files, or room on the disk. */
  SystemLimit: 71,
  /** A restore into the data directory was cut off and must be repeated; no books are there. */
  RestoreCutOff: 72,
  /** The data directory cannot be reached or written. */
  DataDirectory: 73,
  /** Another instance runs on the data directory. */
  DataDirectoryInUse: 75,
  /** The data was written by a newer version of this software or another version of PostgreSQL. */
  NewerDatabase: 76,
  /** The secret key or the seal key is not the one of this centre's data. */
  OtherSecret: 78,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
