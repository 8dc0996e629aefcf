module.exports = {
  mode: 'production',
  target: 'node20',
  entry: { handler: './src/handler.ts' },
  module: { rules: [{ test: /\.ts$/, use: 'ts-loader', exclude: /node_modules/ }] },
  resolve: { extensions: ['.ts', '.js'] },
  output: { library: { type: 'commonjs2' } },
};
