import { AnswerError } from './http/errors';
import { markup } from './pages/markup';
import { layout } from './pages/layout';

/** An error in the form of GitHub's REST API. */
export const answerAsApi: AnswerError = (res, status, message, faults) => {
  res.status(status).json({
    message,
    ...(faults && { errors: faults }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  });
};

/** An error for git and for those who ask for a file's bytes. */
export const answerAsText: AnswerError = (res, status, message) => {
  res.status(status).type('text/plain').send(`${status}: ${message}\n`);
};

/** An error for people. */
export const answerAsPage: AnswerError = (res, status, message) => {
  const words = status === 404 ? 'There is nothing at this address.' : message;
  const content = markup`<h1>${words}</h1>
    <p><a href="/">All repositories</a></p>`;
  res
    .status(status)
    .type('html')
    .send(layout(String(status), content));
};
