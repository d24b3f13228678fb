import {
  ANNOTATION_DOCUMENTS,
  ANNOTATION_GOLDEN_PATH_VERSION,
  goldenPathSpecSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parse } from 'yaml';
import { answersFor } from './__testUtils__/answers';
import { checkInProduction, matching } from './__testUtils__/checks';
import { goldenPaths } from './__testUtils__/goldenPaths';
import { usualChoices } from './__testUtils__/questions';
import { useScaffolder } from './__testUtils__/useScaffolder';

describe.each(goldenPaths)('what $name says of itself', path => {
  const { scaffold } = useScaffolder();
  const { metadata, spec } = path.entity;
  const version = metadata.annotations?.[ANNOTATION_GOLDEN_PATH_VERSION];

  it('can be read', () => {
    expect(goldenPathSpecSchema.safeParse(spec.goldenPath)).toMatchObject({
      success: true,
    });
  });

  it('has one version everywhere, and tells what each brought', () => {
    const { changes } = goldenPathSpecSchema.parse(spec.goldenPath);
    expect(changes[0].version).toBe(version);
    const dates = changes.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    const versions = changes.map(change => change.version);
    expect(new Set(versions).size).toBe(versions.length);

    const recorded = spec.steps
      .filter(({ action }) => action === 'paved-road:golden-path:record')
      .map(({ input }) => input?.version);
    expect(recorded.length).toBeGreaterThan(0);
    expect(new Set(recorded)).toEqual(new Set([version]));
  });

  it('names the rules that it is measured to satisfy, and no others', async () => {
    const { rules } = goldenPathSpecSchema.parse(spec.goldenPath);
    const { files } = await scaffold(
      path,
      answersFor(path, usualChoices(path)),
    );
    const entity = parse(
      files.find(file => file.path === 'catalog-info.yaml')?.content ?? '',
    );
    const documents = matching(
      files,
      entity.metadata.annotations[ANNOTATION_DOCUMENTS],
    );
    const { satisfied } = await checkInProduction(documents);
    expect([...rules].sort()).toEqual(satisfied);
  }, 60_000);
});
