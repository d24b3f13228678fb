import { settings } from './settings.js';
import { synthesise } from './synthesise.js';

synthesise(settings, 'cdk.out');
