import { createLog } from './log.js';
import { createService } from './service.js';
import { createTokens } from './tokens.js';

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; infra/containers.ts sets it`);
  }
  return value;
}

const log = createLog();
const server = createService({
  tokens: createTokens({
    issuer: wanted('JWT_ISSUER'),
    audience: wanted('JWT_AUDIENCE'),
  }),
  log,
});

server.listen(Number(wanted('PORT')), () => log.info('Listening'));

// ECS asks first, and ends it 30 seconds later.
process.once('SIGTERM', () => {
  log.info('Leaving');
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
