import { App } from 'aws-cdk-lib';
import { LedgerDataStack } from './data-stack';
import { LedgerServiceStack } from './service-stack';

const app = new App();
const env = { account: '111122223333', region: 'eu-central-1' };

const data = new LedgerDataStack(app, 'LedgerData', {
  env,
  description: 'Ledger, the journal and its archive',
});

new LedgerServiceStack(app, 'LedgerService', {
  env,
  description: 'Ledger, the booking service and the end-of-day close',
  data,
});
