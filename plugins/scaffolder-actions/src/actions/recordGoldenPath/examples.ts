import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'The services of the new repository',
    example: yaml.stringify({
      steps: [
        {
          id: 'record',
          name: 'Record the golden path',
          action: 'paved-road:golden-path:record',
          input: { version: '1.4.0' },
        },
      ],
    }),
  },
  {
    description: 'One entity of a file that describes several',
    example: yaml.stringify({
      steps: [
        {
          id: 'record',
          name: 'Record the golden path',
          action: 'paved-road:golden-path:record',
          input: {
            version: '2026-11',
            path: 'services/payments/catalog-info.yaml',
            entity: 'component:default/payments-api',
          },
        },
      ],
    }),
  },
];
