package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.worklist.GlobalSearch;
import org.cleanclaim.app.worklist.GlobalSearch.Hit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search that every page has at its head.
@Controller
class SearchPages {
  private final Pages pages;
  private final GlobalSearch search;
  private final AuditTrail audit;

  SearchPages(Pages pages, GlobalSearch search, AuditTrail audit) {
    this.pages = pages;
    this.search = search;
    this.audit = audit;
  }

  /// What was found; where it is one thing with that very name, its page at once.
  @GetMapping("/search")
  ResponseEntity<String> search(
      HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
    List<Hit> hits = search.find(q);
    List<Hit> exact = hits.stream().filter(Hit::isExact).toList();
    if (exact.size() == 1 || hits.size() == 1) {
      Hit only = exact.size() == 1 ? exact.getFirst() : hits.getFirst();
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(only.address()))
          .build();
    }
    if (hits.stream().anyMatch(hit -> !hit.kind().equals("code"))) {
      audit.record("searched", "search", "list", null, null);
    }
    return pages.page(
        request, "search", "Search", "search/found.jte", Map.of("hits", hits, "query", q));
  }
}
