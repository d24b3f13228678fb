import Typography from '@material-ui/core/Typography';
import PlaylistAddIcon from '@material-ui/icons/PlaylistAdd';
import { Notice } from '../../shared/Notice';
import { AccountProblem } from '../AccountProblem';
import { accountName } from '../accountName';
import { AccountAnswer } from './AccountAnswers';

/** Why some products are missing: accounts that are silent, or that have too many. */
export function AccountProblems(props: {
  accounts: AccountAnswer[];
  onRetry: () => void;
}) {
  return (
    <>
      {props.accounts.map(account => (
        <div key={account.id}>
          {account.problem && (
            <AccountProblem
              account={accountName(account)}
              message={account.problem.message}
              onRetry={props.onRetry}
            />
          )}
          {account.truncated && (
            <Notice
              icon={PlaylistAddIcon}
              tone="warn"
              title={`${accountName(account)} has more products than are shown`}
            >
              <Typography>
                The portal reads only so many of an account, and filters look at
                those alone. Whoever runs the portal can let its role there see
                fewer portfolios.
              </Typography>
            </Notice>
          )}
        </div>
      ))}
    </>
  );
}
