import { randomUUID } from 'node:crypto';
import { RequestHandler } from 'express';
import { Sandbox } from '../Sandbox';
import { isQuery } from '../sts/stsRoutes';
import { AwsError } from '../wire/AwsError';
import { callerOf } from '../wire/callers';
import { faultOf, respond } from '../wire/respond';
import { xml } from '../wire/xml';
import { actions } from './actions';
import { readForm } from './readForm';

const VERSION = '2010-05-15';
const NAMESPACE = `http://cloudformation.amazonaws.com/doc/${VERSION}/`;

/** CloudFormation's Query protocol; what isn't of its version is left to the next. */
export function cloudFormationRoutes(sandbox: Sandbox): RequestHandler {
  return (req, res, next) => {
    const form = isQuery(req) ? readForm(String(req.body)) : {};
    if (form.Version !== VERSION) {
      next();
      return;
    }
    const now = sandbox.clock();
    const { catalog, ledger, stacks, timing } = sandbox;
    const caller = callerOf(req.get('authorization'), 'cloudformation', {
      ...{ catalog, ledger, now },
    });
    const operation = String(form.Action ?? '');
    const fault = faultOf(sandbox, { operation, account: caller.account });
    respond(req, res, fault, () => {
      const action = actions.get(operation);
      if (!action) {
        throw new AwsError(
          'InvalidAction',
          `The sandbox AWS has no action ${operation} of CloudFormation: stacks are changed by change sets`,
        );
      }
      const effect =
        fault?.kind === 'fail' || fault?.kind === 'stuck'
          ? fault.kind
          : undefined;
      const result = action(form, {
        ...{ catalog, stacks, timing, caller, now, effect },
      });
      const body = xml(`${operation}Response`, NAMESPACE, {
        [`${operation}Result`]: result,
        ResponseMetadata: { RequestId: randomUUID() },
      });
      return { type: 'text/xml', body };
    });
  };
}
