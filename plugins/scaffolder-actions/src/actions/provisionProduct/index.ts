export { createProvisionProductAction } from './provisionProduct';
