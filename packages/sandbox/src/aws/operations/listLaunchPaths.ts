import { constraintSummaries } from '../catalog/provisioningParameters';
import { resourceNotFound } from '../wire/AwsError';
import { page } from '../wire/page';
import { id, pagedInput } from '../wire/shapes';
import { pathsOf } from './launches';
import { operation } from './operation';

const NAME = 'ListLaunchPaths';

export const listLaunchPaths = operation(
  NAME,
  pagedInput(20, { ProductId: id }),
  (input, context) => {
    const product = context.catalog.product({ id: input.ProductId });
    const paths = product ? pathsOf(context, product) : [];
    if (!product || !paths.length) {
      throw resourceNotFound(
        `No launch paths found for resource: ${input.ProductId}`,
      );
    }
    const { items, next } = page(NAME, paths, input);
    return {
      LaunchPathSummaries: items.map(path => ({
        Id: path.id,
        Name: path.name,
        ConstraintSummaries: constraintSummaries(
          product,
          context.caller.account,
        ),
        Tags: [],
      })),
      NextPageToken: next,
    };
  },
);
