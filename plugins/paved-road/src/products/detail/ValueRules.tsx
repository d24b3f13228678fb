import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { Section } from '../../shared/Section';

/** What the values have to be like together, in the words of the product's makers. */
export function ValueRules(props: { rules: ProductForm['rules'] }) {
  const { rules } = props;
  return rules.length > 0 ? (
    <Section level={3} title="What the values have to be like together">
      <Facts
        facts={rules.map(({ name, assertions }) => ({
          name,
          value: assertions.length
            ? assertions.map((assertion, index) => (
                <div key={`${index} ${assertion}`}>{assertion}</div>
              ))
            : 'Its makers do not say in words what it wants.',
        }))}
      />
    </Section>
  ) : null;
}
