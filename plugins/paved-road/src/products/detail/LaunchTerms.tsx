import Typography from '@material-ui/core/Typography';
import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { Section } from '../../shared/Section';
import { OneOf } from './AllowedValues';
import { LaunchConstraints } from './LaunchConstraints';
import { ValueRules } from './ValueRules';

/** What holds for a launch beside its parameters: tags, rules, constraints, role. */
export function LaunchTerms(props: { form: ProductForm }) {
  const { tagOptions, rules } = props.form;
  return (
    <>
      {tagOptions.length > 0 && (
        <Section level={3} title="Tags to choose">
          <Typography>
            What is launched carries these tags, with one value each.
          </Typography>
          <Facts
            facts={tagOptions.map(({ key, values }) => ({
              name: key,
              value: <OneOf values={values} />,
            }))}
          />
        </Section>
      )}
      <ValueRules rules={rules} />
      <LaunchConstraints form={props.form} />
    </>
  );
}
