import { ProductAccount } from '@paved-road/backstage-plugin-paved-road-common';
import { ChoiceFilter } from '../../shared/ChoiceFilter';
import { FilterPanel } from '../../shared/FilterPanel';
import { TextFilter } from '../../shared/TextFilter';
import { ParamChanges } from '../../shared/useUrlParams';
import { accountName } from '../accountName';
import { productTypeWords } from '../detail/productWords';
import {
  hasProductFilters,
  LONGEST_TEXT,
  ProductFilters,
} from './productFilters';

const NOTHING: ParamChanges = {
  text: undefined,
  owner: undefined,
  type: undefined,
  account: undefined,
};

export function ProductFilterPanel(props: {
  filters: ProductFilters;
  owners: string[];
  types: string[];
  accounts: ProductAccount[];
  onChange: (changes: ParamChanges, options?: { replace?: boolean }) => void;
}) {
  const { filters, accounts, onChange } = props;
  const names = new Map(accounts.map(one => [one.id, accountName(one)]));
  const nameOf = (id: string) => {
    const name = names.get(id);
    const bearers = [...names.values()].filter(other => other === name);
    return name && bearers.length === 1 ? name : [name, id].join(' ').trim();
  };
  return (
    <FilterPanel
      label="Filter products"
      onClear={hasProductFilters(filters) ? () => onChange(NOTHING) : undefined}
    >
      <TextFilter
        label="Words in the product"
        value={filters.text}
        maxLength={LONGEST_TEXT}
        onChange={text => onChange({ text }, { replace: true })}
      />
      <ChoiceFilter
        label="Owner"
        options={props.owners}
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <ChoiceFilter
        label="Type"
        options={props.types}
        value={filters.type}
        optionLabel={productTypeWords}
        onChange={type => onChange({ type })}
      />
      <ChoiceFilter
        label="Account"
        options={accounts.map(({ id }) => id)}
        value={filters.account}
        optionLabel={nameOf}
        onChange={account => onChange({ account })}
      />
    </FilterPanel>
  );
}
