import { useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  ChangePlan,
  Preflight,
} from '@paved-road/backstage-plugin-paved-road-common';

const CALM_MS = 600;

/** Where the answer to a question stands. */
export interface Answer<TValue> {
  loading: boolean;
  value?: TValue;
  error?: Error;
}

interface Answers {
  /** The choice that was asked about, as text. */
  choice: string;
  preflight: Answer<Preflight>;
  plan: Answer<ChangePlan>;
}

/**
 * What the rules say of a choice and what it would make. Both are asked for at
 * once, when the choice has been calm for a moment or when somebody wants it.
 */
export function useOutlook<TChoice>(options: {
  /** Absent while something is missing. */
  choice: TChoice | undefined;
  /** Changes where it is to be asked again without being told to. */
  calm: string;
  askPreflight: (choice: TChoice) => Promise<Preflight>;
  askPlan: (choice: TChoice) => Promise<ChangePlan>;
}) {
  const { choice } = options;
  const present = choice && JSON.stringify(choice);
  const [answers, setAnswers] = useState<Answers>();
  const newest = useRef(0);

  const check = () => {
    if (!choice || !present) {
      return;
    }
    newest.current += 1;
    const question = newest.current;
    // An answer to an older question comes too late.
    const answered = (answer: Partial<Answers>) =>
      setAnswers(now =>
        now && newest.current === question ? { ...now, ...answer } : now,
      );
    setAnswers({
      choice: present,
      preflight: { loading: true },
      plan: { loading: true },
    });
    settle(options.askPreflight(choice)).then(preflight =>
      answered({ preflight }),
    );
    settle(options.askPlan(choice)).then(plan => answered({ plan }));
  };

  useDebounce(
    () => {
      if (present !== answers?.choice) {
        check();
      }
    },
    CALM_MS,
    [options.calm],
  );

  return {
    answers,
    /** Whether the answers are about what is chosen now. */
    isCurrent: answers !== undefined && answers.choice === present,
    check,
  };
}

export type Outlook = ReturnType<typeof useOutlook>;

async function settle<TValue>(asked: Promise<TValue>): Promise<Answer<TValue>> {
  try {
    return { loading: false, value: await asked };
  } catch (error) {
    return { loading: false, error: error as Error };
  }
}
