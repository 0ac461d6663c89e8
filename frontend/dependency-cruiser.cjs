/** Frontend dependencies point down: app → features → ui → lib; anyone may use api and locales. */
const below = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: `^src/(${from})/` },
  to: { path: `^src/(${to})/` },
})
module.exports = {
  forbidden: [
    {
      name: 'features do not know each other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    below('nothing imports app', 'features|ui|lib|api|locales', 'app'),
    below('ui, lib and api know no feature', 'ui|lib|api|locales', 'features'),
    below('lib knows no screen and no server', 'lib', 'ui|api'),
    below('api knows no screen', 'api', 'ui|lib'),
    below('locales know nothing', 'locales', 'ui|api|lib'),
    {
      name: 'no cycles',
      severity: 'error',
      from: { pathNot: '^src/api/gen/' },
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
