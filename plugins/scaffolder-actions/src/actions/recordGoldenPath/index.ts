export { createRecordGoldenPathAction } from './recordGoldenPath';
