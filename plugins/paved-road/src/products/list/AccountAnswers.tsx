import { makeStyles, Theme } from '@material-ui/core/styles';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import {
  listProducts,
  OperationResponse,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { RelativeTime } from '../../shared/RelativeTime';
import { Section } from '../../shared/Section';
import { accountName } from '../accountName';

/** An account with when it was asked, or why it does not answer. */
export type AccountAnswer = OperationResponse<
  typeof listProducts
>['accounts'][number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    answers: { marginTop: theme.spacing(4) },
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& li': { marginBottom: theme.spacing(0.5) },
    },
  }),
  { name: 'PavedRoadAccountAnswers' },
);

/** How old the list is: when each account was asked. */
export function AccountAnswers(props: { accounts: AccountAnswer[] }) {
  const classes = useStyles();
  return (
    <div className={classes.answers}>
      <Section level={3} title="How old this list is">
        <ul className={classes.list}>
          {props.accounts.map(account => (
            <li key={account.id}>
              {accountName(account)} ({account.accountId}, {account.region}):{' '}
              {account.problem ? (
                <Mark icon={CloudOffIcon} tone="warn">
                  does not answer
                </Mark>
              ) : (
                account.readAt && (
                  <>
                    asked <RelativeTime value={account.readAt} />
                  </>
                )
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
