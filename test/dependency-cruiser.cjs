// The layers of docs/architecture.md as rules. A lib may use the libs listed here and no other.
const USES = {
  kernel: [],
  einvoice: [],
  database: ['kernel'],
  access: ['kernel', 'database'],
  http: ['kernel', 'database', 'access'],
  clients: ['kernel', 'database', 'access'],
  ledger: ['kernel', 'database', 'access', 'clients'],
  partners: ['kernel', 'database', 'access', 'clients'],
  'open-items': ['kernel', 'database', 'access', 'clients', 'ledger', 'partners'],
  documents: ['kernel', 'database', 'access', 'http', 'clients', 'ledger', 'partners', 'open-items', 'einvoice'],
  invoicing: ['kernel', 'database', 'access', 'clients', 'ledger', 'partners', 'open-items', 'einvoice'],
  exchange: ['kernel', 'database', 'access', 'http', 'clients', 'ledger', 'partners', 'open-items'],
  reporting: ['kernel', 'database', 'access', 'clients', 'ledger', 'exchange'],
};

const SPEC = '\\.spec\\.ts$';

const layers = Object.entries(USES).map(([lib, uses]) => ({
  name: `layer-${lib}`,
  comment: `${lib} uses ${uses.join(', ') || 'no other lib'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPEC },
  to: { path: '^libs/', pathNot: `^libs/(${[lib, ...uses].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'listed-libs-only',
      comment: 'a new lib gets its row above before it gets code',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(USES).join('|')})/` },
      to: {},
    },
    {
      name: 'one-door',
      comment: "another lib is entered by its src/index.ts, as '@lib/<name>'",
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps|migrations)/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/'] },
    },
    {
      name: 'not-through-the-own-door',
      comment: 'inside a lib, files import each other directly',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: SPEC },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^(libs|migrations)/', pathNot: SPEC },
      to: { path: '^apps/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'a frozen migration must not change with the code',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^libs/', pathNot: '^libs/kernel/' },
    },
    {
      name: 'only-the-database-migrates',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/database/', SPEC] },
      to: { path: '^migrations/', pathNot: '^migrations/(catalogue\\.ts$|seeds/)' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(libs|apps|migrations)/', pathNot: [SPEC, '^apps/web/'] },
      to: { path: ['^test/', SPEC] },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      from: { path: '^(libs|apps/api/src|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // Type declarations that a package's @types bring under its name do not exist in the package itself.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^pdfmake/interfaces' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/web/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
