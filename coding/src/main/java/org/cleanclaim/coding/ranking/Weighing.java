package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.jspecify.annotations.Nullable;

/// Puts into numbers what speaks for each code of a note.
final class Weighing {
  private static final int WORDING_DOCUMENTS = 4;
  private static final int PHRASE_DOCUMENTS = 4;

  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{2,5}");

  private final Learned learned;
  private final Titles titles;
  private final Tally allWordings;
  private final Categories categories;

  Weighing(Learned learned, Titles titles) {
    this.learned = learned;
    this.titles = titles;
    this.allWordings = learned.allWordings();
    this.categories = new Categories(learned);
  }

  /// A code with what speaks for it.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weighed(String code, String title, double[] features, List<Evidence> evidence) {}

  /// The codes of a note, in the order in which they are met.
  List<Weighed> of(NoteReading note) {
    return of(note, null, (wording, code) -> false);
  }

  /// The same without what this note itself taught.
  ///
  /// @param given the codes that its coder gave
  /// @param isOwn whether a wording was marked for a code in this note only
  List<Weighed> of(
      NoteReading note, @Nullable Set<String> given, BiPredicate<String, String> isOwn) {
    Map<String, List<Sighting>> sighted = note.byCode();
    Map<String, Lead> led = new LinkedHashMap<>();
    note.phrases()
        .forEach((phrase, places) ->
            learned
                .phrases()
                .getOrDefault(phrase, Map.of())
                .forEach((code, tally) -> lead(led, code, tally, places, given)));
    Map<String, Lead> marked = marked(note, given, isOwn);
    List<String> stated =
        sighted.entrySet().stream()
            .filter(each -> each.getValue().stream().anyMatch(Sighting::isStated))
            .map(Map.Entry::getKey)
            .toList();
    var codes = new LinkedHashMap<String, List<Sighting>>(sighted);
    marked.keySet().forEach(code -> codes.putIfAbsent(code, List.of()));
    led.keySet().forEach(code -> codes.putIfAbsent(code, List.of()));
    var specific = new HashSet<String>();
    for (String code : stated) if (!isVague(titles.of(code))) specific.add(code.substring(0, 3));
    var weighed = new ArrayList<Weighed>();
    codes.forEach((code, sightings) -> {
      String title = titles.of(code);
      if (title.isEmpty()) return;
      var features = new EnumMap<Feature, Double>(Feature.class);
      Lead lead = led.get(code);
      sightings(features, code, sightings, given);
      boolean isVague = isVague(title);
      if (lead != null) {
        features.put(Feature.BY_PHRASE, 1.0);
        features.put(Feature.PHRASE_SHARE, logit(share(lead.tally(), learned.common(code))));
        if (features.containsKey(Feature.AFFIRMED)) features.put(Feature.BOTH, 1.0);
      }
      Lead mark = marked.get(code);
      if (mark != null) {
        features.put(Feature.BY_MARKED, 1.0);
        features.put(Feature.MARKED_SHARE, logit(markedShare(mark.tally())));
        features.put(Feature.MARKED_WORDS, (double) Math.min(3, mark.words()));
        if (features.containsKey(Feature.AFFIRMED)) features.put(Feature.MARKED_TOO, 1.0);
        if (!mark.isStated()) features.put(Feature.MARKED_DENIED, 1.0);
      }
      boolean isGiven = given != null && given.contains(code);
      features.put(Feature.COMMON, logit(learned.common(code, isGiven)));
      if (isVague) features.put(Feature.UNSPECIFIED, 1.0);
      if (isVague && specific.contains(code.substring(0, 3))) {
        features.put(Feature.MORE_SPECIFIC_BESIDE, 1.0);
      }
      if (code.startsWith("R")) features.put(Feature.SYMPTOM, 1.0);
      List<Evidence> evidence = evidence(sightings, mark, lead);
      features.put(Feature.EARLY, 1 - (double) evidence.getFirst().start() / note.length());
      features.put(Feature.TITLE_SHARE, titles.share(title, note.stems()));
      features.put(Feature.TITLE_NEAR, note.mostNear(evidence, near -> titles.share(title, near)));
      features.put(Feature.PLACES, StrictMath.log((double) evidence.size()));
      if (isAbbreviated(evidence)) features.put(Feature.ABBREVIATED, 1.0);
      if (!sightings.isEmpty())
        features.put(Feature.CATEGORY_SHARE, logit(categories.share(code, stated, given)));
      if (mark != null)
        features.put(Feature.MARKED_TIMES, StrictMath.log(1.0 + mark.tally().right()));
      weighed.add(new Weighed(code, title, values(features), evidence));
    });
    return weighed;
  }

  private void lead(
      Map<String, Lead> led,
      String code,
      Tally tally,
      List<Evidence> places,
      @Nullable Set<String> given) {
    double common = learned.common(code);
    Tally others = given == null ? tally : tally.without(true, given.contains(code));
    if (given != null && !others.points(common)) return;
    Lead known = led.get(code);
    boolean isBest = known == null || share(others, common) > share(known.tally(), common);
    if (isBest) led.put(code, new Lead(others, 0, places, true));
  }

  /// The wordings that coders marked elsewhere: by code the one that was right most often.
  private Map<String, Lead> marked(
      NoteReading note, @Nullable Set<String> given, BiPredicate<String, String> isOwn) {
    var marked = new LinkedHashMap<String, Lead>();
    note.wordings()
        .forEach((wording, places) ->
            learned
                .marked()
                .getOrDefault(wording, Map.of())
                .forEach((code, all) -> {
                  Tally tally = given == null ? all : all.without(true, given.contains(code));
                  if (isOwn.test(wording, code) || tally.right() == 0) return;
                  var lead =
                      new Lead(
                          tally,
                          wording.split(" ").length,
                          places,
                          note.stated().contains(wording));
                  marked.merge(code, lead, Weighing::better);
                }));
    return marked;
  }

  private static Lead better(Lead one, Lead two) {
    return markedShare(two.tally()) > markedShare(one.tally()) ? two : one;
  }

  private static double markedShare(Tally tally) {
    return tally.share(0.5, 1);
  }

  private static double share(Tally tally, double common) {
    return tally.share(common, PHRASE_DOCUMENTS);
  }

  private void sightings(
      Map<Feature, Double> features,
      String code,
      List<Sighting> sightings,
      @Nullable Set<String> given) {
    features.put(Feature.BASE, 1.0);
    if (sightings.isEmpty()) return;
    long affirmed = sightings.stream().filter(s -> s.said() == Assertion.AFFIRMED).count();
    boolean isStated = sightings.stream().anyMatch(Sighting::isStated);
    if (affirmed > 0) {
      features.put(Feature.AFFIRMED, 1.0);
      features.put(Feature.TIMES, StrictMath.log((double) affirmed));
    } else if (isStated) {
      features.put(Feature.PAST_ONLY, 1.0);
    } else {
      boolean isNegated = sightings.stream().allMatch(s -> s.said() == Assertion.NEGATED);
      features.put(isNegated ? Feature.NEGATED_ONLY : Feature.UNSURE_ONLY, 1.0);
    }
    int words = sightings.stream().mapToInt(Sighting::words).max().orElse(0);
    features.put(Feature.WORDS, (double) Math.min(4, words));
    if (sightings.stream().anyMatch(Sighting::isDirect)) features.put(Feature.DIRECT, 1.0);
    if (!isStated) return;
    Tally tally = learned.wordings().getOrDefault(code, Tally.NONE);
    if (given != null) tally = tally.without(true, given.contains(code));
    features.put(
        Feature.WORDING_SHARE, logit(tally.share(allWordings.share(0.5, 1), WORDING_DOCUMENTS)));
  }

  /// `CF`: nothing but capitals at every place.
  private static boolean isAbbreviated(List<Evidence> places) {
    return places.stream().map(Evidence::quote).allMatch(ABBREVIATION.asMatchPredicate());
  }

  private static List<Evidence> evidence(
      List<Sighting> sightings, @Nullable Lead mark, @Nullable Lead lead) {
    List<Sighting> stated = sightings.stream().filter(Sighting::isStated).toList();
    if (!stated.isEmpty()) return stated.stream().map(Sighting::evidence).limit(20).toList();
    if (mark != null) return mark.places();
    if (lead != null) return lead.places();
    return sightings.stream().map(Sighting::evidence).limit(20).toList();
  }

  private static boolean isVague(String title) {
    return title.toLowerCase(Locale.ROOT).contains("unspecified");
  }

  /// What speaks for a code that a coder marked by the wording, and for one that the note states,
  /// weighs otherwise than for one that is only guessed at, so it stands a second time for them.
  private static double[] values(Map<Feature, Double> features) {
    int once = Feature.values().length;
    var values = new double[Feature.COUNT];
    int i = 0;
    for (Feature feature : Feature.values()) values[i++] = features.getOrDefault(feature, 0.0);
    if (features.containsKey(Feature.BY_MARKED)) {
      System.arraycopy(values, 0, values, once, once);
    }
    if (features.containsKey(Feature.AFFIRMED) || features.containsKey(Feature.PAST_ONLY)) {
      System.arraycopy(values, 0, values, 2 * once, once);
    }
    return values;
  }

  static double logit(double share) {
    return StrictMath.log(share / (1 - share));
  }

  /// The phrase that points to a code most clearly.
  private record Lead(Tally tally, int words, List<Evidence> places, boolean isStated) {}
}
