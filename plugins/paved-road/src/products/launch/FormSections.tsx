import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Section } from '../../shared/Section';
import { LaunchConstraints } from '../detail/LaunchConstraints';
import { ValueRules } from '../detail/ValueRules';
import { ParameterFields, PresentValues, TagFields } from '../fields';
import { FilledForm } from './useFilledForm';

/** All that is to be filled in, and what holds for it. */
export function FormSections(props: {
  form: ProductForm;
  filled: FilledForm;
  /** What there is already, where something is updated. */
  present?: PresentValues;
}) {
  const { form, filled } = props;
  return (
    <>
      <Section level={3} title="Values">
        <ParameterFields
          form={form}
          texts={filled.texts}
          problems={filled.problems}
          tried={filled.tried}
          present={props.present}
          onChange={filled.changeText}
          onSecretLeft={filled.leaveSecret}
        />
      </Section>
      <TagFields
        form={form}
        texts={filled.tagTexts}
        tried={filled.tried}
        onChange={filled.changeTag}
      />
      <ValueRules rules={form.rules} />
      <LaunchConstraints form={form} />
    </>
  );
}
