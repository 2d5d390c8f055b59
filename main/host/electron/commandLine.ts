/** The exit code when Vigil was started with a switch or a setting it does not accept. */
export const strangeStart = 87

/** Settings that make the engine write logs or keys to files before any of our code runs. */
const refused = ['ELECTRON_LOG_FILE', 'ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_ASAR_READS', 'SSLKEYLOGFILE']

/** What a test driver adds; accepted in a build that is not packaged, and only when asked for. */
const forTests = ['--inspect=0', '--remote-debugging-port=0', '--no-sandbox']

interface Start {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly packaged: boolean
}

/**
 * Whether Vigil was started with anything it does not know.
 *
 * No fuse of Electron stops `--remote-debugging-port`, `--no-sandbox`, `--log-net-log` and their like; the first line
 * of the program does (security notes, F12). Vigil has no switches of its own.
 */
export function startsStrangely({ argv, env, packaged }: Start): boolean {
  const accepted = !packaged && env.VIGIL_TEST === '1' ? forTests : []
  const switches = argv.slice(1).filter(word => word.startsWith('-') && !accepted.includes(word))
  return switches.length > 0 || (packaged && refused.some(name => env[name] !== undefined))
}
