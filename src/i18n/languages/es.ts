import { es as choices } from '../choice-words.js';
import { addLanguage } from '../custom-strings.js';
import type { Strings } from '../strings.js';

/** Spanish. Importing this file adds it. */
const es: Strings = {
  ...choices,
  online: 'en línea',
  offline: 'desconectado',
  'not-logged-in': 'sin sesión iniciada',
  unknown: 'estado desconocido',
  away: 'ausente',
  busy: 'ocupado',
  stale: 'último estado conocido: {status}',
  spoken: '{name}, {status}',

  'error-feature-disabled': 'Inicia sesión en la consola de Chat y activa el estado de usuario.',
  'error-plan-unsupported': 'Mejora tu plan a Pro, Pro Plus o Enterprise.',
  'error-rate-limited': 'Demasiadas solicitudes. Espera un momento.',
  'error-timeout': 'Sin respuesta. Revisa tu conexión.',
  'error-not-logged-in': 'Primero inicia sesión.',
  'error-user-sig-expired': 'El UserSig no es válido. Obtén uno nuevo de tu servidor.',
  'error-kicked-offline': 'Esta cuenta se está usando en otra pestaña o en otro dispositivo.',
  'error-unknown': 'Algo salió mal. Inténtalo de nuevo.',
  'error-package-missing': 'Instala @tencentcloud/tui-core y @tencentcloud/chat-uikit-engine.',
  'chat-package-missing': 'Instala @tencentcloud/lite-chat.',
  'error-superseded': 'Otro inicio de sesión reemplazó a este.',
  'file-missing':
    "No se pudo cargar {file} desde {folder}. Indica su carpeta: login({ files: '…' }).",
  'storage-denied':
    'El navegador no permite a esta página el almacenamiento que necesita el SDK de Chat. Permite los datos de sitios en esta página.',
  'sdk-app-id': 'SDKAppID debe ser un número entero positivo.',
  'proxy-server':
    "proxyServer requiere sdk: 'uikit'; @tencentcloud/lite-chat solo se conecta a la nube.",

  contacts: 'Contactos',
  conversations: 'Conversaciones',
  search: 'Buscar contactos',
  clear: 'Borrar la búsqueda',
  noContacts: 'No hay contactos',
  noContactsHelp: 'Los contactos nuevos aparecerán aquí',
  members: 'Miembros',
  noMembers: 'No hay miembros',
  noOnline: 'No hay nadie en línea',
  noConversations: 'No hay conversaciones',
  noConversationsHelp: 'Los mensajes nuevos aparecerán aquí',
  noResults: 'No hay resultados para “{text}”',
  noResultsHelp: 'Revisa la ortografía o prueba con otro nombre',
  loading: 'Cargando…',
  retry: 'Reintentar',
  disconnected: 'Sin conexión. Se muestra el último estado conocido.',
  reconnected: 'Conexión restablecida.',
  unavailable: 'Estado no disponible.',
  expired: 'Tu sesión expiró. Vuelve a iniciar sesión.',
  draft: 'Borrador: {text}',
  draftMark: '[Borrador]',
  muted: 'silenciado',
  pinned: 'fijado',
  mentionedMe: 'Te mencionaron',
  mentionedAll: 'Mencionaron a todos',
  ungrouped: 'Sin grupo',
  changed: '{name}: ahora {status}',
  found: '{count} contacto|{count} de contactos|{count} contactos',
  unread: '{count} mensaje sin leer|{count} de mensajes sin leer|{count} mensajes sin leer',
  newConversations:
    '{count} conversación nueva|{count} de conversaciones nuevas|{count} conversaciones nuevas',
  changes:
    '{count} persona cambió de estado|{count} de personas cambiaron de estado|{count} personas cambiaron de estado',
  more: '{count} persona más|{count} de personas más|{count} personas más',
  onlineCount: '{online} de {count} en línea',

  'message-me': 'Tú',
  'message-from': '{name}: {text}',
  'message-recalled': 'Mensaje retirado',
  'message-image': 'Foto',
  'message-voice': 'Mensaje de voz',
  'message-video': 'Video',
  'message-file': 'Archivo',
  'message-location': 'Ubicación',
  'message-sticker': 'Sticker',
  'message-custom': 'Mensaje',
  'message-notice': 'Aviso del grupo',
  'message-history': 'Historial de chat',
  'message-removed': 'Te eliminaron del grupo',
  'message-dissolved': 'El grupo se disolvió',
  'message-left': 'Saliste del grupo',

  'own-status': 'Tu estado',
  'own-set': 'Establecer un estado',
  'own-words': 'Estado personalizado',
  'own-left': 'Queda {count} carácter|Quedan {count} de caracteres|Quedan {count} caracteres',
  'own-over': 'Sobra {count} carácter|Sobran {count} de caracteres|Sobran {count} caracteres',
  'own-clear': 'Borrar el estado',
  'own-clear-after': 'Borrar después de',
  'own-never': 'No borrar',
  'own-save': 'Guardar',
  'own-back': 'Atrás',
  'own-close': 'Cerrar',
  'own-failed': 'No se pudo cambiar tu estado.',
};

addLanguage('es', es);

export default es;
