import yaml from 'yaml';
import { examples } from './examples';
import { useConnect, wired, WORKFLOW } from './__testUtils__/useConnect';

// GitHub's client keeps a second between two writes.
jest.setTimeout(60_000);

const strong = {
  required_status_checks: { strict: true, contexts: ['paved-road / verdict'] },
  enforce_admins: { enabled: true },
  required_pull_request_reviews: {
    required_approving_review_count: 1,
    require_code_owner_reviews: true,
    dismiss_stale_reviews: true,
  },
};

describe('paved-road:pipeline:connect', () => {
  const { run, portal, protection, forge } = useConnect({
    payments: wired,
    older: {
      ...wired,
      [WORKFLOW]: wired[WORKFLOW].replace('@v2', '@v1'),
      '.github/CODEOWNERS': wired.CODEOWNERS,
      CODEOWNERS: '* @mia\n',
    },
    dry: wired,
    retried: wired,
    stricter: wired,
    example0: wired,
    example1: wired,
  });

  it('protects the branch, and says what holds', async () => {
    await forge().push('payments', { 'README.md': 'Before\n' });
    const { output, error, log } = await run('payments');
    expect(error).toBeUndefined();
    expect(output).toEqual({
      provider: 'github-actions',
      requiredCheck: 'paved-road / verdict',
      link: `${forge().url}/meridian/payments/settings/branches`,
      set: [
        `${WORKFLOW} calls meridian/pipelines/.github/workflows/paved-road.yml@v2 for component:default/payments-api, and says nothing else.`,
        'CODEOWNERS gives /CODEOWNERS, /.github/CODEOWNERS, /.github/workflows/ to @meridian/platform.',
        "Changes of main come by pull request, and wait for the check 'paved-road / verdict' on top of what is there.",
        'They need an approval, and that of the code owners; a new push asks for it anew.',
        'Administrators are held to it too, and nobody rewrites or removes main.',
      ],
    });
    expect(await protection('payments')).toMatchObject(strong);
    await expect(
      forge().push('payments', { 'README.md': 'Around it\n' }),
    ).rejects.toThrow('GH006: Protected branch update failed');
    expect(log.join('\n')).not.toMatch(/token|sandbox/);
  });

  it('takes an older version that is allowed, and code owners where GitHub heeds them', async () => {
    const { output, error } = await run('older');
    expect(error).toBeUndefined();
    expect(output.set).toEqual(
      expect.arrayContaining([
        expect.stringContaining('@v1 for'),
        expect.stringContaining('.github/CODEOWNERS gives'),
      ]),
    );
  });

  it('changes nothing in a dry run, and looks at no repository', async () => {
    const { output, error, log } = await run('dry', {}, { isDryRun: true });
    expect(error).toBeUndefined();
    expect(output).toEqual({
      provider: 'github-actions',
      requiredCheck: 'paved-road / verdict',
      set: [],
      link: `https://${forge().host}/meridian/dry/settings/branches`,
    });
    expect(log).toEqual([
      expect.stringMatching(/dry run: main of .* is not protected/),
    ]);
    expect(await protection('dry')).toMatchObject({
      message: 'Branch not protected',
    });
    const other = await run('unheard-of', {}, { isDryRun: true });
    expect(other.error).toBeUndefined();
  });

  it('finds in a retry what it has done before', async () => {
    const first = await run('retried');
    const again = await run('retried', {}, { kept: new Map() });
    expect(again.error).toBeUndefined();
    expect(again.output).toEqual(first.output);
    expect(again.log).toContain(
      'info: main is protected already as the channel needs it',
    );
  });

  it('mends what was taken away, and lets go nothing that is stricter', async () => {
    await forge().api('stricter', '/branches/main/protection', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        required_status_checks: { strict: false, contexts: ['lint', 'test'] },
        enforce_admins: null,
        required_pull_request_reviews: {
          required_approving_review_count: 3,
          require_last_push_approval: true,
        },
        restrictions: null,
        required_linear_history: true,
        required_conversation_resolution: true,
      }),
    });
    const { output, error } = await run('stricter');
    expect(error).toBeUndefined();
    expect(output.set).toContainEqual(
      'They need 3 approvals, and that of the code owners; a new push asks for it anew.',
    );
    expect(await protection('stricter')).toMatchObject({
      required_status_checks: {
        strict: true,
        contexts: ['lint', 'test', 'paved-road / verdict'],
      },
      enforce_admins: { enabled: true },
      required_pull_request_reviews: {
        required_approving_review_count: 3,
        require_code_owner_reviews: true,
        require_last_push_approval: true,
      },
      required_linear_history: { enabled: true },
      required_conversation_resolution: { enabled: true },
    });
  });

  it.each(examples.map((example, index) => ({ ...example, index })))(
    'can do as the example: $description',
    async ({ example, index }) => {
      const [{ action, input }] = yaml.parse(example).steps;
      expect(action).toBe('paved-road:pipeline:connect');
      portal().asksFor = ['ServiceName', 'Owner'];
      const { error, output } = await run(`example${index}`, {
        provider: input.provider,
        token: input.token && 'mine',
        owner: input.owner && 'group:default/payments',
      });
      expect(error).toBeUndefined();
      expect(output.provider).toBe(input.provider);
    },
  );
});
