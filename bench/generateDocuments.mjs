import { createRequire } from 'node:module';
import { head, outputs } from './parts/head.mjs';
import { parts as partKinds } from './parts/index.mjs';

const yaml = createRequire(import.meta.url)('js-yaml');

/** A small generator of pseudo-random numbers (mulberry32): the same documents in every run. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Templates of about the size of those that AWS publishes as examples, of which
 * 296 have 9 kB and 8 resources on average and concern 9 of Control Tower's
 * rule files; these concern twice as many. One to three parts of some resources
 * each, one property in eight not as the rules want it; two thirds YAML, the
 * rest JSON.
 */
export function generateDocuments(count) {
  return Array.from({ length: count }, (_, index) => {
    const random = randomFrom(index + 1);
    const flip = () => random() < 0.125;
    const resources = {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: { EnableKeyRotation: !flip(), Description: 'The key' },
      },
    };
    const parts = 1 + Math.floor(random() ** 2 * 3);
    for (let part = 0; part < parts; part++) {
      const kind = partKinds[Math.floor(random() * partKinds.length)];
      Object.assign(resources, kind(`Part${part}`, flip));
    }
    const template = {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `Service ${index}`,
      ...head(random),
      Resources: resources,
      Outputs: outputs(resources),
    };
    return index % 3 === 2
      ? {
          name: `service-${index}.json`,
          text: JSON.stringify(template, undefined, 2),
        }
      : {
          name: `service-${index}.yaml`,
          text: yaml.dump(template, { noRefs: true }),
        };
  });
}
