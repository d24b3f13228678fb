import { Refusal } from './Refusal.mjs';

const FORMS = {
  PAVED_ROAD_PORTAL: /^https?:\/\/[^\s?#]+$/,
  PAVED_ROAD_SERVICE:
    /^[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/i,
  PAVED_ROAD_DOCUMENTS: /^\P{Cc}{1,4000}$/u,
  PAVED_ROAD_ENVIRONMENT: /^[a-zA-Z0-9][\w.-]*$/,
  PAVED_ROAD_RUN: /^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/,
  PAVED_ROAD_RUN_URL: /^https?:\/\/\S+$/,
  PAVED_ROAD_COMMIT: /^[0-9a-f]{40}$/,
};

/** A variable of the environment; in the form that it has to have. */
export function setting(name, form = FORMS[name] ?? /^\S+$/) {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Refusal(`The pipeline is set up wrongly: ${name} isn't there`);
  }
  if (!form.test(value)) {
    throw new Refusal(
      `The pipeline is set up wrongly: ${name} has to match ${form.source}`,
    );
  }
  return value;
}

/** What each step has to know of its run. */
export function readRun() {
  return {
    portal: setting('PAVED_ROAD_PORTAL'),
    service: setting('PAVED_ROAD_SERVICE'),
    environment: setting('PAVED_ROAD_ENVIRONMENT'),
    run: setting('PAVED_ROAD_RUN'),
    runUrl: setting('PAVED_ROAD_RUN_URL'),
    commit: setting('PAVED_ROAD_COMMIT'),
  };
}
