import { findChromium } from './chromium.mjs';

export { launchChromium } from './chromium.mjs';

/** A suite that needs a browser; it is skipped, and `npm test` says so loudly, where there is none. */
export const describeInBrowser: jest.Describe = findChromium() ? describe : describe.skip;
