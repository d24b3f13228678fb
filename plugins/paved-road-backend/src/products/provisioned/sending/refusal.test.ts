import { SendError } from '../SendError';
import { explainRefusal } from './refusal';

const WORDS = 'Parameter Password: swordfish is too short';

function refused(code: string) {
  return new SendError('refused', { code, words: WORDS });
}

const launch = {
  id: '6f0c3a1e-4d2b-4d5e-9a53-7c1d2e3f4a5b',
  kind: 'launch' as const,
  name: 'orders',
  secret: false,
  taken: false,
};

describe('explainRefusal', () => {
  it.each([
    ['InvalidParametersException', launch, 'AWS refused it'],
    ['ValidationException', launch, 'AWS refused it'],
    ['ResourceNotFoundException', launch, 'is no longer there'],
    [
      'ResourceNotFoundException',
      { ...launch, kind: 'terminate' as const },
      'AWS knows it no more',
    ],
    ['InvalidStateException', launch, 'Another change goes on in AWS'],
    ['AccessDeniedException', launch, 'may not do this'],
    ['UnrecognizedClientException', launch, 'may not do this'],
    ['InvalidClientTokenId', launch, 'may not do this'],
    ['InvalidSignatureException', launch, 'may not do this'],
  ])('says of %s what can be done', (code, change, text) => {
    const problem = explainRefusal(refused(code), change);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(text);
  });

  it('calls a taken name by its name, whatever AWS calls it', () => {
    for (const code of [
      'InvalidParametersException',
      'DuplicateResourceException',
      'AccessDeniedException',
    ]) {
      expect(explainRefusal(refused(code), { ...launch, taken: true })).toEqual(
        {
          code: 'name-taken',
          message:
            "The name 'orders' is taken in this account; choose another one, such as 'orders-6f0c'",
        },
      );
    }
  });

  it.each([
    'InvalidParametersException',
    'ResourceNotFoundException',
    'InvalidStateException',
    '__proto__',
  ])(
    'adds AWS’s words to %s, and not where they might repeat a secret',
    code => {
      const open = explainRefusal(refused(code), launch);
      expect(open.message).toContain(`AWS says: ${WORDS}`);
      const secret = explainRefusal(refused(code), { ...launch, secret: true });
      expect(secret.message).not.toContain('swordfish');
      expect(secret.message).toContain('might repeat a secret');
    },
  );

  it('does not hand on whose role it is that may not', () => {
    const { message } = explainRefusal(
      new SendError('refused', {
        code: 'AccessDeniedException',
        words: 'User: arn:aws:sts::111122223333:assumed-role/hidden is not',
      }),
      launch,
    );
    expect(message).not.toContain('hidden');
  });
});
