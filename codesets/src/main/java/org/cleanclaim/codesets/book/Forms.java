package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;

/// The forms of a main term's word: `Diabetes, diabetic` are two, `Wound, open` is one.
final class Forms {
  private static final int SHORTEST_STEM = 4;

  private Forms() {}

  /// The title once for each form, each with what follows the forms.
  static List<String> of(String title) {
    String[] parts = title.split(",");
    var forms = new ArrayList<String>();
    var rest = new StringBuilder();
    for (String part : parts) {
      String form = part.strip();
      if (form.isEmpty()) continue;
      if (forms.isEmpty() || (rest.isEmpty() && sharesStem(forms.getFirst(), form)))
        forms.add(form);
      else rest.append(", ").append(form);
    }
    return forms.stream().map(form -> form + rest).toList();
  }

  private static boolean sharesStem(String first, String other) {
    if (first.indexOf(' ') >= 0 || other.indexOf(' ') >= 0) return false;
    String a = Words.plain(first);
    String b = Words.plain(other);
    int shared = 0;
    while (shared < Math.min(a.length(), b.length()) && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared >= Math.min(SHORTEST_STEM, Math.min(a.length(), b.length()));
  }
}
