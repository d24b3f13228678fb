import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { ProductChooser, ProductPlace } from './ProductChooser';
import { ProductFieldProps, secretName } from './productFieldSchema';
import { ProductVersionField } from './ProductVersionField';

const useStyles = makeStyles(
  (theme: Theme) => ({
    field: { display: 'grid', gap: theme.spacing(2.5) },
  }),
  { name: 'PavedRoadProductField' },
);

/**
 * The field `PavedRoadProduct` of software templates: a product with the values
 * to launch it with. Secret ones go to the secrets of the task only.
 */
export function ProductField(props: ProductFieldProps) {
  const { formData, schema, uiSchema, onChange } = props;
  const { account, product, version } = uiSchema['ui:options'] ?? {};
  const classes = useStyles();
  const { setSecrets } = useTemplateSecrets();
  const [place, setPlace] = useState<ProductPlace | undefined>(() => {
    const start = {
      account: account ?? formData?.account,
      product: product ?? formData?.product,
    };
    return start.account && start.product
      ? { account: start.account, product: start.product }
      : undefined;
  });

  const choose = (chosen: ProductPlace | undefined) => {
    // One product's secrets are not for another one.
    setSecrets(
      Object.fromEntries(
        (formData?.secretKeys ?? []).map(key => [secretName(key), '']),
      ),
    );
    onChange(undefined);
    setPlace(chosen);
  };

  return (
    <div role="group" aria-label={schema.title ?? 'Product'}>
      {schema.title && (
        <Typography component="h3" variant="subtitle1">
          {schema.title}
        </Typography>
      )}
      {schema.description && (
        <Typography paragraph>{schema.description}</Typography>
      )}
      <div className={classes.field}>
        {!(account && product) && (
          <ProductChooser
            account={account}
            product={product}
            chosen={place}
            onChoose={choose}
          />
        )}
        {place && (
          <ProductVersionField
            key={`${place.account} ${place.product}`}
            place={place}
            fixedVersion={version}
            value={
              formData?.account === place.account &&
              formData.product === place.product
                ? formData
                : undefined
            }
            tried={Boolean(props.rawErrors?.length)}
            onChange={onChange}
          />
        )}
      </div>
    </div>
  );
}
