import { createBundle } from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../__testUtils__/acmePack';
import { summarizeBundle } from './summarizeBundle';

describe('summarizeBundle', () => {
  it('counts rules, gaps and broken rules, and names the problems', () => {
    const bundle = createBundle({ packs: [acmePack()] });
    const queueRule = bundle.rules.get('acme/queue_is_encrypted')!;
    const problems = [{ pack: 'other', message: 'Not in force: gone' }];
    const engine = { name: 'cfn-guard', version: '3.1.1' };
    expect(
      summarizeBundle(
        {
          bundle,
          brokenFiles: new Map([[queueRule.files[0].digest, 'line 1']]),
          problems,
          missing: ['other'],
        },
        { engine, defaultEnvironment: 'staging' },
      ),
    ).toEqual({
      digest: bundle.digest,
      engine,
      packs: [
        {
          id: 'acme',
          title: 'The rules of Acme',
          owner: 'group:default/security',
          version: undefined,
          proposeChanges: 'Ask in the security guild.',
          ruleCount: 2,
          brokenCount: 1,
          withoutRationaleCount: 1,
        },
      ],
      environments: ['development', 'staging', 'production'],
      defaultEnvironment: 'staging',
      problems,
    });
  });
});
