import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ description: 'A signature over the ends of all hash chains of a client.' })
export class SealDto {
  sealNo: number;
  sealedAt: string;
  /** The person, or `Finanzzentrum` for the daily seal. */
  sealedBy: string;
  /** What was signed, as text: client, number, instant, the seal before, per year the last number and hash, and those of the voucher log. */
  statement: string;
  /** The first 16 digits of the public key's SHA-256. */
  keyId: string;
  /** Ed25519, base64. */
  signature: string;
}

const KEY_KINDS = ['first', 'hand-over', 'break'] as const;

@ApiSchema({ description: 'A key that seals are or were signed with. The last one is in force.' })
export class SealKeyDto {
  keyNo: number;
  /** The first 16 digits of the fingerprint, as seals name it. */
  id: string;
  /** SHA-256 of the public key (DER) in hexadecimal: what is compared by telephone. */
  fingerprint: string;
  /** PEM. */
  publicKey: string;
  /** `hand-over`: signed by the key before, too. `break`: the key before was lost, and nobody vouches for this one. */
  @ApiProperty({ enum: KEY_KINDS })
  kind: (typeof KEY_KINDS)[number];
  inForceSince: string;
  reason: string;
  /** What was signed, as text. */
  statement: string;
  /** By the key itself: Ed25519, base64. */
  signature: string;
  /** By the key before; null but at a hand-over. */
  previousSignature: string | null;
}

export class SealListDto {
  items: SealDto[];
  next: string | null;
  /** The key in force, PEM. */
  publicKey: string;
  /** All keys in their order: earlier seals are verified with earlier keys. */
  keys: SealKeyDto[];
}

export class FindingDto {
  rule: string;
  /** Year, account or entry. */
  where: string;
}

@ApiSchema({ description: 'What recomputing the books has found. Without findings all is well.' })
export class ProofDto {
  ok: boolean;
  /** How many entries were looked at. */
  entries: number;
  findings: FindingDto[];
  provenAt: string;
}

@ApiSchema({ description: 'The end of a year’s hash chain.' })
export class ChainHeadDto {
  fiscalYear: number;
  entries: number;
  /** SHA-256 in hexadecimal. */
  head: string;
}

@ApiSchema({ description: 'The log of the files that hang on entries, and how their bytes were last found.' })
export class VoucherEvidenceDto {
  /** Rows of the log. */
  entries: number;
  /** SHA-256 in hexadecimal: the end of the log’s chain. */
  head: string;
  /** Distinct files that are kept, those of unposted documents among them. */
  files: number;
  /** How many of them were read again bit by bit since they came. */
  checked: number;
  /** When the one was read whose turn is longest ago; null while some were never read again. */
  allCheckedSince: string | null;
  lastCheckedAt: string | null;
  /** Documents whose bytes no longer are what was received: `E-2026-000017 rechnung.pdf`. */
  damaged: string[];
}

const FILING_FINDINGS = ['missing', 'different'] as const;

@ApiSchema({ description: 'The folder outside the database in which every seal is filed once.' })
export class FilingDto {
  /** Number of the last filed seal; 0 when there is none. */
  lastFiled: number;
  /** The last filed seal is missing in the books or reads otherwise there; null when they agree. */
  @ApiProperty({ enum: FILING_FINDINGS, nullable: true })
  finding: (typeof FILING_FINDINGS)[number] | null;
}

export class IntegrityDto {
  years: ChainHeadDto[];
  /** Null where no folder is set up or it cannot be read now. */
  filing: FilingDto | null;
  /** To how many auditors the last seal was mailed. */
  mailedTo: number;
  vouchers: VoucherEvidenceDto;
  /** All keys in their order; the last one is in force. */
  keys: SealKeyDto[];
  lastSeal: SealDto | null;
  lastProof: ProofDto | null;
}
