import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';

const systems: Record<string, string> = { linux: 'ubuntu', darwin: 'macos' };
const processors: Record<string, string> = { x64: 'x86_64', arm64: 'aarch64' };

/**
 * The engine's binary that the npm package brings for this machine.
 *
 * @throws ServiceUnavailableError where there is none, naming what to do.
 */
export async function locateBinary(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<string> {
  const system = systems[platform];
  const processor = processors[arch];
  if (!system || !processor) {
    throw new ServiceUnavailableError(
      `There is no cfn-guard for ${platform} on ${arch}: run Paved Road on Linux or macOS, on x64 or arm64`,
    );
  }
  const manifest = require.resolve(
    '@cdklabs/cdk-validator-cfnguard/package.json',
  );
  const binary = join(dirname(manifest), 'bin', system, processor, 'cfn-guard');
  await requireExecutable(binary);
  return binary;
}

/** @throws ServiceUnavailableError where the file can't be run. */
export async function requireExecutable(binary: string): Promise<void> {
  try {
    await access(binary, constants.X_OK);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ServiceUnavailableError(
      missing
        ? `The policy engine is missing at ${binary}: install the dependencies again`
        : `The policy engine at ${binary} is not executable: run chmod +x on it`,
    );
  }
}
