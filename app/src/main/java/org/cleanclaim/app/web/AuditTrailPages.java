package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.worklist.TrailEvent;
import org.cleanclaim.app.worklist.TrailFilter;
import org.cleanclaim.app.worklist.TrailList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who did or saw what, for those who review it. Who reads the trail stands on it too.
@Controller
class AuditTrailPages {
  private static final List<String> HEADS =
      List.of("sequence", "at", "who", "what", "kind", "number", "account", "why");

  private final Pages pages;
  private final TrailList list;
  private final AuditTrail audit;
  private final Organizations organizations;

  AuditTrailPages(Pages pages, TrailList list, AuditTrail audit, Organizations organizations) {
    this.pages = pages;
    this.list = list;
    this.audit = audit;
    this.organizations = organizations;
  }

  /// The filter as it stands in the address.
  @ModelAttribute
  TrailFilter filter(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String what,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate through) {
    return new TrailFilter(who, what, kind, number, account, from, through);
  }

  @GetMapping("/audit-trail")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @ModelAttribute(binding = false) TrailFilter filter,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_AUDIT_TRAIL);
    audit.record("read", "audit trail", "page", null, filter.inWords());
    var values = new LinkedHashMap<String, Object>();
    values.put("page", list.of(filter, page));
    values.put("filter", filter);
    values.put("check", audit.latestCheck().orElse(null));
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    return pages.page(request, "audit-trail", "Audit trail", "audit/trail.jte", values);
  }

  @GetMapping(value = "/audit-trail.csv", produces = "text/csv")
  void csv(HttpServletResponse response, @ModelAttribute(binding = false) TrailFilter filter) {
    AccessDeniedForActor.unless(Permission.SEE_AUDIT_TRAIL);
    audit.record("exported", "audit trail", "csv", null, filter.inWords());
    CsvAnswer.<TrailEvent>write(
        response,
        "audit-trail.csv",
        HEADS,
        to -> list.each(filter, to),
        e ->
            Csv.line(
                e.sequence(),
                e.happenedAt(),
                e.who(),
                e.what(),
                e.kind(),
                e.number(),
                e.account(),
                e.why()));
  }

  @PostMapping("/audit-trail/check")
  ResponseEntity<String> check() {
    audit.check();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/audit-trail")).build();
  }
}
