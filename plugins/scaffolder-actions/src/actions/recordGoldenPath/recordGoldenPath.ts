import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { examples } from './examples';
import { record } from './record';

/** Writes into an entity which golden path it came from. */
export function createRecordGoldenPathAction() {
  return createTemplateAction({
    id: 'paved-road:golden-path:record',
    description:
      'Writes into the catalog-info.yaml of the workspace which template a service came from, and which version of it',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        version: z =>
          z.string({
            description:
              'Version of the golden path, in quotes so that it stays a text, such as "1.4.0"',
          }),
        path: z =>
          z
            .string({
              description:
                'The file, relative to the workspace; catalog-info.yaml where absent',
            })
            .optional(),
        entity: z =>
          z
            .string({
              description:
                'Which entity of the file, such as component:default/payments-api; all its Components where absent',
            })
            .optional(),
      },
      output: {
        goldenPath: z =>
          z.string({ description: 'Entity ref of the template' }),
        entities: z =>
          z.array(z.string(), {
            description: 'Refs of the entities that say so now',
          }),
      },
    },
    handler: record,
  });
}
