import { Refusal } from './Refusal.mjs';

/**
 * The Guard files of a bundle in which a rule blocks in an environment: a hook
 * knows no advice, and would stop what only advises.
 *
 * @returns {string[]} paths within the bundle's archive
 */
export function chooseRules({ environments, packs }, environment) {
  const found = environments.find(({ name }) => name === environment);
  if (!found) {
    throw new Refusal(`The portal knows no environment ${environment}`);
  }
  const paths = packs.flatMap(({ id, rules }) =>
    rules
      .filter(
        ({ enforcement }) =>
          (enforcement?.[environment] ?? found.enforcement) === 'block',
      )
      .flatMap(({ files }) => files.map(file => `packs/${id}/${file}`)),
  );
  if (paths.length === 0) {
    throw new Refusal(
      `No rule blocks in ${environment}, so the hook keeps the rules it has`,
    );
  }
  return [...new Set(paths)].sort();
}
