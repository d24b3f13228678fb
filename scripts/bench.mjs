/**
 * Measures, in one run and on one machine: our check against the engine alone,
 * a re-check of an unchanged fleet against its first check, readings of an
 * unchanged account against the first, a look at unchanged wiring against the
 * first, and how soon requests are answered.
 * What counts are the ratios.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldCheck } from '../bench/coldCheck.mjs';
import { measureChannel } from '../bench/channel.mjs';
import { measureFleet } from '../bench/fleet.mjs';
import { generateDocuments } from '../bench/generateDocuments.mjs';
import { measureProducts } from '../bench/products.mjs';
import { say } from './lib/progress.mjs';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 200);
const STORED_SERVICES = 1000;
const PROVISIONED_PRODUCTS = 1000;

const directory = mkdtempSync(join(tmpdir(), 'paved-road-bench-'));
const print = (...cells) =>
  process.stdout.write(
    `${cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(44) : String(cell).padStart(12),
      )
      .join('')}\n`,
  );
const seconds = value => `${value.toFixed(2)} s`;
const times = (slow, fast) => `${(slow / fast).toFixed(1)}x`;
const milliseconds = value => `${value.toFixed(1)} ms`;

function printLatencies(title, latencies) {
  print(title, 'median', '95 %');
  for (const { what, median, p95 } of latencies) {
    print(`  ${what}`, milliseconds(median), milliseconds(p95));
  }
}

try {
  const documents = generateDocuments(DOCUMENTS);
  const bytes = documents.reduce((sum, { text }) => sum + text.length, 0);
  say(
    `${DOCUMENTS} documents of ${Math.round(
      bytes / DOCUMENTS,
    )} characters on average`,
  );

  say('Our check against the engine alone');
  const coldDirectory = join(directory, 'documents');
  mkdirSync(coldDirectory);
  const { ours, raw, pairs, different } = await coldCheck(
    documents,
    coldDirectory,
  );

  say('The first check of a fleet, and the next');
  const fleet = await measureFleet(documents, {
    directory,
    stored: STORED_SERVICES,
  });

  say('The first reading of an account, and the next ones');
  const products = await measureProducts({
    directory,
    stored: PROVISIONED_PRODUCTS,
  });

  say('The first look at the wiring of services, and the next');
  const channel = await measureChannel({
    directory,
    services: STORED_SERVICES,
  });

  process.stdout.write('\n');
  print(
    `Cold check, ${DOCUMENTS} documents`,
    'cfn-guard',
    'paved-road',
    'faster',
  );
  print(
    '  wall clock',
    seconds(raw.wall),
    seconds(ours.wall),
    times(raw.wall, ours.wall),
  );
  print(
    '  processor time',
    seconds(raw.cpu),
    seconds(ours.cpu),
    times(raw.cpu, ours.cpu),
  );
  print(`  verdicts that differ, of ${pairs}`, different.length);
  process.stdout.write('\n');
  print(`Fleet of ${DOCUMENTS} services`, 'first', 'unchanged', 'faster');
  print(
    '  check of all',
    seconds(fleet.first),
    seconds(fleet.recheck),
    times(fleet.first, fleet.recheck),
  );
  process.stdout.write('\n');
  printLatencies(
    `Requests, ${fleet.totalItems} services stored`,
    fleet.latencies,
  );
  process.stdout.write('\n');
  const { first, unchanged } = products;
  print(
    `Account of ${products.totalItems} provisioned products`,
    'first',
    'unchanged',
    'faster',
  );
  print(
    '  reading of all',
    seconds(first.wall),
    seconds(unchanged.wall),
    times(first.wall, unchanged.wall),
  );
  print('  statements', first.statements, unchanged.statements);
  print('  rows written', first.rows, unchanged.rows);
  process.stdout.write('\n');
  print('Pre-flight of a launch', 'first', 'repeated', 'faster');
  print(
    '  check of its template with the values',
    milliseconds(products.firstPreflight),
    milliseconds(products.repeatedPreflight),
    times(products.firstPreflight, products.repeatedPreflight),
  );
  process.stdout.write('\n');
  printLatencies(
    `Requests, ${products.totalItems} provisioned products`,
    products.latencies,
  );
  process.stdout.write('\n');
  print(`Wiring of ${channel.wired} services`, 'first', 'unchanged', 'fewer');
  print(
    '  look at all',
    seconds(channel.first.wall),
    seconds(channel.again.wall),
    times(channel.first.wall, channel.again.wall),
  );
  print(
    '  questions that count',
    channel.first.questions,
    channel.again.questions,
  );
  print('  rows written', channel.first.rows, channel.again.rows);
  process.stdout.write('\n');
  printLatencies(`Requests, ${channel.services} services`, channel.latencies);
  process.stdout.write(`\nProcessors: ${availableParallelism()}\n`);
  if (different.length > 0) {
    process.stdout.write(
      `The verdicts differ on:\n${different.slice(0, 20).join('\n')}\n`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
