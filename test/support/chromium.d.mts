import type { Browser, LaunchOptions } from 'playwright-core';

export function findChromium(): { kind: 'system' | 'packaged'; path: string } | null;
export function launchChromium(options?: LaunchOptions): Promise<Browser>;
