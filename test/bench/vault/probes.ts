/*
 * What somebody types, and what stands in the narrative it is to find. Each stands in one case of every made vault. All of
 * it is invented; together they are what searching people do in six languages and four scripts.
 */

/** One thing that must be found. */
export interface Probe {
  readonly what: string
  /** What stands in the narrative. */
  readonly stands: string
  /** What is typed. */
  readonly typed: string
}

const probe = (what: string, stands: string, typed: string): Probe => ({ what, stands, typed })

/** Twenty-four, in the order they are planted. */
export const probes: readonly Probe[] = [
  probe('a rare word', 'They mentioned the qwirlbank twice.', 'qwirlbank'),
  probe('another case of letters', 'A sign read Vornhollow.', 'VORNHOLLOW'),
  probe('the beginning of a word', 'He spoke of the tremblewick archive.', 'trembl'),
  probe('several words, not in order', 'The ombrel reached the quastine before noon.', 'quastine ombrel'),
  probe('two words, the second unfinished', 'A grindlow of pestrimar stood there.', 'grindlow pestr'),
  probe('French without its accents', 'La brévolière était fermée.', 'brevoliere'),
  probe('French with its accents', 'Un gâchelin fut déposé.', 'gâchelin'),
  probe('a word after an apostrophe', 'Près de l’ombrachet on attendait.', 'ombrachet'),
  probe('Spanish without its accents', 'La trepólina quedó vacía.', 'trepolina'),
  probe('Spanish ñ typed as n', 'El garmañuelo no volvió.', 'garmanuelo'),
  probe('Cyrillic in capitals', 'Дом на Журбовице опустел.', 'ЖУРБОВИЦЕ'),
  probe('Cyrillic, the beginning of a word', 'Старый хмелярник закрыли.', 'хмеляр'),
  probe('Cyrillic ё typed as е', 'Пропал щурёныш.', 'щуреныш'),
  probe('Arabic as written', 'قرب مخزن الزنبريطة ليلا.', 'الزنبريطة'),
  probe('Arabic written with marks, typed without', 'قال إنه رأى خَرْبُوشًا هناك.', 'خربوشا'),
  probe('Arabic typed with marks, written without', 'دخلوا من باب الطرمبوق.', 'الطَّرَمْبُوق'),
  probe('Arabic with another alef', 'أشبرين كان مغلقا.', 'اشبرين'),
  probe('Arabic final ya and ta marbuta', 'وصل إلى قنطورية البعيدة.', 'قنطوريه'),
  probe('Arabic with a stretched word', 'كتب شلـــموط على الجدار.', 'شلموط'),
  probe('one Chinese word among others', '昨晚在鹄岭桥旁有人等候。', '鹄岭桥'),
  probe('two Chinese signs', '他提到了蓼渊的事。', '蓼渊'),
  probe('a name in Cyrillic typed in Latin letters', 'Видели Жмарозкина у реки.', 'zhmarozkina'),
  probe('a name in Arabic typed in Latin letters', 'ذهب معه دربوكين إلى السوق.', 'darbukin'),
  probe('a country code and a word', 'Near the border of QZ stood a plumbrix.', 'qz plumbrix'),
]

/** What is planted into the `n`-th case: one probe each into the first ones; `null` for all others. */
export const planted = (n: number): string | null => probes[n]?.stands ?? null
