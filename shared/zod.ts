/**
 * The one place that imports zod.
 *
 * zod 4 compiles its parsers with `Function()` unless told not to; the content
 * security policy of the window forbids that, so code generation is off everywhere.
 */
import { z } from 'zod'

z.config({ jitless: true })

export { z }
