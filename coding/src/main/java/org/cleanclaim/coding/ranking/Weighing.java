package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.jspecify.annotations.Nullable;

/// Puts into numbers what speaks for each code of a note.
final class Weighing {
  private static final int WORDING_DOCUMENTS = 4;
  private static final int PHRASE_DOCUMENTS = 4;

  private final Learned learned;
  private final Function<String, String> titles;
  private final Tally allWordings;

  /// @param titles the title of a billable code; empty for any other
  Weighing(Learned learned, Function<String, String> titles) {
    this.learned = learned;
    this.titles = titles;
    this.allWordings = learned.allWordings();
  }

  /// A code with what speaks for it.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weighed(String code, String title, double[] features, List<Evidence> evidence) {}

  /// The codes of a note, in the order in which they are met.
  List<Weighed> of(NoteReading note) {
    return of(note, null);
  }

  /// The same without what this note itself taught.
  ///
  /// @param given the codes that its coder gave
  List<Weighed> of(NoteReading note, @Nullable Set<String> given) {
    Map<String, List<Sighting>> sighted = note.byCode();
    Map<String, Lead> led = new LinkedHashMap<>();
    note.phrases()
        .forEach((phrase, places) ->
            learned
                .phrases()
                .getOrDefault(phrase, Map.of())
                .forEach((code, tally) -> lead(led, code, tally, places, given)));
    var codes = new LinkedHashMap<String, List<Sighting>>(sighted);
    led.keySet().forEach(code -> codes.putIfAbsent(code, List.of()));
    var categories = new HashMap<String, Integer>();
    sighted.forEach((code, all) -> {
      boolean isNamed = all.stream().anyMatch(Sighting::isStated);
      if (isNamed && !isVague(titles.apply(code))) {
        categories.merge(code.substring(0, 3), 1, Integer::sum);
      }
    });
    var weighed = new ArrayList<Weighed>();
    codes.forEach((code, sightings) -> {
      String title = titles.apply(code);
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
      boolean isGiven = given != null && given.contains(code);
      features.put(Feature.COMMON, logit(learned.common(code, isGiven)));
      if (isVague) features.put(Feature.UNSPECIFIED, 1.0);
      if (isVague && categories.containsKey(code.substring(0, 3))) {
        features.put(Feature.MORE_SPECIFIC_BESIDE, 1.0);
      }
      if (code.startsWith("R")) features.put(Feature.SYMPTOM, 1.0);
      List<Evidence> evidence = evidence(sightings, lead);
      features.put(Feature.EARLY, 1 - (double) evidence.getFirst().start() / note.length());
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
    if (isBest) led.put(code, new Lead(others, places));
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

  private static List<Evidence> evidence(List<Sighting> sightings, @Nullable Lead lead) {
    List<Sighting> stated = sightings.stream().filter(Sighting::isStated).toList();
    if (!stated.isEmpty()) return stated.stream().map(Sighting::evidence).limit(20).toList();
    if (lead != null) return lead.places();
    return sightings.stream().map(Sighting::evidence).limit(20).toList();
  }

  private static boolean isVague(String title) {
    return title.toLowerCase(Locale.ROOT).contains("unspecified");
  }

  private static double[] values(Map<Feature, Double> features) {
    var values = new double[Feature.COUNT];
    int i = 0;
    for (Feature feature : Feature.values()) values[i++] = features.getOrDefault(feature, 0.0);
    return values;
  }

  static double logit(double share) {
    return StrictMath.log(share / (1 - share));
  }

  /// The phrase that points to a code most clearly.
  private record Lead(Tally tally, List<Evidence> places) {}
}
