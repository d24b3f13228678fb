export { createPolicyCheckAction } from './policyCheck';
