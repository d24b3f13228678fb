import { Duplex, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Request, Response } from 'express';
import Router from 'express-promise-router';
import { InputError, NotAllowedError } from '@backstage/errors';
import { limits } from '../limits';
import { streamGit } from '../git/git';
import { PROTECTED_REFS } from '../git/hooks';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';
import { repositoryOf } from './requests';

const SERVICES = ['git-upload-pack', 'git-receive-pack'] as const;
export const GIT_PATHS = ['info/refs', ...SERVICES].map(
  path => `/:owner/:name/${path}`,
);
type Service = (typeof SERVICES)[number];

// git refuses a large push itself, in words that the person at the other end
// sees. This is for what doesn't even get that far.
const SLACK = 1024 * 1024;

const packetLine = (line: string) =>
  (line.length + 4).toString(16).padStart(4, '0') + line;

/** Lets at most so many bytes through, and otherwise breaks the connection. */
function atMost(bytes: number) {
  let seen = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) {
        done(new InputError('The request is too large'));
      } else {
        done(undefined, chunk);
      }
    },
  });
}

/** The protocol version that the client asks for, if git can be told it safely. */
function protocolOf(req: Request): string | undefined {
  const asked = req.get('git-protocol');
  return asked && /^version=[0-2]$/.test(asked) ? asked : undefined;
}

function environmentOf(req: Request): Record<string, string> {
  const protocol = protocolOf(req);
  return protocol ? { GIT_PROTOCOL: protocol } : {};
}

/** What makes of the body what git wrote: clients compress what has grown. */
function decoding(req: Request): Duplex[] {
  const most = limits.pushBytes + SLACK;
  const compressed = req.get('content-encoding') === 'gzip';
  return [atMost(most), ...(compressed ? [createGunzip(), atMost(most)] : [])];
}

function protectedRefs({ state }: Repository): Record<string, string> {
  const refs = state
    .read()
    .protections.map(({ branch }) => `refs/heads/${branch}`);
  return { [PROTECTED_REFS]: refs.join(' ') };
}

/** Clone, fetch and push over git's smart HTTP protocol. */
export function gitRoutes(store: RepositoryStore, hooksDirectory: string) {
  const router = Router();

  router.get('/:owner/:name/info/refs', async (req, res) => {
    const service = SERVICES.find(known => known === req.query.service);
    if (!service) {
      throw new NotAllowedError('Please use a git client of this decade');
    }
    const repository = await repositoryOf(store, req);
    res.set('Content-Type', `application/x-${service}-advertisement`);
    res.set('Cache-Control', 'no-cache');
    const isVersion2 =
      service === 'git-upload-pack' && protocolOf(req) === 'version=2';
    if (!isVersion2) {
      res.write(`${packetLine(`# service=${service}\n`)}0000`);
    }
    await streamGit(
      [
        ...[service.replace('git-', ''), '--stateless-rpc'],
        ...['--advertise-refs', repository.directory],
      ],
      { output: res, env: environmentOf(req) },
    );
  });

  const exchange =
    (service: Service) => async (req: Request, res: Response) => {
      // A page can't send this type without being asked first, and it is not asked.
      if (req.get('content-type') !== `application/x-${service}-request`) {
        res
          .status(415)
          .type('text/plain')
          .send('Only git clients are answered');
        return;
      }
      const repository = await repositoryOf(store, req);
      res.set('Content-Type', `application/x-${service}-result`);
      res.set('Cache-Control', 'no-cache');
      const exchanged = streamGit(
        [
          ...['-c', `core.hooksPath=${hooksDirectory}`],
          ...[service.replace('git-', ''), '--stateless-rpc'],
          repository.directory,
        ],
        {
          input: [req, ...decoding(req)],
          output: res,
          env: { ...environmentOf(req), ...protectedRefs(repository) },
        },
      );
      await exchanged.finally(() => {
        // Also where the client has gone: what it pushed may be there.
        if (service === 'git-receive-pack') {
          store.changes.tell(repository.id);
        }
      });
    };
  for (const service of SERVICES) {
    router.post(`/:owner/:name/${service}`, exchange(service));
  }
  return router;
}
