import {
  createServer,
  IncomingMessage,
  request,
  RequestListener,
  Server,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** A server on loopback that a command line takes for the portal. */
export interface FakePortal {
  /** What `--portal` takes. */
  url: string;
  stop(): Promise<void>;
}

/** A portal that answers as it is told. */
export async function startFakePortal(
  listener: RequestListener,
): Promise<FakePortal> {
  const server = createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: addressOf(server), stop: () => stop(server) };
}

/** Stands before a portal and notes the statuses of its answers. */
export async function startObserver(
  portal: Server,
): Promise<FakePortal & { statuses: (number | undefined)[] }> {
  const statuses: (number | undefined)[] = [];
  const observer = await startFakePortal(
    forwardTo(portal, status => statuses.push(status)),
  );
  return { ...observer, statuses };
}

/** Hands what is asked on to a portal. */
export function forwardTo(
  portal: Server,
  note?: (status: number | undefined) => void,
): RequestListener {
  const { port } = portal.address() as AddressInfo;
  return (req, res) => {
    const { method, url: path, headers } = req;
    const forward = (answer: IncomingMessage) => {
      note?.(answer.statusCode);
      res.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(res);
    };
    req.pipe(request({ port, method, path, headers }, forward));
  };
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${
    (server.address() as AddressInfo).port
  }/api/paved-road`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise(resolve => {
    server.close(() => resolve());
  });
}
