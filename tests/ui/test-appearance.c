/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window is light or dark and has the accent colour as the desktop says through its portal,
 * also when that changes while it is open. The portal is one of our own, on the private bus. */

#include "dock-fixture.h"
#include "pictures.h"
#include "risalah-editor-private.h"

#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"

static const char portal_description[]
    = "<node><interface name='" PORTAL_INTERFACE "'>"
      "<method name='ReadAll'><arg type='as' direction='in'/>"
      "<arg type='a{sa{sv}}' direction='out'/></method>"
      "<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='v' direction='out'/></method>"
      "<method name='ReadOne'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='v' direction='out'/></method>"
      "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
      "<property name='version' type='u' access='read'/></interface></node>";

/* Answers on a thread of its own: libadwaita waits for the answer on that of the window. */
typedef struct
{
  GMutex mutex;
  GVariantDict settings; /* of APPEARANCE */
  GDBusConnection *connection;
  GMainLoop *loop;
  GThread *thread;
} Portal;

static Portal portal;

static GVariant *
read_one (const char *namespace, const char *key)
{
  return g_str_equal (namespace, APPEARANCE)
             ? g_variant_dict_lookup_value (&portal.settings, key, NULL)
             : NULL;
}

static GVariant *
read_all (void)
{
  static const char *const keys[] = { "color-scheme", "accent-color" };
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("a{sa{sv}}"));
  g_variant_builder_open (&all, G_VARIANT_TYPE ("{sa{sv}}"));
  g_variant_builder_add (&all, "s", APPEARANCE);
  g_variant_builder_open (&all, G_VARIANT_TYPE ("a{sv}"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GVariant) value = read_one (APPEARANCE, keys[i]);

      if (value != NULL)
        g_variant_builder_add (&all, "{sv}", keys[i], value);
    }
  g_variant_builder_close (&all);
  g_variant_builder_close (&all);
  return g_variant_new ("(@a{sa{sv}})", g_variant_builder_end (&all));
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  g_autoptr (GVariant) value = NULL;
  GVariant *answer = NULL;
  const char *namespace, *key;

  g_mutex_lock (&portal.mutex);
  if (g_str_equal (method, "ReadAll"))
    answer = read_all ();
  else
    {
      g_variant_get (parameters, "(&s&s)", &namespace, &key);
      value = read_one (namespace, key);
      if (value != NULL) /* Read() packs it twice */
        answer = g_variant_new ("(v)", g_str_equal (method, "Read") ? g_variant_new_variant (value)
                                                                     : value);
    }
  g_mutex_unlock (&portal.mutex);
  if (answer != NULL)
    g_dbus_method_invocation_return_value (invocation, answer);
  else
    g_dbus_method_invocation_return_dbus_error (
        invocation, "org.freedesktop.portal.Error.NotFound", "no such setting");
}

static GVariant *
version_cb (GDBusConnection *connection,
            const char *sender,
            const char *path,
            const char *interface,
            const char *property,
            GError **error,
            gpointer data)
{
  return g_variant_new_uint32 (2);
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb, .get_property = version_cb };
  GAsyncQueue *ready = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GDBusNodeInfo) description = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (context);
  portal.loop = g_main_loop_new (context, FALSE);
  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  portal.connection = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  description = g_dbus_node_info_new_for_xml (portal_description, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (portal.connection, PORTAL_PATH, description->interfaces[0],
                                     &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (
      portal.connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0),
      G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_async_queue_push (ready, portal.loop);
  g_main_loop_run (portal.loop);
  g_main_context_pop_thread_default (context);
  return NULL;
}

/* Sets what the desktop wants, and tells those who listen. */
static void
portal_set (const char *key, GVariant *value)
{
  g_autoptr (GError) error = NULL;

  g_variant_ref_sink (value);
  g_mutex_lock (&portal.mutex);
  g_variant_dict_insert_value (&portal.settings, key, value);
  g_mutex_unlock (&portal.mutex);
  if (portal.connection != NULL)
    g_dbus_connection_emit_signal (portal.connection, NULL, PORTAL_PATH, PORTAL_INTERFACE,
                                   "SettingChanged",
                                   g_variant_new ("(ssv)", APPEARANCE, key, value), &error);
  g_assert_no_error (error);
  g_variant_unref (value);
}

static void
portal_begin (void)
{
  g_autoptr (GAsyncQueue) ready = g_async_queue_new ();

  g_variant_dict_init (&portal.settings, NULL);
  portal_set ("color-scheme", g_variant_new_uint32 (1));
  portal_set ("accent-color", g_variant_new ("(ddd)", 0.9, 0.18, 0.26));
  portal.thread = g_thread_new ("portal", serve, ready);
  g_async_queue_pop (ready);
}

static void
portal_end (void)
{
  g_main_loop_quit (portal.loop);
  g_thread_join (portal.thread);
  g_clear_pointer (&portal.loop, g_main_loop_unref);
  g_clear_object (&portal.connection);
  g_variant_dict_clear (&portal.settings);
}

/* --- what the window shows --------------------------------------------------------------- */

typedef struct
{
  guint n_dark;
  guint n_light;
  guint n_red;
  guint n_green;
} Shown;

static Shown
look (DockFixture *fixture)
{
  g_autoptr (GdkTexture) texture = picture_take (fixture->window);
  gsize n = (gsize)gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n);
  Shown shown = { 0 };

  gdk_texture_download (texture, (guchar *)pixels, gdk_texture_get_width (texture) * 4);
  for (gsize i = 0; i < n; i++)
    {
      int red = pixels[i] >> 16 & 0xff, green = pixels[i] >> 8 & 0xff, blue = pixels[i] & 0xff;

      shown.n_dark += red + green + blue < 3 * 0x50;
      shown.n_light += red + green + blue > 3 * 0xb0;
      shown.n_red += red - MAX (green, blue) > 0x14;
      shown.n_green += green - MAX (red, blue) > 0x14;
    }
  g_test_message ("%u dark, %u light, %u red, %u green", shown.n_dark, shown.n_light, shown.n_red,
                  shown.n_green);
  return shown;
}

static gboolean
is_dark (DockFixture *fixture)
{
  Shown shown = look (fixture);

  return shown.n_dark > 10 * shown.n_light;
}

static gboolean
is_light (DockFixture *fixture)
{
  Shown shown = look (fixture);

  return shown.n_light > 10 * shown.n_dark;
}

static void
test_dark (DockFixture *fixture, gconstpointer data)
{
  dock_begin_brief (fixture, "Kapal ketiga");
  ui_test_wait_until (is_dark (fixture));
  portal_set ("color-scheme", g_variant_new_uint32 (0));
  ui_test_wait_until (is_light (fixture));
  portal_set ("color-scheme", g_variant_new_uint32 (1));
  ui_test_wait_until (is_dark (fixture));
}

/* By a button of the toolkit's, and by what the brief itself draws with. */
static gboolean
is_red (DockFixture *fixture)
{
  const GdkRGBA *accent = &fixture->editor->accent;
  Shown shown = look (fixture);

  return risalah_brief_dock_get_brief (fixture->dock) == NULL
             ? shown.n_red > 500 && shown.n_green == 0
             : accent->red > accent->green;
}

static gboolean
is_green (DockFixture *fixture)
{
  const GdkRGBA *accent = &fixture->editor->accent;
  Shown shown = look (fixture);

  return risalah_brief_dock_get_brief (fixture->dock) == NULL
             ? shown.n_green > 500 && shown.n_red == 0
             : accent->green > accent->red;
}

static void
test_accent (DockFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      ui_test_wait_until (is_red (fixture));
      portal_set ("accent-color", g_variant_new ("(ddd)", 0.23, 0.58, 0.29));
      ui_test_wait_until (is_green (fixture));
      portal_set ("accent-color", g_variant_new ("(ddd)", 0.9, 0.18, 0.26));
      ui_test_wait_until (is_red (fixture));
      if (i == 0)
        dock_begin_brief (fixture, "Kapal ketiga");
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_unsetenv ("ADW_DISABLE_PORTAL");
  portal_begin ();
  ui_test_init (&argc, &argv);
  g_test_add ("/appearance/dark", DockFixture, NULL, dock_set_up, test_dark, dock_tear_down);
  if (adw_get_minor_version () >= 6) /* before, everything is blue */
    g_test_add ("/appearance/accent", DockFixture, NULL, dock_set_up, test_accent, dock_tear_down);
  status = g_test_run ();
  portal_end ();
  return status;
}
