import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** One request that was made of the store. */
interface Asked {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Stands in, as a proxy, for S3, and for STS where Terraform asks who it is, as far as a state
 * is kept there. It takes no lock twice.
 */
export async function startState() {
  const objects = new Map<string, Buffer>();
  const asked: Asked[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', chunk => chunks.push(chunk));
    req.on('end', () => {
      const { method = '', headers } = req;
      const { hostname, pathname } = new URL(req.url ?? '', 'http://x');
      // The bucket is the first part of the host's name.
      const path = `/${hostname.split('.')[0]}${pathname}`;
      asked.push({ method, path, headers });
      const answer = (status: number, body: string | Buffer = '') => {
        res.writeHead(status, { 'content-type': 'application/xml' });
        res.end(body);
      };
      const refuse = (status: number, code: string) =>
        answer(status, `<Error><Code>${code}</Code></Error>`);
      const found = objects.get(path);
      if (hostname === 'sts.example') {
        answer(
          200,
          '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::444455556666:assumed-role/terraform-ledger/run</Arn><UserId>x</UserId><Account>444455556666</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
        );
      } else if (method === 'PUT') {
        if (headers['if-none-match'] === '*' && found) {
          refuse(412, 'PreconditionFailed');
          return;
        }
        objects.set(path, Buffer.concat(chunks));
        answer(200);
      } else if (method === 'DELETE') {
        objects.delete(path);
        answer(204);
      } else if (path.endsWith('/')) {
        answer(200, '<ListBucketResult></ListBucketResult>');
      } else if (found) {
        // It is asked for in parts, of which there is one.
        res.setHeader(
          'content-range',
          `bytes 0-${found.length - 1}/${found.length}`,
        );
        res.setHeader('content-length', found.length);
        answer(headers.range ? 206 : 200, method === 'HEAD' ? '' : found);
      } else {
        refuse(404, 'NoSuchKey');
      }
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    /** The variables by which programs come here. */
    env: {
      AWS_ENDPOINT_URL_S3: 'http://s3.example',
      AWS_ENDPOINT_URL_STS: 'http://sts.example',
      HTTP_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    objects,
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
