import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { Section } from '../../shared/Section';
import { OneOf } from './AllowedValues';
import { constraintWords } from './productWords';

/** What holds for a launch beside its parameters: tags, rules, constraints, role. */
export function LaunchTerms(props: { form: ProductForm }) {
  const { tagOptions, rules, constraints, launchRole } = props.form;
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
      {rules.length > 0 && (
        <Section level={3} title="What the values have to be like together">
          <Facts facts={rules.map(ruleFact)} />
        </Section>
      )}
      <Section level={3} title="What holds for the launch">
        <ul>
          {constraints.map(({ type, description }, index) => (
            <li key={`${index} ${type}`}>
              {constraintWords(type)}
              {description && `: ${description}`}
            </li>
          ))}
          <li>
            {launchRole ? (
              <>
                It is done with the role <code>{launchRole}</code>.
              </>
            ) : (
              'The product names no role for it, so it is done with the role that the portal has in the account.'
            )}
          </li>
        </ul>
      </Section>
    </>
  );
}

function ruleFact(rule: ProductForm['rules'][number]): {
  name: string;
  value: ReactNode;
} {
  return {
    name: rule.name,
    value: rule.assertions.length
      ? rule.assertions.map((assertion, index) => (
          <div key={`${index} ${assertion}`}>{assertion}</div>
        ))
      : 'Its makers do not say in words what it wants.',
  };
}
