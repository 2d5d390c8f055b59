/** The four meanings a colour may repeat, and none. */
export type Tone = 'neutral' | 'safe' | 'care' | 'stop' | 'note'
