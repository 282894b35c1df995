package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.jspecify.annotations.Nullable;

/// A code's relatives: what stands above and below it, the same condition on the other side, the
/// same condition at another encounter. Works from codes and titles alone; with the Tabular List it
/// knows sections and chapters too. Immutable; may be used by many threads at once.
public final class CodeFamily {
  private static final int CATEGORY = 3;
  private static final int LENGTH = 7;
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /// A code, section or chapter related to the one asked for.
  ///
  /// @param id a code without dot, a section's range or a chapter's number
  public record Relative(Level level, String id, String title) {}

  private final Titles titles;
  private final @Nullable TabularBook book;
  private final Map<String, List<String>> newCategories = new HashMap<>();

  private CodeFamily(Titles titles, @Nullable TabularBook book) {
    this.titles = titles;
    this.book = book;
    if (book != null) addNewCategories(book);
  }

  private void addNewCategories(TabularBook tabular) {
    for (String code : titles.beginning("")) {
      if (code.length() != CATEGORY || tabular.code(code).isPresent()) continue;
      List<Entry> upwards = tabular.upwards(code);
      if (upwards.isEmpty()) continue;
      newCategories.computeIfAbsent(upwards.getFirst().id(), id -> new ArrayList<>()).add(code);
    }
  }

  /// By the shape of codes only.
  public static CodeFamily of(Titles titles) {
    return new CodeFamily(titles, null);
  }

  public static CodeFamily of(Titles titles, TabularBook book) {
    return new CodeFamily(titles, book);
  }

  /// What stands above the code, nearest first, then section and chapter.
  public List<Relative> ancestors(String code) {
    String normal = TabularBook.normal(code);
    var ancestors = new ArrayList<Relative>();
    for (int length = normal.length() - 1; length >= CATEGORY; length--) {
      relative(normal.substring(0, length)).ifPresent(ancestors::add);
    }
    if (book != null) {
      for (Entry entry : book.upwards(normal)) {
        if (entry.level() != Level.CODE) ancestors.add(relative(entry));
      }
    }
    return ancestors;
  }

  /// What stands directly below a code, in order.
  public List<Relative> children(String code) {
    String normal = TabularBook.normal(code);
    var children = new ArrayList<Relative>();
    String last = "";
    for (String below : titles.beginning(normal)) {
      boolean isDeeper = !last.isEmpty() && below.startsWith(last);
      if (below.equals(normal) || isDeeper) continue;
      last = below;
      relative(below).ifPresent(children::add);
    }
    return children;
  }

  /// What stands directly below a chapter or section, in order; empty without the Tabular List.
  /// Categories that came after that list stand where their codes belong.
  public List<Relative> childrenOfHeading(String id) {
    if (book == null) return List.of();
    TabularBook tabular = book;
    var children = new ArrayList<Relative>();
    for (Entry entry : tabular.heading(id).map(tabular::children).orElse(List.of())) {
      children.add(relative(entry));
    }
    for (String category : newCategories.getOrDefault(id, List.of())) {
      int at = 0;
      while (at < children.size() && isBefore(children.get(at), category)) at++;
      children.addAll(at, relative(category).stream().toList());
    }
    return children;
  }

  private static boolean isBefore(Relative relative, String category) {
    return relative.level() != Level.CODE || relative.id().compareTo(category) < 0;
  }

  /// The codes for the same condition on the right, the left, both sides or an unspecified side,
  /// itself among them, sorted; empty when there is no other. They differ in one character and in
  /// the words for the side (Official Guidelines, section I.B.13).
  public List<Relative> sides(String code) {
    String normal = TabularBook.normal(code);
    Optional<String> title = titles.title(normal);
    if (title.isEmpty()) return List.of();
    var sides = new TreeMap<String, Relative>();
    for (int i = CATEGORY; i < normal.length(); i++) {
      for (int c = 0; c < CHARACTERS.length(); c++) {
        String other = normal.substring(0, i) + CHARACTERS.charAt(c) + normal.substring(i + 1);
        Optional<String> otherTitle = titles.title(other);
        if (otherTitle.isPresent() && Sides.differOnlySo(title.get(), otherTitle.get())) {
          sides.put(other, new Relative(Level.CODE, other, otherTitle.get()));
        }
      }
    }
    if (!sides.isEmpty()) sides.put(normal, new Relative(Level.CODE, normal, title.get()));
    return List.copyOf(sides.values());
  }

  /// The codes with the same six characters and another 7th that is not the side, such as the
  /// encounter, itself among them; empty when there is no other.
  public List<Relative> encounters(String code) {
    String normal = TabularBook.normal(code);
    Optional<String> title = titles.title(normal);
    if (normal.length() != LENGTH || title.isEmpty()) return List.of();
    var encounters = new ArrayList<Relative>();
    for (String other : titles.beginning(normal.substring(0, LENGTH - 1))) {
      if (other.length() != LENGTH) continue;
      relative(other)
          .filter(r -> !Sides.differOnlySo(title.get(), r.title()))
          .ifPresent(encounters::add);
    }
    return encounters.size() > 1 ? encounters : List.of();
  }

  private Optional<Relative> relative(String code) {
    return titles.title(code).map(title -> new Relative(Level.CODE, code, title));
  }

  private static Relative relative(Entry entry) {
    return new Relative(entry.level(), entry.id(), entry.title());
  }
}
