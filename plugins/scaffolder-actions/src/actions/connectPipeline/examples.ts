import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A repository that has just been published',
    example: yaml.stringify({
      steps: [
        {
          id: 'connect',
          name: 'Connect it to the platform’s pipeline',
          action: 'paved-road:pipeline:connect',
          input: {
            provider: 'github-actions',
            repoUrl: '${{ parameters.repoUrl }}',
            service: '${{ steps.write.output.service }}',
            documents: '${{ steps.write.output.documents }}',
          },
        },
      ],
      output: {
        links: [
          {
            title: 'What holds its way to production',
            url: '${{ steps.connect.output.link }}',
          },
        ],
      },
    }),
  },
  {
    description: 'With a product of Service Catalog, and the user’s own token',
    example: yaml.stringify({
      steps: [
        {
          id: 'connect',
          name: 'Connect it to the platform’s pipeline',
          action: 'paved-road:pipeline:connect',
          input: {
            provider: 'service-catalog',
            repoUrl: '${{ parameters.repoUrl }}',
            service: 'component:default/${{ parameters.name }}',
            documents: 'infra/*.yaml',
            owner: '${{ parameters.owner }}',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
    }),
  },
];
