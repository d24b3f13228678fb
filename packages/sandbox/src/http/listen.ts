import { Server } from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * Lets a server listen on 127.0.0.1.
 *
 * @throws Error where the port is in use.
 */
export async function listen(
  server: Server,
  options: {
    /** 0 for any that is free. */
    port: number;
    maxConnections: number;
    idleConnectionMs: number;
  },
): Promise<{ url: string; stop(): Promise<void> }> {
  server.maxConnections = options.maxConnections;
  server.keepAliveTimeout = options.idleConnectionMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
