import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A new service, built by GitHub Actions',
    example: yaml.stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the platform’s files',
          action: 'paved-road:pipeline:write',
          input: {
            provider: 'github-actions',
            repoUrl: '${{ parameters.repoUrl }}',
            documents: 'infra/*.yaml, cdk.out/*.template.json',
          },
        },
      ],
    }),
  },
  {
    description:
      'One of several services of a file, built by a product of Service Catalog',
    example: yaml.stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the platform’s files',
          action: 'paved-road:pipeline:write',
          input: {
            provider: 'service-catalog',
            repoUrl: '${{ parameters.repoUrl }}',
            service: 'component:default/${{ parameters.name }}',
            documents: ['infra/*.yaml'],
            branch: 'main',
          },
        },
      ],
    }),
  },
];
