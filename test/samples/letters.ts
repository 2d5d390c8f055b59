/** The six languages of the United Nations. */
export type Language = 'en' | 'fr' | 'es' | 'ar' | 'zh' | 'ru'

/** One invented allegation: nobody in it exists, its region is made up, its country code is user-assigned. */
export interface Letter {
  readonly sender: string
  readonly subject: string
  readonly body: string
}

/** The same invented allegation, told in six languages. Every one says that it is synthetic. */
export const letters: Readonly<Record<Language, Letter>> = {
  en: {
    sender: 'A member of the association',
    subject: '[SYNTHETIC] What happened after we spoke to the Committee',
    body: `[SYNTHETIC SAMPLE - nobody and no place in this message exists]

Dear colleagues,

I am writing for a small association in the Northern Lakes region (country QM). In March two of our members travelled to speak at a session of a United Nations committee about conditions in the regional prison. They read a statement of three minutes and met the secretariat afterwards.

Nine days after they came home, four men in plain clothes came to the house of one of them. They asked what he had said "abroad" and about whom. They took his passport and his telephone. No paper was left. The next morning a cousin of the second member was told at work that her contract would end if "the family went on complaining to foreigners".

Since then a car has stood outside our office on most evenings. We enclose the letter by which the registration of the association was suspended, dated twelve days after the session, and a photograph of the car.

One of the two agrees that you raise this with the authorities if his name is not used. The other has not decided. Please do not telephone; write only to this address, and not before the 10th.

A member of the association
`,
  },
  fr: {
    sender: 'Une membre de l’association',
    subject: '[SYNTHÉTIQUE] Ce qui est arrivé après notre intervention au Comité',
    body: `[EXEMPLE SYNTHÉTIQUE : ni les personnes ni les lieux de ce message n’existent]

Chers collègues,

J’écris au nom d’une petite association de la région des Lacs du Nord (pays QM). En mars, deux de nos membres se sont rendus à une session d’un comité des Nations Unies pour parler de la prison régionale. Ils ont lu une déclaration de trois minutes, puis rencontré le secrétariat.

Neuf jours après leur retour, quatre hommes en civil sont venus chez l’un d’eux. Ils ont demandé ce qu’il avait dit « à l’étranger », et sur qui. Ils ont emporté son passeport et son téléphone sans laisser aucun document. Le lendemain, on a dit à une cousine de l’autre membre que son contrat prendrait fin si « la famille continuait à se plaindre aux étrangers ».

Depuis, une voiture stationne presque chaque soir devant notre bureau. Nous joignons la lettre suspendant l’enregistrement de l’association, datée de douze jours après la session, et une photographie de la voiture.

L’un des deux accepte que vous en parliez aux autorités si son nom n’est pas cité. L’autre n’a pas encore décidé. Ne téléphonez pas, s’il vous plaît ; écrivez seulement à cette adresse, et pas avant le 10.

Une membre de l’association
`,
  },
  es: {
    sender: 'Un miembro de la asociación',
    subject: '[SINTÉTICO] Lo que ocurrió después de hablar ante el Comité',
    body: `[EJEMPLO SINTÉTICO: ni las personas ni los lugares de este mensaje existen]

Estimados colegas:

Escribo en nombre de una pequeña asociación de la región de los Lagos del Norte (país QM). En marzo, dos de nuestros miembros viajaron a un período de sesiones de un comité de las Naciones Unidas para hablar de la prisión regional. Leyeron una declaración de tres minutos y después se reunieron con la secretaría.

Nueve días después de su regreso, cuatro hombres de paisano se presentaron en casa de uno de ellos. Le preguntaron qué había dicho «en el extranjero» y de quién. Se llevaron su pasaporte y su teléfono sin dejar ningún documento. A la mañana siguiente, a una prima del otro miembro le dijeron en el trabajo que su contrato terminaría si «la familia seguía quejándose a los extranjeros».

Desde entonces, casi todas las noches hay un coche frente a nuestra oficina. Adjuntamos la carta que suspende la inscripción de la asociación, fechada doce días después de la sesión, y una fotografía del coche.

Uno de los dos acepta que planteen el asunto a las autoridades si no se menciona su nombre. El otro no lo ha decidido. Por favor, no llamen por teléfono; escriban solo a esta dirección y no antes del día 10.

Un miembro de la asociación
`,
  },
  ar: {
    sender: 'أحد أعضاء الجمعية',
    subject: '[نموذج مصطنع] ما حدث بعد أن تحدثنا أمام اللجنة',
    body: `[نموذج مصطنع: لا وجود للأشخاص ولا للأماكن المذكورة في هذه الرسالة]

الزملاء الأعزاء،

أكتب إليكم باسم جمعية صغيرة في منطقة البحيرات الشمالية (البلد QM). في آذار/مارس سافر اثنان من أعضائنا للتحدث في دورة إحدى لجان الأمم المتحدة عن أوضاع السجن الإقليمي. وقد تلوا بيانا مدته ثلاث دقائق، ثم التقيا بالأمانة.

وبعد عودتهما بتسعة أيام، جاء أربعة رجال بملابس مدنية إلى منزل أحدهما. وسألوه عما قاله "في الخارج" وعمن تحدث. وأخذوا جواز سفره وهاتفه ولم يتركوا أي ورقة. وفي صباح اليوم التالي قيل لابنة عم العضو الآخر في مكان عملها إن عقدها سينتهي إذا "واصلت العائلة الشكوى إلى الأجانب".

ومنذ ذلك الحين تقف سيارة أمام مكتبنا في معظم الأمسيات. ونرفق الرسالة التي عُلّق بموجبها تسجيل الجمعية، وهي مؤرخة بعد الدورة باثني عشر يوما، وصورة للسيارة.

يوافق أحدهما على أن تثيروا الأمر مع السلطات إذا لم يُذكر اسمه. أما الآخر فلم يقرر بعد. نرجو عدم الاتصال بالهاتف، والكتابة إلى هذا العنوان فقط، وليس قبل اليوم العاشر.

أحد أعضاء الجمعية
`,
  },
  zh: {
    sender: '协会的一名成员',
    subject: '[虚构样本] 我们在委员会发言之后发生的事',
    body: `[虚构样本：本邮件中的人物和地点均不存在]

各位同事：

我代表北湖地区（国家代码 QM）的一个小型协会写信。三月，我们的两名成员前往联合国一个委员会的会议，就地区监狱的状况发言。他们宣读了三分钟的声明，随后会见了秘书处。

他们回家九天后，四名便衣男子来到其中一人的家中，询问他“在国外”说了什么、说了谁。他们拿走了他的护照和电话，没有留下任何文件。第二天早上，另一名成员的表妹在工作单位被告知，如果“这家人继续向外国人告状”，她的合同将被终止。

此后，几乎每天晚上都有一辆汽车停在我们办公室外面。现附上暂停协会登记的信函（日期为会议之后十二天）以及该车的照片。

其中一人同意你们在不提及他姓名的情况下向当局提出此事。另一人尚未决定。请不要打电话；请只写信到这个地址，并且不要早于十日。

协会的一名成员
`,
  },
  ru: {
    sender: 'Член ассоциации',
    subject: '[ВЫМЫШЛЕННЫЙ ОБРАЗЕЦ] Что произошло после нашего выступления в Комитете',
    body: `[ВЫМЫШЛЕННЫЙ ОБРАЗЕЦ: людей и мест, упомянутых в этом письме, не существует]

Уважаемые коллеги!

Пишу от имени небольшой ассоциации из района Северных озёр (страна QM). В марте двое наших членов ездили на сессию одного из комитетов Организации Объединённых Наций, чтобы рассказать об условиях в региональной тюрьме. Они зачитали трёхминутное заявление, а затем встретились с секретариатом.

Через девять дней после возвращения к одному из них домой пришли четверо мужчин в штатском. Они спрашивали, что он говорил «за границей» и о ком. Они забрали его паспорт и телефон, не оставив никакого документа. На следующее утро двоюродной сестре второго члена на работе сказали, что её договор будет прекращён, если «семья продолжит жаловаться иностранцам».

С тех пор почти каждый вечер у нашего офиса стоит автомобиль. Прилагаем письмо о приостановке регистрации ассоциации, датированное двенадцатью днями после сессии, и фотографию автомобиля.

Один из двоих согласен, чтобы вы подняли этот вопрос перед властями, если его имя не будет названо. Второй ещё не решил. Пожалуйста, не звоните; пишите только на этот адрес и не раньше 10-го числа.

Член ассоциации
`,
  },
}
