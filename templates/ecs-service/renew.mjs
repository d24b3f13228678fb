// Renews template/cdk.out/Service.template.json.njk after a change in
// template/infra, for all combinations of the options in one file:
//
//   node templates/ecs-service/renew.mjs
//
// packages/templates-test fails where that was forgotten.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
// Below the repository, so that the CDK is found from there.
const scratch = join(here, '../../node_modules/.cache/ecs-service');
const DOCUMENT = 'Service.template.json';

/** What is answered, as it stands in what is synthesised, and what it is in the template. */
const ANSWERS = {
  name: ['<name>', 'values.name'],
  owner: ['<owner>', 'values.ownerName'],
  jwtIssuer: ['<issuer>', 'values.jwtIssuer'],
  jwtAudience: ['<audience>', 'values.jwtAudience'],
};

const OPTIONS = {
  exposure: ['internal', 'public'],
  dataClass: ['internal', 'confidential'],
};

async function synthesiseAll() {
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  await writeFile(join(scratch, 'package.json'), '{"type":"module"}');
  const infra = join(here, 'template/infra');
  for (const file of await readdir(infra)) {
    if (file.endsWith('.ts')) {
      const { outputText } = ts.transpileModule(
        await readFile(join(infra, file), 'utf8'),
        { compilerOptions: { target: 'ES2022', module: 'ES2022' } },
      );
      await writeFile(join(scratch, file.replace(/ts$/, 'js')), outputText);
    }
  }
  const { synthesise } = await import(
    pathToFileURL(join(scratch, 'synthesise.js')).href
  );
  const answers = Object.fromEntries(
    Object.entries(ANSWERS).map(([name, [mark]]) => [name, mark]),
  );
  const synthesised = [];
  for (const exposure of OPTIONS.exposure) {
    for (const dataClass of OPTIONS.dataClass) {
      const choices = { exposure, dataClass };
      const outdir = join(scratch, exposure, dataClass);
      synthesise({ ...answers, ...choices }, outdir);
      const text = await readFile(join(outdir, DOCUMENT), 'utf8');
      synthesised.push({ choices, lines: text.split('\n') });
    }
  }
  await rm(scratch, { recursive: true });
  return synthesised;
}

/** All lines in their order, each with the combinations that have it. */
function merge(synthesised) {
  return synthesised.reduce(
    (merged, { choices, lines }) => {
      const common = new Map(
        commonLines(
          merged.map(({ line }) => line),
          lines,
        ),
      );
      const result = [];
      let next = 0;
      merged.forEach((entry, index) => {
        const at = common.get(index);
        if (at === undefined) {
          result.push(entry);
          return;
        }
        for (const line of lines.slice(next, at)) {
          result.push({ line, of: [choices] });
        }
        result.push({ line: entry.line, of: [...entry.of, choices] });
        next = at + 1;
      });
      return result;
    },
    synthesised[0].lines.map(line => ({ line, of: [] })),
  );
}

/** Pairs of places of the longest common subsequence. */
function commonLines(a, b) {
  const length = Array.from(
    { length: a.length + 1 },
    () => new Uint16Array(b.length + 1),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] =
        a[i] === b[j]
          ? length[i + 1][j + 1] + 1
          : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      pairs.push([i++, j++]);
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  return pairs;
}

/** The one option that a line hangs on, if any. */
function conditionOf({ line, of }, all) {
  if (of.length === all) {
    return undefined;
  }
  for (const [option, choices] of Object.entries(OPTIONS)) {
    const chosen = new Set(of.map(each => each[option]));
    if (chosen.size === 1 && of.length * choices.length === all) {
      return `values.${option} == '${[...chosen][0]}'`;
    }
  }
  throw new Error(`This hangs on more than one option: ${line}`);
}

/** A string of JSON that holds answers, as the expression that gives it. */
function withAnswers(line) {
  const marks = Object.values(ANSWERS);
  return line.replace(/"(?:[^"\\]|\\.)*"/g, text => {
    const parts = JSON.parse(text)
      .split(/(<\w+>)/)
      .filter(part => part)
      .map(part => marks.find(([mark]) => mark === part)?.[1] ?? quoted(part));
    if (!parts.some(part => part.startsWith('values.'))) {
      return text;
    }
    const [first, ...others] = parts;
    return `\${{ ${others.length ? `(${parts.join(' + ')})` : first} | dump }}`;
  });
}

const quoted = text => `'${text.replace(/[\\']/g, '\\$&')}'`;

const synthesised = await synthesiseAll();
const written = [];
let open;
for (const entry of merge(synthesised)) {
  const condition = conditionOf(entry, synthesised.length);
  if (condition !== open) {
    written.push(...(open ? ['{% endif %}'] : []));
    written.push(...(condition ? [`{% if ${condition} %}`] : []));
    open = condition;
  }
  written.push(withAnswers(entry.line));
}

/** Both choices of an option, where what hangs on it is its value. */
const BOTH =
  /\{% if (values\.\w+) == '(\w+)' %\}\n(.*)"\2"\n\{% endif %\}\n\{% if \1 == '(\w+)' %\}\n\3"\4"\n\{% endif %\}/g;

await writeFile(
  join(here, 'template/cdk.out', `${DOCUMENT}.njk`),
  written.join('\n').replace(BOTH, '$3$${{ $1 | dump }}'),
);
