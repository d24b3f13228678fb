import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_DOCUMENTS,
  ANNOTATION_GOLDEN_PATH,
  ANNOTATION_GOLDEN_PATH_VERSION,
  ANNOTATION_PIPELINE,
  CALLER_WORKFLOW_PATH,
  CODE_OWNERS_PATH,
  platformCodeOwners,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { parse, parseDocument } from 'yaml';
import { answersFor } from './__testUtils__/answers';
import { channel } from './__testUtils__/channelStandIn';
import { readBuild } from './__testUtils__/builds';
import { checkInProduction, deployed, matching } from './__testUtils__/checks';
import { Documents, documentsOf } from './__testUtils__/documents';
import { GoldenPath, newServices, TextFile } from './__testUtils__/goldenPaths';
import { ignoredFiles } from './__testUtils__/ignoredFiles';
import { combinationsOf } from './__testUtils__/questions';
import { runOwnTests } from './__testUtils__/repository';
import { Scaffolded, useScaffolder } from './__testUtils__/useScaffolder';

// What is scaffolded waits for what was before it, and so do its own tests.
jest.setTimeout(300_000);

const execute = promisify(execFile);

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const textOf = (files: TextFile[], path: string) =>
  files.find(file => file.path === path)?.content ?? '';

async function errorsIn({ path, content }: TextFile): Promise<string[]> {
  if (path.endsWith('.json')) {
    JSON.parse(content);
    return [];
  }
  if (/\.(tf|hcl)$/.test(path)) {
    await parseHcl(path, content);
    return [];
  }
  return parseDocument(content).errors.map(({ message }) => message);
}

const combinations = newServices.flatMap(path =>
  combinationsOf(path).map(choices => ({
    path,
    answers: answersFor(path, choices),
    title: [path.name, ...Object.values(choices)].join(' '),
  })),
);

/** Terraform's own are run in terraformStack.test.ts. */
const hasOwnTests = ({ path }: { path: GoldenPath }) =>
  path.name !== 'terraform-stack';

describe('golden paths, in every combination of their options:', () => {
  const { scaffold } = useScaffolder();

  // They take longest, so they are run beside all the rest; who waits for them says
  // how they have ended.
  beforeAll(() => {
    for (const { path, answers } of combinations.filter(hasOwnTests)) {
      scaffold(path, answers)
        .then(({ files }) => runOwnTests(files))
        .catch(() => undefined);
    }
  });

  it('there are some', () => {
    expect(newServices.map(({ name }) => name)).toContain('lambda-api');
    expect(combinations.length).toBeGreaterThanOrEqual(8);
  });

  describe.each(combinations)('$title', ({ path, answers }) => {
    let scaffolded: Scaffolded;
    let files: TextFile[];
    let entity: Entity;
    let documents: Documents;

    beforeAll(async () => {
      scaffolded = await scaffold(path, answers);
      files = scaffolded.files;
      entity = parse(textOf(files, 'catalog-info.yaml'));
      documents = await documentsOf(
        files,
        entity.metadata.annotations?.[ANNOTATION_DOCUMENTS] ?? '',
      );
    });

    it('leaves nothing unrendered', () => {
      expect(
        files.filter(({ path: name, content }) =>
          /\$\{\{|\{%|\.njk$/.test(`${content}${name}`),
        ),
      ).toEqual([]);
    });

    it('writes files that can be read', async () => {
      const structured = files.filter(({ path: name }) =>
        /\.(ya?ml|json|tf|hcl)$/.test(name),
      );
      const errors = await Promise.all(
        structured.map(async file => [file.path, await errorsIn(file)]),
      );
      expect(errors.length).toBeGreaterThan(4);
      expect(errors).toEqual(errors.map(([name]) => [name, []]));
    });

    it('has all that a service needs to be worked on', () => {
      expect(files.map(file => file.path)).toEqual(
        expect.arrayContaining([
          '.gitignore',
          'CODEOWNERS',
          'README.md',
          'catalog-info.yaml',
          'docs/index.md',
          'mkdocs.yml',
          'paved-road.yaml',
        ]),
      );
    });

    it('commits all of it', async () => {
      expect(await ignoredFiles(files)).toEqual([]);
    });

    it('is taken by the catalog, as what was answered', async () => {
      await expect(policy.enforce(entity)).resolves.toBeDefined();
      await expect(
        componentEntityV1alpha1Validator.check(entity),
      ).resolves.toBe(true);
      expect(entity).toMatchObject({
        metadata: { name: answers.name, description: answers.description },
        spec: { owner: answers.owner, system: answers.system },
      });
    });

    it('passes the rules as it is checked', async () => {
      expect(documents.built.length).toBeGreaterThan(0);
      expect(await checkInProduction(documents.built)).toMatchObject({
        verdict: 'pass',
        wrong: [],
      });
    });

    it('passes the rules as it is deployed', async () => {
      const templates = documents.built.map(deployed);
      expect(
        templates
          .flatMap(({ unresolved }) => unresolved)
          .filter(({ reason }) => !reason.startsWith('A dynamic reference')),
      ).toEqual([]);
      expect(
        await checkInProduction(templates.map(({ document }) => document)),
      ).toMatchObject({ verdict: 'pass', wrong: [] });
    });

    if (hasOwnTests({ path })) {
      it('passes its own tests', async () => {
        expect(await runOwnTests(files)).toMatch(/^ℹ pass [1-9]\d*$/m);
      });
    }

    it('is checked for all that it has before it is published', () => {
      const checks = path.entity.spec.steps.filter(
        ({ action }) => action === 'paved-road:policy:check',
      );
      expect(checks.map(({ input }) => input)).toEqual(
        documents.source.length > 0
          ? [
              {
                documents: entity.metadata.annotations?.[ANNOTATION_DOCUMENTS],
                environment: 'production',
              },
            ]
          : [],
      );
    });

    it('says which version of the golden path it has', () => {
      expect(entity.metadata.annotations).toMatchObject({
        [ANNOTATION_GOLDEN_PATH]: expect.stringMatching(/^template:/),
        [ANNOTATION_GOLDEN_PATH_VERSION]:
          path.entity.metadata.annotations?.[ANNOTATION_GOLDEN_PATH_VERSION],
      });
    });

    it('gets a repository of its own, and its way to production held', () => {
      expect(scaffolded.told).toMatchObject({
        'publish:github': {
          repoUrl: answers.repoUrl,
          description: answers.description,
          repoVisibility: 'private',
          defaultBranch: 'main',
        },
        'paved-road:pipeline:connect': {
          provider: answers.pipeline,
          repoUrl: answers.repoUrl,
          service: stringifyEntityRef(entity),
          documents: entity.metadata.annotations?.[ANNOTATION_DOCUMENTS],
        },
      });
      expect(scaffolded.links).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            url: 'https://github.com/meridian/standing-orders.git',
          }),
          expect.objectContaining({
            url: 'https://github.com/meridian/standing-orders/settings/branches',
          }),
        ]),
      );
    });

    it('is wired to the pipeline that was chosen, and the platform’s files are its own', () => {
      const patterns = entity.metadata.annotations?.[ANNOTATION_DOCUMENTS];
      const onActions = answers.pipeline === 'github-actions';
      expect(entity.metadata.annotations).toMatchObject({
        [ANNOTATION_PIPELINE]: onActions
          ? 'github-actions:meridian/standing-orders'
          : 'service-catalog:standing-orders-pipeline',
      });
      expect(textOf(files, CALLER_WORKFLOW_PATH)).toBe(
        onActions
          ? renderCallerWorkflow({
              workflow: channel.githubActions!.workflow,
              ref: channel.githubActions!.refs[0],
              service: stringifyEntityRef(entity),
              documents: patterns!,
              branch: 'main',
            })
          : '',
      );
      const owners = textOf(files, CODE_OWNERS_PATH);
      expect(owners).toMatch(/^\* @meridian\/payments$/m);
      expect(owners.endsWith(platformCodeOwners(channel.platformTeam))).toBe(
        true,
      );
    });

    it('is built by the team’s steps, which hand over what is checked', async () => {
      const { artifacts, commands, other } = readBuild(files, answers.pipeline);
      expect(other).toEqual([]);
      // Read by bash, and not run: the packages would be fetched.
      await execute('bash', ['-n', '-c', commands.join('\n')]);
      expect(matching(documents.built, artifacts.join())).toEqual(
        documents.built,
      );
      // Else the artefact begins in the folder that all patterns begin with.
      expect(artifacts.some(pattern => !pattern.includes('/'))).toBe(true);
    });
  });
});
