import { parse } from 'yaml';
import { z } from 'zod';
import { answersFor, pipelineParameters } from './__testUtils__/answers';
import { deployed, matching } from './__testUtils__/checks';
import { goldenPaths } from './__testUtils__/goldenPaths';
import { usualChoices } from './__testUtils__/questions';
import { runOwnTests } from './__testUtils__/repository';
import { useScaffolder } from './__testUtils__/useScaffolder';

const resourceSchema = z.looseObject({
  Type: z.string(),
  DependsOn: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()),
});

const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
});

const distributionSchema = z.looseObject({
  Aliases: z.array(z.string()),
  Origins: z.array(z.looseObject({ Id: z.string(), OriginPath: z.string() })),
});

jest.setTimeout(60_000);

describe('static-site', () => {
  const { scaffold } = useScaffolder();
  const path = goldenPaths.find(({ name }) => name === 'static-site')!;

  async function scaffolded(
    choices: Record<string, string> = {},
    others: Record<string, string> = {},
  ) {
    const { files } = await scaffold(path, {
      ...answersFor(path, { ...usualChoices(path), ...choices }),
      ...others,
    });
    return files;
  }

  async function infrastructure(choices: Record<string, string> = {}) {
    const [document] = matching(
      await scaffolded(choices),
      'infra/template.yaml',
    );
    const { Resources } = templateSchema.parse(
      JSON.parse(deployed(document).document.content),
    );
    const distribution = distributionSchema.parse(
      Resources.Distribution.Properties.DistributionConfig,
    );
    return { resources: Resources, distribution };
  }

  it.each([
    ['everybody', '/platform/waf/cloudfront-acl-arn', false],
    ['company', '/platform/waf/cloudfront-company-acl-arn', true],
  ])('is read by %s', async (readers, firewall, isHidden) => {
    const { distribution, resources } = await infrastructure({ readers });
    expect(distribution.WebACLId).toBe(`{{resolve:ssm:${firewall}}}`);
    expect(/noindex/.test(JSON.stringify(resources.Headers))).toBe(isHidden);
  });

  it('has a name below the company’s domain, and leads there', async () => {
    const { distribution, resources } = await infrastructure({
      domain: 'company',
    });
    const name = 'standing-orders.{{resolve:ssm:/platform/dns/zone-name}}';
    expect(distribution.Aliases).toEqual([name]);
    const records = Object.values(resources).filter(
      ({ Type }) => Type === 'AWS::Route53::RecordSet',
    );
    expect(
      records.map(({ Properties }) => [Properties.Name, Properties.Type]),
    ).toEqual([
      [name, 'A'],
      [name, 'AAAA'],
    ]);
  });

  it('has a domain of its own, whose records are not the platform’s', async () => {
    const { distribution, resources } = await infrastructure({ domain: 'own' });
    expect(distribution.Aliases).toEqual([
      '{{resolve:ssm:/services/standing-orders/domain-name}}',
    ]);
    expect(JSON.stringify(resources)).not.toMatch(/Route53/);
  });

  it('leads to a release once it is there', async () => {
    const { distribution, resources } = await infrastructure();
    expect(resources.Distribution.DependsOn).toBe('Release');
    expect(resources.Release.Properties).toMatchObject({
      Release: pipelineParameters.ArtifactKey,
    });
    expect(resources.Publisher.Properties).toMatchObject({
      Code: {
        S3Bucket: pipelineParameters.ArtifactBucket,
        S3Key: pipelineParameters.ArtifactKey,
      },
      Environment: { Variables: { RELEASE: pipelineParameters.ArtifactKey } },
    });
    expect(
      distribution.Origins.map(({ Id, OriginPath }) => [Id, OriginPath]),
    ).toEqual([
      ['Site', `/releases/${pipelineParameters.ArtifactKey}`],
      ['Standby', `/releases/${pipelineParameters.ArtifactKey}`],
    ]);
  });

  it('lets the publisher do to the buckets what its code does, and no more', async () => {
    const files = await scaffolded();
    const { resources } = await infrastructure();
    const allowed = JSON.stringify(resources.PublisherRole).match(/s3:\w+/g);
    expect(new Set(allowed)).toEqual(
      new Set([
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
        's3:ListBucket',
        's3:prefix',
      ]),
    );
    const [code] = matching(files, 'publisher/release.ts');
    expect(code.content.match(/new \w+Command/g)).toEqual([
      'new PutObjectCommand',
      'new HeadObjectCommand',
      'new ListObjectsV2Command',
      'new DeleteObjectCommand',
    ]);
  });

  it('writes a description into the page as text', async () => {
    const description = "Größe & more (a/b), it's theirs’";
    const files = await scaffolded({}, { description });
    const [page] = matching(files, 'site/pages/index.html');
    expect(page.content).toContain(
      '<p>Größe &amp; more (a/b), it&#39;s theirs’</p>',
    );
    const [info] = matching(files, 'catalog-info.yaml');
    expect(parse(info.content).spec.type).toBe('website');
  });

  describe('has tests of its own that fail for', () => {
    const wrong: [string, string, RegExp][] = [
      ['a link to nowhere', '<a href="gone.html">a</a>', /no such file/],
      ['no such place', '<a href="about.html#a">a</a>', /no such place/],
      ['markup that is not whole', '<p><b>a</p>', /<\/p>/],
      ['no words', '<img src="assets/icon.svg">', /without alt/],
      ['a script in the page', '<script>alert(1)</script>', /in a file/],
      ['what runs on a click', '<p onclick="alert(1)">a</p>', /onclick/],
      ['a style in the page', '<p style="color: red">a</p>', /'style'/],
      [
        'a script from elsewhere',
        '<script src="https://cdn.example/a.js"></script>',
        /script-src doesn't allow/,
      ],
      [
        'a picture from elsewhere',
        '<img alt="a" src="//cdn.example/a.png">',
        /img-src doesn't allow/,
      ],
      [
        'a frame',
        '<iframe src="https://cdn.example"></iframe>',
        /frame-src doesn't allow/,
      ],
    ];
    let said: Map<string, string>;

    beforeAll(async () => {
      const pages = wrong.map(([, html], index) => ({
        path: `site/pages/wrong-${index}.html`,
        content: `<h1>Wrong</h1>\n${html}\n`,
      }));
      const { message } = await runOwnTests([
        ...(await scaffolded()),
        ...pages,
      ]).then(
        () => new Error('They passed'),
        (error: Error) => error,
      );
      said = new Map(
        message
          .split('▶ wrong-')
          .slice(1)
          .map(part => [part.slice(0, part.indexOf('.')), part] as const),
      );
    }, 120_000);

    it.each(wrong.map(([what], index) => [what, index] as const))(
      '%s',
      (_, index) => {
        expect(said.get(String(index))).toContain('✖');
        expect(said.get(String(index))).toMatch(wrong[index][2]);
      },
    );
  });
});
