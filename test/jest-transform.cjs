// Jest on Node < 24.9 cannot require() ES modules: TypeScript and every ESM dependency are compiled to CommonJS,
// CommonJS passes through unchanged.
const { transformSync, version } = require('@swc/core');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const types = new Map();
function packageType(dir) {
  if (types.has(dir)) return types.get(dir);
  let type;
  try {
    type = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')).type ?? 'commonjs';
  } catch {
    type = path.dirname(dir) === dir ? 'commonjs' : packageType(path.dirname(dir));
  }
  types.set(dir, type);
  return type;
}

const isTypeScript = (file) => /\.[cm]?tsx?$/.test(file);
const isModule = (file) =>
  file.endsWith('.mjs') || (file.endsWith('.js') && packageType(path.dirname(file)) === 'module');
const options = (file) => ({
  filename: file,
  swcrc: false,
  sourceMaps: isTypeScript(file) ? 'inline' : false,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: isTypeScript(file) ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript' },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: !isTypeScript(file) },
  },
});

module.exports = {
  process(source, file) {
    return isTypeScript(file) || isModule(file)
      ? { code: transformSync(source, options(file)).code }
      : { code: source };
  },
  getCacheKey(source, file) {
    const how = isTypeScript(file) || isModule(file) ? JSON.stringify(options(file)) : 'raw';
    return createHash('sha1').update(version).update(how).update('\0').update(source).digest('hex');
  },
};
