package org.cleanclaim.coding.specificity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.jspecify.annotations.Nullable;

/// From the code that a phrase leads to down the tabular list, as far as the words around the
/// phrase say (Official Guidelines I.B.2: the highest number of characters available). Where they
/// say nothing, the code for the condition without more is taken: `uncomplicated`, `without
/// complications`, `unspecified`.
public final class CodeResolver {
  private static final Set<String> SIDES = Set.of("right", "left", "bilater");
  private static final Set<String> NEUTRAL =
      Set.of(
          "unspecifi",
          "other",
          "specifi",
          "nos",
          "nec",
          "withoutelsewher",
          "elsewher",
          "classifi",
          "region",
          "site");
  private static final Set<String> ABSENT = Set.of("uncomplic", "withoutintract", "simpl");

  private static final Pattern OTHER = Pattern.compile("(?i)\\bother\\b");
  private static final Pattern LIMB =
      Pattern.compile("(?i)\\b(?:limb|extremity|(?<!upper )(?<!lower )(?:arm|leg))\\b");
  private static final Pattern PARTIAL = Pattern.compile("(?i)\\bpartial");
  private static final Pattern UNSPECIFIED = Pattern.compile("(?i)\\bunspecified\\b");

  /// What a title joins; behind `with` all of it is meant.
  private static final Pattern AND =
      Pattern.compile("(?i)^((?:(?!\\b(?:with|and)\\b).)+) and ((?:(?!\\b(?:with|and)\\b)[^,])+)");

  private static final Pattern WITHOUT = Pattern.compile("(?i)\\bwithout .+?(?=,| in | with |$)");

  private final Edition edition;
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> additions = new ConcurrentHashMap<>();
  private final Map<String, Choice> below = new ConcurrentHashMap<>();
  private final Map<String, Choice> beside = new ConcurrentHashMap<>();
  private final Map<String, Optional<Place>> places = new ConcurrentHashMap<>();
  private final Map<String, List<Choice>> further = new ConcurrentHashMap<>();

  public CodeResolver(Edition edition) {
    this.edition = edition;
  }

  /// The billable codes below `code` that the words support: two where both sides are told and no
  /// code stands for both; none where the words do not decide.
  ///
  /// @param said stems of the statement, and which side is meant
  public List<CodeEntry> resolve(String code, Set<String> said) {
    Set<String> near = InjuryDefaults.with(code, said);
    List<CodeEntry> told = down(code, near);
    if (!near.contains("bilater") || told.stream().noneMatch(this::isSideless)) return told;
    List<CodeEntry> right = down(code, with(near, "right"));
    List<CodeEntry> left = down(code, with(near, "left"));
    boolean areFound = !right.isEmpty() && !left.isEmpty();
    boolean areSides = !right.equals(told) && !left.equals(told) && !right.equals(left);
    return areFound && areSides ? List.of(right.getFirst(), left.getFirst()) : told;
  }

  private boolean isSideless(CodeEntry entry) {
    return stems(entry.title()).stream().noneMatch(SIDES::contains);
  }

  private static Set<String> with(Set<String> near, String side) {
    var stems = new HashSet<String>(near);
    stems.removeAll(SIDES);
    stems.add(side);
    return stems;
  }

  private List<CodeEntry> down(String code, Set<String> near) {
    Optional<Place> place = places.computeIfAbsent(code, this::place);
    if (place.isEmpty()) return List.of();
    Set<String> larger = LargerParts.with(near);
    CodeEntry found = aside(place.get(), near);
    if (found == null) found = ofALimb(aside(place.get(), larger));
    if (found == null) found = descend(place.get().entry(), near);
    boolean isOpen = found == null || isUnspecified(found);
    if (isOpen && larger.size() > near.size()) {
      CodeEntry inLarger = ofALimb(descend(place.get().entry(), larger));
      if (inLarger != null) found = inLarger;
    }
    return found == null ? List.of() : List.of(found);
  }

  /// The code if it is of a whole limb: a shoulder is of the upper limb, but no upper arm.
  private static @Nullable CodeEntry ofALimb(@Nullable CodeEntry entry) {
    boolean isOne = entry != null && LIMB.matcher(entry.title()).find() && !isUnspecified(entry);
    return isOne ? entry : null;
  }

  /// A code of the list.
  ///
  /// @param beside the choices beside the codes above it and itself, the broadest first
  /// @param own the stems of its title without the side
  private record Place(CodeEntry entry, List<Choice> beside, Set<String> own) {}

  private Optional<Place> place(String code) {
    return edition
        .find(code)
        .map(entry -> {
          var way = new ArrayList<CodeEntry>(edition.ancestors(code));
          way.add(entry);
          way.sort(Comparator.comparingInt(step -> step.code().length()));
          List<Choice> choices =
              way.stream()
                  .map(step -> beside.computeIfAbsent(step.code(), any -> choiceBeside(step)))
                  .filter(choice -> !choice.ways().isEmpty())
                  .toList();
          Set<String> own = stems(entry.title());
          own.removeAll(SIDES);
          own.removeAll(behindWithout(entry.title()));
          return new Place(entry, choices, own);
        });
  }

  /// Where the way to a code took "unspecified", the way that the words tell is taken instead, and
  /// on it whatever else the code says: `unspecified heel, stage 2` becomes `left heel, stage 2`.
  private @Nullable CodeEntry aside(Place place, Set<String> near) {
    for (Choice choice : place.beside()) {
      CodeEntry told = choice.told(near);
      if (told == null) continue;
      var said = new HashSet<String>(near);
      said.addAll(place.own());
      return descend(told, said);
    }
    return null;
  }

  private @Nullable CodeEntry descend(CodeEntry from, Set<String> near) {
    CodeEntry entry = from;
    while (entry != null && !entry.billable()) entry = below(entry, near);
    return entry;
  }

  private @Nullable CodeEntry below(CodeEntry entry, Set<String> near) {
    Choice choice = below.computeIfAbsent(entry.code(), code -> choiceBelow(entry));
    CodeEntry told = choice.told(near);
    if (told == null) told = further(entry, near);
    return told == null ? choice.plain() : told;
  }

  /// The only way that is told one step further down: `sacral region` stands below `back`.
  private @Nullable CodeEntry further(CodeEntry entry, Set<String> near) {
    CodeEntry only = null;
    for (Choice choice : further.computeIfAbsent(entry.code(), code -> choicesFurther(entry))) {
      CodeEntry told = choice.told(near);
      if (told == null || told.billable()) continue;
      if (only != null) return null;
      only = told;
    }
    return only;
  }

  /// What more than the side alone tells below the children of a code.
  private List<Choice> choicesFurther(CodeEntry entry) {
    return edition.children(entry.code()).stream()
        .filter(child -> !child.billable() && !isUnspecified(child))
        .map(child -> choiceBelow(child).byMoreThanSide())
        .filter(choice -> !choice.ways().isEmpty())
        .toList();
  }

  private Choice choiceBelow(CodeEntry entry) {
    List<CodeEntry> children = edition.children(entry.code());
    if (children.size() == 1) return new Choice(List.of(), children.getFirst());
    if (isSeventh(children)) {
      Optional<CodeEntry> initial =
          children.stream().filter(child -> child.code().endsWith("A")).findFirst();
      return new Choice(List.of(), initial.orElse(null));
    }
    Set<String> own = stems(entry.title());
    SpineLevels.withoutSeveral(own);
    boolean isOther = isOther(entry);
    return new Choice(ways(children, own, isOther), plain(children, own));
  }

  /// The child for the condition without more; the only one that says "unspecified" if none is.
  private @Nullable CodeEntry plain(List<CodeEntry> children, Set<String> own) {
    List<CodeEntry> plain =
        children.stream().filter(child -> distinguishing(child, own).isEmpty()).toList();
    if (plain.size() == 1) return plain.getFirst();
    List<CodeEntry> unspecified =
        (plain.isEmpty() ? children : plain).stream().filter(CodeResolver::isUnspecified).toList();
    return unspecified.size() == 1 ? unspecified.getFirst() : null;
  }

  /// A code for the condition without more gives way to one beside it whose words are there.
  private Choice choiceBeside(CodeEntry entry) {
    CodeEntry parent = entry.parent() == null ? null : edition.find(entry.parent()).orElse(null);
    if (parent == null) return Choice.NONE;
    if (isSeventh(edition.children(parent.code()))) return Choice.NONE;
    Set<String> own = stems(parent.title());
    boolean isUnspecified = unspecified(entry) > unspecified(parent);
    if (!isUnspecified && !distinguishing(entry, own).isEmpty()) return Choice.NONE;
    List<CodeEntry> others =
        edition.children(parent.code()).stream()
            .filter(child -> !child.code().equals(entry.code()))
            .filter(child -> !OTHER.matcher(child.title()).find())
            .sorted(Comparator.comparingInt(child -> -shared(child, entry)))
            .toList();
    return new Choice(ways(others, own, false), null);
  }

  /// How many words two titles share: of the codes beside a dislocation, those of dislocations come
  /// before those of subluxations.
  private int shared(CodeEntry one, CodeEntry other) {
    Set<String> both = stems(one.title());
    both.retainAll(stems(other.title()));
    return both.size();
  }

  /// What words lead to which child. What all codes of a side add alike (`right upper limb`, `left
  /// upper limb`) needs not be said.
  ///
  /// @param isOther whether all of them are of something other
  private List<Way> ways(List<CodeEntry> children, Set<String> own, boolean isOther) {
    Set<String> alike = alike(children, own);
    var ways = new ArrayList<Way>();
    for (CodeEntry child : children) {
      if (!isOther && isOther(child)) continue;
      Set<String> says = distinguishing(child, own);
      int size = says.size();
      boolean isSideLeftOpen = isUnspecified(child) && alike.containsAll(says);
      boolean isOfSide = says.stream().anyMatch(SIDES::contains);
      if (size == 0 || isSideLeftOpen) continue;
      if (isOfSide || isUnspecified(child)) says.removeAll(alike);
      ways.add(new Way(child, size, List.copyOf(says)));
      for (Set<String> either : eitherOf(child, says)) {
        ways.add(new Way(child, size - 1, List.copyOf(either)));
      }
    }
    // Of two that say as much, the one that leaves something open is taken last.
    ways.sort(Comparator.comparing(way -> isUnspecified(way.child())));
    return List.copyOf(ways);
  }

  /// `Right ankle and foot`: "and" in a title is "and" or "or" (I.A.14), so that one will do.
  private List<Set<String>> eitherOf(CodeEntry child, Set<String> says) {
    Matcher and = AND.matcher(child.title());
    if (!and.find()) return List.of();
    Set<String> before = stems(and.group(1));
    Set<String> behind = stems(and.group(2));
    before.retainAll(says);
    behind.retainAll(says);
    behind.removeAll(SIDES);
    Set<String> places = new HashSet<>(before);
    places.removeAll(SIDES);
    if (places.isEmpty() || behind.isEmpty()) return List.of();
    var first = new HashSet<>(says);
    first.removeAll(behind);
    var second = new HashSet<>(says);
    second.removeAll(places);
    return first.isEmpty() || second.isEmpty() ? List.of() : List.of(first, second);
  }

  /// @param size how many words the child has of its own
  /// @param says those that must stand in the statement
  private record Way(CodeEntry child, int size, List<String> says) {
    boolean isTold(Set<String> near) {
      for (String stem : says) if (!near.contains(stem)) return false;
      return true;
    }
  }

  /// The ways out of a code, and the one that is taken where no words lead.
  private record Choice(List<Way> ways, @Nullable CodeEntry plain) {
    static final Choice NONE = new Choice(List.of(), null);

    /// The same without the ways that the side alone tells.
    Choice byMoreThanSide() {
      return new Choice(
          ways.stream().filter(way -> !SIDES.containsAll(way.says())).toList(), plain);
    }

    /// The child whose own words are all there; of several the one that says most.
    @Nullable CodeEntry told(Set<String> near) {
      Way best = null;
      for (Way way : ways) {
        if ((best == null || way.size() > best.size()) && way.isTold(near)) best = way;
      }
      return best == null ? null : best.child();
    }
  }

  private Set<String> alike(List<CodeEntry> children, Set<String> own) {
    Set<String> alike = null;
    for (CodeEntry child : children) {
      Set<String> says = distinguishing(child, own);
      boolean isOfBoth = says.contains("bilater");
      if (!says.removeAll(SIDES) || isOfBoth) continue;
      if (alike == null) {
        alike = says;
      } else {
        alike.retainAll(says);
      }
    }
    return alike == null ? Set.of() : alike;
  }

  /// What a title adds to the one above it, in stems.
  private Set<String> distinguishing(CodeEntry child, Set<String> own) {
    Set<String> says = new HashSet<>(additions.computeIfAbsent(child.title(), this::said));
    says.removeAll(own);
    return says;
  }

  /// The stems of a title without what it denies.
  private Set<String> said(String title) {
    Set<String> stems = stems(title);
    for (String stem : List.copyOf(stems)) {
      if (stem.startsWith("without")) stems.remove(stem.substring("without".length()));
    }
    stems.removeIf(
        stem -> NEUTRAL.contains(stem) || stem.startsWith("without") || ABSENT.contains(stem));
    if (!PARTIAL.matcher(title).find()) stems.remove("part");
    stems.removeAll(behindWithout(title));
    return Set.copyOf(stems);
  }

  private Set<String> behindWithout(String title) {
    Matcher without = WITHOUT.matcher(title);
    return without.find() ? stems(without.group()) : Set.of();
  }

  private Set<String> stems(String title) {
    return new HashSet<>(known.computeIfAbsent(title, CodeResolver::read));
  }

  private static Set<String> read(String title) {
    var stems = new HashSet<String>();
    for (ClinicalWord word : ClinicalWord.ofPhrase(title)) {
      if (!word.optional()) stems.add(word.stem());
    }
    return Set.copyOf(stems);
  }

  private static boolean isOther(CodeEntry entry) {
    return entry.title().startsWith("Other ");
  }

  private static boolean isSeventh(List<CodeEntry> children) {
    return children.stream().anyMatch(child -> child.code().matches(".{6}A"));
  }

  /// How many things a title leaves open.
  private static long unspecified(CodeEntry entry) {
    return UNSPECIFIED.matcher(entry.title()).results().count();
  }

  private static boolean isUnspecified(CodeEntry entry) {
    return entry.title().toLowerCase(Locale.ROOT).contains("unspecified");
  }
}
