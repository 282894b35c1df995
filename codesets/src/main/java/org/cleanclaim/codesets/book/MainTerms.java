package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// The main terms of a book by how they begin, in any of their forms.
final class MainTerms {
  private record Key(String text, int line, int form) {}

  private final Key[] keys;

  MainTerms(TermTree tree) {
    var keys = new ArrayList<Key>();
    for (int root = tree.firstChild(-1); root >= 0; root = tree.nextSibling(root)) {
      String title = Words.plain(tree.title(root));
      keys.add(new Key(title, root, 0));
      String[] forms = tree.title(root).split(",");
      for (int i = 1; i < forms.length; i++) {
        String form = Words.plain(forms[i]);
        if (!form.isEmpty()) keys.add(new Key(form, root, i));
      }
    }
    keys.sort(Comparator.comparing(Key::text).thenComparingInt(Key::line));
    this.keys = keys.toArray(Key[]::new);
  }

  List<Place> beginning(String typed, int limit) {
    String beginning = Words.plain(typed);
    var lines = new LinkedHashSet<Integer>();
    addBeginning(beginning, lines, limit, key -> key.form() == 0);
    addBeginning(beginning, lines, limit, key -> true);
    return lines.stream().map(Place::new).toList();
  }

  private void addBeginning(String beginning, Set<Integer> lines, int limit, Predicate<Key> forms) {
    for (int i = firstFrom(beginning); i < keys.length && lines.size() < limit; i++) {
      if (!keys[i].text().startsWith(beginning)) return;
      if (forms.test(keys[i])) lines.add(keys[i].line());
    }
  }

  private int firstFrom(String text) {
    int at =
        Arrays.binarySearch(
            keys,
            new Key(text, -1, 0),
            Comparator.comparing(Key::text).thenComparingInt(Key::line));
    return at < 0 ? -at - 1 : at;
  }

  List<String> letters() {
    var letters = new LinkedHashSet<String>();
    for (Key key : keys) {
      if (!key.text().isEmpty()) {
        letters.add(key.text().substring(0, 1).toUpperCase(Locale.ROOT));
      }
    }
    return List.copyOf(letters);
  }
}
