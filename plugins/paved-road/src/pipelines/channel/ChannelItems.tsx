import { makeStyles, Theme } from '@material-ui/core/styles';
import { ChannelItem as Item } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { count } from '../../shared/words';
import { ChannelItem } from './ChannelItem';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    holding: { marginTop: theme.spacing(1) },
  }),
  { name: 'PavedRoadChannelItems' },
);

/** What has to hold: what doesn't first, what does behind its number. */
export function ChannelItems(props: { items: Item[] }) {
  const classes = useStyles();
  const having = (verdict: Item['verdict']) =>
    props.items.filter(item => item.verdict === verdict);
  const open = [...having('fail'), ...having('unknown')];
  const holding = having('pass');
  const list = (label: string, items: Item[]) => (
    <ul className={classes.list} aria-label={label}>
      {items.map((item, index) => (
        <ChannelItem key={`${item.code} ${index}`} item={item} />
      ))}
    </ul>
  );
  return (
    <>
      {open.length > 0 && list('What doesn’t hold, or is not known', open)}
      {holding.length > 0 && (
        <div className={classes.holding}>
          <Disclosure
            label={count(holding.length, 'thing holds', 'things hold')}
          >
            {() => list('What holds', holding)}
          </Disclosure>
        </div>
      )}
    </>
  );
}
