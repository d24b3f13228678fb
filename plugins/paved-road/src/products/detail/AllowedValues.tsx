import { Fragment } from 'react';
import { ProductParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { lengthWords, rangeWords, takesAnyValue } from './parameterWords';

const SHOWN_VALUES = 8;

/** What a parameter's values have to be like, in words. */
export function AllowedValues(props: { parameter: ProductParameter }) {
  const { parameter } = props;
  const { allowedValues, allowedPattern, constraintDescription } = parameter;
  const length = lengthWords(parameter);
  const range = rangeWords(parameter);
  return (
    <>
      {takesAnyValue(parameter) && !constraintDescription && 'Any value'}
      {constraintDescription && <div>{constraintDescription}</div>}
      {allowedValues.length > 0 && <OneOf values={allowedValues} />}
      {range && <div>{range}</div>}
      {length && <div>{length}</div>}
      {allowedPattern && (
        <div>
          Matches <code>{allowedPattern}</code>
        </div>
      )}
    </>
  );
}

/** Values that can be chosen; many of them only when asked for. */
export function OneOf(props: { values: string[] }) {
  const { values } = props;
  if (values.length === 1) {
    return (
      <div>
        Only <Values values={values} />
      </div>
    );
  }
  return values.length > SHOWN_VALUES ? (
    <Disclosure label={`One of ${values.length.toLocaleString('en')} values`}>
      {() => <Values values={values} />}
    </Disclosure>
  ) : (
    <div>
      One of <Values values={values} />
    </div>
  );
}

function Values(props: { values: string[] }) {
  return (
    <>
      {props.values.map((value, index) => (
        <Fragment key={`${index} ${value}`}>
          {index > 0 && ', '}
          {value === '' ? 'nothing' : <code>{value}</code>}
        </Fragment>
      ))}
    </>
  );
}
