/**
 * The sign-in page of the reference portal.
 *
 * @packageDocumentation
 */

export { sandboxSignInModule as default } from './module';
