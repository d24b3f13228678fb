import { buildSite } from './buildSite.js';

await buildSite('site', 'dist/site');
