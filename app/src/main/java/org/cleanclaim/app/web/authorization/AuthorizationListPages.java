package org.cleanclaim.app.web.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.AuthorizationFilter;
import org.cleanclaim.app.authorization.AuthorizationStatus;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of authorizations with what to see to, and its export.
@Controller
class AuthorizationListPages {
  private final Pages pages;
  private final Authorizations authorizations;
  private final Payers payers;
  private final AuditTrail audit;

  AuthorizationListPages(
      Pages pages, Authorizations authorizations, Payers payers, AuditTrail audit) {
    this.pages = pages;
    this.authorizations = authorizations;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping("/authorizations")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String soon) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var filter = filter(status, payer, q, soon);
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", authorizations.list(filter));
    values.put("filter", filter);
    values.put("payers", payers.all());
    values.put("today", authorizations.today());
    return pages.page(
        request, "authorizations", "Authorizations", "authorization/list.jte", values);
  }

  @GetMapping(value = "/authorizations.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String soon) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var today = authorizations.today();
    var csv =
        new StringBuilder(
            "patient,payer,kind,number,status,services,from,through,approved,used,left,warning\n");
    for (var one : authorizations.list(filter(status, payer, q, soon))) {
      var entry = one.entry();
      csv.append(
              Csv.line(
                  one.patient(),
                  one.payer(),
                  entry.kind().title(),
                  entry.number(),
                  one.status(today).title(),
                  String.join(" ", entry.services().stream().map(Object::toString).toList()),
                  entry.validFrom(),
                  entry.validThrough(),
                  entry.unitsApproved(),
                  one.unitsUsed(),
                  one.unitsLeft(),
                  one.runOut(today).title()))
          .append('\n');
    }
    audit.record("exported authorizations", "authorization list", "csv", null, null);
    return CsvAnswer.of("authorizations.csv", csv.toString());
  }

  /// An unknown status counts as none, so that an old address still shows the list.
  private static AuthorizationFilter filter(String status, String payer, String q, String soon) {
    AuthorizationStatus wanted = null;
    for (var one : AuthorizationStatus.values()) {
      if (one.name().equals(status.toUpperCase(Locale.ROOT))) wanted = one;
    }
    return new AuthorizationFilter(wanted, blankToNull(payer), blankToNull(q), !soon.isBlank());
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
