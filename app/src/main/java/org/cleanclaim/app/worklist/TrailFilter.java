package org.cleanclaim.app.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Which events of the audit trail; what is null or blank does not matter.
///
/// @param who the name that somebody signs in with
/// @param what part of what was done, as `read` or `overrode`
/// @param kind part of the kind of record, as `claim` or `denial`
/// @param number of the record: a claim's control number, a visit's number, a public id, or as it
///   stands on the trail
/// @param account of the patient whose data it was
/// @param from first day by the calendar of the practice
/// @param through last day
public record TrailFilter(
    @Nullable String who,
    @Nullable String what,
    @Nullable String kind,
    @Nullable String number,
    @Nullable String account,
    @Nullable LocalDate from,
    @Nullable LocalDate through) {
  public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null, null, null);

  public TrailFilter {
    who = given(who);
    what = given(what);
    kind = given(kind);
    number = given(number);
    account = given(account);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// What was asked for, as the trail tells it of who read it; null for everything.
  public @Nullable String inWords() {
    var words = new ArrayList<String>();
    add(words, "who", who);
    add(words, "what", what);
    add(words, "kind", kind);
    add(words, "number", number);
    add(words, "account", account);
    add(words, "from", from);
    add(words, "through", through);
    return words.isEmpty() ? null : String.join(", ", words);
  }

  private static void add(ArrayList<String> words, String name, @Nullable Object value) {
    if (value != null) words.add(name + " " + value);
  }
}
