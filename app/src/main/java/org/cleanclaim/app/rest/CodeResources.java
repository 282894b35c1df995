package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.encoder.CodeStanding;
import org.cleanclaim.app.encoder.CodeStandings;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.app.encoder.EditionComparisons;
import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.DiseaseChapter;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.search.SearchFilter;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Codes by words, a code with all that is known of it, editions and what differs between them.
@RestController
@RequestMapping("/api/v1/codes")
class CodeResources {
  private static final int MOST_HITS = 500;
  private static final int OLDEST = 124;

  private final CodeSets codeSets;
  private final CodeStandings standings;
  private final EditionComparisons comparisons;
  private final AskedDay days;

  CodeResources(
      CodeSets codeSets, CodeStandings standings, EditionComparisons comparisons, AskedDay days) {
    this.days = days;
    this.codeSets = codeSets;
    this.standings = standings;
    this.comparisons = comparisons;
  }

  @GetMapping("/search")
  List<Map<String, Object>> search(
      @RequestParam String q,
      @RequestParam(defaultValue = "ICD10CM") String system,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(defaultValue = "false") String billable,
      @RequestParam(defaultValue = "") String chapter,
      @RequestParam(required = false) @Nullable String sex,
      @RequestParam(required = false) @Nullable String age,
      @RequestParam(defaultValue = "20") String limit) {
    CodeParameters.check();
    boolean isKnown =
        chapter.isEmpty()
            || chapter.length() == 1
            || DiseaseChapter.all().stream().anyMatch(c -> c.number().equals(chapter));
    if (!isKnown) throw new BadInput("There is no chapter " + chapter + ". Use 1 to 22.");
    var query =
        new CodeQuery(
            q,
            Set.of(CodeParameters.system(system)),
            days.of(on),
            CodeParameters.number("limit", limit, 1, MOST_HITS),
            new SearchFilter(
                billable.equals("true")
                    ? SearchFilter.Validity.BILLABLE
                    : SearchFilter.Validity.ANY,
                chapter.isEmpty() ? null : chapter),
            CodeParameters.sex(sex),
            age == null || age.isBlank()
                ? null
                : Integer.valueOf(CodeParameters.number("age", age, 0, OLDEST)));
    return codeSets.search(query).stream().map(CodeViews::hit).toList();
  }

  /// The card of a code; of one that is not valid on the day, how it stands.
  @GetMapping("/{system}/{code}")
  Map<String, Object> code(
      @PathVariable String system,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String on) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    String plain = CodeParameters.code(code);
    LocalDate day = days.of(on);
    CodeStanding standing = standings.of(of, plain, day);
    if (standing instanceof CodeStanding.Unknown) throw new java.util.NoSuchElementException();
    Map<String, Object> view =
        CodeCard.of(codeSets, of, plain, day)
            .map(CodeViews::card)
            .orElseGet(() -> {
              var bare = new LinkedHashMap<String, Object>();
              bare.put("system", of.name());
              bare.put("code", CodeViews.written(of, plain));
              return bare;
            });
    view.put("on", day.toString());
    view.put("standing", CodeViews.standing(of, standing));
    return view;
  }

  @GetMapping("/{system}/{code}/children")
  List<Map<String, Object>> children(
      @PathVariable String system,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String on) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    String plain = CodeParameters.code(code);
    LocalDate day = days.of(on);
    var entry = codeSets.find(of, plain, day).orElseThrow();
    return codeSets.children(of, entry.code(), day).stream().map(CodeViews::entry).toList();
  }

  @GetMapping("/editions")
  List<Map<String, Object>> editions() {
    CodeParameters.check();
    return Arrays.stream(CodeSystem.values())
        .flatMap(system -> codeSets.editions(system).stream())
        .map(CodeViews::edition)
        .distinct()
        .toList();
  }

  @GetMapping("/changes")
  Map<String, Object> changes(
      @RequestParam String system,
      @RequestParam("old") String older,
      @RequestParam("new") String newer) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    return CodeViews.changes(comparisons.between(named(of, older), named(of, newer)));
  }

  private Edition named(CodeSystem system, String name) {
    return codeSets.editions(system).stream()
        .filter(edition -> edition.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "No edition %s of %s is installed. GET /api/v1/codes/editions lists them."
                    .formatted(name, system.title())));
  }
}
