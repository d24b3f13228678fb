export * from './rememberedPersona';
export { SandboxAuthClient } from './SandboxAuthClient';
export { SandboxIdentity } from './SandboxIdentity';
export type { Persona } from './schemas';
