package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.encoder.CodeStandings;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.app.encoder.Favorites;
import org.cleanclaim.app.encoder.SavedCode;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The user's favorite codes.
@RestController
@RequestMapping("/api/v1/codes/favorites")
class FavoriteResources {
  private final Favorites favorites;
  private final CodeStandings standings;
  private final CodeSets codeSets;
  private final AskedDay days;

  FavoriteResources(
      Favorites favorites, CodeStandings standings, CodeSets codeSets, AskedDay days) {
    this.days = days;
    this.favorites = favorites;
    this.standings = standings;
    this.codeSets = codeSets;
  }

  @GetMapping
  List<Map<String, Object>> list(@RequestParam(required = false) @Nullable String on) {
    CodeParameters.check();
    LocalDate day = days.of(on);
    return favorites.list().stream().map(saved -> view(saved, day)).toList();
  }

  private Map<String, Object> view(SavedCode saved, LocalDate day) {
    var map = new LinkedHashMap<String, Object>();
    map.put("system", saved.system().name());
    map.put("code", CodeViews.written(saved.system(), saved.code()));
    map.put("title", saved.title());
    map.put(
        "standing",
        CodeViews.standing(saved.system(), standings.of(saved.system(), saved.code(), day)));
    return map;
  }

  /// Keeps a code that some installed edition has; doing it again changes nothing.
  @PutMapping("/{system}/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String system, @PathVariable String code) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    String plain = CodeParameters.code(code);
    String title =
        codeSets.editions(of).stream()
            .flatMap(edition -> edition.find(plain).stream())
            .map(CodeEntry::title)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    favorites.add(of, plain, title);
  }

  @DeleteMapping("/{system}/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String system, @PathVariable String code) {
    CodeParameters.check();
    CodeSystem of = CodeParameters.system(system);
    if (!favorites.remove(of, CodeParameters.code(code))) {
      throw new java.util.NoSuchElementException();
    }
  }
}
