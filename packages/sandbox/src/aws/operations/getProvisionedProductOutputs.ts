import { z } from 'zod';
import { recordOutputs } from '../provisioning/views';
import { invalidParameters } from '../wire/AwsError';
import { page } from '../wire/page';
import { id, pagedInput, provisionedProductName } from '../wire/shapes';
import { operation } from './operation';
import { provisionedProductBy } from './provisionedProducts';

const NAME = 'GetProvisionedProductOutputs';

export const getProvisionedProductOutputs = operation(
  NAME,
  pagedInput(20, {
    ProvisionedProductId: id.optional(),
    ProvisionedProductName: provisionedProductName.optional(),
    OutputKeys: z.array(z.string()).max(60).optional(),
  }),
  (input, context) => {
    const { lastSuccessfulProvisioning: last } = provisionedProductBy(
      context,
      { id: input.ProvisionedProductId, name: input.ProvisionedProductName },
      context.readAt,
    );
    if (!last) {
      throw invalidParameters(
        "Last Successful Provisioning Record doesn't exist.",
      );
    }
    const outputs = recordOutputs(last, context.readAt).filter(
      ({ OutputKey }) => input.OutputKeys?.includes(OutputKey) ?? true,
    );
    const { items, next } = page(NAME, outputs, input);
    return { Outputs: items, NextPageToken: next };
  },
);
