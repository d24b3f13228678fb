import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import scaffolderModule from './index';

describe('the module', () => {
  it('offers its action to the scaffolder, for dry runs too', async () => {
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
    expect(added).toEqual([
      expect.objectContaining({
        id: 'paved-road:product:provision',
        supportsDryRun: true,
      }),
    ]);
  });
});
