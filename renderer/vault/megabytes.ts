/** Bytes as a person reads them: whole megabytes of 1,000,000, at least one. */
export const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000_000))
