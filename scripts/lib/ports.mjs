import { createServer } from 'node:net';

export const portalPort = Number(process.env.PAVED_ROAD_PORT ?? 7007);
export const forgePort = Number(process.env.PAVED_ROAD_FORGE_PORT ?? 7008);

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
