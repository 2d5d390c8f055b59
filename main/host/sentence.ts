import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }

/** The sentences a shell may have to say before there is a window. */
export type ShellSentence = Extract<keyof typeof en, `shell.${string}`>

/** One sentence in the language of this desktop session: Arabic where that is set, else English. */
export function sentence(key: ShellSentence, env: NodeJS.ProcessEnv = process.env): string {
  const language = env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? ''
  return language.startsWith('ar') ? ar[key] : en[key]
}
