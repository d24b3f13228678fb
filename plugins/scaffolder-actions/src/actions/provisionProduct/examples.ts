import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A bucket for a new service',
    example: yaml.stringify({
      steps: [
        {
          id: 'bucket',
          name: 'Launch the bucket',
          action: 'paved-road:product:provision',
          input: {
            account: 'payments-development',
            product: 'prod-abcdzk7xy33qa',
            name: '${{ parameters.name }}-documents',
            entityRef: 'component:default/${{ parameters.name }}',
            parameters: {
              RetentionDays: 30,
              Versioned: true,
              AllowedOrigins: ['https://pay.example', 'https://app.example'],
            },
            tags: { 'cost-centre': 'payments' },
          },
        },
      ],
      output: {
        links: [
          {
            title: 'The bucket',
            url: '${{ steps.bucket.output.resourceUrl }}',
          },
        ],
        text: [
          {
            title: 'Its name',
            content: '${{ steps.bucket.output.outputs.BucketName }}',
          },
        ],
      },
    }),
  },
  {
    description: 'A database, with a password that is kept nowhere',
    example: yaml.stringify({
      steps: [
        {
          id: 'database',
          name: 'Launch the database',
          action: 'paved-road:product:provision',
          input: {
            account: 'payments-production',
            product: 'prod-dbtr4vq2lzo7m',
            version: 'pa-4abcdjnxjj6ne',
            path: 'lpv3-2mqkfnr7wzbui',
            name: '${{ parameters.name }}-ledger',
            entityRef: '${{ parameters.entityRef }}',
            parameters: {
              AllocatedStorage: '${{ parameters.storage }}',
              MasterPassword: '${{ secrets.password }}',
            },
            timeoutMinutes: 90,
          },
        },
      ],
    }),
  },
  {
    description: 'A network that takes long, without waiting for it',
    example: yaml.stringify({
      steps: [
        {
          id: 'network',
          name: 'Ask for the network',
          action: 'paved-road:product:provision',
          input: {
            account: 'payments-development',
            product: 'prod-nw5ghk2ty8pes',
            name: '${{ parameters.name }}-network',
            entityRef: '${{ parameters.entityRef }}',
            wait: false,
          },
        },
      ],
    }),
  },
];
