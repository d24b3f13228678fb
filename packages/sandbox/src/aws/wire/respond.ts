import { Request, Response } from 'express';
import { limits } from '../limits';
import { Sandbox } from '../Sandbox';
import { Fault } from '../faults/faults';
import { accessDenied, AwsError } from './AwsError';

const HTML_503 =
  '<html><body><h1>503 Service Unavailable</h1><p>sandbox AWS, by its fault script</p></body></html>';

/** Notes a call and finds what the script has for it. */
export function faultOf(
  { calls, faults }: Sandbox,
  call: { operation: string; account?: string },
): Fault | undefined {
  const fault = faults.next(call);
  calls.push({ ...call, fault: fault?.kind });
  if (calls.length > limits.calls) {
    calls.shift();
  }
  return fault;
}

/** Answers a call, or not, as a fault has it. */
export function respond(
  req: Request,
  res: Response,
  fault: Fault | undefined,
  answer: () => { type: string; body: string },
) {
  switch (fault?.kind) {
    case 'throttle':
      throw new AwsError('ThrottlingException', 'Rate exceeded');
    case 'accessDenied':
      throw accessDenied('Denied by the fault script of the sandbox AWS');
    case 'html503':
      res.status(503).type('html').send(HTML_503);
      return;
    case 'hang':
      return;
    default:
  }
  const { type, body } = answer();
  if (fault?.kind === 'acceptThenDrop') {
    req.socket.destroy();
  } else if (fault?.kind !== 'acceptThenHang') {
    res.type(type).send(body);
  }
}
