package org.cleanclaim.app.web.encoder;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.encoder.Favorites;
import org.cleanclaim.app.encoder.SharedSets;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What users change on their favorites and on the shared sets; each leads back to where they were.
@Controller
class ShelfPages {
  private static final String ENCODER = "/encoder";

  private final Favorites favorites;
  private final SharedSets sets;
  private final CodeSets codeSets;
  private final Organizations organizations;

  ShelfPages(Favorites favorites, SharedSets sets, CodeSets codeSets, Organizations organizations) {
    this.organizations = organizations;
    this.favorites = favorites;
    this.sets = sets;
    this.codeSets = codeSets;
  }

  @PostMapping("/encoder/favorites")
  ResponseEntity<String> favorite(
      HttpServletRequest request, @RequestParam String pick, @RequestParam String action) {
    EncoderPages.check();
    CodeName name = name(pick);
    if (action.equals("remove")) favorites.remove(name.system(), name.code());
    else favorites.add(name.system(), name.code(), title(name));
    return back(request);
  }

  @PostMapping("/encoder/sets")
  ResponseEntity<String> create(
      HttpServletRequest request,
      @RequestParam String name,
      @RequestParam(required = false) @Nullable String pick) {
    UUID id = sets.create(name);
    if (pick != null && !pick.isBlank()) add(id, name(pick));
    return back(request);
  }

  @PostMapping("/encoder/sets/{id}")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(defaultValue = "") String name) {
    if (action.equals("delete")) sets.delete(id);
    else sets.rename(id, name);
    return back(request);
  }

  @PostMapping("/encoder/sets/codes")
  ResponseEntity<String> addTo(
      HttpServletRequest request, @RequestParam UUID set, @RequestParam String pick) {
    add(set, name(pick));
    return back(request);
  }

  @PostMapping("/encoder/sets/{id}/remove")
  ResponseEntity<String> remove(
      HttpServletRequest request, @PathVariable UUID id, @RequestParam String pick) {
    CodeName name = name(pick);
    sets.remove(id, name.system(), name.code());
    return back(request);
  }

  private void add(UUID set, CodeName name) {
    sets.add(set, name.system(), name.code(), title(name));
  }

  private CodeName name(String pick) {
    return CodeName.parse(
            pick, java.util.Optional.<CodeSystem>empty(), organizations.today(), codeSets)
        .orElseThrow(
            () -> new IllegalStateException("No code was named. Choose one and try again."));
  }

  /// The title in the latest edition that has the code.
  private String title(CodeName name) {
    String title = name.written();
    for (var edition : codeSets.editions(name.system())) {
      title = edition.find(name.code()).map(CodeEntry::title).orElse(title);
    }
    return title;
  }

  /// Where the browser was, as long as that was in the encoder.
  private static ResponseEntity<String> back(HttpServletRequest request) {
    String target = ENCODER;
    String referer = request.getHeader("Referer");
    if (referer != null) {
      try {
        URI from = URI.create(referer);
        if (ENCODER.equals(from.getPath()) && from.getRawQuery() != null) {
          target = ENCODER + "?" + from.getRawQuery();
        }
      } catch (IllegalArgumentException e) {
        target = ENCODER; // an address that is none leads to the beginning
      }
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(target)).build();
  }
}
