import entityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { Portal } from './__testUtils__/Portal';

const MIA = 'user:default/mia.kowalski';
const JONAS = 'user:default/jonas.berg';
const PRIYA = 'user:default/priya.raman';
const SOFIA = 'user:default/sofia.marin';
const TOMAS = 'user:default/tomas.reyes';

const TASKS = '/api/scaffolder/v2/tasks';

describe('the software templates, as the scaffolder asks for permissions', () => {
  let portal: Portal;
  let task: string;

  const start = (entityRef: string) =>
    portal.post(entityRef, TASKS, {
      templateRef: 'template:default/storage-bucket',
      values: {
        service: 'component:default/payments-api',
        name: 'payments-receipts',
        bucket: {},
      },
    });

  beforeAll(async () => {
    portal = await Portal.start({
      people: [MIA, JONAS, PRIYA, SOFIA, TOMAS],
      files: ['templates/storage-bucket/template.yaml'],
      features: [scaffolderPlugin, entityModel],
    });
    await portal.hasRead(MIA, 'template', 1);
    task = (await start(MIA)).body.id;
  }, 120_000);
  afterAll(() => portal?.stop());

  it.each([MIA, JONAS, TOMAS])('show their form to %s', async who => {
    const { body } = await portal.get(
      who,
      '/api/scaffolder/v2/templates/default/template/storage-bucket/parameter-schema',
    );
    const titles = body.steps.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(['Whose it is', 'What it is']);
  });

  it('are started by everybody but auditors', async () => {
    expect(task).toEqual(expect.any(String));
    expect((await start(JONAS)).status).toBe(201);
    expect((await start(TOMAS)).status).toBe(403);
  });

  it.each([
    [MIA, 200],
    [JONAS, 403],
    [PRIYA, 200],
    [SOFIA, 200],
    [TOMAS, 200],
  ])('show a task of Mia’s to %s with %s', async (who, status) => {
    expect((await portal.get(who, `${TASKS}/${task}`)).status).toBe(status);
    const { body } = await portal.get(who, TASKS);
    const listed = body.tasks.map(({ id }: { id: string }) => id);
    expect(listed.includes(task)).toBe(status === 200);
  });

  it.each([
    [MIA, 200],
    [JONAS, 403],
    [PRIYA, 200],
    [TOMAS, 403],
  ])('let %s cancel a task of Mia’s with %s', async (who, status) => {
    const path = `${TASKS}/${task}/cancel`;
    expect((await portal.post(who, path, {})).status).toBe(status);
  });
});
