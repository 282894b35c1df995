package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.book.ProcedureStep;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The alphabetic index and the tables of procedure codes.
@RestController
@RequestMapping("/api/v1/codes")
class BookResources {
  private static final int MOST_TERMS = 100;
  private static final int MOST_LINES = 1_000;

  private final CodeSets codeSets;
  private final AskedDay days;

  BookResources(CodeSets codeSets, AskedDay days) {
    this.days = days;
    this.codeSets = codeSets;
  }

  /// Main terms that begin with what is typed, or else terms whose path does.
  @GetMapping("/index")
  List<Map<String, Object>> index(
      @RequestParam String q,
      @RequestParam(defaultValue = "ICD10CM") String system,
      @RequestParam(required = false) @Nullable String on) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    IndexBook book = book(of, days.of(on));
    List<Place> places = book.mainTerms(q, MOST_TERMS);
    if (places.isEmpty()) places = book.find(q, MOST_TERMS);
    return places.stream().map(place -> CodeViews.term(of, book, place)).toList();
  }

  /// A term with those directly below it.
  @GetMapping("/index/{place}")
  Map<String, Object> place(
      @PathVariable String place,
      @RequestParam(defaultValue = "ICD10CM") String system,
      @RequestParam(required = false) @Nullable String on) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    IndexBook book = book(of, days.of(on));
    int ordinal = CodeParameters.number("place", place, 0, Integer.MAX_VALUE);
    Place at = book.place(ordinal).orElseThrow();
    var view = new LinkedHashMap<>(CodeViews.term(of, book, at));
    view.put(
        "terms",
        book.children(at).stream()
            .limit(MOST_LINES)
            .map(child -> CodeViews.term(of, book, child))
            .toList());
    return view;
  }

  private IndexBook book(CodeSystem system, LocalDate day) {
    return codeSets
        .edition(system, day)
        .flatMap(edition -> edition.books().index())
        .orElseThrow(() -> new NoSuchElementException(system.title() + " has no index on " + day));
  }

  /// What may follow the characters of a procedure code.
  @GetMapping("/pcs")
  Map<String, Object> procedure(
      @RequestParam(defaultValue = "") String characters,
      @RequestParam(required = false) @Nullable String on) {
    CodeParameters.check();
    ProcedureStep step =
        codeSets
            .edition(CodeSystem.ICD10PCS, days.of(on))
            .flatMap(edition -> edition.books().procedures())
            .map(builder -> builder.step(characters))
            .orElseThrow();
    if (step instanceof ProcedureStep.Refused refused) {
      throw new BadInput(refused.reason() + " " + refused.remedy());
    }
    return CodeViews.step(step);
  }
}
