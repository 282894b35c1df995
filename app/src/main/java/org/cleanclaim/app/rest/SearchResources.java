package org.cleanclaim.app.rest;

import java.util.List;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.worklist.GlobalSearch;
import org.cleanclaim.app.worklist.GlobalSearch.Hit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One search over patients, visits, claims, remittances and codes, as far as the user may see
/// them.
@RestController
@RequestMapping("/api/v1/search")
class SearchResources {
  private final GlobalSearch search;
  private final AuditTrail audit;

  SearchResources(GlobalSearch search, AuditTrail audit) {
    this.search = search;
    this.audit = audit;
  }

  @GetMapping
  List<Hit> find(@RequestParam String q) {
    List<Hit> hits = search.find(q);
    audit.record("searched", "search", "api", null, null);
    return hits;
  }
}
