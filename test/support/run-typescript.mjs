// `node --import test/support/run-typescript.mjs file.ts` runs the sources without a build: for tests that start a process of
// ours, since Jest compiles only what it loads itself.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
