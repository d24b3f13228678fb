import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import scaffolderModule from './index';

describe('the module', () => {
  it('offers its actions to the scaffolder, for dry runs too', async () => {
    const added: TemplateAction[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          { addActions: (...actions) => added.push(...actions) },
        ],
      ],
      features: [scaffolderModule, mockServices.rootConfig.factory()],
    });
    await backend.stop();
    expect(
      added.map(({ id, supportsDryRun }) => ({ id, supportsDryRun })),
    ).toEqual([
      { id: 'paved-road:product:provision', supportsDryRun: true },
      { id: 'paved-road:policy:check', supportsDryRun: true },
      { id: 'paved-road:golden-path:record', supportsDryRun: true },
      { id: 'paved-road:pipeline:write', supportsDryRun: true },
      { id: 'paved-road:pipeline:connect', supportsDryRun: true },
    ]);
  });
});
