import type { Localized } from '@/lib/core/localized';
import type { ArticleContent, ArticleKind, ArticlePart, Topic } from '@/lib/knowledge/article';

/** The knowledge base of the demo hall. Prices and rules are invented, and such as a hall has. */
export interface DemoArticle {
  kind: ArticleKind;
  topic: Topic;
  serviceCode: string | null;
  content: ArticleContent;
}

type Said = Record<ArticlePart, readonly [zh: string, en: string, es: string]>;

const inThree = ([zh, en, es]: readonly [string, string, string]): Localized => ({ 'zh-CN': zh, en, es });

function article(kind: ArticleKind, topic: Topic, serviceCode: string | null, said: Partial<Said>): DemoArticle {
  const part = (name: ArticlePart) => inThree(said[name] ?? ['', '', '']);
  return {
    kind,
    topic,
    serviceCode,
    content: {
      title: part('title'),
      bring: part('bring'),
      duration: part('duration'),
      cost: part('cost'),
      where: part('where'),
      body: part('body'),
    },
  };
}

const ID: Said['bring'] = [
  '机主本人有效身份证原件',
  'The account holder’s identity card',
  'Documento de identidad del titular',
];
const AT_COUNTER: Said['where'] = ['业务办理区柜台', 'Service counters', 'Mostradores de atención'];
const FREE: Said['cost'] = ['免费', 'Free', 'Gratis'];

export const DEMO_ARTICLES: readonly DemoArticle[] = [
  article('guide', 'sim', 'sim', {
    title: ['补办 SIM 卡（卡丢失、损坏）', 'Replace a lost or damaged SIM', 'Duplicado de SIM perdida o dañada'],
    bring: ID,
    duration: ['约 5 分钟，当场生效', 'About 5 minutes, works at once', 'Unos 5 minutos, funciona en el acto'],
    cost: [
      '补卡工本费 10 元，星级客户免费',
      '10 yuan, free for star customers',
      '10 yuanes, gratis para clientes estrella',
    ],
    where: ['业务办理区柜台或自助补卡机', 'Service counters or the SIM machine', 'Mostradores o la máquina de SIM'],
    body: [
      '手机或卡丢失时，先拨打热线办理**停机保号**，防止盗用。\n\n1. 核对身份证与人像\n2. 写入新卡，旧卡立即失效\n3. 当面拨测，提醒客户重新登录微信、支付宝\n\n# 代办\n不支持代办。行动不便的客户可预约上门服务。',
      'If the phone is lost, suspend the line by hotline first so that nobody can use it.\n\n1. Compare identity card and face\n2. Write the new SIM; the old one stops working\n3. Make a test call and remind the customer to sign in to apps again\n\n# For somebody else\nNot possible. We visit customers who cannot come.',
      'Si se perdió el teléfono, suspenda primero la línea por teléfono.\n\n1. Comparar documento y rostro\n2. Grabar la SIM nueva; la anterior deja de funcionar\n3. Hacer una llamada de prueba y recordar volver a entrar en las aplicaciones\n\n# Por otra persona\nNo es posible. Visitamos a quien no puede venir.',
    ],
  }),
  article('guide', 'sim', 'sim', {
    title: ['携号转网（转入、转出）', 'Number transfer: keep your number', 'Portabilidad: conservar el número'],
    bring: ID,
    duration: [
      '转入约 15 分钟；转出审核 1 小时内',
      'In: 15 minutes; out: checked within an hour',
      'Entrada: 15 minutos; salida: una hora',
    ],
    cost: FREE,
    where: AT_COUNTER,
    body: [
      '转入前先发送短信 **CXXZ#姓名#证件号** 到 10086 查询资格。\n\n- 号码已实名、状态正常\n- 无欠费，无在约合约\n- 距上次转网满 120 天\n\n授权码有效期 1 小时，请客户在柜台前再申请。\n\n# 客户要转出\n先了解真实原因，按**离网挽留**流程记录，不得设置障碍。',
      'Check first by text message whether the number may move.\n\n- Registered to a real name and active\n- No debt and no contract that still runs\n- 120 days since the last transfer\n\nThe code holds for one hour, so ask for it at the counter.\n\n# The customer wants to leave\nAsk for the real reason, note a retention case, and put nothing in the way.',
      'Compruebe primero por SMS si el número puede cambiar.\n\n- Registrado a nombre real y activo\n- Sin deudas ni permanencia\n- 120 días desde el último cambio\n\nEl código vale una hora: pídalo en el mostrador.\n\n# El cliente quiere irse\nPregunte la razón real, anote un caso de retención y no ponga obstáculos.',
    ],
  }),
  article('guide', 'broadband', 'broadband', {
    title: ['宽带移机（搬家）', 'Move home broadband to a new address', 'Traslado de la banda ancha'],
    bring: ['身份证原件、新地址', 'Identity card and the new address', 'Documento de identidad y la nueva dirección'],
    duration: [
      '柜台 8 分钟，48 小时内上门',
      '8 minutes; the technician comes within 48 hours',
      '8 minutos; técnico en 48 horas',
    ],
    cost: [
      '同城 100 元，合约期内每年免一次',
      '100 yuan; once a year free in a contract',
      '100 yuanes; una vez al año gratis',
    ],
    where: ['家庭宽带区 7、8 号柜台', 'Home broadband, counters 7 and 8', 'Banda ancha, mostradores 7 y 8'],
    body: [
      '1. 查询新地址是否有端口\n2. 约定上门时间，留下联系电话\n3. 提醒客户**带走光猫和机顶盒**\n\n新地址无资源时，登记未受理业务并告知答复日期。',
      '1. Check whether the new address has a free port\n2. Agree on a time and note a phone number\n3. Remind the customer to **take modem and box along**\n\nWithout a port, register it as unaccepted business with a reply date.',
      '1. Compruebe si hay puerto libre en la nueva dirección\n2. Acuerde la hora y anote un teléfono\n3. Recuerde **llevarse el módem y el decodificador**\n\nSi no hay puerto, regístrelo con fecha de respuesta.',
    ],
  }),
  article('guide', 'broadband', 'broadband', {
    title: ['新装宽带', 'New home broadband', 'Alta de banda ancha'],
    bring: ID,
    duration: [
      '办理 10 分钟，次日安装',
      '10 minutes; installed the next day',
      '10 minutos; instalación al día siguiente',
    ],
    cost: [
      '调测费 100 元，融合套餐免收',
      '100 yuan, waived with a combined plan',
      '100 yuanes, gratis con plan combinado',
    ],
    where: ['家庭宽带区', 'Home broadband', 'Banda ancha'],
    body: [
      '- 300M：每月 60 元\n- 500M：每月 80 元\n- 1000M：每月 120 元，含 FTTR 一个房间\n\n请到体验区看看**全屋光纤**的效果。',
      '- 300M: 60 yuan a month\n- 500M: 80 yuan a month\n- 1000M: 120 yuan a month, fibre to one room included\n\nShow **fibre to every room** in the experience zone.',
      '- 300M: 60 yuanes al mes\n- 500M: 80 yuanes al mes\n- 1000M: 120 yuanes al mes, con fibra en una habitación\n\nMuestre la **fibra en toda la casa** en la zona de experiencia.',
    ],
  }),
  article('guide', 'broadband', 'broadband', {
    title: ['宽带上网慢、断线怎么办', 'Slow or broken broadband', 'Internet lento o cortado'],
    duration: [
      '先排查 3 分钟，报修 24 小时内处理',
      '3 minutes to check; repaired within 24 hours',
      '3 minutos; reparación en 24 horas',
    ],
    cost: FREE,
    body: [
      '先请客户重启光猫，看 **LOS 灯**是否红色。\n\n- 红灯：光纤中断，立即报修\n- 只有 Wi-Fi 慢：建议 5 GHz 频段或全屋光纤\n- 仅晚上慢：测速后登记，区域扩容排期',
      'Have the modem restarted and look at the **LOS light**.\n\n- Red: the fibre is broken, order a repair\n- Only Wi-Fi is slow: use 5 GHz or fibre to the room\n- Only in the evening: measure and register it',
      'Reinicie el módem y mire la **luz LOS**.\n\n- Roja: fibra cortada, pida reparación\n- Solo Wi-Fi lento: use 5 GHz o fibra por habitación\n- Solo por la noche: mida y regístrelo',
    ],
  }),
  article('plan', 'plan', 'plans', {
    title: ['5G 畅享套餐资费', '5G plans', 'Planes 5G'],
    cost: ['每月 59 元起', 'From 59 yuan a month', 'Desde 59 yuanes al mes'],
    where: ['柜台、APP 均可办理', 'Counter or app', 'Mostrador o aplicación'],
    body: [
      '- **59 元**：30 GB，200 分钟\n- **99 元**：80 GB，500 分钟，送 300M 宽带\n- **129 元**：120 GB，800 分钟，送 500M 宽带，副卡 2 张\n\n次月 1 日生效，超出流量 3 元/GB，可设封顶。',
      '- **59**: 30 GB, 200 minutes\n- **99**: 80 GB, 500 minutes, 300M broadband included\n- **129**: 120 GB, 800 minutes, 500M broadband and two more SIMs\n\nBegins on the 1st of next month. More data costs 3 yuan a GB and can be capped.',
      '- **59**: 30 GB, 200 minutos\n- **99**: 80 GB, 500 minutos, banda ancha de 300M\n- **129**: 120 GB, 800 minutos, banda ancha de 500M y dos SIM más\n\nDesde el día 1 del mes siguiente. Cada GB extra, 3 yuanes, con límite.',
    ],
  }),
  article('guide', 'plan', 'plans', {
    title: ['更换套餐（升档、降档）', 'Change the plan', 'Cambiar de plan'],
    bring: ID,
    duration: ['约 4 分钟，次月生效', 'About 4 minutes, from next month', 'Unos 4 minutos, desde el próximo mes'],
    cost: FREE,
    where: AT_COUNTER,
    body: [
      '先查近三个月的**用量**，再推荐合适的档位。\n\n合约期内降档须看合约条款。降档不得推诿，客户可在 APP 自行办理。',
      'Look at the **usage of three months** first, then advise.\n\nWithin a contract a smaller plan depends on its terms. Never refuse it: customers may do it in the app.',
      'Mire primero el **consumo de tres meses** y aconseje.\n\nCon permanencia, bajar de plan depende del contrato. No lo niegue: también se puede en la aplicación.',
    ],
  }),
  article('plan', 'plan', 'plans', {
    title: ['银发关爱套餐（60 岁以上）', 'Plan for people over 60', 'Plan para mayores de 60'],
    bring: ['本人身份证', 'Identity card', 'Documento de identidad'],
    cost: ['每月 29 元', '29 yuan a month', '29 yuanes al mes'],
    where: ['爱心专席优先办理', 'Priority counter', 'Mostrador prioritario'],
    body: [
      '10 GB、300 分钟，亲情号互打免费。热线直通人工。\n\n办理时主动提醒**防诈骗**，并协助调大字体。',
      '10 GB, 300 minutes, free calls within the family, hotline without menus.\n\nWarn of **fraud** and help to make letters larger.',
      '10 GB, 300 minutos, llamadas gratis en familia, atención sin menús.\n\nAvise del **fraude** y ayude a agrandar la letra.',
    ],
  }),
  article('guide', 'cancel', 'plans', {
    title: ['销户、取消合约', 'Cancel a contract or close the number', 'Baja o cancelación del contrato'],
    bring: [
      '身份证原件，名下合约编号',
      'Identity card and contract number',
      'Documento de identidad y número de contrato',
    ],
    duration: ['约 10 分钟', 'About 10 minutes', 'Unos 10 minutos'],
    cost: [
      '结清话费；提前解约按合约',
      'Outstanding bills; early end as the contract says',
      'Facturas pendientes; según contrato',
    ],
    where: AT_COUNTER,
    body: [
      '1. **先听原因**：资费、信号、服务、搬家\n2. 推荐保号套餐（每月 8 元）或停机保号\n3. 客户坚持的，当场办理，不拖延\n\n余额可转到名下其他号码或退现金。',
      '1. **Listen to the reason**: price, coverage, service, moving\n2. Offer the 8 yuan plan that keeps the number, or a pause\n3. Who insists is served at once\n\nCredit goes to another number or is paid out.',
      '1. **Escuche la razón**: precio, cobertura, atención, mudanza\n2. Ofrezca el plan de 8 yuanes o una pausa\n3. Si insiste, se hace en el acto\n\nEl saldo pasa a otro número o se devuelve.',
    ],
  }),
  article('guide', 'bill', 'bills', {
    title: ['开具发票（纸质、电子）', 'Get an invoice', 'Obtener factura'],
    bring: [
      '服务密码或身份证；单位抬头带税号',
      'Password or identity card; tax number for firms',
      'Clave o documento; NIF para empresas',
    ],
    duration: ['2 分钟', '2 minutes', '2 minutos'],
    cost: FREE,
    where: ['自助发票机、APP、柜台', 'Invoice machine, app, counter', 'Máquina, aplicación, mostrador'],
    body: [
      '电子发票与纸质**同等效力**，请优先引导到自助机。\n\n可开近 6 个月的月结发票；预存款消费后再开。',
      'The electronic invoice **counts the same**; lead customers to the machine.\n\nInvoices of the last six months. Prepaid money is invoiced when used.',
      'La factura electrónica **vale igual**; guíe a la máquina.\n\nÚltimos seis meses. El prepago se factura al consumirse.',
    ],
  }),
  article('guide', 'bill', 'bills', {
    title: ['话费异常、扣费查询', 'Unexpected charges on the bill', 'Cargos inesperados en la factura'],
    bring: ['服务密码或身份证', 'Password or identity card', 'Clave o documento'],
    duration: ['约 5 分钟', 'About 5 minutes', 'Unos 5 minutos'],
    cost: FREE,
    where: AT_COUNTER,
    body: [
      '逐项对照详单，说明每一笔。确属误扣的，**当场退费**（前台权限 50 元以内），并主动致歉。\n\n增值业务可一键查询与退订：发送 0000 到 10086。',
      'Go through the bill line by line. A wrong charge up to 50 yuan is **paid back at once**, with an apology.\n\nExtra services are listed and ended by text message 0000.',
      'Revise la factura línea por línea. Un cargo erróneo de hasta 50 yuanes **se devuelve en el acto**, con disculpas.\n\nLos servicios extra se cancelan con el SMS 0000.',
    ],
  }),
  article('plan', 'roaming', 'plans', {
    title: ['国际漫游：开通与资费', 'International roaming', 'Roaming internacional'],
    bring: ID,
    duration: ['3 分钟，立即生效', '3 minutes, at once', '3 minutos, en el acto'],
    cost: [
      '流量包 30 元/天起，不用不收费',
      'From 30 yuan a day, only when used',
      'Desde 30 yuanes al día, solo si se usa',
    ],
    where: ['柜台、APP、热线', 'Counter, app, hotline', 'Mostrador, aplicación, teléfono'],
    body: [
      '- 港澳：每天 25 元\n- 亚洲：每天 30 元\n- 欧美：每天 40 元\n\n出境前**开通漫游并关闭自动更新**。接听电话按分钟计费。',
      '- Hong Kong, Macao: 25 yuan a day\n- Asia: 30 yuan a day\n- Europe, America: 40 yuan a day\n\nSwitch roaming on **before leaving** and automatic updates off. Answering calls costs by the minute.',
      '- Hong Kong y Macao: 25 yuanes al día\n- Asia: 30 yuanes al día\n- Europa y América: 40 yuanes al día\n\nActive el roaming **antes de salir** y apague las actualizaciones. Recibir llamadas se cobra por minuto.',
    ],
  }),
  article('guide', 'account', 'sim', {
    title: [
      '实名登记与过户',
      'Real-name registration and change of holder',
      'Registro con nombre real y cambio de titular',
    ],
    bring: [
      '双方身份证原件，双方到场',
      'Both identity cards, both people present',
      'Documentos de ambos, ambos presentes',
    ],
    duration: ['约 12 分钟', 'About 12 minutes', 'Unos 12 minutos'],
    cost: FREE,
    where: AT_COUNTER,
    body: [
      '每个证件最多 **5 个号码**。过户前结清话费，原积分清零。\n\n未成年人由监护人携带户口本办理。军人、港澳台居民和外国人持相应有效证件。',
      'At most **five numbers** for each document. Bills are settled first; points are lost.\n\nA guardian comes with minors. Foreigners bring their passport.',
      'Como máximo **cinco números** por documento. Primero se pagan las facturas; los puntos se pierden.\n\nLos menores vienen con su tutor. Los extranjeros, con pasaporte.',
    ],
  }),
  article('guide', 'device', 'devices', {
    title: ['手机保修与退换', 'Phone warranty, return and exchange', 'Garantía, cambio y devolución de móviles'],
    bring: ['购机发票、三包凭证、原包装', 'Invoice, warranty card, box', 'Factura, garantía y caja'],
    duration: ['检测约 15 分钟', '15 minutes to check', '15 minutos de revisión'],
    cost: ['保修期内免费', 'Free within the warranty', 'Gratis en garantía'],
    where: ['终端体验区售后台', 'Device desk', 'Mesa de equipos'],
    body: [
      '- **7 天内**：质量问题可退\n- **15 天内**：可换\n- **一年内**：免费修\n\n人为损坏、进水不在保修范围。维修期间可借备用机。',
      '- **7 days**: returned if faulty\n- **15 days**: exchanged\n- **One year**: repaired free\n\nNot for damage or water. We lend a phone meanwhile.',
      '- **7 días**: devolución si falla\n- **15 días**: cambio\n- **Un año**: reparación gratis\n\nNo cubre golpes ni agua. Prestamos un móvil mientras tanto.',
    ],
  }),
  article('guide', 'account', null, {
    title: ['忘记服务密码', 'Forgotten service password', 'Clave de servicio olvidada'],
    bring: ID,
    duration: ['2 分钟', '2 minutes', '2 minutos'],
    cost: FREE,
    where: ['自助机、APP 或柜台', 'Machine, app or counter', 'Máquina, aplicación o mostrador'],
    body: [
      '自助机刷身份证即可重置，**不必取号**。请勿设置生日或连续数字。',
      'The machine resets it with the identity card: **no number needed**. No birthdays, no rows of digits.',
      'La máquina la restablece con el documento: **sin número**. Sin cumpleaños ni cifras seguidas.',
    ],
  }),
  article('notice', 'other', null, {
    title: ['防范电信诈骗提醒', 'Beware of telephone fraud', 'Cuidado con el fraude telefónico'],
    body: [
      '不出租、出借、出售电话卡。凡是要求**屏幕共享**、**安全账户**的都是诈骗。遇可疑客户请通知值班经理，拨打 96110。',
      'Never lend or sell a SIM. Whoever asks to **share the screen** or for a **safe account** is a fraud. Tell the shift lead, call 96110.',
      'No preste ni venda su SIM. Quien pide **compartir pantalla** o una **cuenta segura** es un estafador. Avise al responsable, llame al 96110.',
    ],
  }),
];
