export * from './result.js';
export * from './money.js';
export * from './local-date.js';
export * from './clock.js';
export * from './problem.js';
export * from './text.js';
