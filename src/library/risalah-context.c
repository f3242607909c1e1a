/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a thread speaks to the context whose objects it works for: always by a source, which runs
 * where that context runs. g_main_context_invoke() would call on the speaking thread whenever nobody
 * runs the default context just then. */

#include "risalah-context.h"

/**
 * risalah_context_tell:
 * @context: (nullable): where it is heard
 * @priority: of the source
 * @function: what is called, once
 * @data: given to @function
 * @destroy: (nullable): lets @data go, where it is heard too unless the context ends before
 *
 * Calls @function in @context soon. What was told at one priority is heard in order.
 */
void
risalah_context_tell (GMainContext *context,
                      int priority,
                      GSourceFunc function,
                      gpointer data,
                      GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, priority);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, context);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * risalah_context_tell_object:
 * @context: (nullable): where it is heard
 * @object: (type GObject): an object that may be gone by then
 * @function: what is called, once, with a #GWeakRef to @object
 *
 * Calls @function in @context soon. Its priority is not an idle one, or it would wait for a window
 * that moves to stand still, and come after the end of what it tells of.
 */
void
risalah_context_tell_object (GMainContext *context, gpointer object, GSourceFunc function)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  risalah_context_tell (context, G_PRIORITY_DEFAULT, function, weak, free_weak_ref);
}
