import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fakeBinary, removeFakeBinaries } from '../__testUtils__/fakeBinary';
import { readText, ruleFile } from '../__testUtils__/inputs';
import { ReadDocument } from '../documents/types';
import { RuleFile } from '../packs/types';
import { GuardEngine } from './GuardEngine';
import { EvaluateOptions, Evaluation, RuleOutcome } from './PolicyEngine';

jest.setTimeout(120_000);

const good = readText('{"Resources": {"Good": {"Type": "A", "B": true}}}');
const bad = readText('{"Resources": {"Bad": {"Type": "A", "B": false}}}');
const hasB = ruleFile('rule has_b { Resources.*.B == true <<B is needed>> }');
const hasType = ruleFile('rule has_type { Resources.*.Type exists }');

/** Every file on every document. */
function evaluate(
  engine: GuardEngine,
  documents: ReadDocument[],
  files: RuleFile[],
  options: Partial<EvaluateOptions> = {},
): Promise<Evaluation[]> {
  return engine.evaluate({
    ...options,
    tasks: documents.map(document => ({ document, files })),
  });
}

function find(
  evaluations: Evaluation[],
  document: ReadDocument,
  file: RuleFile,
): Evaluation {
  const found = evaluations.filter(
    ({ documentDigest, fileDigest }) =>
      documentDigest === document.digest && fileDigest === file.digest,
  );
  expect(found).toHaveLength(1);
  return found[0];
}

function outcomeOf(
  evaluations: Evaluation[],
  document: ReadDocument,
  file: RuleFile,
): RuleOutcome {
  return find(evaluations, document, file).outcomes[file.ruleNames[0]];
}

describe('GuardEngine', () => {
  const engine = new GuardEngine({ processes: 2 });

  afterAll(removeFakeBinaries);

  it('tells its version', async () => {
    expect(await engine.getInfo()).toEqual({
      name: 'cfn-guard',
      version: '3.1.1',
    });
  });

  describe('evaluate', () => {
    it('answers for each pair once, and tells how far it is', async () => {
      const progress: number[][] = [];
      const evaluations = await engine.evaluate({
        tasks: [
          { document: good, files: [hasB] },
          { document: good, files: [hasB] },
          { document: bad, files: [hasB, hasType] },
        ],
        onProgress: (done, total) => progress.push([done, total]),
      });
      expect(evaluations).toHaveLength(3);
      expect(outcomeOf(evaluations, good, hasB).verdict).toBe('pass');
      expect(outcomeOf(evaluations, bad, hasB)).toEqual({
        verdict: 'fail',
        findings: [
          {
            resource: 'Bad',
            propertyPath: '/Resources/Bad/B',
            line: 1,
            column: 42,
            message: 'B is needed',
          },
        ],
      });
      expect(outcomeOf(evaluations, bad, hasType).verdict).toBe('pass');
      expect(progress.at(-1)).toEqual([3, 3]);
    });

    it('answers nothing for nothing', async () => {
      expect(await engine.evaluate({ tasks: [] })).toEqual([]);
      expect(await evaluate(engine, [good], [])).toEqual([]);
    });

    it('keeps rules of one name in several files apart', async () => {
      const opposite = ruleFile('rule has_b { Resources.*.B == false }');
      const evaluations = await evaluate(engine, [good, bad], [hasB, opposite]);
      expect(outcomeOf(evaluations, good, hasB).verdict).toBe('pass');
      expect(outcomeOf(evaluations, good, opposite).verdict).toBe('fail');
      expect(outcomeOf(evaluations, bad, hasB).verdict).toBe('fail');
      expect(outcomeOf(evaluations, bad, opposite).verdict).toBe('pass');
    });

    it('joins a rule that a file declares twice', async () => {
      const twice = ruleFile(`
        rule a when Resources.Good exists { Resources.*.B == true <<one>> }
        rule a when Resources exists { Resources.*.Type == 'B' <<two>> }
        rule b when Resources.Bad exists { Resources.*.Type == 'A' }
        rule b when Resources exists { Resources.*.Type == 'A' }`);
      const evaluations = await evaluate(engine, [good, bad], [twice]);
      expect(find(evaluations, good, twice).outcomes).toMatchObject({
        a: { verdict: 'fail', findings: [{ message: 'two' }] },
        b: { verdict: 'pass' },
      });
    });

    it('tells the clauses outside of rules of two files apart', async () => {
      const one = ruleFile('Resources.*.B == true');
      const other = ruleFile('Resources.*.B == false');
      const evaluations = await evaluate(engine, [good], [one, other]);
      expect(find(evaluations, good, one).outcomes).toMatchObject({
        default: { verdict: 'pass' },
      });
      expect(find(evaluations, good, other).outcomes).toMatchObject({
        default: { verdict: 'fail' },
      });
    });

    it('gives no verdict where a file declares other rules than it seems', async () => {
      const misread = { ...hasB, digest: 'x', ruleNames: ['another'] };
      const evaluations = await evaluate(engine, [good], [misread, hasType]);
      expect(outcomeOf(evaluations, good, misread)).toMatchObject({
        verdict: 'unknown',
        reason: expect.stringContaining('not those that the file declares'),
      });
      expect(outcomeOf(evaluations, good, hasType).verdict).toBe('pass');
    });
  });

  describe('a rule file that does not parse', () => {
    const broken = ruleFile('rule broken {\n  Resources exists\n');

    it('is found, in the engine’s words', async () => {
      const found = await new GuardEngine().findBrokenFiles([
        hasB,
        broken,
        hasType,
      ]);
      expect([...found]).toEqual([
        [
          broken.digest,
          expect.stringMatching(
            /^The rule file does not parse at line 3, column 1: /,
          ),
        ],
      ]);
    });

    it('leaves the others working, and is unknown', async () => {
      const evaluations = await evaluate(
        new GuardEngine(),
        [good, bad],
        [hasB, broken, hasType],
      );
      expect(outcomeOf(evaluations, good, broken)).toEqual({
        verdict: 'unknown',
        findings: [],
        reason: expect.stringContaining('does not parse at line 3'),
      });
      expect(outcomeOf(evaluations, good, hasB).verdict).toBe('pass');
      expect(outcomeOf(evaluations, bad, hasB).verdict).toBe('fail');
      expect(outcomeOf(evaluations, bad, hasType).verdict).toBe('pass');
    });

    it('can’t put the blame on another', async () => {
      const liar = ruleFile(
        `rule liar { a == >>
Parsing error handling rule file = RULES_STDIN[2], Error = no`,
      );
      const found = await new GuardEngine().findBrokenFiles([liar, hasB]);
      expect([...found.keys()]).toEqual([liar.digest]);
    });
  });

  describe('what the engine fails on', () => {
    it('takes down only the pair that it fails on', async () => {
      const failing = ruleFile(
        'rule empty_b when Resources.Bad exists { Resources.*.B empty Resources.Bad.N empty }',
      );
      const number = readText(
        '{"Resources": {"Bad": {"Type": "A", "B": true, "N": 5}}}',
      );
      const documents = [good, number];
      const files = [hasB, failing, hasType];
      const evaluations = await evaluate(engine, documents, files);
      expect(find(evaluations, number, failing)).toEqual({
        documentDigest: number.digest,
        fileDigest: failing.digest,
        outcomes: {
          empty_b: {
            verdict: 'unknown',
            findings: [],
            reason: 'The engine ended with the exit code 255',
          },
        },
      });
      expect(outcomeOf(evaluations, good, failing).verdict).toBe('skip');
      expect(outcomeOf(evaluations, number, hasB).verdict).toBe('pass');
      expect(outcomeOf(evaluations, number, hasType).verdict).toBe('pass');
    });

    it('takes down only the document that it can’t read', async () => {
      const unreadable = readText('Resources: {A: {Type: !!int words}}');
      const evaluations = await evaluate(
        engine,
        [good, unreadable, bad],
        [hasB, hasType],
      );
      expect(outcomeOf(evaluations, unreadable, hasB)).toEqual({
        verdict: 'unknown',
        findings: [],
        reason:
          'The engine can’t read the document. The engine ended with the exit code 255',
      });
      expect(outcomeOf(evaluations, good, hasB).verdict).toBe('pass');
      expect(outcomeOf(evaluations, bad, hasB).verdict).toBe('fail');
    });
  });

  describe('a process that misbehaves', () => {
    const others = [readText('{"Resources": {"C": {"B": true}}}'), good];
    const guilty = readText('{"Resources": {"Guilty": {"B": true}}}');
    const guiltyFile = ruleFile('rule culprit { Resources exists }');

    it.each([
      [
        'exec sleep 600',
        { timeoutMs: 2_000 },
        { reason: 'The engine took longer than 2 seconds', transient: true },
      ],
      ['kill -9 $$', {}, { reason: 'The engine was killed', transient: true }],
      [
        'echo "[]"; exit 0',
        {},
        { reason: 'The engine’s answer can’t be read', transient: undefined },
      ],
      [
        'echo "[{"; exit 19',
        {},
        { reason: 'The engine’s answer can’t be read', transient: undefined },
      ],
      [
        'exit 3',
        {},
        {
          reason: 'The engine ended with the exit code 3',
          transient: undefined,
        },
      ],
    ])(
      'leaves only its own pair without a verdict: %s',
      async (misdeed, options, { reason, transient }) => {
        const binary = await fakeBinary(misdeed, ['Guilty', 'culprit']);
        const evaluations = await evaluate(
          new GuardEngine({ binary, processes: 2, ...options }),
          [...others, guilty],
          [hasB, guiltyFile],
        );
        expect(evaluations).toHaveLength(6);
        const found = find(evaluations, guilty, guiltyFile);
        expect(found.outcomes.culprit).toEqual({
          verdict: 'unknown',
          findings: [],
          reason,
        });
        expect(found.transient).toBe(transient);
        expect(
          evaluations
            .filter(evaluation => evaluation !== found)
            .flatMap(({ outcomes }) => Object.values(outcomes))
            .map(({ verdict }) => verdict),
        ).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
      },
    );

    it('gives up a document that takes too long with any rule', async () => {
      const binary = await fakeBinary('exec sleep 600', ['Guilty']);
      const files = Array.from({ length: 20 }, (_, index) =>
        ruleFile(`rule r${index} { Resources exists }`),
      );
      const evaluations = await evaluate(
        new GuardEngine({ binary, processes: 2, timeoutMs: 1_000 }),
        [guilty],
        files,
      );
      expect(evaluations).toHaveLength(20);
      expect(evaluations.every(({ transient }) => transient)).toBe(true);
    });

    it('ends its processes when it is cancelled', async () => {
      const binary = await fakeBinary(
        'echo $$ > "$directory/pid"; exec sleep 600',
        ['Guilty'],
      );
      const controller = new AbortController();
      const evaluations = evaluate(
        new GuardEngine({ binary }),
        [guilty],
        [guiltyFile],
        { signal: controller.signal },
      );
      const pidFile = join(dirname(binary), 'pid');
      const pid = await waitFor(async () =>
        Number(await readFile(pidFile, 'utf8')),
      );
      controller.abort(new Error('no longer wanted'));
      await expect(evaluations).rejects.toThrow('no longer wanted');
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    });

    it('does not start when it is cancelled before', async () => {
      await expect(
        evaluate(engine, [good], [hasB], {
          signal: AbortSignal.abort(new Error('too late')),
        }),
      ).rejects.toThrow('too late');
    });

    it('runs no more processes at once than allowed, whoever asks', async () => {
      const binary = await fakeBinary(
        `touch "$directory/running.$$"
         ls "$directory" | grep -c '^running' >> "$directory/counts"
         sleep 0.3
         rm "$directory/running.$$"`,
      );
      const limited = new GuardEngine({ binary, processes: 2 });
      const documents = Array.from({ length: 6 }, (_, index) =>
        readText(`{"Resources": {"R${index}": {"B": true}}}`),
      );
      await Promise.all(
        documents.map(document => evaluate(limited, [document], [hasB])),
      );
      const counts = await readFile(join(dirname(binary), 'counts'), 'utf8');
      const running = counts.trim().split('\n').map(Number);
      expect(running).toHaveLength(6);
      expect(Math.max(...running)).toBe(2);
    });
  });

  describe('a binary that is not there', () => {
    it('is an error that says what to do', async () => {
      const missing = new GuardEngine({ binary: '/nowhere/cfn-guard' });
      const error = {
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('install the dependencies again'),
      };
      await expect(missing.getInfo()).rejects.toMatchObject(error);
      await expect(evaluate(missing, [good], [hasB])).rejects.toMatchObject(
        error,
      );
    });

    it('is an error that says what to do where it is not executable', async () => {
      const notExecutable = new GuardEngine({ binary: __filename });
      await expect(notExecutable.getInfo()).rejects.toThrow('chmod +x');
    });

    it('is an error where it is another program', async () => {
      const other = new GuardEngine({ binary: '/bin/true' });
      await expect(other.getInfo()).rejects.toThrow('is it cfn-guard?');
    });
  });
});

async function waitFor<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    const result = await attempt().catch(() => undefined);
    if (result) {
      return result;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
