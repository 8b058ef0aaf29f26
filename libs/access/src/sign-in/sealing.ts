import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

/** Encrypts small secrets with AES-256-GCM under a key of their own, derived from the centre's secret key. */
export class Sealing {
  constructor(private readonly secretKey: Buffer) {
    if (secretKey.length < 32) throw new RangeError('the secret key needs at least 32 bytes');
  }

  /** @param purpose separates uses: what was sealed for one cannot be opened for another */
  seal(purpose: string, plain: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(purpose), iv);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** Answers null for anything that was not sealed with this key for this purpose. */
  open(purpose: string, sealed: Buffer): string | null {
    if (sealed.length < IV + TAG) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.keyFor(purpose), sealed.subarray(0, IV));
      decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** A value that follows from `text` and that nobody without the key can compute. */
  mark(purpose: string, text: string): string {
    return createHmac('sha256', this.keyFor(purpose)).update(text).digest('base64url');
  }

  private readonly keys = new Map<string, Buffer>();
  private keyFor(purpose: string): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secretKey, '', `finanzzentrum/${purpose}`, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }
}
