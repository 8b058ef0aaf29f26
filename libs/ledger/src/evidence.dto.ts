import { ApiSchema } from '@nestjs/swagger';

@ApiSchema({ description: 'A signature over the ends of all hash chains of a client.' })
export class SealDto {
  sealNo: number;
  sealedAt: string;
  /** The person, or `Finanzzentrum` for the daily seal. */
  sealedBy: string;
  /** What was signed, as text: client, number, instant, the seal before, and per year the last number and hash. */
  statement: string;
  /** The first 16 digits of the public key's SHA-256. */
  keyId: string;
  /** Ed25519, base64. */
  signature: string;
}

export class SealListDto {
  items: SealDto[];
  next: string | null;
  /** The key that the signatures are verified with, PEM. */
  publicKey: string;
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

export class IntegrityDto {
  years: ChainHeadDto[];
  lastSeal: SealDto | null;
  lastProof: ProofDto | null;
}
