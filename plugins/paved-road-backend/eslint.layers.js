/*
 * The direction of the backend: routes → service → domain; store → domain.
 * Rooms talk through one another's services. How a file is called says what it
 * is: `routes.ts`, `XService.ts`, `XStore.ts`; what begins with a small letter
 * is a pure function of the domain, but for what is named below.
 */

const tests = ['src/**/*.test.ts', 'src/**/__testUtils__/**'];
const rooms = ['rules', 'compliance', 'products', 'pipelines', 'goldenPaths'];

/** These put things together, read something from outside, or write to the database. */
const notDomain = [
  'src/**/routes.ts',
  'src/**/{create,open,read,record,database}*.ts',
  'src/**/*Provider.ts',
];

const zones = [
  {
    target: './src/*/**/routes.ts',
    from: `./src/{${rooms}}/**/*.ts`,
    except: ['**/*Service.ts'],
    message: 'Routes know services only.',
  },
  {
    target: './src/**/*Service.ts',
    from: './src/**/{routes,Database*}.ts',
    message: 'A service knows the interface of its store, and no route.',
  },
  {
    target: './src/**/{*Store,*Queue,*Memory,*Leases,*Source,Database*}.ts',
    from: './src/**/{routes,*Service}.ts',
    message: 'A store knows the domain only.',
  },
  {
    target: `./src/{http,openApi}/**/*.ts`,
    from: `./src/{${rooms}}/**/*.ts`,
    message: 'What all rooms use knows none of them.',
  },
  ...rooms.map(room => ({
    target: `./src/${room}/**/*.ts`,
    from: rooms
      .filter(other => other !== room)
      .map(other => `./src/${other}/**/*.ts`),
    except: ['**/*Service.ts'],
    message: 'Rooms talk through services.',
  })),
];

const domainZone = {
  target: './src',
  from: './src/**/{routes,*Service,*Store,*Queue,Database*}.ts',
  message: 'The domain knows neither services, stores nor routes.',
};

/** The overrides of ESLint's configuration that hold the direction. */
exports.lintLayers = basePath => [
  {
    files: ['src/**/*.ts'],
    excludedFiles: tests,
    rules: { 'import/no-restricted-paths': ['error', { basePath, zones }] },
  },
  {
    files: rooms.map(room => `src/${room}/**/[a-z]*.ts`),
    excludedFiles: [...tests, ...notDomain],
    rules: {
      'import/no-restricted-paths': [
        'error',
        { basePath, zones: [...zones, domainZone] },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['*.test*', '**/__testUtils__/**'] },
            {
              group: [
                'knex',
                'express*',
                'node:*',
                '!node:crypto',
                '!node:path',
                '@backstage/backend-plugin-api',
                '@backstage/plugin-*-node',
              ],
              message:
                'The domain is pure: no database, no HTTP, no clock, no process.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0], Identifier[name="process"]',
          message: 'The domain is pure: hand the time over.',
        },
      ],
    },
  },
];
