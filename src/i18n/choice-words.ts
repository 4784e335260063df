import type { Strings } from './strings.js';

/** The shipped custom statuses. */
export type ChoiceStrings = Pick<
  Strings,
  | 'choice-available'
  | 'choice-meeting'
  | 'choice-right-back'
  | 'choice-do-not-disturb'
  | 'choice-out-of-office'
>;

// Each language that a page loads by itself, under its tag. They are here, since a page that has not
// loaded German must know what a German page has sent (see known-words).

export const de = /* @__PURE__ */ choices(
  'Verfügbar',
  'In einer Besprechung',
  'Gleich zurück',
  'Bitte nicht stören',
  'Nicht im Büro',
);

export const es = /* @__PURE__ */ choices(
  'Disponible',
  'En una reunión',
  'Vuelvo enseguida',
  'No molestar',
  'Fuera de la oficina',
);

export const fr = /* @__PURE__ */ choices(
  'Disponible',
  'En réunion',
  'De retour bientôt',
  'Ne pas déranger',
  'Absent du bureau',
);

export const id = /* @__PURE__ */ choices(
  'Tersedia',
  'Sedang rapat',
  'Segera kembali',
  'Jangan diganggu',
  'Di luar kantor',
);

export const pt = /* @__PURE__ */ choices(
  'Disponível',
  'Em reunião',
  'Volto já',
  'Não incomodar',
  'Fora do escritório',
);

export const ru = /* @__PURE__ */ choices(
  'На связи',
  'На совещании',
  'Скоро вернусь',
  'Не беспокоить',
  'Вне офиса',
);

export const th = /* @__PURE__ */ choices(
  'ว่าง',
  'กำลังประชุม',
  'เดี๋ยวกลับมา',
  'ห้ามรบกวน',
  'ไม่อยู่ที่ออฟฟิศ',
);

export const vi = /* @__PURE__ */ choices(
  'Đang rảnh',
  'Đang họp',
  'Sẽ quay lại ngay',
  'Không làm phiền',
  'Vắng mặt tại văn phòng',
);

function choices(
  available: string,
  meeting: string,
  rightBack: string,
  doNotDisturb: string,
  outOfOffice: string,
): ChoiceStrings {
  return {
    'choice-available': available,
    'choice-meeting': meeting,
    'choice-right-back': rightBack,
    'choice-do-not-disturb': doNotDisturb,
    'choice-out-of-office': outOfOffice,
  };
}
