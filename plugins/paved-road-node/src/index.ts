/**
 * The policy engine of Paved Road, its packs, and the extension points.
 *
 * @packageDocumentation
 */

export * from './bundleArchive/limits';
export * from './bundleArchive/readBundleArchive';
export * from './bundleArchive/writeBundleArchive';
export * from './check/checkDocuments';
export * from './check/VerdictMemory';
export * from './digest';
export * from './documents/documentPatterns';
export * from './documents/readDocument';
export * from './documents/types';
export * from './engine/GuardEngine';
export * from './engine/PolicyEngine';
export * from './extensions';
export * from './packs/createBundle';
export * from './packs/environments';
export * from './packs/loadControlTowerPack';
export * from './packs/loadPackDirectory';
export * from './packs/loadPackFiles';
export { isPackFile } from './packs/packPaths';
export * from './packs/types';
export * from './packTests/runPackTests';
export * from './packTests/types';
export * from './report/junit';
export * from './report/sarif';
export * from './report/sarifTypes';
export * from './subjectDigest';
export { readCloudFormation } from './template/readCloudFormation';
export * from './template/resolveTemplate';
export * from './template/types';
