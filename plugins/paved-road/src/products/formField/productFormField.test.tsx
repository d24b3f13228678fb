import { screen } from '@testing-library/react';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp } from '@backstage/test-utils';
import { productFormField as extension } from '../../extensions';
import { PavedRoadProductFieldExtension } from '../../legacy';
import { productFormField } from './productFormField';

/** The fields as the scaffolder of the legacy frontend system finds them. */
function LegacyFields() {
  const fields = useCustomFieldExtensions<{ name: string }>(
    <ScaffolderFieldExtensions>
      <PavedRoadProductFieldExtension />
    </ScaffolderFieldExtensions>,
  );
  return <output>{fields.map(({ name }) => name).join()}</output>;
}

describe('the field PavedRoadProduct', () => {
  it('is found by the scaffolder of either frontend system', async () => {
    const load = createExtensionTester(extension).get(
      FormFieldBlueprint.dataRefs.formFieldLoader,
    );
    expect(await load()).toBe(productFormField);
    expect(productFormField).toMatchObject({ name: 'PavedRoadProduct' });
    await renderInTestApp(<LegacyFields />);
    expect(screen.getByRole('status')).toHaveTextContent('PavedRoadProduct');
  });
});
