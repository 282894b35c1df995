package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.remittance.BookedDays;
import org.cleanclaim.app.remittance.EobPaper;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.remittance.FoundClaims;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.Worklists;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Remittances as they came: their list, and what each says of which claim.
@Controller
class RemittanceListPages {
  private final Pages pages;
  private final Worklists worklists;
  private final Remittances remittances;
  private final FoundClaims found;
  private final ExceptionQueue exceptions;
  private final EobPaper papers;
  private final BookedDays booked;
  private final AuditTrail audit;

  RemittanceListPages(
      Pages pages,
      Worklists worklists,
      Remittances remittances,
      FoundClaims found,
      ExceptionQueue exceptions,
      EobPaper papers,
      BookedDays booked,
      AuditTrail audit) {
    this.pages = pages;
    this.worklists = worklists;
    this.remittances = remittances;
    this.found = found;
    this.exceptions = exceptions;
    this.papers = papers;
    this.booked = booked;
    this.audit = audit;
  }

  @GetMapping("/remittances")
  ResponseEntity<String> remittances(
      HttpServletRequest request,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int decide,
      @RequestParam(defaultValue = "ALL") ExceptionQueue.Shown show) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return pages.page(
        request,
        "remittances",
        "Remittances",
        "remittance/list.jte",
        Map.of(
            "remittances",
            worklists.remittances(page),
            "exceptions",
            exceptions.open(show, decide),
            "show",
            show));
  }

  @GetMapping("/remittances/{id}")
  ResponseEntity<String> remittance(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "claims", defaultValue = "1") int part) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    int asked = Math.max(1, part);
    var remittance = remittances.content(id, asked).orElseThrow();
    var counts = remittances.counts(id);
    int shown = remittance.claims().size();
    boolean isWhole = shown == counts.claims();
    int first = FoundClaims.first(asked, shown, counts.claims());
    audit.record("read", "remittance", id, null, null);
    var values = new HashMap<String, Object>();
    values.put("id", id);
    values.put("remittance", remittance);
    values.put("counts", counts);
    values.put(
        "claims",
        isWhole
            ? ListPage.single(remittance.claims())
            : new ListPage<>(remittance.claims(), asked, first + shown <= counts.claims()));
    values.put("first", first);
    values.put("found", found.of(id, first, first + shown - 1));
    values.put("booked", booked.of(id).orElse(null));
    values.put("file", found.file(id).orElse(null));
    values.put("proof", remittances.proof(id));
    values.put("exceptions", exceptions.of(id, page));
    values.put("hasPaper", papers.of(id).isPresent());
    values.put("isPaperMissing", papers.isMissing(id));
    return pages.page(
        request,
        "remittances",
        "Remittance " + remittance.trace(),
        "remittance/remittance.jte",
        values);
  }
}
