import { resolve } from 'node:path';
import { Config } from '@backstage/config';
import { PackSource } from './PavedRoadConfig';
import { refuse } from './values';

/** Where the packs come from; Control Tower's alone where nothing is said. */
export function readPackSources(config: Config | undefined): PackSource[] {
  const packs = config?.getOptionalConfigArray('packs');
  if (!packs) {
    return [{ type: 'control-tower', target: 'control-tower' }];
  }
  if (packs.length === 0) {
    throw refuse(
      'packs',
      'names no pack; without any there is nothing to check',
    );
  }
  const sources = packs.map(readPack);
  sources.forEach(({ target }, index) => {
    if (sources.findIndex(other => other.target === target) !== index) {
      throw refuse(`packs[${index}].target`, `names '${target}' a second time`);
    }
  });
  return sources;
}

function readPack(config: Config, index: number): PackSource {
  const target = config.getString('target');
  const links = {
    viewUrl: readLink(config, 'viewUrl', index),
    editUrl: readLink(config, 'editUrl', index),
  };
  if (target === 'control-tower') {
    if (links.viewUrl || links.editUrl) {
      throw refuse(
        `packs[${index}]`,
        "has links, but 'control-tower' is not kept in a repository of yours",
      );
    }
    return { type: 'control-tower', target };
  }
  if (/^https?:\/\//.test(target)) {
    readHttpUrl(target, `packs[${index}].target`);
    return { type: 'url', target, ...links };
  }
  if (/^\w+:\/\//.test(target)) {
    throw refuse(
      `packs[${index}].target`,
      `is '${target}'; give 'control-tower', a directory, or an address that begins with https://`,
    );
  }
  return { type: 'directory', target, directory: resolve(target), ...links };
}

function readLink(
  config: Config,
  key: string,
  index: number,
): string | undefined {
  const link = config.getOptionalString(key);
  if (link === undefined) {
    return undefined;
  }
  readHttpUrl(link, `packs[${index}].${key}`);
  return link.replace(/\/+$/, '');
}

function readHttpUrl(value: string, key: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refuse(key, 'is not an http or https address');
  }
  if (url.username || url.password) {
    throw refuse(
      key,
      'holds a user name or a password; put credentials into `integrations`',
    );
  }
}
