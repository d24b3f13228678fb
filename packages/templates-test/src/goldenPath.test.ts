import {
  ANNOTATION_DOCUMENTS,
  ANNOTATION_GOLDEN_PATH_VERSION,
  goldenPathSpecSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { answersFor } from './__testUtils__/answers';
import { checkInProduction } from './__testUtils__/checks';
import { documentsOf } from './__testUtils__/documents';
import { goldenPaths, newServices } from './__testUtils__/goldenPaths';
import { usualChoices } from './__testUtils__/questions';
import { useScaffolder } from './__testUtils__/useScaffolder';

jest.setTimeout(120_000);

/** What Backstage's type of a template doesn't know of. */
const specSchema = z.looseObject({ goldenPath: z.unknown() });

describe('what golden paths say of themselves:', () => {
  const { scaffold } = useScaffolder();

  describe.each(goldenPaths)('$name', path => {
    const { metadata, spec } = path.entity;
    const { goldenPath } = specSchema.parse(spec);
    const version = metadata.annotations?.[ANNOTATION_GOLDEN_PATH_VERSION];

    it('can be read', () => {
      expect(goldenPathSpecSchema.safeParse(goldenPath)).toMatchObject({
        success: true,
      });
    });

    it('has one version everywhere, and tells what each brought', () => {
      const { changes } = goldenPathSpecSchema.parse(goldenPath);
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

    if (!newServices.includes(path)) {
      it('promises no rules for what others have written', () => {
        const { rules } = goldenPathSpecSchema.parse(goldenPath);
        expect(rules).toEqual([]);
      });
      return;
    }

    it('names the rules that it is measured to satisfy, and no others', async () => {
      const { rules } = goldenPathSpecSchema.parse(goldenPath);
      const { files } = await scaffold(
        path,
        answersFor(path, usualChoices(path)),
      );
      const entity = parse(
        files.find(file => file.path === 'catalog-info.yaml')?.content ?? '',
      );
      const { built } = await documentsOf(
        files,
        entity.metadata.annotations[ANNOTATION_DOCUMENTS],
      );
      const { satisfied } = await checkInProduction(built);
      expect([...rules].sort()).toEqual(satisfied);
    });
  });
});
