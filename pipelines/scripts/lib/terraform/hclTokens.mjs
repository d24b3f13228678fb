import { Refusal } from '../Refusal.mjs';

/** Characters that some readers take for a space or a line's end, and others don't. */
const STRANGE =
  /[\0-\x08\x0b-\x1f\x7f\u0085\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\ufffd]/u;

const SPACE = /[ \t]+|(?:#|\/\/)[^\n]*|\/\*[^]*?\*\//y;
const NAME = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const HEREDOC = /<<-?([A-Za-z_][A-Za-z0-9_-]*)\n/y;
const SIGN =
  /=>|==|!=|<=|>=|&&|\|\||\.\.\.|(?!<<|::|\/\*)[{}[\]().,:?=!<>+\-*/%~]/y;
const QUOTED =
  /(?:[^"\\$%\n]|\\[nrt"\\]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\$\$\{|%%\{|\$(?![\\${\n])|%(?![\\%{\n]))+/y;
const UNQUOTED = /(?:[^$%\n]|\$\$\{|%%\{|\$(?![${\n])|%(?![%{\n]))+/y;

/**
 * Reads HCL's tokens. It takes less than Terraform does: where two readers could
 * see two texts, such as by a half escaped sign, it refuses the file, so that
 * nothing is a comment or a string here and code there.
 */
class Reader {
  constructor(text, file) {
    this.text = text.replaceAll('\r\n', '\n');
    this.file = file;
    this.at = 0;
    this.tokens = [];
    const strange = STRANGE.exec(this.text);
    if (strange) {
      this.at = strange.index;
      this.refuse('a character that looks like another, or like none');
    }
  }

  refuse(what) {
    const line = this.text.slice(0, this.at).split('\n').length;
    throw new Refusal(
      `${this.file}:${line} has ${what}, which the pipeline doesn't read. Write it more plainly`,
      1,
    );
  }

  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) {
      this.at += found[0].length;
    }
    return found;
  }

  push(type, value) {
    this.tokens.push({ type, value, at: this.at });
  }

  /** Reads code to its end: that of the file, or of the brackets in a string. */
  code(within) {
    let depth = 0;
    while (this.at < this.text.length) {
      const here = this.text[this.at];
      let found;
      if (here === '\n') {
        this.at += 1;
        this.push('newline');
      } else if (here === '"') {
        this.at += 1;
        this.quoted();
      } else if (this.take(SPACE)) {
        // Says nothing.
      } else if ((found = this.take(NAME))) {
        this.push('name', found[0]);
      } else if ((found = this.take(NUMBER))) {
        this.push('number', found[0]);
      } else if ((found = this.take(HEREDOC))) {
        this.heredoc(found[1]);
      } else if ((found = this.take(SIGN))) {
        depth += { '{': 1, '}': -1 }[found[0]] ?? 0;
        if (depth < 0 && within) {
          return;
        }
        this.push('sign', found[0]);
      } else {
        this.refuse(`the sign ${here}`);
      }
    }
    if (within) {
      this.refuse('a string that doesn’t end');
    }
  }

  /** Reads `${…}` and `%{…}` where one begins. */
  inserted() {
    if (!/^[$%]\{/.test(this.text.slice(this.at, this.at + 2))) {
      return false;
    }
    this.at += 2;
    this.push('insert');
    this.code(true);
    this.push('insert-end');
    return true;
  }

  quoted() {
    this.push('string');
    for (;;) {
      const found = this.take(QUOTED);
      if (found) {
        this.push('text', found[0]);
      } else if (this.text[this.at] === '"') {
        this.at += 1;
        this.push('string-end');
        return;
      } else if (!this.inserted()) {
        this.refuse('a string with an escape or an end');
      }
    }
  }

  heredoc(marker) {
    this.push('string');
    const end = new RegExp(`[ \\t]*${marker}[ \\t]*(?=\\n)`, 'y');
    for (;;) {
      if (this.take(end)) {
        this.push('string-end');
        return;
      }
      const begin = this.at;
      this.template('\n');
      if (this.text.slice(begin, this.at).includes(marker)) {
        this.refuse(`the word ${marker} within a text that ends with it`);
      }
      if (this.text[this.at] !== '\n') {
        this.refuse('a text that doesn’t end');
      }
      this.at += 1;
    }
  }

  /** Reads text with `${…}` in it, to a line's end or the file's. */
  template(end) {
    while (this.at < this.text.length && this.text[this.at] !== end) {
      const found = this.take(UNQUOTED);
      if (found) {
        this.push('text', found[0]);
      } else if (this.text[this.at] === '\n') {
        this.at += 1;
      } else if (!this.inserted()) {
        this.refuse('a half escaped sign');
      }
    }
  }
}

const withLines = ({ text, tokens }) => {
  let line = 1;
  let at = 0;
  return tokens.map(token => {
    line += text.slice(at, token.at).split('\n').length - 1;
    ({ at } = token);
    return { ...token, line: token.type === 'newline' ? line - 1 : line };
  });
};

/** The tokens of a file of Terraform's. */
export function tokensOf(text, file) {
  const reader = new Reader(text, file);
  reader.code(false);
  return withLines(reader);
}

/** The tokens of a file that `templatefile` reads. */
export function templateTokensOf(text, file) {
  const reader = new Reader(text, file);
  reader.template(undefined);
  return withLines(reader);
}
