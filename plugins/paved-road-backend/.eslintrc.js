const { resolve } = require('path');
const { lintLayers } = require('./eslint.layers.js');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
  },
  overrides: lintLayers(resolve(__dirname)),
});
