module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // A scrolling region has to be reachable by keyboard.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region'] }],
  },
});
