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
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.specificity.Choice.Way;
import org.jspecify.annotations.Nullable;

/// From the code that a phrase leads to down the tabular list, as far as the words around the
/// phrase say (Official Guidelines I.B.2: the highest number of characters available). Where they
/// say nothing, the code for the condition without more is taken: `uncomplicated`, `without
/// complications`, `unspecified`.
public final class CodeResolver {
  static final Set<String> SIDES = Set.of("right", "left", "bilater");
  private static final Pattern OTHER = Pattern.compile("(?i)\\bother\\b");
  private static final Pattern LIMB =
      Pattern.compile("(?i)\\b(?:limb|extremity|(?<!upper )(?<!lower )(?:arm|leg))\\b");
  private static final Pattern LEFT_OPEN = Pattern.compile("(?i)\\bunspecified \\S+");
  private static final Pattern UNSPECIFIED = Pattern.compile("(?i)\\bunspecified\\b");

  /// What a title joins; behind `with` all of it is meant.
  private static final Pattern AND =
      Pattern.compile("(?i)^((?:(?!\\b(?:with|and)\\b).)+) and ((?:(?!\\b(?:with|and)\\b)[^,])+)");

  /// What of one thing a title joins with another: `joint of finger at metacarpophalangeal and
  /// interphalangeal joint`.
  private static final Pattern LAST_PLACE = Pattern.compile("(?i)^.*\\b(?:of|in|at|to|by|for) ");

  private static final Pattern JOINS = Pattern.compile("(?i)\\b(?:and|or)\\b|[,/]");

  /// Parts of a place that are named, though others of their kind have codes of their own.
  private static final Pattern OTHER_PART = Pattern.compile("(?i)\\bother parts? of\\b");

  private final Edition edition;
  private final TitleWords titles = new TitleWords();
  private final Map<String, Choice> below = new ConcurrentHashMap<>();
  private final Map<String, List<Choice>> beside = new ConcurrentHashMap<>();
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
    return titles.stems(entry.title()).stream().noneMatch(SIDES::contains);
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
  /// @param own the stems of its title without the side and what it leaves open
  private record Place(CodeEntry entry, List<Choice> beside, Set<String> own) {}

  private Optional<Place> place(String code) {
    return edition
        .find(code)
        .map(entry -> {
          var way = new ArrayList<CodeEntry>(edition.ancestors(code));
          way.add(entry);
          way.sort(Comparator.comparingInt(step -> step.code().length()));
          Set<String> own = titles.stems(LEFT_OPEN.matcher(entry.title()).replaceAll(""));
          own.removeAll(SIDES);
          own.removeAll(titles.behindWithout(entry.title()));
          SpineLevels.withoutSeveral(own);
          List<Choice> choices =
              way.stream()
                  .flatMap(step ->
                      beside.computeIfAbsent(step.code(), any -> choicesBeside(step)).stream())
                  .map(choice -> choice.byMoreThan(own))
                  .filter(choice -> !choice.ways().isEmpty())
                  .toList();
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
    return told == null ? choice.plain(near) : told;
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

  /// What more than the side tells below the children of a code, and more than what goes without
  /// saying: a fracture of the lower end of the radius is displaced, but none of its styloid
  /// process.
  private List<Choice> choicesFurther(CodeEntry entry) {
    return edition.children(entry.code()).stream()
        .filter(child -> !child.billable() && !isUnspecified(child))
        .map(child -> choiceBelow(child).byWordsOfItsOwn())
        .filter(choice -> !choice.ways().isEmpty())
        .toList();
  }

  private Choice choiceBelow(CodeEntry entry) {
    List<CodeEntry> children = edition.children(entry.code());
    if (children.size() == 1) return Choice.of(children.getFirst());
    if (isSeventh(children)) {
      return children.stream()
          .filter(child -> child.code().endsWith("A"))
          .findFirst()
          .map(Choice::of)
          .orElse(Choice.NONE);
    }
    Set<String> own = titles.stems(entry.title());
    SpineLevels.withoutSeveral(own);
    var joined = new Joined(entry, children, own);
    return new Choice(
        ways(children, own, isOther(entry), joined), plain(entry, children, own, joined));
  }

  /// The children for the condition without more; those that say "unspecified" if none or several
  /// are, without those that say more than another one.
  private List<Way> plain(
      CodeEntry entry, List<CodeEntry> children, Set<String> own, Joined joined) {
    List<CodeEntry> plain =
        children.stream().filter(child -> titles.distinguishing(child, own).isEmpty()).toList();
    if (plain.size() != 1) {
      List<CodeEntry> open = plain.isEmpty() ? children : plain;
      plain = open.stream().filter(child -> unspecified(child) > unspecified(entry)).toList();
    }
    List<CodeEntry> all = plain;
    return all.stream()
        .filter(child -> all.stream().noneMatch(other -> saysMore(child, other, own)))
        .map(child -> new Way(child, 0, List.of(), joined.of(child)))
        .toList();
  }

  private boolean saysMore(CodeEntry one, CodeEntry other, Set<String> own) {
    Set<String> more = titles.distinguishing(one, own);
    Set<String> less = titles.distinguishing(other, own);
    return more.size() > less.size() && more.containsAll(less);
  }

  /// What each code says of a title above it that joins several: below `subluxation and dislocation
  /// of shoulder` some codes are of subluxations, others of dislocations.
  private final class Joined {
    private final Set<String> parted;

    Joined(CodeEntry parent, List<CodeEntry> children, Set<String> own) {
      parted = new HashSet<>();
      if (!JOINS.matcher(parent.title()).find()) return;
      parted.addAll(own);
      Set<String> common = new HashSet<>(own);
      children.forEach(child -> common.retainAll(titles.stems(child.title())));
      parted.removeAll(common);
    }

    Set<String> of(CodeEntry child) {
      Set<String> says = titles.stems(child.title());
      says.retainAll(parted);
      return says;
    }

    /// Whether two codes are of different ones of the things joined.
    boolean areApart(CodeEntry one, CodeEntry other) {
      Set<String> says = of(one);
      Set<String> otherSays = of(other);
      return !says.isEmpty()
          && !otherSays.isEmpty()
          && says.stream().noneMatch(otherSays::contains);
    }
  }

  /// A code for the condition without more gives way to one beside it whose words are there, or to
  /// one below what is `other`: the ring finger stands below `other finger`, beside `unspecified
  /// finger`.
  private List<Choice> choicesBeside(CodeEntry entry) {
    CodeEntry parent = entry.parent() == null ? null : edition.find(entry.parent()).orElse(null);
    if (parent == null) return List.of();
    Optional<Choice> beside = choiceBeside(entry, parent);
    if (beside.isEmpty()) return List.of();
    var choices = new ArrayList<Choice>(List.of(beside.get()));
    edition.children(parent.code()).stream()
        .filter(child -> !child.billable() && !child.code().equals(entry.code()))
        .filter(child -> areOtherAndUnspecified(child, entry))
        .map(child -> choiceBelow(child).byWordsOfItsOwn())
        .forEach(choices::add);
    return choices;
  }

  private boolean areOtherAndUnspecified(CodeEntry other, CodeEntry unspecified) {
    Set<String> says = titles.stems(other.title());
    Set<String> leavesOpen = titles.stems(unspecified.title());
    return says.remove(TitleWords.OTHER)
        && leavesOpen.remove(TitleWords.UNSPECIFIED)
        && says.equals(leavesOpen);
  }

  private Optional<Choice> choiceBeside(CodeEntry entry, CodeEntry parent) {
    if (isSeventh(edition.children(parent.code()))) return Optional.empty();
    Set<String> own = titles.stems(parent.title());
    List<CodeEntry> children = edition.children(parent.code());
    boolean isUnspecified =
        unspecified(entry) > unspecified(parent) || isOfNoSide(entry, children, own);
    if (!isUnspecified && !titles.distinguishing(entry, own).isEmpty()) return Optional.empty();
    var joined = new Joined(parent, children, own);
    List<CodeEntry> others =
        children.stream()
            .filter(child -> !child.code().equals(entry.code()))
            .filter(child -> !isResidual(child, entry, own) && !joined.areApart(child, entry))
            .sorted(Comparator.comparingInt(child -> -shared(child, entry)))
            .toList();
    List<Set<String>> included = included(entry);
    return Optional.of(
        new Choice(
            ways(others, own, false, joined).stream()
                .filter(way -> included.stream().noneMatch(words -> words.containsAll(way.says())))
                .toList(),
            List.of()));
  }

  /// Whether a code leaves open the side only, which codes beside it say: `pain in leg,
  /// unspecified` beside `pain in right leg`, below `pain in limb, unspecified`.
  private boolean isOfNoSide(CodeEntry entry, List<CodeEntry> children, Set<String> own) {
    if (!isUnspecified(entry)) return false;
    Set<String> says = titles.distinguishing(entry, own);
    return children.stream()
        .map(child -> titles.distinguishing(child, own))
        .anyMatch(beside -> beside.removeAll(SIDES) && beside.equals(says));
  }

  /// Whether a code is for what has no other code: no words lead to it, but to an `other part of
  /// foot` the foot does.
  private boolean isResidual(CodeEntry child, CodeEntry entry, Set<String> own) {
    if (!OTHER.matcher(child.title()).find()) return false;
    Set<String> says = titles.distinguishing(child, own);
    says.removeAll(titles.stems(entry.title()));
    return says.isEmpty() || !OTHER_PART.matcher(child.title()).find();
  }

  /// What the Tabular List puts below a code in so many words is that code and none beside it
  /// (Official Guidelines I.A.11): `acute otitis media NOS` is no acute suppurative otitis media.
  private List<Set<String>> included(CodeEntry entry) {
    return entry.notes().stream()
        .filter(note -> note.kind() == Note.Kind.INCLUSION_TERM)
        .map(note -> titles.stems(note.text()))
        .toList();
  }

  /// How many words two titles share: of the codes beside a dislocation, those of dislocations come
  /// before those of subluxations.
  private int shared(CodeEntry one, CodeEntry other) {
    Set<String> both = titles.stems(one.title());
    both.retainAll(titles.stems(other.title()));
    return both.size();
  }

  /// What words lead to which child. What all codes of a side add alike (`right upper limb`, `left
  /// upper limb`) needs not be said.
  ///
  /// @param isOther whether all of them are of something other
  private List<Way> ways(
      List<CodeEntry> children, Set<String> own, boolean isOther, Joined joined) {
    Set<String> alike = alike(children, own);
    var ways = new ArrayList<Way>();
    for (CodeEntry child : children) {
      if (!isOther && isOther(child)) continue;
      Set<String> says = titles.distinguishing(child, own);
      int size = says.size();
      boolean isSideLeftOpen = isUnspecified(child) && alike.containsAll(says);
      boolean isOfSide = says.stream().anyMatch(SIDES::contains);
      if (size == 0 || isSideLeftOpen) continue;
      if (isOfSide || isUnspecified(child)) says.removeAll(alike);
      ways.add(new Way(child, size, List.copyOf(says), joined.of(child)));
      for (Set<String> either : eitherOf(child, says)) {
        ways.add(new Way(child, size - 1, List.copyOf(either), joined.of(child)));
      }
    }
    // Of two that say as much, the one that leaves something open comes behind, and behind it the
    // one for what has no other code.
    ways.sort(
        Comparator.comparing((Way way) -> isOtherThan(way.child(), children))
            .thenComparing(way -> isUnspecified(way.child())));
    return List.copyOf(ways);
  }

  /// `Right ankle and foot`: "and" in a title is "and" or "or" (I.A.14), so that one will do.
  private List<Set<String>> eitherOf(CodeEntry child, Set<String> says) {
    Matcher and = AND.matcher(child.title());
    if (!and.find()) return List.of();
    Set<String> before = titles.stems(LAST_PLACE.matcher(and.group(1)).replaceFirst(""));
    Set<String> behind = titles.stems(and.group(2));
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

  private Set<String> alike(List<CodeEntry> children, Set<String> own) {
    Set<String> alike = null;
    for (CodeEntry child : children) {
      Set<String> says = titles.distinguishing(child, own);
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

  private static boolean isOther(CodeEntry entry) {
    return entry.title().startsWith("Other ");
  }

  /// Whether a title is of something other than the codes beside it.
  private static boolean isOtherThan(CodeEntry entry, List<CodeEntry> beside) {
    return beside.stream().anyMatch(one -> others(one) < others(entry));
  }

  private static long others(CodeEntry entry) {
    return OTHER.matcher(entry.title()).results().count();
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
