package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeHit;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.search.SearchFilter;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// Searches by words and groups what is found by category.
@Component
final class EncoderSearch {
  /// Where a coder looks who names no system.
  static final Set<CodeSystem> ALL =
      EnumSet.of(
          CodeSystem.ICD10CM,
          CodeSystem.ICD10PCS,
          CodeSystem.HCPCS,
          CodeSystem.CPT,
          CodeSystem.MODIFIER,
          CodeSystem.PLACE_OF_SERVICE);

  private static final int ROWS = 50;
  private static final int ROWS_OF_EACH = 15;
  private static final int CATEGORY = 3;
  private static final Set<String> SELF_EVIDENT = Set.of("title", "short title", "code", "");
  private static final String READ_AS = "abbreviation: ";

  private record Key(CodeSystem system, String category) {}

  private final CodeSets codeSets;

  EncoderSearch(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  Found.Search search(Look look) {
    int rows = look.system().isPresent() ? ROWS : ROWS_OF_EACH;
    var query =
        new CodeQuery(
            look.typed(),
            look.system().map(Set::of).orElse(ALL),
            look.on(),
            rows,
            filter(look),
            look.sex(),
            look.age());
    List<CodeHit> hits = codeSets.search(query);
    var byCategory = new LinkedHashMap<Key, List<CodeHit>>();
    for (CodeHit hit : hits) {
      var key = new Key(hit.entry().system(), category(hit.entry()));
      byCategory.computeIfAbsent(key, k -> new ArrayList<>()).add(hit);
    }
    List<String> stems = Marked.stems(look.typed());
    var groups = new ArrayList<Found.Group>();
    byCategory.forEach((key, found) -> groups.add(group(look, key, found, stems)));
    return new Found.Search(groups, readAs(hits), hits.size(), hits.size() >= rows);
  }

  private static SearchFilter filter(Look look) {
    var validity =
        look.isBillableOnly() ? SearchFilter.Validity.BILLABLE : SearchFilter.Validity.ANY;
    return new SearchFilter(validity, look.chapter().isEmpty() ? null : look.chapter());
  }

  private static String category(CodeEntry entry) {
    return switch (entry.system()) {
      case ICD10CM, ICD10PCS ->
          entry.code().substring(0, Math.min(CATEGORY, entry.code().length()));
      case HCPCS -> entry.code().substring(0, 1);
      case CPT, MODIFIER, PLACE_OF_SERVICE, CARC, RARC, REVENUE, TAXONOMY -> "";
    };
  }

  private Found.Group group(Look look, Key key, List<CodeHit> hits, List<String> stems) {
    String title =
        key.category().length() < CATEGORY
            ? ""
            : codeSets
                .find(key.system(), key.category(), look.on())
                .map(CodeEntry::title)
                .orElse("");
    return new Found.Group(
        key.system().title(),
        key.category(),
        title,
        hits.stream().map(hit -> hit(hit, stems)).toList());
  }

  /// How typed words were read, once for all results.
  private static String readAs(List<CodeHit> hits) {
    return String.join(
        ", ",
        hits.stream()
            .flatMap(hit -> parts(hit).filter(part -> part.startsWith(READ_AS)))
            .map(part -> part.substring(READ_AS.length()))
            .distinct()
            .toList());
  }

  private static Stream<String> parts(CodeHit hit) {
    return Stream.of(hit.found().reason().split("; "));
  }

  private static Found.Hit hit(CodeHit hit, List<String> stems) {
    CodeEntry entry = hit.entry();
    String reason =
        String.join(
            "; ",
            parts(hit)
                .filter(part -> !SELF_EVIDENT.contains(part) && !part.startsWith(READ_AS))
                .toList());
    return new Found.Hit(
        new CodeName(entry.system(), entry.code()),
        Marked.of(entry.title(), stems),
        reason.isEmpty() ? List.of() : Marked.of(reason, stems),
        entry.billable());
  }

  /// The codes directly below a code, as rows of the list.
  List<Found.Hit> below(CodeName name, Look look) {
    return codeSets.children(name.system(), name.code(), look.on()).stream()
        .map(entry ->
            new Found.Hit(
                new CodeName(entry.system(), entry.code()),
                List.of(new Marked(entry.title(), false)),
                List.of(),
                entry.billable()))
        .toList();
  }

  /// A code with its title on the day, or its bare self.
  String title(CodeName name, Look look) {
    String label = codeSets.label(name.system(), name.code(), look.on());
    return label.equals(name.code()) ? CodeViews.written(name.system(), name.code()) : label;
  }
}
