import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '@paved-road/backstage-plugin-paved-road-node';
import { Chalk } from 'chalk';

/** What a report is written of. */
export interface ReportInput {
  report: CheckReport;
  bundle: Bundle;
  environment: string;
  /** Where packs lie, by their id; relative to the working directory. */
  directories: Map<string, string>;
  /** Files that were neither templates nor plans. */
  passedOver: string[];
  /** The portal's address. */
  portal?: string;
  colours: Chalk;
}
