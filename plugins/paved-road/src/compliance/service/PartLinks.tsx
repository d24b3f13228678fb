import { useMemo } from 'react';
import AccountTreeOutlinedIcon from '@material-ui/icons/AccountTreeOutlined';
import DescriptionOutlinedIcon from '@material-ui/icons/DescriptionOutlined';
import HistoryIcon from '@material-ui/icons/History';
import { ServiceCompliance } from '@paved-road/backstage-plugin-paved-road-common';
import { NumberPill, NumberPills } from '../../shared/NumberPills';
import { VerdictIcon, verdictWords } from '../../shared/verdict';
import { groupResults } from './groupResults';
import { partId } from './partId';

/** How many rules reached which verdict, each number leading to those. */
export function PartLinks(props: { compliance: ServiceCompliance }) {
  const { documents, results } = props.compliance;
  const groups = useMemo(() => groupResults(results), [results]);
  const pills: NumberPill[] = groups.map(group => ({
    name: verdictWords[group.kind],
    value: group.results.length,
    icon: <VerdictIcon kind={group.kind} fontSize="small" />,
    to: `#${partId(group.kind)}`,
  }));
  return (
    <NumberPills
      label="On this page"
      pills={[
        ...pills,
        {
          name: 'Pipeline',
          icon: <AccountTreeOutlinedIcon fontSize="small" aria-hidden />,
          to: `#${partId('pipeline')}`,
        },
        {
          name: 'Documents',
          value: documents.length,
          icon: <DescriptionOutlinedIcon fontSize="small" aria-hidden />,
          to: `#${partId('documents')}`,
        },
        {
          name: 'History',
          icon: <HistoryIcon fontSize="small" aria-hidden />,
          to: `#${partId('history')}`,
        },
      ]}
    />
  );
}
