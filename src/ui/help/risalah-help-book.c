/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A language's pages stand in FOLDER/LANGUAGE/risalah/, where the desktop's help browser looks for
 * them too; "C" is English. */

#include "risalah-help-book.h"

#include <string.h>

#include "risalah-context.h"

struct _RisalahHelpBook
{
  GObject parent_instance;

  char *folder;
  GPtrArray *pages; /* (element-type RisalahHelpPage) */
};

G_DEFINE_FINAL_TYPE (RisalahHelpBook, risalah_help_book, G_TYPE_OBJECT)

static void
risalah_help_book_finalize (GObject *object)
{
  RisalahHelpBook *self = RISALAH_HELP_BOOK (object);

  g_free (self->folder);
  g_ptr_array_unref (self->pages);

  G_OBJECT_CLASS (risalah_help_book_parent_class)->finalize (object);
}

static void
risalah_help_book_class_init (RisalahHelpBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_help_book_finalize;
}

static void
risalah_help_book_init (RisalahHelpBook *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_help_page_free);
}

static char *
find_folder (const char *folder, const char *const *languages)
{
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      g_autofree char *found = g_build_filename (folder, languages[i], "risalah", NULL);

      if (g_file_test (found, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&found);
    }
  return g_build_filename (folder, "C", "risalah", NULL);
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const RisalahHelpPage *first = *(RisalahHelpPage *const *)a;
  const RisalahHelpPage *second = *(RisalahHelpPage *const *)b;

  return g_strcmp0 (first->order, second->order);
}

static gboolean
read_page (RisalahHelpBook *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *text = NULL;
  RisalahHelpPage *page;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  page = risalah_help_page_parse (text, (gssize)length, error);
  if (page == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  g_ptr_array_add (self->pages, page);
  return TRUE;
}

/**
 * risalah_help_book_open:
 * @folder: (type filename): where the languages' folders stand
 * @languages: (nullable) (array zero-terminated=1): the wanted ones, the best first; English is
 *   taken where there is none of them
 * @error: which page could not be read, and why
 *
 * Returns: (transfer full) (nullable): the pages, %NULL with @error
 */
RisalahHelpBook *
risalah_help_book_open (const char *folder, const char *const *languages, GError **error)
{
  g_autoptr (RisalahHelpBook) self = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_HELP_BOOK, NULL);
  self->folder = find_folder (folder, languages);
  dir = g_dir_open (self->folder, 0, error);
  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".page") && !read_page (self, name, error))
      return NULL;
  g_ptr_array_sort (self->pages, compare_pages);
  return g_steal_pointer (&self);
}

typedef struct
{
  char *folder;
  char **languages;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->folder);
  g_strfreev (opening->languages);
  g_free (opening);
}

static gpointer
open_book (GTask *task, gpointer data, GError **error)
{
  const Opening *opening = data;

  return risalah_help_book_open (opening->folder, (const char *const *)opening->languages, error);
}

/**
 * risalah_help_book_open_async:
 * @folder: (type filename): as risalah_help_book_open()
 * @languages: (nullable) (array zero-terminated=1): as risalah_help_book_open()
 * @cancellable: (nullable): stops the waiting
 * @callback: called when the pages are read
 * @user_data: its data
 */
void
risalah_help_book_open_async (const char *folder,
                              const char *const *languages,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->folder = g_strdup (folder);
  opening->languages = g_strdupv ((char **)languages);
  g_task_set_source_tag (task, risalah_help_book_open_async);
  g_task_set_task_data (task, opening, opening_free);
  risalah_context_run_task (task, open_book, g_object_unref);
}

/**
 * risalah_help_book_open_finish:
 * @result: what the callback was given
 * @error: why there is no help
 *
 * Returns: (transfer full) (nullable): the pages, %NULL with @error
 */
RisalahHelpBook *
risalah_help_book_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * risalah_help_book_get_folder:
 * @self: a book
 *
 * Returns: (type filename): where its pages stand, and their pictures
 */
const char *
risalah_help_book_get_folder (RisalahHelpBook *self)
{
  g_return_val_if_fail (RISALAH_IS_HELP_BOOK (self), NULL);
  return self->folder;
}

/**
 * risalah_help_book_get_pages:
 * @self: a book
 *
 * Returns: (transfer none) (element-type RisalahHelpPage): its pages, in the order of the contents
 */
GPtrArray *
risalah_help_book_get_pages (RisalahHelpBook *self)
{
  g_return_val_if_fail (RISALAH_IS_HELP_BOOK (self), NULL);
  return self->pages;
}

/**
 * risalah_help_book_find:
 * @self: a book
 * @id: a page's identifier; what follows a "#" in it names a section and does not count
 *
 * Returns: (transfer none) (nullable): the page, %NULL where there is none
 */
const RisalahHelpPage *
risalah_help_book_find (RisalahHelpBook *self, const char *id)
{
  gsize length;

  g_return_val_if_fail (RISALAH_IS_HELP_BOOK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  length = strcspn (id, "#");
  for (guint i = 0; i < self->pages->len; i++)
    {
      const RisalahHelpPage *page = g_ptr_array_index (self->pages, i);

      if (strlen (page->id) == length && strncmp (page->id, id, length) == 0)
        return page;
    }
  return NULL;
}

/**
 * risalah_help_book_get_group:
 * @self: a book
 * @page: one of its pages
 *
 * Returns: (transfer none) (nullable): the heading that it stands under in the contents, %NULL for
 *   the contents' own page
 */
const char *
risalah_help_book_get_group (RisalahHelpBook *self, const RisalahHelpPage *page)
{
  const RisalahHelpPage *guide;
  const char *section;

  g_return_val_if_fail (RISALAH_IS_HELP_BOOK (self) && page != NULL, NULL);

  section = page->guide != NULL ? strchr (page->guide, '#') : NULL;
  guide = section != NULL ? risalah_help_book_find (self, page->guide) : NULL;
  for (guint i = 0; guide != NULL && i < guide->blocks->len; i++)
    {
      const RisalahHelpBlock *block = g_ptr_array_index (guide->blocks, i);

      if (g_strcmp0 (block->id, section + 1) == 0)
        return block->markup;
    }
  return NULL;
}
