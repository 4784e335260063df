import { fr as choices } from '../choice-words.js';
import { addLanguage } from '../custom-strings.js';
import type { Strings } from '../strings.js';

/** French, with a space that does not break before a colon and inside quotation marks. Importing this file adds it. */
const fr: Strings = {
  ...choices,
  online: 'en ligne',
  offline: 'hors ligne',
  'not-logged-in': 'non connecté',
  unknown: 'statut inconnu',
  away: 'absent',
  busy: 'occupé',
  stale: 'dernier statut connu\u00a0: {status}',
  spoken: '{name}, {status}',

  'error-feature-disabled':
    'Connectez-vous à la console Chat et activez le statut des utilisateurs.',
  'error-plan-unsupported': 'Passez à la formule Pro, Pro Plus ou Enterprise.',
  'error-rate-limited': 'Trop de requêtes. Patientez un instant.',
  'error-timeout': 'Aucune réponse. Vérifiez votre connexion.',
  'error-not-logged-in': 'Connectez-vous d’abord.',
  'error-user-sig-expired': 'UserSig non valide. Obtenez-en un nouveau auprès de votre serveur.',
  'error-kicked-offline': 'Ce compte est utilisé dans un autre onglet ou sur un autre appareil.',
  'error-unknown': 'Une erreur s’est produite. Réessayez.',
  'error-package-missing': 'Installez @tencentcloud/tui-core et @tencentcloud/chat-uikit-engine.',
  'chat-package-missing': 'Installez @tencentcloud/lite-chat.',
  'error-superseded': 'Une autre connexion a remplacé celle-ci.',
  'file-missing':
    "Impossible de charger {file} depuis {folder}. Indiquez son dossier\u00a0: login({ files: '…' }).",
  'storage-denied':
    'Le navigateur refuse à cette page le stockage dont le SDK Chat a besoin. Autorisez les données de site pour cette page.',
  'sdk-app-id': 'SDKAppID doit être un entier positif.',
  'proxy-server':
    "proxyServer nécessite sdk: 'uikit'\u00a0; @tencentcloud/lite-chat ne se connecte qu’au cloud.",

  contacts: 'Contacts',
  conversations: 'Conversations',
  search: 'Rechercher un contact',
  clear: 'Effacer la recherche',
  noContacts: 'Aucun contact',
  noContactsHelp: 'Les nouveaux contacts apparaîtront ici',
  members: 'Membres',
  noMembers: 'Aucun membre',
  noOnline: 'Personne n’est en ligne',
  noConversations: 'Aucune conversation',
  noConversationsHelp: 'Les nouveaux messages apparaîtront ici',
  noResults: 'Aucun résultat pour «\u00a0{text}\u00a0»',
  noResultsHelp: 'Vérifiez l’orthographe ou essayez un autre nom',
  loading: 'Chargement…',
  retry: 'Réessayer',
  disconnected: 'Connexion perdue. Le dernier statut connu est affiché.',
  reconnected: 'Connexion rétablie.',
  unavailable: 'Statut indisponible.',
  expired: 'Votre session a expiré. Reconnectez-vous.',
  draft: 'Brouillon\u00a0: {text}',
  draftMark: '[Brouillon]',
  muted: 'en sourdine',
  pinned: 'épinglée',
  mentionedMe: 'Vous a mentionné',
  mentionedAll: 'A mentionné tout le monde',
  ungrouped: 'Sans groupe',
  changed: '{name} est maintenant {status}',
  found: '{count} contact|{count} de contacts|{count} contacts',
  unread: '{count} message non lu|{count} de messages non lus|{count} messages non lus',
  newConversations:
    '{count} nouvelle conversation|{count} de nouvelles conversations|{count} nouvelles conversations',
  changes:
    '{count} personne a changé de statut|{count} de personnes ont changé de statut|{count} personnes ont changé de statut',
  more: '{count} autre personne|{count} d’autres personnes|{count} autres personnes',
  onlineCount: '{online} sur {count} en ligne',

  'message-me': 'Vous',
  'message-from': '{name}\u00a0: {text}',
  'message-recalled': 'Message retiré',
  'message-image': 'Photo',
  'message-voice': 'Message vocal',
  'message-video': 'Vidéo',
  'message-file': 'Fichier',
  'message-location': 'Position',
  'message-sticker': 'Sticker',
  'message-call': 'Appel',
  'message-custom': 'Message',
  'message-notice': 'Notification de groupe',
  'message-history': 'Historique de discussion',
  'message-removed': 'Vous avez été retiré du groupe',
  'message-dissolved': 'Le groupe a été dissous',
  'message-left': 'Vous avez quitté le groupe',

  'own-status': 'Votre statut',
  'own-set': 'Définir un statut',
  'own-words': 'Statut personnalisé',
  'own-left':
    '{count} caractère restant|{count} de caractères restants|{count} caractères restants',
  'own-over': '{count} caractère en trop|{count} de caractères en trop|{count} caractères en trop',
  'own-clear': 'Effacer le statut',
  'own-clear-after': 'Effacer après',
  'own-never': 'Ne pas effacer',
  'own-save': 'Enregistrer',
  'own-back': 'Retour',
  'own-close': 'Fermer',
  'own-failed': 'Impossible de modifier votre statut.',
};

addLanguage('fr', fr);

export default fr;
