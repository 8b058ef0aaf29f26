import type { Message } from './file-finding.js';
import { textHead, xmlHead } from './text-head.js';

/** What a file is, judged by its bytes alone. */
export type FileKind =
  | 'xml'
  | 'html'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'tiff'
  /** GIF, WebP, BMP, HEIC, AVIF: kept, not shown. */
  | 'other-image'
  | 'eml'
  /** ZIP, gzip, bzip2, xz, zstd, 7z, RAR, tar, CAB: never opened. */
  | 'archive'
  /** Office documents: OOXML and OpenDocument (both ZIP inside), OLE2 (.doc, .xls, .msg), RTF. */
  | 'office'
  /** Text in lines without a known form, as CSV. */
  | 'text'
  | 'empty'
  | 'unknown';

/** Bytes of the head that are looked at. Mails with long `Received` chains need the most. */
const HEAD = 16 * 1024;

const ARCHIVES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x4d, 0x53, 0x43, 0x46],
];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const TIFF: readonly (readonly number[])[] = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];
const OFFICE_ENTRIES = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetype$)/;
/** Header fields with which mails begin; two of them, or one and a MIME version, make a mail. */
const MAIL_FIELD =
  /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|sender|content-type|content-transfer-encoding|x-[a-z0-9-]+|dkim-signature|authentication-results|arc-[a-z-]+|envelope-to|thread-(?:topic|index)|in-reply-to|references|user-agent|importance|priority|list-[a-z-]+|auto-submitted|feedback-id|received-spf|accept-language|content-language|organization|resent-[a-z-]+)$/;
const HTML_ROOTS =
  /^(?:html|head|body|title|meta|script|style|link|base|table|div|span|p|a|img|iframe|form|center|font|br|h[1-6]|ul|ol|frameset|object|embed|noscript)$/i;

/**
 * What a file is, by its content: magic bytes first, then the shape of its text. The name never counts; an HTML page
 * called `rechnung.xml` is `html`. Never throws.
 */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, HEAD);
  const begins = (magic: readonly number[], at = 0): boolean => magic.every((byte, index) => head[at + index] === byte);
  const ascii = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));

  if (begins(PNG)) return 'png';
  if (begins([0xff, 0xd8, 0xff])) return 'jpeg';
  if (TIFF.some((magic) => begins(magic))) return 'tiff';
  if (ascii(0, 5) === '%PDF-') return 'pdf';
  if (/^GIF8[79]a/.test(ascii(0, 6)) || (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP')) return 'other-image';
  if (ascii(4, 8) === 'ftyp' && /^(?:heic|heix|hevc|mif1|msf1|avif)/.test(ascii(8, 12))) return 'other-image';
  if (ascii(0, 2) === 'BM' && head.length > 30 && begins([0, 0, 0, 0], 6)) return 'other-image';
  if (begins(OLE2) || ascii(0, 5) === '{\\rtf') return 'office';
  if (ARCHIVES.some((magic) => begins(magic))) return isOfficeZip(head) ? 'office' : 'archive';
  if (ascii(257, 262) === 'ustar') return 'archive';

  const text = textHead(head, bytes.length);
  if (text !== null) {
    if (text.trim() === '') return 'empty';
    const xml = xmlHead(text);
    if (xml) {
      if (xml.doctype?.toLowerCase() === 'html') return 'html';
      const root = xml.localName?.toLowerCase();
      // A fragment of a page; with a declaration, `<a>` may be anybody's element.
      if (
        root !== undefined &&
        (root === 'html' || (!xml.declared && HTML_ROOTS.test(root) && xml.namespace === null))
      ) {
        return 'html';
      }
      // Without a declaration, a lone bracket makes no XML.
      if (xml.declared || xml.doctype !== null || xml.localName !== null) return 'xml';
    }
    if (isMail(text)) return 'eml';
  }
  // Readers accept up to 1024 bytes of rubbish before the header of a PDF, and so do senders.
  if (ascii(0, 1024).includes('%PDF-')) return 'pdf';
  return text !== null && isPlainText(text) ? 'text' : 'unknown';
}

function isOfficeZip(head: Uint8Array): boolean {
  const nameLength = (head[26] ?? 0) | ((head[27] ?? 0) << 8);
  if (head[2] !== 3 || nameLength === 0 || nameLength > 200) return false;
  return OFFICE_ENTRIES.test(String.fromCharCode(...head.subarray(30, 30 + nameLength)));
}

function isMail(text: string): boolean {
  const lines = text.replace(/^From .*\r?\n/, '').split(/\r\n|\n|\r/);
  let known = 0;
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    const field = /^([!-9;-~]{1,76}):/.exec(line)?.[1]?.toLowerCase();
    if (field === undefined) return false;
    if (MAIL_FIELD.test(field)) known++;
    if (known >= 2) return true;
  }
  return false;
}

function isPlainText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what tells text from data
  return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/.test(text);
}

const same = (name: string): Message => ({ de: name, en: name });

/** What people call it. */
export const KIND_NAMES: Readonly<Record<FileKind, Message>> = {
  xml: same('XML'),
  html: same('HTML'),
  pdf: same('PDF'),
  png: same('PNG'),
  jpeg: same('JPEG'),
  tiff: same('TIFF'),
  'other-image': { de: 'GIF, WebP, BMP oder HEIC', en: 'GIF, WebP, BMP or HEIC' },
  eml: { de: 'E-Mail', en: 'e-mail' },
  archive: { de: 'ZIP oder ein anderes Archiv', en: 'ZIP or another archive' },
  office: { de: 'Office-Dokument', en: 'office document' },
  text: { de: 'Text', en: 'text' },
  empty: { de: 'leer', en: 'empty' },
  unknown: { de: 'unbekannter Inhalt', en: 'unknown content' },
};
const EXTENSIONS: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  xml: ['xml', 'xrechnung', 'ubl', 'cii'],
  html: ['html', 'htm', 'xhtml'],
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jfif', 'jpe'],
  tiff: ['tif', 'tiff'],
  eml: ['eml', 'mail'],
  office: ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt', 'msg', 'rtf', 'zip'],
  archive: ['zip', 'gz', 'tgz', 'bz2', 'xz', 'zst', '7z', 'rar', 'tar', 'cab'],
  text: ['csv', 'md', 'log', 'json'],
};

const CLAIMS = new Set(Object.values(EXTENSIONS).flat());

/**
 * The extension of a name where it claims another kind than the content has, else null. Extensions that claim nothing
 * (`.dat`, `.txt`) contradict nothing.
 */
export function wrongExtension(name: string, kind: FileKind): string | null {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase();
  if (extension === undefined || extension === 'txt' || kind === 'empty') return null;
  return CLAIMS.has(extension) && EXTENSIONS[kind]?.includes(extension) !== true ? extension : null;
}
