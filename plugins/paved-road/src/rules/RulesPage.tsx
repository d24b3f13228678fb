import { useEffect, useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import FilterListIcon from '@material-ui/icons/FilterList';
import GavelIcon from '@material-ui/icons/Gavel';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../api';
import { FilteredLayout } from '../shared/FilteredLayout';
import { Loading } from '../shared/Loading';
import { Notice } from '../shared/Notice';
import { PageSteps } from '../shared/PageSteps';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { useUrlParams } from '../shared/useUrlParams';
import { count } from '../shared/words';
import { RuleFilterPanel } from './RuleFilterPanel';
import {
  countGaps,
  readRuleFilters,
  ruleQuery,
  RULES_PER_PAGE,
  rulesWithGap,
} from './ruleFilters';
import { RulesTable } from './RulesTable';

const NO_FACETS = {
  packs: [],
  severities: [],
  frameworks: [],
  resourceTypes: [],
};

/** All rules in force, to browse and to filter. */
export function RulesPage() {
  const api = useApi(pavedRoadApiRef);
  const { params, change } = useUrlParams();
  const filters = readRuleFilters(params);
  const query = ruleQuery(filters);
  const list = useAsyncRetry(
    () => api.listRules(query),
    [api, JSON.stringify(query)],
  );
  const [now] = useState(Date.now);
  const top = useRef<HTMLDivElement>(null);
  const { page } = filters;
  const firstPage = useRef(page);
  useEffect(() => {
    if (firstPage.current !== page) {
      firstPage.current = page;
      top.current?.scrollIntoView?.();
    }
  }, [page]);

  const found = list.value?.items ?? [];
  const rules = rulesWithGap(found, filters.gap, now);
  const start = (page - 1) * RULES_PER_PAGE;
  const shown = rules.slice(start, start + RULES_PER_PAGE);
  const total = list.value?.totalItems ?? 0;
  const goTo = (next: number) =>
    change({ page: next > 1 ? String(next) : undefined });

  const body = () => {
    if (list.error) {
      return (
        <RequestFailure
          error={list.error}
          what="the rules"
          onRetry={list.retry}
        />
      );
    }
    if (!list.value) {
      return <Loading label="Loading the rules" rows={12} />;
    }
    if (total === 0) {
      return (
        <Notice icon={GavelIcon} tone="quiet" title="No rules are in force">
          <Typography>
            The portal has loaded no pack with rules in it. Whoever runs it
            names the packs in its configuration, under{' '}
            <code>pavedRoad.packs</code>.
          </Typography>
        </Notice>
      );
    }
    if (shown.length === 0) {
      return (
        <Notice icon={FilterListIcon} tone="quiet" title="No rule matches">
          <Typography>
            {rules.length > 0
              ? 'This page lies behind the last one.'
              : 'Take a filter away, or look for fewer words.'}
          </Typography>
        </Notice>
      );
    }
    return (
      <div aria-busy={list.loading}>
        <RulesTable rules={shown} now={now} />
        {rules.length > RULES_PER_PAGE && (
          <PageSteps
            label={`${start + 1}–${start + shown.length} of ${rules.length}`}
            onPrevious={page > 1 ? () => goTo(page - 1) : undefined}
            onNext={
              start + RULES_PER_PAGE < rules.length
                ? () => goTo(page + 1)
                : undefined
            }
          />
        )}
      </div>
    );
  };

  return (
    <div ref={top}>
      <Section
        level={2}
        title={
          <span aria-live="polite">{rulesTitle(list.value, rules.length)}</span>
        }
      >
        <FilteredLayout
          filters={
            <RuleFilterPanel
              filters={filters}
              facets={list.value?.facets ?? NO_FACETS}
              gapCounts={countGaps(found, now)}
              onChange={change}
            />
          }
        >
          {body()}
        </FilteredLayout>
      </Section>
    </div>
  );
}

function rulesTitle(
  list: { totalItems: number } | undefined,
  shown: number,
): string {
  if (!list) {
    return 'Rules';
  }
  return shown === list.totalItems
    ? `${count(shown, 'rule')} in force`
    : `${shown.toLocaleString('en')} of ${count(list.totalItems, 'rule')}`;
}
