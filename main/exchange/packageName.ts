import { neutralName } from '../../shared/exchange/neutralName.ts'

/** A file name that says nothing: eight random letters and digits and `.age`. @param random eight random bytes or more */
export const packageName = (random: Uint8Array): string => neutralName(random, 'age')
