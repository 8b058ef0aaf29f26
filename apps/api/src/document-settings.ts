import { statSync } from 'node:fs';
import path from 'node:path';
import { type DocumentsOptions, type FileLimits, LARGEST_LIMITS, objectStoreOptions } from '@lib/documents';
import { SettingError, settingOrFile } from './settings.js';

const LIMITS = { xml: 'LIMIT_XML_MB', pdf: 'LIMIT_PDF_MB', image: 'LIMIT_IMAGE_MB', mail: 'LIMIT_MAIL_MB' } as const;

const MB = 1024 * 1024;

/**
 * Content store, watched folder, mail server and limits of the inbox as the environment sets them; docs/operations.md explains each.
 * @throws SettingError
 */
export function documentSettings(env: NodeJS.ProcessEnv = process.env): DocumentsOptions {
  return {
    objectStore: objectStore(env),
    limits: fileLimits(env),
    inboxFolder: env['INBOX_FOLDER'] || null,
    smtpUrl: smtpUrl(settingOrFile('SMTP_URL', env)),
    mailFrom: env['MAIL_FROM'] || null,
    reading: schemaFolder(env),
  };
}

/** Smaller ones than the reader has; a larger one would promise what it does not open. */
function fileLimits(env: NodeJS.ProcessEnv): Partial<FileLimits> {
  const limits: Partial<FileLimits> = {};
  for (const kind of Object.keys(LIMITS) as (keyof FileLimits)[]) {
    const text = env[LIMITS[kind]];
    if (!text) continue;
    const most = LARGEST_LIMITS[kind] / MB;
    const mb = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(mb >= 1 && mb <= most))
      throw new SettingError(
        `${LIMITS[kind]} is "${text}"; it must be a number of megabytes from 1 to ${most}, because larger files are not opened.`,
      );
    limits[kind] = mb * MB;
  }
  return limits;
}

function objectStore(env: NodeJS.ProcessEnv): DocumentsOptions['objectStore'] {
  try {
    const secretKey = settingOrFile('S3_SECRET_KEY', env);
    return objectStoreOptions({ ...env, ...(secretKey && { S3_SECRET_KEY: secretKey }) });
  } catch (error) {
    throw error instanceof SettingError ? error : new SettingError((error as Error).message);
  }
}

/** The official schemas (UBL 2.1, CII D16B), which we may not ship. */
function schemaFolder(env: NodeJS.ProcessEnv): NonNullable<DocumentsOptions['reading']> {
  const folder = env['EINVOICE_SCHEMAS'];
  if (!folder) return {};
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SettingError(`EINVOICE_SCHEMAS is "${folder}"; there is no such folder.`);
  }
  return { schemaFolder: path.resolve(folder) };
}

function smtpUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol)) return text;
  // The value is not repeated: it holds a password.
  throw new SettingError('SMTP_URL must have the form smtp://user:password@host:587 or smtps://….');
}
