package org.cleanclaim.app.web.denial;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CorrectionRefusal;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.Appeals;
import org.cleanclaim.app.denial.DenialCase;
import org.cleanclaim.app.denial.DenialDesk;
import org.cleanclaim.app.denial.DenialFigures;
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.denial.DenialRefusal;
import org.cleanclaim.app.denial.DenialTallies;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.denial.EvidenceKind;
import org.cleanclaim.app.denial.ReasonTable;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of denials, one case, the figures.
@Controller
class DenialPages {
  private static final String SECTION = "denials";

  private final Pages pages;
  private final Denials denials;
  private final DenialTallies tallies;
  private final DenialDesk desk;
  private final Appeals appeals;
  private final DenialFigures figures;
  private final Deadlines deadlines;
  private final Claims claims;
  private final ClaimCorrections corrections;
  private final Payers payers;
  private final AuditTrail audit;

  DenialPages(
      Pages pages,
      Denials denials,
      DenialTallies tallies,
      DenialDesk desk,
      Appeals appeals,
      DenialFigures figures,
      Deadlines deadlines,
      Claims claims,
      ClaimCorrections corrections,
      Payers payers,
      AuditTrail audit) {
    this.pages = pages;
    this.denials = denials;
    this.tallies = tallies;
    this.desk = desk;
    this.appeals = appeals;
    this.figures = figures;
    this.deadlines = deadlines;
    this.claims = claims;
    this.corrections = corrections;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping("/denials")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "1") int page) {
    var all = tallies.of(state);
    var values = new LinkedHashMap<String, Object>();
    values.put("page", denials.page(filter(state, cause, payer), page));
    values.put("causes", all.byCause());
    values.put("byPayer", all.byPayer());
    values.put("payers", payers.all());
    values.put("filter", filter(state, cause, payer));
    values.put("today", deadlines.today());
    return pages.page(request, SECTION, "Denials", "denial/list.jte", values);
  }

  private static DenialFilter filter(String state, String cause, String payer) {
    return new DenialFilter(
        state, cause.isBlank() ? null : cause, payer.isBlank() ? null : payer, null);
  }

  @GetMapping(value = "/denials.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String payer) {
    var csv =
        new StringBuilder(
            "claim,payer,line,procedure,reason,remarks,cause,root_cause,preventable,amount,recovered,proposed,action,status,act_by,owner\n");
    for (var d : denials.list(filter(state, cause, payer))) {
      csv.append(
              Csv.line(
                  d.controlNumber(),
                  d.payerName(),
                  d.line(),
                  d.procedure(),
                  d.reasonCode(),
                  String.join(" ", d.remarks()),
                  d.cause(),
                  d.root(),
                  d.isPreventable() ? "yes" : "no",
                  d.amount(),
                  d.recovered(),
                  d.proposedAction(),
                  d.action(),
                  d.status(),
                  d.actBy(),
                  d.owner()))
          .append('\n');
    }
    audit.record("exported denials", "denial list", "csv", null, null);
    return CsvAnswer.of("denials.csv", csv.toString());
  }

  @GetMapping("/denials/figures")
  ResponseEntity<String> figures(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String through) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    LocalDate last = through.isBlank() ? deadlines.today() : day(through);
    LocalDate first = from.isBlank() ? last.minusMonths(12).plusDays(1) : day(from);
    var found = figures.of(first, last);
    var values = new LinkedHashMap<String, Object>();
    values.put("figures", found);
    values.put("bars", CauseBars.of(found.causes()));
    values.put("from", first);
    values.put("through", last);
    return pages.page(request, SECTION, "How denials fare", "denial/figures.jte", values);
  }

  @GetMapping("/denials/table")
  ResponseEntity<String> table(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return pages.page(
        request,
        SECTION,
        "What denials mean",
        "denial/table.jte",
        Map.of("lines", ReasonTable.builtIn().lines()));
  }

  @GetMapping("/denials/{id}")
  ResponseEntity<String> one(HttpServletRequest request, @PathVariable UUID id) {
    return one(request, id, "", Map.of());
  }

  /// @param typed what somebody has typed into a form that was refused
  private ResponseEntity<String> one(
      HttpServletRequest request, UUID id, String problem, Map<String, String> typed) {
    var denial = denials.find(id).orElseThrow();
    AccessDeniedForActor.unlessOwner(denial.owner(), Permission.SEE_CLAIM);
    var claim = claims.get(new ClaimId(denial.claimId()));
    audit.read("denial case", denial.id(), claim.patientId().value());
    var values = new LinkedHashMap<String, Object>();
    values.put("denial", denial);
    values.put("claim", claim);
    values.put("standings", denials.standings(denial));
    values.put("evidence", denials.evidence(denial));
    values.put("appeals", appeals.of(denial));
    values.put("events", denials.events(denial));
    values.put("foretold", denials.foretold(denial));
    values.put("chain", corrections.chain(claim.id()));
    values.put(
        "clocks",
        deadlines.ofClaim(claim.id().value()).stream()
            .filter(c ->
                c.subject().equals("denial " + denial.publicId())
                    || c.subject().startsWith("claim "))
            .toList());
    values.put("today", deadlines.today());
    values.put("problem", problem);
    values.put("typed", typed);
    return pages.page(request, SECTION, "Denial " + denial.reasonCode(), "denial/case.jte", values);
  }

  @PostMapping("/denials/{id}/evidence")
  ResponseEntity<String> evidence(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam EvidenceKind kind,
      @RequestParam String content) {
    return told(request, id, () -> denials.addEvidence(id, kind, content));
  }

  @PostMapping("/denials/{id}/assign")
  ResponseEntity<String> assign(
      HttpServletRequest request, @PathVariable UUID id, @RequestParam String owner) {
    var told = told(request, id, () -> denials.assign(id, owner));
    // Who has given a case away may not see it any more.
    return told.getStatusCode().is3xxRedirection() && !Acting.actor().may(Permission.SEE_CLAIM)
        ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/denials")).build()
        : told;
  }

  @PostMapping("/denials/{id}/prevent")
  ResponseEntity<String> prevent(
      HttpServletRequest request, @PathVariable UUID id, @RequestParam String rule) {
    return done(request, id, () -> denials.preventBy(id, rule));
  }

  /// One of the four actions that need no more than words.
  @PostMapping("/denials/{id}/act")
  ResponseEntity<String> act(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam DenialCase.Action action,
      @RequestParam(defaultValue = "") String reason) {
    return done(
        request,
        id,
        () -> {
          switch (action) {
            case CORRECT_AND_REBILL -> desk.correct(id, reason);
            case BILL_PATIENT -> desk.billPatient(id, reason);
            case BILL_OTHER_PAYER -> desk.billOtherPayer(id, reason);
            case CLOSE -> desk.close(id, reason);
            case APPEAL -> appeals.write(id);
          }
        });
  }

  @PostMapping("/denials/{id}/appeal/send")
  ResponseEntity<String> send(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam String on,
      @RequestParam String way,
      @RequestParam(defaultValue = "") String tracking) {
    return done(request, id, () -> appeals.send(id, day(on), way, tracking));
  }

  @PostMapping("/denials/{id}/appeal/decide")
  ResponseEntity<String> decide(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam String on,
      @RequestParam String won) {
    return done(
        request,
        id,
        () ->
            appeals.decide(
                id,
                day(on),
                Money.parse(won)
                    .orElseThrow(() -> new DenialRefusal("An amount is written like 120.00."))));
  }

  @GetMapping(value = "/denials/{id}/appeals/{level}.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> letter(@PathVariable UUID id, @PathVariable int level) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var denial = denials.find(id).orElseThrow();
    audit.record("read", "appeal letter", denial.id(), null, null);
    return ResponseEntity.ok()
        .header("Content-Disposition", "inline; filename=appeal-" + denial.controlNumber() + ".pdf")
        .contentType(MediaType.APPLICATION_PDF)
        .body(appeals.pdf(denial, level));
  }

  private ResponseEntity<String> done(HttpServletRequest request, UUID id, Runnable work) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    return told(request, id, work);
  }

  /// What the owner of a case may do too, whatever their rights.
  private ResponseEntity<String> told(HttpServletRequest request, UUID id, Runnable work) {
    String problem = problem(work);
    if (problem != null) return one(request, id, problem, typed(request));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/denials/" + id))
        .build();
  }

  private static Map<String, String> typed(HttpServletRequest request) {
    var typed = new LinkedHashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
    return typed;
  }

  private static @Nullable String problem(Runnable work) {
    try {
      work.run();
      return null;
    } catch (DenialRefusal | CorrectionRefusal refusal) {
      return refusal.getMessage();
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new DenialRefusal("A day is written like 2026-03-31.");
    }
  }
}
