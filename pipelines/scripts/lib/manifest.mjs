import { Refusal } from './Refusal.mjs';

/** What a verdict says to the step that deploys: which documents, byte for byte. */
export function writeManifest({ about, documents }) {
  const { service, environment, commit } = about;
  return JSON.stringify({ service, environment, commit, documents });
}

/** Refuses a verdict of another service, environment or commit. */
export function readManifest(text, about) {
  let manifest;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw new Refusal('There is no verdict to deploy by');
  }
  for (const name of ['service', 'environment', 'commit']) {
    if (manifest?.[name] !== about[name]) {
      throw new Refusal(`The verdict is one of another ${name}`);
    }
  }
  const { documents } = manifest;
  if (
    !Array.isArray(documents) ||
    documents.length === 0 ||
    !documents.every(
      ({ path, digest, format }) =>
        typeof path === 'string' &&
        /^sha256:[0-9a-f]{64}$/.test(digest) &&
        typeof format === 'string',
    )
  ) {
    throw new Refusal('The verdict names no documents to deploy');
  }
  return documents;
}
