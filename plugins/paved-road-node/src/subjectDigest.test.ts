import { digestOf } from './digest';
import { subjectDigestOf } from './subjectDigest';

const a = { path: 'infra/a.yaml', digest: digestOf('a') };
const b = { path: 'infra/b.yaml', digest: digestOf('b') };

describe('subjectDigestOf', () => {
  it('can be worked out with sort and sha256sum', () => {
    expect(subjectDigestOf([b, a])).toBe(
      digestOf(
        `infra/a.yaml\0${digestOf('a')}\ninfra/b.yaml\0${digestOf('b')}\n`,
      ),
    );
  });

  it('names other documents otherwise', () => {
    const digests = [
      [],
      [a],
      [a, b],
      [a, { ...b, digest: a.digest }],
      [
        { ...a, digest: b.digest },
        { ...b, digest: a.digest },
      ],
    ].map(subjectDigestOf);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
