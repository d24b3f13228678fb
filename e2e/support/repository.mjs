import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const forge = `http://localhost:${process.env.PAVED_ROAD_FORGE_PORT}`;
const PATIENCE_MS = 180_000;

const git = promisify(execFile).bind(undefined, 'git');

/** A developer's clone of a repository on the sandbox forge, and what they do with it. */
export class Clone {
  /** @param {string} slug - such as `meridian/tea-orders` */
  static async of(slug) {
    const directory = await mkdtemp(join(tmpdir(), 'paved-road-clone-'));
    const clone = new Clone(slug, directory);
    await git(['clone', '--quiet', `${forge}/${slug}.git`, directory]);
    await clone.git('config', 'user.name', 'Mia Kowalski');
    await clone.git('config', 'user.email', 'mia.kowalski@meridian.example');
    return clone;
  }

  constructor(slug, directory) {
    this.slug = slug;
    this.directory = directory;
  }

  async git(...args) {
    const { stdout } = await git(args, { cwd: this.directory });
    return stdout.trim();
  }

  /** Replaces a text in a file and commits that. */
  async change(path, from, to, message) {
    const file = join(this.directory, path);
    const before = await readFile(file, 'utf8');
    assert.ok(before.includes(from), `${path} holds no ${from}`);
    await writeFile(file, before.replace(from, to));
    await this.git('commit', '--quiet', '--all', '--message', message);
  }

  async #api(method, path, body) {
    const answer = await fetch(`${forge}/api/v3/repos/${this.slug}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async propose(branch, title) {
    const { status, body } = await this.#api('POST', '/pulls', {
      title,
      head: branch,
      base: 'main',
    });
    assert.equal(status, 201, body.message);
    return body.number;
  }

  /** Whether the forge has merged it, or what it says instead. */
  async merge(number) {
    const { status, body } = await this.#api('PUT', `/pulls/${number}/merge`);
    return { merged: status === 200, message: body.message, sha: body.sha };
  }

  /** Waits until the platform's check of a commit has ended. */
  verdictOf(commit) {
    return this.#statusOf(commit, 'paved-road / verdict');
  }

  /** Waits until the deployment of a commit has ended. */
  deploymentOf(commit) {
    return this.#statusOf(commit, 'paved-road / deploy');
  }

  async #statusOf(commit, name) {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const { body } = await this.#api('GET', `/commits/${commit}/status`);
      const found = body.statuses?.find(({ context }) => context === name);
      if (found && found.state !== 'pending') {
        return found;
      }
      await sleep(500);
    }
    throw new Error(`The pipeline says nothing of ${name} for ${commit}`);
  }

  removeProtection() {
    return fetch(
      `${forge}/api/v3/repos/${this.slug}/branches/main/protection`,
      {
        method: 'DELETE',
      },
    );
  }

  remove() {
    return rm(this.directory, { recursive: true, force: true });
  }
}
