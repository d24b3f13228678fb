import { ChangeKind } from '@paved-road/backstage-plugin-paved-road-common';
import { ChangeProblem } from '../changes';
import { SendError } from '../SendError';
import { explainTakenName } from '../takenName';

const DENIED =
  /AccessDenied|UnrecognizedClient|InvalidClientToken|InvalidSignature/;

/**
 * Why AWS has refused a change, and what can be done about it. Errors are told
 * apart by their names; AWS's words are added where they can't repeat a secret.
 */
export function explainRefusal(
  { code, words }: SendError,
  change: {
    id: string;
    kind: ChangeKind;
    name: string;
    secret: boolean;
    taken: boolean;
  },
): ChangeProblem {
  const { id, kind, name, secret, taken } = change;
  if (taken) {
    return {
      code: 'name-taken',
      message: explainTakenName(name, id),
    };
  }
  const said = secret
    ? 'AWS’s words are not shown, since they might repeat a secret.'
    : `AWS says: ${words}`;
  if (DENIED.test(code)) {
    return {
      code,
      message:
        'The portal’s role in this account may not do this. Whoever runs the portal compares the role with the policy in the portal’s README.',
    };
  }
  if (code === 'ResourceNotFoundException') {
    return {
      code,
      message:
        kind === 'launch'
          ? `The product, its version or its launch path is no longer there, or is not given to the portal. Ask those who support the product. ${said}`
          : `AWS knows it no more. ${said}`,
    };
  }
  if (code === 'InvalidStateException') {
    return {
      code,
      message: `Another change goes on in AWS, or its state allows none. Try again when it has ended. ${said}`,
    };
  }
  return { code, message: `AWS refused it (${code}). ${said}` };
}
