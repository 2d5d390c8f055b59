import { soundTable, type SoundTable } from './sound.ts'

/** How words of one script are heard. Tables are read with `soundTable`; "^" marks letters at the beginning of a word. */
export interface Script {
  readonly name: 'Latin' | 'Arabic' | 'Cyrillic' | 'Greek' | 'Hebrew' | 'Devanagari' | 'Han'
  readonly letters: RegExp
  readonly table: SoundTable
  /** Whether vowels may be left out between consonants. */
  readonly abjad: boolean
  /** Whether it has capitals, so that a name can be told from a word. */
  readonly cased: boolean
}

/** After accents are taken off, save those that change the sound. The digits are those typed for Arabic letters. */
const latin = soundTable(`
  a/æ=a; e/œ=ai; i/y=i; o=ua; u=u; w=u F?; ø=u;
  b/p=B; d=D; đ=D; f=F; h=H; l/ł=L; m=M; n=N; r=R; t=T;
  c=KS; ck=K; ce/ci/cy=SXK ai; ch=XHK; tch/tsch/sch=X; shch/chtch/schtsch=X X?; ç=SX; č/ć=X; cz=X;
  dh=DZ H?; dj/dzh/dž=J; g=K; ge=KJH ai; gi=KJH i; gh=K; ğ=K?; gn=N; gu=K u; gue=K ai; gui=K i;
  j=JH?; k=K; kh=HK; ng=N K?; ñ=N; ph=F; q=KX; qu=K u; s=SZ; ss=S; sh=X; š/ş/ś=X; sz=XS;
  th=ST H?; ts/tz=T? SZ; v=F?; x=K? SXH; z=ZS; zh=JZ; ž=JZ; ż=JZ; ı=i; ß=S; ’/'=-;
  2/3=*; 5/7=H; 9=K
`)

const cyrillic = soundTable(`
  а/ә=a; э/е/є=ai; ё=iu; и/і/ї/й/ы/ј=i; о/ө=ua; у/ў/ү/ұ/ю=u; ^ю=iu; я=ia; ъ/ь/ъ/’/'=-;
  б/п=B; в=F?; г=KH; ґ=K; ғ=K; д=D; дж=J; ђ=J; ж=JZ; җ/ҷ=J; з=Z; к/қ=K; кх=HK; л/љ=L; м=M; н/ң/њ=N; нг=N K?; р=R;
  с=S; т=T; ћ=X; ф=F; х/ҳ/һ=H; ц/тс=T? SZ; ч=X; џ=J; ш=X; щ=X X?
`)

const greek = soundTable(`
  α=a; ε=ai; η/ι/υ=i; ο/ω=ua; ου=u; ει/οι=i; αι=ai; αυ/ευ=ai F?;
  β=F?; γ=KH?; γγ=N K; γκ=N? K; ^γκ=K; δ=DZ; ζ=ZJ; θ=ST H?; κ=K; λ=L; μ=M; μπ=M? B; ^μπ=B; ν=N; ντ=N? DT; ^ντ=D;
  ξ=K S; π=B; ρ=R; σ/ς=SX; τ=T; τζ=JZX; τσ=T? SX; φ=F; χ=HX; ψ=B S
`)

/** Alef and ayn carry any vowel; what Persian, Urdu, Pashto and Kurdish add is in it. Hamza and marks are folded away. */
const arabic = soundTable(`
  ^ا/^ع=aiu; ا=a; ع=*; ى/ي=i; ^ي=ia; و=u; ^و=ua; ء=*; ة=a T?; ے/ې=i; ۆ/ۇ=u; ە=a;
  ب/پ=B; ت=T; تش=X; ٹ/ټ=T; ث=ST; ج=JK; چ=X; ح/ه/ہ/ھ=H; خ=HK; د/ڈ/ډ=D; ذ=ZD; ر/ڑ/ړ=R; ز=Z; ژ=JZ; س=S; ش=X; ص=S;
  ض=DZ; ط=T; ظ=ZD; غ=K; ف=F; ڤ=F?; ق=K; ك/گ=K; ګ=K; ل=L; م=M; ن/ں=N; ڼ=N
`)

const hebrew = soundTable(`
  א=*; ^א/^ע=aiu; ע=*; ב=BF; ג=K; ג׳/ג'=J; ד=D; ד׳=DZ; ה=H?; ^ה=H; ו=u F?; ז=Z; ז׳/ז'=JZ; ח=H; ח׳=H; ט=T; ט׳=ZD; י=i;
  כ/ך=KH; ל=L; מ/ם=M; נ/ן=N; ס=S; ע׳=K; פ/ף=BF; צ/ץ=T? SZX; צ׳/ץ׳/צ'=X; ק=K; ר=R; ש=SX; ת=TS; ת׳=ST; ׳/'=-
`)

/** A consonant carries an "a" that a sign for another vowel replaces. A virama takes it away; at the end it is silent. */
const devanagari = soundTable(`
  अ/आ/ा/ऑ/ॉ=a; इ/ई/ि/ी=i; उ/ऊ/ु/ू/ओ/औ/ो/ौ=u; ए/ऐ/े/ै=ai; ऋ/ृ=R i; ं/ँ=N?; ्=.; ः/़=-;
  क/ग/घ=K *; ख=KH *; क़=K *; ख़=H *; ग़=K *; च/छ=X *; ज/झ=J *; ज़=Z *; ट/ठ/त/थ=T *; ड/ढ/द/ध=D *; ड़/ढ़=R *;
  ण/न/ञ/ङ=N *; प/ब/भ=B *; फ/फ़=F *; म=M *; य=i; र=R *; ल/ळ=L *; व=F? *; श/ष=X *; स=S *; ह=H *
`)

/**
 * The signs that Chinese writes foreign names with, by what they stand for. Others are not here: a Chinese name is found
 * as it is written, not by its sound.
 */
const han = soundTable(`
  阿/艾/埃/爱/亚/娅/雅/伊/易/奥/欧/乌/尤/优/约/耶/叶/瓦/娃/沃/韦/威/维=aiu F?; 安/恩/因/尹/英/翁/延/永/万/文/旺=aiu N;
  巴/贝/比/博/布/卜/伯/拜/鲍/帕/佩/皮/波/普/珀/派/彼/芭=B aiu; 班/本/宾/邦/潘/彭/平=B aiu N?;
  达/德/迪/多/杜/戴/黛/道/蒂/特=DT aiu; 丹/邓/丁/登/顿/东=DT aiu N?; 塔/泰/提/托/图/陶/缇=TD aiu; 坦/滕/廷/汤=T aiu N?;
  法/费/菲/弗/福/夫/芙=F aiu; 凡/芬/丰/方=F aiu N?; 哈/侯/赫/希/霍/胡/海/豪=H aiu; 罕/汉/亨/洪/黑=H aiu N?;
  贾/杰/吉/朱/焦/迦=JK aiu; 詹/真/金/江/津/琼=J aiu N?; 卡/克/基/科/库/凯/考/奎/加/盖/格/古/戈/高/噶=K aiu; 坎/肯/孔/甘/根/冈/坤=K aiu N?;
  拉/立/莱/勒/里/利/丽/莉/罗/洛/卢/鲁/路/劳/雷/黎/瑞/娄/萝=LR aiu; 兰/莲/伦/林/琳/朗/隆/龙/连=LR aiu N?; 尔/儿=LR;
  马/玛/梅/米/莫/默/姆/穆/迈/毛/麦/密/蜜=M aiu; 曼/门/明/蒙/敏=M aiu N?; 纳/娜/内/尼/妮/诺/努/奈/瑙/涅=N aiu; 南/嫩/宁/农=N aiu N?;
  萨/素/塞/西/索/苏/斯/赛/绍/丝=SX aiu; 桑/森/辛/松/孙/山=SX aiu N?; 扎/泽/齐/佐/祖/兹/宰=ZS aiu; 赞/曾/宗=Z aiu N?;
  沙/谢/什/舍/肖/舒/夏/莎=X aiu; 尚/申/顺/香=X aiu N?; 欣=HX aiu NM?; 查/切/奇/乔/丘/蔡=X aiu; 钱/陈/钦/春=X aiu N?
`)

const script = (
  name: Script['name'],
  table: SoundTable,
  how: Partial<Pick<Script, 'abjad' | 'cased'>> = {},
): Script => ({
  name,
  table,
  letters: new RegExp(`\\p{Script=${name}}`, 'u'),
  abjad: false,
  cased: false,
  ...how,
})

/** Every script whose names are heard. */
export const scripts: readonly Script[] = [
  script('Latin', latin, { cased: true }),
  script('Arabic', arabic, { abjad: true }),
  script('Cyrillic', cyrillic, { cased: true }),
  script('Greek', greek, { cased: true }),
  script('Hebrew', hebrew, { abjad: true }),
  script('Devanagari', devanagari),
  script('Han', han),
]
