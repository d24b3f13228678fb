import { useEffect, useRef, useState } from 'react';
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { ValueRules } from '../detail/ValueRules';
import {
  ParameterFields,
  parametersOf,
  problemsOf,
  TagFields,
  Texts,
} from '../fields';
import { ProductFieldValue, secretName } from './productFieldSchema';
import { valueOf } from './valueOf';

/** The values and tags to launch with, told with every change. */
export function ProductValues(props: {
  form: ProductForm;
  choice: Pick<ProductFieldValue, 'account' | 'product' | 'version' | 'path'>;
  /** What was chosen before. */
  value: ProductFieldValue | undefined;
  tried: boolean;
  onChange: (value: ProductFieldValue) => void;
}) {
  const { form, choice, tried, onChange } = props;
  const { secrets, setSecrets } = useTemplateSecrets();
  const [texts, setTexts] = useState<Texts>(props.value?.parameters ?? {});
  const [tags, setTags] = useState<Texts>(props.value?.tags ?? {});

  const secretKeys = new Set(
    parametersOf(form)
      .filter(({ noEcho }) => noEcho)
      .map(({ key }) => key),
  );
  const all: Texts = {
    ...texts,
    ...Object.fromEntries(
      [...secretKeys]
        .filter(key => secrets[secretName(key)])
        .map(key => [key, secrets[secretName(key)]]),
    ),
  };
  const value = valueOf(form, choice, all, tags);
  const told = useRef<string>();
  useEffect(() => {
    const words = JSON.stringify(value);
    if (told.current !== words) {
      told.current = words;
      onChange(value);
    }
  }, [value, onChange]);

  return (
    <>
      <div>
        <ParameterFields
          form={form}
          texts={all}
          problems={problemsOf(form, all)}
          tried={tried}
          onChange={(key, text = '') =>
            secretKeys.has(key)
              ? setSecrets({ [secretName(key)]: text })
              : setTexts(now => ({ ...now, [key]: text }))
          }
        />
      </div>
      <TagFields
        form={form}
        texts={tags}
        tried={tried}
        onChange={(key, tag) => setTags(now => ({ ...now, [key]: tag }))}
      />
      <ValueRules rules={form.rules} />
    </>
  );
}
