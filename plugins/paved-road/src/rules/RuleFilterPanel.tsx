import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import { Severity } from '@paved-road/backstage-plugin-paved-road-common';
import { ChoiceFilter } from '../shared/ChoiceFilter';
import { FilterPanel } from '../shared/FilterPanel';
import { SeverityLabel } from '../shared/SeverityLabel';
import { TextFilter } from '../shared/TextFilter';
import { ParamChanges } from '../shared/useUrlParams';
import { hasRuleFilters, LONGEST_TEXT, RuleFilters } from './ruleFilters';
import { gapWords, RuleGap, ruleGaps } from './ruleGaps';

const NOTHING: ParamChanges = {
  framework: undefined,
  severity: undefined,
  pack: undefined,
  resourceType: undefined,
  text: undefined,
  gap: undefined,
  page: undefined,
};

/** The values that each filter can take, over all rules. */
export interface RuleFacets {
  packs: string[];
  severities: Severity[];
  frameworks: string[];
  resourceTypes: string[];
}

export function RuleFilterPanel(props: {
  filters: RuleFilters;
  facets: RuleFacets;
  gapCounts: Record<RuleGap, number>;
  onChange: (changes: ParamChanges, options?: { replace?: boolean }) => void;
}) {
  const { filters, facets } = props;
  const change = (changes: ParamChanges, options?: { replace?: boolean }) =>
    props.onChange({ ...changes, page: undefined }, options);
  return (
    <FilterPanel
      label="Filter rules"
      onClear={
        hasRuleFilters(filters) ? () => props.onChange(NOTHING) : undefined
      }
    >
      <TextFilter
        label="Words in the rule"
        value={filters.text}
        maxLength={LONGEST_TEXT}
        onChange={text => change({ text }, { replace: true })}
      />
      <ChoiceFilter
        label="Framework"
        options={facets.frameworks}
        value={filters.framework}
        onChange={framework => change({ framework })}
      />
      <FormControl component="fieldset">
        <FormLabel component="legend">Severity</FormLabel>
        <FormGroup>
          {facets.severities.map(severity => (
            <FormControlLabel
              key={severity}
              label={<SeverityLabel severity={severity} />}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={filters.severity.includes(severity)}
                  onChange={(_, checked) =>
                    change({
                      severity: checked
                        ? [...filters.severity, severity]
                        : filters.severity.filter(one => one !== severity),
                    })
                  }
                />
              }
            />
          ))}
        </FormGroup>
      </FormControl>
      <ChoiceFilter
        label="Resource type"
        options={facets.resourceTypes}
        value={filters.resourceType}
        onChange={resourceType => change({ resourceType })}
      />
      <ChoiceFilter
        label="Pack"
        options={facets.packs}
        value={filters.pack}
        onChange={pack => change({ pack })}
      />
      <FormControl component="fieldset">
        <FormLabel component="legend">Needs its owner</FormLabel>
        <FormGroup>
          {ruleGaps.map(gap => (
            <FormControlLabel
              key={gap}
              label={`${gapWords[gap]} (${props.gapCounts[gap]})`}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={filters.gap === gap}
                  onChange={(_, checked) =>
                    change({ gap: checked ? gap : undefined })
                  }
                />
              }
            />
          ))}
        </FormGroup>
      </FormControl>
    </FilterPanel>
  );
}
