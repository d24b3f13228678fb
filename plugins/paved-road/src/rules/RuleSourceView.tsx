import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  RuleDetail,
  RuleSource,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { CodeView, GuardLine, guardTokens } from '../shared/code';
import { lineUrl } from '../shared/httpUrl';
import { Loading } from '../shared/Loading';
import { OutsideLink } from '../shared/OutsideLink';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { RuleExamples } from './RuleExamples';

/** What the rule says to the engine, and what its unit tests say of it. */
export function RuleSourceView(props: { rule: RuleDetail }) {
  const { pack, name } = props.rule;
  const api = useApi(pavedRoadApiRef);
  const source = useAsyncRetry(
    () => api.getRuleSource({ pack, name }),
    [api, pack, name],
  );
  if (source.error) {
    return (
      <Section level={3} title="The rule itself">
        <RequestFailure
          error={source.error}
          what="the source of the rule"
          level={4}
          onRetry={source.retry}
        />
      </Section>
    );
  }
  if (!source.value) {
    return (
      <Section level={3} title="The rule itself">
        <Loading label="Loading the source" rows={1} rowHeight={320} />
      </Section>
    );
  }
  return (
    <>
      <Section level={3} title="What passes and what fails">
        <RuleExamples examples={source.value.examples} />
      </Section>
      <Section level={3} title="The rule itself">
        <GuardSource source={source.value} />
      </Section>
    </>
  );
}

function GuardSource(props: { source: RuleSource }) {
  const { location, text } = props.source;
  const lines = useMemo(
    () =>
      guardTokens(text).map((tokens, index) => (
        <GuardLine key={index} tokens={tokens} />
      )),
    [text],
  );
  return (
    <>
      <Typography variant="body2">
        CloudFormation Guard,{' '}
        <OutsideLink url={lineUrl(location.viewUrl, location.line)}>
          {location.path}
          {location.line !== undefined && `, line ${location.line}`}
        </OutsideLink>
      </Typography>
      <CodeView
        label={`Source of the rule, ${location.path}`}
        lines={lines}
        markedLine={location.line}
      />
    </>
  );
}
