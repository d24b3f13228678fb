import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getRule,
  getRuleSource,
  listRuleServices,
  RuleDetail,
  RuleExample,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../__testUtils__/backend';
import { hoursAgo, rule } from '../__testUtils__/examples';
import { renderPortal } from '../__testUtils__/renderPortal';

const backend = setupBackend();

// eslint-disable-next-line no-script-url -- what a hostile pack would write
const SCRIPT_URL = 'javascript:alert(1)';

const SOURCE = `# Keys
let buckets = Resources.*[ Type == "AWS::S3::Bucket" ]
rule BUCKET_IS_ENCRYPTED when %buckets !empty {
  %buckets.Properties.BucketEncryption exists <<The bucket has no encryption.>>
}
`;

function serveRule(
  some: Partial<RuleDetail> = {},
  examples: RuleExample[] = [],
) {
  const detail = rule(some);
  backend.on(getRule, () => detail);
  backend.on(getRuleSource, () => ({
    location: detail.source,
    text: SOURCE,
    examples,
  }));
  backend.on(listRuleServices, () => ({ items: [], totalItems: 0 }));
}

async function openRule(title = 'Buckets are encrypted') {
  renderPortal('/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
  return screen.findByRole('article', { name: title });
}

const section = (name: string) => screen.findByRole('region', { name });

describe('RulePage', () => {
  it('says first why the rule exists, then how to comply and how to change it', async () => {
    serveRule();
    const page = await openRule();
    await within(page).findByRole('heading', { name: 'The rule itself' });
    const headings = within(page)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(headings.slice(0, 3)).toEqual([
      'Why it exists',
      'How to comply',
      'How to change it',
    ]);
    expect(await section('Why it exists')).toHaveTextContent(
      'A stolen disk must not tell who banks with us.',
    );
    expect(await section('How to comply')).toHaveTextContent(
      'BucketEncryption',
    );
    const change = await section('How to change it');
    expect(change).toHaveTextContent(
      'Open a pull request in meridian/policies.',
    );
    expect(
      within(change).getByRole('link', {
        name: /^Propose a change to the rule/,
      }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/policies/edit/main/storage/b.guard',
    );
    expect(
      within(await section('Why it exists')).getByRole('link', {
        name: /^Key guide/,
      }),
    ).toHaveAttribute('href', 'https://wiki.example.com/keys');
  });

  it('tells who owns it, who decided, when it is reviewed, and which clauses it serves', async () => {
    serveRule({ reviewBy: '2020-01-01' });
    await openRule();
    const facts = await section('Facts');
    expect(facts).toHaveTextContent('Ownersecurity');
    expect(facts).toHaveTextContent(/Decided.*by noor\.haddad/);
    expect(facts).toHaveTextContent('Review overdue');
    expect(facts).toHaveTextContent('ServicesAmazon S3, AWS KMS');
    expect(facts).toHaveTextContent(
      'Advises in developmentBlocks in production',
    );
    const clauses = await section('Clauses it serves');
    expect(clauses).toHaveTextContent('SC-28');
    expect(
      within(clauses).getByRole('link', { name: 'NIST 800-53 Rev 5' }),
    ).toHaveAttribute('href', '/paved-road/rules?framework=NIST+800-53+Rev+5');
  });

  it('shows the whole source as it is, its rule marked', async () => {
    serveRule();
    await openRule();
    const source = await screen.findByRole('region', {
      name: 'Source of the rule, storage/bucket_is_encrypted.guard',
    });
    expect(source.textContent?.replace('Marked line 3: ', '')).toBe(
      `${SOURCE}\n`,
    );
    expect(
      within(source).getByText('Marked line 3:').parentElement,
    ).toHaveTextContent('rule BUCKET_IS_ENCRYPTED when');
  });

  it('shows the unit tests as examples, what fails before what passes', async () => {
    serveRule({}, [
      { name: 'nothing here', input: 'Resources: {}', expected: 'skip' },
      { name: 'with a key', input: 'key: yes', expected: 'pass' },
      { name: 'without a key', input: 'key: no', expected: 'fail' },
    ]);
    await openRule();
    const examples = await section('What passes and what fails');
    expect(
      within(examples)
        .getAllByRole('heading', { level: 4 })
        .map(({ textContent }) => textContent),
    ).toEqual(['This fails', 'This passes', 'This does not apply']);
    expect(
      within(examples).getByRole('region', {
        name: 'This fails: without a key',
      }),
    ).toHaveTextContent('key: no');
    expect(within(examples).queryByText('Resources: {}')).toBeNull();
    await userEvent.click(
      within(examples).getByRole('button', { name: 'nothing here' }),
    );
    expect(within(examples).getByText('Resources: {}')).toBeVisible();
  });

  it('lists the services that fail it, page by page', async () => {
    serveRule();
    backend.on(listRuleServices, ({ query }) => ({
      items: [
        {
          entityRef: `component:default/${query.cursor ?? 'payments-api'}`,
          owner: 'group:default/payments',
          findingCount: 7,
          checkedAt: hoursAgo(2),
        },
      ],
      nextCursor: query.cursor ? undefined : 'ledger',
      totalItems: 2,
    }));
    await openRule();
    const services = await section('2 services fail it');
    expect(
      await within(services).findByRole('link', { name: 'payments-api' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/compliance',
    );
    await userEvent.click(
      within(services).getByRole('button', { name: 'Show more services' }),
    );
    expect(
      await within(services).findByRole('link', { name: 'ledger' }),
    ).toBeVisible();
    expect(
      within(services).getByRole('link', { name: 'payments-api' }),
    ).toBeVisible();
    expect(
      within(services).queryByRole('button', { name: 'Show more services' }),
    ).toBeNull();
  });

  it('says plainly that no rationale is recorded, and where to write it', async () => {
    serveRule({ hasRationale: false, rationale: undefined, references: [] });
    await openRule();
    const reason = await section('Why it exists');
    expect(reason).toHaveTextContent('Every bucket names a key.');
    expect(
      within(reason).getByRole('heading', { name: 'No rationale recorded' }),
    ).toBeVisible();
    expect(
      within(reason).getByRole('link', {
        name: /^storage\/bucket_is_encrypted\.md/,
      }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/policies/edit/main/storage/b.md',
    );
  });

  it('does not blame its people for a rule that comes from elsewhere', async () => {
    serveRule({
      pack: 'meridian',
      hasRationale: false,
      rationale: undefined,
      rationaleSource: undefined,
      owner: undefined,
    });
    await openRule();
    expect(await section('Why it exists')).toHaveTextContent(
      'The pack meridian says what the rule checks, not why it is in force here.',
    );
  });

  it('says that a broken rule checks nothing, and why it is broken', async () => {
    serveRule({ broken: 'line 3: expected a clause' });
    const page = await openRule();
    expect(page).toHaveTextContent(
      'it checks nothing and every verdict of it is unknown. line 3: expected a clause',
    );
  });

  it('makes nothing of what strangers write but text and links to the web', async () => {
    serveRule({
      title: '<img src=x onerror="alert(1)">',
      rationale: [
        '# Heading',
        '<script>alert(1)</script><img src=x onerror="alert(1)">',
        '[click](javascript:alert(1)) [data](data:text/html,<b>x</b>)',
        '<a href="javascript:alert(1)">html</a>',
      ].join('\n\n'),
      remediation: '<b onclick="alert(1)">bold</b>',
      references: [
        { title: 'Trap', url: SCRIPT_URL },
        { title: 'Guide', url: 'https://wiki.example.com/' },
      ],
      source: {
        path: 'x.guard',
        viewUrl: SCRIPT_URL,
        editUrl: 'data:text/html,x',
      },
      rationaleSource: { path: 'x.md', editUrl: 'vbscript:x' },
    });
    const page = await openRule('<img src=x onerror="alert(1)">');
    await within(page).findByRole('heading', { name: 'The rule itself' });
    expect(page.querySelector('script, [onclick], [onerror]')).toBeNull();
    const targets = within(page)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    for (const target of targets) {
      expect(target).toMatch(/^(\/|https?:)/);
    }
    expect(
      within(page).getByRole('heading', {
        name: '<img src=x onerror="alert(1)">',
      }),
    ).toBeVisible();
    expect(within(page).getByRole('heading', { name: 'Heading' }).tagName).toBe(
      'H4',
    );
  });

  it('keeps the rest of the page when the source cannot be shown', async () => {
    serveRule();
    backend.on(getRuleSource, () => new Refusal(503, 'Away'));
    const page = await openRule();
    expect(await within(page).findByRole('alert')).toHaveTextContent(
      'Could not load the source of the rule',
    );
    expect(await section('Why it exists')).toHaveTextContent('A stolen disk');
  });

  it('says that there is no such rule, with the way back', async () => {
    backend.on(
      getRule,
      () => new Refusal(404, 'There is no rule meridian/BUCKET_IS_ENCRYPTED.'),
    );
    renderPortal('/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
    expect(
      await screen.findByText('There is no rule meridian/BUCKET_IS_ENCRYPTED.'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All rules' })).toHaveAttribute(
      'href',
      '/paved-road/rules',
    );
  });
});
