import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Infrastructure that has to pass the rules for production',
    example: yaml.stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the infrastructure',
          action: 'paved-road:policy:check',
          input: {
            documents: 'infra/*.yaml, cdk.out/*.template.json',
            environment: 'production',
          },
        },
      ],
      output: {
        text: [
          {
            title: 'Checked against the rules',
            content:
              '${{ steps.check.output.counts.pass }} pass, bundle ${{ steps.check.output.bundleDigest }}',
          },
        ],
      },
    }),
  },
  {
    description: 'A Terraform plan against one pack, as advice',
    example: yaml.stringify({
      steps: [
        {
          id: 'check',
          name: 'See what the rules say of the plan',
          action: 'paved-road:policy:check',
          input: {
            documents: ['plan.json'],
            environment: 'staging',
            packs: ['acme'],
            onFailure: 'warn',
          },
        },
      ],
    }),
  },
];
