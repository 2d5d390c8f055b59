import type { Language } from '../../samples/letters.ts'
import type { Chance } from './seed.ts'

/*
 * What the invented narratives are made of: ordinary words in six languages, and names of nobody, put together from
 * syllables, so that there are a great many words that stand in one narrative or two.
 */

const split = (words: string) => words.trim().split(/\s+/u)

const ordinary: Readonly<Record<Language, readonly string[]>> = {
  en: split(`the a of to and in was were they on at after before with from that who by for not had this person office
    letter meeting committee session visit police station evening morning neighbour telephone message car street house
    door window lawyer court hearing judge paper passport border airport statement report witness family brother sister
    teacher journalist farmer school village river market bus driver uniform badge question answer threat warning silence
    fear travel return detained released searched followed photographed summoned refused suspended registration permit
    account bank employer contract dismissed article interview speech delegation shadow coalition network association`),
  fr: split(`le la les un une de du des et à en dans était étaient ils elles sur après avant avec qui que par pour pas
    personne bureau lettre réunion comité séance visite police commissariat soir matin voisin téléphone message voiture
    rue maison porte fenêtre avocate tribunal audience juge papier passeport frontière aéroport déclaration rapport
    témoin famille frère sœur enseignante journaliste paysan école village rivière marché autobus chauffeur uniforme
    insigne question réponse menace avertissement silence peur voyage retour détenu libérée fouillé suivie photographié
    convoquée refusé suspendue enregistrement permis compte banque employeur contrat licencié article entretien discours`),
  es: split(`el la los un una de y en a era eran ellos sobre después antes con que quien por para no persona oficina
    carta reunión comité sesión visita policía comisaría noche mañana vecino teléfono mensaje coche calle casa puerta
    ventana abogada tribunal audiencia jueza papel pasaporte frontera aeropuerto declaración informe testigo familia
    hermano hermana maestra periodista campesino escuela aldea río mercado autobús conductor uniforme insignia pregunta
    respuesta amenaza advertencia silencio miedo viaje regreso detenido liberada registrado seguida fotografiado citada
    rechazado suspendida inscripción permiso cuenta banco empleador contrato despedido artículo entrevista discurso`),
  ar: split(`في من إلى على عن مع بعد قبل كان كانت الذي التي هذا هذه شخص مكتب رسالة اجتماع لجنة جلسة زيارة شرطة مخفر
    مساء صباح جار هاتف سيارة شارع بيت باب نافذة محامية محكمة قاض ورقة جواز حدود مطار بيان تقرير شاهد عائلة أخ أخت معلمة
    صحفي مزارع مدرسة قرية نهر سوق حافلة سائق بزة شارة سؤال جواب تهديد تحذير صمت خوف سفر عودة احتجز أطلق فتش تبعوه صوروه
    استدعيت رفض علق تسجيل ترخيص حساب مصرف عمل عقد فصل مقال مقابلة خطاب وفد جمعية شبكة منظمة مدافعة حقوق ضغط مراقبة`),
  zh: split(`的 在 了 和 是 他们 之后 之前 有人 办公室 来信 会议 委员会 届会 访问 警察 派出所 晚上 早晨 邻居 电话 短信 汽车 街道 房子 门口
    窗户 律师 法院 听证 法官 文件 护照 边境 机场 声明 报告 证人 家人 兄弟 姐妹 老师 记者 农民 学校 村庄 河边 市场 公交 司机 制服 徽章
    问题 回答 威胁 警告 沉默 害怕 旅行 返回 拘留 释放 搜查 跟踪 拍照 传唤 拒绝 暂停 登记 许可 账户 银行 雇主 合同 解雇 文章 采访 讲话`),
  ru: split(`в на с и по из от до не был были они после перед который которая это человек кабинет письмо встреча комитет
    сессия визит полиция участок вечером утром сосед телефон сообщение машина улица дом дверь окно адвокат суд слушание
    судья бумага паспорт граница аэропорт заявление доклад свидетель семья брат сестра учительница журналист фермер школа
    деревня река рынок автобус водитель форма значок вопрос ответ угроза предупреждение молчание страх поездка
    возвращение задержали отпустили обыскали следили сфотографировали вызвали отказали приостановили регистрация
    разрешение счёт банк работодатель договор уволили статья интервью речь делегация ассоциация сеть`),
}

const syllables: Readonly<Record<Language, readonly string[]>> = {
  en: split('zo lar ek vim tha nor bry sel dun kop wex mar ish tol gar fen'),
  fr: split('zé lor vau rin quel bois mar thé nou cha rel dul fon gri sau ver'),
  es: split('zo lar ñez qui ver mun tal cor dil mar pue sol gan rim fue bel'),
  ar: split('زو لار كيم تال نور بري سال دون كوب مار ايش تول غار فان وك هاز'),
  zh: split('岚 泽 柯 茂 禾 缇 荻 湛 骁 翎 屹 棠 郗 鄞 堃 璟'),
  ru: split('зо лар ек вим та нор бры сел дун коп мар иш тол гар фен щур'),
}

/** A word of nobody’s language, made of two to four syllables. */
const invented = (language: Language, { of, below }: Chance): string =>
  Array.from({ length: 2 + below(3) }, () => of(syllables[language])).join('')

/** Codes that ISO 3166-1 leaves to whoever uses them: no country has one. */
const nowhere = split(
  'AA QM QN QO QP QQ QR QS QT QU QV QW QX QY QZ XA XB XC XD XE XF XG XH XJ XL XM XP XQ XR XS ZZ',
)

function word(language: Language, drawn: Chance): string {
  const which = drawn.next()
  if (which < 0.02) return drawn.of(nowhere)
  if (which < 0.08) return invented(language, drawn)
  return drawn.of(ordinary[language], 1.6)
}

const stop = (language: Language) => (language === 'zh' ? '。' : '. ')
const gap = (language: Language) => (language === 'zh' ? '' : ' ')

/** So many words of an invented narrative, in sentences of ten to twenty. */
export function narrative(language: Language, words: number, drawn: Chance): string {
  const sentences: string[] = []
  for (let left = words; left > 0;) {
    const length = Math.min(left, 10 + drawn.below(11))
    sentences.push(Array.from({ length }, () => word(language, drawn)).join(gap(language)))
    left -= length
  }
  return sentences.join(stop(language)).concat(stop(language).trim())
}
