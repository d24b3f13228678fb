/**
 * Signs a person of the example company in without a password.
 *
 * @packageDocumentation
 */

export { authModuleSandboxProvider as default } from './module';
export type { PersonaView, PersonasResponse } from './personas';
