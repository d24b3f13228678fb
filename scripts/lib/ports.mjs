import { createServer } from 'node:net';

function portFrom(variable, otherwise) {
  const given = process.env[variable] || otherwise;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    process.stderr.write(
      `${variable} is ${given}, but has to be a port, from 1 to 65535.\n`,
    );
    process.exit(1);
  }
  return port;
}

export const portalPort = portFrom('PAVED_ROAD_PORT', 7007);
export const forgePort = portFrom('PAVED_ROAD_FORGE_PORT', 7008);
export const awsPort = portFrom('PAVED_ROAD_AWS_PORT', 7009);

if (new Set([portalPort, forgePort, awsPort]).size < 3) {
  process.stderr.write(
    'PAVED_ROAD_PORT, PAVED_ROAD_FORGE_PORT and PAVED_ROAD_AWS_PORT have to be different ports.\n',
  );
  process.exit(1);
}

/** Ends with a plain word when something else listens on a port that is needed. */
export async function needFreePort(port, variable) {
  const free = await new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  if (!free) {
    process.stderr.write(
      `Port ${port} is in use. Stop what listens there, or choose another with ${variable}.\n`,
    );
    process.exit(1);
  }
}
