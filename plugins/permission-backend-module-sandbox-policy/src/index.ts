/**
 * Who may do what in the reference portal.
 *
 * @packageDocumentation
 */

export { permissionModuleSandboxPolicy as default } from './module';
