import { createServer } from 'node:http';
import express from 'express';
import { errorHandler } from '../forge/http/errors';
import { guard } from '../http/guard';
import { listen } from '../http/listen';
import { loadCatalog } from './catalog/loadCatalog';
import { cloudFormationRoutes } from './cloudformation/cloudFormationRoutes';
import { StackStore } from './cloudformation/StackStore';
import { controlRoutes } from './control/controlRoutes';
import { FaultInput } from './faults/faults';
import { FaultScript } from './faults/FaultScript';
import { limits } from './limits';
import { Ledger } from './provisioning/Ledger';
import { Timing, usualTiming } from './provisioning/schedule';
import { Call, Sandbox } from './Sandbox';
import { stsErrors, stsRoutes } from './sts/stsRoutes';
import { Switches, switchesFrom } from './switches';
import {
  serviceCatalogErrors,
  serviceCatalogRoutes,
} from './wire/serviceCatalogRoutes';

/** A sandbox AWS that answers. */
export interface Aws {
  /** `http://localhost:<port>`, without a slash at its end: the endpoint of all services. */
  url: string;
  /** How many products it offers, in how many accounts. */
  products: number;
  accounts: { id: string; name: string }[];
  /** What goes wrong on purpose; may be changed at any time. */
  faults: FaultScript;
  /** What has been called, the newest last. */
  calls: Call[];
  /** Sets some switches; the others stay. */
  setSwitches(switches: Partial<Switches>): void;
  /** Takes products away by their names, until it is called again. */
  withdraw(products: string[]): void;
  stop(): Promise<void>;
}

export interface AwsOptions {
  /** 0 for any that is free. */
  port: number;
  /** Where the state is kept. */
  dataDirectory: string;
  /** The folder with `company.yaml` and a folder per product. */
  products: string;
  /** The time, in milliseconds since 1970. */
  clock?: () => number;
  timing?: Partial<Timing>;
  switches?: Partial<Switches>;
  faults?: FaultInput[];
}

function createApp(sandbox: Sandbox) {
  const app = express();
  app.disable('x-powered-by');
  app.use(guard({ name: 'sandbox AWS', client: "AWS's clients" }));
  app.use((_req, res, next) => {
    res.set('Server', 'paved-road-sandbox');
    next();
  });
  app.use('/_sandbox', controlRoutes(sandbox));
  app.use(
    express.text({
      type: () => true,
      limit: limits.requestBytes,
      defaultCharset: 'utf-8',
    }),
  );
  app.post(
    '/',
    serviceCatalogRoutes(sandbox),
    cloudFormationRoutes(sandbox),
    stsRoutes(sandbox),
  );
  app.use((_req, res) => {
    res
      .status(404)
      .type('text/plain')
      .send('This is the sandbox AWS of Paved Road, not AWS.\n');
  });
  app.use(serviceCatalogErrors(), stsErrors());
  app.use(
    errorHandler((res, status, message) => {
      res.status(status).type('text/plain').send(`${status}: ${message}\n`);
    }),
  );
  return app;
}

/**
 * Starts the sandbox AWS on 127.0.0.1: a double of AWS Service Catalog, of
 * CloudFormation's change sets, and of as much of STS as it takes to come into an
 * account. It verifies no signature,
 * and nothing is ever created anywhere.
 *
 * @throws InputError for a catalog or a state that can't be read; Error where the port is in use.
 */
export async function startAws(options: AwsOptions): Promise<Aws> {
  const sandbox: Sandbox = {
    catalog: loadCatalog(options.products),
    ledger: new Ledger(options.dataDirectory),
    stacks: new StackStore(options.dataDirectory),
    faults: new FaultScript(options.faults),
    calls: [],
    clock: options.clock ?? Date.now,
    timing: { ...usualTiming, ...options.timing },
    switches: switchesFrom(options.switches),
  };
  const server = createServer(createApp(sandbox));
  const { url, stop } = await listen(server, {
    port: options.port,
    maxConnections: limits.connections,
    idleConnectionMs: limits.idleConnectionMs,
  });
  return {
    url,
    products: sandbox.catalog.products.length,
    accounts: sandbox.catalog.accounts,
    faults: sandbox.faults,
    calls: sandbox.calls,
    setSwitches: switches => {
      sandbox.switches = switchesFrom({ ...sandbox.switches, ...switches });
    },
    withdraw: products => sandbox.catalog.withdraw(products),
    stop,
  };
}
