import CssMinimizerPlugin from 'css-minimizer-webpack-plugin'
import HtmlWebpackPlugin from 'html-webpack-plugin'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'

const common = {
  mode: 'production',
  resolve: { extensions: ['.tsx', '.ts', '.js'], alias: { '@': `${import.meta.dirname}/src` } },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022' } },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
}

export default [
  {
    ...common,
    name: 'client',
    entry: './src/main.tsx',
    output: { path: `${import.meta.dirname}/dist/client` },
    optimization: { minimizer: ['...', new CssMinimizerPlugin()] },
    plugins: [new MiniCssExtractPlugin(), new HtmlWebpackPlugin({ template: 'index.html' })],
  },
  {
    ...common,
    name: 'server',
    target: 'node20',
    entry: { server: './server.ts' },
    experiments: { outputModule: true },
    output: { path: `${import.meta.dirname}/dist/server`, module: true },
  },
]
