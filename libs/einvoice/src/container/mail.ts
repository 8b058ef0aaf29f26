import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { exactParts } from './exact-parts.js';
import { cleanFileName, showText, stripHidden } from './clean-text.js';
import { type FileFinding, fileFinding } from './file-finding.js';
import { type FileKind, fileKindOf } from './file-kind.js';

/** A file that came with a mail. */
export interface MailPart {
  /** Safe to show and to store. */
  name: string;
  bytes: Uint8Array;
  /** By content. */
  kind: FileKind;
  /** The type that the mail claims. */
  mimeType: string;
  /** Subjects of the mails around it, outermost first; empty for a part of the mail itself. */
  within: string[];
}

/** A mail, taken apart. Texts are cleaned for showing. */
export interface MailFacts {
  /** `Name <address>`; null where the header is missing. */
  from: string | null;
  /** Bare address in lower case, for routing and replies. */
  fromAddress: string | null;
  to: string[];
  cc: string[];
  /** Addresses of To, Cc and Delivered-To in lower case, each once: for routing. */
  recipients: string[];
  /** ISO instant; null where the header is missing or no date. */
  date: string | null;
  subject: string | null;
  messageId: string | null;
  /** The text of the mail, at most 20,000 characters; a note, never an invoice. */
  text: string;
  /** What may be a document, in the order of the mail. */
  parts: MailPart[];
  /** Names of what was left aside as decoration: logos and pictures that the text shows. */
  leftAside: string[];
}

export const MAIL_LIMITS = { parts: 200, depth: 3, total: 100 << 20, text: 20_000 } as const;

/** Pictures below this size that the text shows or that come inline are logos of signatures. */
const LOGO_BYTES = 200 * 1024;

/** Result of taking a mail apart. */
export interface MailReading {
  mail: MailFacts | null;
  findings: FileFinding[];
}

/**
 * Takes a mail apart: headers, text, files. Mails inside are opened to a depth of three; their files count as files of
 * this mail. Never throws for what a mail may contain.
 */
export async function readMail(bytes: Uint8Array): Promise<MailReading> {
  const state: State = { findings: [], parts: [], leftAside: [], count: 0, size: 0, tooDeep: false };
  try {
    const mail = await open(withoutMark(bytes), [], state);
    if (state.count > MAIL_LIMITS.parts) {
      state.findings.push(fileFinding('FZ-MAIL-PARTS', { count: state.count, limit: MAIL_LIMITS.parts }));
    }
    if (state.tooDeep) state.findings.push(fileFinding('FZ-MAIL-DEPTH', { limit: MAIL_LIMITS.depth }));
    if (state.parts.length === 0) state.findings.push(fileFinding('FZ-MAIL-NO-FILES'));
    return { mail: { ...mail, parts: state.parts, leftAside: state.leftAside }, findings: state.findings };
  } catch (error) {
    const reason = showText(error instanceof Error ? error.message : String(error)).slice(0, 200);
    return { mail: null, findings: [fileFinding('FZ-MAIL-BROKEN', { reason })] };
  }
}

/** Editors and exports put a byte order mark before the first header, which would then be none: mostly the sender. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

interface State {
  findings: FileFinding[];
  parts: MailPart[];
  leftAside: string[];
  count: number;
  size: number;
  tooDeep: boolean;
}

async function open(
  bytes: Uint8Array,
  within: string[],
  state: State,
): Promise<Omit<MailFacts, 'parts' | 'leftAside'>> {
  const mail = await PostalMime.parse(exactParts(bytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
    maxHeadersSize: 1 << 20,
  });
  const subject = mail.subject === undefined ? null : oneLine(mail.subject);
  for (const attachment of mail.attachments) await take(attachment, [...within], subject ?? '', state);
  const deliveredTo = mail.deliveredTo === undefined ? [] : [{ name: '', address: mail.deliveredTo }];
  const to = boxes(mail.to);
  const cc = boxes(mail.cc);
  const date = mail.date === undefined ? NaN : Date.parse(mail.date);
  const from = boxes(mail.from ? [mail.from] : mail.sender ? [mail.sender] : [])[0];
  return {
    from: from ? spelled(from) : null,
    fromAddress: from ? bare(from.address) : null,
    to: to.map(spelled),
    cc: cc.map(spelled),
    recipients: [...new Set([...to, ...cc, ...deliveredTo].map((one) => bare(one.address)).filter(Boolean))].slice(
      0,
      100,
    ),
    date: Number.isNaN(date) ? null : new Date(date).toISOString(),
    subject,
    messageId: mail.messageId === undefined ? null : oneLine(mail.messageId),
    text: note(mail.text ?? textOf(mail.html ?? '')),
  };
}

async function take(attachment: Attachment, within: string[], subject: string, state: State): Promise<void> {
  const content = attachment.content;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const rawName = attachment.filename ?? '';
  const kind = fileKindOf(bytes);
  if (attachment.mimeType === 'message/rfc822' || (kind === 'eml' && /\.eml$/i.test(rawName))) {
    if (within.length >= MAIL_LIMITS.depth) {
      state.tooDeep = true;
      return;
    }
    // A part that claims to be a mail and is none is a file like any other.
    if (kind === 'eml') {
      await open(bytes, [...within, subject], state);
      return;
    }
  }
  if (isDecoration(attachment, kind, bytes)) {
    state.leftAside.push(cleanFileName(rawName || attachment.contentId));
    return;
  }
  state.count++;
  state.size += bytes.length;
  if (state.count > MAIL_LIMITS.parts || state.size > MAIL_LIMITS.total) return;
  const name = cleanFileName(rawName || `Anhang-${state.count}${EXTENSION[kind] ?? ''}`);
  if (rawName !== '' && hadToBeCleaned(rawName)) {
    state.findings.push(fileFinding('FZ-NAME', { name: showText(rawName).slice(0, 200) }, name));
  }
  state.parts.push({ name, bytes, kind, mimeType: attachment.mimeType, within: within.map((one) => one) });
}

const EXTENSION: Readonly<Partial<Record<FileKind, string>>> = { xml: '.xml', pdf: '.pdf', png: '.png', jpeg: '.jpg' };

/** Paths and hidden characters; blanks and the like are nobody's bad intention. */
const hadToBeCleaned = (name: string): boolean => /[/\\]/.test(name) || stripHidden(name) !== name;

/** Logos of signatures, tracking pixels, business cards, signatures and calendar entries are no documents. */
function isDecoration(attachment: Attachment, kind: FileKind, bytes: Uint8Array): boolean {
  const picture = kind === 'png' || kind === 'jpeg' || kind === 'other-image' || kind === 'tiff';
  if (picture) {
    const shown =
      attachment.related === true || attachment.disposition === 'inline' || attachment.contentId !== undefined;
    return shown && attachment.disposition !== 'attachment' && bytes.length < LOGO_BYTES;
  }
  return /^(?:application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature)|text\/(?:x-)?vcard|text\/calendar|message\/delivery-status)$/.test(
    attachment.mimeType,
  );
}

interface Box {
  name: string;
  address: string;
}

function boxes(addresses: Address[] | undefined): Box[] {
  return (addresses ?? [])
    .flatMap((one) => (one.group ? one.group : [one]))
    .slice(0, 100)
    .map(({ name, address }) => ({ name, address: address ?? '' }));
}

const bare = (address: string): string => stripHidden(address).trim().toLowerCase().slice(0, 254);
const spelled = ({ name, address }: Box): string => oneLine(name ? `${name} <${address}>` : address);
const oneLine = (text: string): string =>
  showText(text.replace(/[\r\n\t]+/g, ' '))
    .trim()
    .slice(0, 500);
const note = (text: string): string => showText(text.replace(/\r\n?/g, '\n')).trim().slice(0, MAIL_LIMITS.text);

/** The words of a mail that has no plain text. Tags go, nothing is interpreted; this is shown as text only. One pass. */
function textOf(html: string): string {
  const source = html.slice(0, 500_000);
  const lower = source.toLowerCase();
  const pieces: string[] = [];
  for (let at = 0; at < source.length;) {
    const tag = source.indexOf('<', at);
    if (tag < 0) {
      pieces.push(source.slice(at));
      break;
    }
    pieces.push(source.slice(at, tag));
    const unseen = ['style', 'script', 'head', 'title'].find((name) => lower.startsWith(name, tag + 1));
    const end = unseen ? lower.indexOf(`</${unseen}`, tag) : tag;
    const close = end < 0 ? -1 : source.indexOf('>', end);
    if (close < 0) break;
    pieces.push(/^<(?:br|\/?p|\/?div|\/?tr|\/?li|\/?h[1-6])\b/.test(lower.slice(tag, tag + 8)) ? '\n' : ' ');
    at = close + 1;
  }
  return pieces
    .join('')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[ \t\r\n]+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
}
