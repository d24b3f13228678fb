import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import {
  ProductAccount,
  provisionedProductStatusSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ChoiceFilter } from '../../../shared/ChoiceFilter';
import { shortName } from '../../../shared/entityRefs';
import { FilterPanel } from '../../../shared/FilterPanel';
import { TextFilter } from '../../../shared/TextFilter';
import { ParamChanges } from '../../../shared/useUrlParams';
import { accountName } from '../../accountName';
import { isOver, statusesByUrgency, statusWords } from '../statusWords';
import {
  hasProvisionedFilters,
  LONGEST_TEXT,
  NO_PROVISIONED_FILTERS,
  ProvisionedFilters,
} from './provisionedFilters';

export function ProvisionedFilterPanel(props: {
  filters: ProvisionedFilters;
  accounts: ProductAccount[];
  /** Whose there are, as far as it is known here. */
  entities: string[];
  onChange: (changes: ParamChanges, options?: { replace?: boolean }) => void;
}) {
  const { filters, accounts, onChange } = props;
  const names = new Map(accounts.map(one => [one.id, accountName(one)]));
  const isNarrowed = hasProvisionedFilters(filters) || filters.ended;
  return (
    <FilterPanel
      label="Filter what was launched"
      onClear={isNarrowed ? () => onChange(NO_PROVISIONED_FILTERS) : undefined}
    >
      <TextFilter
        label="Name"
        value={filters.text}
        maxLength={LONGEST_TEXT}
        onChange={text =>
          onChange({ text, cursor: undefined }, { replace: true })
        }
      />
      <ChoiceFilter
        label="Status"
        options={statusesByUrgency}
        value={filters.status}
        optionLabel={status => statusWords[statusOf(status)]}
        onChange={status =>
          onChange({
            status,
            cursor: undefined,
            // The backend has the ended ones only where it is asked for them.
            ...(status.some(one => isOver(statusOf(one))) && { ended: 'true' }),
          })
        }
      />
      <ChoiceFilter
        label="Account"
        options={[...names.keys()]}
        value={filters.account}
        optionLabel={id => names.get(id) ?? id}
        onChange={account => onChange({ account, cursor: undefined })}
      />
      <ChoiceFilter
        label="For"
        options={props.entities}
        value={filters.entity}
        optionLabel={shortName}
        onChange={entity => onChange({ entity, cursor: undefined })}
      />
      <FormControlLabel
        label="Show ended ones too"
        control={
          <Switch
            color="primary"
            checked={filters.ended}
            onChange={(_, ended) =>
              onChange({ ended: ended ? 'true' : undefined, cursor: undefined })
            }
          />
        }
      />
    </FilterPanel>
  );
}

function statusOf(option: string) {
  return provisionedProductStatusSchema.parse(option);
}
