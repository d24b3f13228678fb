import { Refusal } from '../Refusal.mjs';
import { literalOf } from './literal.mjs';

/** What a file may consist of. What isn't named here, Terraform's next version may bring. */
const BLOCKS = new Set(
  'check data locals module moved output provider removed resource terraform variable'.split(
    ' ',
  ),
);

/** What says who the provider is, where it asks and by which programs, it may not say. */
const PROVIDER_ATTRIBUTES = new Set(
  'alias allowed_account_ids max_retries region retry_mode use_dualstack_endpoint use_fips_endpoint'.split(
    ' ',
  ),
);
const PROVIDER_BLOCKS = new Set(['default_tags', 'ignore_tags']);

/** Types by which something that nobody has checked would come along. */
const LOADS_MORE =
  /^aws_(cloudformation_|cloudcontrolapi_|servicecatalog_provisioned_product)/;

/** Refuses blocks that would run anything, or bring anything along, where the credentials are. */
export function judgeBlocks(blocks, file) {
  for (const block of blocks) {
    const refuse = (what, line = block.line) => {
      throw new Refusal(`${file}:${line} has ${what}`, 1);
    };
    if (!BLOCKS.has(block.type)) {
      refuse(
        block.type === 'import'
          ? 'an import: it takes over what may be another service’s. Ask the platform to bring it into the state'
          : `a block '${block.type}', which the pipeline doesn't deploy`,
      );
    }
    JUDGES[block.type]?.(block, refuse);
    for (const inner of block.blocks) {
      judgeInner(inner, block, refuse);
    }
  }
}

function judgeInner(inner, outer, refuse) {
  if (inner.type === 'provisioner' || inner.type === 'connection') {
    refuse(
      `a ${inner.type}: it would run a program where the credentials are. Do it in the build, or in what is deployed`,
      inner.line,
    );
  }
  if (outer.type === 'check' && inner.type === 'data') {
    JUDGES.data(inner, refuse);
  }
  inner.blocks.forEach(one => judgeInner(one, inner, refuse));
}

const JUDGES = {
  terraform({ attributes, blocks }, refuse) {
    for (const [name, { line }] of attributes) {
      if (name !== 'required_version') {
        refuse(`'${name}' for Terraform itself`, line);
      }
    }
    for (const { type, labels, line, ...body } of blocks) {
      const empty = body.attributes.size === 0 && body.blocks.length === 0;
      if (type === 'backend' && !(labels.join() === 's3' && empty)) {
        refuse(
          'a backend of its own. Where the state lies is the platform’s to say: write backend "s3" {}',
          line,
        );
      }
      if (type !== 'backend' && type !== 'required_providers') {
        refuse(`a block '${type}' for Terraform itself`, line);
      }
    }
  },

  provider({ labels, attributes, blocks }, refuse) {
    const named = [
      ...[...attributes].map(([name, { line }]) => [name, line]),
      ...blocks.map(({ type, line }) => [type, line]),
    ];
    for (const [name, line] of named) {
      if (
        name !== 'alias' &&
        !(labels[0] === 'aws' && PROVIDER_ATTRIBUTES.has(name)) &&
        !(labels[0] === 'aws' && PROVIDER_BLOCKS.has(name))
      ) {
        refuse(
          `'${name}' for a provider. Who it is and where it asks is the platform's to say; open are ${[
            ...PROVIDER_ATTRIBUTES,
            ...PROVIDER_BLOCKS,
          ].join(', ')}`,
          line,
        );
      }
    }
  },

  resource({ labels: [type = ''] }, refuse) {
    if (type !== 'terraform_data' && !type.startsWith('aws_')) {
      refuse(`a resource '${type}', which isn't AWS's`);
    }
    if (LOADS_MORE.test(type)) {
      refuse(
        `a resource '${type}', which brings along what nobody has checked. Write what it holds in Terraform`,
      );
    }
  },

  data({ labels: [type = ''] }, refuse) {
    if (!type.startsWith('aws_')) {
      refuse(
        `data '${type}', which isn't AWS's and would be read with the credentials at hand`,
      );
    }
  },

  module({ attributes }, refuse) {
    const { tokens = [], line } = attributes.get('source') ?? {};
    if (!/^\.\.?\/[\w./-]*$/.test(literalOf(tokens) ?? '')) {
      refuse(
        'a module from elsewhere. Keep its files in the repository, and write their place: source = "./…"',
        line,
      );
    }
  },
};
