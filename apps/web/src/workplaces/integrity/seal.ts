import type { Seal } from '~/api/types';

export const sealedAt = (seal: Seal): string | undefined => seal.sealedAt ?? seal.createdAt;
