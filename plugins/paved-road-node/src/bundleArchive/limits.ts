/**
 * The media type of a bundle's archive.
 *
 * @public
 */
export const bundleArchiveType = 'application/gzip';

/**
 * The most of an archive that is read, in bytes, as it is sent.
 *
 * @public
 */
export const maxBundleArchiveBytes = 16 * 1024 * 1024;
