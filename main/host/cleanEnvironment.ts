const unwanted = /^(NODE_|ELECTRON_|SSLKEYLOGFILE$|ALL_PROXY$|HTTPS?_PROXY$|NO_PROXY$)/i

/** The environment without what makes Node, Electron or Chromium write logs and keys, load code or use a proxy. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted.test(name)))
}

/** What Node and Windows cannot start without, and the time zone dates are read in. */
const needed = /^(TZ|LANG|LC_ALL|SystemRoot|windir)$/i

/** The environment of a throw-away job: no home, no agent, no session, no path. */
export function jobEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => needed.test(name)))
}
