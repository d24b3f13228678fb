export const ENGINEERING = 'group:default/engineering';
export const PAYMENTS = 'group:default/payments';
export const LENDING = 'group:default/lending';
export const CUSTOMER_DATA = 'group:default/customer-data';
export const PLATFORM = 'group:default/platform';
export const RISK = 'group:default/risk';
export const CLOUD_SECURITY = 'group:default/cloud-security';
export const INTERNAL_AUDIT = 'group:default/internal-audit';
